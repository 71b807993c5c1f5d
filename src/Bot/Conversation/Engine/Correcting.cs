using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>Taking back what was recorded: [Correct], [Remove] and "undo". Only one's own, and only while nothing has touched it since.</summary>
internal static class Correcting
{
    /// <summary>Beside the slots of what was given: its answer was for the speaker alone. No slot is called so.</summary>
    private const string Quietly = ":quietly";

    /// <summary>What this turn records, if anything, is answered to the speaker alone; so is that it was taken back.</summary>
    public static void KeepQuiet(TurnContext turn)
    {
        if (turn.Store.Recording is not { } change) return;
        OwnChanges.Keep(change, Quietly);
    }

    /// <summary>Whether nobody but the speaker has seen what was recorded, and nobody else need hear that it is gone.</summary>
    public static bool IsQuiet(Change change, CommandRegistry registry) =>
        registry.Find(change.Command) is not { LeavesTrace: true } && OwnChanges.Given(change).ContainsKey(Quietly);

    /// <summary>Asks for a word why, for what goes only with one; null for anything else.</summary>
    public static async Task<Reply?> AskWhy(TurnContext turn, Change change, CancellationToken cancellation)
    {
        if (turn.Registry.Find(change.Command)?.RemovalWithReason(change.Id, turn.OwnVoice) is not { } asking) return null;
        var line = RecordedLine.Of(change, turn.Registry, await turn.Names(cancellation), turn.OwnVoice.Language);
        return Reply.Asker(new Card(ConversationTexts.NeedsReason(line).In(turn.OwnVoice), new Actions([asking])));
    }
}

/// <summary>[Remove].</summary>
internal sealed class RemoveRecord : ButtonAction
{
    public override string Id => "record.remove";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var change = await turn.OwnChange(value.Subject, cancellation) ?? throw new RefusalException(await turn.WhyNoChange(value.Subject, cancellation));
        if (await Correcting.AskWhy(turn, change, cancellation) is { } question) return question;
        var taken = await turn.TakeBack(change, cancellation);
        var said = taken.LeavesTrace ? ConversationTexts.RemovedBy(taken.By, taken.Line) : ConversationTexts.Removed;
        return new Reply { Card = new Card(said.In(turn.Voice)), Replaces = true };
    }
}

/// <summary>Takes back the speaker's last change, whatever it was.</summary>
internal sealed class Undo() : Command(
    new("undo", CommandGroup.LookAfter, new("undo", "rückgängig|zurücknehmen"), ConversationTexts.DoesUndo, ConversationTexts.ExampleUndo))
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var change = await turn.OwnChange(null, cancellation);
        // Taking back what was said before it would not be what was meant.
        if (await turn.Store.Audit.AnyAsync(entry => entry.MemberId == turn.Speaker.Id && entry.Act == PrivacyAct.Forgotten && (change == null || entry.At >= change.At), cancellation))
            return Replies.Hint(turn, ConversationTexts.ForgettingStays);
        if (change is null) return Replies.Hint(turn, ConversationTexts.NothingToUndo);
        if (change.ImportId is { } import) return await Import.ImportReplies.TakeBack(turn, import, cancellation);
        if (await Correcting.AskWhy(turn, change, cancellation) is { } question) return question;
        var taken = await turn.TakeBack(change, cancellation);
        if (taken.LeavesTrace && await IsShownHere(turn, change, cancellation)) return Replies.Hint(turn, ConversationTexts.TakenBackAbove);
        var isQuiet = Correcting.IsQuiet(change, turn.Registry);
        return new Reply { Card = new Card(ConversationTexts.TakenBack(taken.By, taken.Line).In(isQuiet ? turn.OwnVoice : turn.Voice)), OnlyAsker = isQuiet };
    }

    /// <summary>Whether its card stands here: that says by itself that it was taken back, and who did.</summary>
    private static Task<bool> IsShownHere(TurnContext turn, Change change, CancellationToken cancellation)
    {
        var isDirect = turn.Turn.Channel.IsDirect;
        var (home, reader) = (isDirect ? null : turn.Turn.Channel.Id, isDirect ? turn.Speaker.Id : (Guid?)null);
        return turn.Store.Posts.AnyAsync(post => post.ChangeId == change.Id && post.Home == home && post.MemberId == reader && post.State == PostState.Posted, cancellation);
    }
}

/// <summary>[Correct]: the form as it was filled in; submitting it takes the first record back and makes the new one, in one go.</summary>
internal sealed class CorrectRecord : ButtonAction
{
    public override string Id => "record.correct";

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.OwnChange(value.Subject, cancellation) is not { } change) return Replies.Hint(turn, await turn.WhyNoChange(value.Subject, cancellation));
        if (turn.Registry.Find(change.Command) is not { } command) return Replies.NotThere(turn);
        return await FormBuilder.Open(turn, command, OwnChanges.Given(change), cancellation, change.Id.ToString("N"));
    }
}

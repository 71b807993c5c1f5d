using System.Text.Json;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Conversation;

/// <summary>Taking back what was recorded: [Correct], [Remove] and "undo". Only one's own, and only while nothing has touched it since.</summary>
internal static class Correcting
{
    private static readonly Duration Window = Duration.FromDays(7);

    /// <summary>The speaker's own change that is not undone yet; the latest where no id is given.</summary>
    public static Task<Change?> Find(TurnContext turn, Guid? changeId, CancellationToken cancellation)
    {
        var since = turn.Now - Window;
        return turn.Store.Changes
            .Where(change => change.MemberId == turn.Speaker.Id && change.UndoneAt == null && change.At > since && (changeId == null || change.Id == changeId))
            .OrderByDescending(change => change.At).ThenByDescending(change => change.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Takes a change back, or refuses with a sentence.</summary>
    public static async Task TakeBack(TurnContext turn, Guid changeId, CancellationToken cancellation)
    {
        var change = await Find(turn, changeId, cancellation) ?? throw new RefusalException(ConversationTexts.NotThere);
        await TakeBack(turn, change, cancellation);
    }

    /// <summary>Takes a change back, or refuses with a sentence.</summary>
    public static async Task TakeBack(TurnContext turn, Change change, CancellationToken cancellation)
    {
        if (!await turn.Store.TryUndo(change, cancellation)) throw new RefusalException(ConversationTexts.TouchedSince);
        change.UndoneAt = turn.Now;
        turn.Touched.UnionWith(turn.Store.ChangeTracker.Entries<Core.Accounts.Account>().Select(entry => entry.Entity.Id));
        turn.Touched.UnionWith(turn.Store.ChangeTracker.Entries<Core.Accounts.IAccountFact>().Select(entry => entry.Entity.AccountId));
        try
        {
            await turn.Store.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException dependent) when (dependent is not DbUpdateConcurrencyException)
        {
            throw new RefusalException(ConversationTexts.TouchedSince);
        }

        turn.ForgetNames();
    }
}

/// <summary>[Remove].</summary>
internal sealed class RemoveRecord : ButtonAction
{
    public override string Id => "record.remove";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        await Correcting.TakeBack(turn, value.Subject, cancellation);
        return new Reply { Card = new Card(ConversationTexts.Removed.In(turn.Voice)), Replaces = true };
    }
}

/// <summary>[Correct]: the form as it was filled in; submitting it takes the first record back and makes the new one, in one go.</summary>
internal sealed class CorrectRecord : ButtonAction
{
    public override string Id => "record.correct";

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await Correcting.Find(turn, value.Subject, cancellation) is not { } change || turn.Registry.Find(change.Command) is not { } command) return Replies.NotThere(turn);
        var raw = JsonSerializer.Deserialize<Dictionary<string, string>>(change.Given)!;
        return Reply.Open(FormBuilder.Build(command, raw, await turn.Names(cancellation), turn.OwnVoice, change.Id.ToString("N")));
    }
}

using System.Text.Json;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>Taking back what was recorded: [Correct], [Remove] and "undo". Only one's own, and only while nothing has touched it since.</summary>
internal static class Correcting
{
    /// <summary>Beside the slots of what was given: its answer was for the speaker alone. No slot is called so.</summary>
    private const string Quietly = ":quietly";

    /// <summary>Takes a change back, or refuses with a sentence; says which it was.</summary>
    public static async Task<Change> TakeBack(TurnContext turn, Guid changeId, CancellationToken cancellation)
    {
        var change = await turn.OwnChange(changeId, cancellation) ?? throw new RefusalException(await turn.WhyNoChange(changeId, cancellation));
        await TakeBack(turn, change, cancellation);
        return change;
    }

    /// <summary>Takes a change back, or refuses with a sentence.</summary>
    public static async Task TakeBack(TurnContext turn, Change change, CancellationToken cancellation)
    {
        if (!await turn.Store.TryUndo(change, cancellation) || await IsNamedElsewhere(turn, cancellation)) throw new RefusalException(ConversationTexts.TouchedSince);
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

    /// <summary>What this turn records, if anything, is answered to the speaker alone; so is that it was taken back.</summary>
    public static void KeepQuiet(TurnContext turn)
    {
        if (turn.Store.Recording is not { } change) return;
        var given = OwnChanges.Given(change);
        given[Quietly] = "";
        change.Given = JsonSerializer.Serialize(given);
    }

    /// <summary>Whether nobody but the speaker has seen what was recorded, and nobody else need hear that it is gone.</summary>
    public static bool IsQuiet(Change change, CommandRegistry registry) =>
        registry.Find(change.Command) is not { LeavesTrace: true } && OwnChanges.Given(change).ContainsKey(Quietly);

    /// <summary>A change as the line that would make it again, such as <c>complaint Acme: late delivery</c>.</summary>
    public static string Line(Change change, CommandRegistry registry, IReadOnlyList<KnownName> names, Language language)
    {
        if (registry.Find(change.Command) is not { } command) return change.Command;
        var raw = OwnChanges.Given(change);
        var parts = command.Slots.Where(slot => slot.Kind != SlotKind.Prose && raw.ContainsKey(slot.Name)).Select(slot => Shown(slot, raw[slot.Name], names, language)).Where(part => part.Length > 0);
        var line = string.Join(' ', parts.Prepend(Phrases.First(command.Words.Phrase, language)));
        var prose = command.Slots.FirstOrDefault(slot => slot.Kind == SlotKind.Prose) is { } words ? ShownValue.Of(words, raw.GetValueOrDefault(words.Name) ?? "", names, language) : "";
        return prose.Length == 0 ? line : $"{line}: {Shortening.Of(prose, 200)}";
    }

    private static string Shown(Slot slot, string raw, IReadOnlyList<KnownName> names, Language language)
    {
        var shown = ShownValue.Of(slot, raw, names, language);
        return slot.Keyword is { } keyword && shown.Length > 0 ? $"{Phrases.First(keyword, language)} {shown}" : shown;
    }

    /// <summary>Whether a contact that is about to go is named in a record that stays.</summary>
    private static async Task<bool> IsNamedElsewhere(TurnContext turn, CancellationToken cancellation)
    {
        foreach (var contact in turn.Store.ChangeTracker.Entries<Contact>().Where(entry => entry.State == EntityState.Deleted).Select(entry => entry.Entity.Id).ToList())
        {
            if (await turn.Store.IsContactNamed(contact, cancellation)) return true;
        }

        return false;
    }
}

/// <summary>[Remove].</summary>
internal sealed class RemoveRecord : ButtonAction
{
    public override string Id => "record.remove";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var names = await turn.Names(cancellation);
        var change = await Correcting.TakeBack(turn, value.Subject, cancellation);
        var leavesTrace = turn.Registry.Find(change.Command) is { LeavesTrace: true };
        var line = Correcting.Line(change, turn.Registry, names, turn.Voice.Language);
        var said = leavesTrace ? ConversationTexts.RemovedBy(turn.Speaker.Name, line) : ConversationTexts.Removed;
        return new Reply { Card = new Card(said.In(turn.Voice)), Replaces = true };
    }
}

/// <summary>Takes back the speaker's last change, whatever it was.</summary>
internal sealed class Undo() : Command(
    new("undo", CommandGroup.LookAfter, new("undo", "rückgängig|zurücknehmen"), ConversationTexts.DoesUndo, ConversationTexts.ExampleUndo))
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        if (await turn.OwnChange(null, cancellation) is not { } change) return Replies.Hint(turn, ConversationTexts.NothingToUndo);
        var names = await turn.Names(cancellation);
        await Correcting.TakeBack(turn, change, cancellation);
        var isQuiet = Correcting.IsQuiet(change, turn.Registry);
        var voice = isQuiet ? turn.OwnVoice : turn.Voice;
        return new Reply { Card = new Card(ConversationTexts.TakenBack(turn.Speaker.Name, Correcting.Line(change, turn.Registry, names, voice.Language)).In(voice)), OnlyAsker = isQuiet };
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

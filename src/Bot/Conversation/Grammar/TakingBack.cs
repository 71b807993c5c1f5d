using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>How a change was taken back, as it is told wherever the change was shown.</summary>
/// <param name="By">Who did.</param>
/// <param name="Line">What it was, see <see cref="RecordedLine"/>.</param>
/// <param name="Why">In their words, where a reason was asked for.</param>
/// <param name="IsCorrected">Another version of it has taken its place.</param>
/// <param name="LeavesTrace">What it was may be told; of anything else nothing is to be left.</param>
internal sealed record TakenBack(string By, Text Line, string Why, bool IsCorrected, bool LeavesTrace)
{
    /// <summary>Beside the slots of what was given; no slot is called so.</summary>
    private const string ByKey = ":by", EnglishKey = ":line.en", GermanKey = ":line.de", WhyKey = ":why", CorrectedKey = ":corrected";

    /// <summary>Null while the change stands, and for what a version before has taken back.</summary>
    public static TakenBack? Of(Change? change)
    {
        if (change?.UndoneAt is null) return null;
        var given = OwnChanges.Given(change);
        if (given.GetValueOrDefault(ByKey) is not { } by) return null;
        var line = given.TryGetValue(EnglishKey, out var english) && given.TryGetValue(GermanKey, out var german) ? new Text($"{english}", $"{german}") : null;
        return new TakenBack(by, line ?? Text.Verbatim(""), given.GetValueOrDefault(WhyKey) ?? "", given.ContainsKey(CorrectedKey), LeavesTrace: line is not null);
    }

    public void KeepIn(Change change)
    {
        OwnChanges.Keep(change, ByKey, By);
        if (LeavesTrace)
        {
            OwnChanges.Keep(change, EnglishKey, Line.Plain(Voice.English));
            OwnChanges.Keep(change, GermanKey, Line.Plain(Voice.German));
        }

        if (Why.Length > 0) OwnChanges.Keep(change, WhyKey, Why);
        if (IsCorrected) OwnChanges.Keep(change, CorrectedKey);
    }
}

/// <summary>Takes back what was recorded. Only one's own, and only while nothing has touched it since.</summary>
internal static class TakingBack
{
    /// <summary>Takes a change back, or refuses with a sentence; says what it was.</summary>
    public static async Task<TakenBack> TakeBack(this TurnContext turn, Guid changeId, CancellationToken cancellation, string why = "", bool isCorrected = false)
    {
        var change = await turn.OwnChange(changeId, cancellation) ?? throw new RefusalException(await turn.WhyNoChange(changeId, cancellation));
        return await turn.TakeBack(change, cancellation, why, isCorrected);
    }

    /// <summary>Takes a change back, or refuses with a sentence; says what it was.</summary>
    public static async Task<TakenBack> TakeBack(this TurnContext turn, Change change, CancellationToken cancellation, string why = "", bool isCorrected = false)
    {
        // Whatever goes with it still has its name.
        var names = await turn.Names(cancellation);
        var (english, german) = (RecordedLine.Of(change, turn.Registry, names, Language.English), RecordedLine.Of(change, turn.Registry, names, Language.German));
        if (!await turn.Store.TryUndo(change, cancellation) || await IsNamedElsewhere(turn, cancellation)) throw new RefusalException(ConversationTexts.TouchedSince);
        var taken = new TakenBack(turn.Speaker.Name, new($"{english}", $"{german}"), why, isCorrected, turn.Registry.Find(change.Command) is { LeavesTrace: true });
        taken.KeepIn(change);
        try
        {
            await turn.Store.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException dependent) when (dependent is not DbUpdateConcurrencyException)
        {
            throw new RefusalException(ConversationTexts.TouchedSince);
        }

        turn.ForgetNames();
        return taken;
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

using AccountNudge.Core.Interactions;

namespace AccountNudge.Core.Practices;

/// <summary>What an imported file says of a client beyond the directory. Each practice takes what is its own, where it has nothing yet.</summary>
/// <param name="Account">The client.</param>
/// <param name="MemberId">Who imports it.</param>
/// <param name="Now">When.</param>
/// <param name="Today">The day, in the team's zone.</param>
public sealed record Imported(Account Account, Guid MemberId, Instant Now, LocalDate Today)
{
    /// <summary>The day of the last talk, where the file knows a later one than is noted.</summary>
    public LocalDate? LastTalk { get; init; }

    /// <summary>Days without a talk after which the client counts as quiet, as agreed.</summary>
    public int? FloorDays { get; init; }

    /// <summary>How they like to talk.</summary>
    public InteractionKind? Channel { get; init; }

    /// <summary>Words about the client, or about somebody there.</summary>
    public IReadOnlyList<(Guid? ContactId, string Words)> Notes { get; init; } = [];
}

/// <summary>What the practices keep already of what a file may say, gathered from all of them.</summary>
public sealed class KeptAlready
{
    /// <summary>The days of the last talks, by account.</summary>
    public Dictionary<Guid, LocalDate> LastTalks { get; } = [];

    /// <summary>What is agreed about how often and how to talk, by account.</summary>
    public Dictionary<Guid, (int? FloorDays, InteractionKind? Channel)> Rhythms { get; } = [];

    /// <summary>Imported words, by the account or the contact they are about.</summary>
    public Dictionary<Guid, string> Notes { get; } = [];

    /// <summary>Takes a talk into account.</summary>
    public void AddTalk(Guid accountId, LocalDate on)
    {
        if (!LastTalks.TryGetValue(accountId, out var known) || known < on) LastTalks[accountId] = on;
    }

    /// <summary>Takes words into account.</summary>
    public void AddNote(Guid subject, string words) => Notes[subject] = Notes.TryGetValue(subject, out var known) ? $"{known}\n{words}" : words;
}

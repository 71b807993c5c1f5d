using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Digests;

/// <summary>A held nudge that someone let through.</summary>
/// <param name="Account">The account.</param>
/// <param name="Member">Who.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="At">When.</param>
public sealed record Released(Account Account, Member? Member, string Reason, Instant At);

/// <summary>How the teams of a scope stand: first what needs someone, then figures.</summary>
public sealed record DigestReport
{
    /// <summary>How many lines stand at the top at most.</summary>
    public const int MostNeeds = 5;

    /// <summary>When it was made.</summary>
    public required Instant At { get; init; }

    /// <summary>The zone of its days.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The days that are counted.</summary>
    public required DateInterval Days { get; init; }

    /// <summary>The Mondays of the weeks that charts show, oldest first.</summary>
    public required IReadOnlyList<LocalDate> Weeks { get; init; }

    /// <summary>The teams it covers.</summary>
    public required IReadOnlyList<AccountTeam> Teams { get; init; }

    /// <summary>Everything that needs someone, most pressing first.</summary>
    public IReadOnlyList<DigestNeed> Needs { get; init; } = [];

    /// <summary>How much is owed to clients, pressing or not.</summary>
    public int Owed { get; init; }

    /// <summary>How many accounts there are.</summary>
    public int Accounts { get; init; }

    /// <summary>Talks in those days per kind, most present kind first.</summary>
    public IReadOnlyList<(InteractionKind Kind, int Count)> Talks { get; init; } = [];

    /// <summary>Talks in those days per tier, of every tier that has accounts.</summary>
    public IReadOnlyList<(Tier Tier, int Count)> TalksPerTier { get; init; } = [];

    /// <summary>Talks in each of the weeks.</summary>
    public IReadOnlyList<int> TalksPerWeek { get; init; } = [];

    /// <summary>How many nudges the gate holds back now.</summary>
    public int Held { get; init; }

    /// <summary>The days that the channel hears of within the next week, each matter once, the next one first.</summary>
    public IReadOnlyList<NudgeLine> ComingUp { get; init; } = [];

    /// <summary>What was let through the gate in those days.</summary>
    public IReadOnlyList<Released> Releases { get; init; } = [];

    /// <summary>Noted talks that were deleted in those days because they had had their time; told to managers alone.</summary>
    public int ExpiredTalks { get; init; }

    /// <summary>Accounts nobody looks after.</summary>
    public IReadOnlyList<Account> Ownerless { get; init; } = [];

    /// <summary>The practices' figures, each by its type.</summary>
    public IReadOnlyList<object> OfPractices { get; init; } = [];

    /// <summary>A practice's figures; null when it has none.</summary>
    public T? Of<T>()
        where T : class => OfPractices.OfType<T>().FirstOrDefault();
}

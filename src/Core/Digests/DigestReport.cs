using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using NodaTime;

namespace AccountNudge.Core.Digests;

/// <summary>Why something needs someone first, most pressing first.</summary>
public enum NeedKind
{
    /// <summary>The client had to ask at least twice.</summary>
    AskedTwice,

    /// <summary>The client does not know yet that we have the complaint, and should.</summary>
    NoAnswer,

    /// <summary>The solution was agreed for a day that has passed.</summary>
    NoSolution,

    /// <summary>The client should have heard from us again.</summary>
    NoWord,

    /// <summary>It was reopened twice or more.</summary>
    Stuck,

    /// <summary>Quiet for longer than its floor.</summary>
    Quiet,
}

/// <summary>One thing that needs someone first.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Account">The account.</param>
/// <param name="Since">Since when, as an instant.</param>
public sealed record DigestNeed(NeedKind Kind, Account Account, Instant Since)
{
    /// <summary>The contact it is about.</summary>
    public Contact? Contact { get; init; }

    /// <summary>The complaint it is about.</summary>
    public Complaint? Complaint { get; init; }

    /// <summary>Who looks after the account.</summary>
    public Member? Owner { get; init; }

    /// <summary>For a quiet account: days since it was last heard of.</summary>
    public int SilentDays { get; init; }
}

/// <summary>The complaints of one week.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Opened">Taken down.</param>
/// <param name="Confirmed">Confirmed.</param>
public sealed record ComplaintWeek(LocalDate Monday, int Opened, int Confirmed);

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

    /// <summary>The teams it covers.</summary>
    public required IReadOnlyList<AccountTeam> Teams { get; init; }

    /// <summary>Everything that needs someone, most pressing first.</summary>
    public IReadOnlyList<DigestNeed> Needs { get; init; } = [];

    /// <summary>How many accounts there are.</summary>
    public int Accounts { get; init; }

    /// <summary>How many complaints are open.</summary>
    public int OpenComplaints { get; init; }

    /// <summary>Complaints of the last weeks, oldest first.</summary>
    public IReadOnlyList<ComplaintWeek> Weeks { get; init; } = [];

    /// <summary>Quiet accounts per tier.</summary>
    public IReadOnlyDictionary<Tier, int> QuietPerTier { get; init; } = new Dictionary<Tier, int>();

    /// <summary>Talks of the last seven days per kind, most present kind first.</summary>
    public IReadOnlyList<(InteractionKind Kind, int Count)> Talks { get; init; } = [];

    /// <summary>What was let through the gate in the last seven days.</summary>
    public IReadOnlyList<Released> Releases { get; init; } = [];

    /// <summary>Accounts nobody looks after.</summary>
    public IReadOnlyList<Account> Ownerless { get; init; } = [];
}

/// <summary>What needs someone, from the state of things; pure.</summary>
public static class Needs
{
    /// <summary>Why an open complaint needs someone now; null when it is on its way.</summary>
    public static (NeedKind Kind, Instant Since)? Of(Complaint complaint, Instant now)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        return complaint switch
        {
            { IsOpen: false } => null,
            { Chasers: >= 2, ChasedAt: { } chased } => (NeedKind.AskedTwice, chased),
            { AcknowledgeBy: { } due } when due <= now => (NeedKind.NoAnswer, complaint.CycleBeganAt),
            { ResolveBy: { } due, State: ComplaintState.Acknowledged } when due <= now => (NeedKind.NoSolution, due),
            { NextUpdateBy: { } due } when due <= now => (NeedKind.NoWord, due),
            { Reopened: >= 2, State: not ComplaintState.Resolved } => (NeedKind.Stuck, complaint.OpenedAt),
            _ => null,
        };
    }

    /// <summary>Most pressing first; within a kind, longest first.</summary>
    public static IReadOnlyList<DigestNeed> Sorted(IEnumerable<DigestNeed> needs) =>
        [.. needs.OrderBy(need => need.Kind).ThenBy(need => need.Since).ThenBy(need => need.Account.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Counts complaints per week, the running one last.</summary>
    public static IReadOnlyList<ComplaintWeek> PerWeek(IEnumerable<LocalDate> opened, IEnumerable<LocalDate> confirmed, LocalDate today, int weeks)
    {
        var (openedIn, confirmedIn) = (opened.CountBy(Monday).ToDictionary(), confirmed.CountBy(Monday).ToDictionary());
        return [.. Enumerable.Range(0, weeks).Select(week => Monday(today).PlusWeeks(week - weeks + 1))
            .Select(monday => new ComplaintWeek(monday, openedIn.GetValueOrDefault(monday), confirmedIn.GetValueOrDefault(monday)))];
    }

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}

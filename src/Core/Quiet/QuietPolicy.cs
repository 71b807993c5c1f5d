using System.Globalization;
using AccountNudge.Core.Nudges;
using NodaTime;

namespace AccountNudge.Core.Quiet;

/// <summary>
/// What a quiet account wants said (practices C1 and C2). It is quiet when its floor is exceeded, counted in calendar days
/// since the latest of its last substantive interaction, the day it was entered and the end of the client's pause.
/// </summary>
public static class QuietPolicy
{
    /// <summary>The first day on which the account counts as quiet: its floor is exceeded, not just reached.</summary>
    public static LocalDate QuietFrom(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return LastTouch(facts).PlusDays(facts.Terms.Floor(facts.Account.Tier) + 1);
    }

    /// <summary>Reviews an account. An open complaint suppresses it: then there is more to say than "get in touch".</summary>
    public static Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Complaints.Any(complaint => complaint.IsOpen)) return Nudges.Review.Nothing;
        var touch = LastTouch(facts);
        var cycle = string.Create(CultureInfo.InvariantCulture, $"quiet@{touch:yyyy-MM-dd}");
        var began = Instant.Max(facts.Calendar.StartOf(touch), facts.LastTalk?.RecordedAt ?? Instant.MinValue);
        var due = facts.Calendar.At(QuietFrom(facts), facts.Terms.Morning);
        return new Review([new Wish(new Matter(MatterKind.Quiet, facts.Account.Id), cycle, began, Ask.GetInTouch, Lane.StayClose, due, Climb.Quiet)]);
    }

    private static LocalDate LastTouch(AccountFacts facts)
    {
        var touch = LocalDate.Max(facts.Account.EnteredOn, facts.LastTalkOn ?? LocalDate.MinIsoValue);
        return LocalDate.Max(touch, facts.Account.PausedUntil ?? LocalDate.MinIsoValue);
    }
}

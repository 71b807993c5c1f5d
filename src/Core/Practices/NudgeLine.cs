using AccountNudge.Core.Nudges;

namespace AccountNudge.Core.Practices;

/// <summary>One nudge with the facts of its account, as things stand now: all that is needed to say it.</summary>
/// <param name="Nudge">The nudge.</param>
/// <param name="Facts">What is known of its account.</param>
public sealed record NudgeLine(Nudge Nudge, AccountFacts Facts)
{
    /// <summary>The account it is about.</summary>
    public Account Account => Facts.Account;

    /// <summary>Whom it names.</summary>
    public Member? Addressee => Facts.Roster.Find(Nudge.AddresseeId);

    /// <summary>The owner of the account.</summary>
    public Member? Owner => Facts.Roster.Find(Facts.Account.OwnerId);

    /// <summary>Whose it is: whoever it is meant for, else the owner of the account.</summary>
    public Member? Whose => Facts.Roster.Find(Facts.PracticeOf(Nudge.Kind)?.MemberOf(Nudge, Facts)) ?? Owner;

    /// <summary>The absence on a day of whom it is; null when they are there.</summary>
    public Absence? WhoseAway(LocalDate day) => Facts.Roster.AwayOn(Whose?.Id, day);

    /// <summary>The owner's absence on a day; null when they are there, or there is none.</summary>
    public Absence? OwnerAway(LocalDate day) => Facts.Roster.AwayOn(Facts.Account.OwnerId, day);

    /// <summary>The contact it is about.</summary>
    public Contact? Contact => Facts.Contact(Facts.PracticeOf(Nudge.Kind)?.ContactOf(Nudge.Subject, Facts));

    /// <summary>The day it speaks of; null when it waits until someone acts.</summary>
    public LocalDate? Day => Facts.PracticeOf(Nudge.Kind)?.DayOf(Nudge);

    /// <summary>Who settled it.</summary>
    public Member? SettledBy => Facts.Roster.Find(Nudge.SettledBy);

    /// <summary>Until when the matter is put off, where it is.</summary>
    public Instant? SnoozedUntil => Facts.Snoozes.Where(snooze => snooze.Matter == Nudge.Matter).MaxBy(snooze => snooze.At)?.Until;
}

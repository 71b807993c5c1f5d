using AccountNudge.Core.Accounts;
using NodaTime;

namespace AccountNudge.Core.Nudges;

/// <summary>Where a nudge goes.</summary>
/// <param name="AddresseeId">Whom it names; null names the whole channel.</param>
/// <param name="IsDirect">To the addressee's direct messages rather than to the home channel.</param>
public readonly record struct Audience(Guid? AddresseeId, bool IsDirect);

/// <summary>
/// Who hears of a wish on which rung. Nobody away is named: whoever stands in for them is, along the chain of absences and
/// without going in circles. A rung whose audience knows already is left out, so that a team of one hears once.
/// </summary>
public static class Ladder
{
    /// <summary>The rung that tells the deputy and the home channel.</summary>
    public const int DeputyRung = 1;

    /// <summary>The rung that tells a manager.</summary>
    public const int ManagerRung = 2;

    /// <summary>The rung that hints at a neutral third person.</summary>
    public const int ThirdPersonRung = 3;

    /// <summary>Who hears of a wish on a rung on a day; null when everyone it would tell knows already, or there is no such rung.</summary>
    /// <param name="rung">The rung, from 0.</param>
    /// <param name="wish">What is to be said.</param>
    /// <param name="account">The account it is about.</param>
    /// <param name="crew">The people.</param>
    /// <param name="day">The day it is said on.</param>
    /// <param name="told">Who was named on the rungs below; null takes those who would be named on that day.</param>
    public static Audience? On(int rung, Wish wish, Account account, Crew crew, LocalDate day, IReadOnlySet<Guid>? told = null)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(crew);
        var face = Face(account, crew, day);
        if (wish.IsPersonal) return Personal(rung, face, crew, day);
        if (wish.ForManager) return rung == 0 ? Manager(crew, day, known: []) ?? new Audience(face, false) : null;
        if (rung == 0) return new Audience(face, false);
        return wish.Climb switch
        {
            Climb.Again => new Audience(face, false),
            Climb.Quiet when rung == DeputyRung => Deputy(account, crew, day, face) is { } deputy ? new Audience(deputy, false) : null,
            Climb.Owed => Owed(rung, account, crew, day, told),
            _ => null,
        };
    }

    /// <summary>When the next rung is due, counted in working time from the posting of the previous one; null when there is none.</summary>
    public static Instant? NextDue(int rung, Wish wish, AccountFacts facts, Instant previousPostedAt)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(facts);
        var (calendar, terms) = (facts.Calendar, facts.Terms);
        return (wish.Climb, rung) switch
        {
            (Climb.Owed, DeputyRung) => calendar.AddWorkingTime(previousPostedAt, Duration.FromHours(terms.ClimbHours)),
            (Climb.Owed, ManagerRung) => calendar.AddWorkingDays(previousPostedAt, terms.ClimbManagerDays),
            (Climb.Owed, ThirdPersonRung) => calendar.AddWorkingDays(previousPostedAt, terms.ClimbThirdPersonDays),
            (Climb.Quiet, DeputyRung) => calendar.AddWorkingDays(previousPostedAt, terms.QuietDeputyDays),
            (Climb.Again, _) => calendar.AddWorkingDays(previousPostedAt, terms.WaitingDays),
            _ => null,
        };
    }

    /// <summary>The highest rung of a wish's ladder.</summary>
    public static int Top(Climb climb) => climb switch { Climb.Owed => ThirdPersonRung, Climb.Quiet => DeputyRung, Climb.Again => int.MaxValue, _ => 0 };

    /// <summary>
    /// Who may be told a nudge that its place refuses, first the one to ask first, and of those who are away only after the others.
    /// What is meant for a manager goes to the others who manage, and then to whoever was not told on the rungs below; what is
    /// personal to those alone who look after the account.
    /// </summary>
    /// <param name="nudge">The nudge.</param>
    /// <param name="wish">What it says.</param>
    /// <param name="facts">The account's facts.</param>
    /// <param name="day">The day it is said on.</param>
    /// <param name="told">Who was told on the rungs below.</param>
    public static IReadOnlyList<Guid> Instead(Nudge nudge, Wish wish, AccountFacts facts, LocalDate day, IReadOnlySet<Guid> told)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(facts);
        var (account, crew) = (facts.Account, facts.Crew);
        var isForManager = wish.ForManager || (wish.Climb == Climb.Owed && nudge.Rung == ManagerRung);
        Guid?[] near = [nudge.AddresseeId, account.OwnerId, account.DeputyId];
        var managers = wish.IsPersonal ? [] : crew.ManagerIds.Cast<Guid?>();
        var readers = isForManager ? managers.Concat(near).Where(id => id is { } reader && !told.Contains(reader)) : near.Concat(managers);
        return [.. readers.Select(id => crew.Find(id)?.Id).OfType<Guid>().Distinct().OrderByDescending(id => IsPresent(id, crew, day))];
    }

    /// <summary>The owner, or whoever stands in; null when nobody does.</summary>
    public static Guid? Face(Account account, Crew crew, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Present(account.OwnerId, account.DeputyId, crew, day, []) ?? Present(account.DeputyId, null, crew, day, []);
    }

    private static Guid? Deputy(Account account, Crew crew, LocalDate day, Guid? face) =>
        Present(account.DeputyId, null, crew, day, []) is { } deputy && deputy != face ? deputy : null;

    private static Audience? Owed(int rung, Account account, Crew crew, LocalDate day, IReadOnlySet<Guid>? told)
    {
        var face = Face(account, crew, day);
        var deputy = Deputy(account, crew, day, face);
        Guid?[] named = told is null ? [face, rung > DeputyRung ? deputy : null] : [.. told];
        var others = crew.Members.Where(member => !named.Contains(member.Id) && IsPresent(member.Id, crew, day)).ToList();
        switch (rung)
        {
            case DeputyRung:
                return others.Count == 0 ? null : new Audience(new[] { face, deputy }.FirstOrDefault(id => id is not null && !named.Contains(id)), false);
            case ManagerRung:
                return Manager(crew, day, named);
            case ThirdPersonRung:
                return others.Exists(member => member.Id != face && member.Id != deputy && !crew.ManagerIds.Contains(member.Id)) ? new Audience(null, false) : null;
            default:
                return null;
        }
    }

    private static Audience? Personal(int rung, Guid? face, Crew crew, LocalDate day)
    {
        if (rung != 0) return null;
        var reader = face ?? Manager(crew, day, known: [])?.AddresseeId ?? (crew.Members.Count > 0 ? crew.Members[0].Id : null);
        return reader is null ? null : new Audience(reader, true);
    }

    private static Audience? Manager(Crew crew, LocalDate day, IReadOnlyList<Guid?> known)
    {
        foreach (var managerId in crew.ManagerIds)
        {
            if (Present(managerId, null, crew, day, []) is { } manager && !known.Contains(manager)) return new Audience(manager, true);
        }

        return null;
    }

    private static bool IsPresent(Guid memberId, Crew crew, LocalDate day) =>
        !crew.Absences.Any(absence => absence.MemberId == memberId && absence.Covers(day));

    private static Guid? Present(Guid? memberId, Guid? deputyId, Crew crew, LocalDate day, HashSet<Guid> visited)
    {
        if (crew.Find(memberId) is not { } member || !visited.Add(member.Id)) return null;
        var absence = crew.Absences.FirstOrDefault(candidate => candidate.MemberId == member.Id && candidate.Covers(day));
        if (absence is null) return member.Id;
        return Present(absence.DeputyId, null, crew, day, visited) ?? Present(deputyId, null, crew, day, visited);
    }
}

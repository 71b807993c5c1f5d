using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Planning;

/// <summary>Where a nudge goes.</summary>
/// <param name="AddresseeId">Whom it names; null names the whole channel.</param>
/// <param name="IsDirect">To the addressee's direct messages rather than to the home channel.</param>
public readonly record struct Audience(Guid? AddresseeId, bool IsDirect);

/// <summary>
/// Who hears of a request on which rung. Nobody away is named: whoever stands in for them is, along the chain of absences and
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

    /// <summary>
    /// Whether a rung is above the last one of its ladder: nothing owed falls silent. What we owe stands in the morning message again, week by
    /// week, and a quiet account comes back once per floor, until it is settled.
    /// </summary>
    public static bool IsAgain(int rung, NudgeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request is { IsPersonal: false, ForManager: false }
            && request.Climb != Climb.Never && rung > Top(request.Climb);
    }

    /// <summary>Who hears of a request on a rung on a day; null when everyone it would tell knows already, or there is no such rung.</summary>
    /// <param name="rung">The rung, from 0.</param>
    /// <param name="request">What is to be said.</param>
    /// <param name="account">The account it is about.</param>
    /// <param name="roster">The people.</param>
    /// <param name="day">The day it is said on.</param>
    /// <param name="told">Who was named before, on the rungs below or by something else; null takes those who would be named on that day.</param>
    public static Audience? On(int rung, NudgeRequest request, Account account, TeamRoster roster, LocalDate day, IReadOnlySet<Guid>? told = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(roster);
        var face = Face(account, roster, day);
        if (request is { IsPersonal: true, IsForNobodyElse: true })
            return rung == 0 && roster.Find(request.ForMember) is { } only && IsPresent(only.Id, roster, day) ? new Audience(only.Id, true) : null;
        if (request is { ForManager: true, IsForNobodyElse: true })
            return rung == 0 && roster.ManagerIds.Where(id => IsPresent(id, roster, day)).Select(id => roster.Find(id)).FirstOrDefault() is { } there ? new Audience(there.Id, true) : null;
        if (request.IsPersonal) return Personal(rung, Present(request.ForMember, face, roster, day, []) ?? face, roster, day);
        if (request.ForManager) return rung == 0 ? Manager(roster, day, known: []) ?? new Audience(face, false) : null;
        if (rung == 0 || IsAgain(rung, request)) return new Audience(Present(request.ForMember, face, roster, day, []) ?? face, false);
        return request.Climb switch
        {
            Climb.Quiet when rung == DeputyRung => Deputy(account, roster, day, face) is { } deputy ? new Audience(deputy, false) : null,
            Climb.Owed => Owed(rung, account, roster, day, told),
            _ => null,
        };
    }

    /// <summary>When the next rung is due, counted in working time from the posting of the previous one; null when there is none.</summary>
    public static Instant? NextDue(int rung, NudgeRequest request, AccountFacts facts, Instant previousPostedAt)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(facts);
        var (calendar, terms) = (facts.Calendar, facts.Terms);
        return (request.Climb, rung) switch
        {
            (Climb.Owed, DeputyRung) => calendar.AddWorkingTime(previousPostedAt, Duration.FromHours(terms.ClimbHours)),
            (Climb.Owed, ManagerRung) => calendar.AddWorkingDays(previousPostedAt, terms.ClimbManagerDays),
            (Climb.Owed, ThirdPersonRung) => calendar.AddWorkingDays(previousPostedAt, terms.ClimbThirdPersonDays),
            (Climb.Quiet, DeputyRung) => calendar.AddWorkingDays(previousPostedAt, terms.QuietDeputyDays),
            (Climb.Owed, > ThirdPersonRung) or (Climb.Again, _) => calendar.At(calendar.WorkingDateOnOrAfter(facts.Today(previousPostedAt).Next(IsoDayOfWeek.Monday)), terms.Morning),
            (Climb.Quiet, > DeputyRung) => calendar.At(NextFloor(request, facts, facts.Today(previousPostedAt)), terms.Morning),
            _ => null,
        };
    }

    /// <summary>The highest rung of a ladder.</summary>
    public static int Top(Climb climb) => climb switch { Climb.Owed => ThirdPersonRung, Climb.Quiet => DeputyRung, _ => 0 };

    /// <summary>The next day after another on which the floor is reached once more: the 60th, the 90th of a floor of 30 days; of none, every day.</summary>
    private static LocalDate NextFloor(NudgeRequest request, AccountFacts facts, LocalDate after)
    {
        var touch = facts.Today(request.DueAt).PlusDays(-facts.Floor - 1);
        // A floor of no days is reached once a day.
        var floor = Math.Max(1, facts.Floor);
        return touch.PlusDays(floor * Math.Max(2, (Period.DaysBetween(touch, after) / floor) + 1));
    }

    /// <summary>
    /// Who may be told a nudge that its place refuses, first the one to ask first, and of those who are away only after the others.
    /// What is meant for a manager goes to the others who manage, and then to whoever was not told before; what is
    /// personal to those alone who look after the account.
    /// </summary>
    /// <param name="nudge">The nudge.</param>
    /// <param name="request">What it says.</param>
    /// <param name="facts">The account's facts.</param>
    /// <param name="day">The day it is said on.</param>
    /// <param name="told">Who was told before.</param>
    public static IReadOnlyList<Guid> Instead(Nudge nudge, NudgeRequest request, AccountFacts facts, LocalDate day, IReadOnlySet<Guid> told)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(facts);
        if (request.IsForNobodyElse) return [];
        var (account, roster) = (facts.Account, facts.Roster);
        var isForManager = request.ForManager || (request.Climb == Climb.Owed && nudge.Rung == ManagerRung);
        Guid?[] near = [nudge.AddresseeId, account.OwnerId, account.DeputyId];
        var managers = request.IsPersonal ? [] : roster.ManagerIds.Cast<Guid?>();
        var readers = isForManager ? managers.Concat(near).Where(id => id is { } reader && !told.Contains(reader)) : near.Concat(managers);
        return [.. readers.Select(id => roster.Find(id)?.Id).OfType<Guid>().Distinct().OrderByDescending(id => IsPresent(id, roster, day))];
    }

    /// <summary>The owner, or whoever stands in; null when nobody does.</summary>
    public static Guid? Face(Account account, TeamRoster roster, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Present(account.OwnerId, account.DeputyId, roster, day, []) ?? Present(account.DeputyId, null, roster, day, []);
    }

    private static Guid? Deputy(Account account, TeamRoster roster, LocalDate day, Guid? face) =>
        Present(account.DeputyId, null, roster, day, []) is { } deputy && deputy != face ? deputy : null;

    private static Audience? Owed(int rung, Account account, TeamRoster roster, LocalDate day, IReadOnlySet<Guid>? told)
    {
        var face = Face(account, roster, day);
        var deputy = Deputy(account, roster, day, face);
        Guid?[] named = told is null ? [face, rung > DeputyRung ? deputy : null] : [.. told];
        var others = roster.Members.Where(member => !named.Contains(member.Id) && IsPresent(member.Id, roster, day)).ToList();
        switch (rung)
        {
            case DeputyRung:
                return others.Count == 0 ? null : new Audience(new[] { face, deputy }.FirstOrDefault(id => id is not null && !named.Contains(id)), false);
            case ManagerRung:
                return Manager(roster, day, named);
            case ThirdPersonRung:
                return others.Exists(member => member.Id != face && member.Id != deputy && !roster.ManagerIds.Contains(member.Id)) ? new Audience(null, false) : null;
            default:
                return null;
        }
    }

    private static Audience? Personal(int rung, Guid? face, TeamRoster roster, LocalDate day)
    {
        if (rung != 0) return null;
        var reader = face ?? Manager(roster, day, known: [])?.AddresseeId ?? (roster.Members.Count > 0 ? roster.Members[0].Id : null);
        return reader is null ? null : new Audience(reader, true);
    }

    private static Audience? Manager(TeamRoster roster, LocalDate day, IReadOnlyList<Guid?> known)
    {
        foreach (var managerId in roster.ManagerIds)
        {
            if (Present(managerId, null, roster, day, []) is { } manager && !known.Contains(manager)) return new Audience(manager, true);
        }

        return null;
    }

    private static bool IsPresent(Guid memberId, TeamRoster roster, LocalDate day) => roster.AwayOn(memberId, day) is null;

    private static Guid? Present(Guid? memberId, Guid? deputyId, TeamRoster roster, LocalDate day, HashSet<Guid> visited)
    {
        if (roster.Find(memberId) is not { } member || !visited.Add(member.Id)) return null;
        if (roster.AwayOn(member.Id, day) is not { } absence) return member.Id;
        return Present(absence.DeputyId, null, roster, day, visited) ?? Present(deputyId, null, roster, day, visited);
    }
}

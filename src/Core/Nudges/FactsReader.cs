using AccountNudge.Core.Accounts;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Nudges;

/// <summary>Reads the facts of a team's accounts.</summary>
public static class FactsReader
{
    private static readonly Duration Remembered = Duration.FromDays(400);
    private static readonly Duration RecentlyClosed = Duration.FromDays(30);

    /// <summary>Reads the facts of one account; null when the scope has no such account.</summary>
    public static async Task<AccountFacts?> FactsOf(this Store store, Guid accountId, Instant now, CancellationToken cancellation)
    {
        var account = await store.Accounts.FirstOrDefaultAsync(account => account.Id == accountId, cancellation);
        if (account is null) return null;
        var team = await store.Teams.FirstAsync(team => team.Id == account.TeamId, cancellation);
        return (await store.FactsOf([account], team, now, cancellation))[0];
    }

    /// <summary>Reads the facts of some accounts of one team, in few queries however many there are.</summary>
    public static async Task<IReadOnlyList<AccountFacts>> FactsOf(this Store store, IReadOnlyList<Account> accounts, AccountTeam team, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(team);
        var ids = accounts.Select(account => account.Id).ToList();
        var calendar = team.Settings.Calendar();
        var crew = await store.CrewOf(team.Id, calendar.DateOf(now), cancellation);
        var (remembered, recently) = (now - Remembered, now - RecentlyClosed);
        var contacts = await Group(store.Contacts.Where(contact => ids.Contains(contact.AccountId)), cancellation);
        var complaints = await Group(store.Complaints.Where(complaint => ids.Contains(complaint.AccountId) && (complaint.ClosedAt == null || complaint.ClosedAt > recently)), cancellation);
        var choices = await Group(store.OccasionChoices.Where(choice => ids.Contains(choice.AccountId)), cancellation);
        var snoozes = await Group(store.Snoozes.Where(snooze => ids.Contains(snooze.AccountId)), cancellation);
        var overrides = await Group(store.Overrides.Where(released => ids.Contains(released.AccountId)), cancellation);
        var nudges = (await store.Nudges.Where(nudge => ids.Contains(nudge.AccountId) && (nudge.State < NudgeState.Acted || nudge.PostedAt == null || nudge.PostedAt > remembered)).ToListAsync(cancellation)).ToLookup(nudge => nudge.AccountId);
        var talks = await store.LastTalks(ids, calendar, cancellation);
        return [.. accounts.Select(account => new AccountFacts
        {
            Account = account,
            Terms = team.Settings,
            Calendar = calendar,
            Crew = crew,
            Contacts = [.. contacts[account.Id]],
            LastTalkOn = talks.TryGetValue(account.Id, out var talk) ? talk.On : null,
            LastTalk = talk is null ? null : (talk.MemberId, talk.RecordedAt),
            LastTalkKind = talk?.Kind,
            LastTalkWith = talk?.ContactId,
            Complaints = [.. complaints[account.Id]],
            Choices = [.. choices[account.Id]],
            Snoozes = [.. snoozes[account.Id]],
            Overrides = [.. overrides[account.Id]],
            Nudges = [.. nudges[account.Id]],
        })];
    }

    /// <summary>The people of a team.</summary>
    public static async Task<Crew> CrewOf(this Store store, Guid teamId, LocalDate today, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var places = await store.Memberships.Where(membership => membership.TeamId == teamId).OrderBy(membership => membership.JoinedAt).ThenBy(membership => membership.MemberId).ToListAsync(cancellation);
        var ids = places.Select(place => place.MemberId).ToList();
        var members = await store.Members.Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, cancellation);
        var absences = await store.Absences.Where(absence => absence.Until >= today.PlusDays(-1) && ids.Contains(absence.MemberId)).OrderBy(absence => absence.From).ToListAsync(cancellation);
        return new Crew([.. ids.Select(id => members[id])], [.. places.Where(place => place.IsManager).Select(place => place.MemberId)], absences);
    }

    private static async Task<ILookup<Guid, T>> Group<T>(IQueryable<T> rows, CancellationToken cancellation)
        where T : IAccountFact =>
        (await rows.ToListAsync(cancellation)).ToLookup(row => row.AccountId);

    /// <summary>The latest talk of each account; a complaint's steps count, a greeting, a gift and a newsletter do not.</summary>
    internal static async Task<Dictionary<Guid, Talk>> LastTalks(this Store store, List<Guid> ids, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var interactions = await store.Interactions.Where(interaction => ids.Contains(interaction.AccountId) && interaction.Kind < InteractionKind.Greeting)
            .GroupBy(interaction => interaction.AccountId)
            .Select(group => group.OrderByDescending(interaction => interaction.On).ThenByDescending(interaction => interaction.RecordedAt).First())
            .ToListAsync(cancellation);
        var steps = await store.ComplaintSteps.Where(step => ids.Contains(step.AccountId) && step.MemberId != null)
            .Join(store.Complaints, step => step.ComplaintId, complaint => complaint.Id, (step, complaint) => new { step.AccountId, step.At, MemberId = step.MemberId!.Value, complaint.ContactId })
            .GroupBy(step => step.AccountId)
            .Select(group => group.OrderByDescending(step => step.At).First())
            .ToListAsync(cancellation);
        return interactions.Select(interaction => new Talk(interaction.AccountId, interaction.On, interaction.MemberId, interaction.RecordedAt, interaction.Kind, interaction.ContactId))
            .Concat(steps.Select(step => new Talk(step.AccountId, calendar.DateOf(step.At), step.MemberId, step.At, null, step.ContactId)))
            .GroupBy(talk => talk.AccountId)
            .ToDictionary(group => group.Key, group => group.OrderBy(talk => talk.On).ThenBy(talk => talk.RecordedAt).Last());
    }
}

/// <summary>The latest talk with an account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="On">The day.</param>
/// <param name="MemberId">Who had it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Kind">How; null for a step of a complaint.</param>
/// <param name="ContactId">With whom, where that is known.</param>
internal sealed record Talk(Guid AccountId, LocalDate On, Guid MemberId, Instant RecordedAt, InteractionKind? Kind, Guid? ContactId);

using AccountNudge.Core.Accounts;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What is gathered in time and can only be delivered later still waits for working time.</summary>
public class DeliveryHoursTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    public static TheoryData<DatabaseKind, int, int, bool> Closing
    {
        get
        {
            var cases = new TheoryData<DatabaseKind, int, int, bool>();
            foreach (var kind in Database.Kinds)
                foreach (var (hour, minute, isSaid) in new[] { (16, 59, true), (17, 0, true), (17, 1, true), (17, 2, false), (23, 0, false) }) cases.Add(kind, hour, minute, isSaid);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Closing))]
    public async Task A_severe_nudge_held_up_past_closing_is_said_when_the_team_opens(DatabaseKind kind, int hour, int minute, bool isSaid)
    {
        await using var journey = await Journey.Begin(kind);
        await journey.Office.Complain(await journey.Office.Win("Acme", await journey.Office.Hire("Anna")));
        await HeldUp(journey, () => journey.SleepUntil(2026, 3, 9, 16, 55));

        await Recover(journey, () => journey.SleepUntil(2026, 3, 9, hour, minute));

        journey.Messenger.Posted.Count.ShouldBe(isSaid ? 1 : 0);
        (await journey.To(2026, 3, 10, 8, 59)).Pending.ShouldBeEmpty();
        journey.Messenger.Posted.Count.ShouldBe(isSaid ? 1 : 0);
        await journey.To(2026, 3, 10, 9);
        journey.Messenger.Posted.Count(message => message.Lines.Any(line => line.Nudge.Rung == 0)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_morning_message_held_up_past_closing_is_part_of_the_next_morning(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var anna = await journey.Office.Hire("Anna");
        await journey.Office.Change(await journey.Office.Complain(await journey.Office.Win("Acme", anna)), (row, act) => row.Acknowledge(act), anna);
        await HeldUp(journey, () => journey.SleepUntil(2026, 3, 10, 9));

        await Recover(journey, () => journey.SleepUntil(2026, 3, 10, 23));
        journey.Messenger.Posted.ShouldBeEmpty();
        (await journey.To(2026, 3, 11, 8, 59)).Pending.ShouldBeEmpty();
        journey.Messenger.Posted.ShouldBeEmpty();
        await journey.To(2026, 3, 11, 9);

        journey.Messenger.Posted.ShouldHaveSingleItem().Key.ShouldEndWith("2026-03-11");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_morning_message_held_up_into_a_break_is_said_after_it(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var anna = await journey.Office.Hire("Anna");
        await Work(journey, "Mon-Fri 9-12, 13-17");
        await journey.Office.Change(await journey.Office.Complain(await journey.Office.Win("Acme", anna)), (row, act) => row.Acknowledge(act), anna);
        await HeldUp(journey, () => journey.SleepUntil(2026, 3, 10, 9));

        await Recover(journey, () => journey.SleepUntil(2026, 3, 10, 12, 30));
        journey.Messenger.Posted.ShouldBeEmpty();
        await journey.To(2026, 3, 10, 13);

        journey.Messenger.Posted.ShouldHaveSingleItem().Key.ShouldEndWith("2026-03-10");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_direct_message_held_up_waits_for_its_readers_own_hours(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var nyla = await journey.Office.Hire("Nyla", zone: DateTimeZoneProviders.Tzdb["America/New_York"]);
        await Born(journey, await journey.Office.Win("Acme", nyla));
        await HeldUp(journey, () => journey.SleepUntil(2026, 3, 11, 14)); // nine in New York

        await Recover(journey, () => journey.SleepUntil(2026, 3, 11, 22, 2)); // two minutes after five
        journey.Messenger.Posted.ShouldBeEmpty();
        await journey.To(2026, 3, 12, 13, 59);
        journey.Messenger.Posted.ShouldBeEmpty();
        await journey.To(2026, 3, 12, 14);

        journey.Messenger.Posted.ShouldHaveSingleItem().Address.ShouldBe(nyla.PersonId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_direct_message_held_up_past_the_teams_closing_is_said_in_its_readers_own_hours(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var nyla = await journey.Office.Hire("Nyla", zone: DateTimeZoneProviders.Tzdb["America/New_York"]);
        await Born(journey, await journey.Office.Win("Acme", nyla));
        await HeldUp(journey, () => journey.SleepUntil(2026, 3, 11, 14));

        await Recover(journey, () => journey.SleepUntil(2026, 3, 11, 22)); // five in New York

        journey.Messenger.Posted.ShouldHaveSingleItem().Address.ShouldBe(nyla.PersonId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_managers_week_held_up_overnight_comes_once_in_the_morning(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var mona = await journey.Office.Hire("Mona", isManager: true);
        await using (var store = journey.Office.Store())
        {
            (await store.Members.SingleAsync()).WeekAt = Journey.Berlin(2026, 3, 9, 9);
            await store.SaveChangesAsync();
        }

        await HeldUp(journey, () => journey.SleepUntil(2026, 3, 9, 9));

        await Recover(journey, () => journey.SleepUntil(2026, 3, 9, 23));
        journey.Messenger.Posted.ShouldBeEmpty();
        await journey.To(2026, 3, 10, 8, 59);
        journey.Messenger.Posted.ShouldBeEmpty();
        await journey.To(2026, 3, 10, 17);

        journey.Messenger.Posted.ShouldHaveSingleItem().Address.ShouldBe(mona.PersonId);
        await journey.To(2026, 3, 16, 17);
        journey.Messenger.Posted.Count.ShouldBe(2, "and the next one when it is due");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task That_a_home_is_gone_is_told_in_a_managers_own_hours(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var anna = await journey.Office.Hire("Anna");
        var nyla = await journey.Office.Hire("Nyla", isManager: true, zone: DateTimeZoneProviders.Tzdb["America/New_York"]);
        await journey.Office.Complain(await journey.Office.Win("Acme", anna));
        await journey.Beat();
        journey.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect ? null : new Refused("is_archived"));
        journey.SleepUntil(2026, 3, 9, 12);

        await Insist(journey);
        journey.Messenger.Posted.ShouldHaveSingleItem().Address.ShouldBe(anna.PersonId);
        journey.SleepUntil(2026, 3, 9, 13, 59);
        await Insist(journey);
        journey.Messenger.Posted.ShouldNotContain(message => message.Address == nyla.PersonId);
        journey.SleepUntil(2026, 3, 9, 14);
        await Insist(journey);

        journey.Messenger.Posted.Count(message => message.Address == nyla.PersonId).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_under_way_when_a_workspace_ended_is_gathered_anew_when_it_goes_on(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var anna = await journey.Office.Hire("Anna");
        for (var number = 0; number < 2; number++) await journey.Office.Complain(await journey.Office.Win($"Severe {number}", anna));
        await journey.Office.Change(await journey.Office.Complain(await journey.Office.Win("Calm", anna)), (row, act) => row.Acknowledge(act), anna);
        await HeldUp(journey, () => journey.SleepUntil(2026, 3, 9, 12));
        await HeldUp(journey, () => journey.SleepUntil(2026, 3, 10, 9));
        var (stores, workspace) = (journey.Database.Stores, journey.Office.Workspace);
        await stores.EndWorkspace(workspace.Platform, workspace.ExternalId, journey.Database.Now, CancellationToken.None);
        journey.SleepUntil(2026, 3, 12, 10);
        await stores.ResumeWorkspace(workspace.Platform, workspace.ExternalId, CancellationToken.None);

        await Recover(journey, () => { });
        await Insist(journey);

        journey.Messenger.Posted.ShouldHaveSingleItem().Lines.Count.ShouldBe(3);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_a_home_refuses_waits_for_the_hours_of_the_only_one_who_can_be_told(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind, patience: TimeSpan.FromSeconds(3));
        var nyla = await journey.Office.Hire("Nyla", zone: DateTimeZoneProviders.Tzdb["America/New_York"]);
        await journey.Office.Complain(await journey.Office.Win("Acme", nyla));
        journey.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect || announcement.Lines.Count == 0 ? null : new Refused("is_archived"));

        await journey.To(2026, 3, 9, 13, 59);
        Said(journey).ShouldBeEmpty();
        await journey.To(2026, 3, 9, 14);

        Said(journey).ShouldBe([nyla.PersonId]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_a_home_refuses_goes_to_whoever_is_at_work(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var nyla = await journey.Office.Hire("Nyla", zone: DateTimeZoneProviders.Tzdb["America/New_York"]);
        var ben = await journey.Office.Hire("Ben");
        await journey.Office.Complain(await journey.Office.Win("Acme", nyla, ben));
        journey.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect ? null : new Refused("is_archived"));

        await journey.Beat();
        journey.SleepUntil(2026, 3, 9, 12);
        await Insist(journey);

        Said(journey).ShouldBe([ben.PersonId]);
    }

    private static IEnumerable<string> Said(Journey journey) => journey.Messenger.Posted.Where(message => message.Lines.Count > 0).Select(message => message.Address);

    /// <summary>What falls due at an instant is gathered, and nothing can be delivered.</summary>
    private static async Task HeldUp(Journey journey, Action moveClock)
    {
        await journey.Beat();
        journey.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(new NotNow(Duration.FromHours(1)));
        moveClock();
        await journey.Beat();
        (await journey.Posts()).ShouldContain(post => post.State == PostState.Posting && post.FirstTriedAt == null);
        journey.Messenger.Posted.ShouldBeEmpty();
    }

    /// <summary>At an instant everything can be delivered again.</summary>
    private static async Task Recover(Journey journey, Action moveClock)
    {
        journey.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(null);
        moveClock();
        await Insist(journey);
    }

    /// <summary>Beats without waiting for leases to end.</summary>
    private static async Task Insist(Journey journey)
    {
        for (var beat = 0; beat < 4; beat++)
        {
            await using (var store = journey.Office.Store())
                await store.Posts.Where(post => post.State == PostState.Posting).ExecuteUpdateAsync(set => set.SetProperty(post => post.LeaseUntil, Claims.Free));
            await journey.Beat();
        }
    }

    private static async Task Work(Journey journey, string hours)
    {
        await using var store = journey.Office.Store();
        var team = await store.Teams.SingleAsync();
        team.Settings = team.Settings with { Hours = hours };
        await store.SaveChangesAsync();
    }

    private static async Task Born(Journey journey, Account account)
    {
        await using var store = journey.Office.Store();
        store.Contacts.Add(new() { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Name = "Weber", Birthday = new(3, 18) });
        await store.SaveChangesAsync();
    }
}

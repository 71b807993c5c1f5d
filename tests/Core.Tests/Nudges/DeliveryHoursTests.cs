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
        await using var simulation = await Simulation.Begin(kind);
        await simulation.Office.Complain(await simulation.Office.Win("Acme", await simulation.Office.Hire("Anna")));
        await HeldUp(simulation, () => simulation.SleepUntil(2026, 3, 9, 16, 55));

        await Recover(simulation, () => simulation.SleepUntil(2026, 3, 9, hour, minute));

        simulation.Messenger.Posted.Count.ShouldBe(isSaid ? 1 : 0);
        (await simulation.To(2026, 3, 10, 8, 59)).Pending.ShouldBeEmpty();
        simulation.Messenger.Posted.Count.ShouldBe(isSaid ? 1 : 0);
        await simulation.To(2026, 3, 10, 9);
        simulation.Messenger.Posted.Count(message => message.Lines.Any(line => line.Nudge.Rung == 0)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_morning_message_held_up_past_closing_is_part_of_the_next_morning(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        await simulation.Office.Change(await simulation.Office.Complain(await simulation.Office.Win("Acme", anna)), (row, act) => row.Acknowledge(act), anna);
        await HeldUp(simulation, () => simulation.SleepUntil(2026, 3, 10, 9));

        await Recover(simulation, () => simulation.SleepUntil(2026, 3, 10, 23));
        simulation.Messenger.Posted.ShouldBeEmpty();
        (await simulation.To(2026, 3, 11, 8, 59)).Pending.ShouldBeEmpty();
        simulation.Messenger.Posted.ShouldBeEmpty();
        await simulation.To(2026, 3, 11, 9);

        simulation.Messenger.Posted.ShouldHaveSingleItem().Key.ShouldEndWith("2026-03-11");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_morning_message_held_up_into_a_break_is_said_after_it(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        await Work(simulation, "Mon-Fri 9-12, 13-17");
        await simulation.Office.Change(await simulation.Office.Complain(await simulation.Office.Win("Acme", anna)), (row, act) => row.Acknowledge(act), anna);
        await HeldUp(simulation, () => simulation.SleepUntil(2026, 3, 10, 9));

        await Recover(simulation, () => simulation.SleepUntil(2026, 3, 10, 12, 30));
        simulation.Messenger.Posted.ShouldBeEmpty();
        await simulation.To(2026, 3, 10, 13);

        simulation.Messenger.Posted.ShouldHaveSingleItem().Key.ShouldEndWith("2026-03-10");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_direct_message_held_up_waits_for_its_readers_own_hours(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var nyla = await simulation.Office.Hire("Nyla", zone: DateTimeZoneProviders.Tzdb["America/New_York"]);
        await Born(simulation, await simulation.Office.Win("Acme", nyla));
        await HeldUp(simulation, () => simulation.SleepUntil(2026, 3, 11, 14)); // nine in New York

        await Recover(simulation, () => simulation.SleepUntil(2026, 3, 11, 22, 2)); // two minutes after five
        simulation.Messenger.Posted.ShouldBeEmpty();
        await simulation.To(2026, 3, 12, 13, 59);
        simulation.Messenger.Posted.ShouldBeEmpty();
        await simulation.To(2026, 3, 12, 14);

        simulation.Messenger.Posted.ShouldHaveSingleItem().Address.ShouldBe(nyla.PersonId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_direct_message_held_up_past_the_teams_closing_is_said_in_its_readers_own_hours(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var nyla = await simulation.Office.Hire("Nyla", zone: DateTimeZoneProviders.Tzdb["America/New_York"]);
        await Born(simulation, await simulation.Office.Win("Acme", nyla));
        await HeldUp(simulation, () => simulation.SleepUntil(2026, 3, 11, 14));

        await Recover(simulation, () => simulation.SleepUntil(2026, 3, 11, 22)); // five in New York

        simulation.Messenger.Posted.ShouldHaveSingleItem().Address.ShouldBe(nyla.PersonId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_managers_week_held_up_overnight_comes_once_in_the_morning(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var mona = await simulation.Office.Hire("Mona", isManager: true);
        await using (var store = simulation.Office.Store())
        {
            (await store.Members.SingleAsync()).WeekAt = Simulation.Berlin(2026, 3, 9, 9);
            await store.SaveChangesAsync();
        }

        await HeldUp(simulation, () => simulation.SleepUntil(2026, 3, 9, 9));

        await Recover(simulation, () => simulation.SleepUntil(2026, 3, 9, 23));
        simulation.Messenger.Posted.ShouldBeEmpty();
        await simulation.To(2026, 3, 10, 8, 59);
        simulation.Messenger.Posted.ShouldBeEmpty();
        await simulation.To(2026, 3, 10, 17);

        simulation.Messenger.Posted.ShouldHaveSingleItem().Address.ShouldBe(mona.PersonId);
        await simulation.To(2026, 3, 16, 17);
        simulation.Messenger.Posted.Count.ShouldBe(2, "and the next one when it is due");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task That_a_home_is_gone_is_told_in_a_managers_own_hours(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        var nyla = await simulation.Office.Hire("Nyla", isManager: true, zone: DateTimeZoneProviders.Tzdb["America/New_York"]);
        await simulation.Office.Complain(await simulation.Office.Win("Acme", anna));
        await simulation.RunJobs();
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect ? null : new Refused("is_archived"));
        simulation.SleepUntil(2026, 3, 9, 12);

        await Insist(simulation);
        simulation.Messenger.Posted.ShouldHaveSingleItem().Address.ShouldBe(anna.PersonId);
        simulation.SleepUntil(2026, 3, 9, 13, 59);
        await Insist(simulation);
        simulation.Messenger.Posted.ShouldNotContain(message => message.Address == nyla.PersonId);
        simulation.SleepUntil(2026, 3, 9, 14);
        await Insist(simulation);

        simulation.Messenger.Posted.Count(message => message.Address == nyla.PersonId).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_under_way_when_a_workspace_ended_is_gathered_anew_when_it_goes_on(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        for (var number = 0; number < 2; number++) await simulation.Office.Complain(await simulation.Office.Win($"Severe {number}", anna));
        await simulation.Office.Change(await simulation.Office.Complain(await simulation.Office.Win("Calm", anna)), (row, act) => row.Acknowledge(act), anna);
        await HeldUp(simulation, () => simulation.SleepUntil(2026, 3, 9, 12));
        await HeldUp(simulation, () => simulation.SleepUntil(2026, 3, 10, 9));
        var (stores, workspace) = (simulation.Database.Stores, simulation.Office.Workspace);
        await stores.EndWorkspace(workspace.Platform, workspace.ExternalId, simulation.Database.Now, CancellationToken.None);
        simulation.SleepUntil(2026, 3, 12, 10);
        await stores.ResumeWorkspace(workspace.Platform, workspace.ExternalId, CancellationToken.None);

        await Recover(simulation, () => { });
        await Insist(simulation);

        simulation.Messenger.Posted.ShouldHaveSingleItem().Lines.Count.ShouldBe(3);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_a_home_refuses_waits_for_the_hours_of_the_only_one_who_can_be_told(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind, patience: TimeSpan.FromSeconds(3));
        var nyla = await simulation.Office.Hire("Nyla", zone: DateTimeZoneProviders.Tzdb["America/New_York"]);
        await simulation.Office.Complain(await simulation.Office.Win("Acme", nyla));
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect || announcement.Lines.Count == 0 ? null : new Refused("is_archived"));

        await simulation.To(2026, 3, 9, 13, 59);
        Said(simulation).ShouldBeEmpty();
        await simulation.To(2026, 3, 9, 14);

        Said(simulation).ShouldBe([nyla.PersonId]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_a_home_refuses_goes_to_whoever_is_at_work(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var nyla = await simulation.Office.Hire("Nyla", zone: DateTimeZoneProviders.Tzdb["America/New_York"]);
        var ben = await simulation.Office.Hire("Ben");
        await simulation.Office.Complain(await simulation.Office.Win("Acme", nyla, ben));
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect ? null : new Refused("is_archived"));

        await simulation.RunJobs();
        simulation.SleepUntil(2026, 3, 9, 12);
        await Insist(simulation);

        Said(simulation).ShouldBe([ben.PersonId]);
    }

    private static IEnumerable<string> Said(Simulation simulation) => simulation.Messenger.Posted.Where(message => message.Lines.Count > 0).Select(message => message.Address);

    /// <summary>What falls due at an instant is gathered, and nothing can be delivered.</summary>
    private static async Task HeldUp(Simulation simulation, Action moveClock)
    {
        await simulation.RunJobs();
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(new NotNow(Duration.FromHours(1)));
        moveClock();
        await simulation.RunJobs();
        (await simulation.Posts()).ShouldContain(post => post.State == PostState.Posting && post.FirstTriedAt == null);
        simulation.Messenger.Posted.ShouldBeEmpty();
    }

    /// <summary>At an instant everything can be delivered again.</summary>
    private static async Task Recover(Simulation simulation, Action moveClock)
    {
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(null);
        moveClock();
        await Insist(simulation);
    }

    /// <summary>Beats without waiting for leases to end.</summary>
    private static async Task Insist(Simulation simulation)
    {
        for (var beat = 0; beat < 4; beat++)
        {
            await using (var store = simulation.Office.Store())
                await store.Posts.Where(post => post.State == PostState.Posting).ExecuteUpdateAsync(set => set.SetProperty(post => post.LeaseUntil, Claims.Free));
            await simulation.RunJobs();
        }
    }

    private static async Task Work(Simulation simulation, string hours)
    {
        await using var store = simulation.Office.Store();
        var team = await store.Teams.SingleAsync();
        team.Settings = team.Settings with { Hours = hours };
        await store.SaveChangesAsync();
    }

    private static async Task Born(Simulation simulation, Account account)
    {
        await using var store = simulation.Office.Store();
        store.Contacts.Add(new() { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Name = "Weber", Birthday = new(3, 18) });
        await store.SaveChangesAsync();
    }
}

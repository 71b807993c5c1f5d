using AccountNudge.Core.Complaints;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Posting;
using AccountNudge.Testing;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

public class PlacesTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Places_that_wait_for_the_platform_hold_up_no_other(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var slow = new HashSet<string> { simulation.Office.Team.Home };
        await Complain(simulation.Office, 5);
        for (var number = 0; number < 30; number++)
        {
            var office = await Office.Open(simulation.Database);
            if (number < 12) slow.Add(office.Team.Home);
            await Complain(office, 1);
        }

        simulation.SleepUntil(2026, 3, 9, 12);
        var answer = new TaskCompletionSource();
        simulation.Messenger.BeforePost = async announcement =>
        {
            if (slow.Contains(announcement.Address)) await answer.Task;
            return null;
        };
        await simulation.NewSweep().Run(simulation.Database.Now, CancellationToken.None);
        var running = simulation.NewDispatcher(Duration.FromSeconds(90)).Run(simulation.Database.Now, CancellationToken.None);

        await Wait.Until(() => simulation.Messenger.Posted.Count == 18);
        running.IsCompleted.ShouldBeFalse();
        answer.SetResult();
        await running;
        simulation.Messenger.Posted.Count.ShouldBe(35);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_falls_due_while_a_place_waits_is_said_without_waiting_for_it(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await Complain(simulation.Office, 1);
        simulation.SleepUntil(2026, 3, 9, 12);
        await simulation.NewSweep().Run(simulation.Database.Now, CancellationToken.None);
        var answer = new TaskCompletionSource();
        simulation.Messenger.BeforePost = async announcement =>
        {
            if (announcement.Address == simulation.Office.Team.Home) await answer.Task;
            return null;
        };
        var running = simulation.NewDispatcher(Duration.FromSeconds(90)).Run(simulation.Database.Now, CancellationToken.None);

        simulation.Database.Now = Database.Friday;
        var other = await Office.Open(simulation.Database);
        await Complain(other, 1);
        simulation.SleepUntil(2026, 3, 9, 12);
        await simulation.NewSweep().Run(simulation.Database.Now, CancellationToken.None);

        await Wait.Until(() => simulation.Messenger.Posted.Count == 1);
        answer.SetResult();
        await running;
        simulation.Messenger.Posted.Select(message => message.Address).ShouldBe([other.Team.Home, simulation.Office.Team.Home]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_place_that_takes_nothing_now_is_not_asked_once_for_each_post(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await Complain(simulation.Office, 20);
        simulation.SleepUntil(2026, 3, 9, 12);
        var asked = 0;
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(Interlocked.Increment(ref asked) == 5 ? new NotNow(Duration.FromMinutes(10)) : null);

        await simulation.RunJobs();
        (asked, simulation.Messenger.Posted.Count).ShouldBe((5, 4));
        await simulation.EndLeases();

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();
        (asked, simulation.Messenger.Posted.Count, simulation.Messenger.Finds).ShouldBe((21, 20, 0));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_settled_while_its_place_is_busy_with_another_post_is_not_said(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var complaints = new List<Complaint>();
        for (var number = 0; number < 3; number++) complaints.Add(await simulation.Office.Complain(await simulation.Office.Win($"Acme {number}")));
        simulation.SleepUntil(2026, 3, 9, 12);
        await simulation.NewSweep().Run(simulation.Database.Now, CancellationToken.None);
        simulation.Messenger.BeforePost = async announcement =>
        {
            // The first one said settles all the others, which were read together with it.
            foreach (var other in complaints.Where(complaint => complaint.Id != announcement.Lines[0].Nudge.Subject).ToList())
            {
                complaints.Remove(other);
                await simulation.Office.Change(other, (row, act) => row.Acknowledge(act));
            }

            return null;
        };

        await simulation.Dispatcher.Run(simulation.Database.Now, CancellationToken.None);

        simulation.Messenger.Posted.ShouldHaveSingleItem().Lines.ShouldHaveSingleItem();
        (await simulation.Posts()).Count(post => post.State == PostState.Refused).ShouldBe(2);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Posts_that_wait_longer_than_their_lease_are_said_once(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await Complain(simulation.Office, 60);
        simulation.SleepUntil(2026, 3, 9, 12);
        simulation.Messenger.BeforePost = async _ =>
        {
            await Task.Delay(100);
            return null;
        };
        await simulation.NewSweep().Run(simulation.Database.Now, CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => await simulation.NewDispatcher(Duration.FromSeconds(5)).Run(simulation.Database.Now, CancellationToken.None)));
        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        simulation.Messenger.Posted.Select(message => message.Key).Distinct().Count().ShouldBe(60);
        simulation.Messenger.Posted.Count.ShouldBe(60);
    }

    private static async Task Complain(Office office, int times)
    {
        for (var number = 0; number < times; number++) await office.Complain(await office.Win($"Acme {number}"));
    }
}

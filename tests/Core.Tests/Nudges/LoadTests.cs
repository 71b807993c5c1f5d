using System.Diagnostics;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Core.Tests.Nudges;

public class LoadTests(ITestOutputHelper output)
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Two_thousand_due_nudges_are_said_in_one_beat(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var offices = new List<Office> { simulation.Office };
        for (var team = 1; team < 20; team++) offices.Add(await Office.Open(simulation.Database));
        foreach (var office in offices) await Seed(office, 100, severe: 5);
        simulation.SleepUntil(2026, 3, 9, 12);

        var clock = Stopwatch.StartNew();
        await simulation.RunJobs();
        var severe = simulation.Messenger.Posted.Count;
        simulation.SleepUntil(2026, 3, 10, 9);
        await simulation.RunJobs();
        output.WriteLine($"{kind}: {simulation.Messenger.Posted.Sum(message => message.Lines.Count)} nudges in {clock.Elapsed.TotalSeconds:F1} s");

        severe.ShouldBe(100);
        simulation.Messenger.Posted.SelectMany(message => message.Lines).Select(line => line.Nudge.Subject).Distinct().Count().ShouldBe(2000);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_team_that_cannot_be_planned_keeps_no_other_waiting(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var broken = await Office.Open(simulation.Database);
        foreach (var office in new[] { broken, simulation.Office }) await Seed(office, 3, severe: 3);
        await simulation.RunJobs();
        await using (var store = broken.Store())
        {
            (await store.Teams.SingleAsync()).Settings = new TeamSettings { Closures = [new(new(2026, 1, 1), new(9990, 1, 1))] };
            await store.SaveChangesAsync();
        }

        await simulation.To(2026, 3, 9, 12);

        simulation.Messenger.Posted.Count.ShouldBe(3);
        simulation.Messenger.Posted.ShouldAllBe(message => message.Address == simulation.Office.Team.Home);
    }

    private static async Task Seed(Office office, int accounts, int severe)
    {
        var owner = await office.Hire("Anna");
        await using var store = office.Store();
        for (var number = 0; number < accounts; number++)
        {
            var account = office.NewAccount($"Client {number}", owner);
            var act = new ComplaintAct(owner.Id, Database.Friday, office.Team.Settings.Calendar(), office.Team.Settings, "late");
            var complaint = Complaint.Open(account, null, act);
            if (number >= severe) complaint.Acknowledge(act);
            store.Accounts.Add(account);
            store.Complaints.Add(complaint);
        }

        await store.SaveChangesAsync();
    }
}

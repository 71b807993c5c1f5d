using AccountNudge.Core.Complaints;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Posting;
using AccountNudge.Testing;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

public class DeliveryTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_complaint_of_Friday_is_said_on_Monday_at_noon_and_renewed_when_it_is_acknowledged(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        var complaint = await simulation.Office.Complain(await simulation.Office.Win("Acme", anna));

        (await simulation.To(2026, 3, 9, 11, 59)).Pending.ShouldBeEmpty();
        simulation.Messenger.Posted.ShouldBeEmpty();
        await simulation.To(2026, 3, 9, 12);
        var said = simulation.Messenger.Posted.ShouldHaveSingleItem();
        (said.Address, said.IsDirect, said.Lines.Single().Nudge.Subject, said.Lines.Single().Addressee?.Id).ShouldBe((simulation.Office.Team.Home, false, complaint.Id, anna.Id));

        await simulation.Office.Change(complaint, (row, act) => row.Acknowledge(act), anna);
        await simulation.To(2026, 3, 9, 12, 1);

        simulation.Messenger.Updated.ShouldHaveSingleItem().Lines.Single().SettledBy?.Id.ShouldBe(anna.Id);
        simulation.Messenger.Posted.Count.ShouldBe(1);
        await simulation.To(2026, 3, 10, 18);
        simulation.Messenger.Posted.Count.ShouldBe(1, "nobody climbs after it was acknowledged");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_morning_message_groups_a_day_and_is_never_followed_by_a_second(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        for (var number = 0; number < 3; number++)
        {
            var complaint = await simulation.Office.Complain(await simulation.Office.Win($"Acme {number}", anna));
            await simulation.Office.Change(complaint, (row, act) => row.Acknowledge(act), anna);
        }

        // Two working days after Friday four o'clock is Tuesday: said in Tuesday's morning message.
        await simulation.To(2026, 3, 10, 8, 59);
        simulation.Messenger.Posted.ShouldBeEmpty();
        await simulation.To(2026, 3, 10, 17);
        simulation.Messenger.Posted.ShouldHaveSingleItem().Lines.Count.ShouldBe(3);

        await simulation.To(2026, 3, 13, 17);
        simulation.Messenger.Posted.GroupBy(message => message.Key).ShouldAllBe(group => group.Count() == 1);
        simulation.Messenger.Posted.Count(message => message.Key.StartsWith("morning", StringComparison.Ordinal) && message.Key.EndsWith("2026-03-10", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_direct_message_waits_for_its_readers_own_hours(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var nyla = await simulation.Office.Hire("Nyla", zone: DateTimeZoneProviders.Tzdb["America/New_York"]);
        var account = await simulation.Office.Win("Acme", nyla);
        await using (var store = simulation.Office.Store())
        {
            store.Contacts.Add(new() { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Name = "Weber", Birthday = new(3, 18) });
            await store.SaveChangesAsync();
        }

        await simulation.To(2026, 3, 11, 13, 59);
        simulation.Messenger.Posted.ShouldBeEmpty();
        await simulation.To(2026, 3, 11, 14); // nine in New York, which has summer time already
        var said = simulation.Messenger.Posted.ShouldHaveSingleItem();
        (said.Address, said.IsDirect).ShouldBe((nyla.PersonId, true));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_a_channel_refuses_goes_to_the_owner_directly_when_it_is_severe(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        await simulation.Office.Complain(await simulation.Office.Win("Acme", anna));
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect ? null : new Refused("outsiders"));

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        var said = simulation.Messenger.Posted.Where(message => message.Lines.Count > 0).ShouldHaveSingleItem();
        (said.Address, said.IsDirect).ShouldBe((anna.PersonId, true));
        (await simulation.Nudges()).Count(nudge => nudge.State == NudgeState.Posted).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Not_now_is_honoured_and_delivered_later_without_asking(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await simulation.Office.Complain(await simulation.Office.Win("Acme"));
        simulation.SleepUntil(2026, 3, 9, 12);
        var refusals = 0;
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(refusals++ == 0 ? new NotNow(Duration.FromMinutes(10)) : null);

        await simulation.RunJobs(3);
        simulation.Messenger.Posted.ShouldBeEmpty();
        await simulation.EndLeases();
        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        (simulation.Messenger.Posted.Count, simulation.Messenger.Finds).ShouldBe((1, 0));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_uncertain_message_is_adopted_when_it_stands_there_and_posted_again_when_not(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await simulation.Office.Complain(await simulation.Office.Win("Acme"));
        await simulation.Office.Complain(await simulation.Office.Win("Other"));
        simulation.SleepUntil(2026, 3, 9, 12);
        var attempts = 0;
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(Interlocked.Increment(ref attempts) == 1 ? new Uncertain() : null);
        simulation.Messenger.AfterPost = _ => Volatile.Read(ref attempts) <= 2 ? new Uncertain() : null;

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        (simulation.Messenger.Posted.Count, simulation.Messenger.Posted.Select(message => message.Key).Distinct().Count(), simulation.Messenger.Finds).ShouldBe((2, 2, 2));
        (await simulation.Posts()).ShouldAllBe(post => post.State == PostState.Posted && post.MessageId != null);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_messenger_that_fails_after_posting_leaves_a_message_that_is_found(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await simulation.Office.Complain(await simulation.Office.Win("Acme"));
        simulation.SleepUntil(2026, 3, 9, 12);
        var failures = 0;
        simulation.Messenger.AfterPost = _ => failures++ == 0 ? throw new TaskCanceledException("the client gave up") : null;

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        (simulation.Messenger.Posted.Count, simulation.Messenger.Finds).ShouldBe((1, 1));
        (await simulation.Posts()).Single().MessageId.ShouldBe(simulation.Messenger.Posted[0].Id);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_settled_while_its_post_waits_is_not_said(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var complaint = await simulation.Office.Complain(await simulation.Office.Win("Acme"));
        simulation.SleepUntil(2026, 3, 9, 12);
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(new NotNow(Duration.FromSeconds(1)));
        await simulation.RunJobs();
        await simulation.Office.Change(complaint, (row, act) => row.Acknowledge(act));
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(null);

        (await simulation.To(2026, 3, 9, 13)).Pending.ShouldBeEmpty();

        simulation.Messenger.Posted.ShouldBeEmpty();
        (await simulation.Nudges()).ShouldNotContain(nudge => nudge.Ask == ComplaintPractice.Acknowledge);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Catching_up_after_a_downtime_is_one_grouped_message(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        for (var number = 0; number < 3; number++) await simulation.Office.Complain(await simulation.Office.Win($"Severe {number}", anna));
        for (var number = 0; number < 2; number++)
            await simulation.Office.Change(await simulation.Office.Complain(await simulation.Office.Win($"Calm {number}", anna)), (row, act) => row.Acknowledge(act), anna);
        await simulation.RunJobs();
        simulation.SleepUntil(2026, 3, 11, 14);

        await simulation.RunJobs(3);

        simulation.Messenger.Posted.ShouldHaveSingleItem().Lines.Count.ShouldBe(5);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Several_nodes_say_each_thing_once(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var subjects = new List<Guid>();
        for (var number = 0; number < 40; number++) subjects.Add((await simulation.Office.Complain(await simulation.Office.Win($"Acme {number}"))).Id);
        simulation.SleepUntil(2026, 3, 9, 12);
        simulation.Messenger.BeforePost = async _ =>
        {
            await Task.Delay(5);
            return null;
        };

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var (sweep, dispatcher) = (simulation.NewSweep(), simulation.NewDispatcher());
            for (var beat = 0; beat < 6; beat++)
            {
                await sweep.Run(simulation.Database.Now, CancellationToken.None);
                await dispatcher.Run(simulation.Database.Now, CancellationToken.None);
            }
        })));
        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        simulation.Messenger.Posted.SelectMany(message => message.Lines).Select(line => line.Nudge.Subject).Order().ShouldBe(subjects.Order());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Arriving_tells_what_could_not_be_delivered(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind, patience: TimeSpan.FromSeconds(3));
        await simulation.Office.Complain(await simulation.Office.Win("Acme"));
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(new NotNow(Duration.FromSeconds(60)));

        var arrival = await simulation.To(2026, 3, 9, 13);

        arrival.Pending.ShouldBe((await simulation.Posts()).Select(post => post.Key));
        arrival.Now.ShouldBe(Simulation.Berlin(2026, 3, 9, 13));
    }
}

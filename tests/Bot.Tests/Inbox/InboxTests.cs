using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Testing;
using NodaTime;

namespace AccountNudge.Bot.Tests.Inbox;

public sealed class InboxTests
{
    private static readonly Duration Lease = Duration.FromSeconds(60);

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_delivery_is_stored_once_however_often_and_at_whatever_node_it_arrives(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var nodes = new[] { fixture.Node(), fixture.Node() };
        var stored = await Task.WhenAll(Enumerable.Range(0, 60).Select(index => nodes[index % 2].Add(InboxFixture.InboxItem($"t{index % 3}"))));
        stored.Count(isNew => isNew).ShouldBe(3);
        (await fixture.Rows()).Select(row => row.Key).Order().ShouldBe(["t0", "t1", "t2"]);
    }

    [Fact]
    public async Task Nodes_that_store_the_same_deliveries_in_opposite_order_never_lock_each_other_out()
    {
        const int Rounds = 1000, Together = 12;
        await using var fixture = await InboxFixture.On(DatabaseKind.Postgres);
        await fixture.Database.FindDeadlocksAtOnce();
        var nodes = new[] { fixture.Node(), fixture.Node() };
        var (stored, failed) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var keys = Enumerable.Range(0, Together).Select(index => $"{round}:{index}").ToList();
            var adding = keys.Select(key => (Node: 0, Key: key)).Concat(Enumerable.Reverse(keys).Select(key => (Node: 1, Key: key)))
                .Select(one => nodes[one.Node].Add(InboxFixture.InboxItem(one.Key))).ToList();
            await ((Task)Task.WhenAll(adding)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            stored += adding.Count(add => add is { IsCompletedSuccessfully: true, Result: true });
            failed += adding.Count(add => add.IsFaulted);
        }

        (await fixture.Database.Deadlocks(), failed, stored, (await fixture.Rows()).Count).ShouldBe((0, 0, Rounds * Together, Rounds * Together));
    }

    [Fact]
    public async Task A_delivery_that_loses_a_deadlock_is_stored_all_the_same()
    {
        await using var fixture = await InboxFixture.On(DatabaseKind.Postgres);
        await fixture.Database.FindDeadlocksAtOnce();
        var node = fixture.Node();
        await using var first = await CompetingTransaction.In(fixture.Database);
        await using var second = await CompetingTransaction.In(fixture.Database);
        await using var third = await CompetingTransaction.In(fixture.Database);
        await first.Do(Storing("first"));
        await second.Do(Storing("b"));
        await third.Do(Storing("c"));
        var adding = new List<Task<bool>> { node.Add(InboxFixture.InboxItem("first")) };
        await first.HoldsUpSomebody();
        // What arrives while one statement is under way goes together into the next.
        adding.AddRange(new[] { "c", "b", "a" }.Select(key => node.Add(InboxFixture.InboxItem(key))));
        await first.GiveWay();
        await second.HoldsUpSomebody();
        var waiting = third.Do(Storing("a"));
        await third.IsHeldUp();
        await second.GiveWay();
        await waiting;
        await third.GiveWay();

        (await Task.WhenAll(adding)).ShouldAllBe(isNew => isNew);
        (await fixture.Rows()).Select(row => row.Key).ShouldBe(["first", "c", "b", "a"], "in the order in which they arrived");
        (await fixture.Database.Deadlocks()).ShouldBe(1);
    }

    private static string Storing(string key) =>
        $"""INSERT INTO slack_inbox ("Key", "WorkspaceId", "PersonId", "Kind", "State", "LeaseUntil", "Attempts", "ReceivedAt") VALUES ('{key}', 'T1', 'U2', 0, 0, now(), 0, now())""";

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_worked_is_still_known_when_it_arrives_again(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var inbox = fixture.Node();
        await inbox.Add(InboxFixture.InboxItem("t", payload: """{"text":"secret"}"""));
        var claim = (await inbox.Next(Lease, default)).ShouldNotBeNull();
        claim.Payload.ShouldBe("""{"text":"secret"}""");
        await inbox.Finish(claim, default);
        (await inbox.Add(InboxFixture.InboxItem("t"))).ShouldBeFalse();
        (await inbox.Next(Lease, default)).ShouldBeNull();
        (await fixture.Rows()).Single().ShouldSatisfyAllConditions(row => row.Payload.ShouldBeNull(), row => row.Calls.ShouldBeNull(), row => row.State.ShouldBe(InboxState.Done));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task One_person_is_worked_in_order_and_others_meanwhile(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var inbox = fixture.Node();
        foreach (var (id, person) in new[] { ("a1", "A"), ("a2", "A"), ("b1", "B") }) await inbox.Add(InboxFixture.InboxItem(id, person));
        var first = (await inbox.Next(Lease, default))!;
        var second = (await inbox.Next(Lease, default))!;
        (first.Key, second.Key).ShouldBe(("a1", "b1"));
        (await inbox.Next(Lease, default)).ShouldBeNull();
        await inbox.Finish(first, default);
        (await inbox.Next(Lease, default))!.Key.ShouldBe("a2");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_waits_holds_up_its_own_person_only(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var inbox = fixture.Node();
        foreach (var (id, person) in new[] { ("a1", "A"), ("a2", "A"), ("b1", "B") }) await inbox.Add(InboxFixture.InboxItem(id, person));
        await inbox.Release((await inbox.Next(Lease, default))!, Duration.FromSeconds(30), failed: true, default);
        (await inbox.Next(Lease, default))!.Key.ShouldBe("b1");
        (await inbox.Next(Lease, default)).ShouldBeNull();
        await fixture.Pass(Duration.FromSeconds(35));
        var again = (await inbox.Next(Lease, default))!;
        (again.Key, again.Attempts).ShouldBe(("a1", 2));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Many_workers_claim_each_row_once(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var nodes = new[] { fixture.Node(), fixture.Node() };
        await Task.WhenAll(Enumerable.Range(0, 40).Select(index => nodes[0].Add(InboxFixture.InboxItem($"t{index}", $"P{index}"))));
        var claimed = new System.Collections.Concurrent.ConcurrentBag<long>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(async () =>
        {
            var misses = 0;
            while (misses < 10)
            {
                if (await nodes[index % 2].Next(Lease, default) is { } claim) claimed.Add(claim.Sequence);
                else misses++;
            }
        })));
        claimed.Count.ShouldBe(40);
        claimed.Distinct().Count().ShouldBe(40);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Whoever_lost_the_lease_changes_nothing_any_more(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var (dying, living) = (fixture.Node(), fixture.Node());
        await dying.Add(InboxFixture.InboxItem("t"));
        var lost = (await dying.Next(Lease, default))!;
        (await living.Next(Lease, default)).ShouldBeNull();
        await fixture.Pass(Duration.FromSeconds(65));
        var taken = (await living.Next(Duration.FromSeconds(90), default))!;
        taken.Attempts.ShouldBe(2);
        (await dying.Answer(lost, "[1]", release: false, default)).ShouldBeFalse();
        (await dying.Finish(lost, default)).ShouldBeFalse();
        (await living.Answer(taken, "[2]", release: false, default)).ShouldBeTrue();
        (await fixture.Rows()).Single().Calls.ShouldBe("[2]");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_answered_at_once_is_nobody_elses_until_its_answer_is_to_be_sent(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var inbox = fixture.Node();
        var claim = (await inbox.Reserve(InboxFixture.InboxItem("t"))).ShouldNotBeNull();
        (await inbox.Reserve(InboxFixture.InboxItem("t"))).ShouldBeNull();
        (await inbox.Next(Lease, default)).ShouldBeNull();
        (await inbox.Answer(claim, "[1]", release: true, default)).ShouldBeTrue();
        var sending = (await inbox.Next(Lease, default))!;
        (sending.State, sending.Calls, sending.Payload).ShouldBe((InboxState.Answered, "[1]", null));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_form_with_errors_may_be_submitted_again(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var inbox = fixture.Node();
        await inbox.Withdraw((await inbox.Reserve(InboxFixture.InboxItem("t")))!, default);
        (await inbox.Reserve(InboxFixture.InboxItem("t"))).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Redeliveries_are_known_for_more_than_a_day_and_then_forgotten(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var inbox = fixture.Node();
        await inbox.Add(InboxFixture.InboxItem("done", "A"));
        await inbox.Finish((await inbox.Next(Lease, default))!, default);
        await inbox.Add(InboxFixture.InboxItem("waiting", "B"));
        await fixture.Pass(Duration.FromHours(25.5));
        await inbox.Tidy(default);
        (await fixture.Rows()).Count.ShouldBe(2);
        await fixture.Pass(Duration.FromHours(1));
        await inbox.Tidy(default);
        (await fixture.Rows()).Single().Key.ShouldBe("waiting");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Anything_people_type_can_be_stored(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var inbox = fixture.Node();
        var payload = System.Text.Json.JsonSerializer.Serialize(new { text = "\0 {0} ' \" $1 ; 😀 \u2028" });
        await inbox.Add(InboxFixture.InboxItem("{0} ' $1", payload: payload));
        var claim = (await inbox.Next(Lease, default))!;
        (claim.Key, claim.Payload).ShouldBe(("{0} ' $1", payload));
    }

    [Fact]
    public async Task A_database_that_is_away_is_heard_of_by_everyone_who_waits()
    {
        await using var fixture = await InboxFixture.On(DatabaseKind.Sqlite);
        var inbox = fixture.Node();
        await using (var store = fixture.CreateDbContext()) await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(store.Database, "DROP TABLE slack_inbox");
        var adding = Enumerable.Range(0, 5).Select(index => inbox.Add(InboxFixture.InboxItem($"t{index}"))).ToList();
        foreach (var add in adding) await Should.ThrowAsync<Exception>(add);
    }
}

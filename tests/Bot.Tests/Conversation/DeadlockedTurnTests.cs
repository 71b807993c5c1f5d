using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Tests.Conversation;

/// <summary>Whose turn the database ends for another's sake is answered like anybody else.</summary>
public sealed class DeadlockedTurnTests
{
    [Fact]
    public async Task A_command_that_loses_a_deadlock_is_carried_out_once_and_answered()
    {
        using var talk = await Talk.At("2027-03-05T15:00", onPostgres: true);
        await talk.Say(Talk.Anna, "account add Acme");
        await talk.Database.FindDeadlocksAtOnce();
        await using var rival = await CompetingTransaction.In(talk.Database);
        await using var bar = await CompetingTransaction.In(talk.Database);
        var turn = talk.Make(Talk.Anna, new Typed("complaint Acme: late again"));
        await rival.Do($"""INSERT INTO receipts ("WorkspaceId", "Key", "At") SELECT "Id", '{turn.Key}', now() FROM workspaces""");
        await bar.Do("LOCK TABLE complaints IN SHARE MODE");
        var answering = talk.Answer(turn);
        // By now it has written the account.
        await bar.HoldsUpSomebody();
        var waiting = rival.Do("""UPDATE accounts SET "Name" = 'Acme Ltd'""");
        await rival.IsHeldUp();
        await bar.GiveWay();
        await waiting;
        await rival.GiveWay();

        (await answering).Card.ShouldNotBeNull();
        talk.Failures.ShouldBeEmpty();
        await using (var store = talk.Stores.Open(Scope.Nothing))
        {
            var complaint = await store.Complaints.IgnoreQueryFilters().SingleAsync(TestContext.Current.CancellationToken);
            complaint.Text.ShouldBe("late again");
            (await store.Receipts.IgnoreQueryFilters().CountAsync(receipt => receipt.Key == turn.Key, TestContext.Current.CancellationToken)).ShouldBe(1);
        }

        (await talk.Database.Deadlocks()).ShouldBe(1);
    }

    [Fact]
    public async Task Two_people_who_mention_each_other_for_the_first_time_at_once_are_both_answered()
    {
        const int Rounds = 30;
        using var talk = await Talk.At("2027-03-05T15:00", onPostgres: true);
        await talk.Say(Talk.Anna, "account add Acme");
        await talk.Database.FindDeadlocksAtOnce();
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other) = (Talk.Ben with { Id = $"U-{round}-A" }, Talk.Clara with { Id = $"U-{round}-B" });
            var replies = await Task.WhenAll(
                Task.Run(() => talk.Answer(talk.Make(one, new Typed("today")) with { Mentioned = [other] })),
                Task.Run(() => talk.Answer(talk.Make(other, new Typed("today")) with { Mentioned = [one] })));
            replies.ShouldAllBe(reply => reply.Card != null);
        }

        talk.Failures.ShouldBeEmpty();
        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.Memberships.IgnoreQueryFilters().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1 + (2 * Rounds));
    }

    [Fact]
    public async Task A_merge_waits_for_the_account_before_it_holds_what_others_take_after_it()
    {
        using var talk = await Talk.At("2027-03-05T15:00", onPostgres: true);
        foreach (var line in new[] { "account add Acme", "contact add Paula Stays at Acme", "contact add Otto Goes at Acme", "log Acme call with Otto Goes: wants a quote" }) await talk.Say(Talk.Anna, line);
        var confirm = Talk.ButtonOf((await talk.Say(Talk.Anna, "contact merge Otto Goes into Paula Stays")).Card!, "contact.merge");
        await using var rival = await CompetingTransaction.In(talk.Database);
        await rival.Do("""UPDATE accounts SET "Name" = 'Acme Ltd'""");
        var merging = talk.Answer(talk.Make(Talk.Anna, new Pressed(confirm.ActionId, confirm.Value)));
        await rival.HoldsUpSomebody();

        (await rival.Do("""UPDATE interactions SET "Kind" = "Kind" """)).ShouldBe(1);
        await rival.GiveWay();
        CardText.Of(await merging).ShouldContain("Paula Stays");
        talk.Failures.ShouldBeEmpty();
        (await talk.Database.Deadlocks()).ShouldBe(0);
    }
}

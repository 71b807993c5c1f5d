using AccountNudge.Core.Accounts;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Testing;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>Who is told what somebody's own chat does not take.</summary>
public class RedirectionTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_one_manager_cannot_be_told_goes_to_the_next_and_to_nobody_who_knows(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (anna, ben) = (await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Ben"));
        var (max, mona) = (await simulation.Office.Hire("Max", isManager: true), await simulation.Office.Hire("Mona", isManager: true));
        await simulation.Office.Complain(await simulation.Office.Win("Acme", anna, ben));
        Refuse(simulation, max);

        (await simulation.To(2026, 3, 10, 16, 30)).Pending.ShouldBeEmpty();

        simulation.Messenger.Posted.Where(message => message.IsDirect).ShouldHaveSingleItem().Address.ShouldBe(mona.PersonId);
        (await simulation.Nudges()).ShouldContain(nudge => nudge.Rung == Ladder.ManagerRung && nudge.State == NudgeState.Posted);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_no_manager_can_be_told_is_kept_from_those_who_know_and_tried_again(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (anna, ben, max) = (await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Ben"), await simulation.Office.Hire("Max", isManager: true));
        await simulation.Office.Complain(await simulation.Office.Win("Acme", anna, ben));
        Refuse(simulation, max);

        (await simulation.To(2026, 3, 10, 16, 30)).Pending.ShouldBeEmpty();
        simulation.Messenger.Posted.ShouldNotContain(message => message.IsDirect);
        (await simulation.Nudges()).ShouldContain(nudge => nudge.Rung == Ladder.ManagerRung && nudge.Held == HeldReason.Undeliverable);
        Refuse(simulation);
        await simulation.To(2026, 3, 10, 17);

        simulation.Messenger.Posted.Where(message => message.IsDirect).ShouldHaveSingleItem().Address.ShouldBe(max.PersonId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_no_manager_can_be_told_goes_to_the_owner_who_did_not_hear_of_it(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (anna, max) = (await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Max", isManager: true));
        var complaint = await simulation.Office.Complain(await simulation.Office.Win("Acme", anna));
        Refuse(simulation, max);
        for (var times = 0; times < 2; times++) await simulation.Office.Change(complaint, (row, act) => row.Chase(act), anna);

        await simulation.To(2026, 3, 6, 16, 30);

        simulation.Messenger.Posted.ShouldHaveSingleItem().Address.ShouldBe(anna.PersonId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_birthday_goes_to_the_deputy_when_the_owner_cannot_be_told_and_never_to_a_manager(DatabaseKind kind)
    {
        foreach (var hasDeputy in new[] { false, true })
        {
            await using var simulation = await Simulation.Begin(kind);
            var (anna, ben) = (await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Ben"));
            await simulation.Office.Hire("Mona", isManager: true);
            await Born(simulation, await simulation.Office.Win("Acme", anna, hasDeputy ? ben : null));
            Refuse(simulation, anna);

            (await simulation.To(2026, 3, 11, 9, 30)).Pending.ShouldBeEmpty();

            simulation.Messenger.Posted.Where(message => message.Lines.Count > 0).Select(message => message.Address).ShouldBe(hasDeputy ? [ben.PersonId] : []);
            (await simulation.Nudges()).Count(nudge => nudge.Held == HeldReason.Undeliverable).ShouldBe(hasDeputy ? 0 : 1);
        }
    }

    /// <summary>The chats of some people take nothing, all else is taken.</summary>
    private static void Refuse(Simulation simulation, params Member[] people) =>
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(people.Any(person => person.PersonId == announcement.Address) ? new Refused("user_disabled") : null);

    private static async Task Born(Simulation simulation, Account account)
    {
        await using var store = simulation.Office.Store();
        store.Contacts.Add(new() { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Name = "Weber", Birthday = new AnnualDate(3, 18) });
        await store.SaveChangesAsync();
    }
}

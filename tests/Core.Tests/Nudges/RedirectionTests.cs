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
        await using var journey = await Journey.Begin(kind);
        var (anna, ben) = (await journey.Office.Hire("Anna"), await journey.Office.Hire("Ben"));
        var (max, mona) = (await journey.Office.Hire("Max", isManager: true), await journey.Office.Hire("Mona", isManager: true));
        await journey.Office.Complain(await journey.Office.Win("Acme", anna, ben));
        Refuse(journey, max);

        (await journey.To(2026, 3, 10, 16, 30)).Pending.ShouldBeEmpty();

        journey.Messenger.Posted.Where(message => message.IsDirect).ShouldHaveSingleItem().Address.ShouldBe(mona.PersonId);
        (await journey.Nudges()).ShouldContain(nudge => nudge.Rung == Ladder.ManagerRung && nudge.State == NudgeState.Posted);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_no_manager_can_be_told_is_kept_from_those_who_know_and_tried_again(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var (anna, ben, max) = (await journey.Office.Hire("Anna"), await journey.Office.Hire("Ben"), await journey.Office.Hire("Max", isManager: true));
        await journey.Office.Complain(await journey.Office.Win("Acme", anna, ben));
        Refuse(journey, max);

        (await journey.To(2026, 3, 10, 16, 30)).Pending.ShouldBeEmpty();
        journey.Messenger.Posted.ShouldNotContain(message => message.IsDirect);
        (await journey.Nudges()).ShouldContain(nudge => nudge.Rung == Ladder.ManagerRung && nudge.Held == HeldReason.Undeliverable);
        Refuse(journey);
        await journey.To(2026, 3, 10, 17);

        journey.Messenger.Posted.Where(message => message.IsDirect).ShouldHaveSingleItem().Address.ShouldBe(max.PersonId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_no_manager_can_be_told_goes_to_the_owner_who_did_not_hear_of_it(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var (anna, max) = (await journey.Office.Hire("Anna"), await journey.Office.Hire("Max", isManager: true));
        var complaint = await journey.Office.Complain(await journey.Office.Win("Acme", anna));
        Refuse(journey, max);
        for (var times = 0; times < 2; times++) await journey.Office.Change(complaint, (row, act) => row.Chase(act), anna);

        await journey.To(2026, 3, 6, 16, 30);

        journey.Messenger.Posted.ShouldHaveSingleItem().Address.ShouldBe(anna.PersonId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_birthday_goes_to_the_deputy_when_the_owner_cannot_be_told_and_never_to_a_manager(DatabaseKind kind)
    {
        foreach (var hasDeputy in new[] { false, true })
        {
            await using var journey = await Journey.Begin(kind);
            var (anna, ben) = (await journey.Office.Hire("Anna"), await journey.Office.Hire("Ben"));
            await journey.Office.Hire("Mona", isManager: true);
            await Born(journey, await journey.Office.Win("Acme", anna, hasDeputy ? ben : null));
            Refuse(journey, anna);

            (await journey.To(2026, 3, 11, 9, 30)).Pending.ShouldBeEmpty();

            journey.Messenger.Posted.Where(message => message.Lines.Count > 0).Select(message => message.Address).ShouldBe(hasDeputy ? [ben.PersonId] : []);
            (await journey.Nudges()).Count(nudge => nudge.Held == HeldReason.Undeliverable).ShouldBe(hasDeputy ? 0 : 1);
        }
    }

    /// <summary>The chats of some people take nothing, all else is taken.</summary>
    private static void Refuse(Journey journey, params Member[] people) =>
        journey.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(people.Any(person => person.PersonId == announcement.Address) ? new Refused("user_disabled") : null);

    private static async Task Born(Journey journey, Account account)
    {
        await using var store = journey.Office.Store();
        store.Contacts.Add(new() { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Name = "Weber", Birthday = new AnnualDate(3, 18) });
        await store.SaveChangesAsync();
    }
}

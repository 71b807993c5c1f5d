using AccountNudge.Core.Accounts;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>Someone leaves a team; the accounts they look after and stand in for go on without them.</summary>
public class LeavingTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    public static TheoryData<DatabaseKind, bool> KindsWithAndWithoutDeputy =>
        new(Database.Kinds.SelectMany(kind => new (DatabaseKind, bool)[] { (kind, true), (kind, false) }));

    [Theory, MemberData(nameof(KindsWithAndWithoutDeputy))]
    public async Task What_an_owner_owed_is_said_to_the_deputy_or_as_if_there_was_no_owner(DatabaseKind kind, bool hasDeputy)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (ben, dora) = (await simulation.Office.Hire("Ben"), await simulation.Office.Hire("Dora"));
        await simulation.Office.Complain(await simulation.Office.Win("Acme", ben, hasDeputy ? dora : null));
        await simulation.RunJobs();
        await Leaves(simulation, ben);

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        var said = simulation.Messenger.Posted.ShouldHaveSingleItem();
        (said.Address, said.IsDirect).ShouldBe((simulation.Office.Team.Home, false));
        (said.Lines.Single().Addressee?.Id, said.Lines.Single().Owner).ShouldBe((hasDeputy ? dora.Id : null, null));
        await simulation.To(2026, 3, 20, 17);
        simulation.Messenger.Posted.ShouldNotContain(message => message.Address == ben.PersonId);
    }

    [Theory, MemberData(nameof(KindsWithAndWithoutDeputy))]
    public async Task What_was_about_to_be_said_to_them_alone_goes_to_whoever_stands_in(DatabaseKind kind, bool hasDeputy)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (anna, ben, dora) = (await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Ben"), await simulation.Office.Hire("Dora"));
        var account = await simulation.Office.Win("Acme", ben, hasDeputy ? dora : null);
        await using (var store = simulation.Office.Store())
        {
            store.Contacts.Add(new() { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Name = "Weber", Birthday = new(3, 18) });
            await store.SaveChangesAsync();
        }

        await simulation.RunJobs();
        simulation.SleepUntil(2026, 3, 11, 9);
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(new NotNow(Duration.FromSeconds(1)));
        await simulation.RunJobs();
        (await simulation.Posts()).ShouldHaveSingleItem().MemberId.ShouldBe(ben.Id);
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(null);
        await Leaves(simulation, ben);

        (await simulation.To(2026, 3, 18, 17)).Pending.ShouldBeEmpty();

        simulation.Messenger.Posted.ShouldNotBeEmpty();
        simulation.Messenger.Posted.ShouldAllBe(message => message.Address == (hasDeputy ? dora : anna).PersonId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_a_channel_refuses_passes_over_a_deputy_who_has_left(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (ben, mona) = (await simulation.Office.Hire("Ben"), await simulation.Office.Hire("Mona", isManager: true));
        await simulation.Office.Complain(await simulation.Office.Win("Acme", deputy: ben));
        await Leaves(simulation, ben);
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect ? null : new Refused("outsiders"));

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        simulation.Messenger.Posted.Where(message => message.Lines.Count > 0).ShouldHaveSingleItem().Address.ShouldBe(mona.PersonId);
        (await simulation.Posts()).ShouldNotContain(post => post.MemberId == ben.Id);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_manager_who_leaves_gets_no_week_not_even_one_that_was_ready(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var mona = await simulation.Office.Hire("Mona", isManager: true);
        await simulation.Office.Win("Acme");
        await using (var store = simulation.Office.Store())
            await store.Members.ExecuteUpdateAsync(set => set.SetProperty(member => member.WeekAt, Simulation.Berlin(2026, 3, 9, 9)));
        simulation.SleepUntil(2026, 3, 9, 9);
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(new NotNow(Duration.FromSeconds(1)));
        await simulation.RunJobs();
        (await simulation.Posts()).ShouldHaveSingleItem().MemberId.ShouldBe(mona.Id);
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(null);
        await Leaves(simulation, mona);

        (await simulation.To(2026, 3, 30, 17)).Pending.ShouldBeEmpty();

        simulation.Messenger.Posted.ShouldNotContain(message => message.Address == mona.PersonId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_account_whose_owner_has_left_stands_in_the_digest_and_is_asked_about(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (anna, ben) = (await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Ben"));
        await simulation.Office.Win("Beck", anna);
        await simulation.Office.Complain(await simulation.Office.Win("Acme", ben));
        simulation.SleepUntil(2026, 3, 12, 12);
        await Leaves(simulation, ben);

        // Still in a team beside it, whose digest is read together with this one's.
        var beside = await Office.Open(simulation.Database, beside: simulation.Office);
        await using var store = simulation.Database.Stores.Open(new Scope(simulation.Office.Workspace.Id, [simulation.Office.Team.Id, beside.Team.Id]));
        store.Memberships.Add(new Membership { WorkspaceId = simulation.Office.Workspace.Id, TeamId = beside.Team.Id, MemberId = ben.Id, JoinedAt = Database.Friday });
        await store.SaveChangesAsync();
        var now = simulation.Database.Now;
        var digest = (await store.DigestOf(null, now, isForManagers: false, default)).ShouldNotBeNull();
        var acme = digest.Ownerless.ShouldHaveSingleItem();
        acme.Name.ShouldBe("Acme");
        digest.Needs.ShouldHaveSingleItem().Owner.ShouldBeNull();
        (await store.BriefOf(acme.Id, null, now, default)).ShouldNotBeNull().Unknowns.ShouldContain(Gap.Owner);
    }

    private static Task Leaves(Simulation simulation, Member member)
    {
        var workspace = simulation.Office.Workspace;
        var homes = new HomeChannels(workspace.Platform, workspace.ExternalId, [simulation.Office.Team.Home]);
        return simulation.Database.Stores.Leave(homes, new HashSet<string> { member.PersonId }, simulation.Database.Now, default);
    }
}

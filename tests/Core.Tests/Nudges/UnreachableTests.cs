using AccountNudge.Core.Nudges;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

public class UnreachableTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_home_that_refuses_is_left_alone_and_its_managers_hear_of_it_once(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        var mona = await simulation.Office.Hire("Mona", isManager: true);
        for (var number = 0; number < 3; number++) await simulation.Office.Complain(await simulation.Office.Win($"Acme {number}", anna));
        var tried = 0;
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect ? null : Refuse());

        Refused Refuse()
        {
            Interlocked.Increment(ref tried);
            return new Refused("is_archived");
        }

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        tried.ShouldBe(1, "what was refused once is not tried again within the hour");
        var told = simulation.Messenger.Posted.Where(message => message.Key.StartsWith("unreachable", StringComparison.Ordinal)).ToList();
        told.ShouldHaveSingleItem().Address.ShouldBe(mona.PersonId);
        simulation.Messenger.Posted.Except(told).ShouldAllBe(message => message.Address == anna.PersonId);
        simulation.Messenger.Posted.Except(told).Count().ShouldBe(3);

        await simulation.To(2026, 3, 10, 17);
        tried.ShouldBeGreaterThan(1, "and after that by and by");
        simulation.Messenger.Posted.Count(message => message.Key.StartsWith("unreachable", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task That_a_home_is_gone_is_told_to_another_when_no_manager_can_be_told(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (max, mona) = (await simulation.Office.Hire("Max", isManager: true), await simulation.Office.Hire("Mona", isManager: true));
        var (anna, ben) = (await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Ben"));
        await simulation.Office.Complain(await simulation.Office.Win("Acme", ben));
        string[] closed = [max.PersonId, mona.PersonId, anna.PersonId];
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(!announcement.IsDirect || closed.Contains(announcement.Address) ? new Refused("is_archived") : null);

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        Notices(simulation).ShouldBe([ben.PersonId]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task That_a_home_is_gone_is_told_to_no_other_while_a_manager_can_be_told(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (max, mona, anna) = (await simulation.Office.Hire("Max", isManager: true), await simulation.Office.Hire("Mona", isManager: true), await simulation.Office.Hire("Anna"));
        await simulation.Office.Complain(await simulation.Office.Win("Acme", anna));
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(!announcement.IsDirect || announcement.Address == max.PersonId ? new Refused("is_archived") : null);

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        Notices(simulation).ShouldBe([mona.PersonId]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_could_not_be_delivered_is_planned_anew_once_the_home_takes_posts_again(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        var complaint = await simulation.Office.Complain(await simulation.Office.Win("Acme", anna));
        await simulation.Office.Change(complaint, (row, act) => row.Acknowledge(act), anna);
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect ? null : new Refused("not_in_channel"));
        await simulation.To(2026, 3, 10, 9, 30);
        (await simulation.Nudges()).ShouldContain(nudge => nudge.Held == HeldReason.Undeliverable);
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(null);

        await using (var store = simulation.Office.Store())
        {
            await store.HomeReachable(await store.Teams.SingleAsync(), simulation.Database.Now, CancellationToken.None);
            await store.SaveChangesAsync();
        }

        await simulation.To(2026, 3, 11, 10);
        simulation.Messenger.Posted.ShouldContain(message => message.Address == simulation.Office.Team.Home && message.Lines.Any(line => line.Nudge.Subject == complaint.Id));
        (await simulation.Nudges()).ShouldNotContain(nudge => nudge.Held == HeldReason.Undeliverable);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_home_is_tried_again_by_itself_when_its_pause_is_over(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        var complaint = await simulation.Office.Complain(await simulation.Office.Win("Acme", anna));
        await simulation.Office.Change(complaint, (row, act) => row.Acknowledge(act), anna);
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect ? null : new Refused("outsiders"));
        await simulation.To(2026, 3, 10, 9, 30);
        (await simulation.Nudges()).ShouldContain(nudge => nudge.Held == HeldReason.Undeliverable);

        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(null);
        await simulation.To(2026, 3, 11, 17);

        simulation.Messenger.Posted.ShouldContain(message => message.Address == simulation.Office.Team.Home && message.Lines.Any(line => line.Nudge.Subject == complaint.Id));
        await using var store = simulation.Office.Store();
        (await store.Teams.SingleAsync()).UnreachableSince.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task One_message_that_is_refused_for_itself_goes_to_its_owner_and_the_home_goes_on(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (anna, _) = (await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Mona", isManager: true));
        for (var number = 0; number < 3; number++) await simulation.Office.Complain(await simulation.Office.Win($"Acme {number}", anna));
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(
            !announcement.IsDirect && announcement.Lines.Any(line => line.Account.Name == "Acme 1") ? new Refused("invalid_blocks") { IsOfMessage = true } : null);

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        var said = simulation.Messenger.Posted.ToLookup(message => message.Address, message => string.Concat(message.Lines.Select(line => line.Account.Name)));
        said[anna.PersonId].ShouldBe(["Acme 1"]);
        said[simulation.Office.Team.Home].ShouldBe(["Acme 0", "Acme 2"], ignoreOrder: true);
        said.Count.ShouldBe(2, "nobody hears that the channel is gone");
        (await Team(simulation)).ShouldBe((null, null));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_morning_that_is_refused_for_itself_is_told_directly_matter_by_matter(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var anna = await simulation.Office.Hire("Anna");
        for (var number = 0; number < 2; number++)
        {
            var complaint = await simulation.Office.Complain(await simulation.Office.Win($"Acme {number}", anna));
            await simulation.Office.Change(complaint, (row, act) => row.Acknowledge(act), anna);
        }

        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect ? null : new Refused("msg_too_long") { IsOfMessage = true });

        (await simulation.To(2026, 3, 10, 9, 30)).Pending.ShouldBeEmpty();

        simulation.Messenger.Posted.ShouldAllBe(message => message.Address == anna.PersonId);
        simulation.Messenger.Posted.Select(message => message.Lines.Single().Account.Name).ShouldBe(["Acme 0", "Acme 1"], ignoreOrder: true);
        (await simulation.Nudges()).ShouldNotContain(nudge => nudge.Held == HeldReason.Undeliverable);
        (await Team(simulation)).ShouldBe((null, null));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_nobody_can_be_told_because_of_itself_is_kept_for_Today_and_the_home_goes_on(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await simulation.Office.Complain(await simulation.Office.Win("Acme", await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Ben")));
        var tried = new List<string>();
        simulation.Messenger.BeforePost = announcement =>
        {
            tried.Add(announcement.Address);
            return Task.FromResult<Delivery?>(new Refused("invalid_blocks") { IsOfMessage = true });
        };

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        tried.ShouldBeUnique();
        tried.Count.ShouldBe(3, "the channel, the owner, the deputy");
        (await simulation.Nudges()).ShouldContain(nudge => nudge.Held == HeldReason.Undeliverable);
        (await Team(simulation)).ShouldBe((null, null));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_one_person_cannot_be_told_goes_to_the_next(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (anna, ben, mona) = (await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Ben"), await simulation.Office.Hire("Mona", isManager: true));
        var account = await simulation.Office.Win("Acme", anna, ben);
        await simulation.Office.Complain(account);
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.Address == mona.PersonId ? null : new Refused("user_disabled"));

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();

        simulation.Messenger.Posted.Where(message => message.Lines.Count > 0).ShouldHaveSingleItem().Address.ShouldBe(mona.PersonId);
        (await simulation.Nudges()).Where(nudge => nudge.Rung == 0).ShouldAllBe(nudge => nudge.State == NudgeState.Posted);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_workspace_that_ended_is_silent_until_the_bot_is_invited_back(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await simulation.Office.Complain(await simulation.Office.Win("Acme", await simulation.Office.Hire("Anna")));
        var (stores, workspace) = (simulation.Database.Stores, simulation.Office.Workspace);
        await stores.EndWorkspace(workspace.Platform, workspace.ExternalId, simulation.Database.Now, CancellationToken.None);

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();
        simulation.Messenger.Posted.ShouldBeEmpty();

        await stores.ResumeWorkspace(workspace.Platform, workspace.ExternalId, CancellationToken.None);
        await simulation.To(2026, 3, 9, 12, 5);
        simulation.Messenger.Posted.ShouldHaveSingleItem();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_post_under_way_when_its_workspace_ends_is_not_sent_any_more(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await simulation.Office.Complain(await simulation.Office.Win("Acme", await simulation.Office.Hire("Anna")));
        simulation.SleepUntil(2026, 3, 9, 12);
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(new NotNow(Duration.FromSeconds(1)));
        await simulation.RunJobs();
        simulation.Messenger.BeforePost = _ => Task.FromResult<Delivery?>(null);
        var workspace = simulation.Office.Workspace;
        await simulation.Database.Stores.EndWorkspace(workspace.Platform, workspace.ExternalId, simulation.Database.Now, CancellationToken.None);

        (await simulation.To(2026, 3, 9, 12)).Pending.ShouldBeEmpty();
        simulation.Messenger.Posted.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task One_workspace_can_be_forgotten_at_once_and_everything_of_others_stays(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await simulation.Office.Complain(await simulation.Office.Win("Acme", await simulation.Office.Hire("Anna")));
        var other = await Office.Open(simulation.Database);
        await other.Complain(await other.Win("Weber", await other.Hire("Ben")));
        await simulation.To(2026, 3, 9, 12);

        var unwanted = simulation.Office.Workspace;
        await simulation.Database.Stores.ForgetWorkspace(unwanted.Platform, unwanted.ExternalId, CancellationToken.None);

        await using var store = simulation.Database.Stores.Open(Scope.Nothing);
        (await store.Workspaces.Select(workspace => workspace.Id).ToListAsync()).ShouldBe([other.Workspace.Id]);
        (await store.Accounts.IgnoreQueryFilters().Select(account => account.Name).ToListAsync()).ShouldBe(["Weber"]);
        (await store.Posts.IgnoreQueryFilters().CountAsync(post => post.WorkspaceId == unwanted.Id)).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_month_after_its_end_nothing_of_a_workspace_is_left_and_everything_of_others_is(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await simulation.Office.Complain(await simulation.Office.Win("Acme", await simulation.Office.Hire("Anna")));
        var other = await Office.Open(simulation.Database);
        await other.Complain(await other.Win("Weber", await other.Hire("Ben")));
        await simulation.To(2026, 3, 9, 12);
        var (ended, at) = (simulation.Office.Workspace, simulation.Database.Now);
        await simulation.Database.Stores.EndWorkspace(ended.Platform, ended.ExternalId, at, CancellationToken.None);

        await using var store = simulation.Database.Stores.Open(Scope.Nothing);
        (await store.ForgetEndedWorkspaces(at, CancellationToken.None)).ShouldBe(0);
        (await store.ForgetEndedWorkspaces(at + Duration.FromSeconds(1), CancellationToken.None)).ShouldBe(1);

        (await store.Workspaces.Select(workspace => workspace.Id).ToListAsync()).ShouldBe([other.Workspace.Id]);
        (await store.Accounts.IgnoreQueryFilters().Select(account => account.Name).ToListAsync()).ShouldBe(["Weber"]);
        (await store.Members.IgnoreQueryFilters().Select(member => member.Name).ToListAsync()).ShouldBe(["Ben"]);
        (await store.Nudges.IgnoreQueryFilters().CountAsync(nudge => nudge.WorkspaceId == ended.Id)).ShouldBe(0);
        (await store.Posts.IgnoreQueryFilters().CountAsync(post => post.WorkspaceId == ended.Id)).ShouldBe(0);
    }

    private static IEnumerable<string> Notices(Simulation simulation) =>
        simulation.Messenger.Posted.Where(message => message.Key.StartsWith("unreachable", StringComparison.Ordinal)).Select(message => message.Address);

    private static async Task<(Instant? UnreachableSince, Instant? TryHomeAgainAt)> Team(Simulation simulation)
    {
        await using var store = simulation.Office.Store();
        var team = await store.Teams.SingleAsync();
        return (team.UnreachableSince, team.TryHomeAgainAt);
    }
}

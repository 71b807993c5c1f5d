using System.Collections.Concurrent;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Posting;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>Which earlier message a new one about the same matter may follow.</summary>
public class FollowUpTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Later_rungs_in_the_channel_follow_the_latest_one_there(DatabaseKind kind)
    {
        await using var simulation = await Crowded(kind);
        var said = Listen(simulation);

        await simulation.To(2026, 3, 15, 12);

        said.Where(announcement => announcement.Lines.Count == 1).Select(announcement => (announcement.Lines[0].Nudge.Rung, announcement.IsDirect, announcement.EarlierMessageId))
            .ShouldBe([(0, false, null), (1, false, "m1"), (2, true, null), (3, false, "m2")]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task In_another_home_nothing_stands_that_could_be_followed(DatabaseKind kind)
    {
        await using var simulation = await Crowded(kind);
        await simulation.To(2026, 3, 9, 12);
        var said = Listen(simulation);
        await using (var store = simulation.Office.Store())
        {
            (await store.Teams.SingleAsync()).Home = "another";
            await store.SaveChangesAsync();
        }

        await simulation.To(2026, 3, 15, 12);

        said.Where(announcement => !announcement.IsDirect).Select(announcement => (announcement.Lines[0].Nudge.Rung, announcement.Address, announcement.EarlierMessageId))
            .ShouldBe([(1, "another", null), (3, "another", "m2")]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Another_matter_of_the_same_client_begins_anew(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var account = await simulation.Office.Win("Acme", await simulation.Office.Hire("Anna"));
        await simulation.Office.Complain(account);
        await simulation.To(2026, 3, 9, 12);
        var said = Listen(simulation);
        await simulation.Office.Complain(account, "something else");

        await simulation.To(2026, 3, 9, 16);

        said.ShouldHaveSingleItem().EarlierMessageId.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_message_about_several_matters_follows_none_and_is_not_followed(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        var (anna, ben) = (await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Ben"));
        var first = await simulation.Office.Complain(await simulation.Office.Win("Acme", anna, ben));
        var second = await simulation.Office.Complain(await simulation.Office.Win("Weber", anna, ben));
        foreach (var complaint in new[] { first, second }) await simulation.Office.Change(complaint, (row, act) => row.Acknowledge(act));
        var said = Listen(simulation);
        await simulation.To(2026, 3, 10, 10);
        await simulation.Office.Change(second, (row, act) => row.Update(act));

        await simulation.To(2026, 3, 11, 17);

        said.Select(announcement => (announcement.Lines.Count, announcement.EarlierMessageId)).ShouldBe([(2, null), (1, null)]);
        said.Last().Lines[0].Nudge.Subject.ShouldBe(first.Id);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_only_renewed_follows_nothing(DatabaseKind kind)
    {
        await using var simulation = await Crowded(kind);
        var renewed = new ConcurrentQueue<string?>();
        simulation.Messenger.BeforeUpdate = announcement =>
        {
            renewed.Enqueue(announcement.EarlierMessageId);
            return null;
        };
        await simulation.To(2026, 3, 9, 16);
        await using (var store = simulation.Office.Store()) await simulation.Office.Change(await store.Complaints.SingleAsync(), (row, act) => row.Acknowledge(act));

        await simulation.To(2026, 3, 9, 16, 30);

        renewed.ShouldBe([null, null]);
    }

    /// <summary>An unanswered complaint, and somebody on every rung.</summary>
    private static async Task<Simulation> Crowded(DatabaseKind kind)
    {
        var simulation = await Simulation.Begin(kind);
        var (anna, ben) = (await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Ben"));
        await simulation.Office.Hire("Cleo");
        await simulation.Office.Hire("Max", isManager: true);
        await simulation.Office.Complain(await simulation.Office.Win("Acme", anna, ben));
        return simulation;
    }

    private static ConcurrentQueue<Announcement> Listen(Simulation simulation)
    {
        var said = new ConcurrentQueue<Announcement>();
        simulation.Messenger.BeforePost = announcement =>
        {
            said.Enqueue(announcement);
            return Task.FromResult<Delivery?>(null);
        };
        return said;
    }
}

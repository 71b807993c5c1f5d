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
        await using var journey = await Crowded(kind);
        var said = Listen(journey);

        await journey.To(2026, 3, 16, 12);

        said.Where(announcement => announcement.Lines.Count == 1).Select(announcement => (announcement.Lines[0].Nudge.Rung, announcement.IsDirect, announcement.EarlierMessageId))
            .ShouldBe([(0, false, null), (1, false, "m1"), (2, true, null), (3, false, "m2")]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task In_another_home_nothing_stands_that_could_be_followed(DatabaseKind kind)
    {
        await using var journey = await Crowded(kind);
        await journey.To(2026, 3, 9, 12);
        var said = Listen(journey);
        await using (var store = journey.Office.Store())
        {
            (await store.Teams.SingleAsync()).Home = "another";
            await store.SaveChangesAsync();
        }

        await journey.To(2026, 3, 16, 12);

        said.Where(announcement => !announcement.IsDirect).Select(announcement => (announcement.Lines[0].Nudge.Rung, announcement.Address, announcement.EarlierMessageId))
            .ShouldBe([(1, "another", null), (3, "another", "m2")]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Another_matter_of_the_same_client_begins_anew(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var account = await journey.Office.Win("Acme", await journey.Office.Hire("Anna"));
        await journey.Office.Complain(account);
        await journey.To(2026, 3, 9, 12);
        var said = Listen(journey);
        await journey.Office.Complain(account, "something else");

        await journey.To(2026, 3, 9, 16);

        said.ShouldHaveSingleItem().EarlierMessageId.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_message_about_several_matters_follows_none_and_is_not_followed(DatabaseKind kind)
    {
        await using var journey = await Journey.Begin(kind);
        var (anna, ben) = (await journey.Office.Hire("Anna"), await journey.Office.Hire("Ben"));
        var first = await journey.Office.Complain(await journey.Office.Win("Acme", anna, ben));
        var second = await journey.Office.Complain(await journey.Office.Win("Weber", anna, ben));
        foreach (var complaint in new[] { first, second }) await journey.Office.Change(complaint, (row, act) => row.Acknowledge(act));
        var said = Listen(journey);
        await journey.To(2026, 3, 10, 10);
        await journey.Office.Change(second, (row, act) => row.Update(act));

        await journey.To(2026, 3, 11, 17);

        said.Select(announcement => (announcement.Lines.Count, announcement.EarlierMessageId)).ShouldBe([(2, null), (1, null)]);
        said.Last().Lines[0].Nudge.Subject.ShouldBe(first.Id);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_only_renewed_follows_nothing(DatabaseKind kind)
    {
        await using var journey = await Crowded(kind);
        var renewed = new ConcurrentQueue<string?>();
        journey.Messenger.BeforeUpdate = announcement =>
        {
            renewed.Enqueue(announcement.EarlierMessageId);
            return null;
        };
        await journey.To(2026, 3, 9, 16);
        await using (var store = journey.Office.Store()) await journey.Office.Change(await store.Complaints.SingleAsync(), (row, act) => row.Acknowledge(act));

        await journey.To(2026, 3, 9, 16, 30);

        renewed.ShouldBe([null, null]);
    }

    /// <summary>An unanswered complaint, and somebody on every rung.</summary>
    private static async Task<Journey> Crowded(DatabaseKind kind)
    {
        var journey = await Journey.Begin(kind);
        var (anna, ben) = (await journey.Office.Hire("Anna"), await journey.Office.Hire("Ben"));
        await journey.Office.Hire("Cleo");
        await journey.Office.Hire("Max", isManager: true);
        await journey.Office.Complain(await journey.Office.Win("Acme", anna, ben));
        return journey;
    }

    private static ConcurrentQueue<Announcement> Listen(Journey journey)
    {
        var said = new ConcurrentQueue<Announcement>();
        journey.Messenger.BeforePost = announcement =>
        {
            said.Enqueue(announcement);
            return Task.FromResult<Delivery?>(null);
        };
        return said;
    }
}

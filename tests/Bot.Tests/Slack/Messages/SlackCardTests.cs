using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Tests.Cards;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Slack.Messages;

public sealed class SlackCardTests
{
    /// <summary>What is posted unasked is posted as one message: its buttons would be lost with the rest.</summary>
    [Fact]
    public void The_fullest_morning_message_fits_into_one()
    {
        var sample = new Sample();
        foreach (var voice in (Voice[])[Voice.English, Voice.German])
        {
            var card = CardRewriting.ForSlack(AnnouncementCards.Of(sample.Post(voice, PostKind.Morning, false, [.. Enumerable.Range(0, 9).Select(_ => sample.About(ComplaintPractice.Acknowledge))])));
            BlockKitRenderer.All(card).Count.ShouldBe(1);
        }
    }

    [Fact]
    public void A_nudge_about_the_longest_complaint_keeps_its_buttons()
    {
        var card = new Card("Sabine waits", new Quote(string.Concat(Enumerable.Repeat("The delivery is late. ", 1000))), new Note("open since Friday"), new Actions([new Button("complaint.acknowledge", "Client knows", "1.2.")]));
        var blocks = BlockKitRenderer.One(card).Blocks.Select(block => (string?)block!["type"]).ToList();
        blocks.ShouldBe(["section", "rich_text", "rich_text", "rich_text", "actions", "context"]);
    }

    [Fact]
    public async Task A_complaint_card_reads_well()
    {
        using var talk = await Client.At("2027-03-05T10:00");
        var reply = await talk.Say(Talk.Anna, "complaint Weber by Sabine Klein: the <delivery> is *late* & nobody rang");
        Show(reply.Card!, "Complaint");
    }

    [Fact]
    public void A_severe_nudge_reads_well()
    {
        var sample = new Sample();
        Show(AnnouncementCards.Of(sample.Post(Voice.English, PostKind.Severe, false, sample.About(ComplaintPractice.Acknowledge, 1))), "Severe");
    }

    [Fact]
    public void A_morning_message_reads_well()
    {
        var sample = new Sample();
        Show(AnnouncementCards.Of(sample.Post(Voice.German, PostKind.Morning, false, sample.About(ComplaintPractice.Acknowledge), sample.Quiet())), "Morning");
    }

    [Fact]
    public async Task A_brief_reads_well()
    {
        using var talk = await Client.At("2027-03-05T10:00");
        await Client.Log(talk, InteractionKind.Call, new(2027, 3, 1), "Asked for a quote");
        await Client.Complain(talk, "The delivery is late again");
        Show((await talk.Say(Talk.Anna, "brief Sabine Klein")).Card!, "Brief");
    }

    [Fact]
    public async Task A_managers_week_shows_charts_and_without_them_words()
    {
        using var talk = await Client.At("2027-03-04T10:00");
        await Client.Log(talk, InteractionKind.Visit, new(2027, 3, 2), "Talked");
        await Client.Complain(talk, "The delivery is late again");
        await Client.Change(talk, (store, team) =>
        {
            var clara = store.Members.Single(member => member.PersonId == Talk.Clara.Id);
            store.Memberships.Single(place => place.MemberId == clara.Id).IsManager = true;
            clara.WeekAt = Sample.In(2027, 3, 8, 9);
            store.Accounts.Add(new Core.Accounts.Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = "Otto KG", EnteredOn = new(2027, 1, 13) });
        });
        await talk.Until("2027-03-08T09:00");
        var card = talk.Cards[talk.Posted.Single(post => post.Post.Kind == PostKind.Week).Post.Key];
        Show(card, "Week");
        Approved.Matches(Rendered.Of(BlockKitRenderer.One(CardRewriting.ForSlack(card), charts: false)), "Week.plain");
    }

    [Fact]
    public async Task Help_at_home_reads_well()
    {
        using var talk = await Talk.At("2027-03-05T10:00");
        var home = BlockKitRenderer.Home((await talk.Say(Talk.Anna, "help")).Card!);
        home["blocks"]!.AsArray().Select(block => (string?)block!["type"]).Distinct().ShouldBe(["section", "actions", "context"], ignoreOrder: true);
    }

    private static void Show(Card card, string name, [System.Runtime.CompilerServices.CallerFilePath] string test = "") =>
        Approved.Matches(Rendered.Of(BlockKitRenderer.One(CardRewriting.ForSlack(card))), name, test);
}

using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Tests.Cards;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Texts;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Teams.Cards;

/// <summary>The cards people see most, in Teams, as they read: English and German.</summary>
public sealed class TeamsCardTests
{
    private static readonly Voice[] Voices = [Voice.English, Voice.German];

    [Theory]
    [InlineData("Severe")]
    [InlineData("Morning")]
    [InlineData("Birthday")]
    [InlineData("Anniversary")]
    public void Posts_read_well(string kind)
    {
        var sample = new Sample();
        var (post, isDirect, lines) = kind switch
        {
            "Severe" => (PostKind.Severe, false, (NudgeLine[])[sample.About(ComplaintPractice.Acknowledge, 1)]),
            "Morning" => (PostKind.Morning, false, [sample.About(ComplaintPractice.Acknowledge), sample.Quiet()]),
            "Birthday" => (PostKind.Morning, true, [sample.Birthday(BirthdayPractice.Congratulate, new(2027, 3, 8), 1977)]),
            _ => (PostKind.Morning, true, [sample.Anniversary(new(2022, 3, 8), new(2027, 3, 8))]),
        };
        Approved.Matches(string.Join("\n", Voices.Select(voice => Outlined(AnnouncementCards.Of(sample.Post(voice, post, isDirect, lines))))), kind);
    }

    /// <summary>What is posted unasked is posted as one card: its buttons would be lost with the rest.</summary>
    [Fact]
    public void The_fullest_morning_message_fits_into_one_card()
    {
        var sample = new Sample();
        foreach (var voice in Voices)
            AdaptiveCardRenderer.All(CardRewriting.ForTeams(AnnouncementCards.Of(sample.Post(voice, PostKind.Morning, false, [.. Enumerable.Range(0, 9).Select(_ => sample.About(ComplaintPractice.Acknowledge))])))).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Complaint.en", "Anna", "complaint Weber by Sabine Klein: the <delivery> is *late* & nobody rang")]
    [InlineData("Complaint.de", "Clara", "beschwerde Weber von Sabine Klein: die <Lieferung> ist *zu spät* & niemand rief an")]
    [InlineData("Brief.en", "Anna", "brief Sabine Klein")]
    [InlineData("Brief.de", "Clara", "kurzprofil Sabine Klein")]
    [InlineData("Today.en", "Anna", "today")]
    [InlineData("Today.de", "Clara", "heute")]
    [InlineData("Quiet.en", "Anna", "quiet")]
    [InlineData("Quiet.de", "Clara", "still")]
    [InlineData("Settings.en", "Anna", "settings")]
    [InlineData("Settings.de", "Clara", "einstellungen")]
    [InlineData("Help.en", "Anna", "help")]
    [InlineData("Help.de", "Clara", "hilfe")]
    public async Task Answers_read_well(string name, string speaker, string line)
    {
        using var talk = await Client.At("2027-03-05T10:00");
        await Client.Log(talk, InteractionKind.Call, new(2027, 3, 1), "Asked for a quote");
        if (!name.StartsWith("Complaint", StringComparison.Ordinal)) await Client.Complain(talk, "The delivery is late again");
        await Client.Change(talk, (store, team) => store.Accounts.Add(new Core.Accounts.Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = "Otto KG", EnteredOn = new(2027, 1, 13) }));
        if (speaker == "Clara") await BelongsToClara(talk);
        Show(name, (await talk.Say(speaker == "Anna" ? Anna : Clara, line)).Card!);
    }

    [Theory]
    [InlineData("Week.en", "U-ANNA")]
    [InlineData("Week.de", "U-CLARA")]
    public async Task A_managers_week_shows_charts(string name, string manager)
    {
        using var talk = await Client.At("2027-03-04T10:00");
        await Client.Log(talk, InteractionKind.Visit, new(2027, 3, 2), "Talked");
        await Client.Complain(talk, "The delivery is late again");
        await Client.Change(talk, (store, team) =>
        {
            var member = store.Members.Single(member => member.PersonId == manager);
            store.Memberships.Single(place => place.MemberId == member.Id).IsManager = true;
            member.WeekAt = Sample.In(2027, 3, 8, 9);
            store.Accounts.Add(new Core.Accounts.Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = "Otto KG", EnteredOn = new(2027, 1, 13) });
        });
        await talk.Until("2027-03-08T09:00");
        Show(name, talk.Cards[talk.Posted.Single(post => post.Post.Kind == PostKind.Week).Post.Key]);
    }

    [Theory]
    [InlineData("Form.en", "Anna", "complaint")]
    [InlineData("Form.de", "Clara", "beschwerde")]
    public async Task A_form_reads_well(string name, string speaker, string line)
    {
        using var talk = await Client.At("2027-03-05T10:00");
        var form = (await talk.Say(speaker == "Anna" ? Anna : Clara, line)).Form!;
        Approved.Matches(AdaptiveCardOutline.Of(FormCard.Of(form, "origin", inDialog: false)), name);
    }

    [Fact]
    public void A_severe_nudge_is_this_json()
    {
        var sample = new Sample();
        var card = CardRewriting.ForTeams(AnnouncementCards.Of(sample.Post(Voice.English, PostKind.Severe, false, sample.About(ComplaintPractice.Acknowledge, 1))));
        Approved.Matches(Rendered.Of(AdaptiveCardRenderer.Message(AdaptiveCardRenderer.One(card), card.Headline.Plain)), "Severe.json");
    }

    private static Task BelongsToClara(Talk talk) => Client.Change(talk, (store, team) =>
    {
        team.Settings = team.Settings with { Language = Language.German };
        foreach (var account in store.Accounts) account.OwnerId = store.Members.Single(member => member.PersonId == Clara.Id).Id;
    });

    private static void Show(string name, Card card) => Approved.Matches(Outlined(card), name);

    private static string Outlined(Card card) => AdaptiveCardOutline.Of([.. AdaptiveCardRenderer.All(CardRewriting.ForTeams(card))]);
}

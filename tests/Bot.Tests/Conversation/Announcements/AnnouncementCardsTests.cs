using System.Text;
using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Announcements;

public sealed class AnnouncementCardsTests
{
    private static readonly LocalDate Today = new(2027, 3, 8);

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.German)]
    public void What_we_owe_reads_well_on_every_rung(Language language)
    {
        var (voice, said) = (Spoken(language), new StringBuilder());
        foreach (var ask in new[] { ComplaintPractice.Acknowledge, ComplaintPractice.Update, ComplaintPractice.Resolve })
        {
            for (var rung = 0; rung <= 3; rung++)
                Add(said, $"{char.ToUpperInvariant(ask[0])}{ask[1..]}, rung {rung}", new Sample().Say(voice, new Sample().About(ask, rung, Known(ask)), isDirect: rung == 2));
        }

        var nobody = new Sample().About(ComplaintPractice.Acknowledge, isOwned: false);
        Add(said, "nobody looks after it", new Sample().Say(voice, nobody));
        Add(said, "reopened", new Sample().Say(voice, new Sample().About(ComplaintPractice.Acknowledge, before: Reopened)));
        Add(said, "second chaser", new Sample().Say(voice, new Sample().About(ComplaintPractice.AnswerChaser, before: Chased(2)), isDirect: true));
        Add(said, "fourth chaser", new Sample().Say(voice, new Sample().About(ComplaintPractice.AnswerChaser, before: Chased(4)), isDirect: true));
        Add(said, "waiting", new Sample().Say(voice, new Sample().About(ComplaintPractice.AskClient, before: complaint => complaint.AwaitClient(new Sample().Act(Sample.In(2027, 2, 26, 10))))));
        Add(said, "settled by silence", new Sample().Say(voice, new Sample().About(ComplaintPractice.SeeConfirmation, before: Closed)));
        Add(said, "on it", new Sample().Say(voice, BusyWithIt()));
        Approved.Matches(said.ToString(), $"WeOwe.{language}");
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.German)]
    public void Staying_close_reads_well(Language language)
    {
        var (voice, said, sample) = (Spoken(language), new StringBuilder(), new Sample());
        Add(said, "quiet", sample.Say(voice, sample.Quiet()));
        Add(said, "quiet, deputy", sample.Say(voice, sample.Quiet(1)));
        Add(said, "never talked", sample.Say(voice, sample.Quiet(everTalked: false)));
        Add(said, "birthday ahead", sample.Say(voice, sample.Birthday(BirthdayPractice.Prepare, new(2027, 3, 15)), PostKind.Morning, isDirect: true));
        Add(said, "birthday ahead on a Saturday, age known", sample.Say(voice, sample.Birthday(BirthdayPractice.Prepare, new(2027, 3, 13), 1981), PostKind.Morning, isDirect: true));
        Add(said, "round birthday today", sample.Say(voice, sample.Birthday(BirthdayPractice.Congratulate, Today, 1977, sample.Choice(2026, OccasionDecision.CardSent)), PostKind.Morning, isDirect: true));
        Add(said, "wanted to ring", sample.Say(voice, sample.Birthday(BirthdayPractice.Congratulate, Today, null, sample.Choice(2027, OccasionDecision.Ring), sample.Choice(2024, OccasionDecision.Ring)), PostKind.Morning, isDirect: true));
        foreach (var years in new[] { 1, 2, 5 })
            Add(said, $"{years} years", sample.Say(voice, sample.Anniversary(Today.PlusYears(-years), Today)));
        Add(said, "anniversary on Saturday", sample.Say(voice, sample.Anniversary(new(2024, 3, 13), new(2027, 3, 13))));
        Approved.Matches(said.ToString(), $"StayClose.{language}");
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.German)]
    public void A_morning_message_has_three_lanes_and_shows_what_is_done(Language language)
    {
        var (voice, said, sample) = (Spoken(language), new StringBuilder(), new Sample());
        NudgeLine[] lines = [sample.About(ComplaintPractice.Update, before: Known(ComplaintPractice.Update)), sample.About(ComplaintPractice.SeeConfirmation, before: Closed), sample.Quiet()];
        Add(said, "three lanes", CardText.Of(AnnouncementCards.Of(sample.Post(voice, PostKind.Morning, false, lines))));
        NudgeLine[] settled = [Settled(sample.About(ComplaintPractice.Update), NudgeState.Acted, "Updated", sample), Settled(sample.About(ComplaintPractice.Acknowledge, before: Closed), NudgeState.Superseded, "", sample), Settled(sample.Quiet(), NudgeState.Snoozed, "Snoozed", sample), Settled(sample.Anniversary(Today.PlusYears(-5), Today), NudgeState.Expired, "", sample)];
        Add(said, "settled", CardText.Of(AnnouncementCards.Of(sample.Post(voice, PostKind.Morning, false, settled))));
        Add(said, "alone and settled", sample.Say(voice, Settled(sample.About(ComplaintPractice.Acknowledge), NudgeState.Acted, "Acknowledged", sample)));
        Add(said, "one", CardText.Of(AnnouncementCards.Of(sample.Post(voice, PostKind.Morning, false, sample.Quiet()))));
        Approved.Matches(said.ToString(), $"Morning.{language}");
    }

    [Fact]
    public void More_than_seven_matters_stand_in_today()
    {
        var sample = new Sample();
        var card = AnnouncementCards.Of(sample.Post(Voice.German, PostKind.Morning, false, [.. Enumerable.Range(0, 10).Select(_ => sample.Quiet())]));
        card.Headline.Plain.ShouldBe("Guten Morgen – zehn Anliegen");
        card.Parts.OfType<Section>().Count().ShouldBe(7);
        card.Parts.OfType<Note>().Single().Text.Plain.ShouldBe("+3 in Heute");
        Talk.ButtonOf(card, "today.open").Label.ShouldBe("Heute zeigen");
    }

    [Fact]
    public void A_settled_matter_has_no_buttons()
    {
        var sample = new Sample();
        foreach (var state in new[] { NudgeState.Acted, NudgeState.Snoozed, NudgeState.Expired, NudgeState.Superseded })
            Talk.ButtonsOf(AnnouncementCards.Of(sample.Post(Voice.English, PostKind.Severe, false, Settled(sample.About(ComplaintPractice.Acknowledge), state, "Acknowledged", sample)))).ShouldBeEmpty();
    }

    [Fact]
    public void The_addressee_is_mentioned_in_the_channel_and_not_in_a_direct_message()
    {
        var sample = new Sample();
        var line = sample.About(ComplaintPractice.Acknowledge);
        AnnouncementCards.Of(sample.Post(Voice.English, PostKind.Severe, false, line)).Headline.Runs.ShouldContain(sample.Anna.Mention with { Name = "Anna" });
        AnnouncementCards.Of(sample.Post(Voice.English, PostKind.Severe, true, line)).Headline.Plain.ShouldStartWith("Sabine Klein (Weber GmbH) ");
    }

    private static NudgeLine Settled(NudgeLine line, NudgeState state, string settlement, Sample sample)
    {
        (line.Nudge.State, line.Nudge.Settlement, line.Nudge.SettledAt) = (state, settlement, Sample.In(2027, 3, 8, 12, 4));
        line.Nudge.SettledBy = line.Facts.Roster.Members[0].Id;
        var snooze = new Snooze
        {
            WorkspaceId = line.Nudge.WorkspaceId, TeamId = line.Nudge.TeamId, AccountId = line.Account.Id, Kind = line.Nudge.Kind, Subject = line.Nudge.Subject,
            At = sample.Now, Until = Sample.In(2027, 3, 11, 9), MemberId = sample.Anna.Id,
        };
        return line with { Facts = line.Facts with { Snoozes = [snooze] } };
    }

    private static NudgeLine BusyWithIt()
    {
        var sample = new Sample();
        return sample.About(ComplaintPractice.Acknowledge, before: complaint => complaint.OnIt(sample.Act(sample.Now) with { MemberId = sample.Ben.Id }));
    }

    private static Action<Core.Complaints.Complaint>? Known(string ask) =>
        ask == ComplaintPractice.Acknowledge ? null : complaint => complaint.Acknowledge(new Sample().Act(Sample.In(2027, 3, 5, 16)));

    private static void Closed(Core.Complaints.Complaint complaint)
    {
        complaint.Resolve(new Sample().Act(Sample.In(2027, 2, 26, 16)));
        complaint.ConfirmBySilence(Sample.In(2027, 3, 8, 9));
    }

    private static void Reopened(Core.Complaints.Complaint complaint)
    {
        complaint.Resolve(new Sample().Act(Sample.In(2027, 3, 5, 16)));
        complaint.Reopen(new Sample().Act(Sample.In(2027, 3, 8, 9, 30)));
    }

    private static Action<Core.Complaints.Complaint> Chased(int times) => complaint =>
    {
        for (var time = 0; time < times; time++) complaint.Chase(new Sample().Act(Sample.In(2027, 3, 8, 10, time)));
    };

    private static Voice Spoken(Language language) => language == Language.German ? Voice.German : Voice.English;

    private static void Add(StringBuilder said, string title, string card) => said.Append("— ").AppendLine(title).AppendLine(card);
}

using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Promises;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Announcements;

/// <summary>What is said fits how things are: who is there, who got in touch, what is over, which day is meant.</summary>
public class TrueSentencesTests
{
    public static TheoryData<string, int, bool, string, string> Deputies => new()
    {
        // ask, rung, whether the owner is away; what is said, what is not
        { "quiet", 0, true, "for Anna, who is away through 12 March", "if Anna is busy" },
        { "quiet", 1, true, "while Anna is away", "if Anna is busy" },
        { "quiet", 1, false, "if Anna is busy", "away" },
        { "quiet de", 0, true, "in Vertretung für Anna – bis 12. März nicht da", "viel zu tun" },
        { "quiet de", 1, true, "solange Anna nicht da ist", "viel zu tun" },
        { "quiet de", 1, false, "falls Anna gerade viel zu tun hat", "Vertretung" },
        { "complaint", 0, true, "for Anna, who is away through 12 March", "lend Anna a hand" },
        { "complaint", 1, true, "take this on while Anna is away", "lend Anna a hand" },
        { "complaint", 1, false, "lend Anna a hand", "away" },
        { "complaint de", 0, true, "in Vertretung für Anna – bis 12. März nicht da", "einspringen" },
        { "complaint de", 1, true, "übernehmen, solange Anna nicht da ist", "einspringen" },
        { "complaint de", 1, false, "für Anna einspringen", "abwesend" },
    };

    [Theory, MemberData(nameof(Deputies))]
    public void Whoever_is_away_is_not_spoken_of_as_if_they_were_there(string what, int rung, bool isAway, string said, string unsaid)
    {
        var sample = new Sample();
        var line = what.StartsWith("quiet", StringComparison.Ordinal) ? sample.Quiet(rung) : sample.About(ComplaintPractice.Acknowledge, rung);
        line.Nudge.AddresseeId = sample.Ben.Id;
        if (isAway)
        {
            var absence = new Absence { WorkspaceId = sample.Anna.WorkspaceId, MemberId = sample.Anna.Id, From = new(2027, 3, 8), Until = new(2027, 3, 12), DeputyId = sample.Ben.Id };
            line = line with { Facts = line.Facts with { Roster = line.Facts.Roster with { Absences = [absence] } } };
        }

        var words = sample.Say(what.EndsWith("de", StringComparison.Ordinal) ? Voice.German : Voice.English, line);

        words.ShouldContain(said);
        words.ShouldNotContain(unsaid);
    }

    [Theory] // Monday, 8 March 2027, 11:00
    [InlineData(3, 2, "2 March")]
    [InlineData(3, 1, "1 March")]
    [InlineData(3, 3, "Wednesday")]
    [InlineData(3, 5, "Friday")]
    [InlineData(3, 7, "Sunday")]
    public void A_day_that_was_is_not_named_like_the_one_to_come(int month, int day, string said)
    {
        var sample = new Sample();
        var complaint = Complaint.Open(sample.Weber, null, sample.Act(Sample.In(2027, month, day, 15), "late"));
        var line = sample.About(ComplaintPractice.Acknowledge);
        var words = sample.Say(Voice.English, new NudgeLine(
            sample.Nudge(ComplaintPractice.Acknowledge, ComplaintPractice.Kind, complaint.Id), line.Facts with { OfPractices = [new ComplaintFacts([complaint])] }));
        words.ShouldContain($"since {said} 15:00");
    }

    [Theory]
    [InlineData(QuietPractice.Heard, Language.English, "the client got in touch")]
    [InlineData(QuietPractice.Logged, Language.English, "Anna: got in touch")]
    [InlineData(QuietPractice.Heard, Language.German, "der Kunde hat sich gemeldet")]
    [InlineData(QuietPractice.Logged, Language.German, "Anna: hat sich gemeldet")]
    public void Who_got_in_touch_is_who_did(string settlement, Language language, string said)
    {
        var sample = new Sample();
        var line = sample.Quiet();
        (line.Nudge.State, line.Nudge.Settlement, line.Nudge.SettledBy, line.Nudge.SettledAt) = (NudgeState.Acted, settlement, sample.Anna.Id, sample.Now);
        sample.Say(new Voice(language), line).ShouldContain(said);
    }

    [Theory]
    [InlineData(NudgeState.Acted, NudgeState.Acted, "all settled")]
    [InlineData(NudgeState.Acted, NudgeState.Expired, "nothing left open")]
    [InlineData(NudgeState.Expired, NudgeState.Expired, "nothing left open")]
    [InlineData(NudgeState.Expired, NudgeState.Posted, "2 matters")]
    public void What_passed_is_not_called_settled(NudgeState first, NudgeState second, string said)
    {
        var sample = new Sample();
        var lines = new[] { sample.Quiet(), sample.Birthday(Core.Occasions.BirthdayPractice.Congratulate, new(2027, 3, 8)) };
        (lines[0].Nudge.State, lines[0].Nudge.Settlement) = (first, QuietPractice.Logged);
        lines[1].Nudge.State = second;
        CardText.Of(Bot.Conversation.Announcements.AnnouncementCards.Of(sample.Post(Voice.English, PostKind.Morning, false, lines))).ShouldContain(said);
    }

    [Theory] // where it stood, where the latest nudge of the matter stands, what is said of it there
    [InlineData("channel", "channel", Language.English, "the latest is further down")]
    [InlineData("channel", "nowhere", Language.English, "the latest is further down")]
    [InlineData("channel", "direct to Ben", Language.English, "still open")]
    [InlineData("direct to Anna", "direct to Anna", Language.English, "the latest is further down")]
    [InlineData("direct to Anna", "channel", Language.English, "goes on in the team’s channel")]
    [InlineData("direct to Anna", "direct to Ben", Language.English, "still open")]
    [InlineData("direct to Anna", "nowhere", Language.English, "still open")]
    [InlineData("direct to Anna", "channel, soon", Language.English, "still open")]
    [InlineData("direct to Anna", "channel, due", Language.English, "goes on in the team’s channel")]
    [InlineData("channel", "direct to Anna, alone", Language.English, "the latest is further down")]
    [InlineData("channel", "channel", Language.German, "aktueller Stand weiter unten")]
    [InlineData("direct to Anna", "channel", Language.German, "weiter geht es im Kanal des Teams")]
    [InlineData("direct to Anna", "nowhere", Language.German, "noch offen")]
    public void A_matter_goes_on_where_its_latest_nudge_stands(string here, string there, Language language, string said)
    {
        var sample = new Sample();
        var line = sample.About(ComplaintPractice.Acknowledge);
        Place(line.Nudge, here);
        (line.Nudge.State, line.Nudge.PostAt) = (NudgeState.Superseded, sample.Now - Duration.FromHours(1));
        var later = sample.Nudge(ComplaintPractice.Update, ComplaintPractice.Kind, line.Nudge.Subject);
        Place(later, there);
        (later.PostAt, later.PostId) = (sample.Now, Guid.NewGuid());
        if (there.EndsWith("due", StringComparison.Ordinal)) (later.State, later.PostId) = (NudgeState.Planned, null);
        if (there.EndsWith("soon", StringComparison.Ordinal)) (later.State, later.PostId, later.PostAt) = (NudgeState.Planned, null, sample.Now + Duration.FromSeconds(1));
        var roster = there.EndsWith("alone", StringComparison.Ordinal) ? line.Facts.Roster with { Members = [sample.Anna] } : line.Facts.Roster;
        line = line with { Facts = line.Facts with { Roster = roster, Nudges = there == "nowhere" ? [line.Nudge] : [line.Nudge, later] } };
        sample.Say(new Voice(language), line, isDirect: line.Nudge.IsDirect).ShouldContain(said);

        void Place(Nudge nudge, string where) => (nudge.IsDirect, nudge.AddresseeId) =
            (where.StartsWith("direct", StringComparison.Ordinal), where.Contains("Ben", StringComparison.Ordinal) ? sample.Ben.Id : sample.Anna.Id);
    }

    [Theory]
    [InlineData("complaint", Language.English, "waits while the complaint is open")]
    [InlineData("promise", Language.English, "waits while a promise is overdue")]
    [InlineData("pause", Language.English, "they’d like to be left alone until 1 April")]
    [InlineData("talk", Language.English, "✓ Settled since")]
    [InlineData("complaint", Language.German, "ruht, solange die Beschwerde offen ist")]
    [InlineData("promise", Language.German, "ruht, solange eine Zusage überfällig ist")]
    [InlineData("pause", Language.German, "auf Wunsch des Kunden Pause bis 1. April")]
    [InlineData("talk", Language.German, "✓ Hat sich erledigt")]
    public void A_quiet_nudge_that_gave_way_says_to_what(string why, Language language, string said)
    {
        var sample = new Sample();
        var line = sample.Quiet();
        line.Nudge.State = NudgeState.Superseded;
        if (why == "complaint") line = line with { Facts = line.Facts with { OfPractices = [new ComplaintFacts([sample.Complaint()])] } };
        if (why == "promise") line = line with { Facts = line.Facts with { OfPractices = [new PromiseFacts([Promised(sample)])] } };
        if (why == "pause") sample.Weber.PausedUntil = new(2027, 4, 1);
        sample.Say(new Voice(language), line).ShouldContain(said);

        static Promise Promised(Sample sample) => Promise.Make(
            sample.Weber, null, sample.Anna.Id, "the sample", new(2027, 3, 5), null,
            new MemberAct(sample.Anna.Id, Sample.In(2027, 3, 1, 9), new TeamSettings().Calendar(), Guid.NewGuid()));
    }

    [Theory]
    [InlineData(Language.English, "taken back since")]
    [InlineData(Language.German, "wurde zurückgenommen")]
    public void What_was_taken_back_is_not_called_settled(Language language, string said)
    {
        var sample = new Sample();
        var line = sample.About(ComplaintPractice.Acknowledge);
        (line.Nudge.State, line.Nudge.Settlement) = (NudgeState.Superseded, Nudge.TakenBack);
        sample.Say(new Voice(language), line).ShouldContain(said);
    }

    [Theory]
    [InlineData("today", "We owe")]
    [InlineData("heute", "Wir schulden")]
    public async Task A_solved_complaint_is_nothing_we_owe(string command, string lane)
    {
        using var talk = await Team.ExampleTeam.WithTeam("2027-03-08T10:00");
        await talk.Say(Talk.Anna, "account add Weber GmbH");
        await talk.Say(Talk.Anna, "complaint Weber: late again");
        var asker = command == "today" ? Talk.Anna : Talk.Clara;
        if (asker == Talk.Anna) CardText.Of(await talk.Say(asker, command)).ShouldContain(lane);
        await talk.Say(Talk.Anna, "resolve Weber");
        CardText.Of(await talk.Say(asker, command)).ShouldNotContain(lane);
    }

    [Theory]
    [InlineData("complaint Weber: late again", "digest", "Nothing is late. One thing is still owed to a client.")]
    [InlineData("beschwerde Weber: schon wieder zu spät", "überblick", "Nothing is late. One thing is still owed to a client.")]
    [InlineData("promise Weber: the sample by next Friday", "digest", "Nothing is late. One thing is still owed to a client.")]
    [InlineData("zusage Weber: das Muster bis Freitag", "überblick", "Nothing is late. One thing is still owed to a client.")]
    [InlineData("complaint Weber: late|promise Weber: the sample by next Friday", "digest", "Nothing is late. 2 things are still owed to clients.")]
    [InlineData("log Weber call: fine", "digest", "Nothing is pressing. Nobody is waiting longer than agreed.")]
    public async Task A_report_without_needs_claims_no_more_than_that(string lines, string command, string said)
    {
        using var talk = await Team.ExampleTeam.WithTeam("2027-03-08T10:00");
        await talk.Say(Talk.Anna, "account add Weber GmbH");
        foreach (var line in lines.Split('|')) await talk.Say(Talk.Anna, line);
        CardText.Of(await talk.Say(Talk.Anna, command)).ShouldContain(said);
    }
}

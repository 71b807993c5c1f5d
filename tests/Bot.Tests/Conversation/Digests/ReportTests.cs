using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Digests;

public sealed class ReportTests
{
    private const string Canary = "canary";

    [Fact]
    public async Task A_day_with_nothing_open_is_warm()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        (await talk.Say(Talk.Anna, "today")).ShouldSatisfyAllConditions(
            reply => reply.OnlyAsker.ShouldBeTrue(),
            reply => reply.Card!.Headline.Plain.ShouldBe("Nothing is waiting for you. A good moment to ring someone just because."));
        (await talk.Say(Talk.Clara, "heute")).Card!.Headline.Plain.ShouldBe("Auf dich wartet gerade nichts. Ein guter Moment, jemanden einfach so anzurufen.");
    }

    [Fact]
    public async Task Today_shows_what_is_owed_held_put_off_and_ahead()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "birthday Sabine Klein 5 March");
        var ahead = CardText.Of(await talk.Say(Talk.Anna, "today"));
        await Client.Complain(talk, "The delivery is late again");
        await talk.Until("2027-03-01T15:00");
        var owed = CardText.Of(await talk.Say(Talk.Anna, "today"));
        await Client.Change(talk, (store, team) => store.Snoozes.Add(new Snooze
        {
            WorkspaceId = team.WorkspaceId,
            TeamId = team.Id,
            AccountId = store.Accounts.Single().Id,
            Kind = ComplaintPractice.Kind,
            Subject = store.Complaints.Single().Id,
            At = talk.Now,
            Until = Sample.In(2027, 3, 2, 9),
            MemberId = store.Members.First().Id,
        }));
        var putOff = CardText.Of(await talk.Say(Talk.Ben, "heute"));
        Approved.Matches($"{ahead}\n{owed}\n{putOff}", "Today");
    }

    [Fact]
    public async Task A_birthday_is_not_in_the_day_of_someone_who_does_not_look_after_it()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "birthday Sabine Klein 5 March");
        await talk.Until("2027-03-01T12:00");
        CardText.Of(await talk.Say(Talk.Clara, "heute")).ShouldNotContain("Geburtstag");
    }

    [Fact]
    public async Task Quiet_accounts_come_furthest_past_their_rhythm_first_and_those_of_the_next_week_after()
    {
        using var talk = await Client.At("2027-01-01T10:00");
        await Client.Log(talk, InteractionKind.Call, new(2027, 1, 4), "Talked");
        await Client.Log(talk, InteractionKind.Newsletter, new(2027, 2, 20), "Sent");
        await talk.Until("2027-02-10T10:00");
        (await Client.Scope(talk)).ShouldNotBeNull();
        await Client.Change(talk, (store, team) => store.Accounts.Add(new Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = "Otto KG", EnteredOn = new(2027, 1, 13) }));
        var english = CardText.Of(await talk.Say(Talk.Anna, "quiet"));
        await talk.Until("2027-02-11T10:00");
        Approved.Matches(english + "\n" + CardText.Of(await talk.Say(Talk.Clara, "still", Talk.DirectOf(Talk.Clara))), "Quiet");
    }

    [Fact]
    public async Task The_report_says_first_what_needs_someone_then_figures()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Log(talk, InteractionKind.Visit, new(2027, 2, 26), "Talked");
        await Client.Complain(talk, "The delivery is late again");
        await Client.Change(talk, (store, team) => store.Accounts.Add(new Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = "Otto KG", EnteredOn = new(2027, 1, 13) }));
        await talk.Until("2027-03-02T10:00");
        var english = CardText.Of(await talk.Say(Talk.Anna, "digest"));
        Approved.Matches(english + "\n" + CardText.Of(await talk.Say(Talk.Clara, "überblick", Talk.DirectOf(Talk.Clara))), "Digest");
    }

    [Fact]
    public async Task A_manager_gets_the_week_by_direct_message()
    {
        using var talk = await Client.At("2027-03-04T10:00");
        await Client.Complain(talk, "The delivery is late again");
        await Client.Change(talk, (store, team) =>
        {
            var clara = store.Members.Single(member => member.PersonId == Talk.Clara.Id);
            store.Memberships.Single(place => place.MemberId == clara.Id).IsManager = true;
            clara.WeekAt = Sample.In(2027, 3, 8, 9);
        });
        await talk.Until("2027-03-08T09:00");
        var week = talk.Posted.Single(post => post.Post.Kind == PostKind.Week);
        week.Address.ShouldBe(Talk.Clara.Id);
        Approved.Matches(CardText.Of(talk.Cards[week.Post.Key]), "Week");
    }

    [Fact]
    public async Task Nothing_personal_is_told_to_everyone()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (store, team) => store.Contacts.Single().Role = Canary + " role");
        await Client.Log(talk, InteractionKind.Call, new(2027, 2, 26), Canary + " words");
        await Client.Complain(talk, Canary + " complaint");
        await talk.Say(Talk.Anna, "birthday Sabine Klein 5 March 1977");
        foreach (var line in new[] { "today", "quiet", "digest", "brief Sabine Klein", "brief Weber", "since Weber 1 March 2021", "birthday Sabine Klein 6 March 1977" })
        {
            var reply = await talk.Say(Talk.Anna, line);
            if (!reply.OnlyAsker) CardText.Of(reply).ShouldSatisfyAllConditions(text => text.ShouldNotContain(Canary), text => text.ShouldNotContain("irthday"));
        }
    }

    [Theory]
    [InlineData("digest", "In figures, the last seven days")]
    [InlineData("digest last week", "In figures, 1 March to 7 March")]
    [InlineData("digest this month", "In figures since 1 March")]
    [InlineData("digest last month", "In figures, 1 February to 28 February")]
    [InlineData("digest last quarter", "In figures, 1 October 2026 to 31 December 2026")]
    [InlineData("digest this year", "In figures since 1 January")]
    [InlineData("digest since 1 February", "In figures since 1 February")]
    [InlineData("überblick", "In Zahlen, die letzten sieben Tage")]
    [InlineData("überblick letzte Woche", "In Zahlen, 1. März bis 7. März")]
    [InlineData("überblick diesen Monat", "In Zahlen seit 1. März")]
    [InlineData("überblick letzter Monat", "In Zahlen, 1. Februar bis 28. Februar")]
    [InlineData("überblick letztes Quartal", "In Zahlen, 1. Oktober 2026 bis 31. Dezember 2026")]
    [InlineData("überblick dieses Jahr", "In Zahlen seit 1. Januar")]
    [InlineData("überblick seit 1.2.", "In Zahlen seit 1. Februar")]
    public async Task The_report_counts_the_days_that_are_asked_for(string line, string heading)
    {
        using var talk = await Client.At("2027-03-10T10:00");
        var by = line.StartsWith('d') ? Talk.Anna : Talk.Clara;
        var reply = await talk.Say(by, line, Talk.DirectOf(by));
        reply.Card!.Parts.OfType<Heading>().Select(part => part.Text.Plain).ShouldContain(heading);
    }

    [Fact]
    public async Task The_report_tells_how_long_clients_waited_in_working_time_and_what_was_kept()
    {
        using var talk = await Client.At("2027-03-05T15:00");
        await talk.Say(Talk.Anna, "complaint Weber: the delivery is late again");
        await talk.Say(Talk.Anna, "promise Weber: the sample by 8 March");
        await talk.Until("2027-03-08T10:30");
        await talk.Say(Talk.Anna, "ack Weber: rang her");
        await talk.Say(Talk.Anna, "kept Weber");
        await talk.Say(Talk.Anna, "log Weber call: all is on its way");
        await talk.Until("2027-03-09T12:00");
        await talk.Say(Talk.Anna, "resolve Weber: delivered");
        var report = CardText.Of(await talk.Say(Talk.Anna, "digest"));
        report.ShouldContain("Time to the first word (usually): 3½ working hours");
        report.ShouldContain("Time to the solution (usually): 13 working hours");
        report.ShouldContain("Promises kept on time: 1 of 1");
        report.ShouldContain("Bar chart: Open complaints by age");
    }

    [Fact]
    public async Task The_report_names_what_the_channel_will_hear_of_within_the_week_and_nothing_private()
    {
        using var talk = await Client.At("2027-03-05T10:00");
        await talk.Say(Talk.Anna, "since Weber 10 March 2020");
        await talk.Say(Talk.Anna, "birthday Sabine Klein 11 March");
        await talk.Until("2027-03-05T10:30");
        var report = CardText.Of(await talk.Say(Talk.Anna, "digest"));
        report.ShouldContain("Weber GmbH: 7 years of working together on Wednesday");
        report.ShouldNotContain("irthday");
    }

    [Theory]
    [InlineData("digest", "Coming up", "First", "Weber GmbH: “the brochure”, due on Thursday")]
    [InlineData("überblick", "Demnächst", "Zuerst", "Weber GmbH: „the brochure“, fällig am Donnerstag")]
    public async Task What_comes_up_is_named_by_its_day_and_what_is_late_stands_above_alone(string line, string ahead, string first, string coming)
    {
        using var talk = await Client.At("2027-03-04T10:00");
        await talk.Say(Talk.Anna, "promise Weber: the sample by Friday");
        await talk.Say(Talk.Anna, "promise Weber: the brochure by 11 March");
        await talk.Until("2027-03-08T10:00");
        var by = line == "digest" ? Talk.Anna : Talk.Clara;
        var sections = Sections((await talk.Say(by, line, Talk.DirectOf(by))).Card!);
        sections[ahead].ShouldBe([coming]);
        sections[first].Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("digest last week", "As things stand today", "Open complaints", "Talks")]
    [InlineData("überblick letzte Woche", "Stand heute", "Offene Beschwerden", "Gespräche")]
    public async Task What_is_of_now_stands_below_the_days_that_are_over(string line, string now, string open, string talks)
    {
        using var talk = await Client.At("2027-03-10T10:00");
        await Client.Log(talk, InteractionKind.Visit, new(2027, 3, 3), "Talked");
        await Client.Complain(talk, "The delivery is late again");
        var by = line.StartsWith('d') ? Talk.Anna : Talk.Clara;
        var parts = (await talk.Say(by, line, Talk.DirectOf(by))).Card!.Parts.ToList();
        var heading = parts.FindIndex(part => part is Heading { Text: var text } && text.Plain == now);
        Labels(parts.Take(heading)).ShouldContain(talks);
        Labels(parts.Take(heading)).ShouldNotContain(open);
        Labels(parts.Skip(heading)).ShouldContain(open);
        Labels(parts.Skip(heading)).ShouldNotContain(talks);

        static IEnumerable<string> Labels(IEnumerable<CardPart> parts) => parts.OfType<Facts>().SelectMany(facts => facts.Items).Select(fact => fact.Label);
    }

    /// <summary>The lines of a card below each of its headings.</summary>
    private static Dictionary<string, List<string>> Sections(Card card)
    {
        var (sections, under) = (new Dictionary<string, List<string>>(), "");
        foreach (var part in card.Parts)
        {
            if (part is Heading heading) under = heading.Text.Plain;
            var words = part switch { Paragraph paragraph => paragraph.Text.Plain, Section section => section.Text.Plain, _ => null };
            if (words is not null) (sections.TryGetValue(under, out var lines) ? lines : sections[under] = []).Add(words);
        }

        return sections;
    }

    [Theory]
    [InlineData(0, "up to 2 days 1, 3–7 days 0, 8–14 days 0, 15–30 days 0, over 30 days 0")]
    [InlineData(2, "up to 2 days 1, 3–7 days 0, 8–14 days 0, 15–30 days 0, over 30 days 0")]
    [InlineData(3, "up to 2 days 0, 3–7 days 1, 8–14 days 0, 15–30 days 0, over 30 days 0")]
    [InlineData(14, "up to 2 days 0, 3–7 days 0, 8–14 days 1, 15–30 days 0, over 30 days 0")]
    [InlineData(31, "up to 2 days 0, 3–7 days 0, 8–14 days 0, 15–30 days 0, over 30 days 1")]
    public async Task Open_complaints_are_counted_by_their_age(int days, string chart)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Complain(talk, "The delivery is late again");
        await talk.Until($"{new LocalDate(2027, 3, 1).PlusDays(days):uuuu-MM-dd}T10:30");
        CardText.Of(await talk.Say(Talk.Anna, "digest")).ShouldContain($"Complaints: {chart}");
    }

    [Fact]
    public void Weeks_are_counted_from_monday_to_sunday()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var question = new DigestQuestion(null!, zone, Sample.In(2027, 3, 10, 9), [], new Dictionary<(Guid, Guid), Member>()) { Days = new DateInterval(new(2027, 3, 4), new(2027, 3, 10)), FactsOf = (_, _) => Task.FromResult<IReadOnlyList<AccountFacts>>([]) };
        question.Weeks.Count.ShouldBe(12);
        question.Weeks[^1].ShouldBe(new LocalDate(2027, 3, 8));
        question.PerWeek([new LocalDate(2027, 3, 8), new(2027, 3, 7), new(2027, 3, 1)]).TakeLast(2).ShouldBe([2, 1]);
        // The last second of a Sunday and the first of a Monday.
        question.PerWeek([zone.AtStartOfDay(new(2027, 3, 8)).ToInstant() - Duration.FromSeconds(1), zone.AtStartOfDay(new(2027, 3, 8)).ToInstant()]).TakeLast(2).ShouldBe([1, 1]);
    }
}

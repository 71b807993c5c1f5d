using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Team;

public sealed class AbsenceTests
{
    [Fact]
    public async Task Being_away_names_who_stands_in_and_the_first_working_day_back()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        // Good Friday 2027 is 26 March, Easter Monday 29 March.
        var reply = await talk.Say(Talk.Anna, "away until Thursday deputy @[U-BEN|Ben]");
        reply.OnlyAsker.ShouldBeFalse();
        CardText.Of(reply).ShouldContain("Anna is away until Thursday 25 March 2027.");
        CardText.Of(reply).ShouldContain("Ben stands in.");
        CardText.Of(reply).ShouldContain("Back on Tuesday 30 March 2027.");
        (await talk.Absences()).Single().ShouldSatisfyAllConditions(absence => absence.From.ShouldBe(new(2027, 3, 22)), absence => absence.Until.ShouldBe(new(2027, 3, 25)), absence => absence.DeputyId.ShouldNotBeNull());
        await talk.Press(Talk.Anna, reply, "record.remove");
        (await talk.Absences()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("abwesend bis 9.4. ab 1.4. vertretung @[U-BEN|Ben]", "2027-04-01", "2027-04-09")]
    [InlineData("abwesend ab 1.4. bis 9.4.", "2027-04-01", "2027-04-09")]
    [InlineData("away from 1 April until 9 April", "2027-04-01", "2027-04-09")]
    public async Task Days_are_understood_in_any_order(string line, string from, string until)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        await talk.Say(Talk.Clara, line);
        var absence = (await talk.Absences()).Single();
        $"{absence.From:uuuu-MM-dd} {absence.Until:uuuu-MM-dd}".ShouldBe($"{from} {until}");
    }

    [Theory] // on Monday 22 March
    [InlineData("away Friday", "03-26..03-26", "is away on Friday 26 March 2027, just that day")]
    [InlineData("away on Friday", "03-26..03-26", "on Friday 26 March 2027")]
    [InlineData("away tomorrow", "03-23..03-23", "on Tuesday 23 March 2027")]
    [InlineData("away 24 Dec", "12-24..12-24", "on Friday 24 December 2027")]
    [InlineData("away today deputy @[U-BEN|Ben]", "03-22..03-22", "on Monday 22 March 2027")]
    [InlineData("away next week", "03-29..04-04", "from Monday 29 March 2027 until Sunday 4 April 2027")]
    [InlineData("away week 52", "12-27..01-02", "from Monday 27 December 2027 until Sunday 2 January 2028")]
    [InlineData("away this week", "03-22..03-28", "is away until Sunday 28 March 2027")]
    [InlineData("away next month", "04-01..04-30", "from Thursday 1 April 2027 until Friday 30 April 2027")]
    [InlineData("away the week after next", "04-05..04-11", "from Monday 5 April 2027 until Sunday 11 April 2027")]
    [InlineData("away 1 April to 9 April", "04-01..04-09", "from Thursday 1 April 2027 until Friday 9 April 2027")]
    [InlineData("away until Friday", "03-22..03-26", "is away until Friday 26 March 2027")]
    [InlineData("abwesend Freitag", "03-26..03-26", "on Friday 26 March 2027")]
    [InlineData("abwesend am 24.12.", "12-24..12-24", "on Friday 24 December 2027")]
    [InlineData("abwesend morgen", "03-23..03-23", "on Tuesday 23 March 2027")]
    [InlineData("abwesend nächste Woche", "03-29..04-04", "until Sunday 4 April 2027")]
    [InlineData("abwesend nächste Woche vertretung @[U-BEN|Ben]", "03-29..04-04", "Ben stands in")]
    [InlineData("abwesend KW 52", "12-27..01-02", "until Sunday 2 January 2028")]
    [InlineData("abwesend diese Woche", "03-22..03-28", "until Sunday 28 March 2027")]
    [InlineData("abwesend nächste Woche Freitag", "04-02..04-02", "on Friday 2 April 2027")]
    [InlineData("abwesend vom 1.4. bis 9.4.", "04-01..04-09", "until Friday 9 April 2027")]
    public async Task What_is_named_alone_is_meant_alone_and_the_answer_says_which_days(string line, string days, string said)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        CardText.Of(await talk.Say(Talk.Anna, line)).ShouldContain(said);
        var absence = (await talk.Absences()).Single();
        $"{absence.From:MM-dd}..{absence.Until:MM-dd}".ShouldBe(days);
    }

    [Theory]
    [InlineData("away from Friday", "Last day away")]
    [InlineData("abwesend ab Freitag", "Last day away")]
    [InlineData("abwesend ab nächster Woche", "Last day away")]
    [InlineData("away Friday, Monday", "Monday")]
    public async Task What_begins_and_has_no_end_is_asked_about(string line, string asked)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        var reply = await talk.Say(Talk.Anna, line);
        CardText.Of(reply).ShouldContain(asked);
        (await talk.Absences()).ShouldBeEmpty();
    }

    [Theory] // by form, on Monday 22 March
    [InlineData("2027-03-26", "", "03-26..03-26")]
    [InlineData("", "2027-03-26", "03-22..03-26")]
    [InlineData("2027-04-01", "2027-04-09", "04-01..04-09")]
    [InlineData("next week", "", "03-29..04-04")]
    [InlineData("nächste Woche", "", "03-29..04-04")]
    [InlineData("KW 52", "", "12-27..01-02")]
    [InlineData("", "", "")]
    public async Task The_form_means_the_same(string from, string until, string days)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        var reply = await talk.Submit(Talk.Anna, await talk.Say(Talk.Anna, "away"), ("from", from), ("until", until));
        if (days.Length == 0) reply.Errors.Keys.ShouldBe(["from"]);
        string.Join(' ', (await talk.Absences()).Select(absence => $"{absence.From:MM-dd}..{absence.Until:MM-dd}")).ShouldBe(days);
    }

    [Theory] // a whole week of company holidays, and out of them
    [InlineData("team closed next week", "team open Wednesday", "29 March 2027 to 30 March 2027; 1 April 2027 to 4 April 2027")]
    [InlineData("team betriebsferien KW 52", "team offen 31.12.", "27 December 2027 to 30 December 2027; 1 January 2028 to 2 January 2028")]
    [InlineData("team closed 29 March to 9 April", "team open next week", "5 April 2027 to 9 April 2027")]
    public async Task A_week_closes_and_opens_whole(string closes, string opens, string left)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        await talk.Say(Talk.Anna, closes);
        CardText.Of(await talk.Say(Talk.Anna, opens.Replace("Wednesday", "31 March", StringComparison.Ordinal))).ShouldContain($"Still closed: {left}");
    }

    [Theory]
    [InlineData("away until 1 April from 9 April")]
    [InlineData("away until 1 March 2026")]
    [InlineData("away until 1 May 2029")]
    [InlineData("away until Friday deputy @[U-ANNA|Anna]")]
    public async Task What_cannot_be_is_refused(string line)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        (await talk.Say(Talk.Anna, line)).OnlyAsker.ShouldBeTrue();
        (await talk.Absences()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_absence_takes_the_place_of_the_one_it_overlaps()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        await talk.Say(Talk.Anna, "away until Wednesday");
        await talk.Say(Talk.Anna, "away until Friday");
        (await talk.Absences()).Single().Until.ShouldBe(new LocalDate(2027, 3, 26));
    }

    [Theory] // on Monday 22 March; one absence, then another, and the days that are noted in the end
    [InlineData("away from 1 April until 30 April", "away from 12 April until 14 April deputy @[U-BEN|Ben]", "04-01..04-11, 04-12..04-14 Ben, 04-15..04-30")]
    [InlineData("away from 1 April until 30 April", "away from 1 April until 5 April", "04-01..04-05, 04-06..04-30")]
    [InlineData("away from 1 April until 30 April", "away from 26 April until 30 April", "04-01..04-25, 04-26..04-30")]
    [InlineData("away from 1 April until 30 April", "away from 28 April until 7 May", "04-01..04-27, 04-28..05-07")]
    [InlineData("away from 5 April until 9 April", "away from 1 April until 7 April", "04-01..04-07, 04-08..04-09")]
    [InlineData("away from 5 April until 9 April", "away from 1 April until 30 April", "04-01..04-30")]
    [InlineData("away from 5 April until 9 April", "away from 5 April until 9 April deputy @[U-BEN|Ben]", "04-05..04-09 Ben")]
    [InlineData("away from 5 April until 9 April", "away from 10 April until 12 April", "04-05..04-09, 04-10..04-12")]
    [InlineData("abwesend ab 1.4. bis 30.4. vertretung @[U-BEN|Ben]", "abwesend ab 12.4. bis 12.4.", "04-01..04-11 Ben, 04-12..04-12, 04-13..04-30 Ben")]
    [InlineData("abwesend bis Freitag", "abwesend bis Mittwoch", "03-22..03-24, 03-25..03-26")]
    [InlineData("abwesend bis Mittwoch", "abwesend bis Freitag", "03-22..03-26")]
    public async Task A_new_absence_takes_only_the_days_it_covers(string first, string second, string noted)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        await talk.Say(Talk.Anna, first);
        var before = await talk.Absences();
        var reply = await talk.Say(Talk.Anna, second);
        var names = (await talk.Absences()).OrderBy(absence => absence.From).Select(absence => $"{absence.From:MM-dd}..{absence.Until:MM-dd}{(absence.DeputyId is null ? "" : " Ben")}");
        string.Join(", ", names).ShouldBe(noted);

        await talk.Press(Talk.Anna, reply, "record.remove");
        (await talk.Absences()).Select(absence => (absence.From, absence.Until, absence.DeputyId)).ShouldBe(before.Select(absence => (absence.From, absence.Until, absence.DeputyId)));
    }

    [Fact]
    public async Task What_stays_noted_of_an_earlier_absence_is_said()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        await talk.Say(Talk.Anna, "away until Friday");
        CardText.Of(await talk.Say(Talk.Anna, "away until Wednesday")).ShouldContain("Still away: Thursday 25 March 2027 to Friday 26 March 2027.");
    }

    [Fact]
    public async Task Being_back_ends_today_what_began_before_and_drops_what_began_today()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        CardText.Of(await talk.Say(Talk.Clara, "zurück")).ShouldContain("Es ist keine Abwesenheit notiert.");
        await talk.Say(Talk.Anna, "away until Friday");
        CardText.Of(await talk.Say(Talk.Anna, "back")).ShouldContain("Anna is back.");
        (await talk.Absences()).ShouldBeEmpty();
        await talk.Say(Talk.Anna, "away until Friday");
        await talk.Until("2027-03-24T10:00");
        await talk.Say(Talk.Anna, "back");
        (await talk.Absences()).Single().Until.ShouldBe(new LocalDate(2027, 3, 23));
        await talk.Say(Talk.Anna, "away until 9 April from 1 April");
        CardText.Of(await talk.Say(Talk.Anna, "back")).ShouldContain("will not be away from Thursday 1 April 2027 after all");
    }
}

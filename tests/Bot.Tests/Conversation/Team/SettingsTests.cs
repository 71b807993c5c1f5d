using AccountNudge.Core.Accounts;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Conversation.Team;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("team zone Berlin", "zone", "Europe/Berlin")]
    [InlineData("team zone europe/berlin", "zone", "Europe/Berlin")]
    [InlineData("team zone Zürich", "zone", "Europe/Zurich")]
    [InlineData("team zeitzone München", "zone", "Europe/Berlin")]
    [InlineData("team zone New York", "zone", "America/New_York")]
    [InlineData("team zone London", "zone", "Europe/London")]
    [InlineData("team region Bayern", "region", "DE-BY")]
    [InlineData("team region Bavaria", "region", "DE-BY")]
    [InlineData("team feiertage Kanton Zürich", "region", "CH-ZH")]
    [InlineData("team region keine", "region", "NONE")]
    [InlineData("team hours Mon-Thu 9-17, Fri 9-14", "hours", "Mon-Thu 09:00-17:00, Fri 09:00-14:00")]
    [InlineData("team zeiten Mo-Do 8:30-12 13-17 Uhr; Fr 8-14 Uhr", "hours", "Mon-Thu 08:30-12:00 13:00-17:00, Fri 08:00-14:00")]
    [InlineData("team morning 8:30", "morning", "08:30")]
    [InlineData("team morgen 8 Uhr", "morning", "08:00")]
    [InlineData("team morgen 10", "morning", "10:00")]
    [InlineData("team language German", "language", "German")]
    [InlineData("team sprache deutsch", "language", "German")]
    [InlineData("team rename Key accounts", "name", "Key accounts")]
    [InlineData("team name Großkunden Süd", "name", "Großkunden Süd")]
    [InlineData("team floor A 10", "floorA", "10")]
    [InlineData("team mindestens C 120 Tage", "floorC", "120")]
    [InlineData("team closed 24 December 2027 to 1 January 2028", "closed", "2027-12-24/2028-01-01")]
    [InlineData("team betriebsferien 24.12. bis 1.1.", "closed", "2027-12-24/2028-01-01")]
    [InlineData("team betriebsferien 3.5.2027", "closed", "2027-05-03/2027-05-03")]
    public async Task One_setting_is_understood_in_both_languages(string line, string setting, string expected)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "team zone Lisbon");
        var reply = await talk.Say(Talk.Anna, line);
        reply.OnlyAsker.ShouldBeFalse(CardText.Of(reply));
        Value(await talk.Team(), setting).ShouldBe(expected);
    }

    [Theory]
    [InlineData("team zone Berlin", "Time zone: Europe/Berlin")]
    [InlineData("team region Berlin", "Public holidays: Berlin")]
    [InlineData("team language English", "Language: English")]
    [InlineData("team floor B 30", "Tier B: quiet after (days): 30")]
    public async Task What_is_set_so_already_is_said_to_the_asker_alone_and_changes_nothing(string line, string answer)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var before = (await talk.Team()).Settings;
        var reply = await talk.Say(Talk.Anna, line);
        reply.OnlyAsker.ShouldBeTrue();
        CardText.Of(reply).ShouldBe($"  (only you){Environment.NewLine}  {answer}{Environment.NewLine}  · That was already set.{Environment.NewLine}");
        (await talk.Team()).Settings.ShouldBe(before);
    }

    [Fact]
    public async Task What_was_never_answered_has_no_value_before_it()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        CardText.Of(await talk.Say(Talk.Anna, "team region none")).ShouldNotContain("Before");
        CardText.Of(await talk.Say(Talk.Anna, "team region Berlin")).ShouldContain("· Before: No public holidays · Anna");
    }

    [Theory]
    [InlineData("team zone Atlantis", "I don’t know a time zone called “Atlantis”.")]
    [InlineData("team region Bavariaa", "Perhaps Bavaria?")]
    [InlineData("team region Xyzzy", "A German Land, Austria")]
    [InlineData("team hours whenever", "I couldn’t read those hours.")]
    [InlineData("team morning early", "I couldn’t read that time.")]
    [InlineData("team floor A 0", "from 1 to 730")]
    [InlineData("team floor A soon", "from 1 to 730")]
    [InlineData("team closed 5 May 2027 to 1 May 2027", "can’t be before the first")]
    [InlineData("team closed 1 January 2028 to 1 May 2029", "more than a year after it")]
    [InlineData("team open 5 May", "isn’t closed on that day")]
    public async Task What_is_not_understood_says_what_would_be(string line, string answer)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var before = (await talk.Team()).Settings;
        CardText.Of(await talk.Say(Talk.Anna, line)).ShouldContain(answer);
        (await talk.Team()).Settings.ShouldBe(before);
    }

    [Fact]
    public async Task Closures_that_leave_no_working_time_are_refused_wherever_they_begin()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "team closed 1 May 2028 to 29 April 2029");
        CardText.Of(await talk.Say(Talk.Anna, "team closed 30 April 2029 to 29 March 2030")).ShouldContain("no working day for more than a year");
        (await talk.Team()).Settings.Closures.Count.ShouldBe(1);
    }

    [Theory] // closed from 24 December 2027 to 1 January 2028
    [InlineData("team offen 28.12.2027", "No longer closed: 28 December 2027", "Still closed: 24 December 2027 to 27 December 2027; 29 December 2027 to 1 January 2028")]
    [InlineData("team open 24 December 2027", "No longer closed: 24 December 2027", "Still closed: 25 December 2027 to 1 January 2028")]
    [InlineData("team open 1 January 2028", "No longer closed: 1 January 2028", "Still closed: 24 December 2027 to 31 December 2027")]
    [InlineData("team open 24 December 2027 to 1 January 2028", "No longer closed: 24 December 2027 to 1 January 2028", "")]
    [InlineData("team open 20 December 2027 to 31 December 2027", "No longer closed: 24 December 2027 to 31 December 2027", "Still closed: 1 January 2028")]
    [InlineData("team geöffnet 30.12.2027 bis 10.1.2028", "No longer closed: 30 December 2027 to 1 January 2028", "Still closed: 24 December 2027 to 29 December 2027")]
    [InlineData("team open 1 December 2027 to 31 January 2028", "No longer closed: 24 December 2027 to 1 January 2028", "")]
    public async Task Days_of_a_closure_are_opened_and_the_others_stay_closed(string line, string opened, string closed)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "team closed 24 December 2027 to 1 January 2028");
        var said = CardText.Of(await talk.Say(Talk.Clara, line));
        said.ShouldContain(opened);
        if (closed.Length > 0) said.ShouldContain(closed);
        else (await talk.Team()).Settings.Closures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Opening_a_day_can_be_taken_back()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "team closed 24 December 2027 to 1 January 2028");
        var before = (await talk.Team()).Settings.Closures;
        await talk.Say(Talk.Anna, "team open 28 December 2027");
        (await talk.Team()).Settings.Closures.Count.ShouldBe(2);
        await talk.Say(Talk.Anna, "undo");
        (await talk.Team()).Settings.Closures.ShouldBe(before);
    }

    [Fact]
    public async Task Everything_is_shown_to_the_asker_in_their_language()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var shown = await talk.Say(Talk.Clara, "einstellungen");
        shown.OnlyAsker.ShouldBeTrue();
        CardText.Of(shown).ShouldContain("Arbeitszeiten: Mo-Fr 09:00-17:00");
        CardText.Of(shown).ShouldContain("Leitung: noch niemand");
        CardText.Of(shown).ShouldContain("Sprache: Englisch");
        CardText.Of(shown).ShouldContain("Betriebsferien: keine");
    }

    [Theory]
    [InlineData("en", "Team|Working time|Quiet accounts|Not too much|Complaints|Promises|Who else is reminded, and when|How long things are kept|Occasions|Hints: what I only suggest")]
    [InlineData("de", "Team|Arbeitszeit|Stille Kunden|Nicht zu viel|Beschwerden|Zusagen|Wen ich wann noch erinnere|Löschfristen|Anlässe|Hinweise: was ich nur vorschlage")]
    public async Task The_form_is_parted_by_headings_and_that_of_one_setting_is_not(string language, string headings)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var person = language == "de" ? Talk.Clara : Talk.Anna;
        (await talk.Say(person, "team settings")).Form!.Groups.Select(group => group.Heading).ShouldBe(headings.Split('|'));
        (await talk.Say(person, "team hours")).Form!.Groups.ShouldHaveSingleItem().Heading.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_form_opens_filled_in_and_saves_everything_at_once()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "team closed 24 December 2027 to 1 January 2028");
        var form = await talk.Say(Talk.Clara, "team einstellungen");
        form.Form!.Fields.Single(field => field.Name == "closed").Value.ShouldBe("24. Dezember 2027 bis 1. Januar 2028");
        form.Form.Fields.Single(field => field.Name == "hours").Value.ShouldBe("Mo-Fr 09:00-17:00");
        CardText.Of(await talk.Submit(Talk.Clara, form)).ShouldContain("Es hat sich nichts geändert.");
        var saved = await talk.Submit(Talk.Clara, form, ("name", "Großkunden"), ("language", "de"), ("hours", "Mo-Do 8-16"), ("closed", "24.12.2027 - 2.1.2028; 3.5.2027"), ("floorB", "21"));
        saved.OnlyAsker.ShouldBeFalse();
        CardText.Of(saved).ShouldContain("Die Einstellungen sind gespeichert.");
        var team = await talk.Team();
        team.Name.ShouldBe("Großkunden");
        team.Settings.ShouldSatisfyAllConditions(
            settings => settings.Language.ShouldBe(Language.German), settings => settings.Hours.ShouldBe("Mon-Thu 08:00-16:00"), settings => settings.FloorB.ShouldBe(21),
            settings => settings.Closures.ShouldBe([new Closure(new(2027, 5, 3), new(2027, 5, 3)), new Closure(new(2027, 12, 24), new(2028, 1, 2))]));
    }

    [Fact]
    public async Task The_form_says_field_by_field_what_is_wrong_and_saves_nothing()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var form = await talk.Say(Talk.Anna, "team settings");
        var reply = await talk.Submit(Talk.Anna, form, ("zone", "Atlantis"), ("region", "Bavariaa"), ("hours", "x"), ("closed", "sometime"), ("morning", "early"), ("floorA", "0"), ("name", ""), ("floorB", "20"));
        reply.Errors.Keys.ShouldBe(["name"]);
        reply = await talk.Submit(Talk.Anna, form, ("zone", "Atlantis"), ("region", "Bavariaa"), ("hours", "x"), ("closed", "sometime"), ("morning", "early"), ("floorA", "0"), ("floorB", "20"));
        reply.Errors.Keys.ShouldBe(["zone", "region", "hours", "closed", "morning", "floorA"], ignoreOrder: true);
        reply.Errors["region"].ShouldContain("Perhaps Bavaria?");
        (await talk.Team()).Settings.FloorB.ShouldBe(30);
        (await talk.Submit(Talk.Anna, form, ("closed", "1 March 2027 to 27 February 2028; 28 February 2028 to 30 April 2028"))).Errors.Keys.ShouldBe(["closed"]);
    }

    private static string Value(AccountTeam team, string setting) => setting switch
    {
        "zone" => team.Settings.Zone,
        "region" => team.Settings.Region,
        "hours" => team.Settings.Hours,
        "morning" => team.Settings.Morning.ToString("HH:mm", null),
        "language" => team.Settings.Language.ToString(),
        "name" => team.Name,
        "floorA" => $"{team.Settings.FloorA}",
        "floorC" => $"{team.Settings.FloorC}",
        _ => string.Join(' ', team.Settings.Closures.Select(closure => $"{closure.From:uuuu-MM-dd}/{closure.Until:uuuu-MM-dd}")),
    };
}

using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Team;

/// <summary>The first words where the platform tells no zone, as Teams does not.</summary>
public sealed class ZoneQuestionTests
{
    private const string Region = "an Feiertagen in Ruhe lasse";
    private const string Zone = "which time zone are you in?";

    private static readonly ChatPerson Dora = new("U-DORA", "Dora", "de-DE");
    private static readonly ChatPerson Kim = new("U-KIM", "Kim");
    private static readonly ChatPerson Sam = new("U-SAM", "Sam", "en-US");

    [Fact]
    public async Task One_press_answers_the_holidays_and_the_zone_where_the_region_lies_in_one()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var welcome = await talk.Turn(Dora, new Invited(), null);
        CardText.Of(welcome).ShouldContain("Damit ich euch " + Region);
        CardText.Of(welcome).ShouldNotContain("Uhr");
        Labels(welcome).ShouldBe("[Bayern] [Berlin] [Nordrhein-Westfalen] [Hessen] [Hamburg] [Andere …] [Keine] [English, please]");
        (await talk.Team()).Settings.ShouldSatisfyAllConditions(settings => settings.Zone.ShouldBe("Europe/Berlin"), settings => settings.ZoneIsGuess.ShouldBeTrue());

        var answer = await talk.Press(Dora, welcome, "team.region");

        answer.Replaces.ShouldBeTrue();
        CardText.Of(answer).ShouldContain("Danke. Feiertage: Bayern. Zeitzone: Berlin.");
        CardText.Of(answer).ShouldContain("„/nudge team region“ und „/nudge team zone“ ändern das jederzeit.");
        Labels(answer).ShouldBeEmpty();
        (await talk.Team()).Settings.ShouldSatisfyAllConditions(settings => settings.Region.ShouldBe("DE-BY"), settings => settings.Zone.ShouldBe("Europe/Berlin"), settings => settings.ZoneIsGuess.ShouldBeFalse());
    }

    [Theory]
    [InlineData("de-DE", "Europe/Berlin")]
    [InlineData("de", "Europe/Berlin")]
    [InlineData("de-AT", "Europe/Vienna")]
    [InlineData("de_CH", "Europe/Zurich")]
    [InlineData("en-GB", "Europe/London")]
    [InlineData("en-IE", "Europe/Dublin")]
    [InlineData("en-US", "America/New_York")]
    [InlineData("fr-FR", "Europe/Paris")]
    [InlineData("ja-JP", "Asia/Tokyo")]
    [InlineData("en-AU", "UTC")]
    [InlineData("en", "UTC")]
    [InlineData("", "UTC")]
    [InlineData(null, "UTC")]
    public async Task Until_then_the_zone_is_guessed_from_the_locale(string? locale, string zone)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Turn(Kim with { Locale = locale }, new Invited(), null);
        (await talk.Team()).Settings.ShouldSatisfyAllConditions(settings => settings.Zone.ShouldBe(zone), settings => settings.ZoneIsGuess.ShouldBeTrue());
        CardText.Of(await talk.Say(Kim with { Locale = locale }, "settings")).ShouldContain(locale?.StartsWith("de", StringComparison.Ordinal) == true ? $"{zone}(bisher nur geschätzt)" : $"{zone}(just a guess so far)");
    }

    [Theory]
    [InlineData("AT", "Europe/Vienna")]
    [InlineData("CH-TI", "Europe/Zurich")]
    [InlineData("GB-ENG", "Europe/London")]
    [InlineData("GB-SCT", "Europe/London")]
    [InlineData("IE", "Europe/Dublin")]
    [InlineData("DE-SN", "Europe/Berlin")]
    public async Task Every_region_within_one_zone_answers_it(string region, string zone)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Turn(Sam, new Invited(), null);
        CardText.Of(await talk.Say(Sam, $"team region {region}")).ShouldContain($"Time zone: {zone}");
        (await talk.Team()).Settings.ShouldSatisfyAllConditions(settings => settings.Zone.ShouldBe(zone), settings => settings.ZoneIsGuess.ShouldBeFalse());
    }

    [Fact]
    public async Task A_country_with_several_zones_is_asked_which_one_and_only_once()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var welcome = await talk.Turn(Sam, new Invited(), null);
        Labels(welcome).ShouldBe("[United States (federal)] [Other…] [None] [Lieber auf Deutsch]");

        var asked = await talk.Press(Sam, welcome, "team.region");
        asked.Replaces.ShouldBeTrue();
        CardText.Of(asked).ShouldContain("And so I can ");
        CardText.Of(asked).ShouldContain(Zone);
        Labels(asked).ShouldBe("[New York] [Chicago] [Denver] [Los Angeles] [Other…]");

        var answer = await talk.Press(Kim, Talk.ButtonsOf(asked.Card!).ElementAt(1));
        answer.Replaces.ShouldBeTrue();
        CardText.Of(answer).ShouldContain("Thank you. Time zone: Chicago.");
        Labels(answer).ShouldBeEmpty();
        (await talk.Team()).Settings.Zone.ShouldBe("America/Chicago");
        CardText.Of(await talk.Press(Sam, asked, "team.zone")).ShouldContain("That’s already been answered: Chicago.");
        CardText.Of(await talk.Say(Sam, "team region England")).ShouldNotContain("?");
        (await talk.Team()).Settings.Zone.ShouldBe("America/Chicago", "what was answered is not guessed again");
    }

    [Fact]
    public async Task Without_holidays_the_zone_is_asked_for()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var welcome = await talk.Turn(Dora with { Locale = "en-GB" }, new Invited(), null);
        var asked = await talk.Press(Dora, Talk.ButtonsOf(welcome.Card!).Last(button => button.ActionId == "team.region"));
        Labels(asked).ShouldBe("[London] [Other…]");
    }

    [Fact]
    public async Task Where_nothing_hints_at_holidays_the_zone_is_asked_first()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var welcome = await talk.Turn(Kim, new Invited(), null);
        CardText.Of(welcome).ShouldContain("So I can ");
        CardText.Of(welcome).ShouldContain(Zone);
        Labels(welcome).ShouldBe("[Berlin] [Vienna] [Zurich] [London] [Dublin] [New York] [Other…] [Lieber auf Deutsch]");

        var asked = await talk.Press(Kim, Talk.ButtonsOf(welcome.Card!).ElementAt(1));
        CardText.Of(asked).ShouldContain("Thank you. Time zone: Vienna.");
        CardText.Of(asked).ShouldContain("And so I can leave you in peace on public holidays");
        Labels(asked).ShouldBe("[Austria] [Other…] [None]");

        Labels(await talk.Press(Kim, asked, "team.region")).ShouldBeEmpty();
        (await talk.Team()).Settings.ShouldSatisfyAllConditions(settings => settings.Zone.ShouldBe("Europe/Vienna"), settings => settings.Region.ShouldBe("AT"));
    }

    [Fact]
    public async Task Another_zone_is_asked_by_its_form_which_goes_on_with_the_next_question()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var welcome = await talk.Turn(Kim, new Invited(), null);
        var form = await talk.Press(Kim, welcome, "team.zone.other");
        (await talk.Submit(Kim, form, ("zone", "Nowhere"))).Errors.Keys.ShouldBe(["zone"]);
        var asked = await talk.Submit(Kim, form, ("zone", "Zürich"));
        CardText.Of(asked).ShouldContain("Time zone: Europe/Zurich");
        Labels(asked).ShouldStartWith("[Zurich] [Bern]");
        (await talk.Press(Kim, asked, "team.region")).Replaces.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Sachsen", "Europe/Berlin", false)]
    [InlineData("USA", "Europe/Berlin", true)]
    public async Task Another_region_is_asked_by_its_form_which_may_answer_the_zone(string region, string zone, bool isGuess)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var form = await talk.Press(Dora, await talk.Turn(Dora, new Invited(), null), "team.region.other");
        var reply = await talk.Submit(Dora, form, ("region", region));
        CardText.Of(reply).Contains("Welche Zeitzone gilt bei euch?", StringComparison.Ordinal).ShouldBe(isGuess);
        CardText.Of(reply).Contains("Zeitzone: Europe/Berlin", StringComparison.Ordinal).ShouldBe(!isGuess);
        (await talk.Team()).Settings.ShouldSatisfyAllConditions(settings => settings.Zone.ShouldBe(zone), settings => settings.ZoneIsGuess.ShouldBe(isGuess));
    }

    [Theory]
    [InlineData("team region Bayern", 0)]
    [InlineData("team region USA", 1)]
    [InlineData("team zone Wien", 1)]
    [InlineData("team settings", 0)]
    public async Task Whoever_begins_with_an_answer_is_asked_the_other_question_once(string line, int questions)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var reply = await talk.Say(Dora, line);
        CardText.Of(reply).Split("Damit ich ").Length.ShouldBe(questions + 1, CardText.Of(reply));
        CardText.Of(reply).ShouldNotContain("Und damit");
    }

    [Fact]
    public async Task A_guess_that_is_left_as_it_stands_in_the_form_is_no_answer()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Turn(Kim, new Invited(), null);
        await talk.Submit(Kim, await talk.Say(Kim, "team settings"), ("region", "none"), ("morning", "8:00"));
        (await talk.Team()).Settings.ZoneIsGuess.ShouldBeTrue();
        await talk.Submit(Kim, await talk.Say(Kim, "team settings"), ("region", "Bavaria"));
        (await talk.Team()).Settings.ShouldSatisfyAllConditions(settings => settings.Zone.ShouldBe("Europe/Berlin"), settings => settings.ZoneIsGuess.ShouldBeFalse());
    }

    [Theory]
    [InlineData("team zone Berlin", "· Bestätigt von ")]
    [InlineData("team zone Wien", "· Vorher: Europe/Berlin · ")]
    public async Task A_guess_that_is_said_to_be_right_is_confirmed_and_not_changed(string line, string note)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Turn(Dora, new Invited(), null);
        CardText.Of(await talk.Say(Dora, line)).ShouldContain(note + Dora.Name);
        (await talk.Team()).Settings.ZoneIsGuess.ShouldBeFalse();
    }

    [Fact]
    public async Task The_other_language_is_one_press_away()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var welcome = await talk.Turn(Kim, new Invited(), null);
        var german = await talk.Press(Kim, welcome, "team.language");
        german.Replaces.ShouldBeTrue();
        german.Card!.Headline.Plain.ShouldStartWith("Hallo!");
        Labels(german).ShouldBe("[Berlin] [Wien] [Zürich] [London] [Dublin] [New York] [Andere …]");
        (await talk.Team()).Settings.Language.ShouldBe(Language.German);
        CardText.Of(await talk.Say(Kim, "hilfe", Talk.DirectOf(Kim))).ShouldContain("notiz");
        (await talk.Member(Kim)).Language.ShouldBe(Language.German);
    }

    [Fact]
    public async Task Below_a_first_note_the_language_is_offered_too_and_takes_the_place_of_nothing()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var first = await talk.Say(Kim with { Locale = "nl-NL" }, "account add Acme");
        Labels(first).ShouldContain("[Amsterdam] [Other…] [Lieber auf Deutsch]");
        var german = await talk.Press(Kim with { Locale = "nl-NL" }, first, "team.language");
        german.Replaces.ShouldBeFalse();
        german.Card!.Headline.Plain.ShouldBe("Gern, ab jetzt auf Deutsch.");
    }

    [Theory]
    [InlineData("en-US", "[United States (federal)] [Other…] [None] [Lieber auf Deutsch]", "[Vereinigte Staaten (Bund)] [Andere …] [Keine]", Language.German)]
    [InlineData("de-AT", "[Österreich] [Andere …] [Keine] [English, please]", "[Austria] [Other…] [None]", Language.English)]
    public async Task How_a_client_is_set_does_not_say_what_the_team_speaks(string locale, string before, string after, Language language)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var person = Kim with { Locale = locale };
        var own = Locales.Language(locale)!.Value;
        var welcome = await talk.Turn(person, new Invited(), null);
        Labels(welcome).ShouldBe(before);

        var switched = await talk.Press(person, welcome, "team.language");
        switched.Replaces.ShouldBeTrue();
        switched.Card!.Headline.Plain.ShouldStartWith(language == Language.German ? "Hallo!" : "Hello!");
        Labels(switched).ShouldBe(after);
        (await talk.Team()).Settings.Language.ShouldBe(language);
        (await talk.Member(person)).Language.ShouldBe(own, "what only this person sees follows their client");

        await talk.Say(person, own == Language.German ? "team sprache Deutsch" : "team language English");
        (await talk.Press(person, welcome, "team.language")).ShouldSatisfyAllConditions(late => late.OnlyAsker.ShouldBeTrue(), late => late.Replaces.ShouldBeFalse());
        (await talk.Team()).Settings.Language.ShouldBe(own, "a second press acts no second time");
    }

    [Fact]
    public async Task Where_the_platform_tells_a_zone_no_other_language_is_offered()
    {
        foreach (var locale in new[] { null, "de-DE", "en-US" })
        {
            using var talk = await Talk.At("2027-03-01T10:00");
            var welcome = await talk.Turn(Kim with { Locale = locale, Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] }, new Invited(), null);
            Labels(welcome).ShouldNotContain("Deutsch");
            Labels(welcome).ShouldNotContain("English");
        }
    }

    [Fact]
    public async Task In_a_direct_message_the_replies_follow_the_client_and_no_other_language_is_offered()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        Labels(await talk.Say(Sam, "account add Acme", Talk.DirectOf(Sam))).ShouldEndWith("[Other…] [None]");
        Labels(await talk.Say(Kim, "account add Acme", Talk.DirectOf(Kim))).ShouldEndWith("[Lieber auf Deutsch]");
    }

    [Fact]
    public async Task A_team_of_which_nothing_is_known_takes_the_zone_of_the_first_locale_that_hints_at_one()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Turn(Kim, new Invited(), null);
        await talk.Say(Sam, "settings");
        (await talk.Team()).Settings.ShouldSatisfyAllConditions(settings => settings.Zone.ShouldBe("America/New_York"), settings => settings.ZoneIsGuess.ShouldBeTrue());
        await talk.Say(Dora, "settings");
        (await talk.Team()).Settings.Zone.ShouldBe("America/New_York");
        await talk.Say(Sam, "team zone UTC");
        await talk.Say(Dora, "settings");
        (await talk.Team()).Settings.Zone.ShouldBe("UTC", "someone has answered");
    }

    [Theory]
    [InlineData("team.zone", "Moon/Base")]
    [InlineData("team.zone", "")]
    [InlineData("team.language", "nonsense")]
    [InlineData("team.region", "XX")]
    public async Task What_nobody_offered_is_not_taken(string action, string extra)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Turn(Kim, new Invited(), null);
        var before = await talk.Team();
        CardText.Of(await talk.Press(Kim, new Button(action, "", ButtonValue.For(before.Id, extra).ToString()))).ShouldContain("I can’t find that any more.");
        (await talk.Team()).Settings.ShouldBe(before.Settings);
    }

    private static string Labels(Reply reply) => string.Join(' ', Talk.ButtonsOf(reply.Card!).Where(button => button.ActionId.StartsWith("team.", StringComparison.Ordinal)).Select(button => $"[{button.Label}]"));
}

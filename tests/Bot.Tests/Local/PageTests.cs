using System.Net;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Bot.Local.Page;
using AccountNudge.Bot.Local.Sample;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Local;

public sealed class PageTests
{
    private const string Evil = "<script>alert(1)</script>\"'&";

    [Theory]
    [InlineData("<h2 class=\"headline\">")]
    [InlineData("<h3 class=\"lane\">We owe</h3>")]
    [InlineData("<blockquote>")]
    [InlineData("<dt>Answer by</dt>")]
    [InlineData("data-action=\"complaint.acknowledge\"")]
    [InlineData("class=\"button primary\"")]
    [InlineData("class=\"button danger\"")]
    [InlineData("class=\"mention you\" data-mention=\"p-tobias\"")]
    [InlineData("<hr>")]
    [InlineData("<details class=\"fold\">")]
    [InlineData("<caption>Quiet accounts</caption>")]
    [InlineData("<th scope=\"col\">Owner</th>")]
    [InlineData("data-chart=\"Bar\"")]
    [InlineData("<rect class=\"bar-mark")]
    [InlineData("<polyline class=\"line-mark")]
    [InlineData("class=\"slice")]
    [InlineData("aria-label=\"Causes: Complaints: Care 4, Delay 3, Quality 1\"")]
    public async Task Every_part_is_drawn(string expected)
    {
        await using var local = new LocalFixture();
        var html = "";
        foreach (var card in DemoCards.All) html += await Draw(local, card);
        html.ShouldContain(expected);
    }

    [Fact]
    public async Task A_stored_card_is_drawn_like_the_one_that_was_sent()
    {
        await using var local = new LocalFixture();
        foreach (var card in DemoCards.All) (await Draw(local, CardJson.Read(CardJson.Write(card)))).ShouldBe(await Draw(local, card));
    }

    [Fact]
    public async Task What_people_typed_stays_text_in_every_part()
    {
        await using var local = new LocalFixture();
        var card = new Card(
            new RichText([new Words(Evil), new Strong(Evil), new Mention(Evil, Evil)]),
            new Heading(Evil), new Paragraph(Evil), new Quote(Evil), new Note(Evil), new Facts([new Fact(Evil, Evil)]),
            new Section(Evil, Evil, [new Button(Evil, Evil, Evil)]), new Actions([new Button(Evil, Evil, Evil)]),
            new Fold(Evil, [new Paragraph(Evil)]), new Table(Evil, [Evil, Evil], [[Evil, Evil]]),
            new Chart(ChartKind.Bar, Evil, [Evil], [new ChartSeries(Evil, [1])]),
            new Chart(ChartKind.Line, Evil, [Evil], [new ChartSeries(Evil, [0])]),
            new Chart(ChartKind.Donut, Evil, [Evil, Evil], [new ChartSeries(Evil, [0, 0])]));
        (await Draw(local, card)).ShouldNotContain("<script");
    }

    [Fact]
    public async Task The_page_speaks_the_readers_language_and_escapes_what_was_said()
    {
        await using var local = await new LocalFixture().WithPeople();
        await local.Get<LocalTalk>().Say(await local.Act("anna", "home"), Evil, default);
        await local.Get<LocalTalk>().Say(await local.Act("anna", "home"), "/nudge today", default);
        var german = await Page(local, "anna");
        german.ShouldNotContain("<script>");
        german = WebUtility.HtmlDecode(german);
        german.ShouldContain("<html lang=\"de\">");
        german.ShouldContain("Nur für dich sichtbar");
        german.ShouldContain("Freitag, 20. November 2026");
        var english = await Page(local, "ben");
        english.ShouldContain("<html lang=\"en\">");
        english.ShouldNotContain("Only visible to you");
    }

    [Fact]
    public async Task A_form_shows_every_kind_of_field_with_its_label()
    {
        await using var local = new LocalFixture();
        var html = await local.Get<PageRenderer>().Draw<FormDialog>(new() { ["Form"] = DemoCards.Form, ["Voice"] = Voice.German });
        html.ShouldContain("<datalist id=\"field-account-list\">");
        html.ShouldContain("<textarea id=\"field-text\" name=\"text\"");
        html.ShouldContain("type=\"date\"");
        html.ShouldContain("<select id=\"field-kind\"");
        foreach (var field in DemoCards.Form.Fields) html.ShouldContain($"<label for=\"field-{field.Name}\">");
    }

    [Fact]
    public async Task Every_field_names_its_error_line_and_groups_have_legends()
    {
        await using var local = new LocalFixture();
        var form = DemoCards.Form with { Fields = [.. DemoCards.Form.Fields.Select((field, index) => field with { Group = index < 2 ? "What & who" : "When" })] };
        var html = await local.Get<PageRenderer>().Draw<FormDialog>(new() { ["Form"] = form, ["Voice"] = Voice.English });
        html.Split("<fieldset>").Length.ShouldBe(3);
        html.ShouldContain("<legend>What &amp; who</legend>");
        foreach (var field in form.Fields)
        {
            html.ShouldContain($"field-{field.Name}-error\"");
            html.ShouldContain($"data-error-for=\"{field.Name}\"");
        }
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", "Weber GmbH")]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("Sabine typed", "Sabine typed")]
    public async Task A_suggestion_is_shown_by_its_name_and_stands_for_its_value(string value, string shown)
    {
        await using var local = new LocalFixture();
        var field = new Field("account", "Client", FieldKind.Suggest) { Value = value, Choices = [new("0123456789abcdef0123456789abcdef", "Weber GmbH"), new("Europe/Berlin", "")] };
        var html = await local.Get<PageRenderer>().Draw<FormDialog>(new() { ["Form"] = new Form("log", "Log", [field], "Save"), ["Voice"] = Voice.English });
        html.ShouldContain($"name=\"account\" value=\"{shown}\" data-value=\"{value}\"");
        html.ShouldContain("<option value=\"Weber GmbH\" data-value=\"0123456789abcdef0123456789abcdef\">");
        html.ShouldContain("<option value=\"Europe/Berlin\" data-value=\"Europe/Berlin\">");
    }

    [Fact]
    public async Task The_sample_brings_two_teams_and_is_loaded_once()
    {
        await using var local = new LocalFixture();
        (await local.Get<SampleLoader>().Load(Language.English, default)).ShouldNotBeEmpty();
        (await local.Get<SampleLoader>().Load(Language.English, default)).ShouldBeEmpty();
        var roster = await local.Chat.Roster(default);
        roster.People.Count(person => !person.IsGuest).ShouldBe(8);
        roster.Channels.Count(channel => channel.IsShared).ShouldBe(2);
        (await Page(local, "p-katrin")).ShouldContain("beschwerde Stadtwerke Altenrath");
    }

    [Theory]
    [InlineData("start", "name,channel")]
    [InlineData("channel", "channel")]
    [InlineData("person", "name")]
    public async Task The_pages_own_forms_ask_again_for_what_is_missing(string form, string missing)
    {
        await using var local = new LocalFixture();
        var opened = LocalForms.Open(form, Voice.English, await local.Chat.Roster(default), null)!;
        var values = opened.Fields.ToDictionary(field => field.Name, field => field.Value);
        var result = await local.Get<LocalSetup>().Submit(opened.Id, null, values, Voice.English, default);
        result.Errors.Keys.ShouldBe(missing.Split(','), ignoreOrder: true);
    }

    [Fact]
    public async Task Starting_empty_makes_one_person_and_invites_the_bot_into_one_channel()
    {
        await using var local = new LocalFixture();
        var values = new Dictionary<string, string> { ["name"] = "Mara Klee", ["channel"] = "#team", ["locale"] = "de-CH", ["zone"] = "Europe/Zurich" };
        var result = await local.Get<LocalSetup>().Submit("local.start", null, values, Voice.German, default);
        result.Errors.ShouldBeEmpty();
        (await local.Cards(result.Place!, result.Person!)).ShouldHaveSingleItem();
        (await local.Chat.Roster(default)).Channels.ShouldHaveSingleItem().Name.ShouldBe("team");
    }

    private static Task<string> Draw(LocalFixture local, Card card) =>
        local.Get<PageRenderer>().Draw<CardView>(new() { ["Card"] = card, ["Voice"] = Voice.English, ["Reader"] = "p-tobias" });

    private static async Task<string> Page(LocalFixture local, string person) =>
        await local.Get<PageRenderer>().Draw<LocalPage>(new() { ["View"] = await local.Get<PageViews>().Gather(person, null, null, Voice.English, default) });
}

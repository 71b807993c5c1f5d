using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local.Page;
using AccountNudge.Bot.Tests.Conversation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Bot.Tests.Local;

/// <summary>Whatever opens a form, the page shows names and words in it: no id, no mention's token, no date but in a calendar field.</summary>
public sealed partial class FormNamesTests
{
    private static readonly string[] English = ["log", "complaint", "birthday", "account", "contact", "away"];

    [Theory]
    [InlineData("log Weber GmbH call with Sabine Klein yesterday good: happy", "Weber GmbH|Sabine Klein · Weber GmbH|Call|happy")]
    [InlineData("log Weber GmbH visit 3 March 15:00 give incoming: tour with @[U-BEN|Ben]", "Weber GmbH|Visit|3 March|15:00|Ben")]
    [InlineData("complaint Weber GmbH by Sabine Klein: late, says @[U-BEN|Ben] resolve by 19 March", "Weber GmbH|Sabine Klein · Weber GmbH|late, says")]
    [InlineData("birthday Sabine Klein 14 May", "Sabine Klein · Weber GmbH|14 May")]
    [InlineData("birthday Sabine Klein 29 February 1980", "Sabine Klein · Weber GmbH|29 February 1980")]
    [InlineData("account owner Weber GmbH @[U-BEN|Ben]", "Weber GmbH|Ben")]
    [InlineData("account add Nova owner @[U-BEN|Ben] since 4 May 2020", "Nova|Ben")]
    [InlineData("contact add Max Mole at Weber GmbH role Buyer birthday 3 June", "Max Mole|Weber GmbH|Buyer|3 June")]
    [InlineData("away until 12 March deputy @[U-BEN|Ben]", "Ben")]
    [InlineData("notiz Weber GmbH video mit Sabine Klein gestern angespannt: ärgert sich", "Weber GmbH|Sabine Klein · Weber GmbH|Videogespräch|ärgert sich")]
    [InlineData("notiz Weber GmbH besuch 3. März 15 Uhr: Rundgang mit @[U-BEN|Ben]", "Weber GmbH|Besuch|3. März|15|Ben")]
    [InlineData("beschwerde Weber GmbH von Sabine Klein: zu spät, meint @[U-BEN|Ben]", "Weber GmbH|Sabine Klein · Weber GmbH|zu spät, meint")]
    [InlineData("geburtstag Sabine Klein 14.5.", "Sabine Klein · Weber GmbH|14. Mai")]
    [InlineData("kunde vertretung Weber GmbH @[U-BEN|Ben]", "Weber GmbH|Ben")]
    [InlineData("kunde neu Nova betreuung @[U-BEN|Ben] seit 4.5.2020", "Nova|Ben")]
    [InlineData("ansprechperson neu Max Maul bei Weber GmbH rolle Einkauf geburtstag 3.6.", "Max Maul|Weber GmbH|Einkauf|3. Juni")]
    [InlineData("abwesend bis 12. März vertretung @[U-BEN|Ben]", "Ben")]
    public async Task A_record_that_is_corrected(string line, string shown)
    {
        using var talk = await Known();
        var person = English.Contains(line.Split(' ')[0]) ? Talk.Anna : Talk.Clara;
        var opened = await talk.Press(person, await talk.Say(person, line), "record.correct");
        await Shows(opened, person, shown);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task A_matter_that_is_put_off(string language)
    {
        var person = language == "de" ? Talk.Clara : Talk.Anna;
        using var talk = await Known();
        await talk.Say(person, language == "de" ? "beschwerde Weber GmbH: zu spät" : "complaint Weber GmbH: late");
        await talk.Until("2027-03-08T17:00");
        var ask = talk.Cards.Values.SelectMany(Talk.ButtonsOf).Last(button => button.ActionId == "matter.snooze" && button.Value.EndsWith("ask", StringComparison.Ordinal));
        await Shows(await talk.Press(person, ask), person, "Weber GmbH");
    }

    private static async Task Shows(Reply opened, ChatPerson person, string shown)
    {
        var voice = PageTexts.VoiceFor(person.Locale);
        var renderer = new PageRenderer(new ServiceCollection().AddLogging().BuildServiceProvider(), NullLoggerFactory.Instance);
        var html = System.Net.WebUtility.HtmlDecode(await renderer.Draw<FormDialog>(new() { ["Form"] = opened.Form, ["Voice"] = voice }));
        // What nobody sees: what a choice stands for, and what a calendar field holds.
        var seen = Unseen().Replace(html, "");
        foreach (var words in shown.Split('|')) seen.ShouldContain(words);
        Raw().Match(seen).Value.ShouldBeEmpty();
    }

    private static async Task<Talk> Known()
    {
        var talk = await Talk.At("2027-03-05T10:00");
        await talk.Say(Talk.Anna, "account add Weber GmbH");
        await talk.Say(Talk.Anna, "contact add Sabine Klein at Weber GmbH");
        await talk.Say(Talk.Ben, "today");
        return talk;
    }

    [GeneratedRegex("""data-[a-z-]+="[^"]*"|<option value="[^"]*"(?= selected|>[^<])|type="date"[^>]*>""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"[0-9a-f]{32}|@\[|U-[A-Z]+|\d{4}-\d\d-\d\d|--\d\d-", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Raw();
}

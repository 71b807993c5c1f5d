using AccountNudge.Testing;
using Microsoft.Playwright;

namespace AccountNudge.Acceptance.Tests;

/// <summary>The whole loop, in a real browser on the real bot: told in chat, time passes, the right person hears, a press settles it.</summary>
public sealed class MainJobTests
{
    private sealed record Words(
        string Language,
        string Call,
        string Called,
        string Birthday,
        string Complaint,
        string Due,
        string Waiting,
        string Acknowledged,
        string Interim,
        string Brief,
        string HeldBecause,
        string Override,
        string BirthdayNudge,
        string Confirmed);

    private static readonly Words English = new(
        "en-GB",
        "/nudge log Weber GmbH call with Sabine Klein yesterday: wants a quote",
        "Sabine Klein, Weber GmbH: call, yesterday",
        "@AccountNudge birthday Sabine Klein 17 March",
        "@AccountNudge complaint Weber by Sabine Klein: the shutter is broken",
        "12:00",
        "has been waiting for an answer",
        "client knows we have it",
        "should hear from us today",
        "brief Weber",
        "override Weber",
        "override Weber: she has been looking forward to it",
        "birthday",
        "hasn’t been in touch again");

    private static readonly Words German = new(
        "de-DE",
        "/nudge notiz Weber GmbH anruf mit Sabine Klein gestern: möchte ein Angebot",
        "Sabine Klein, Weber GmbH: Anruf, gestern",
        "@AccountNudge geburtstag Sabine Klein 17.3.",
        "@AccountNudge beschwerde Weber von Sabine Klein: der Rollladen ist kaputt",
        "12 Uhr",
        "auf eine Antwort",
        "Eingang bestätigt",
        "sollte heute von uns hören",
        "kurzprofil Weber",
        "trotzdem Weber",
        "trotzdem Weber: sie freut sich seit Wochen darauf",
        "Geburtstag",
        "settled");

    [Theory]
    [InlineData("English", false)]
    [InlineData("German", true)]
    public async Task A_complaint_is_followed_until_it_confirms_itself_and_the_birthday_waits_meanwhile(string language, bool onPostgres)
    {
        var words = language == "English" ? English : German;
        (string, string)[] simulated = [("Clock:Mode", "Simulated"), ("Clock:Start", "2027-03-05T08:00:00Z")];
        await using var bot = await BotProcess.Start(onPostgres ? [.. simulated, .. await Postgres()] : simulated);
        var anna = await LocalPage.Open(bot, words.Language);
        await anna.StartEmpty("Anna", "clients", "Europe/Berlin");

        await anna.Say(words.Call);
        await anna.Press(anna.Messages.Last, "draft.create");
        await anna.Sees(words.Called);
        await anna.Say(words.Birthday);

        await anna.TravelTo("2027-03-05T15:00:00Z");
        await anna.Say(words.Complaint);
        await Assertions.Expect(anna.Messages.Last).ToContainTextAsync(words.Due);
        await ChromiumBrowser.Screenshot(anna.Page, $"complaint-{language}");

        await NothingUntilMondayNoon(anna, words);
        await ChromiumBrowser.Screenshot(anna.Page, $"acknowledge-{language}");
        await anna.Press(anna.Message(words.Waiting), "complaint.acknowledge");
        await Assertions.Expect(anna.Messages.Filter(new() { HasText = "✓" }).Last).ToContainTextAsync(words.Acknowledged);

        await anna.TravelTo("2027-03-10T07:59:00Z");
        await Assertions.Expect(anna.Messages.Filter(new() { HasText = words.Interim })).ToHaveCountAsync(0);
        await anna.TravelTo("2027-03-10T08:00:00Z");
        await anna.Sees(words.Interim);
        await ChromiumBrowser.Screenshot(anna.Page, $"morning-{language}");

        await TheBirthdayWaitsUntilReleased(anna, words, language);

        await anna.OpenChannel("clients");
        await anna.Press(anna.Message(words.Interim), "complaint.resolve");
        await anna.TravelTo("2027-03-17T07:59:00Z");
        await Assertions.Expect(anna.Messages.Filter(new() { Has = anna.Page.Locator("[data-action='complaint.reopen']") }).Filter(new() { HasText = language == "English" ? "News" : "Neuigkeiten" })).ToHaveCountAsync(0);
        await anna.TravelTo("2027-03-17T08:00:00Z");
        await anna.Sees(language == "English" ? words.Confirmed : "Neuigkeiten");
        await ChromiumBrowser.Screenshot(anna.Page, $"confirmed-{language}");
        await anna.Page.CloseAsync();
    }

    private static async Task<(string, string)[]> Postgres() =>
    [
        ("ConnectionStrings:Postgres", await (await PostgresCluster.Shared()).CreateDatabase()),
        ("Secrets:MasterKey", Convert.ToBase64String(Enumerable.Range(0, 32).Select(value => (byte)value).ToArray())),
    ];

    private static async Task NothingUntilMondayNoon(LocalPage anna, Words words)
    {
        foreach (var quiet in (string[])["2027-03-06T12:00:00Z", "2027-03-07T12:00:00Z", "2027-03-08T10:59:00Z"])
        {
            await anna.TravelTo(quiet);
            await Assertions.Expect(anna.Messages.Filter(new() { HasText = words.Waiting })).ToHaveCountAsync(0);
        }

        await anna.TravelTo("2027-03-08T11:00:00Z");
        await anna.Sees(words.Waiting);
    }

    private static async Task TheBirthdayWaitsUntilReleased(LocalPage anna, Words words, string language)
    {
        await anna.OpenDirect();
        await Assertions.Expect(anna.Messages.Locator("[data-action='occasion.card']")).ToHaveCountAsync(0);
        await anna.Say(words.Brief);
        await Assertions.Expect(anna.Messages.Last).ToContainTextAsync(words.HeldBecause);
        await ChromiumBrowser.Screenshot(anna.Page, $"brief-{language}");
        await anna.Say(words.Override);
        await Assertions.Expect(anna.Messages.Filter(new() { HasText = words.BirthdayNudge }).Locator("[data-action='occasion.card']")).ToHaveCountAsync(1);
        await ChromiumBrowser.Screenshot(anna.Page, $"released-{language}");
    }
}

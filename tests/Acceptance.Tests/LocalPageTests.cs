using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AccountNudge.Acceptance.Tests;

/// <summary>The local page as a newcomer meets it: sample data, both languages, small screens, dark mode, a screen reader.</summary>
public sealed class LocalPageTests
{
    [Theory]
    [InlineData("en-GB", "c-harbour", "p-grace", 1280, false)]
    [InlineData("de-DE", "c-rheinblick", "p-jonas", 360, true)]
    public async Task The_sample_can_be_read_by_everyone(string language, string channel, string person, int width, bool dark)
    {
        await using var bot = await BotProcess.Start(("Clock:Mode", "Simulated"), ("Clock:Start", "2027-03-01T08:00:00Z"));
        var visitor = await LocalPage.Open(bot, language, width, dark: dark);
        await HasNoSeriousFault(visitor.Page);
        await visitor.Page.GetByTestId("load-sample").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("composer")).ToBeVisibleAsync();
        await visitor.TravelTo("2027-03-02T09:00:00Z");
        await visitor.Page.GotoAsync(new Uri(bot.Address, $"/?as={person}&in={channel}").ToString());
        await Assertions.Expect(visitor.Messages.Filter(new() { Has = visitor.Page.Locator("[data-action='complaint.acknowledge']") }).First).ToBeVisibleAsync();
        await HasNoSeriousFault(visitor.Page);
        await ChromiumBrowser.Screenshot(visitor.Page, $"sample-{language}");
        await visitor.Page.GotoAsync(new Uri(bot.Address, $"/?as={person}&in=direct:{person}").ToString());
        foreach (var line in (string[])["help", "today", "digest", "settings"]) await visitor.Say(line);
        await HasNoSeriousFault(visitor.Page);
        await ChromiumBrowser.Screenshot(visitor.Page, $"direct-{language}");
        await visitor.Say("log");
        await Assertions.Expect(visitor.Page.GetByTestId("form-submit")).ToBeVisibleAsync();
        await HasNoSeriousFault(visitor.Page);
        await ChromiumBrowser.Screenshot(visitor.Page, $"form-{language}");
        await visitor.Page.CloseAsync();
    }

    [Fact]
    public async Task What_was_recorded_can_be_removed_with_one_press()
    {
        await using var bot = await BotProcess.Start(("Clock:Mode", "Simulated"), ("Clock:Start", "2027-03-01T08:00:00Z"));
        var anna = await LocalPage.Open(bot, "en-GB");
        await anna.StartEmpty("Anna", "clients", "Europe/Berlin");
        await anna.Say("/nudge log Weber GmbH visit: saw the new hall");
        await anna.Press(anna.Messages.Last, "draft.create");
        await anna.Sees("Weber GmbH: visit, today");
        await anna.Press(anna.Messages.Last, "record.remove");
        await Assertions.Expect(anna.Messages.Filter(new() { HasText = "Weber GmbH: visit, today" })).ToHaveCountAsync(0);
        await anna.Page.CloseAsync();
    }

    [Theory]
    [InlineData("en-GB", "Background jobs", 1280, false)]
    [InlineData("de-DE", "Hintergrundaufgaben", 1280, true)]
    public async Task The_jobs_are_one_link_away_and_can_only_be_looked_at(string language, string link, int width, bool dark)
    {
        await using var bot = await BotProcess.Start(("Clock:Mode", "System"));
        var visitor = await LocalPage.Open(bot, language, width, dark: dark);
        await visitor.StartEmpty("Anna", "clients", "Europe/Berlin");
        var jobs = visitor.Page.GetByTestId("jobs");
        await Assertions.Expect(jobs).ToHaveTextAsync(link);
        await ChromiumBrowser.Screenshot(visitor.Page, $"real-time-{language}");

        await jobs.ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Recurring Jobs" }).First.ClickAsync();

        await Assertions.Expect(visitor.Page.GetByText("Post the nudges that are due")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByText("Review the accounts whose next review has come")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-url]").Filter(new() { HasNot = visitor.Page.Locator("nav") })).ToHaveCountAsync(0);
        await ChromiumBrowser.Screenshot(visitor.Page, $"jobs-{language}");
        await visitor.Page.CloseAsync();
    }

    private static async Task HasNoSeriousFault(IPage page)
    {
        var faults = (await page.RunAxe()).Violations.Where(fault => fault.Impact is "serious" or "critical");
        faults.Select(fault => $"{fault.Id}: {string.Join(", ", fault.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
    }
}

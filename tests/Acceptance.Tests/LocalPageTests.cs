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
        var visitor = await LocalPage.Open(bot, language, width, dark: dark, sample: true);
        await Assertions.Expect(visitor.Page.GetByTestId("composer")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator($"html[lang={language[..2]}]")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Page.Locator("#place-heading h1")).ToContainTextAsync(language == "de-DE" ? "rheinblick" : "harbour");
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

    [Theory]
    [InlineData("en-GB", 1280, 800, "log", "complaint", "comp", 1)]
    [InlineData("de-DE", 360, 640, "notiz", "beschwerde", "besch", 2)]
    [InlineData("de-DE", 320, 256, "notiz", "beschwerde", "besch", 2)]
    public async Task Everything_can_be_done_by_keyboard_and_in_any_window(string language, int width, int height, string first, string complaint, string typed, int offered)
    {
        await using var bot = await BotProcess.Start(("Clock:Mode", "Simulated"), ("Clock:Start", "2027-03-01T08:00:00Z"));
        var anna = await LocalPage.Open(bot, language, width, height);
        await HasNoSeriousFault(anna.Page);
        await anna.StartEmpty("Anna", "clients", "Europe/Berlin");
        await FitsItsWindow(anna.Page);
        await CompletesCommands(anna, first, complaint, typed, offered);
        await ShowsWhatIsMissing(anna);
        await GroupsWhatOnePersonSays(anna);
        await FitsItsWindow(anna.Page);
        await ChromiumBrowser.Screenshot(anna.Page, $"window-{language}-{width}");
        await anna.Page.CloseAsync();
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

    /// <summary>Arrows choose, Escape closes, Tab and Enter take; what was taken can be typed on.</summary>
    private static async Task CompletesCommands(LocalPage anna, string first, string complaint, string typed, int offered)
    {
        var (composer, list) = (anna.Page.GetByTestId("composer"), anna.Page.Locator("#suggestions"));
        await composer.PressSequentiallyAsync("/");
        var options = list.Locator("[role=option]");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(options.First).ToContainTextAsync(first);
        await Assertions.Expect(composer).ToHaveAttributeAsync("aria-expanded", "true");
        await HasNoSeriousFault(anna.Page);
        await composer.PressAsync("ArrowDown");
        await Assertions.Expect(composer).ToHaveAttributeAsync("aria-activedescendant", "suggestion-1");
        await composer.PressAsync("Enter");
        await Assertions.Expect(composer).ToHaveValueAsync($"/nudge {complaint} ");
        await composer.FillAsync("/");
        await Assertions.Expect(list).ToBeVisibleAsync();
        await composer.PressAsync("Escape");
        await Assertions.Expect(list).ToBeHiddenAsync();
        await composer.FillAsync("");
        await composer.PressSequentiallyAsync($"/{typed}");
        await Assertions.Expect(options).ToHaveCountAsync(offered);
        await composer.PressAsync("Tab");
        await Assertions.Expect(composer).ToHaveValueAsync($"/nudge {complaint} ");
        await Assertions.Expect(list).ToBeHiddenAsync();
    }

    /// <summary>A form that is sent without what it needs: its text field looks wrong, says so, and no longer does once something stands in it.</summary>
    private static async Task ShowsWhatIsMissing(LocalPage anna)
    {
        await anna.Page.GetByTestId("composer").PressAsync("Enter");
        var text = anna.Page.Locator("dialog textarea[name=text]");
        await Assertions.Expect(text).ToBeVisibleAsync();
        var border = await Border(text);
        await anna.Page.GetByTestId("form-submit").ClickAsync();
        await Assertions.Expect(text).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(anna.Page.Locator("#field-text-error")).Not.ToBeEmptyAsync();
        await Assertions.Expect(text).ToHaveAttributeAsync("aria-describedby", new System.Text.RegularExpressions.Regex("field-text-error"));
        (await Border(text)).ShouldNotBe(border);
        await HasNoSeriousFault(anna.Page);
        await text.FillAsync("late");
        await Assertions.Expect(text).ToHaveAttributeAsync("aria-invalid", "false");
        (await Border(text)).ShouldBe(border);
        await anna.Page.GetByTestId("form-cancel").ClickAsync();
    }

    private static async Task GroupsWhatOnePersonSays(LocalPage anna)
    {
        foreach (var line in (string[])["one", "two", "three"]) await anna.Say(line);
        var said = anna.Messages.Filter(new() { HasNot = anna.Page.Locator(".card") }).Filter(new() { HasNotText = "/nudge" });
        await Assertions.Expect(said).ToHaveCountAsync(3);
        await Assertions.Expect(said.Locator(".avatar")).ToHaveCountAsync(1);
        await Assertions.Expect(said.Locator("header:not(.sr-only) time")).ToHaveCountAsync(1);
    }

    private static Task<string> Border(ILocator field) => field.EvaluateAsync<string>("field => getComputedStyle(field).borderTopColor");

    /// <summary>Nothing has to be scrolled to the side, and the field to write in is in the window and not covered.</summary>
    private static async Task FitsItsWindow(IPage page)
    {
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        var (composer, header) = (page.GetByTestId("composer"), page.Locator("header.bar"));
        await composer.ScrollIntoViewIfNeededAsync();
        (await composer.EvaluateAsync<bool>("field => { const box = field.getBoundingClientRect(); return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === field; }")).ShouldBeTrue();
        (await header.BoundingBoxAsync())!.Height.ShouldBeLessThan(64);
    }

    private static async Task HasNoSeriousFault(IPage page)
    {
        var faults = (await page.RunAxe()).Violations.Where(fault => fault.Impact is "serious" or "critical");
        faults.Select(fault => $"{fault.Id}: {string.Join(", ", fault.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
    }
}

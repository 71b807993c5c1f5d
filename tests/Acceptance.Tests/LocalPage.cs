using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AccountNudge.Acceptance.Tests;

/// <summary>The local page as someone in front of it uses it, and the clock of the bot behind it.</summary>
internal sealed class LocalPage(BotProcess bot, IPage page)
{
    public IPage Page => page;

    /// <summary>All messages of the place that is open.</summary>
    public ILocator Messages => page.GetByTestId("message");

    /// <summary>Opens the page of a bot as a newcomer sees it who wants no sample, or one who takes what comes.</summary>
    public static async Task<LocalPage> Open(BotProcess bot, string language, int width = 1280, int height = 900, bool dark = false, bool sample = false)
    {
        var browser = await ChromiumBrowser.Shared();
        var page = await browser.NewPage(language, width, height, dark);
        await page.GotoAsync(new Uri(bot.Address, sample ? "/" : "/?start=empty").ToString());
        return new LocalPage(bot, page);
    }

    /// <summary>Starts without sample data, as one person in one channel.</summary>
    public async Task StartEmpty(string name, string channel, string zone)
    {
        await page.GetByTestId("start-empty").ClickAsync();
        await page.Locator("[name=name]").FillAsync(name);
        await page.Locator("[name=channel]").FillAsync(channel);
        await page.Locator("[name=zone]").FillAsync(zone);
        await page.GetByTestId("form-submit").ClickAsync();
        await Assertions.Expect(page.GetByTestId("composer")).ToBeVisibleAsync();
    }

    public async Task Say(string text)
    {
        // What is sent before the page has settled stays in the composer.
        await Settles();
        await page.GetByTestId("composer").FillAsync(text);
        await page.GetByTestId("send").ClickAsync();
        await Settles();
    }

    /// <summary>The latest message with these words in it.</summary>
    public ILocator Message(string words) => Messages.Filter(new() { HasText = words }).Last;

    /// <summary>Waits until such a message stands there.</summary>
    public Task Sees(string words) => Assertions.Expect(Message(words)).ToBeVisibleAsync();

    public async Task Press(ILocator message, string action)
    {
        await message.Locator($"[data-action='{action}']").First.ClickAsync();
        await Settles();
    }

    public async Task OpenDirect()
    {
        await page.GetByTestId("channel-direct").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("in=direct"));
    }

    public async Task OpenChannel(string name)
    {
        await page.Locator("[data-testid^='channel-c-']").Filter(new() { HasText = name }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("in=c-"));
    }

    /// <summary>Lets time pass up to an instant; answers when everything due up to then is delivered.</summary>
    public async Task TravelTo(string instant)
    {
        var response = await bot.Client.PostAsJsonAsync("/clock", new { to = instant });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.IsSuccessStatusCode.ShouldBeTrue(answer.ToString());
        answer.GetProperty("now").GetString().ShouldBe(instant);
        answer.GetProperty("pending").GetArrayLength().ShouldBe(0);
        await page.ReloadAsync();
    }

    private Task Settles() => Assertions.Expect(page.Locator("body[data-pending]")).ToHaveCountAsync(0);
}

using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AccountNudge.Acceptance.Tests;

/// <summary>
/// The playground's page as someone in Teams uses it. It must never be loaded again: it would forget all messages and tell
/// the bot of another installation. It speaks English whatever the bot speaks, and lists the newest message of a chat last,
/// the newest post of a channel first.
/// </summary>
internal sealed class PlaygroundPage(BotProcess bot, IPage page)
{
    private bool isInChannel;

    public IPage Page => page;

    /// <summary>All cards of the place that is open; in a channel also those in threads.</summary>
    public ILocator Cards => page.Locator(".ac-adaptiveCard");

    /// <summary>All posts of the channel that is open, each with its thread.</summary>
    public ILocator Posts => page.Locator(".fui-Card").Filter(new() { Has = page.GetByLabel("Send Message") });

    private ILocator Box => page.Locator("[data-lexical-editor=true]").First;

    /// <summary>Opens it for the first time, which installs the bot for this person.</summary>
    /// <param name="height">In pixels; a chart is only drawn where it fits.</param>
    public static async Task<PlaygroundPage> Open(Playground playground, BotProcess bot, string language, int height = 1400)
    {
        var browser = await ChromiumBrowser.Shared();
        var page = await browser.NewPage(language, 1280, height);
        // Its page is large, and a machine may be busy.
        page.SetDefaultNavigationTimeout(180_000);
        await page.GotoAsync(playground.Address.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide log panel" }).ClickAsync();
        var here = new PlaygroundPage(bot, page);
        await here.OpenPersonal();
        return here;
    }

    /// <summary>Draws cards as narrow as the smallest phones do, from here on.</summary>
    public Task Narrow() => page.AddStyleTagAsync(new() { Content = ".ac-adaptiveCard { width: 300px !important; box-sizing: border-box }" });

    public async Task OpenPersonal()
    {
        await page.GetByRole(AriaRole.Treeitem, new() { Name = "Personal Chat" }).ClickAsync();
        isInChannel = false;
        await Assertions.Expect(page.GetByText("Start a new post")).ToHaveCountAsync(0);
    }

    /// <summary>The first time, this installs the bot in the channel.</summary>
    public async Task OpenChannel(string name)
    {
        await page.GetByRole(AriaRole.Treeitem, new() { Name = $"{Playground.Team} - {name}" }).ClickAsync();
        isInChannel = true;
        await Assertions.Expect(page.GetByText("Start a new post")).ToBeVisibleAsync();
    }

    /// <summary>Says something to the bot: in a channel as a new post that mentions it, as only those reach it.</summary>
    public Task Say(string text) => Send(Box, text, isInChannel);

    /// <summary>Posts something that is not meant for the bot.</summary>
    public Task Chat(string text) => Send(Box, text, withMention: false);

    /// <summary>Says something to the bot in the thread of a post.</summary>
    public Task Answer(ILocator post, string text) => Send(post.Locator("[data-lexical-editor=true]"), text, withMention: true);

    /// <summary>The newest card with these words in it.</summary>
    public ILocator Card(string words) => Newest(Cards.Filter(new() { HasText = words }));

    /// <summary>The newest post with these words in it or in its thread.</summary>
    public ILocator Post(string words) => Posts.Filter(new() { HasText = words }).First;

    /// <summary>Waits until such a card stands there.</summary>
    public Task Sees(string words) => Assertions.Expect(Card(words)).ToBeVisibleAsync();

    /// <summary>Presses a button of a card, and returns when the bot has answered.</summary>
    public async Task Press(ILocator card, string label)
    {
        var button = card.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });
        if (await button.CountAsync() == 0)
        {
            await card.GetByLabel("More options").ClickAsync();
            button = page.GetByRole(AriaRole.Menuitem, new() { Name = label, Exact = true });
        }

        await page.RunAndWaitForResponseAsync(() => button.First.ClickAsync(), response => response.Url.EndsWith("/invoke", StringComparison.Ordinal));
    }

    /// <summary>Presses a button twice, faster than the bot can answer, and returns when it has answered both.</summary>
    public async Task PressTwice(ILocator card, string label)
    {
        var (button, answered) = (card.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }), 0);
        await page.RunAndWaitForResponseAsync(
            () => button.DblClickAsync(),
            response => response.Url.EndsWith("/invoke", StringComparison.Ordinal) && ++answered == 2);
    }

    public static Task Type(ILocator card, string label, string text) => Field(card, label).FillAsync(text);

    /// <summary>A field to type into; behind the label of one that must be filled in there is a star.</summary>
    public static ILocator Field(ILocator card, string label) => card.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex($"^{Regex.Escape(label)}( ?\\*)?$", RegexOptions.None, TimeSpan.FromSeconds(1)) });

    public async Task Choose(ILocator card, string label, string choice)
    {
        await card.GetByRole(AriaRole.Combobox, new() { Name = label }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
    }

    /// <summary>Runs a message action on the message with these words, as its manifest names it, and returns the dialog.</summary>
    public async Task<ILocator> Act(string words, string command)
    {
        var text = Newest(page.GetByText(words, new() { Exact = true }).And(page.Locator(":not([contenteditable] *)")));
        var message = page.Locator("div").Filter(new() { Has = page.GetByLabel("Show more information") }).Filter(new() { Has = text }).Last;
        await message.GetByLabel("Show more information").First.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Action Command" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByPlaceholder("Input command id or leave blanks").FillAsync(command);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".ac-adaptiveCard")).ToBeVisibleAsync();
        return dialog;
    }

    /// <summary>Closes a dialog that has said what there was to say.</summary>
    public static async Task Close(ILocator dialog)
    {
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>Lets time pass up to an instant; answers when everything due up to then is delivered.</summary>
    public async Task TravelTo(string instant)
    {
        var response = await bot.Client.PostAsJsonAsync("/clock", new { to = instant });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.IsSuccessStatusCode.ShouldBeTrue(answer.ToString());
        answer.GetProperty("now").GetString().ShouldBe(instant);
        answer.GetProperty("pending").GetArrayLength().ShouldBe(0);
    }

    private ILocator Newest(ILocator found) => isInChannel ? found.First : found.Last;

    private async Task Send(ILocator box, string text, bool withMention)
    {
        await box.ClickAsync();
        if (withMention)
        {
            // Typed key by key, or no names are offered; Enter would send instead of choosing one.
            await page.Keyboard.TypeAsync("@" + Playground.BotName);
            await page.Locator("#typeahead-menu").GetByRole(AriaRole.Menuitem, new() { Name = Playground.BotName }).ClickAsync();
            await page.Keyboard.InsertTextAsync(" ");
        }

        await page.Keyboard.InsertTextAsync(text);
        await page.RunAndWaitForResponseAsync(
            () => page.Keyboard.PressAsync("Enter"),
            response => response.Url.EndsWith("/messages", StringComparison.Ordinal));
    }
}

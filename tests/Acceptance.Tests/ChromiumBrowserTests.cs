namespace AccountNudge.Acceptance.Tests;

public class ChromiumBrowserTests
{
    [Fact]
    public async Task A_page_is_shown_scripts_run_and_text_has_a_size()
    {
        var browser = await ChromiumBrowser.Shared();
        var page = await browser.NewPage("de-DE");
        await page.SetContentAsync("""
            <h1>Hallo</h1>
            <button onclick="document.querySelector('h1').textContent = navigator.language">Sprache</button>
            """);

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sprache" }).ClickAsync();

        (await page.Locator("h1").TextContentAsync()).ShouldBe("de-DE");
        (await page.Locator("button").BoundingBoxAsync())!.Width.ShouldBeGreaterThan(20);
        await ChromiumBrowser.Screenshot(page);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Pages_do_not_share_what_they_store()
    {
        await using var browser = await ChromiumBrowser.Launch();
        var first = await browser.NewPage();
        var second = await browser.NewPage();

        first.Context.ShouldNotBeSameAs(second.Context);
    }
}

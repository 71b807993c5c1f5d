using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace AccountNudge.Acceptance.Tests;

/// <summary>The machine's own Chromium, without a window. Each page has its own cookies and storage.</summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";

    private static readonly Lazy<Task<ChromiumBrowser>> SharedBrowser = new(Launch);

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private ChromiumBrowser(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <summary>The one browser that all tests of this process share; it ends with the process.</summary>
    public static Task<ChromiumBrowser> Shared() => SharedBrowser.Value;

    /// <summary>A browser for one test alone; dispose it afterwards.</summary>
    public static async Task<ChromiumBrowser> Launch()
    {
        if (!File.Exists(Executable))
        {
            throw new InvalidOperationException(
                $"These tests need Chromium at {Executable}: please install the package chromium.");
        }

        // The five seconds Playwright waits by itself are too few for a machine that is busy with other tests.
        Assertions.SetDefaultExpectTimeout(120_000);
        var driver = await Playwright.CreateAsync();
        var chromium = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
        return new ChromiumBrowser(driver, chromium);
    }

    /// <summary>A new page of its own, as a visitor sees it who has never been here; close it afterwards.</summary>
    /// <param name="language">What the browser says it speaks, as in "de-DE".</param>
    /// <param name="dark">Whether the visitor likes dark pages.</param>
    public async Task<IPage> NewPage(string language = "en-GB", int width = 1280, int height = 800, bool dark = false)
    {
        // A page made like this owns its context: closing the page closes both.
        var page = await browser.NewPageAsync(new()
        {
            Locale = language,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        page.SetDefaultTimeout(120_000);
        return page;
    }

    /// <summary>
    /// Saves the whole page as NAME.png in the folder that the environment variable SCREENSHOTS names; does
    /// nothing when it names none.
    /// </summary>
    public static async Task Screenshot(IPage page, [CallerMemberName] string name = "")
    {
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS");
        if (!string.IsNullOrEmpty(folder))
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

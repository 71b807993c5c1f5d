using AccountNudge.Bot.Slack;
using AccountNudge.Bot.Slack.Installations.OAuth;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Bot.Tests.Slack.Installations;

public class InstallStateTests
{
    private readonly EphemeralDataProtectionProvider protection = new(NullLoggerFactory.Instance);

    [Theory]
    [InlineData("https://example.com/bot/", "path=/bot/", true)]
    [InlineData("http://localhost:3978/", "path=/", false)]
    public void The_cookie_is_for_this_bot_and_this_browser_alone(string publicUrl, string path, bool secure)
    {
        var browser = new DefaultHttpContext();

        State(publicUrl).Begin(browser);

        var cookie = browser.Response.Headers.SetCookie.ToString();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldContain("max-age=600");
        cookie.ShouldContain(path);
        cookie.Contains("secure", StringComparison.Ordinal).ShouldBe(secure);
    }

    [Fact]
    public void States_differ_and_the_cookie_does_not_show_them()
    {
        var state = State("https://example.com/");
        var browser = new DefaultHttpContext();

        var first = state.Begin(browser);
        var second = state.Begin(new DefaultHttpContext());

        first.ShouldNotBe(second);
        browser.Response.Headers.SetCookie.ToString().ShouldNotContain(first);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("CfDJ8A")]
    public void A_cookie_that_is_not_ours_is_none(string cookie)
    {
        var browser = new DefaultHttpContext();
        browser.Request.Headers.Cookie = $"accountnudge-slack-install={cookie}";

        State("https://example.com/").Complete(browser, "x").ShouldBeFalse();
    }

    private InstallState State(string publicUrl) =>
        new(protection, new SlackSettings { ApiUrl = new Uri("https://slack.com/api/"), Command = "/nudge", PublicUrl = new Uri(publicUrl) }, TimeProvider.System);
}

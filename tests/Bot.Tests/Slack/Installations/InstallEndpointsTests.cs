using System.Net;
using System.Web;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;

namespace AccountNudge.Bot.Tests.Slack.Installations;

public sealed class InstallEndpointsTests : IAsyncLifetime
{
    private SharedDatabase shared = null!;
    private FakeSlack slack = null!;
    private SlackNode node = null!;

    public async ValueTask InitializeAsync()
    {
        shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        slack = await FakeSlack.Start();
        slack.AddWorkspace("T1", name: "Rhein & Blick <b>");
        node = await SlackNode.Start(shared, slack);
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await slack.DisposeAsync();
        await shared.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_installs_the_app_from_the_browser()
    {
        using var browser = new Browser(node);

        var (address, state) = await browser.Start();
        address.ShouldStartWith(new Uri(slack.ApiUrl, "/oauth/v2/authorize").AbsoluteUri);
        var query = HttpUtility.ParseQueryString(new Uri(address).Query);
        (query["client_id"], query["redirect_uri"]).ShouldBe((slack.ClientId, new Uri(node.Address, "slack/oauth/callback").AbsoluteUri));
        query["scope"]!.Split(',').ShouldContain("chat:write");
        state.Length.ShouldBeGreaterThan(40);
        var (status, page) = await browser.Return($"code={slack.Agree("T1", query["redirect_uri"])}&state={state}");

        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("AccountNudge is installed in Rhein &amp; Blick &lt;b&gt;");
        page.ShouldContain("/invite @AccountNudge");
        page.ShouldContain("/app_redirect?app=A0FAKE&amp;team=T1");
        (await node.Find("T1")).ShouldNotBeNull();
        (page + node.Logged).ShouldNotContain("xoxb");
        (page + node.Logged).ShouldNotContain(slack.ClientSecret);
    }

    [Theory]
    [InlineData("de-DE,de;q=0.9,en;q=0.8", "ist in Rhein &amp; Blick &lt;b&gt; installiert")]
    [InlineData("fr,en;q=0.8", "is installed in")]
    public async Task The_page_speaks_the_browsers_language(string languages, string words)
    {
        using var browser = new Browser(node, languages);
        var (_, state) = await browser.Start();

        var (_, page) = await browser.Return($"code={slack.Agree("T1")}&state={state}");

        page.ShouldContain(words);
    }

    [Theory]
    [InlineData("tampered")]
    [InlineData("missing")]
    [InlineData("another browser's")]
    [InlineData("expired")]
    [InlineData("without a code")]
    public async Task Whoever_comes_back_otherwise_than_they_went_installs_nothing(string how)
    {
        using var browser = new Browser(node);
        using var other = new Browser(node);
        var (_, state) = await browser.Start();
        await other.Start();
        if (how == "expired") shared.Time.Shift = TimeSpan.FromMinutes(10.1);
        var code = slack.Agree("T1");

        var (status, page) = how switch
        {
            "tampered" => await browser.Return($"code={code}&state={state}x"),
            "missing" => await browser.Return($"code={code}"),
            "another browser's" => await other.Return($"code={code}&state={state}"),
            "without a code" => await browser.Return($"state={state}"),
            _ => await browser.Return($"code={code}&state={state}"),
        };

        status.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain("This attempt is no longer valid");
        slack.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_state_is_good_for_one_use_even_when_the_cookie_is_kept()
    {
        using var browser = new Browser(node);
        var (_, state) = await browser.Start();
        var cookie = browser.Cookie;
        await browser.Return($"code={slack.Agree("T1")}&state={state}");
        browser.Cookie.ShouldBe("");

        browser.Cookie = cookie;
        var (status, _) = await browser.Return($"code={slack.Agree("T1")}&state={state}");

        status.ShouldBe(HttpStatusCode.BadRequest);
        slack.Calls.Count(call => call.Method == "oauth.v2.access").ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_declines_reads_that_nothing_happened()
    {
        using var browser = new Browser(node);
        var (_, state) = await browser.Start();

        var (status, page) = await browser.Return($"error=access_denied&state={state}");

        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("AccountNudge was not installed");
        page.ShouldContain(new Uri(node.Address, "slack/install").AbsoluteUri);
        (await browser.Return("error=<script>alert(1)</script>")).Page.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task What_Slack_says_no_to_is_named_and_what_it_does_not_answer_too()
    {
        using var browser = new Browser(node);
        (await Try("no-such-code")).ShouldBe((HttpStatusCode.BadRequest, "This attempt is no longer valid"));
        slack.Break(new SlackFault.Reset(), "oauth.v2.access");
        (await Try(slack.Agree("T1"))).ShouldBe((HttpStatusCode.ServiceUnavailable, "Slack is not answering"));
        slack.Break(new SlackFault.Error("bad_client_secret"), "oauth.v2.access");
        (await Try(slack.Agree("T1"))).ShouldBe((HttpStatusCode.BadGateway, "Slack refused with"));
        slack.Break(new SlackFault.Status(500), "auth.test", times: 2);
        (await Try(slack.Agree("T1"))).ShouldBe((HttpStatusCode.OK, "AccountNudge is installed"));

        async Task<(HttpStatusCode Status, string Words)> Try(string code)
        {
            var (_, state) = await browser.Start();
            var (status, page) = await browser.Return($"code={code}&state={state}");
            string[] all = ["This attempt is no longer valid", "Slack is not answering", "Slack refused with", "AccountNudge is installed"];
            return (status, all.Single(words => page.Contains(words, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Without_a_client_id_there_is_no_way_to_install()
    {
        await using var closed = await SlackNode.Start(shared, slack, "xoxb-1", oauth: false);
        using var http = new HttpClient { BaseAddress = closed.Address };

        (await http.GetAsync(new Uri("slack/install", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A browser that keeps our one cookie and does not follow links.</summary>
    private sealed class Browser : IDisposable
    {
        private readonly CookieContainer cookies = new();
        private readonly HttpClient http;
        private readonly Uri callback;

        public Browser(SlackNode node, string languages = "en")
        {
            callback = new Uri(node.Address, "slack/oauth/callback");
            http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = node.Address };
            http.DefaultRequestHeaders.Add("Accept-Language", languages);
        }

        public string Cookie
        {
            get => cookies.GetCookieHeader(callback);
            set => cookies.SetCookies(callback, value);
        }

        public async Task<(string Address, string State)> Start()
        {
            using var answer = await http.GetAsync(new Uri("slack/install", UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
            cookie.ShouldContain("httponly");
            cookie.ShouldContain("samesite=lax");
            return (answer.Headers.Location!.AbsoluteUri, HttpUtility.ParseQueryString(answer.Headers.Location.Query)["state"]!);
        }

        public async Task<(HttpStatusCode Status, string Page)> Return(string query)
        {
            using var answer = await http.GetAsync(new Uri($"{callback}?{query}"));
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("default-src 'none'");
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        public void Dispose() => http.Dispose();
    }
}

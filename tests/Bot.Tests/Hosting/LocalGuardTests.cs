using System.Net;
using AccountNudge.Bot.Hosting;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Bot.Tests.Hosting;

public sealed class LocalGuardTests : IAsyncLifetime
{
    private GuardedHost host = null!;

    public async ValueTask InitializeAsync() => host = await GuardedHost.Run();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_blazor")]
    [InlineData("/clock")]
    [InlineData("/slack/events")]
    public async Task Everything_is_there_for_this_machine(string path) =>
        (await host.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("/")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_blazor")]
    [InlineData("/clock")]
    [InlineData("/no/such/page")]
    public async Task Nothing_local_exists_once_the_bot_is_not_on_loopback_alone(string path)
    {
        await using var open = await GuardedHost.Run(local: false);

        (await open.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await open.Client.GetAsync("/slack/events")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_clock_cannot_be_moved_once_the_bot_is_not_on_loopback_alone()
    {
        await using var open = await GuardedHost.Run(local: false);

        (await open.Move("""{"advance":"PT1H"}""")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Forwarded", "for=1.2.3.4")]
    [InlineData("forwarded", "for=1.2.3.4")]
    [InlineData("X-Forwarded-For", "1.2.3.4")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("x-forwarded-anything", "")]
    [InlineData("X-Original-For", "1.2.3.4")]
    [InlineData("X-Real-IP", "1.2.3.4")]
    [InlineData("Via", "1.1 tunnel")]
    public async Task What_came_through_a_proxy_is_refused(string header, string value)
    {
        foreach (var path in new[] { "/", "/_framework/blazor.web.js", "/_blazor", "/clock" })
        {
            (await Get(path, header, value)).ShouldBe(HttpStatusCode.Forbidden);
        }

        (await Get("/slack/events", header, value)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LocalHost:1234")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:80")]
    [InlineData("[::1]")]
    [InlineData("[::1]:3978")]
    public async Task The_names_of_this_machine_are_welcome(string name) => (await host.Raw("GET /", $"Host: {name}")).ShouldBe(200);

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("localhost.")]
    [InlineData("127.0.0.1.nip.io")]
    [InlineData("127.0.0.2")]
    [InlineData("0.0.0.0")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("192.168.1.5:3978")]
    public async Task Any_other_name_is_refused(string name)
    {
        (await host.Raw("GET /", $"Host: {name}")).ShouldBe(403);
        (await host.Raw("GET /_blazor", $"Host: {name}")).ShouldBe(403);
        (await host.Raw("POST /clock", $"Host: {name}", "Content-Type: application/json", "Content-Length: 0")).ShouldBe(403);
    }

    [Theory]
    [InlineData("Host:")]
    [InlineData("Host: localhost\r\nHost: evil.example")]
    [InlineData("Accept: */*")]
    public async Task A_missing_or_doubled_name_is_refused(string header) => (await host.Raw("GET /", header)).ShouldBeOneOf(400, 403);

    [Theory]
    [InlineData("http://localhost:{port}")]
    [InlineData("http://127.0.0.1:{port}")]
    [InlineData("http://[::1]:{port}")]
    public async Task Our_own_origin_is_welcome(string origin)
    {
        origin = origin.Replace("{port}", $"{host.Address.Port}", StringComparison.Ordinal);

        (await Get("/", "Origin", origin)).ShouldBe(HttpStatusCode.OK);
        (await UpgradeFrom(origin)).ShouldBe(101);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost.evil.example:{port}")]
    [InlineData("http://evil.example:{port}")]
    [InlineData("http://127.0.0.1@evil.example:{port}")]
    [InlineData("http://localhost:1")]
    [InlineData("http://localhost")]
    [InlineData("file://")]
    [InlineData("chrome-extension://localhost:{port}")]
    [InlineData("nonsense")]
    public async Task Another_origin_is_refused(string origin)
    {
        origin = origin.Replace("{port}", $"{host.Address.Port}", StringComparison.Ordinal);

        (await Get("/", "Origin", origin)).ShouldBe(HttpStatusCode.Forbidden);
        (await Get("/clock", "Origin", origin)).ShouldBe(HttpStatusCode.Forbidden);
        (await UpgradeFrom(origin)).ShouldBe(403);
        (await host.Raw("GET /slack/events", "Host: localhost", $"Origin: {origin}")).ShouldBe(200);
    }

    [Fact]
    public async Task An_origin_beside_ours_does_not_help() => (await host.Raw(
        "GET /", $"Host: localhost:{host.Address.Port}", $"Origin: http://localhost:{host.Address.Port}", "Origin: https://evil.example")).ShouldBe(403);

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.1.2.3", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.168.1.5", false)]
    [InlineData("::ffff:192.168.1.5", false)]
    [InlineData("fe80::1", false)]
    [InlineData(null, false)]
    public void Only_this_machine_may_connect(string? address, bool welcome)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        context.Request.Host = new HostString("localhost");

        (LocalGuard.Refusal(context) is null).ShouldBe(welcome);
    }

    private Task<int> UpgradeFrom(string origin) => host.Raw(
        "GET /_blazor", $"Host: localhost:{host.Address.Port}", $"Origin: {origin}", "Connection: Upgrade", "Upgrade: websocket",
        "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

    private async Task<HttpStatusCode> Get(string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();
        using var response = await host.Client.SendAsync(request);
        return response.StatusCode;
    }
}

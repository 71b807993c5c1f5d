using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Teams;
using AccountNudge.Core.Storage;
using AccountNudge.Testing.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

public sealed class DoorTests
{
    [Theory]
    [InlineData("no token", 401)]
    [InlineData("rubbish", 401)]
    [InlineData("another app", 401)]
    [InlineData("another service", 403)]
    [InlineData("another tenant", 403)]
    [InlineData("a service we do not speak to", 403)]
    [InlineData("no JSON", 400)]
    [InlineData("a list", 400)]
    [InlineData("half a character", 400)]
    [InlineData("nobody", 400)]
    [InlineData("an endless id", 400)]
    [InlineData("too long", 413)]
    public async Task Whoever_is_turned_away_leaves_no_trace(string wrong, int status)
    {
        await using var issuer = await FakeIssuer.Start();
        await using var host = await Guarded(issuer);
        var activity = host.Teams.Says(host.Anna, host.Clients, "log Acme called").Activity;
        var service = activity["serviceUrl"]!.ToString();
        var token = wrong switch
        {
            "no token" => null,
            "rubbish" => "rubbish",
            "another app" => issuer.TokenFor("99999999-2222-3333-4444-555555555555", service, DateTimeOffset.UtcNow),
            "another service" => issuer.TokenFor(host.Teams.AppId, "https://smba.trafficmanager.net/elsewhere/", DateTimeOffset.UtcNow),
            "a service we do not speak to" => issuer.TokenFor(host.Teams.AppId, "https://evil.example/", DateTimeOffset.UtcNow),
            _ => issuer.TokenFor(host.Teams.AppId, service, DateTimeOffset.UtcNow),
        };
        if (wrong == "another tenant") activity["conversation"]!["tenantId"] = FakeTeams.NewTenant();
        if (wrong == "a service we do not speak to") activity["serviceUrl"] = "https://evil.example/";
        if (wrong == "nobody") activity.Remove("from");
        if (wrong == "an endless id") activity["from"]!["id"] = new string('x', 300);
        var body = wrong switch
        {
            "no JSON" => "{",
            "a list" => "[1]",
            "half a character" => activity.ToJsonString().Replace("Acme", "\\ud83d", StringComparison.Ordinal),
            "too long" => activity.ToJsonString() + new string(' ', 300_000),
            _ => activity.ToJsonString(),
        };
        // What makes no sense cannot be checked: its token says nothing.
        ((int)await Post(host, token, body)).ShouldBe(status);
        host.Rows().ShouldBeEmpty();
        await using var store = host.Store();
        (await store.Set<AccountNudge.Bot.Teams.People.ConversationRow>().CountAsync()).ShouldBe(0);
        await using var domain = host.Services.GetRequiredService<Stores>().Open(Scope.Nothing);
        (await domain.Workspaces.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_has_a_valid_token_is_heard()
    {
        await using var issuer = await FakeIssuer.Start();
        await using var host = await Guarded(issuer);
        var activity = host.Teams.Says(host.Anna, host.Clients, "help").Activity;
        (await Post(host, issuer.TokenFor(host.Teams.AppId, activity["serviceUrl"]!.ToString(), DateTimeOffset.UtcNow), activity.ToJsonString())).ShouldBe(HttpStatusCode.Accepted);
        host.Rows().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task While_the_database_is_away_Teams_is_to_come_again_and_then_it_is_recorded_once()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var delivery = host.Teams.Says(host.Anna, host.Clients, "log Acme paid at last");
        await using (var store = host.Store())
        {
            await store.Database.ExecuteSqlRawAsync("ALTER TABLE teams_inbox RENAME TO away");
            (await host.Teams.Deliver(delivery)).Status.ShouldBe(500);
            await store.Database.ExecuteSqlRawAsync("ALTER TABLE away RENAME TO teams_inbox");
        }

        (await host.Teams.Deliver(delivery)).Status.ShouldBe(202);
        (await host.Teams.Deliver(delivery)).Status.ShouldBe(202);
        await host.Settles();
        host.Everything().Count(message => message.Wording.Contains("paid at last", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Health_tells_of_Teams()
    {
        await using var host = await TeamsHost.Run(isInvited: false);
        using var client = new HttpClient();
        var health = JsonNode.Parse(await client.GetStringAsync(new Uri(host.Teams.BotUrl!, "/health/ready")))!;
        health["checks"]!.AsArray().ShouldContain(check => check!["name"]!.ToString() == "teams" && check["status"]!.ToString() == "Healthy");
    }

    private static async Task<TeamsHost> Guarded(FakeIssuer issuer)
    {
        // The settings name the app and the tenant, which are only known once there is a Teams.
        var world = await TeamsWorld.Make();
        return await TeamsHost.Run(world, new TeamsSettings
        {
            AppId = world.Teams.AppId, TenantId = world.Tenant, ClientSecret = "secret", OpenIdMetadataUrl = issuer.MetadataUrl, AuthorityUrl = new Uri("https://127.0.0.1:1/"),
        });
    }

    private static async Task<HttpStatusCode> Post(TeamsHost host, string? token, string body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Teams.BotUrl) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}

using System.Net;
using System.Text;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

public sealed class HttpTests
{
    [Theory]
    [InlineData(Tamper.WrongSecret)]
    [InlineData(Tamper.NoSignature)]
    [InlineData(Tamper.Stale)]
    [InlineData(Tamper.Future)]
    [InlineData(Tamper.BadTimestamp)]
    [InlineData(Tamper.WrongVersion)]
    [InlineData(Tamper.ChangedBody)]
    public async Task Whatever_Slack_did_not_sign_is_turned_away_and_leaves_nothing(Tamper tamper)
    {
        await using var host = await SlackHost.Run();
        var answer = await host.Slack.Post(host.Events, host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "log Acme called"), tamper);
        (answer.Status, answer.Body).ShouldBe((HttpStatusCode.Unauthorized, ""));
        host.Rows().ShouldBeEmpty();
        host.Everything().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactions")]
    public async Task Every_address_takes_whatever_Slack_delivers(string path)
    {
        await using var host = await SlackHost.Run(works: false);
        var endpoint = new Uri(host.Address, path);
        var message = host.Slack.Say(SlackHost.Anna, SlackHost.Clients, "late again");
        foreach (var delivery in new[]
        {
            host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "help"), host.Slack.Mention(SlackHost.Anna, SlackHost.Clients, "help"), host.Slack.DirectMessage(SlackHost.Ben, "hilfe"),
            host.Slack.HomeOpened(SlackHost.Ben), host.Slack.UserChange(SlackHost.Ben), host.Slack.MessageShortcut(SlackHost.Anna, message, "log_message"),
        }) (await host.Slack.Post(endpoint, delivery)).Status.ShouldBe(HttpStatusCode.OK);
        host.Rows().Count.ShouldBe(5);
        host.Slack.Views.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Slack_may_verify_the_address_once_it_has_signed()
    {
        await using var host = await SlackHost.Run();
        var challenge = new FakeDelivery(DeliveryKind.Event, new() { ["type"] = "url_verification", ["challenge"] = "3eZbrw1aB" });
        (await host.Slack.Post(host.Events, challenge)).Body.ShouldBe("3eZbrw1aB");
        (await host.Slack.Post(host.Events, challenge, Tamper.WrongSecret)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_not_read()
    {
        await using var host = await SlackHost.Run();
        using var client = new HttpClient();
        using var content = new ByteArrayContent(new byte[(1024 * 1024) + 1]);
        (await client.PostAsync(host.Events, content)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var chunked = new StringContent(new string('x', 2 * 1024 * 1024), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Events) { Content = chunked, Headers = { TransferEncodingChunked = true } };
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task What_is_signed_and_still_makes_no_sense_is_acknowledged_or_called_bad()
    {
        await using var host = await SlackHost.Run();
        (await host.Slack.Post(host.Events, new FakeDelivery(DeliveryKind.Event, []))).Status.ShouldBe(HttpStatusCode.OK);
        (await host.Slack.Post(host.Events, new FakeDelivery(DeliveryKind.Command, new() { ["ssl_check"] = "1" }))).Status.ShouldBe(HttpStatusCode.OK);
        (await host.Slack.Post(host.Events, new FakeDelivery(DeliveryKind.Command, new() { ["payload"] = "no JSON" }))).Status.ShouldBe(HttpStatusCode.BadRequest);
        host.Rows().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_cannot_be_stored_is_not_acknowledged_and_comes_again(DatabaseKind kind)
    {
        await using var host = await SlackHost.Run(kind, works: false);
        var delivery = host.Slack.Mention(SlackHost.Anna, SlackHost.Clients, "help");
        await Sql(host, "ALTER TABLE slack_inbox RENAME TO away");
        (await host.Slack.Post(host.Events, delivery)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await Sql(host, "ALTER TABLE away RENAME TO slack_inbox");
        (await host.Slack.Post(host.Events, delivery, retry: 1)).Status.ShouldBe(HttpStatusCode.OK);
        host.Rows().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Over_HTTP_the_bot_is_healthy_once_it_is_installed_somewhere()
    {
        await using var host = await SlackHost.Run();
        await Wait.Until(() => host.Health().GetAwaiter().GetResult() == HttpStatusCode.OK);
    }

    private static async Task Sql(SlackHost host, string sql)
    {
        await using var store = host.Database.Stores.Open(AccountNudge.Core.Storage.Scope.Nothing);
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(store.Database, sql);
    }
}

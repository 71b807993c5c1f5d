using System.Collections.Concurrent;
using System.Net;
using AccountNudge.Bot.Slack;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound.Sockets;
using AccountNudge.Bot.Slack.Inbound.Work;
using AccountNudge.Bot.Slack.People;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

public sealed class SocketTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_comes_over_the_socket_is_answered_once(DatabaseKind kind)
    {
        await using var host = await SlackHost.Run(kind, http: false, socket: true);
        await Wait.Until(() => host.Health().GetAwaiter().GetResult() == HttpStatusCode.OK);
        var mention = host.Slack.Mention(SlackHost.Ben, SlackHost.Clients, "kauderwelsch");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Slack.Send(mention)));
        answers.ShouldAllBe(answer => answer.Acknowledged && answer.Payload == null);
        await host.Appears("kauderwelsch");
        await host.Settles();
        host.Everything().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Errors_of_a_form_travel_with_the_acknowledgement()
    {
        await using var host = await SlackHost.Run(http: false, socket: true);
        await Wait.Until(() => host.Slack.OpenSockets == 1);
        (await host.Slack.Send(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "complaint"))).Acknowledged.ShouldBeTrue();
        var answer = await host.Slack.Send(host.Slack.Submit(host.Slack.Views.Single(), new Dictionary<string, string>()));
        answer.Payload!.Value.GetProperty("response_action").GetString().ShouldBe("errors");
    }

    [Fact]
    public async Task What_comes_over_HTTP_and_a_socket_is_one_and_the_same()
    {
        await using var host = await SlackHost.Run(http: true, socket: true);
        await Wait.Until(() => host.Slack.OpenSockets == 1);
        var delivery = host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "gibberish");
        await Task.WhenAll(host.Slack.Send(delivery), host.Deliver(delivery));
        await host.Appears("gibberish");
        await host.Settles();
        host.Rows().Count.ShouldBe(1);
        host.Everything().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task A_socket_that_is_to_be_left_is_replaced_before_and_nothing_is_lost(string reason)
    {
        await using var host = await SlackHost.Run(http: false, socket: true);
        await Wait.Until(() => host.Slack.OpenSockets == 1);
        var sent = new ConcurrentBag<SocketAnswer>();
        using var ending = new CancellationTokenSource();
        var sending = Task.Run(async () =>
        {
            while (!ending.IsCancellationRequested)
            {
                if (host.Slack.OpenSockets > 0) sent.Add(await host.Slack.Send(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "help")));
                await Task.Delay(5);
            }
        });
        await Wait.Until(() => sent.Count > 5);
        await host.Slack.Disconnect(reason, TimeSpan.FromSeconds(5));
        await Wait.Until(() => Opened(host) == 2 && host.Slack.OpenSockets == (reason == "warning" ? 2 : 1));
        var then = sent.Count;
        await Wait.Until(() => sent.Count > then + 20);
        await ending.CancelAsync();
        await sending;
        sent.ShouldAllBe(answer => answer.Acknowledged);
        await Wait.Until(() => host.Health().GetAwaiter().GetResult() == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_socket_that_breaks_is_replaced_soon()
    {
        await using var host = await SlackHost.Run(http: false, socket: true);
        await Wait.Until(() => host.Slack.OpenSockets == 1);
        host.Slack.Drop();
        await Wait.Until(() => Opened(host) == 2 && host.Slack.OpenSockets == 1);
        (await host.Slack.Send(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "gibberish"))).Acknowledged.ShouldBeTrue();
        await host.Appears("gibberish");
    }

    [Fact]
    public async Task After_a_gap_whoever_hears_a_channel_is_asked_anew()
    {
        await using var host = await SlackHost.Run(http: false, socket: true);
        await Wait.Until(() => host.Slack.OpenSockets == 1);
        await host.Slack.Send(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "gibberish"));
        await host.Appears("gibberish");
        host.Slack.AddChannel(SlackHost.Team, SlackHost.Clients, "clients", [SlackHost.Anna, SlackHost.Guest], isExtShared: true);
        host.Slack.Drop();
        await Wait.Until(() => Opened(host) == 2 && host.Slack.OpenSockets == 1);
        await host.Slack.Send(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "more"));
        await host.Appears("from outside");
    }

    [Fact]
    public async Task A_silent_socket_is_dead()
    {
        await using var host = await SlackHost.Run(http: true, socket: false);
        using var mode = Mode(host, host.Slack.AppToken, silence: TimeSpan.FromSeconds(1));
        await mode.StartAsync(default);
        await Wait.Until(() => Opened(host) > 1);
        await mode.StopAsync(default);
    }

    [Fact]
    public async Task While_Socket_Mode_is_switched_off_the_bot_is_not_healthy()
    {
        await using var host = await SlackHost.Run(http: false, socket: true);
        await Wait.Until(() => host.Slack.OpenSockets == 1);
        await host.Slack.Disconnect("link_disabled", TimeSpan.Zero);
        await Wait.Until(() => host.Services.GetRequiredService<SocketStatus>().Says.Contains("link_disabled", StringComparison.Ordinal));
        (await host.Health()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        Opened(host).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_token_is_said_and_not_tried_again_at_once()
    {
        await using var host = await SlackHost.Run(http: true, socket: false);
        var status = host.Services.GetRequiredService<SocketStatus>();
        using var mode = Mode(host, "xapp-wrong", slow: Duration.FromMinutes(5));
        await mode.StartAsync(default);
        await Wait.Until(() => status.Says.Contains("invalid_auth", StringComparison.Ordinal));
        status.IsUp.ShouldBeFalse();
        Opened(host).ShouldBe(1);
        await mode.StopAsync(default);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_not_acknowledged()
    {
        await using var host = await SlackHost.Run(http: false, socket: true, works: false);
        await Wait.Until(() => host.Slack.OpenSockets == 1);
        await using (var store = host.Database.Stores.Open(Core.Storage.Scope.Nothing))
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(store.Database, "ALTER TABLE slack_inbox RENAME TO away");
        (await host.Slack.Send(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, "help"), TimeSpan.FromSeconds(1))).Acknowledged.ShouldBeFalse();
        (await host.Slack.Send(host.Slack.UserChange(SlackHost.Anna))).Acknowledged.ShouldBeTrue();
    }

    [Theory]
    [InlineData("wss://wss-primary.slack.com/link/?ticket=1", true)]
    [InlineData("wss://slack.com/link", true)]
    [InlineData("wss://api.example/link", true)]
    [InlineData("ws://wss-primary.slack.com/link", false)]
    [InlineData("ws://api.example/link", false)]
    [InlineData("wss://slack.com.evil.example/link", false)]
    [InlineData("wss://evilslack.com/link", false)]
    [InlineData("wss://slack.com@evil.example/link", false)]
    [InlineData("https://slack.com/link", false)]
    [InlineData("ws://127.0.0.1/link", false)]
    public void Only_Slacks_own_addresses_are_connected_to(string address, bool trusted) =>
        SocketAddressCheck.IsTrusted(new Uri(address), new Uri("https://api.example/api/")).ShouldBe(trusted);

    [Theory]
    [InlineData("ws://127.0.0.1:7/link", true)]
    [InlineData("ws://localhost:7/link", false)]
    [InlineData("wss://wss.slack.com/link", true)]
    public void In_clear_only_where_a_local_API_is(string address, bool trusted) =>
        SocketAddressCheck.IsTrusted(new Uri(address), new Uri("http://127.0.0.1:5/api/")).ShouldBe(trusted);

    [Theory]
    [InlineData(0, 0.125, 0.25)]
    [InlineData(1, 0.25, 0.5)]
    [InlineData(4, 2, 4)]
    [InlineData(8, 30, 60)]
    [InlineData(1000, 30, 60)]
    public void The_wait_grows_up_to_a_minute_and_is_spread(int failures, double least, double most)
    {
        ReconnectDelay.After(failures, 0).ShouldBe(Duration.FromSeconds(least));
        ReconnectDelay.After(failures, 1).ShouldBe(Duration.FromSeconds(most));
    }

    private static int Opened(SlackHost host) => host.Slack.Calls.Count(call => call.Method == "apps.connections.open");

    /// <summary>A socket of its own, with other settings than the host's.</summary>
    private static SocketMode Mode(SlackHost host, string appToken, TimeSpan? silence = null, Duration? slow = null)
    {
        var settings = new SlackSettings { ApiUrl = host.Slack.ApiUrl, AppToken = appToken, Command = "/nudge" };
        var services = host.Services;
        return new SocketMode(settings, services.GetRequiredService<SlackApi>(), services.GetRequiredService<SlackIntake>(), services.GetRequiredService<SlackPeople>(), services.GetRequiredService<SocketStatus>(), NullLogger<SocketMode>.Instance)
        {
            LongestSilence = silence ?? TimeSpan.FromSeconds(30), SlowRetry = slow ?? Duration.FromMinutes(3),
        };
    }
}

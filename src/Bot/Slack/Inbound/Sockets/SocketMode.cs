using System.Diagnostics;
using System.Net.WebSockets;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound.Work;
using AccountNudge.Bot.Slack.People;

namespace AccountNudge.Bot.Slack.Inbound.Sockets;

/// <summary>
/// Keeps a connection to Slack open as long as the host runs: the next one is there before the last is left, and a lost one is replaced
/// at once. What it owns it waits for; nothing of it ends unseen.
/// </summary>
internal sealed partial class SocketMode(SlackSettings settings, SlackApi api, SlackIntake intake, SlackPeople people, SocketStatus status, ILogger<SocketMode> logger) : BackgroundService
{
    /// <summary>Real time a connection must have lived for its loss to be no sign of trouble.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    private readonly List<Task> draining = [];
    private int failures;

    /// <summary>Real time without a sound from Slack after which a connection is dead.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Real time to wait where trying again soon cannot help: a wrong token, Socket Mode switched off.</summary>
    public Duration SlowRetry { get; init; } = Duration.FromMinutes(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SlackSocket? serving = null;
        try
        {
            while (true)
            {
                serving = await Replace(serving, stoppingToken);
                await Serve(serving, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            status.Down("stopped");
        }
        finally
        {
            if (serving is not null) draining.Add(serving.Close());
            await Task.WhenAll(draining);
        }
    }

    /// <summary>Opens a connection, then leaves the one before it.</summary>
    private async Task<SlackSocket> Replace(SlackSocket? before, CancellationToken cancellation)
    {
        var next = await Connect(before, cancellation);
        if (before is not { IsUp: true }) people.Forget();
        if (before is not null) draining.Add(before.Leave(cancellation));
        draining.RemoveAll(leaving => leaving.IsCompletedSuccessfully);
        status.Up();
        LogConnected(logger);
        return next;
    }

    /// <summary>Returns when the connection should be replaced, and it is time to do so.</summary>
    private async Task Serve(SlackSocket socket, CancellationToken cancellation)
    {
        var life = Stopwatch.StartNew();
        var end = await socket.Leaving.WaitAsync(cancellation);
        if (end == SocketEnd.Refresh) return;
        failures = life.Elapsed > Settled ? 0 : failures + 1;
        status.Down(end switch
        {
            SocketEnd.LinkDisabled => "Socket Mode is switched off for the app (link_disabled)",
            SocketEnd.TooMany => "too many connections (too_many_websockets)",
            _ => "the connection was lost",
        });
        await Wait(end == SocketEnd.Lost ? Duration.Zero : SlowRetry, cancellation);
    }

    /// <summary>Tries until a connection has said hello.</summary>
    private async Task<SlackSocket> Connect(SlackSocket? before, CancellationToken cancellation)
    {
        while (true)
        {
            var (socket, why, wait) = await TryConnect(cancellation);
            if (socket is not null)
            {
                return socket;
            }

            failures++;
            LogNotConnected(logger, why);
            if (before is not { IsUp: true }) status.Down(why);
            await Wait(wait, cancellation);
        }
    }

    private async Task<(SlackSocket? Socket, string Why, Duration Wait)> TryConnect(CancellationToken cancellation)
    {
        switch (await api.CallWith(settings.AppToken, "apps.connections.open", [], cancellation))
        {
            case SlackDone done when done.Body.Text("url") is var url && Uri.TryCreate(url, UriKind.Absolute, out var address) && SocketAddressCheck.IsTrusted(address, settings.ApiUrl):
                return await TryOpen(address, cancellation);
            case SlackDone:
                return (null, "Slack named an address that is not its own", SlowRetry);
            case CallResult.Refused refused:
                return (null, $"Slack refused a connection ({refused.Error})", SlowRetry);
            case CallResult.Later later:
                return (null, "Slack wants us to wait", later.After);
            default:
                return (null, "Slack cannot be reached", Duration.Zero);
        }
    }

    private async Task<(SlackSocket? Socket, string Why, Duration Wait)> TryOpen(Uri address, CancellationToken cancellation)
    {
        try
        {
            return (await SlackSocket.Open(address, (kind, payload, arrivedAt) => intake.Take(kind, payload, arrivedAt, CancellationToken.None), LongestSilence, logger, cancellation), "", Duration.Zero);
        }
        catch (Exception failure) when (failure is WebSocketException or HttpRequestException or IOException or TimeoutException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return (null, $"the connection did not come about ({failure.GetType().Name})", Duration.Zero);
        }
    }

    private Task Wait(Duration atLeast, CancellationToken cancellation)
    {
#pragma warning disable CA5394 // Spreading reconnects needs no secrecy.
        var wait = Duration.Max(atLeast, ReconnectDelay.After(failures, Random.Shared.NextDouble()));
#pragma warning restore CA5394
        return Task.Delay(wait.ToTimeSpan(), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's socket is connected")]
    private static partial void LogConnected(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack's socket is not connected: {Why}; tried again")]
    private static partial void LogNotConnected(ILogger logger, string why);
}

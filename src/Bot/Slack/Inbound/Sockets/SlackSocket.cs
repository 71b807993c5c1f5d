using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Inbound.Work;

namespace AccountNudge.Bot.Slack.Inbound.Sockets;

/// <summary>Why a socket should be left, or is gone.</summary>
internal enum SocketEnd
{
    /// <summary>The connection is gone.</summary>
    Lost,

    /// <summary>Slack wants us on another one; this one still works for some seconds.</summary>
    Refresh,

    /// <summary>Socket Mode was switched off for the app.</summary>
    LinkDisabled,

    /// <summary>The app has too many connections.</summary>
    TooMany,
}

/// <summary>Takes what arrives in an envelope, and returns what goes back with its acknowledgement.</summary>
/// <param name="kind">How it came.</param>
/// <param name="payload">It as JSON.</param>
/// <param name="arrivedAt">When its frame came, see <see cref="Stopwatch.GetTimestamp"/>.</param>
internal delegate Task<SlackAck> Take(SlackKind kind, JsonElement payload, long arrivedAt);

/// <summary>
/// One connection of Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode). Every envelope is taken by itself, so that none waits
/// for another, and acknowledged on this same connection once it was taken.
/// </summary>
internal sealed partial class SlackSocket : IAsyncDisposable
{
    private const int LongestFrame = 4 * 1024 * 1024;
    private const int MostAtOnce = 500;
    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestOverlap = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource closing = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly SemaphoreSlim slots = new(MostAtOnce);
    private readonly TaskCompletionSource hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnd> leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpMessageInvoker http;
    private readonly Take take;
    private readonly TimeSpan longestSilence;
    private readonly ILogger logger;
    private long lastHeard = Stopwatch.GetTimestamp();
    private long lastFrame = Stopwatch.GetTimestamp();
    private int underWay;
    private Task running = Task.CompletedTask;

    private SlackSocket(Take take, TimeSpan longestSilence, ILogger logger)
    {
        (this.take, this.longestSilence, this.logger) = (take, longestSilence, logger);
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new ReadObservingStream(context.PlaintextStream, NoteActivity)),
        });
    }

    /// <summary>Completes when this connection should be replaced, or is gone.</summary>
    public Task<SocketEnd> Leaving => leaving.Task;

    /// <summary>Still connected.</summary>
    public bool IsUp => !running.IsCompleted;

    private bool IsBusy => Volatile.Read(ref underWay) > 0;

    /// <summary>Connects and waits for Slack's hello; throws when that does not come about.</summary>
    /// <param name="address">Good for one connection.</param>
    /// <param name="take">Takes what arrives.</param>
    /// <param name="longestSilence">After so long without anything, not even a ping, the connection is dead. Slack pings every few seconds.</param>
    /// <param name="logger">For what goes wrong.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<SlackSocket> Open(Uri address, Take take, TimeSpan longestSilence, ILogger logger, CancellationToken cancellation)
    {
        var opened = new SlackSocket(take, longestSilence, logger);
        try
        {
            await opened.Connect(address, cancellation);
            opened.running = Task.WhenAll(opened.Listen(), opened.Watch());
            await opened.hello.Task.WaitAsync(longestSilence, cancellation);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>Goes on until Slack closes this connection, as it does soon after asking us to leave: what we close may just be bringing something.</summary>
    public async Task Leave(CancellationToken stopping)
    {
        await Task.WhenAny(running, Task.Delay(LongestOverlap, stopping));
        await Close();
    }

    /// <summary>Finishes what arrived here, then closes the connection.</summary>
    public async Task Close()
    {
        var since = Stopwatch.StartNew();
        while (IsUp && since.Elapsed < LongestDrain && (IsBusy || Stopwatch.GetElapsedTime(Interlocked.Read(ref lastFrame)) < Quiet)) await Task.Delay(LookEvery);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseOutput();
        await Task.WhenAny(running, Task.Delay(Quiet));
        await closing.CancelAsync();
        socket.Abort();
        await running;
        socket.Dispose();
        http.Dispose();
    }

    private async Task Connect(Uri address, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(longestSilence);
        await socket.ConnectAsync(address, http, patience.Token);
    }

    private void NoteActivity() => Interlocked.Exchange(ref lastHeard, Stopwatch.GetTimestamp());

    /// <summary>Ends a connection on which nothing is heard any more.</summary>
    private async Task Watch()
    {
        while (!closing.IsCancellationRequested && socket.State is WebSocketState.Open or WebSocketState.CloseSent or WebSocketState.CloseReceived)
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref lastHeard)) > longestSilence) socket.Abort();
            await Task.Delay(LookEvery, CancellationToken.None);
        }
    }

    private async Task Listen()
    {
        try
        {
            while (await Read() is { } frame) await Handle(frame);
            var since = Stopwatch.StartNew();
            while (IsBusy && since.Elapsed < LongestDrain) await Task.Delay(LookEvery);
            await CloseOutput();
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or JsonException)
        {
            LogGone(logger, gone.GetType().Name);
        }
        finally
        {
            leaving.TrySetResult(SocketEnd.Lost);
            hello.TrySetException(new WebSocketException("The connection ended before its hello."));
            socket.Abort();
        }
    }

    private async Task CloseOutput()
    {
        using var patience = new CancellationTokenSource(Quiet);
        try
        {
            await sending.WaitAsync(patience.Token);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
            sending.Release();
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // It was gone already, or does not answer.
        }
    }

    /// <summary>The next frame; null when Slack closes the connection.</summary>
    private async Task<string?> Read()
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), closing.Token);
            if (received.MessageType == WebSocketMessageType.Close) return null;
            frame.Write(buffer, 0, received.Count);
            if (frame.Length > LongestFrame) throw new IOException("A frame is too long.");
            if (received.EndOfMessage) return Encoding.UTF8.GetString(frame.GetBuffer(), 0, (int)frame.Length);
        }
    }

    private async Task Handle(string frame)
    {
        var arrivedAt = Stopwatch.GetTimestamp();
        var message = JsonDocument.Parse(frame);
        var json = message.RootElement;
        if (json.TextOrNull("envelope_id") is { } envelope)
        {
            Interlocked.Exchange(ref lastFrame, Stopwatch.GetTimestamp());
            Interlocked.Increment(ref underWay);
            await slots.WaitAsync(closing.Token);
            // Beside this one: what it takes must not keep the next one waiting.
            _ = Task.Run(() => Acknowledge(envelope, message, arrivedAt), CancellationToken.None);
            return;
        }

        using (message)
        {
            if (json.Text("type") == "hello") hello.TrySetResult();
            if (json.Text("type") == "disconnect") Disconnect(json.Text("reason"));
        }
    }

    private void Disconnect(string reason)
    {
        LogLeave(logger, reason is "warning" or "refresh_requested" or "link_disabled" or "too_many_websockets" ? reason : "something new");
        leaving.TrySetResult(reason switch
        {
            "link_disabled" => SocketEnd.LinkDisabled,
            "too_many_websockets" => SocketEnd.TooMany,
            _ => SocketEnd.Refresh,
        });
        if (reason == "too_many_websockets") hello.TrySetException(new WebSocketException("There are too many connections."));
    }

    /// <summary>Never throws: what could not be taken is not acknowledged, and Slack delivers it again.</summary>
    private async Task Acknowledge(string envelope, JsonDocument message, long arrivedAt)
    {
#pragma warning disable CA1031 // See above.
        try
        {
            using (message)
            {
                var ack = await TakePayload(message.RootElement, arrivedAt);
                var answer = new JsonObject { ["envelope_id"] = envelope };
                if (ack.Body is { } body && message.RootElement.IsTrue("accepts_response_payload")) answer["payload"] = body;
                await Send(answer.ToJsonString());
            }
        }
        catch (Exception failure)
        {
            LogNotAcknowledged(logger, failure.GetType().Name);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
            slots.Release();
        }
#pragma warning restore CA1031
    }

    private async Task<SlackAck> TakePayload(JsonElement message, long arrivedAt)
    {
        SlackKind? kind = message.Text("type") switch
        {
            "events_api" => SlackKind.Event,
            "slash_commands" => SlackKind.Command,
            "interactive" => SlackKind.Interaction,
            _ => null,
        };
        if (kind is { } known) return await take(known, message.At("payload"), arrivedAt);
        LogUnknown(logger);
        return new SlackAck();
    }

    private async Task Send(string text)
    {
        using var patience = new CancellationTokenSource(LongestSend);
        await sending.WaitAsync(patience.Token);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's socket: the connection ended ({Failure})")]
    private static partial void LogGone(ILogger logger, string failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's socket: Slack wants us to leave this connection ({Reason})")]
    private static partial void LogLeave(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack's socket: an envelope was not acknowledged ({Failure}); Slack delivers it again")]
    private static partial void LogNotAcknowledged(ILogger logger, string failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's socket: an envelope of an unknown type was acknowledged and ignored")]
    private static partial void LogUnknown(ILogger logger);
}

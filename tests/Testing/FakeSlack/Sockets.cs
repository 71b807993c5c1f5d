using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Slack;

/// <summary>What came back on the socket.</summary>
/// <param name="Acknowledged">False when time ran out, the socket broke or there was none.</param>
/// <param name="Payload">What the acknowledgement carried.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record SocketAnswer(bool Acknowledged, JsonElement? Payload, TimeSpan Elapsed);

public sealed partial class FakeSlack
{
    private readonly HashSet<string> tickets = new(StringComparer.Ordinal);
    private readonly List<OpenSocket> sockets = [];
    private int turn;

    /// <summary>How long an acknowledgement is waited for: at first 3 seconds, as Slack does. A busy machine may need longer.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How many sockets are open and not on their way out.</summary>
    public int OpenSockets => Read(() => sockets.Where(socket => !socket.IsLeaving)).Count;

    /// <summary>Delivers on one of the open sockets, in turn, and waits for the acknowledgement.</summary>
    public Task<SocketAnswer> Send(FakeDelivery delivery, TimeSpan? patience = null) => Send(delivery.SocketType, delivery.Payload, patience);

    /// <summary>Delivers on one of the open sockets, in turn, and waits for the acknowledgement. Every delivery is an envelope of its own.</summary>
    /// <param name="type"><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</param>
    /// <param name="payload">What is delivered.</param>
    /// <param name="patience">How long to wait; <see cref="Patience"/> unless given.</param>
    public async Task<SocketAnswer> Send(string type, JsonObject payload, TimeSpan? patience = null)
    {
        var open = Read(() => sockets.Where(socket => !socket.IsLeaving));
        if (open.Count == 0) return new SocketAnswer(false, null, TimeSpan.Zero);
        var socket = open[(int)((uint)Interlocked.Increment(ref turn) % open.Count)];
        var id = Guid.NewGuid().ToString();
        var answered = socket.Expect(id);
        var watch = Stopwatch.StartNew();
        try
        {
            await socket.Write(new JsonObject { ["envelope_id"] = id, ["type"] = type, ["payload"] = payload.DeepClone(), ["accepts_response_payload"] = type != "events_api" });
            return new SocketAnswer(true, await answered.WaitAsync(patience ?? Patience), watch.Elapsed);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException or WebSocketException)
        {
            return new SocketAnswer(false, null, watch.Elapsed);
        }
    }

    /// <summary>
    /// Announces the end of the sockets open now: <c>warning</c> announces only, <c>refresh_requested</c> and <c>link_disabled</c>
    /// close them after the grace.
    /// </summary>
    public async Task Disconnect(string reason, TimeSpan? grace = null)
    {
        foreach (var socket in Read(() => sockets.Where(socket => !socket.IsLeaving)))
        {
            socket.IsLeaving = reason != "warning";
            await socket.Write(new JsonObject { ["type"] = "disconnect", ["reason"] = reason });
            if (socket.IsLeaving) _ = socket.CloseAfter(grace ?? TimeSpan.FromSeconds(2), closing.Token);
        }
    }

    /// <summary>Cuts every connection without a word.</summary>
    public void Drop()
    {
        foreach (var socket in Read(() => sockets)) socket.Abort();
    }

    private JsonObject OpenConnection(string? token)
    {
        if (token != AppToken) throw new SlackErrorException(token is null ? "not_authed" : tokens.ContainsKey(token) ? "not_allowed_token_type" : "invalid_auth");
        var ticket = Guid.NewGuid().ToString();
        tickets.Add(ticket);
        return new JsonObject { ["url"] = $"ws://{ApiUrl.Authority}/link?ticket={ticket}&app_id={AppId}" };
    }

    private async Task Link(HttpContext context)
    {
        bool known;
        lock (gate) known = tickets.Remove(context.Request.Query["ticket"].ToString());
        if (!known || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var accepted = await context.WebSockets.AcceptWebSocketAsync();
        using var socket = new OpenSocket(accepted);
        try
        {
            await socket.Write(new JsonObject { ["type"] = "hello", ["num_connections"] = OpenSockets + 1, ["connection_info"] = new JsonObject { ["app_id"] = AppId } });
            // Open is what has said hello: nothing a test sends may come before it.
            lock (gate) sockets.Add(socket);
            await socket.Listen(closing.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // It ended hard.
        }
        finally
        {
            lock (gate) sockets.Remove(socket);
            socket.Fail();
        }
    }

    private sealed class OpenSocket(WebSocket socket) : IDisposable
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement?>> expected = new(StringComparer.Ordinal);
        private readonly SemaphoreSlim writing = new(1);

        public bool IsLeaving { get; set; }

        public Task<JsonElement?> Expect(string id) => (expected[id] = new TaskCompletionSource<JsonElement?>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public async Task Write(JsonObject frame)
        {
            await writing.WaitAsync();
            try
            {
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }
            finally
            {
                writing.Release();
            }
        }

        public async Task Listen(CancellationToken cancellation)
        {
            var buffer = new byte[64 * 1024];
            using var message = new MemoryStream();
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, cancellation);
                if (part.MessageType == WebSocketMessageType.Close) break;
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage) continue;
                Hear(JsonSerializer.Deserialize<JsonElement>(message.ToArray()));
                message.SetLength(0);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
        }

        public async Task CloseAfter(TimeSpan grace, CancellationToken cancellation)
        {
            try
            {
                await Task.Delay(grace, cancellation);
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                // It is gone already.
            }
        }

        public void Abort() => socket.Abort();

        public void Fail()
        {
            foreach (var waiting in expected.Values) waiting.TrySetCanceled();
        }

        public void Dispose() => writing.Dispose();

        private void Hear(JsonElement frame)
        {
            if (frame.TryGetProperty("envelope_id", out var id) && expected.TryRemove(id.GetString()!, out var waiting))
                waiting.TrySetResult(frame.TryGetProperty("payload", out var payload) ? payload : null);
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Teams;

/// <summary>The Connector as a bot calls it, microsoft/botbuilder-dotnet libraries/Microsoft.Bot.Connector (Swagger/ConnectorAPI.json, TeamsAPI.json).</summary>
public sealed partial class FakeTeams
{
    private const string ThreadMark = ";messageid=";

    /// <summary>100 KB, counted in UTF-16: learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages.</summary>
    private const int MostBytes = 100 * 1024;

    private async Task AnswerCall(HttpContext context, string target)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        var (tenant, path) = Split(target);
        var body = Parse(text);
        var (action, subject) = Recognise(context.Request.Method, path, body);
        var call = new ConnectorCall(action, subject, body, Bearer(context.Request), DateTimeOffset.UtcNow);
        lock (gate)
        {
            calls.Add(call);
            NoteImpatience(call);
        }

        if (OverLimit(call) is { } wait)
        {
            await Throttle(context, call, wait);
            return;
        }

        var (fault, mended) = TakeFault(call);
        var answer = fault is null or { ComesAfter: true } ? Do(call, new Request(tenant, path, context.Request.Query, text)) : new Answer(0, null);
        if (fault is not null && (call.IsDone || !fault.ComesAfter)) await Suffer(context, call, fault, mended);
        else await Write(context, answer);
    }

    /// <summary>The tenant and the decoded segments after <c>v3</c>; none when it is no such path. Each id must have been escaped, once.</summary>
    private (string Tenant, string[] Path) Split(string target)
    {
        var segments = target.Split('?')[0].Split('/');
        foreach (var segment in segments)
        {
            var plain = Uri.UnescapeDataString(segment);
            if (Uri.EscapeDataString(plain) != segment || plain.Contains('%', StringComparison.Ordinal)) Note($"an id in the path is not escaped exactly once: {segment}");
        }

        if (segments.Contains("")) Note($"the path has an empty segment: {target}");
        return segments.Length > 2 && segments[1] == "v3" ? (segments[0], [.. segments[2..].Select(Uri.UnescapeDataString)]) : (segments[0], []);
    }

    private static (string Action, string Subject) Recognise(string method, string[] path, JsonObject? body) => (method, path) switch
    {
        ("POST", ["conversations"]) => ("create", Text((body?["members"] as JsonArray)?.FirstOrDefault(), "id") is { Length: > 0 } member ? member : Text(body, "channelData", "channel", "id")),
        ("POST", ["conversations", var place, "activities"]) => ("send", place),
        ("POST", ["conversations", var place, "activities", _]) => ("reply", place),
        ("PUT", ["conversations", var place, "activities", _]) => ("update", place),
        ("DELETE", ["conversations", var place, "activities", _]) => ("delete", place),
        ("GET", ["conversations", var place, "members"]) => ("members", place),
        ("GET", ["conversations", var place, "members", _]) => ("member", place),
        ("GET", ["conversations", var place, "pagedmembers"]) => ("pagedmembers", place),
        ("GET", ["teams", var team]) => ("team", team),
        ("GET", ["teams", var team, "conversations"]) => ("channels", team),
        _ => ("", string.Join('/', path)),
    };

    private Answer Do(ConnectorCall call, Request request)
    {
        try
        {
            lock (gate)
            {
                CheckToken(call.Token);
                CheckSize(request.Text);
                var answer = Act(call, request);
                (call.IsDone, call.Outcome) = (true, answer.Status.ToString(CultureInfo.InvariantCulture));
                return answer;
            }
        }
        catch (ConnectorRefusalException refused)
        {
            lock (gate) call.Outcome = refused.Message;
            return new Answer(refused.Status, refused.Body);
        }
    }

    private Answer Act(ConnectorCall call, Request request) => call.Action switch
    {
        "create" => Create(Needed(call.Body), request),
        "send" => Send(call, request),
        "reply" => Send(call, request),
        "update" => Update(call, request),
        "delete" => Delete(call, request),
        "members" => new Answer(StatusCodes.Status200OK, Roster(call, request)),
        "member" => new Answer(StatusCodes.Status200OK, Member(call, request)),
        "pagedmembers" => new Answer(StatusCodes.Status200OK, Page(call, request)),
        "team" => new Answer(StatusCodes.Status200OK, Describe(Team(call, request))),
        "channels" => new Answer(StatusCodes.Status200OK, Channels(Team(call, request))),
        _ => throw Refused("NotFound", $"nothing is at {call.Conversation}", StatusCodes.Status404NotFound),
    };

    private void CheckToken(string? token)
    {
        if (!RequireToken && token is not null) Note("a token was sent to a service that needs none");
        if (!RequireToken) return;
        if (token is null) Note("a call carried no token");
        if (token is null || !Takes(token)) throw new ConnectorRefusalException(StatusCodes.Status401Unauthorized, "Unauthorized");
    }

    private void CheckSize(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytesOfJson) Note(string.Create(CultureInfo.InvariantCulture, $"an activity has {Encoding.UTF8.GetByteCount(text)} bytes, more than {MostBytesOfJson}"));
        if (Encoding.Unicode.GetByteCount(text) > MostBytes) throw new ConnectorRefusalException(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig");
    }

    private JsonObject Needed(JsonObject? body) => body ?? throw Refused("BadSyntax", "a call needs a JSON object as its body");

    /// <summary>A refusal, with a note of what a bot must not do.</summary>
    private ConnectorRefusalException Refused(string word, string violation, int status = StatusCodes.Status400BadRequest)
    {
        Note(violation);
        return new ConnectorRefusalException(status, word);
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { Length: > 0 } header ? header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : "" : null;

    /// <summary>A conversation's id without its thread.</summary>
    private static string Bare(string conversation) => conversation.Split(ThreadMark)[0];

    /// <summary>What was asked, beyond what is remembered of it.</summary>
    /// <param name="Tenant">Of the service URL.</param>
    /// <param name="Path">Its segments after <c>v3</c>.</param>
    /// <param name="Query">Its parameters.</param>
    /// <param name="Text">The body.</param>
    private sealed record Request(string Tenant, string[] Path, IQueryCollection Query, string Text)
    {
        public bool IsTargeted => Query["isTargetedActivity"] == "true";
    }
}

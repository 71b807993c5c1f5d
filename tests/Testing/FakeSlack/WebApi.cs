using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Slack;

public sealed partial class FakeSlack
{
    /// <summary>These take forms and queries only: arguments in a JSON body are not seen.</summary>
    private static readonly HashSet<string> FormOnly =
    [
        "users.info", "users.list", "users.conversations", "conversations.history", "conversations.info", "conversations.members",
        "conversations.list", "oauth.v2.access", "auth.revoke", "files.getUploadURLExternal",
    ];

    /// <summary>At most so many rows a page, however many are asked for: makes cursors matter.</summary>
    public int MostPerPage { get; set; } = 1000;

    private async Task AnswerCall(HttpContext context, string method)
    {
        var arguments = await Arguments(context.Request, readJson: !FormOnly.Contains(method));
        var token = Bearer(context.Request) ?? Text(arguments, "token");
        arguments.Remove("token");
        var call = new FakeCall(method, arguments, token, DateTimeOffset.UtcNow);
        lock (gate)
        {
            calls.Add(call);
            NoteImpatience(call);
        }

        if (OverLimit(call) is { } seconds)
        {
            await Refuse(context, call, seconds);
            return;
        }

        var fault = TakeFault(method, Text(arguments, "channel"));
        var body = fault switch
        {
            SlackFault.Error error => Refusal(error.Word),
            not null when Before.Contains(fault.GetType()) => [],
            _ => Do(method, arguments, token, Basic(context.Request)),
        };
        if (fault is SlackFault.AcceptedError accepted) body = Refusal(accepted.Word);
        if (fault is null or SlackFault.Error or SlackFault.AcceptedError)
        {
            call.Outcome = body["error"]?.GetValue<string>() ?? "ok";
            await WriteJson(context, body);
        }
        else
        {
            await Suffer(context, call, fault, body.ToJsonString());
        }
    }

    private JsonObject Do(string method, JsonObject arguments, string? token, (string Id, string Secret)? client)
    {
        try
        {
            lock (gate)
            {
                var answer = method switch
                {
                    "oauth.v2.access" => Access(arguments, client),
                    "apps.connections.open" => OpenConnection(token),
                    _ => Call(method, arguments, Caller(token)),
                };
                answer["ok"] = true;
                return answer;
            }
        }
        catch (SlackErrorException refused)
        {
            return Refusal(refused.Message);
        }
    }

    private JsonObject Call(string method, JsonObject arguments, Grant caller) => method switch
    {
        "auth.test" => Test(caller),
        "auth.revoke" => Revoke(caller),
        "files.getUploadURLExternal" => UploadPlace(arguments),
        "files.completeUploadExternal" => CompleteUpload(arguments),
        "chat.postMessage" => Post(arguments, caller),
        "chat.postEphemeral" => PostEphemeral(arguments, caller),
        "chat.update" => Update(arguments, caller),
        "conversations.info" => new JsonObject { ["channel"] = Describe(Visible(arguments, caller), caller) },
        "conversations.members" => Page(arguments, "members", Visible(arguments, caller).Members.Select(member => (JsonNode)member)),
        "conversations.history" => History(arguments, caller),
        "conversations.open" => Open(arguments, caller),
        "conversations.list" => Page(arguments, "channels", Listed(arguments, caller).Select(channel => Describe(channel, caller))),
        "users.conversations" => Page(arguments, "channels", Listed(arguments, caller).Where(channel => channel.Members.Contains(Text(arguments, "user") ?? BotOf(caller, channel.Team))).Select(channel => Describe(channel, caller))),
        "users.info" => new JsonObject { ["user"] = Describe(Person(Need(arguments, "user"), caller), Flag(arguments, "include_locale")) },
        "users.list" => Page(arguments, "members", users.Values.Where(user => Covers(caller, user.Team)).Select(user => Describe(user, Flag(arguments, "include_locale")))),
        "views.open" => OpenView(arguments),
        "views.update" => UpdateView(arguments),
        "views.publish" => PublishView(arguments, caller),
        _ => throw new SlackErrorException("unknown_method"),
    };

    private JsonObject Page(JsonObject arguments, string name, IEnumerable<JsonNode> rows, int usual = 100, int most = 1000)
    {
        var limit = Text(arguments, "limit") is { Length: > 0 } text ? int.TryParse(text, out var asked) && asked > 0 ? asked : throw new SlackErrorException("invalid_limit") : usual;
        limit = Math.Min(Math.Min(limit, most), MostPerPage);
        var start = Text(arguments, "cursor") is { Length: > 0 } cursor ? Start(cursor) : 0;
        var all = rows.Skip(start).Take(limit + 1).ToList();
        var next = all.Count > limit ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"next:{start + limit}")) : "";
        return new JsonObject { [name] = new JsonArray([.. all.Take(limit)]), ["response_metadata"] = new JsonObject { ["next_cursor"] = next } };
    }

    private static int Start(string cursor)
    {
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length).Split(':') is ["next", var number]
            ? int.Parse(number)
            : throw new SlackErrorException("invalid_cursor");
    }

    private static JsonObject Refusal(string word) => new() { ["ok"] = false, ["error"] = word };

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;

    private static (string Id, string Secret)? Basic(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is not { } header || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return null;
        var pair = Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':', 2);
        return (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]));
    }
}

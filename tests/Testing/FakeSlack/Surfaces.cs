using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Slack;

public sealed partial class FakeSlack
{
    private const int MostBlocksInView = 100;
    private const int UsesOfResponseUrl = 5;
    private static readonly TimeSpan LifeOfResponseUrl = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, Trigger> triggers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResponseUrl> responseUrls = new(StringComparer.Ordinal);

    /// <summary>How long a trigger may be used, once.</summary>
    public TimeSpan TriggerLife { get; set; } = TimeSpan.FromSeconds(3);

    private string NewTrigger(string user)
    {
        var id = $"{NewTs()}.{Guid.NewGuid():N}";
        lock (gate) triggers[id] = new Trigger(user, DateTimeOffset.UtcNow);
        return id;
    }

    private string NewResponseUrl(string channel, string user, FakeMessage? original = null)
    {
        var id = Guid.NewGuid().ToString("N");
        lock (gate) responseUrls[id] = new ResponseUrl(channel, user, original, DateTimeOffset.UtcNow);
        return new Uri(ApiUrl, $"/response/{id}").AbsoluteUri;
    }

    private JsonObject OpenView(JsonObject arguments)
    {
        var view = ReadView(arguments, "modal");
        if (!triggers.TryGetValue(Need(arguments, "trigger_id"), out var trigger)) throw new SlackErrorException("invalid_trigger_id");
        if (trigger.IsUsed) throw new SlackErrorException("exchanged_trigger_id");
        if (DateTimeOffset.UtcNow - trigger.At > TriggerLife) throw new SlackErrorException("expired_trigger_id");
        trigger.IsUsed = true;
        var opened = new FakeView(NewId("V"), trigger.User, view);
        views[opened.Id] = opened;
        return new JsonObject { ["view"] = Describe(opened) };
    }

    private JsonObject UpdateView(JsonObject arguments)
    {
        var content = ReadView(arguments, "modal");
        return Replace(views.GetValueOrDefault(Need(arguments, "view_id")) ?? throw new SlackErrorException("not_found"), content, arguments);
    }

    private JsonObject PublishView(JsonObject arguments, Grant caller)
    {
        var content = ReadView(arguments, "home");
        var user = Person(Need(arguments, "user_id"), caller).Id;
        if (homes.TryGetValue(user, out var home)) return Replace(home, content, arguments);
        homes[user] = home = new FakeView(NewId("V"), user, content);
        return new JsonObject { ["view"] = Describe(home) };
    }

    private JsonObject Replace(FakeView view, JsonObject content, JsonObject arguments)
    {
        if (Text(arguments, "hash") is { Length: > 0 } hash && hash != view.Hash) throw new SlackErrorException("hash_conflict");
        view.Content = content;
        view.Hash = FakeView.NewHash();
        view.Updates++;
        return new JsonObject { ["view"] = Describe(view) };
    }

    private JsonObject ReadView(JsonObject arguments, string type)
    {
        var view = Json(arguments, "view", "invalid_arguments") as JsonObject ?? throw new SlackErrorException("invalid_arguments");
        if (view["type"]?.GetValue<string>() != type || view["blocks"] is not JsonArray blocks) throw new SlackErrorException("invalid_arguments");
        CheckBlocks(blocks, MostBlocksInView);
        return view;
    }

    private JsonObject Describe(FakeView view)
    {
        var described = view.Content.DeepClone().AsObject();
        described["id"] = view.Id;
        described["team_id"] = users[view.User].Team;
        described["hash"] = view.Hash;
        described["private_metadata"] ??= "";
        described["callback_id"] ??= "";
        described["state"] = new JsonObject { ["values"] = new JsonObject() };
        return described;
    }

    private async Task AnswerResponseUrl(HttpContext context, string id)
    {
        var arguments = await Arguments(context.Request, readJson: true);
        ResponseUrl? url;
        var call = new FakeCall("response_url", arguments, null, DateTimeOffset.UtcNow);
        lock (gate)
        {
            calls.Add(call);
            NoteImpatience(call);
            url = responseUrls.GetValueOrDefault(id);
        }

        var fault = TakeFault("response_url", url?.Channel);
        var error = fault is not null && Before.Contains(fault.GetType()) ? null : Respond(url, arguments);
        call.Outcome = fault is null ? error ?? "ok" : null;
        if (fault is not null) await Suffer(context, call, fault, """{"ok":true}""");
        else if (error is not null) await WriteJson(context, Refusal(error), StatusCodes.Status404NotFound);
        else await WriteJson(context, new JsonObject { ["ok"] = true });
    }

    /// <summary>Posts, replaces or deletes; the error word, or null.</summary>
    private string? Respond(ResponseUrl? url, JsonObject arguments)
    {
        lock (gate)
        {
            if (url is null || DateTimeOffset.UtcNow - url.At > LifeOfResponseUrl) return "expired_url";
            if (url.Uses == UsesOfResponseUrl)
            {
                violations.Add("a response URL was used more than five times");
                return "used_url";
            }

            try
            {
                Apply(url, arguments);
                url.Uses++;
                return null;
            }
            catch (SlackErrorException refused)
            {
                return refused.Message;
            }
        }
    }

    private void Apply(ResponseUrl url, JsonObject message)
    {
        if (url.Original is { } original && Flag(message, "delete_original"))
        {
            original.IsDeleted = true;
            return;
        }

        if (url.Original is { } replaced && Flag(message, "replace_original"))
        {
            Change(replaced, message);
            return;
        }

        var workspace = workspaces[channels[url.Channel].Team];
        var everyone = Text(message, "response_type") == "in_channel";
        var answer = new FakeMessage(url.Channel, NewTs(), workspace.BotUserId) { BotId = workspace.BotId, OnlyFor = everyone ? null : url.User };
        Fill(answer, message);
        url.Original ??= Add(answer);
        if (url.Original != answer) Add(answer);
    }

    private sealed record Trigger(string User, DateTimeOffset At)
    {
        public bool IsUsed { get; set; }
    }

    private sealed record ResponseUrl(string Channel, string User, FakeMessage? First, DateTimeOffset At)
    {
        public FakeMessage? Original { get; set; } = First;

        public int Uses { get; set; }
    }
}

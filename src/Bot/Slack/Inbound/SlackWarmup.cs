using System.Globalization;
using System.Text;
using System.Text.Json;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Slack.Inbound.Http;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Inbound.Work;
using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Bot.Storage;

namespace AccountNudge.Bot.Slack.Inbound;

/// <summary>Slack's part of the warm-up.</summary>
internal sealed class SlackWarmup(IDbContextFactory<ChatStore> stores, TimeProvider time) : IPlatformWarmup
{
    private const string Workspace = "T0", Person = "U0", Trigger = "0.0";
    private static readonly SlackOrigin Origin = new("C0");

    /// <summary>One delivery of each kind; a form that was filled in comes with each that is drawn, too.</summary>
    internal static IReadOnlyList<(SlackKind Kind, string Payload)> Deliveries { get; } =
    [
        (SlackKind.Command, $$"""{"command":"/nudge","text":"today","team_id":"{{Workspace}}","user_id":"{{Person}}","channel_id":"C0","trigger_id":"{{Trigger}}"}"""),
        (SlackKind.Event, $$$"""{"type":"event_callback","team_id":"{{{Workspace}}}","event_id":"Ev0","event":{"type":"app_mention","user":"{{{Person}}}","channel":"C0","ts":"0.0","text":"today"}}"""),
        (SlackKind.Event, $$$"""{"type":"event_callback","team_id":"{{{Workspace}}}","event_id":"Ev0","event":{"type":"app_home_opened","user":"{{{Person}}}","tab":"home"}}"""),
        (SlackKind.Event, $$$"""{"type":"event_callback","team_id":"{{{Workspace}}}","event_id":"Ev0","event":{"type":"member_joined_channel","inviter":"{{{Person}}}","user":"{{{Person}}}","channel":"C0"}}"""),
        (SlackKind.Interaction, $$$"""{"type":"block_actions","team":{"id":"{{{Workspace}}}"},"user":{"id":"{{{Person}}}"},"container":{"channel_id":"C0","message_ts":"0.0"},"trigger_id":"{{{Trigger}}}","actions":[{"action_id":"a","value":"v"}]}"""),
        (SlackKind.Interaction, $$$"""{"type":"message_action","callback_id":"promise_message","team":{"id":"{{{Workspace}}}"},"user":{"id":"{{{Person}}}"},"channel":{"id":"C0"},"trigger_id":"{{{Trigger}}}","message_ts":"0.0","message":{"text":"words"}}"""),
        (SlackKind.Interaction, $$$"""{"type":"shortcut","callback_id":"promise","team":{"id":"{{{Workspace}}}"},"user":{"id":"{{{Person}}}"},"trigger_id":"{{{Trigger}}}"}"""),
        (SlackKind.Interaction, $$$"""{"type":"view_submission","team":{"id":"{{{Workspace}}}"},"user":{"id":"{{{Person}}}"},"view":{"id":"V0","callback_id":"promise"}}"""),
    ];

    public void Draw(Reply reply)
    {
        if (reply.Card is { } card) BlockKitRenderer.All(card);
        if (reply.Form is not { } form) return;
        var view = Modal.Of(form, Origin.Write());
        view["state"] = new JsonObject { ["values"] = new JsonObject() };
        using var submitted = JsonDocument.Parse(view.ToJsonString());
        SlackOrigin.Read(Modal.Read(submitted.RootElement).Origin);
        Modal.Errors(form.Fields.ToDictionary(field => field.Name, field => field.Label, StringComparer.Ordinal), submitted.RootElement).ToJsonString();
    }

    public async Task Deliver(CancellationToken cancellation)
    {
        var (now, noSignature) = (time.GetUtcNow(), $"v0={new string('0', 64)}");
        foreach (var (kind, text) in Deliveries)
        {
            SlackSignature.IsValid("secret", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), noSignature, Encoding.UTF8.GetBytes(text), now);
            using var payload = JsonDocument.Parse(text);
            SlackPayload.Read(kind, payload.RootElement);
        }

        await InboxWarmup.Run<SlackInboxRow, ReplyCall>(stores, Deliveries[0].Payload, [SlackReplies.Directly(Person, new Card("words"))], cancellation);
    }
}

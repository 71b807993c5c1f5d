using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Storage;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Teams.Framework.Turns;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Bot.Teams.Inbound.Work;
using Activity = AccountNudge.Bot.Teams.Framework.Activity;

namespace AccountNudge.Bot.Teams.Inbound;

/// <summary>Teams' part of the warm-up.</summary>
internal sealed class TeamsWarmup(IDbContextFactory<ChatStore> stores, TeamsAdapter adapter) : IPlatformWarmup
{
    private const string Person = "29:0";
    private static readonly string Origin = TeamsOrigin.New("19:0", message: null, isPrivate: false).Write();

    /// <summary>One delivery of each kind; a form that was filled in comes with each that is drawn, too.</summary>
    internal static IReadOnlyList<string> Deliveries { get; } =
    [
        Json("message", "", []),
        Json("invoke", "adaptiveCard/action", Executed(PressData.Of("a", "v"))),
        Json("invoke", "adaptiveCard/action", Executed(PressData.Of(FormCard.CloseVerb, Origin))),
        Json("invoke", "task/fetch", new JsonObject { ["data"] = PressData.Of("a", "v") }),
        Json("invoke", "task/submit", new JsonObject { ["data"] = FormState.Of(new Form("promise", "", [], ""), Origin) }),
        Json("invoke", "composeExtension/fetchTask", new JsonObject { ["commandId"] = "promise", ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["content"] = "<p>words</p>" } } }),
        Json("installationUpdate", "", []),
    ];

    public void Draw(Reply reply)
    {
        if (reply.Card is { } card) AdaptiveCardRenderer.All(card);
        if (reply.Form is not { } form) return;
        foreach (var inDialog in new[] { true, false }) FormCard.Of(form, Origin, inDialog);
        Read(Json("invoke", "task/submit", new JsonObject { ["data"] = FormState.Of(form, Origin) }));
        Read(Json("invoke", "adaptiveCard/action", Executed(FormState.Of(form, Origin))));
    }

    public async Task Deliver(CancellationToken cancellation)
    {
        foreach (var delivery in Deliveries) Read(delivery);
        await adapter.WarmUp(Activity.Read(Deliveries[0])!, Activity.Read(Json("invoke", "warm-up", []))!, cancellation);
        await InboxWarmup.Run<TeamsInboxRow, TeamsCall>(stores, Deliveries[0], [TeamsReplies.Directly(Person, new Card("words"))], cancellation);
    }

    private static void Read(string delivery)
    {
        if (Activity.Read(delivery) is { } activity) TeamsPayload.Read(activity);
    }

    private static JsonObject Executed(JsonObject data) => new() { ["action"] = new JsonObject { ["data"] = data } };

    private static string Json(string type, string name, JsonObject value) => new JsonObject
    {
        ["type"] = type, ["name"] = name, ["id"] = "0", ["text"] = "today", ["action"] = "add", ["channelId"] = "msteams", ["serviceUrl"] = "https://127.0.0.1/", ["value"] = value,
        ["from"] = new JsonObject { ["id"] = Person }, ["recipient"] = new JsonObject { ["id"] = "28:0" }, ["conversation"] = new JsonObject { ["id"] = "a:0", ["conversationType"] = "personal" },
    }.ToJsonString();
}

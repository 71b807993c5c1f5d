using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Wire;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>What a button carries, whether it was pressed as Action.Execute or, in older messages, as Action.Submit.</summary>
internal static class PressData
{
    private const string ActionId = "a";
    private const string Value = "v";

    public static JsonObject Of(string actionId, string value) => new() { [ActionId] = actionId, [Value] = value };

    /// <summary>Null when it is no button of ours.</summary>
    public static Pressed? Read(JsonElement data) => data.TextOrNull(ActionId) is { } action ? new Pressed(action, data.Text(Value)) : null;
}

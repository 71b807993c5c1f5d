using System.Text.Json;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>What a button carries, whether it was pressed as Action.Execute or, in older messages, as Action.Submit.</summary>
internal static class PressData
{
    private const string ActionId = "a";
    private const string Value = "v";
    private const string Private = "p";

    /// <summary>The data of a button; the mark of a private one is written only where there is one.</summary>
    public static JsonObject Of(string actionId, string value, bool isPrivate = false)
    {
        var data = new JsonObject { [ActionId] = actionId, [Value] = value };
        if (isPrivate) data[Private] = true;
        return data;
    }

    /// <summary>Whether the button stood in an answer to something private. Untrusted, so it may only narrow who sees what follows.</summary>
    public static bool IsPrivate(JsonElement data) => data.IsTrue(Private);

    /// <summary>Null when it is no button of ours.</summary>
    public static Pressed? Read(JsonElement data) => data.TextOrNull(ActionId) is { } action ? new Pressed(action, data.Text(Value)) : null;
}

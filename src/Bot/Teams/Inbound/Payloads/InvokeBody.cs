using System.Text.Json.Nodes;

namespace AccountNudge.Bot.Teams.Inbound.Payloads;

/// <summary>
/// What an invoke is answered with: to buttons learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model (response format), to
/// dialogs .../microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit.
/// </summary>
internal static class InvokeBody
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string WordsType = "application/vnd.microsoft.activity.message";

    /// <summary>A card in the place of the pressed one, for whoever pressed.</summary>
    public static JsonObject Card(JsonObject card) => Pressed(CardType, card.DeepClone());

    /// <summary>A line below the pressed card, which stays.</summary>
    public static JsonObject Words(string words) => Pressed(WordsType, words);

    /// <summary>A dialog. Its title cannot be changed later.</summary>
    public static JsonObject Dialog(string title, JsonObject card) => Dialog(title, "medium", card);

    /// <summary>
    /// The last words of a dialog, as a card without buttons: a bare message is not among the answers Teams describes, and some
    /// clients show an empty box for it (MicrosoftDocs/msteams-docs#1732, #6740).
    /// </summary>
    public static JsonObject Ending(JsonObject card) => Dialog("AccountNudge", "small", card);

    private static JsonObject Dialog(string title, string height, JsonObject card) => new()
    {
        ["task"] = new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject
            {
                ["title"] = title, ["width"] = "medium", ["height"] = height, ["card"] = new JsonObject { ["contentType"] = CardType, ["content"] = card.DeepClone() },
            },
        },
    };

    private static JsonObject Pressed(string type, JsonNode value) => new() { ["statusCode"] = 200, ["type"] = type, ["value"] = value };
}

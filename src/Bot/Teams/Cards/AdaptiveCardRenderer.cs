using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>Draws cards as Adaptive Cards 1.5, each below 28 KB by construction.</summary>
internal static class AdaptiveCardRenderer
{
    private const int LongestSummary = 250;

    /// <summary>As one card: what exceeds it is folded into one line.</summary>
    public static JsonObject One(Card card)
    {
        var mentions = new Mentions();
        var groups = new TeamsPartDrawing(mentions, isPrivate: false).Draw(card);
        var (kept, left) = Packing.One(groups, RoomBeside(mentions));
        return Of(left > 0 ? [.. kept, Rest(left)] : kept, mentions);
    }

    /// <summary>As one card or more, nothing left out.</summary>
    /// <param name="card">The card.</param>
    /// <param name="isPrivate">It answers something private, which its buttons carry on.</param>
    public static IReadOnlyList<JsonObject> All(Card card, bool isPrivate = false)
    {
        var mentions = new Mentions();
        var groups = new TeamsPartDrawing(mentions, isPrivate).Draw(card);
        return [.. Packing.All(groups, RoomBeside(mentions)).Select(some => Of(some, mentions))];
    }

    /// <summary>A message activity with this Adaptive Card as its attachment; the summary is what a notification says. A text beside it would be shown as well.</summary>
    public static JsonObject Message(JsonObject adaptiveCard, string summary) => new()
    {
        ["type"] = "message",
        ["summary"] = SafeText.Line(summary, LongestSummary),
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = adaptiveCard.DeepClone() }),
    };

    /// <summary>A card around these elements.</summary>
    public static JsonObject Around(IReadOnlyList<JsonObject> body, Mentions mentions)
    {
        var teams = new JsonObject { ["width"] = "Full" };
        if (mentions.In(body) is { Count: > 0 } entities) teams["entities"] = new JsonArray([.. entities]);
        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = new JsonArray([.. body]),
            ["msteams"] = teams,
        };
    }

    /// <summary>A card without anything in it would not be shown at all.</summary>
    private static JsonObject Of(IReadOnlyList<Group> groups, Mentions mentions) =>
        Around([.. groups.Count > 0 ? groups.SelectMany(group => group.Blocks) : new Texts(mentions).Said("…", TextStyle.Plain)], mentions);

    private static Load RoomBeside(Mentions mentions) => TeamsLimits.Card - new Load(0, mentions.Size);

    private static Group Rest(int left) => new([.. new Texts(new Mentions()).Said(FormattableString.Invariant($"+ {left} …"), TextStyle.Note)], []);
}

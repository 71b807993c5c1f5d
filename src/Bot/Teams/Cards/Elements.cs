using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>Buttons and boxes (learn.microsoft.com/adaptive-cards/schema-explorer).</summary>
internal static class Elements
{
    /// <summary>Teams shows six actions side by side (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions); more go into the next row.</summary>
    private const int MostButtons = 6;
    private const int LongestLabel = 75;
    private const int LongestValue = 2_000;

    public static JsonObject Container(IEnumerable<JsonObject> items) => new() { ["type"] = "Container", ["items"] = new JsonArray([.. items]) };

    /// <summary>Somebody else's words, set apart; long ones in several boxes.</summary>
    public static IEnumerable<JsonObject> Quoted(IEnumerable<JsonObject> lines)
    {
        foreach (var some in Chunks(lines, int.MaxValue, TeamsLimits.LargestElement))
        {
            some[0].Remove("spacing");
            var box = Container(some);
            box["style"] = "emphasis";
            box["spacing"] = "Small";
            yield return box;
        }
    }

    /// <summary>Buttons, in as few rows as they fit into; those of a private card say so when they are pressed.</summary>
    public static IEnumerable<JsonObject> Actions(IEnumerable<Button> buttons, bool isPrivate) =>
        Chunks(buttons.Select(button => Action(button, isPrivate)), MostButtons, TeamsLimits.LargestElement).Select(row => new JsonObject { ["type"] = "ActionSet", ["spacing"] = "Small", ["actions"] = new JsonArray([.. row]) });

    /// <summary>A button that shows or hides an element.</summary>
    public static JsonObject Toggle(string title, string id) => new()
    {
        ["type"] = "ActionSet",
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.ToggleVisibility", ["title"] = Label(title), ["targetElements"] = new JsonArray(id) }),
    };

    /// <summary>What a button says, shortened.</summary>
    public static string Label(string label) => SafeText.Line(label, LongestLabel);

    /// <summary>As many at once as there is room for.</summary>
    public static IEnumerable<JsonObject[]> Chunks(IEnumerable<JsonObject> elements, int most, int largest)
    {
        var (chunk, size) = (new List<JsonObject>(), 0);
        foreach (var element in elements)
        {
            var more = Load.SizeOf(element) + 1;
            if (chunk.Count > 0 && (chunk.Count == most || size + more > largest))
            {
                yield return [.. chunk];
                (chunk, size) = ([], 0);
            }

            chunk.Add(element);
            size += more;
        }

        if (chunk.Count > 0) yield return [.. chunk];
    }

    /// <summary>What is pressed arrives as an <c>adaptiveCard/action</c> with this data, without what stands in any input.</summary>
    private static JsonObject Action(Button button, bool isPrivate)
    {
        if (button.Url is { } url) return new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = Label(button.Label), ["url"] = url };
        // Half a value would be about something else: without any, the button is answered as one that is no longer valid.
        var value = button.Value.Length <= LongestValue ? button.Value : "";
        var action = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = Label(button.Label),
            ["verb"] = button.ActionId,
            ["data"] = PressData.Of(button.ActionId, value, isPrivate),
            ["associatedInputs"] = "none",
        };
        if (button.Style != ButtonStyle.Default) action["style"] = button.Style == ButtonStyle.Primary ? "positive" : "destructive";
        return action;
    }
}

using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Slack.Messages;

/// <summary>Single blocks, each within its limits (docs.slack.dev/reference/block-kit/blocks).</summary>
internal static class Blocks
{
    /// <summary>A section's text, and what we allow a quotation, whose limit is not published.</summary>
    public const int LongestText = 3000;
    public const int LongestHeader = 150;

    /// <summary>By the characters they take in Slack.</summary>
    public static readonly Splitting Splitting = new(Mrkdwn.IsPerson, characters => SlackText.Escape(characters).Length);
    private const int LongestNote = 2000;
    private const int LongestLabel = 75;
    private const int LongestValue = 2000;
    private const int MostButtons = 25;

    /// <summary>What the buttons of one block may take together, so that they always fit beside what they belong to.</summary>
    private const int LargestActions = 6000;

    public static JsonObject Divider() => new() { ["type"] = "divider" };

    /// <summary>Characters without any markup: neither mentions nor notifies.</summary>
    public static JsonObject Plain(string characters) => new() { ["type"] = "plain_text", ["text"] = characters };

    public static JsonObject Header(string characters) => new() { ["type"] = "header", ["text"] = Plain(characters) };

    /// <summary>A text as sections; as rich text where markup cannot carry it.</summary>
    public static IEnumerable<JsonObject> Said(RichText text, bool allowRich) => Splitting.Split(text, LongestText).Select(piece =>
        allowRich && !Mrkdwn.IsPlain(piece) && !Mrkdwn.Carries(piece)
            ? Rich("rich_text_section", piece)
            : new JsonObject { ["type"] = "section", ["text"] = Text(piece) });

    /// <summary>A client's own words.</summary>
    public static IEnumerable<JsonObject> Quoted(string words, bool allowRich) => allowRich
        ? Splitting.Split(words, LongestText).Select(piece => Rich("rich_text_quote", piece))
        : Said(words, allowRich);

    public static IEnumerable<JsonObject> Note(RichText text) => Splitting.Split(text, LongestNote).Select(piece =>
        new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Text(piece)) });

    public static JsonObject Fields(IEnumerable<RichText> fields) =>
        new() { ["type"] = "section", ["fields"] = new JsonArray([.. fields.Select(Text)]) };

    /// <summary>Buttons, in as few blocks as they fit into.</summary>
    public static IEnumerable<JsonObject> Actions(IReadOnlyList<Button> buttons)
    {
        var elements = new JsonArray();
        foreach (var button in buttons)
        {
            var element = Element(button, elements);
            if (elements.Count == MostButtons || Load.SizeOf(elements) + Load.SizeOf(element) > LargestActions)
            {
                yield return new JsonObject { ["type"] = "actions", ["elements"] = elements };
                elements = [];
                element = Element(button, elements);
            }

            elements.Add(element);
        }

        if (elements.Count > 0) yield return new JsonObject { ["type"] = "actions", ["elements"] = elements };
    }

    /// <summary>An action twice in one block is told apart by a number: action ids are unique within a block.</summary>
    private static JsonObject Element(Button button, JsonArray beside)
    {
        var same = beside.Count(other => ((string)other!["action_id"]!).Split(':')[0] == button.ActionId);
        var label = Shortening.Of(button.Label, LongestLabel);
        var element = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = same == 0 ? button.ActionId : FormattableString.Invariant($"{button.ActionId}:{same + 1}"),
            ["text"] = Plain(label.Length > 0 ? label : "…"),
        };

        // Half a value would be about something else: without any, the button is answered as one that is no longer valid.
        if (button.Value.Length is > 0 and <= LongestValue) element["value"] = button.Value;
        if (button.Url is { } url) element["url"] = url;
        if (button.Style != ButtonStyle.Default) element["style"] = button.Style == ButtonStyle.Primary ? "primary" : "danger";
        return element;
    }

    /// <summary>A text object. <c>verbatim</c> keeps Slack from making links and mentions out of what was typed.</summary>
    private static JsonObject Text(RichText text) => Mrkdwn.IsPlain(text)
        ? Plain(text.Plain)
        : new() { ["type"] = "mrkdwn", ["text"] = Mrkdwn.Of(text), ["verbatim"] = true };

    private static JsonObject Rich(string kind, RichText text) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject { ["type"] = kind, ["elements"] = new JsonArray([.. text.Runs.Where(run => run.Plain.Length > 0 || Mrkdwn.IsPerson(run)).Select(Rich)]) }),
    };

    private static JsonObject Rich(Inline run) => run switch
    {
        Mention mention when Mrkdwn.IsPerson(mention) => new() { ["type"] = "user", ["user_id"] = mention.PersonId },
        Strong strong => new() { ["type"] = "text", ["text"] = strong.Characters, ["style"] = new JsonObject { ["bold"] = true } },
        _ => new() { ["type"] = "text", ["text"] = run.Plain },
    };
}

using System.Globalization;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>
/// The people one drawing mentions. Teams knows a mention by its text, which stands in a TextBlock and once more beside the card with
/// the person's id (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format, "mention support").
/// </summary>
internal sealed partial class Mentions
{
    private const int LongestName = 60;

    /// <summary>What all mentions of a card may take; who comes after that is named and not notified.</summary>
    private const int Room = 3_000;

    private readonly Dictionary<string, JsonObject> entities = new(StringComparer.Ordinal);

    /// <summary>Characters of JSON.</summary>
    public int Size { get; private set; }

    /// <summary>Somebody Teams can name and notify: by the id of a chat, or by the id of the directory.</summary>
    public static bool IsPerson(Inline run) => run is Mention mention && PersonId().IsMatch(mention.PersonId);

    /// <summary>What is shown of a run: somebody's name whole, however long it is, would have no end.</summary>
    public static string Shown(Inline run) => IsPerson(run) ? SafeText.Line(run.Plain, LongestName) : SafeText.Of(run.Plain);

    /// <summary>What stands for somebody in a TextBlock; null for whom there is none.</summary>
    public string? MarkOf(Inline run)
    {
        if (run is not Mention mention || !IsPerson(mention)) return null;
        if (entities.TryGetValue(mention.PersonId, out var known)) return TextOf(known);
        var entity = new JsonObject
        {
            ["type"] = "mention",
            ["text"] = NewText(mention),
            ["mentioned"] = new JsonObject { ["id"] = mention.PersonId, ["name"] = Shown(mention) },
        };
        var size = Load.SizeOf(entity) + 1;
        if (Size + size > Room) return null;
        Size += size;
        entities.Add(mention.PersonId, entity);
        return TextOf(entity);
    }

    /// <summary>The entities of the people these elements mention.</summary>
    public IReadOnlyList<JsonObject> In(IEnumerable<JsonObject> body)
    {
        if (entities.Count == 0) return [];
        var texts = body.SelectMany(TextBlocks).ToList();
        return [.. entities.Values.Where(entity => texts.Any(text => text.Contains(TextOf(entity), StringComparison.Ordinal))).Select(entity => entity.DeepClone().AsObject())];
    }

    private static string TextOf(JsonObject entity) => (string)entity["text"]!;

    /// <summary>The name without marks; two people of one name are told apart by a number.</summary>
    private string NewText(Mention mention)
    {
        var name = SafeText.Line(Marks().Replace(mention.Name, " "), LongestName);
        var text = $"<at>{name}</at>";
        for (var number = 2; entities.Values.Any(entity => TextOf(entity) == text); number++) text = string.Create(CultureInfo.InvariantCulture, $"<at>{name} {number}</at>");
        return text;
    }

    private static IEnumerable<string> TextBlocks(JsonNode? node) => node switch
    {
        JsonObject block when (string?)block["type"] == "TextBlock" => [(string)block["text"]!],
        JsonObject thing => thing.SelectMany(property => TextBlocks(property.Value)),
        JsonArray list => list.SelectMany(TextBlocks),
        _ => [],
    };

    [GeneratedRegex(@"^(29:[\w.-]{1,150}|(8:orgid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonId();

    [GeneratedRegex(@"[*_~`\[\]<>\\#|{}@^=$&/:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();
}

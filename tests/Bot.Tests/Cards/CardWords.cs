using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Model;

namespace AccountNudge.Bot.Tests.Cards;

/// <summary>Every text of a card, and every text of drawn blocks, to find the one in the other.</summary>
internal static partial class CardWords
{
    public static IEnumerable<string> Of(Card card) => card.Parts.SelectMany(Of).Prepend(card.Headline.Plain).Distinct(StringComparer.Ordinal);

    /// <summary>What is left when spaces, the stars of bold and what is not seen do not count: how texts may be cut and drawn.</summary>
    public static string Essence(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character != '*' && !char.IsControl(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format));

    /// <summary>Every text that is shown, one after the other.</summary>
    public static string Shown(JsonNode? node)
    {
        var shown = new StringBuilder();
        Write(shown, node, isMarkup: false);
        return shown.ToString();
    }

    /// <summary>Where a fold goes on in a further box, its title stands there again with a number.</summary>
    public static bool GoesOn(string? title) => title is not null && Number().IsMatch(title);

    [GeneratedRegex("\\([0-9]+\\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    private static IEnumerable<string> Of(CardPart part) => part switch
    {
        Heading heading => [heading.Text.Plain],
        Paragraph paragraph => [paragraph.Text.Plain],
        Quote quote => [quote.Words],
        Note note => [note.Text.Plain],
        Facts facts => facts.Items.SelectMany(fact => new[] { fact.Label, fact.Value.Plain }),
        Section section => [section.Text.Plain, section.Detail?.Plain ?? "", .. section.Buttons.Select(button => button.Label)],
        Actions actions => actions.Buttons.Select(button => button.Label),
        Fold fold => [fold.Title.Plain, .. fold.Parts.SelectMany(Of)],
        Table table => [table.Caption, .. table.Rows.SelectMany(row => row)],
        Chart chart => [chart.Title, .. chart.Categories],
        _ => [],
    };

    private static void Write(StringBuilder shown, JsonNode? node, bool isMarkup)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list) Write(shown, item, isMarkup: false);
                break;
            case JsonObject { } user when (string?)user["type"] == "user":
                shown.Append("<@").Append((string?)user["user_id"]).Append('>');
                break;
            case JsonObject thing:
                foreach (var (key, value) in thing)
                {
                    if (key == "title" && (string?)thing["type"] == "container" && GoesOn((string?)value!["text"])) continue;
                    if (key is not ("type" or "action_id" or "value" or "style" or "verbatim")) Write(shown, value, (string?)thing["type"] == "mrkdwn");
                }

                break;
            case JsonValue value when value.TryGetValue<string>(out var text):
                shown.Append(isMarkup ? text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal) : text);
                break;
        }
    }
}

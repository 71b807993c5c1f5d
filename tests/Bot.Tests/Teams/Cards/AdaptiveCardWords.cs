using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Tests.Cards;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Teams.Cards;

/// <summary>What a drawn card shows, to find a card's own texts in it.</summary>
internal static partial class AdaptiveCardWords
{
    /// <summary>Every text that is shown, one after the other; people left out, for they may be named once more below a line.</summary>
    public static string Shown(IEnumerable<JsonObject> cards)
    {
        var shown = new StringBuilder();
        foreach (var card in cards) Write(shown, card);
        return CardWords.Essence(Person().Replace(shown.ToString(), ""));
    }

    /// <summary>A card's texts, people left out.</summary>
    public static IEnumerable<string> Of(Card card) =>
        CardWords.Of(CardRewriting.Of(card, run => Mentions.IsPerson(run) ? new Words("") : run)).Where(text => !IsLabel(card, text)).Select(CardWords.Essence);

    /// <summary>A card in which people have names that are found again.</summary>
    public static Card Named(Card card) => CardRewriting.Of(card, run => run is Mention mention && Mentions.IsPerson(run) ? mention with { Name = $"⟦{mention.PersonId}⟧" } : run);

    public static IEnumerable<Button> ButtonsOf(CardPart part) => part switch
    {
        Actions actions => actions.Buttons,
        Section section => section.Buttons,
        Fold fold => fold.Parts.SelectMany(ButtonsOf),
        _ => [],
    };

    /// <summary>Every action in a drawn card.</summary>
    public static IEnumerable<JsonObject> Actions(JsonNode? node) => node switch
    {
        JsonObject action when ((string?)action["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true => [action],
        JsonObject thing => thing.SelectMany(property => Actions(property.Value)),
        JsonArray list => list.SelectMany(Actions),
        _ => [],
    };

    /// <summary>A label may be shortened on its button.</summary>
    private static bool IsLabel(Card card, string text) => card.Parts.SelectMany(ButtonsOf).Any(button => button.Label == text);

    private static void Write(StringBuilder shown, JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) Write(shown, item);
        }
        else if (node is JsonObject thing)
        {
            var goesOn = (string?)thing["type"] == "Action.ToggleVisibility" && CardWords.GoesOn((string?)thing["title"]);
            foreach (var (key, value) in thing)
            {
                if (value is JsonValue && key is "text" or "title" or "value" or "legend" or "x" && !goesOn) shown.Append(value);
                else if (value is JsonArray or JsonObject && key != "msteams" && !(key == "data" && thing.ContainsKey("verb"))) Write(shown, value);
            }
        }
    }

    [GeneratedRegex("(<at>)?⟦[^⟧]*⟧(</at>)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Person();
}

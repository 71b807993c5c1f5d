using System.Text;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>What was given, in words that read back to the same: never an id, a code value, a mention's token or an ISO date.</summary>
internal static class ShownValue
{
    /// <summary>A slot's raw value; empty for somebody who is known no more.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="raw">As in <see cref="Arguments.Raw"/>.</param>
    /// <param name="names">The names the speaker's teams know.</param>
    /// <param name="language">The reader's.</param>
    public static string Of(Slot slot, string raw, IReadOnlyList<KnownName> names, Language language) => slot.Kind switch
    {
        SlotKind.When or SlotKind.DayOfYear => Given.InWords(raw, language),
        SlotKind.Choice or SlotKind.Phrase when slot.Choices.FirstOrDefault(choice => choice.Value == raw) is { } chosen => Phrases.First(chosen.Spellings, language),
        SlotKind.Account or SlotKind.Contact or SlotKind.AccountOrContact or SlotKind.Member when Guid.TryParseExact(raw, "N", out var id) => names.FirstOrDefault(name => name.Id == id)?.Name ?? "",
        _ => WithNames(raw),
    };

    /// <summary>People who are mentioned, by their names.</summary>
    private static string WithNames(string text)
    {
        if (!text.Contains("@[", StringComparison.Ordinal)) return text;
        var (shown, from) = (new StringBuilder(), 0);
        foreach (var mention in Token.Of(text).Where(token => token.Kind == TokenKind.Mention))
        {
            shown.Append(text, from, mention.Start - from).Append(mention.Text);
            from = mention.End;
        }

        return shown.Append(text, from, text.Length - from).ToString();
    }
}

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>What was given, in words that read back to the same: never an id, a code value or an ISO date; who is mentioned is named where it is shown.</summary>
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
        _ when slot.IsName && Guid.TryParseExact(raw, "N", out var id) => names.FirstOrDefault(name => name.Id == id)?.Name ?? "",
        _ => raw,
    };
}

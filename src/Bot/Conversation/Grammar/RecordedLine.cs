using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>What was recorded, as the line that would record it again, such as <c>complaint Acme: late delivery</c>.</summary>
internal static class RecordedLine
{
    private const int LongestText = 200;

    /// <summary>The line.</summary>
    public static string Of(Change change, CommandRegistry registry, IReadOnlyList<KnownName> names, Language language)
    {
        if (registry.Find(change.Command) is not { } command) return change.Command;
        var raw = OwnChanges.Given(change);
        var parts = command.Slots.Where(slot => slot.Kind != SlotKind.Prose && raw.ContainsKey(slot.Name)).Select(slot => Shown(slot, raw[slot.Name], names, language)).Where(part => part.Length > 0);
        var line = string.Join(' ', parts.Prepend(Phrases.First(command.Words.Phrase, language)));
        var prose = command.Prose is { } words ? ShownValue.Of(words, raw.GetValueOrDefault(words.Name) ?? "", names, language) : "";
        return prose.Length == 0 ? line : $"{line}: {Shortening.Of(prose, LongestText)}";
    }

    private static string Shown(Slot slot, string raw, IReadOnlyList<KnownName> names, Language language)
    {
        var shown = ShownValue.Of(slot, raw, names, language);
        return slot.Keyword is { } keyword && shown.Length > 0 ? $"{Phrases.First(keyword, language)} {shown}" : shown;
    }
}

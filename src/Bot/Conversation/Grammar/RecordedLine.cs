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
        var parts = command.Slots.Where(slot => slot.Kind is not (SlotKind.Prose or SlotKind.Choice) && raw.ContainsKey(slot.Name)).Select(slot => Shown(slot, raw[slot.Name], names, language)).OfType<string>();
        var line = string.Join(' ', parts.Prepend(Phrases.First(command.Words.Phrase, language)));
        var prose = command.Slots.FirstOrDefault(slot => slot.Kind == SlotKind.Prose) is { } words ? raw.GetValueOrDefault(words.Name) : null;
        return string.IsNullOrEmpty(prose) ? line : $"{line}: {Shortening.Of(prose, LongestText)}";
    }

    private static string? Shown(Slot slot, string raw, IReadOnlyList<KnownName> names, Language language)
    {
        var value = Guid.TryParseExact(raw, "N", out var id) ? names.FirstOrDefault(name => name.Id == id)?.Name
            : slot.Kind is SlotKind.When or SlotKind.DayOfYear ? Given.InWords(raw, language) : raw;
        return value is null ? null : slot.Keyword is { } keyword ? $"{Phrases.First(keyword, language)} {value}" : value;
    }
}

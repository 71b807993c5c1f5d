using System.Text;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>How a command is typed, in one line: capitals are filled in by people, brackets are optional.</summary>
public static class Usage
{
    private const int LongestChoices = 20;

    /// <summary>Such as <c>log ACCOUNT [kind] [with CONTACT] [when]: text</c>.</summary>
    public static string Of(Command command, Language language)
    {
        if (command.OnlyForm) return Phrases.First(command.Words.Phrase, language);
        var slots = command.Slots;
        var prose = command.Prose;
        var tail = prose is null ? [] : slots.SkipWhile(slot => slot != prose).Where(slot => slot.AlsoBehindText || slot is { Kind: SlotKind.When or SlotKind.DayOfYear, Keyword: not null }).ToList();
        var usage = new StringBuilder(Phrases.First(command.Words.Phrase, language));
        foreach (var slot in slots.Where(slot => slot.Kind != SlotKind.Prose && !tail.Contains(slot))) usage.Append(' ').Append(Part(slot, language));
        if (prose is not null) usage.Append(prose.Required ? $": {Word(prose, language)}" : $" [: {Word(prose, language)}]");
        foreach (var slot in tail) usage.Append(' ').Append(Part(slot, language));
        return usage.ToString();
    }

    private static string Part(Slot slot, Language language)
    {
        var part = slot.Keyword is { } keyword ? $"{Phrases.First(keyword, language)} {Word(slot, language)}" : Word(slot, language);
        return slot.Required ? part : $"[{part}]";
    }

    private static string Word(Slot slot, Language language)
    {
        var german = language == Language.German;
        if (slot.Word is { } word) return Phrases.First(word, language);
        return slot.Kind switch
        {
            SlotKind.Account => german ? "KUNDE" : "ACCOUNT",
            SlotKind.Contact => german ? "ANSPRECHPERSON" : "CONTACT",
            SlotKind.AccountOrContact or SlotKind.NewName => "NAME",
            SlotKind.Member => german ? "@mitglied" : "@member",
            SlotKind.When => Cased(slot, german ? "wann" : "when"),
            SlotKind.DayOfYear => german ? "DATUM" : "DATE",
            SlotKind.Choice => Choices(slot, language),
            SlotKind.Prose => german ? "Text" : "text",
            _ => Label(slot, language).ToUpperInvariant(),
        };
    }

    private static string Cased(Slot slot, string word) => slot.Required || slot.Keyword is not null ? word.ToUpperInvariant() : word;

    /// <summary>A few short words are shown; of many only what they are.</summary>
    private static string Choices(Slot slot, Language language)
    {
        var all = string.Join('/', slot.Choices.Select(choice => Phrases.First(choice.Spellings, language)));
        return all.Length <= LongestChoices ? all : Cased(slot, Label(slot, language).ToLowerInvariant());
    }

    private static string Label(Slot slot, Language language) =>
        slot.Label.Plain(language == Language.German ? Voice.German : Voice.English).TrimEnd('?', ':', '.');
}

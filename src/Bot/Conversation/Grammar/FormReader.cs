using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>
/// Understands a submitted form, and a stored draft, which is the same thing: text by slot name. A name may be an id or typed;
/// an id that is not among the known names is a fault of its field, whoever it may belong to.
/// </summary>
public static class FormReader
{
    private static readonly Text Needed = new($"Please fill this in.", $"Bitte ‹füll|füllen Sie› dieses Feld aus.");

    private static readonly Text NoDate = new(
        $"Please write a date, such as 14 May 2027, next Monday or in 2 weeks.",
        $"Bitte ‹gib|geben Sie› ein Datum an, zum Beispiel 14. Mai 2027, nächsten Montag oder in 2 Wochen.");

    private static readonly Text NoDay = new(
        $"Please write a day, such as 14 May or 14 May 1980.",
        $"Bitte ‹gib|geben Sie› einen Tag an, zum Beispiel 14. Mai oder 14. Mai 1980.");

    private static readonly Text NotThere = new($"That entry is no longer there. Please choose another.", $"Den Eintrag gibt es nicht mehr. Bitte ‹wähl|wählen Sie› einen anderen.");
    private static readonly Text NoChoice = new($"Please choose one of the options.", $"Bitte ‹wähl|wählen Sie› eine der Möglichkeiten.");

    /// <summary><see cref="Filled"/>, <see cref="Faulty"/>, <see cref="UnknownName"/> or <see cref="SeveralNames"/>.</summary>
    public static Reading Read(
        Command command, IReadOnlyDictionary<string, string> values, IReadOnlyList<KnownName> names, LocalDateTime now, WorkingCalendar? calendar = null)
    {
        var dates = new DateQuestion(now, calendar);
        var gathered = new Gathered(command, new NameIndex(names));
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var slots = command.Slots;
        foreach (var slot in slots.OrderBy(slot => slot.Within is null && slot.After is null ? 0 : 1))
        {
            var text = TextFolding.Plain(values.GetValueOrDefault(slot.Name) ?? "").Trim();
            if (text.Length == 0)
            {
                if (slot.Required) errors[slot.Name] = Needed;
            }
            else if (slot.IsName)
            {
                if (Guid.TryParseExact(text, "N", out var id) && names.All(name => name.Id != id)) errors[slot.Name] = NotThere;
                else gathered.Put(slot, gathered.Named(slot, text, names));
            }
            else
            {
                var (given, fault) = Plain(slot, text, gathered.Asked(slot, dates));
                if (fault is not null) errors[slot.Name] = fault;
                else gathered.Put(slot, given!);
            }
        }

        gathered.Complete();
        if (errors.Count > 0) return new Faulty(errors);
        if (command.Prose is { } prose && gathered.Has(prose)) new SayingReader(command, dates).Fill(gathered, gathered.Raw[prose.Name]);
        return gathered.OpenName(Arguments.None.Raw) ?? new Filled(gathered.ToArguments());
    }

    /// <summary>The command that waited for a row to be chosen, with what it was given; null once it, or something it names, is gone.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="value">What the chosen button carries, see <see cref="Drafts.AskWhich"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    internal static async Task<(T Command, Arguments Arguments)?> ReadWaiting<T>(TurnContext turn, ButtonValue value, CancellationToken cancellation)
        where T : Command
    {
        if (!Guid.TryParseExact(value.Extra, "N", out var draftId) || await turn.FindDraft(draftId, cancellation) is not (T command, { } raw)) return null;
        return Read(command, raw, await turn.Names(cancellation), turn.LocalNow, turn.Calendar) is Filled filled ? (command, filled.Arguments) : null;
    }

    /// <summary>What a text gives for a slot, or what is wrong with it.</summary>
    private static (Given? Given, Text? Fault) Plain(Slot slot, string text, DateQuestion question)
    {
        switch (slot.Kind)
        {
            case SlotKind.When:
                return DateReader.FindIn(text, question) is { } when ? (Given.Of(when), when.Fault ?? when.Doubt) : (null, NoDate);
            case SlotKind.DayOfYear:
                return DateReader.FindDayIn(text, question) is { } day ? (Given.Of(day.Value), day.Fault) : (null, NoDay);
            case SlotKind.Choice:
                return Chosen(slot, text) is { } choice ? (Given.Of(choice.Value), null) : (null, NoChoice);
            case SlotKind.NewName when Token.Of(text) is [{ Kind: TokenKind.Quoted } quoted]:
                return (Given.Of(quoted.Text), null);
            default:
                return (Given.Of(text), null);
        }
    }

    private static SlotChoice? Chosen(Slot slot, string text)
    {
        var typed = Token.Of(text);
        return slot.Choices.FirstOrDefault(choice => choice.Value == text)
            ?? slot.Choices.FirstOrDefault(choice => Phrases.LengthAt(choice.Spellings, typed, 0) == typed.Count && typed.Count > 0);
    }
}

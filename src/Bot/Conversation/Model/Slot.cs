namespace AccountNudge.Bot.Conversation.Model;

/// <summary>What fits into a slot.</summary>
public enum SlotKind
{
    /// <summary>A known account; the longest known name wins, short forms while unambiguous.</summary>
    Account,

    /// <summary>A known contact.</summary>
    Contact,

    /// <summary>A known account or contact, by name, or by a contact's phone number.</summary>
    AccountOrContact,

    /// <summary>A colleague, by platform mention or by name.</summary>
    Member,

    /// <summary>A date, with the time of day where one was given.</summary>
    When,

    /// <summary>A day of the year, with or without its year, such as a birthday.</summary>
    DayOfYear,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A name that is not known yet, up to the next keyword; quotes protect it.</summary>
    NewName,

    /// <summary>One word or phrase up to the next keyword: a zone, a phone number, a mail address.</summary>
    Phrase,

    /// <summary>Free text: everything after the first colon followed by a space, else after the recognised parts.</summary>
    Prose,
}

/// <summary>One thing a command takes.</summary>
/// <param name="Name">Stable; the key in <see cref="Arguments"/> and the field name in the form.</param>
/// <param name="Kind">What fits.</param>
/// <param name="Label">What the form asks.</param>
public sealed record Slot(string Name, SlotKind Kind, Text Label)
{
    /// <summary>It takes somebody who is known.</summary>
    public bool IsName => Kind is SlotKind.Account or SlotKind.Contact or SlotKind.AccountOrContact or SlotKind.Member;

    /// <summary>The command cannot run without it.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// Words that introduce it in a typed line, in both languages, such as <c>with</c> and <c>mit</c>; several are separated by a bar.
    /// Without a keyword it stands at its place (names right after the command) or is known by its shape (dates, choices).
    /// </summary>
    public Phrase? Keyword { get; init; }

    /// <summary>For <see cref="SlotKind.Choice"/>; for <see cref="SlotKind.Phrase"/> what the form suggests.</summary>
    public IReadOnlyList<SlotChoice> Choices { get; init; } = [];

    /// <summary>For <see cref="SlotKind.When"/>: a bare weekday or day and month means the last one, not the next.</summary>
    public bool Past { get; init; }

    /// <summary>For <see cref="SlotKind.When"/>: a time of day belongs to it, so the form takes words instead of a day of the calendar.</summary>
    public bool MayHaveTime { get; init; }

    /// <summary>For the last day of a range: the slot of its first day, from which a weekday or a day without its year counts.</summary>
    public string? After { get; init; }

    /// <summary>Behind its keyword it may also stand at the end of the free text, as dates may; a colleague also by a mention alone.</summary>
    public bool AlsoBehindText { get; init; }

    /// <summary>For a contact: only those of the account in the slot of this name.</summary>
    public string? Within { get; init; }

    /// <summary>For a contact: also one who is not there any more. Of anything else it is asked first whether they were meant.</summary>
    public bool AlsoGone { get; init; }

    /// <summary>The short word for it in the usage line; without one it follows from the kind or the label.</summary>
    public Phrase? Word { get; init; }

    /// <summary>A line of help below the field.</summary>
    public Text? Hint { get; init; }

    /// <summary>The heading under which a form of many fields shows it.</summary>
    public Text? Group { get; init; }
}

/// <summary>One word that fits a choice.</summary>
/// <param name="Value">Stable.</param>
/// <param name="Spellings">How it may be typed in either language.</param>
/// <param name="Label">How the form shows it.</param>
public sealed record SlotChoice(string Value, Phrase Spellings, Text Label);

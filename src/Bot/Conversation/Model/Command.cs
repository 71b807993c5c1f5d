namespace AccountNudge.Bot.Conversation.Model;

/// <summary>The words a command begins with; several spellings are separated by a bar, words by a space.</summary>
/// <param name="English">Such as <c>ack</c> or <c>account add</c>.</param>
/// <param name="German">Such as <c>eingang</c> or <c>kunde neu</c>.</param>
public sealed record Phrase(string English, string German);

/// <summary>How a command is called, typed and explained: the reader of lines, its form, the help and the documentation draw on it.</summary>
/// <param name="Id">Stable; also the id of its form.</param>
/// <param name="Group">Under which heading the help lists it.</param>
/// <param name="Phrase">The words it begins with.</param>
/// <param name="Does">What it does, in one short line for the help.</param>
/// <param name="Example">A whole line to copy, in both languages.</param>
/// <param name="Title">What its form is called, as a noun or in the infinitive, in at most 24 characters; null for a command that takes nothing.</param>
public sealed record CommandWords(string Id, CommandGroup Group, Phrase Phrase, Text Does, Text Example, Text? Title = null);

/// <summary>
/// One thing people can ask for. What it takes is declared once, as slots: the reader of typed lines, the form,
/// and the help text all come from them.
/// </summary>
public abstract class Command(CommandWords words)
{
    public CommandWords Words { get; } = words;

    /// <summary>What it takes, in the order of the form.</summary>
    public virtual IReadOnlyList<Slot> Slots => [];

    /// <summary>The slot of its free text; null when it takes none.</summary>
    public Slot? Prose => Slots.FirstOrDefault(slot => slot.Kind == SlotKind.Prose);

    /// <summary>Words of a sentence that say what fits its slots.</summary>
    public virtual IReadOnlyList<Saying> Sayings => [];

    /// <summary>
    /// Words anywhere in a sentence of own words that hint at its slots: proposed, and recorded when somebody says so. <c>§</c> stands for
    /// the client's name.
    /// </summary>
    public virtual IReadOnlyList<Saying> Hints => [];

    /// <summary>Without any argument it runs at once instead of opening its form.</summary>
    public virtual bool RunsBare => !Slots.Any(slot => slot.Required);

    /// <summary>It takes so much that nobody types it: its words alone open the form.</summary>
    public virtual bool OnlyForm => false;

    /// <summary>What is said of a name that nobody has, where there is no sense in making it; null offers that.</summary>
    public virtual Text? NeverCreates => null;

    /// <summary>Someone who has no team yet gets no answer but how to begin.</summary>
    public virtual bool NeedsTeam => true;

    /// <summary>Someone without a team who says this makes the channel (or their direct message) a team's home.</summary>
    public virtual bool FoundsTeam => false;

    /// <summary>When it is taken back, the card in its place says who did so: nothing of it may vanish silently.</summary>
    public virtual bool LeavesTrace => false;

    /// <summary>
    /// While a draft of it waits, the next line of its speaker that is no command is what goes into the slot of this name; null for most commands.
    /// </summary>
    public virtual string? TakesNextLine => null;

    /// <summary>Where taking it back needs a word why: the button that asks for it, which stands on its card and is offered in place of an undo.</summary>
    /// <param name="changeId">What was recorded.</param>
    /// <param name="voice">The reader's.</param>
    public virtual Button? RemovalWithReason(Guid changeId, Voice voice) => null;

    /// <summary>What stands in its form when it is opened without having been given anything, as <see cref="Arguments.Raw"/>.</summary>
    public virtual IReadOnlyDictionary<string, string> Present(TurnContext turn) => Arguments.None.Raw;

    /// <summary>Answers a form of its own that is not made of its slots; null where it was none.</summary>
    public virtual Task<Reply?> Take(TurnContext turn, Submitted submitted, CancellationToken cancellation) => Task.FromResult<Reply?>(null);

    public abstract Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation);
}

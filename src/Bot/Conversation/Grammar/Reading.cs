namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>What a typed line or a form turned out to mean. <c>Raw</c> is text by slot name that a form, a draft and a restart survive.</summary>
public abstract record Reading
{
    /// <summary>The line begins with everyday words for the command, which may be the beginning of a sentence as well.</summary>
    public bool IsEveryday { get; init; }
}

/// <summary>A command with everything it needs.</summary>
public sealed record Understood(Command Command, Arguments Arguments) : Reading;

/// <summary>A command that needs something and was given nothing: its form opens.</summary>
/// <param name="Command">The command.</param>
/// <param name="Raw">What its words alone say.</param>
public sealed record Bare(Command Command, IReadOnlyDictionary<string, string> Raw) : Reading;

/// <summary>A name nobody knows.</summary>
/// <param name="Command">The command.</param>
/// <param name="Raw">Everything given, this name as typed; put an id in its place and read again to go on.</param>
/// <param name="Slot">Where the name stands.</param>
/// <param name="Typed">The name as typed.</param>
/// <param name="Suggestions">Known names that look like it, best first.</param>
public sealed record UnknownName(
    Command Command, IReadOnlyDictionary<string, string> Raw, Slot Slot, string Typed, IReadOnlyList<KnownName> Suggestions) : Reading;

/// <summary>A short name that stands for several.</summary>
/// <param name="Command">The command.</param>
/// <param name="Raw">As in <see cref="UnknownName"/>.</param>
/// <param name="Slot">Where the name stands.</param>
/// <param name="Typed">The name as typed.</param>
/// <param name="Candidates">Whom it may mean, by name.</param>
public sealed record SeveralNames(
    Command Command, IReadOnlyDictionary<string, string> Raw, Slot Slot, string Typed, IReadOnlyList<KnownName> Candidates) : Reading;

/// <summary>A part that begins and cannot be finished, such as <c>since 2019</c> or <c>until 31 February</c>.</summary>
/// <param name="Slot">What it would fill.</param>
/// <param name="Keyword">Its keyword as typed; empty where it has none.</param>
/// <param name="Value">What was typed for it; may be empty.</param>
public sealed record Unfinished(Slot Slot, string Keyword, string Value)
{
    /// <summary>Which date is wrong and why; null when something else is the matter.</summary>
    public Text? Fault { get; init; }

    /// <summary>A year alone was typed; its day is still to be said.</summary>
    public bool IsYearAlone => IsYear(Value);

    /// <summary>Four digits.</summary>
    internal static bool IsYear(string typed) => typed.Length == 4 && typed.All(char.IsAsciiDigit);
}

/// <summary>A line that was understood in part at most.</summary>
/// <param name="Command">The command.</param>
/// <param name="Raw">What was understood.</param>
/// <param name="Rest">What was not.</param>
/// <param name="MissingSlots">What the command still needs.</param>
public sealed record NotUnderstood(
    Command? Command, IReadOnlyDictionary<string, string> Raw, string Rest, IReadOnlyList<Slot> MissingSlots) : Reading
{
    /// <summary>The parts that are asked about, each in a sentence of its own.</summary>
    public IReadOnlyList<Unfinished> Unfinished { get; init; } = [];

    /// <summary>What its form opens with: what was understood, and the rest where text fits, so that nothing typed is lost.</summary>
    public IReadOnlyDictionary<string, string> Prefill
    {
        get
        {
            var prefill = new Dictionary<string, string>(Raw, StringComparer.Ordinal);
            foreach (var part in Unfinished.Where(part => part.Value.Length > 0 && part.Slot.Kind != SlotKind.Choice)) prefill.TryAdd(part.Slot.Name, part.Value);
            var home = Command?.Prose
                ?? MissingSlots.FirstOrDefault(slot => slot.Kind is not (SlotKind.When or SlotKind.Choice));
            if (home is null || Rest.Length == 0) return prefill;
            prefill[home.Name] = prefill.TryGetValue(home.Name, out var text) ? $"{Rest}: {text}" : Rest;
            return prefill;
        }
    }
}

/// <summary>A line that begins with no command.</summary>
/// <param name="Typed">Its first words.</param>
/// <param name="Nearest">The commands it may mean, nearest first.</param>
public sealed record UnknownCommand(string Typed, IReadOnlyList<NearCommand> Nearest) : Reading;

/// <summary>A command that a line may mean.</summary>
/// <param name="Command">The command.</param>
/// <param name="Line">The line with the command's words in place of what was typed.</param>
/// <param name="Likeness">How alike they are, of 100.</param>
public sealed record NearCommand(Command Command, string Line, int Likeness);

/// <summary>A form that is filled in rightly.</summary>
public sealed record Filled(Arguments Arguments) : Reading;

/// <summary>A form with mistakes, by field name, each saying what to do.</summary>
public sealed record Faulty(IReadOnlyDictionary<string, Text> Errors) : Reading;

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>A date with the time of day where one was given.</summary>
public readonly record struct When(LocalDate Date, LocalTime? Time = null);

/// <summary>A day of the year, with its year where that is known.</summary>
public readonly record struct DayOfYear(AnnualDate Day, int? Year = null);

/// <summary>
/// What a command was given, by slot name. The raw form of every value is text that survives a form, a draft and a restart
/// (<see cref="Raw"/>): ids as <c>N</c>, dates as ISO, choices by value, typed names as typed.
/// </summary>
public sealed class Arguments
{
    /// <summary>What a command was given that stands alone.</summary>
    public static readonly Arguments None = new(new Dictionary<string, string>());

    private readonly IReadOnlyDictionary<string, object> values;

    public Arguments(IReadOnlyDictionary<string, object> values, IReadOnlyDictionary<string, string> raw)
    {
        this.values = values;
        Raw = raw;
    }

    /// <summary>What a button says was given, which only has to be kept.</summary>
    public Arguments(IReadOnlyDictionary<string, string> raw)
        : this(new Dictionary<string, object>(), raw)
    {
    }

    public IReadOnlyDictionary<string, string> Raw { get; }

    public bool Has(string slot) => values.ContainsKey(slot);

    /// <summary>The row that an account, contact or member slot names.</summary>
    public KnownName Name(string slot) => (KnownName)values[slot];

    public KnownName? NameOrNone(string slot) => values.GetValueOrDefault(slot) as KnownName;

    public string Text(string slot) => values.GetValueOrDefault(slot) as string ?? "";

    public When? When(string slot) => values.TryGetValue(slot, out var value) ? (When)value : null;

    public DayOfYear DayOfYear(string slot) => (DayOfYear)values[slot];

    /// <summary>The chosen value; null when none was.</summary>
    public string? Choice(string slot) => values.GetValueOrDefault(slot) as string;
}

using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>How sure it is that a date may stand at a place of a line.</summary>
public enum DatePlace
{
    /// <summary>In the middle of free words: only what can be nothing else is a date.</summary>
    Prose,

    /// <summary>Among the parts of a command: short words such as <c>So</c> or <c>14.</c> count.</summary>
    Part,

    /// <summary>Behind a keyword, or alone in a field: it is meant as a date, whatever it is.</summary>
    Field,
}

/// <summary>How a date is to be understood.</summary>
/// <param name="Now">The speaker's local time.</param>
/// <param name="Calendar">The team's, for working days; without one they are Monday to Friday.</param>
public sealed record DateQuestion(LocalDateTime Now, WorkingCalendar? Calendar = null)
{
    /// <summary>A bare weekday or a day without its year means the last one, not the next.</summary>
    public bool Past { get; init; }

    /// <summary>Looking ahead, a weekday or a day without its year is the next one from this day on; null for today.</summary>
    public LocalDate? NotBefore { get; init; }

    public DatePlace Place { get; init; } = DatePlace.Field;

    /// <summary>The first day of a range is asked for: the week that has begun may be meant as well, from today on.</summary>
    public bool TakesPeriod { get; init; }
}

/// <summary>What begins at a place of a line.</summary>
/// <param name="Value">The date; nothing while there is a fault.</param>
/// <param name="Length">How many tokens belong to it, also to one that is wrong.</param>
/// <typeparam name="T">What is looked for: a date with its time, or a day of the year.</typeparam>
public sealed record DateFound<T>(T Value, int Length)
    where T : struct
{
    /// <summary>Which date is wrong and why; null when it is right.</summary>
    public Text? Fault { get; init; }

    /// <summary>The last day of the whole week or month that begins with it; null for a day.</summary>
    public LocalDate? Last { get; init; }

    /// <summary>What had better be asked although there is a date: it would jump a year.</summary>
    public Text? Doubt { get; init; }
}

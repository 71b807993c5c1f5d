using System.Globalization;
using NodaTime.Text;

namespace AccountNudge.Core.Nudges;

/// <summary>
/// One round of asking: the event that began it and, since the end of a snooze begins it anew, the last snooze. Stored as text, such
/// as <c>ack@1795000000</c>, <c>day@2027-03-18</c> or, snoozed, <c>ack@1795000000~1795003600</c>.
/// </summary>
public readonly record struct Cycle
{
    private const char Of = '@';
    private const char Snoozed = '~';

    private readonly string? name;

    /// <summary>Begun by an event at an instant.</summary>
    public Cycle(string name, Instant at) => (this.name, At) = (name, Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()));

    /// <summary>Begun by a day or, of an occasion, about one.</summary>
    public Cycle(string name, LocalDate day) => (this.name, Day) = (name, day);

    private Cycle(string name) => this.name = name;

    /// <summary>What kind of event it was, in a stable word of its practice.</summary>
    public string Name => name ?? "";

    /// <summary>When the event was, where it was at an instant.</summary>
    public Instant? At { get; private init; }

    /// <summary>The day of the event, where it is a day.</summary>
    public LocalDate? Day { get; private init; }

    /// <summary>When the last snooze was made; null without one.</summary>
    public Instant? SnoozedAt { get; private init; }

    /// <summary>The event without the snoozes since: the cycle that a <see cref="NudgeRequest"/> names.</summary>
    public Cycle Event => this with { SnoozedAt = null };

    /// <summary>The round that begins when a snooze of this one ends.</summary>
    public Cycle AfterSnooze(Instant at) => this with { SnoozedAt = Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()) };

    /// <summary>Reads what was stored; text of any other form is a name.</summary>
    public static Cycle Parse(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Length == 0) return default;
        var snoozed = stored.Split(Snoozed) is [_, var at] ? Seconds(at) : null;
        var cycle = snoozed is null ? EventOf(stored) : EventOf(stored[..stored.IndexOf(Snoozed, StringComparison.Ordinal)]) with { SnoozedAt = snoozed };
        return cycle.ToString() == stored ? cycle : new Cycle(stored);
    }

    /// <summary>As it is stored.</summary>
    public override string ToString()
    {
        var began = At is { } at ? FormattableString.Invariant($"{Of}{at.ToUnixTimeSeconds()}") : Day is { } day ? $"{Of}{LocalDatePattern.Iso.Format(day)}" : "";
        return SnoozedAt is { } snoozed ? FormattableString.Invariant($"{Name}{began}{Snoozed}{snoozed.ToUnixTimeSeconds()}") : Name + began;
    }

    private static Cycle EventOf(string stored)
    {
        if (stored.Split(Of) is not [var name, var began]) return new Cycle(stored);
        if (Seconds(began) is { } at) return new Cycle(name, at);
        return LocalDatePattern.Iso.Parse(began).TryGetValue(default, out var day) ? new Cycle(name, day) : new Cycle(stored);
    }

    private static Instant? Seconds(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) && seconds is > -30_000_000_000 and < 200_000_000_000
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;
}

using AccountNudge.Core.Interactions;

namespace AccountNudge.Core.Practices;

/// <summary>How often a client hears from us at most, whoever of us it is.</summary>
/// <param name="Contacts">So many times at most.</param>
/// <param name="Days">Within so many days.</param>
public sealed record Ceiling(int Contacts, int Days)
{
    /// <summary>A week, the span in which contacts are counted unless a client agreed on another.</summary>
    public const int Week = 7;

    /// <summary>Half of it, for clients who like it quiet; what cannot be halved is spread over twice the time.</summary>
    public Ceiling Halved => Contacts > 1 ? this with { Contacts = Contacts / 2 } : this with { Days = Days * 2 };

    /// <summary>Whether a talk every so many days fits below it.</summary>
    public bool Allows(int floorDays) => Contacts * floorDays >= Days;
}

/// <summary>What was agreed with one client about how often and how to talk; what is null there, the tier decides.</summary>
public sealed record AgreedRhythm
{
    /// <summary>Days without a talk after which the account counts as quiet.</summary>
    public int? FloorDays { get; init; }

    /// <summary>How often they hear from us at most.</summary>
    public Ceiling? Ceiling { get; init; }

    /// <summary>How they like to talk.</summary>
    public InteractionKind? Channel { get; init; }

    /// <summary>They like it quiet: the ceiling is lowered.</summary>
    public bool IsReserved { get; init; }

    /// <summary>Nobody is to congratulate them.</summary>
    public bool WithoutOccasions { get; init; }

    /// <summary>Something was agreed that takes the place of what their tier says.</summary>
    public bool IsOwn => FloorDays is not null || Ceiling is not null || Channel is not null;
}

/// <summary>Facts of a practice that hold what was agreed with the client about how often and how to talk.</summary>
public interface IAgreeRhythm
{
    /// <summary>What was agreed.</summary>
    AgreedRhythm Rhythm { get; }
}

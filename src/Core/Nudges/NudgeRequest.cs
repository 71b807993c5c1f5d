namespace AccountNudge.Core.Nudges;

/// <summary>How a request climbs while nobody acts.</summary>
public enum Climb
{
    /// <summary>Said once.</summary>
    Never,

    /// <summary>Owner, deputy and channel, manager, a neutral third person, then the morning message of every week: for what we owe.</summary>
    Owed,

    /// <summary>Owner, after some days also the deputy, then the owner once per floor.</summary>
    Quiet,

    /// <summary>The same person again, in the morning message of every week: for what is left to see to.</summary>
    Again,
}

/// <summary>What a policy wants said, before ladder, gate, snooze and noise rules decide when and to whom.</summary>
/// <param name="Matter">What it is about.</param>
/// <param name="Cycle">The event that began it, without snoozes; at most 60 characters.</param>
/// <param name="BeganAt">When that event was; a snooze before it does not concern this cycle.</param>
/// <param name="Ask">What it asks for, in a stable word of its practice; at most 40 characters.</param>
/// <param name="Lane">How it is said.</param>
/// <param name="DueAt">When what it is about falls due; may lie ahead.</param>
/// <param name="Climb">How it climbs.</param>
public sealed record NudgeRequest(Matter Matter, Cycle Cycle, Instant BeganAt, string Ask, Lane Lane, Instant DueAt, Climb Climb)
{
    /// <summary>The gate holds it.</summary>
    public bool IsGated { get; init; }

    /// <summary>It is personal: it goes to one person's direct messages.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whose it is, where that is not simply whoever looks after the account: they are named first, or whoever stands in for them.</summary>
    public Guid? ForMember { get; init; }

    /// <summary>Nobody stands in for <see cref="ForMember"/>, or for the managers: while they are away it waits for them.</summary>
    public bool IsForNobodyElse { get; init; }

    /// <summary>It only suggests, and is rationed with all others that do.</summary>
    public bool IsHint { get; init; }

    /// <summary>The ladder rests until then.</summary>
    public Instant? RestsUntil { get; init; }

    /// <summary>It is for the managers from the first rung on.</summary>
    public bool ForManager { get; init; }

    /// <summary>Last day it makes sense to say it; it closes silently afterwards.</summary>
    public LocalDate? LastDay { get; init; }
}

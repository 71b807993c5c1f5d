namespace AccountNudge.Scheduler;

/// <summary>Every heartbeat there is. One line per beat, whose class takes what it calls from the container.</summary>
public static class Heartbeats
{
    /// <summary>All of them, in the order in which a nudge travels.</summary>
    public static IReadOnlyList<Heartbeat> All { get; } = [];
}

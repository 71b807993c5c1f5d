namespace AccountNudge.Scheduler;

/// <summary>What differs between a real node and a test's.</summary>
/// <param name="Postgres">The PostgreSQL database the nodes share; null keeps the jobs in memory.</param>
internal sealed record SchedulerOptions(string? Postgres)
{
    /// <summary>The recurring jobs.</summary>
    public IReadOnlyList<RecurringRun> Recurring { get; init; } = Jobs.Recurring;

    /// <summary>How often a node looks whether a recurring run has come due; a run is late by that much at most.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a job that was taken by a killed node, and a lock that it held, are kept from the others.</summary>
    public (TimeSpan Job, TimeSpan Lock) Abandoned { get; init; } = (TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(20));

    /// <summary>Begins the id under which this node's server is announced; Hangfire writes it in lower case.</summary>
    public string ServerName { get; } = $"{Environment.MachineName}-{Guid.NewGuid():N}".ToLowerInvariant();
}

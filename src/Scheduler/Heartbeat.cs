namespace AccountNudge.Scheduler;

/// <summary>
/// A knock on the domain's door at regular intervals. What is due is asked of the domain, so a beat may be missed,
/// doubled or late without harm.
/// </summary>
/// <param name="Name">Its name in the log and in the scheduler's tables.</param>
/// <param name="Every">How often; the database of a cluster is asked no more often than that by all nodes together.</param>
/// <param name="Beat">What to call, given the services of a scope of its own.</param>
public sealed record Heartbeat(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Beat);

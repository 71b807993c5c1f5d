using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Scheduler;

/// <summary>Runs the body of a job: one run of each job at a time among all nodes.</summary>
public sealed partial class JobRunner
{
    private readonly JobLock jobs;
    private readonly IHostApplicationLifetime lifetime;
    private readonly ILogger<JobRunner> logger;

    internal JobRunner(JobLock jobs, IHostApplicationLifetime lifetime, ILogger<JobRunner> logger)
    {
        this.jobs = jobs;
        this.lifetime = lifetime;
        this.logger = logger;
    }

    /// <summary>
    /// Runs a body unless the job is running somewhere for longer than <paramref name="patience"/>. Whatever it throws is logged by
    /// type alone and goes no further: Hangfire keeps messages of exceptions, and those may quote what people wrote. Only a run
    /// that is cancelled by a stop throws, and Hangfire gives it to another node.
    /// </summary>
    /// <exception cref="OperationCanceledException">The node stops.</exception>
    public async Task Run(string job, TimeSpan patience, Func<CancellationToken, Task> body, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, lifetime.ApplicationStopping);
#pragma warning disable CA1031 // Whatever went wrong, the next run asks the domain afresh.
        try
        {
            await using var held = await jobs.TryTake(job, patience, either.Token);
            if (held is not null) await body(either.Token);
        }
        catch (Exception failure) when (!either.IsCancellationRequested)
        {
            LogFailed(logger, job, TypesOf(failure), failure.StackTrace ?? "");
        }
#pragma warning restore CA1031
    }

    private static string TypesOf(Exception failure) =>
        failure.InnerException is { } inner ? $"{failure.GetType().FullName} < {TypesOf(inner)}" : failure.GetType().FullName!;

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed with {Failure}\n{Stack}")]
    private static partial void LogFailed(ILogger logger, string job, string failure, string stack);
}

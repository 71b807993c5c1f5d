using System.Reflection;
using AccountNudge.Testing;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Scheduler.Tests;

public sealed class JobTests
{
    [Fact]
    public async Task A_recurring_job_runs_again_and_again()
    {
        var runs = new Runs();
        await using var node = await Node.Start(runs.At("a"));

        await Wait.Until(() => runs.Count >= 3);

        (await node.Health()).ShouldBe(HealthStatus.Healthy);
        node.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failing_job_is_logged_without_its_words_and_runs_again()
    {
        await using var node = await Node.Start((_, _) => throw new InvalidOperationException("Frau Weber", new FormatException("rief an")));

        await Wait.Until(() => node.Log.Errors.Count() >= 2);

        node.Log.Errors.First().ShouldContain("Job test failed with System.InvalidOperationException < System.FormatException");
        node.Log.Errors.ShouldAllBe(error => !error.Contains("Weber") && !error.Contains("rief"));
        // Hangfire would keep the words of whatever reached it.
        node.Storage.GetMonitoringApi().FailedCount().ShouldBe(0);
        node.Storage.GetMonitoringApi().DeletedListCount().ShouldBe(0);
    }

    [Fact]
    public async Task A_job_never_overtakes_itself_and_runs_that_were_skipped_are_not_made_up_for()
    {
        var (running, started, overlaps) = (0, 0, 0);
        using var release = new SemaphoreSlim(0);
        await using var node = await Node.Start(async (_, cancellation) =>
        {
            if (Interlocked.Increment(ref running) > 1) Interlocked.Increment(ref overlaps);
            if (Interlocked.Increment(ref started) == 1) await release.WaitAsync(cancellation);
            Interlocked.Decrement(ref running);
        });
        await Wait.Until(() => started == 1);

        // Three runs come meanwhile and go away again.
        await Wait.Until(() => node.Storage.GetMonitoringApi().SucceededListCount() >= 3);
        started.ShouldBe(1);
        release.Release();
        await Wait.Until(() => started >= 2);

        overlaps.ShouldBe(0);
        node.Storage.GetMonitoringApi().FailedCount().ShouldBe(0);
    }

    [Fact]
    public async Task A_stopping_host_cancels_a_running_job()
    {
        var (started, cancelled) = (false, false);
        var node = await Node.Start(async (_, cancellation) =>
        {
            started = true;
            await using var note = cancellation.Register(() => cancelled = true);
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        await Wait.Until(() => started);

        await node.DisposeAsync();

        cancelled.ShouldBeTrue();
        node.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_run_has_services_of_its_own()
    {
        var scopes = new HashSet<IServiceProvider>();
        await using var node = await Node.Start((services, _) =>
        {
            services.GetRequiredService<IServiceScopeFactory>().ShouldNotBeNull();
            scopes.Add(services);
            return Task.CompletedTask;
        });

        await Wait.Until(() => scopes.Count >= 2);
    }

    [Fact]
    public async Task A_host_goes_on_when_another_one_of_the_process_has_ended()
    {
        var runs = new Runs();
        await using var stays = await Node.Start(runs.At("stays"));
        await (await Node.Start(runs.At("ends"))).DisposeAsync();
        runs.Clear();

        await using var comes = await Node.Start(runs.At("comes"));
        await Wait.Until(() => runs.Of("stays") >= 2 && runs.Of("comes") >= 2);

        (await stays.Health()).ShouldBe(HealthStatus.Healthy);
        runs.Of("ends").ShouldBe(0);
    }

    [Fact]
    public async Task A_run_that_was_asked_for_waits_for_the_one_under_way()
    {
        using var jobs = new CancellationTokenSource();
        var runner = new JobRunner(new JobLock(null), new Lifetime(), NullLogger<JobRunner>.Instance);
        var (first, ran) = (new TaskCompletionSource(), new List<string>());
        var underWay = runner.Run("post-nudges", TimeSpan.Zero, _ => first.Task, jobs.Token);

        await runner.Run("post-nudges", TimeSpan.Zero, Note("recurring"), jobs.Token);
        await runner.Run("another", TimeSpan.Zero, Note("another"), jobs.Token);
        var asked = runner.Run("post-nudges", TimeSpan.FromMinutes(1), Note("asked"), jobs.Token);
        asked.IsCompleted.ShouldBeFalse();
        first.SetResult();
        await Task.WhenAll(underWay, asked);

        ran.ShouldBe(["another", "asked"]);

        Func<CancellationToken, Task> Note(string what) => _ =>
        {
            ran.Add(what);
            return Task.CompletedTask;
        };
    }

    [Fact]
    public void Every_job_says_in_words_what_it_does()
    {
        Jobs.Recurring.Select(run => run.Id).ShouldBe(["review-accounts", "post-nudges", "tidy", "delete-expired"]);
        foreach (var job in typeof(Jobs).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            job.GetCustomAttribute<JobDisplayNameAttribute>()?.DisplayName.ShouldContain(' ', customMessage: job.Name);
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}

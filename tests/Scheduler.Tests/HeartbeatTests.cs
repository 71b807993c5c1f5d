using System.Diagnostics;
using AccountNudge.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AccountNudge.Scheduler.Tests;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Every_beat_comes_again_and_again()
    {
        var (one, two) = (0, 0);
        await using var node = await Node.Start([Beat("one", () => one++), Beat("two", () => two++)]);

        await Wait.Until(() => one >= 3 && two >= 3);

        (await node.Health()).Entries["scheduler"].Status.ShouldBe(HealthStatus.Healthy);
        node.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failing_beat_is_logged_without_its_words_and_comes_again()
    {
        var failures = 0;
        await using var node = await Node.Start([Beat("sweep", () =>
        {
            failures++;
            throw new InvalidOperationException("Frau Weber", new FormatException("rief an"));
        })]);

        await Wait.Until(() => failures >= 3 && node.Log.Errors.Count() >= 2);

        var line = node.Log.Errors.First();
        line.ShouldContain("Heartbeat sweep failed with System.InvalidOperationException < System.FormatException");
        node.Log.Errors.ShouldAllBe(error => !error.Contains("Weber") && !error.Contains("rief"));
    }

    [Fact]
    public async Task A_beat_never_overtakes_itself_and_missed_ones_are_not_replayed()
    {
        var (running, beats, overlaps) = (0, 0, 0);
        using var release = new SemaphoreSlim(0);
        await using var node = await Node.Start([new("slow", Often, async (_, cancellation) =>
        {
            if (Interlocked.Increment(ref running) > 1)
            {
                overlaps++;
            }

            if (Interlocked.Increment(ref beats) == 1)
            {
                await release.WaitAsync(cancellation);
            }

            Interlocked.Decrement(ref running);
        })]);
        await Wait.Until(() => beats == 1);

        // Held for longer than a beat may be late: six would have come, one follows at once.
        var held = Stopwatch.StartNew();
        await Wait.Until(() => held.Elapsed > TimeSpan.FromSeconds(1.3));
        var after = Stopwatch.StartNew();
        release.Release();
        await Wait.Until(() => beats >= 5);

        after.Elapsed.ShouldBeGreaterThan(2 * Often);
        overlaps.ShouldBe(0);
    }

    [Fact]
    public async Task A_stopping_host_cancels_a_running_beat()
    {
        var (started, cancelled) = (false, false);
        var node = await Node.Start([new("long", Often, async (_, cancellation) =>
        {
            started = true;
            using var note = cancellation.Register(() => cancelled = true);
            await Task.Delay(Timeout.Infinite, cancellation);
        })]);
        await Wait.Until(() => started);

        await node.DisposeAsync();

        cancelled.ShouldBeTrue();
        node.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_beat_has_services_of_its_own()
    {
        var scopes = new HashSet<IServiceProvider>();
        await using var node = await Node.Start([new("scoped", Often, (services, _) =>
        {
            services.GetRequiredService<IServiceScopeFactory>().ShouldNotBeNull();
            scopes.Add(services);
            return Task.CompletedTask;
        })]);

        await Wait.Until(() => scopes.Count >= 2);
    }

    [Fact]
    public void The_registry_names_each_beat_once() =>
        Heartbeats.All.Select(beat => beat.Name).ShouldBeUnique();

    private static Heartbeat Beat(string name, Action act) => new(name, Often, (_, _) =>
    {
        act();
        return Task.CompletedTask;
    });
}

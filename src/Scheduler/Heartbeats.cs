using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AccountNudge.Scheduler;

/// <summary>Every heartbeat there is. One line per beat; what is due is asked of the domain.</summary>
public static class Heartbeats
{
    private static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>All of them, in the order in which a nudge travels.</summary>
    public static IReadOnlyList<Heartbeat> All { get; } =
    [
        new("sweep", TimeSpan.FromSeconds(5), (services, stopping) => services.GetRequiredService<Sweep>().Run(Now(services), stopping)),
        new("dispatch", TimeSpan.FromSeconds(2), (services, stopping) => services.GetRequiredService<Dispatcher>().Run(Now(services), stopping)),
        new("tidy", TimeSpan.FromHours(1), Tidy),
    ];

    /// <summary>Receipts, drafts and what could be undone are kept for a month.</summary>
    private static async Task Tidy(IServiceProvider services, CancellationToken stopping)
    {
        await using var store = services.GetRequiredService<Stores>().Open(Scope.Nothing);
        await store.Tidy(Now(services) - Kept, stopping);
        await store.ForgetEndedWorkspaces(Now(services) - Kept, stopping);
    }

    private static Instant Now(IServiceProvider services) => services.GetRequiredService<IClock>().GetCurrentInstant();
}

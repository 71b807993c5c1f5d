using AccountNudge.Bot.Storage;
using AccountNudge.Bot.Teams.People;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AccountNudge.Bot.Teams.Inbound;

/// <summary>Whether what people in Teams do can be taken: in some conversation already, or from whoever installs the app first.</summary>
internal sealed class TeamsHealth(IDbContextFactory<ChatStore> stores) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var store = await stores.CreateDbContextAsync(cancellationToken);
        var isInstalled = await store.Set<ConversationRow>().AnyAsync(row => row.EndedAt == null, cancellationToken);
        return HealthCheckResult.Healthy(isInstalled ? "HTTP: installed" : "HTTP: waits for the first to install the app");
    }
}

using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Inbound.Work;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Teams.Inbound;

/// <summary>Puts everything that hears Teams into the host.</summary>
internal static class TeamsInboundRegistration
{
    /// <summary>
    /// Registers the endpoint, the intake, its worker and the health check <c>teams</c>. Expects the settings, <c>ConnectorApi</c>,
    /// <c>InboundTokens</c>, <c>TeamsPeople</c>, the chat store's factory and the conversation.
    /// </summary>
    public static IServiceCollection AddTeamsInbound(this IServiceCollection services)
    {
        services.AddSingleton<EraseElsewhere>(provider => provider.GetRequiredService<PlatformInbox<TeamsInboxRow>>().Erase);
        services.AddSingleton<PlatformInbox<TeamsInboxRow>>().AddSingleton<TeamsFiles>().AddSingleton<TeamsTurnFactory>().AddSingleton<TeamsAnswers>().AddSingleton<TeamsIntake>().AddSingleton<TeamsEndpoint>();
        services.AddHostedService<TeamsWorker>();
        services.AddHealthChecks().AddCheck<TeamsHealth>("teams", timeout: TimeSpan.FromSeconds(5));
        return services;
    }

    /// <summary>Maps <c>/api/messages</c>.</summary>
    public static void MapTeamsInbound(this IEndpointRouteBuilder routes) => TeamsEndpoint.Map(routes);
}

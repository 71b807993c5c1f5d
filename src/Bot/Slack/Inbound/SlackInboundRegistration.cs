using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Slack.Inbound.Http;
using AccountNudge.Bot.Slack.Inbound.Sockets;
using AccountNudge.Bot.Slack.Inbound.Work;
using AccountNudge.Core.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AccountNudge.Bot.Slack.Inbound;

/// <summary>Puts everything that hears Slack into the host.</summary>
internal static class SlackInboundRegistration
{
    /// <summary>
    /// Registers the intake, its worker, the socket if there is an app token, and the health check <c>slack</c>. Expects the settings, <c>SlackApi</c>,
    /// <c>SlackPeople</c>, <c>Installations</c>, the chat store's factory and the conversation.
    /// </summary>
    public static IServiceCollection AddSlackInbound(this IServiceCollection services, SlackSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<EraseElsewhere>(provider => provider.GetRequiredService<PlatformInbox<SlackInboxRow>>().Erase);
        services.AddSingleton<PlatformInbox<SlackInboxRow>>().AddSingleton<SlackTurnFactory>().AddSingleton<SlackAnswers>().AddSingleton<SlackIntake>().AddSingleton<SlackEndpoints>();
        services.AddSingleton<SocketStatus>().AddHostedService<SlackWorker>();
        if (settings.AppToken is not null) services.AddHostedService<SocketMode>();
        services.AddHealthChecks().AddCheck<SlackHealth>("slack", timeout: TimeSpan.FromSeconds(5));
        return services;
    }

    /// <summary>Maps <c>/slack/events</c>, <c>/slack/commands</c> and <c>/slack/interactions</c>, if there is a signing secret.</summary>
    public static void MapSlackInbound(this IEndpointRouteBuilder routes, SlackSettings settings) => SlackEndpoints.Map(routes, settings);
}

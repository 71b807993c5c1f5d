using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound;
using AccountNudge.Bot.Slack.Installations;
using AccountNudge.Bot.Slack.Outbound;
using AccountNudge.Bot.Slack.People;
using Microsoft.AspNetCore.Routing;

namespace AccountNudge.Bot.Slack;

/// <summary>Puts Slack into the host; nothing at all when it is off.</summary>
public static class SlackRegistration
{
    /// <summary>Registers what hears and what speaks. Needs the storage, the key ring and the conversation.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Slack is not { } slack) return services;
        services.AddSingleton(slack).AddSingleton<SlackApi>().AddSingleton<SlackPeople>().AddSingleton<IChatPlatform, SlackPlatform>().AddSingleton<Rehearsal>();
        return services.AddInstallations(slack).AddSlackInbound(slack);
    }

    /// <summary>Makes ready for the first command.</summary>
    public static Task RehearseSlack(this IServiceProvider services, CancellationToken cancellation = default) =>
        services.GetService<Rehearsal>()?.Play(cancellation) ?? Task.CompletedTask;

    /// <summary>Maps Slack's endpoints.</summary>
    public static void MapSlack(this IEndpointRouteBuilder routes, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Slack is not { } slack) return;
        routes.MapSlackInbound(slack);
        routes.MapInstallations(slack);
    }
}

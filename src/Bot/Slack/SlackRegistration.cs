using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound;
using AccountNudge.Bot.Slack.Outbound;
using AccountNudge.Bot.Slack.People;

namespace AccountNudge.Bot.Slack;

/// <summary>Puts Slack into the host; nothing at all when it is off.</summary>
internal static class SlackRegistration
{
    /// <summary>Registers what hears and what speaks. Needs the storage, the key ring and the conversation.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackSettings? settings)
    {
        if (settings is null) return services;
        services.AddSingleton(settings).AddSingleton<SlackApi>().AddSingleton<SlackPeople>().AddSingleton<IChatPlatform, SlackPlatform>().AddWarmup<SlackWarmup>();
        return services.AddInstallations(settings).AddSlackInbound(settings);
    }

    /// <summary>Maps Slack's endpoints.</summary>
    public static void MapSlack(this IEndpointRouteBuilder routes, SlackSettings? settings)
    {
        if (settings is null) return;
        routes.MapSlackInbound(settings);
        routes.MapInstallations(settings);
    }
}

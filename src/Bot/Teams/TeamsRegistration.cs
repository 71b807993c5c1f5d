using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework.Turns;
using AccountNudge.Bot.Teams.Inbound;
using AccountNudge.Bot.Teams.Outbound;
using AccountNudge.Bot.Teams.People;
using AccountNudge.Bot.Teams.Tokens;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AccountNudge.Bot.Teams;

/// <summary>Puts Teams into the host; nothing at all when it is off.</summary>
internal static class TeamsRegistration
{
    /// <summary>Registers what hears and what speaks. Needs the storage and the conversation.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsSettings? settings)
    {
        if (settings is null) return services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings).AddSingleton<SigningKeys>().AddSingleton<InboundTokens>().AddSingleton<AccessTokens>().AddBotFramework();
        services.AddSingleton<TeamsPeople>().AddSingleton<IChatPlatform, TeamsPlatform>();
        return services.AddTeamsInbound().AddWarmup<TeamsWarmup>();
    }

    /// <summary>Maps Teams' endpoint.</summary>
    public static void MapTeams(this IEndpointRouteBuilder routes, TeamsSettings? settings)
    {
        if (settings is not null) routes.MapTeamsInbound();
    }
}

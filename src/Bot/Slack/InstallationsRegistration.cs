using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Installations;
using AccountNudge.Bot.Slack.Installations.OAuth;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AccountNudge.Bot.Slack;

/// <summary>Puts the installations into the host.</summary>
internal static class InstallationsRegistration
{
    /// <summary>Needs <see cref="SlackSettings"/>, <c>SlackApi</c>, the storage and the key ring.</summary>
    public static IServiceCollection AddInstallations(this IServiceCollection services, SlackSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        // Calls need installations, and renewing an installation needs a call.
        services.AddSingleton(provider => new Lazy<SlackApi>(provider.GetRequiredService<SlackApi>));
        services.AddSingleton<InstallationStore>().AddSingleton<TokenRenewal>().AddSingleton<SlackInstallations>().AddSingleton<ISlackTokens>(provider => provider.GetRequiredService<SlackInstallations>());
        if (settings.BotToken is not null)
        {
            services.AddSingleton<TokenCheck>().AddHostedService(provider => provider.GetRequiredService<TokenCheck>());
            services.AddHealthChecks().AddCheck<TokenCheck>("slack-token");
        }

        if (settings.ClientId is not null) services.AddSingleton<InstallState>().AddSingleton<Installer>().AddSingleton<InstallEndpoints>();
        return services;
    }

    /// <summary>Maps the way to install the app; nothing without a client id.</summary>
    public static void MapInstallations(this IEndpointRouteBuilder routes, SlackSettings settings)
    {
        if (settings.ClientId is null) return;
        routes.MapGet("/slack/install", (InstallEndpoints endpoints, HttpContext http) => endpoints.Start(http)).AllowPublicAccess();
        routes.MapGet("/slack/oauth/callback", (InstallEndpoints endpoints, HttpContext http) => endpoints.Return(http)).AllowPublicAccess();
    }
}

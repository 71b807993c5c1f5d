namespace AccountNudge.Bot.Teams.Framework.Turns;

/// <summary>Puts the Bot Framework into the host: on its own, so that nothing of the library runs where Teams is off.</summary>
internal static class FrameworkRegistration
{
    public static IServiceCollection AddBotFramework(this IServiceCollection services) =>
        services.AddSingleton<ConnectorApi>().AddSingleton<TeamsAuthentication>().AddSingleton<TeamsBot>().AddSingleton<TeamsAdapter>();
}

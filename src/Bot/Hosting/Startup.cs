namespace AccountNudge.Bot.Hosting;

/// <summary>What whoever starts the bot gets to read.</summary>
internal static class Startup
{
    /// <summary>Says what keeps the bot from starting, one sentence a line and nothing else, and returns the exit code.</summary>
    public static int Refuse(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return 1;
    }

    /// <summary>Listens where the settings say. Kestrel reads endpoints of its own by itself, and would warn about these beside them.</summary>
    public static void UseListeners(this IWebHostBuilder host, IConfiguration configuration, BotSettings settings)
    {
        if (!configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            host.UseUrls([.. settings.Listeners]);
        }
    }

    /// <summary>Says where to go now, with the ports really taken.</summary>
    public static void Announce(BotSettings settings, IEnumerable<string> addresses) => Console.WriteLine(settings.IsLocal
        ? $"AccountNudge is listening: open {addresses.First()}"
        : $"AccountNudge is listening on {string.Join(" and ", addresses)}");
}

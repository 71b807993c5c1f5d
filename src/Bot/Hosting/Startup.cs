using Microsoft.Extensions.Configuration.Memory;

namespace AccountNudge.Bot.Hosting;

/// <summary>What whoever starts the bot gets to read.</summary>
internal static class Startup
{
    private static readonly string[] Libraries = ["Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.EntityFrameworkCore", "Hangfire", "System.Net.Http"];

    /// <summary>Says what keeps the bot from starting, one sentence a line and nothing else, and returns the exit code.</summary>
    public static int Refuse(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return 1;
    }

    /// <summary>
    /// The libraries speak up only when something is wrong; the log of every request, which is named by itself, would also keep query strings with
    /// telephone numbers in them, and the addresses of calendars.
    /// This lies beneath all other configuration, so that whoever looks for a fault may set it otherwise.
    /// </summary>
    public static void QuietLibraries(this IConfigurationBuilder configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Libraries.Select(Quiet) });

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

    private static KeyValuePair<string, string?> Quiet(string library) => new($"Logging:LogLevel:{library}", nameof(LogLevel.Warning));
}

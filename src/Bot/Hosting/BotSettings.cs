using AccountNudge.Bot.Conversation.Privacy;

namespace AccountNudge.Bot.Hosting;

/// <summary>Which clock the bot goes by.</summary>
public enum ClockMode
{
    /// <summary>The real time.</summary>
    System,

    /// <summary>A clock that stands still until it is moved by <c>POST /clock</c>; only on loopback.</summary>
    Simulated,
}

/// <summary>The bot's own settings, once they are known to make sense. Each platform has its own.</summary>
public sealed record BotSettings
{
    /// <summary>Where the bot listens.</summary>
    public required IReadOnlyList<string> Listeners { get; init; }

    /// <summary>
    /// Every listener and every platform address in use is loopback. Only then do the local page, <c>/clock</c> and
    /// unauthenticated Teams traffic exist.
    /// </summary>
    public required bool IsLocal { get; init; }

    /// <summary>The address at which the bot is reached from outside; null where nobody said.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The PostgreSQL database; null means the SQLite file.</summary>
    public string? Postgres { get; init; }

    /// <summary>The SQLite file, when there is no <see cref="Postgres"/>.</summary>
    public required string StoragePath { get; init; }

    /// <summary>Wraps the key ring; always there with <see cref="Postgres"/>.</summary>
    public byte[]? MasterKey { get; init; }

    /// <summary>Which clock the bot goes by.</summary>
    public required ClockMode Clock { get; init; }

    /// <summary>Where a simulated clock starts; null means now.</summary>
    public Instant? ClockStart { get; init; }

    /// <summary>Reads and checks them, after the platforms have read theirs with the same reader: only then is it known what is local.</summary>
    internal static BotSettings Read(SettingsReader reader)
    {
        var listeners = reader.Listeners();
        var postgres = reader.Postgres();
        var clock = reader.OneOf("Clock:Mode", ClockMode.System);
        if (clock == ClockMode.Simulated) reader.RequireLocal("Clock:Mode=Simulated");
        return new BotSettings
        {
            Listeners = [.. listeners.Select(listener => listener.Value)],
            IsLocal = reader.CheckLocal(listeners),
            PublicUrl = reader.PublicUrl(),
            Postgres = postgres,
            StoragePath = reader.StoragePath(),
            MasterKey = reader.MasterKey(required: postgres is not null),
            Clock = clock,
            ClockStart = reader.Instant("Clock:Start"),
            FilesUrl = reader.PublicAddress("Files:PublicUrl"),
        };
    }

    /// <summary>Where colleagues reach the bot in a browser, to fetch files.</summary>
    public Uri? FilesUrl { get; init; }

    /// <summary>Where files are fetched: as it was set, else at this machine while everything is on it.</summary>
    internal FilesAddress Files => new(FilesUrl ?? (IsLocal && Listeners is [var first, ..] && Uri.TryCreate(first.TrimEnd('/') + "/", UriKind.Absolute, out var here) ? here : null));

    /// <summary>Says nothing of secrets, wherever it may be printed.</summary>
    public override string ToString() => nameof(BotSettings);
}

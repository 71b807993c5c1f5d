using AccountNudge.Bot.Slack;
using AccountNudge.Bot.Teams;
using NodaTime;

namespace AccountNudge.Bot.Hosting;

/// <summary>Whose time the bot lives in.</summary>
public enum ClockMode
{
    /// <summary>The real time.</summary>
    System,

    /// <summary>A clock that stands still until it is moved by <c>POST /clock</c>; only on loopback.</summary>
    Simulated,
}

/// <summary>The bot's own settings, once they are known to make sense.</summary>
public sealed record BotSettings
{
    /// <summary>Where the bot listens.</summary>
    public required IReadOnlyList<string> Listeners { get; init; }

    /// <summary>
    /// Every listener and every platform address in use is loopback. Only then do the local page, <c>/clock</c> and
    /// unauthenticated Teams traffic exist.
    /// </summary>
    public required bool IsLocal { get; init; }

    /// <summary>The PostgreSQL database; null means the SQLite file.</summary>
    public string? Postgres { get; init; }

    /// <summary>The SQLite file, when there is no <see cref="Postgres"/>.</summary>
    public required string StoragePath { get; init; }

    /// <summary>Wraps the key ring; always there with <see cref="Postgres"/>.</summary>
    public byte[]? MasterKey { get; init; }

    /// <summary>Whose time the bot lives in.</summary>
    public required ClockMode Clock { get; init; }

    /// <summary>Where a simulated clock starts; null means now.</summary>
    public Instant? ClockStart { get; init; }

    /// <summary>Teams traffic without a token is let in; only where <see cref="IsLocal"/>.</summary>
    public required bool TeamsAllowUnauthenticated { get; init; }

    /// <summary>How Slack is reached; null when it is off.</summary>
    internal SlackSettings? Slack { get; init; }

    /// <summary>How Teams is reached; null when it is off.</summary>
    internal TeamsSettings? Teams { get; init; }

    /// <summary>Reads and checks all settings; either they are there or every problem is named in a sentence of its own.</summary>
    public static (BotSettings? Settings, IReadOnlyList<string> Problems) Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var listeners = reader.Listeners();
        var outside = listeners.Where(listener => !listener.IsLoopback).Concat(reader.PlatformAddressesOutside())
            .Select(address => $"{address.Key} has {address.Value}").ToArray();
        var postgres = reader.Postgres();
        var clock = reader.OneOf("Clock:Mode", ClockMode.System);
        var unauthenticated = reader.Flag("Teams:AllowUnauthenticated");
        if (clock == ClockMode.Simulated)
        {
            reader.RequireLocal("Clock:Mode=Simulated", outside);
        }

        if (unauthenticated)
        {
            reader.RequireLocal("Teams:AllowUnauthenticated", outside);
        }

        var settings = new BotSettings
        {
            Listeners = [.. listeners.Select(listener => listener.Value)],
            IsLocal = outside.Length == 0 && !reader.IsBehindProxy,
            Postgres = postgres,
            StoragePath = reader.StoragePath(),
            MasterKey = reader.MasterKey(required: postgres is not null),
            Clock = clock,
            ClockStart = reader.Instant("Clock:Start"),
            TeamsAllowUnauthenticated = unauthenticated,
            Slack = SlackSettings.Read(configuration, reader.Problems),
            Teams = TeamsSettings.Read(configuration, unauthenticated, reader.Problems),
        };
        return reader.Problems.Count == 0 ? (settings, []) : (null, [.. reader.Problems]);
    }

    /// <summary>Says nothing of secrets, wherever it may be printed.</summary>
    public override string ToString() => nameof(BotSettings);
}

using Npgsql;

namespace AccountNudge.Bot.Hosting;

/// <summary>An address and the setting it comes from.</summary>
internal sealed record SettingAddress(string Key, string Value, bool IsLoopback);

/// <summary>Reads one setting at a time and collects what is wrong, one sentence each, naming the key but no secret.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private const string UsualListener = "http://localhost:3978";
    private const string ProxyKey = "FORWARDEDHEADERS_ENABLED";
    private const int MasterKeyBytes = 32;

    private readonly List<string> problems = [];
    private readonly List<string> outside = [];
    private readonly List<string> needLocal = [];

    /// <summary>What is wrong so far, one sentence each.</summary>
    public IReadOnlyList<string> Problems => problems;

    public void Add(string problem) => problems.Add(problem);

    /// <summary>ASP.NET's own switch for "a proxy forwards to me": whoever sets it does not stand on loopback alone.</summary>
    private bool IsBehindProxy => bool.TryParse(configuration[ProxyKey], out var enabled) && enabled;

    /// <summary>Every place ASP.NET Core may listen at: its endpoints, its addresses, else its ports, else ours.</summary>
    public IReadOnlyList<SettingAddress> Listeners()
    {
        var named = configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => (Key: $"{endpoint.Path}:Url", Value: endpoint["Url"] ?? ""))
            .Concat(Split("Urls"))
            .ToArray();
        if (named.Length == 0)
        {
            named = [.. Ports("HTTP_PORTS", "http"), .. Ports("HTTPS_PORTS", "https")];
        }

        if (named.Length == 0)
        {
            named = [("Urls", UsualListener)];
        }

        return [.. named.Select(listener => Listener(listener.Key, listener.Value)).OfType<SettingAddress>()];
    }

    /// <summary>A text without the space around it; null where there is none.</summary>
    public string? Text(string key) => configuration[key]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>
    /// An address the bot speaks to. The local page exists only while all in use are on this machine, so a platform reads every
    /// one of its own here.
    /// </summary>
    /// <param name="key">The setting that names it.</param>
    /// <param name="usual">Where it is unless the setting says otherwise.</param>
    /// <param name="isInUse">Whether the bot speaks to it.</param>
    public Uri Address(string key, string usual, bool isInUse)
    {
        if (!Uri.TryCreate(Text(key) ?? usual, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            problems.Add($"{key} must be an address such as {usual}.");
            return new Uri(usual);
        }

        if (isInUse && !Loopback.IsLoopback(address)) outside.Add($"{key} has {address.GetLeftPart(UriPartial.Authority)}");
        return address;
    }

    /// <summary>Where this bot is reached in a browser: https, or this machine; null when it is not set. Ends with a slash.</summary>
    public Uri? PublicAddress(string key)
    {
        if (Text(key) is not { } text) return null;
        if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address is { Query: "", Fragment: "", UserInfo: "" }
            && (address.Scheme == "https" || (address.Scheme == "http" && Loopback.IsLoopback(address)))) return address;
        problems.Add($"{key} must be the https address at which this bot is reached in a browser, such as https://bot.example.com (http only on this machine).");
        return null;
    }

    /// <summary>A setting works only while everything is on this machine, which <see cref="CheckLocal"/> finds out.</summary>
    public void RequireLocal(string setting) => needLocal.Add(setting);

    /// <summary>Whether every listener and every address in use is on this machine; where it must be and is not, that is a problem.</summary>
    public bool CheckLocal(IReadOnlyList<SettingAddress> listeners)
    {
        var reasons = listeners.Where(listener => !listener.IsLoopback).Select(listener => $"{listener.Key} has {listener.Value}").Concat(outside).ToList();
        if (IsBehindProxy) reasons.Add($"{ProxyKey} is on");
        if (reasons.Count > 0)
        {
            problems.AddRange(needLocal.Select(setting => $"{setting} needs every listener and chat platform to be on this machine (loopback), but {string.Join(" and ", reasons)}."));
        }

        return reasons.Count == 0;
    }

    /// <summary>The address at which the bot is reached from outside; where only a platform was told it, that one.</summary>
    public Uri? PublicUrl()
    {
        const string Key = "PublicUrl";
        if ((Text(Key) ?? Text("Slack:PublicUrl")) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }) return address;
        if (Text(Key) is not null) problems.Add($"{Key} must be the address at which this bot is reached from outside, such as https://bot.example.com.");
        return null;
    }

    public string? Postgres()
    {
        const string Key = "ConnectionStrings:Postgres";
        if (Text(Key) is not { } connectionString)
        {
            return null;
        }

        try
        {
            if (!string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(connectionString).Host))
            {
                return connectionString;
            }
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // Said below; the exception may quote the password.
        }

        problems.Add($"{Key} must be a connection string such as Host=db.example;Database=accountnudge;Username=accountnudge;Password=….");
        return connectionString;
    }

    public string StoragePath()
    {
        const string Key = "Storage:Path";
        var path = Text(Key) ?? Path.Combine("data", "accountnudge.db");
        if (path.Contains('\0', StringComparison.Ordinal) || Path.GetFileName(path).Length == 0)
        {
            problems.Add($"{Key} must be the path of a file, such as data/accountnudge.db.");
        }

        return path;
    }

    public byte[]? MasterKey(bool required)
    {
        const string Key = "Secrets:MasterKey";
        const string Advice = "32 random bytes or more in base64, for example from: openssl rand -base64 32";
        if (Text(Key) is not { } text)
        {
            if (required)
            {
                problems.Add($"{Key} is required with ConnectionStrings:Postgres: {Advice}");
            }

            return null;
        }

        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length < MasterKeyBytes)
        {
            problems.Add($"{Key} must be {Advice}");
        }

        return bytes[..length];
    }

    public T OneOf<T>(string key, T usual) where T : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return usual;
        }

        if (Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        problems.Add($"{key} must be {string.Join(" or ", Enum.GetNames<T>())}, not \"{text}\".");
        return usual;
    }

    public bool Flag(string key)
    {
        var flag = false;
        if (Text(key) is { } text && !bool.TryParse(text, out flag))
        {
            problems.Add($"{key} must be true or false, not \"{text}\".");
        }

        return flag;
    }

    public Instant? Instant(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (IsoInstant.Parse(text) is { } instant)
        {
            return instant;
        }

        problems.Add($"{key} must be an instant such as 2027-03-01T09:00:00Z, not \"{text}\".");
        return null;
    }

    private SettingAddress? Listener(string key, string value)
    {
        try
        {
            var address = BindingAddress.Parse(value);
            if (address.Scheme is "http" or "https")
            {
                return new(key, value, Loopback.IsLoopback(address));
            }
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            // Said below.
        }

        problems.Add($"{key} must be an address such as {UsualListener}, not \"{value}\".");
        return null;
    }

    private IEnumerable<(string Key, string Value)> Split(string key) =>
        (configuration[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(value => (key, value));

    private IEnumerable<(string Key, string Value)> Ports(string key, string scheme) =>
        Split(key).Select(port => (key, $"{scheme}://*:{port.Value}"));
}

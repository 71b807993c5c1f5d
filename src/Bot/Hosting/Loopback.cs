using System.Net;

namespace AccountNudge.Bot.Hosting;

/// <summary>What counts as this machine.</summary>
public static class Loopback
{
    /// <summary>The host names under which a browser on this machine may call the local page, whatever the port.</summary>
    public static bool IsLocalName(string? host) =>
        host is not null && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]");

    /// <summary>An address of the loopback interface, also in IPv6's spelling of IPv4.</summary>
    public static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <summary>
    /// A listener such as <c>http://localhost:3978</c>. Kestrel listens on every interface for any name it does not
    /// know, so only <c>localhost</c> and literal loopback addresses qualify; a socket file may have a proxy behind it.
    /// </summary>
    public static bool IsLoopback(BindingAddress listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        return !listener.IsUnixPipe && !listener.IsNamedPipe && IsLoopbackHost(listener.Host);
    }

    /// <summary>An address the bot itself calls.</summary>
    public static bool IsLoopback(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return IsLoopbackHost(address.Host);
    }

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsLoopback(address));
}

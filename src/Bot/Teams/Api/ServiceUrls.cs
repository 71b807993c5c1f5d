using System.Collections.Frozen;
using AccountNudge.Bot.Hosting;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>
/// Where the Connector is. Activities bring its address along, and our token goes there, so only Teams' own hosts will do: those
/// of the public cloud and of the American administration within it (microsoft/teams.net, CloudEnvironment.cs). The sovereign
/// clouds have issuers of their own, whose tokens do not open this bot, and so they are not on the list either.
/// </summary>
internal static class ServiceUrls
{
    private static readonly FrozenSet<string> Hosts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "smba.trafficmanager.net", "smba.onyx.prod.teams.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com");

    /// <summary>Whether we may speak to it.</summary>
    /// <param name="serviceUrl">As an activity brought it, or as it was stored.</param>
    /// <param name="isLocal">Nothing may leave this machine: then only loopback will do, and else it never does.</param>
    public static bool IsAllowed(string? serviceUrl, bool isLocal) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
        && (isLocal ? address.Scheme is "http" or "https" && Loopback.IsLoopback(address) : address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && Hosts.Contains(address.IdnHost));
}

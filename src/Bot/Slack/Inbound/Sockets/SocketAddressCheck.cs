using AccountNudge.Bot.Hosting;

namespace AccountNudge.Bot.Slack.Inbound.Sockets;

/// <summary>Whether a socket's address, which comes from an answer, is one we connect to.</summary>
internal static class SocketAddressCheck
{
    private const string Slack = "slack.com";

    /// <summary>Slack itself or where the Web API is, encrypted; in clear only on this machine.</summary>
    /// <param name="address">What <c>apps.connections.open</c> answered.</param>
    /// <param name="api">The Web API's address.</param>
    public static bool IsTrusted(Uri address, Uri api)
    {
        if (address.UserInfo.Length > 0) return false;
        var isApi = string.Equals(address.Host, api.Host, StringComparison.OrdinalIgnoreCase);
        return address.Scheme switch
        {
            "wss" => isApi || IsSlack(address.Host),
            "ws" => isApi && address.IsLoopback && Loopback.IsLoopback(api),
            _ => false,
        };
    }

    private static bool IsSlack(string host) => host.Equals(Slack, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + Slack, StringComparison.OrdinalIgnoreCase);
}

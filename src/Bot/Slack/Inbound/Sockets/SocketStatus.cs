namespace AccountNudge.Bot.Slack.Inbound.Sockets;

/// <summary>Whether Slack reaches us over a socket, for the health check.</summary>
internal sealed class SocketStatus
{
    private sealed record State(bool IsUp, string Says);

    private volatile State state = new(false, "connecting");

    public bool IsUp => state.IsUp;

    /// <summary>In a few words, without any secret.</summary>
    public string Says => state.Says;

    public void Up() => state = new State(true, "connected");

    public void Down(string why) => state = new State(false, why);
}

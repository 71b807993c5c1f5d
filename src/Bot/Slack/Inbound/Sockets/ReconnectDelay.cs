namespace AccountNudge.Bot.Slack.Inbound.Sockets;

/// <summary>How long to wait before the next connection. Slack allows few of them, and many bots lose theirs at the same moment.</summary>
internal static class ReconnectDelay
{
    private const double First = 0.25;
    private const double Longest = 60;

    /// <summary>Real time to wait.</summary>
    /// <param name="failures">How many attempts in a row came to nothing; none after a connection that had lived.</param>
    /// <param name="chance">From 0 to 1, to spread the bots.</param>
    public static Duration After(int failures, double chance) =>
        Duration.FromSeconds(Math.Min(Longest, First * Math.Pow(2, Math.Min(failures, 20))) * (0.5 + (chance / 2)));
}

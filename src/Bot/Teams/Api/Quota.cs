using AccountNudge.Bot.Platforms.Pacing;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>
/// How often one thing may be done in one conversation (a personal chat, a group chat or a channel with all its threads):
/// learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit. Each pair stays below all four windows of its row there,
/// even if what is late on the way falls into the next window.
/// </summary>
/// <param name="Name">What is done.</param>
/// <param name="Short">Keeps the windows of seconds.</param>
/// <param name="Long">Keeps the hour.</param>
internal sealed record Quota(string Name, RateLimit Short, RateLimit Long)
{
    /// <summary>Sending, and opening a conversation: 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour.</summary>
    public static readonly Quota Messages = new("messages", new RateLimit(5, TimeSpan.FromSeconds(0.56)), new RateLimit(60, TimeSpan.FromSeconds(2.08)));

    /// <summary>Members, and the channels of a team: 14 in 1 s, 16 in 2 s, 120 in 30 s, 3,600 in an hour.</summary>
    public static readonly Quota Rosters = new("rosters", new RateLimit(8, TimeSpan.FromSeconds(0.28)), new RateLimit(100, TimeSpan.FromSeconds(1.04)));

    /// <summary>Everything an app does in one tenant: 50 in 1 s.</summary>
    public static readonly RateLimit Everything = new(10, TimeSpan.FromMilliseconds(26));
}

using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>
/// Whoever is in a team's home belongs to the team, spoken or not. The platforms see to that by what they are told and read; here
/// they are asked for it where it cannot wait. Not within a transaction, for a platform may take its time.
/// </summary>
internal sealed class HomeSearch(Stores stores, IChatPlatform? platform, IClock clock)
{
    /// <summary>
    /// Before somebody without a team is answered: lets them belong wherever the platform finds them in a team's home. False when it does not tell
    /// and whatever they record might begin a team of one that should not be.
    /// </summary>
    public async Task<bool> Find(Turn turn, CancellationToken cancellation)
    {
        if (platform is null) return true;
        await using var store = stores.Open(Scope.Nothing);
        if (await store.HomesIn(turn.Platform, turn.WorkspaceId, cancellation) is not { Count: > 0 } homes) return true;
        var now = clock.GetCurrentInstant();
        if (await platform.ChannelsOf(turn.WorkspaceId, turn.Speaker.Id, homes, cancellation) is not { } found) return turn.Input is Invited or Visited;
        if (found.Count > 0) await stores.Join(new HomeChannels(turn.Platform, turn.WorkspaceId, found), [turn.Speaker.Present], now, cancellation);
        return true;
    }

    /// <summary>After the channel has become a team's home.</summary>
    public Task Follow(Turn turn, CancellationToken cancellation) => platform?.FollowHome(turn.WorkspaceId, turn.Channel.Id, cancellation) ?? Task.CompletedTask;

    /// <summary>Whether a turn that is about to be saved makes its channel a team's home.</summary>
    public static bool IsNewHome(TurnContext turn) =>
        !turn.Turn.Channel.IsDirect && turn.Teams.All(team => team.Home != turn.Turn.Channel.Id || turn.IsElsewhere) && Homes.IsHomeNow(turn);
}

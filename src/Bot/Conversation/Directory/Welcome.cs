namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>The first words of the bot in a new home.</summary>
internal static class Welcome
{
    public static async Task<Reply> Greet(TurnContext turn, CancellationToken cancellation)
    {
        if (turn.Teams.Count > 0 && !turn.IsElsewhere) return Reply.Silent;
        var team = await turn.Found(cancellation);
        return Reply.Everyone(new Card(team.Name, Afterwards(turn, team)));
    }

    public static IReadOnlyList<CardPart> Afterwards(TurnContext turn, Core.Accounts.AccountTeam team) =>
        team.Settings.RegionAsked || turn.Teams.Count == 0 ? [] : [new Divider()];
}

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Which name an account may take.</summary>
internal static class AccountNames
{
    /// <summary>Refuses a name that a team has already, but for the account that bears it.</summary>
    public static async Task RefuseTaken(TurnContext turn, Guid teamId, string name, Guid? own, CancellationToken cancellation)
    {
        var key = AccountKey.Of(name);
        var others = await turn.Store.Accounts.Where(account => account.TeamId == teamId && account.Id != own).Select(account => account.Name).ToListAsync(cancellation);
        if (others.Find(other => AccountKey.Of(other).IsSameAs(key)) is { } taken) throw new RefusalException(AccountTexts.Taken(turn.Turn.Call, taken));
    }
}

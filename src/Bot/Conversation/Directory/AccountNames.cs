namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>When two names mean the same client: without case, accents and a legal form that only one of them has.</summary>
internal static class AccountNames
{
    /// <summary>Refuses a name that a team has already, but for the account that bears it.</summary>
    public static async Task RefuseTaken(TurnContext turn, Guid teamId, string name, Guid? own, CancellationToken cancellation)
    {
        var others = await turn.Store.Accounts.Where(account => account.TeamId == teamId && account.Id != own).Select(account => account.Name).ToListAsync(cancellation);
        if (others.Find(other => Same(other, name)) is { } taken) throw new RefusalException(AccountTexts.Taken(turn.Turn.Call, taken));
    }

    public static bool Same(string one, string other) => AccountKey.Of(one).IsSameAs(AccountKey.Of(other));
}

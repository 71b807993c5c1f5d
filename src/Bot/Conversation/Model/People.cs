namespace AccountNudge.Bot.Conversation.Model;

/// <summary>Whom a card is about: the person first, then the company.</summary>
internal static class People
{
    /// <summary>Such as <c>Sabine Klein, Weber GmbH</c>; the company alone where nobody is named.</summary>
    public static RichText Of(Contact? contact, Account account) =>
        contact is null ? new RichText([new Strong(account.Name)]) : new RichText([new Strong(contact.Name), new Words($", {account.Name}")]);

    /// <summary>The contact of an id, if it is still known.</summary>
    public static Task<Contact?> Contact(this TurnContext turn, Guid? contactId, CancellationToken cancellation) =>
        contactId is null ? Task.FromResult<Contact?>(null) : turn.Store.Contacts.FirstOrDefaultAsync(contact => contact.Id == contactId, cancellation);

    /// <summary>The names that people of the workspace have now, by the platform's id.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> PersonNames(this TurnContext turn, IReadOnlySet<string> personIds, CancellationToken cancellation) => personIds.Count == 0
        ? new Dictionary<string, string>()
        : await turn.Store.Members.Where(member => personIds.Contains(member.PersonId)).ToDictionaryAsync(member => member.PersonId, member => member.Name, cancellation);

    /// <summary>The names of members of the workspace, also of those who have left the team.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> MembersNamed(this TurnContext turn, IEnumerable<Guid?> memberIds, CancellationToken cancellation)
    {
        var ids = memberIds.OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, string>() : await turn.Store.Members.Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Name, cancellation);
    }

    /// <summary>An account of the scope; null for a foreign one.</summary>
    public static Task<Account?> AccountOf(this TurnContext turn, Guid accountId, CancellationToken cancellation) =>
        turn.Store.Accounts.FirstOrDefaultAsync(account => account.Id == accountId, cancellation);
}

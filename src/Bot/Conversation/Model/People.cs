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

    /// <summary>An account of the scope; null for a foreign one.</summary>
    public static Task<Account?> AccountOf(this TurnContext turn, Guid accountId, CancellationToken cancellation) =>
        turn.Store.Accounts.FirstOrDefaultAsync(account => account.Id == accountId, cancellation);
}

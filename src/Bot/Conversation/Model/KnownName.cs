using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>What a known name stands for.</summary>
public enum NameKind
{
    Account,
    Contact,
    Member,
}

/// <summary>A name the speaker's teams know.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Id">The row.</param>
/// <param name="Name">As it was entered.</param>
/// <param name="AccountId">The contact's account, or the account itself; empty for a member.</param>
/// <param name="Phone">A contact's number as it was entered.</param>
/// <param name="PersonId">A member's id on the platform.</param>
/// <param name="Team">The team that looks after an account, where several are in scope.</param>
public sealed record KnownName(NameKind Kind, Guid Id, string Name, Guid AccountId = default, string? Phone = null, string? PersonId = null, string? Team = null)
{
    /// <summary>Where a contact stands.</summary>
    public ContactState State { get; init; }

    /// <summary>A contact who is not there any more.</summary>
    public bool IsGone => State != ContactState.Active;
}

/// <summary>The names that teams know.</summary>
internal static class KnownNames
{
    /// <summary>Accounts, contacts and members of teams, in one statement on PostgreSQL.</summary>
    /// <param name="store">Sees these teams and no others.</param>
    /// <param name="teams">The teams.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<IReadOnlyList<KnownName>> Of(Store store, IReadOnlyList<AccountTeam> teams, CancellationToken cancellation)
    {
        var batch = new QueryBatch(store);
        var accounts = batch.Add(new { }, static (store, _) => store.Accounts.Select(account => new { account.Id, account.Name, account.TeamId }));
        var contacts = batch.Add(new { }, static (store, _) => store.Contacts.Where(contact => contact.State != ContactState.Erased).Select(contact => new { contact.Id, contact.Name, contact.AccountId, contact.Phone, contact.State }));
        var members = batch.Add(new { }, static (store, _) =>
        {
            var places = store.Memberships;
            return store.Members.Where(member => places.Any(place => place.MemberId == member.Id)).Select(member => new { member.Id, member.Name, member.PersonId });
        });
        await batch.Run(cancellation);
        return
        [
            .. accounts.All.Select(account => new KnownName(NameKind.Account, account.Id, account.Name, account.Id, Team: teams.Count > 1 ? teams.FirstOrDefault(team => team.Id == account.TeamId)?.Name : null)),
            .. contacts.All.Select(contact => new KnownName(NameKind.Contact, contact.Id, contact.Name, contact.AccountId, contact.Phone, null) { State = contact.State }),
            .. members.All.Select(member => new KnownName(NameKind.Member, member.Id, member.Name, default, null, member.PersonId)),
        ];
    }
}

using AccountNudge.Bot.Teams.Api;

namespace AccountNudge.Bot.Teams.People;

/// <summary>Maps a roster's members to people of the conversation, and tells guests.</summary>
internal static class MemberMapping
{
    /// <summary>The mark of an account that was invited from elsewhere: learn.microsoft.com/entra/external-id/user-properties.</summary>
    private const string Invited = "#EXT#";

    /// <summary>Before the id of an app, which is no one.</summary>
    private const string Bots = "28:";
    private const string Colleague = "user";

    /// <summary>
    /// Whether someone is a guest, nameless or from another tenant (in shared channels and chats with other organisations). Guests
    /// carry the tenant of their host, so it says nothing alone: without a role or an address nothing speaks for someone.
    /// </summary>
    public static bool IsOutsider(TeamsMember member, string tenantId)
    {
        if (IsBot(member.Id)) return false;
        var (role, tenant) = (member.Role, member.TenantId);
        if (member.PrincipalName.Contains(Invited, StringComparison.OrdinalIgnoreCase)) return true;
        if (role.Length > 0 && !Is(role, Colleague)) return true;
        if (role.Length == 0 && member.PrincipalName.Length == 0) return true;
        return tenant.Length > 0 ? !Is(tenant, tenantId) : role.Length == 0;
    }

    /// <summary>A person for the conversation; bots are given nothing, like guests.</summary>
    public static ChatPerson Person(TeamsMember member, string tenantId, string personId) =>
        new(personId, member.Name.Length > 0 ? member.Name : personId,
            IsGuest: IsOutsider(member, tenantId) || IsBot(personId));

    /// <summary>Whether an id is an app's.</summary>
    public static bool IsBot(string id) => id.StartsWith(Bots, StringComparison.Ordinal);

    /// <summary>Someone of whom nothing is known is given nothing.</summary>
    public static ChatPerson Stranger(string personId) => new(personId, personId, IsGuest: true);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

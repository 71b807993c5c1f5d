using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Conversation;

/// <summary>Who is speaking, where, and for which teams: the first thing a turn is asked.</summary>
internal static class Doorway
{
    /// <summary>
    /// Finds or makes the workspace and the member, keeps what the platform tells of them current, and opens the scope:
    /// the channel's team where it is a home, else the speaker's own teams. Someone new in a home channel becomes its member.
    /// </summary>
    public static async Task<TurnContext> Enter(this Store store, Turn turn, Registry registry, Instant now, CancellationToken cancellation)
    {
        var workspace = await FindOrMake(store, turn, cancellation);
        store.Within(new Scope(workspace.Id, []));
        var speaker = await FindOrMakeSpeaker(store, turn.Speaker, workspace, cancellation);
        var home = turn.Channel.IsDirect ? null : await store.TeamAt(workspace.Id, turn.Channel.Id, cancellation);
        var own = await store.TeamsOf(workspace.Id, speaker.Id, cancellation);
        var scope = home is { } team ? [team] : own;
        store.Within(new Scope(workspace.Id, scope));
        if (home is { } entered && !own.Contains(entered)) store.Memberships.Add(Place(workspace, entered, speaker, now));
        await store.SaveChangesAsync(cancellation);
        var teams = await store.Teams.ToListAsync(cancellation);
        return new TurnContext
        {
            Turn = turn,
            Store = store,
            Workspace = workspace,
            Speaker = speaker,
            Teams = [.. teams.OrderBy(candidate => scope.ToList().IndexOf(candidate.Id))],
            Now = now,
            Registry = registry,
            IsElsewhere = home is null && !turn.Channel.IsDirect && own.Count > 0,
        };
    }

    /// <summary>Makes the channel a team's home, or a team of one in a direct message; the speaker is its first member.</summary>
    public static async Task<AccountTeam> Found(this TurnContext turn, CancellationToken cancellation)
    {
        var (store, channel) = (turn.Store, turn.Turn.Channel);
        var team = new AccountTeam
        {
            WorkspaceId = turn.Workspace.Id,
            Name = channel.IsDirect ? turn.Speaker.Name : channel.Name,
            Home = channel.IsDirect ? turn.Speaker.PersonId : channel.Id,
            HomeIsDirect = channel.IsDirect,
            CreatedAt = turn.Now,
            Settings = new TeamSettings { Zone = (turn.Speaker.Zone ?? DateTimeZone.Utc).Id, Language = turn.Speaker.Language },
        };
        store.Within(new Scope(turn.Workspace.Id, team.Id));
        store.Teams.Add(team);
        store.Memberships.Add(Place(turn.Workspace, team.Id, turn.Speaker, turn.Now));
        await store.SaveChangesAsync(cancellation);
        return team;
    }

    /// <summary>The same turn with another team in scope.</summary>
    public static TurnContext With(this TurnContext turn, AccountTeam team) => new()
    {
        Turn = turn.Turn,
        Store = turn.Store,
        Workspace = turn.Workspace,
        Speaker = turn.Speaker,
        Teams = [team],
        Now = turn.Now,
        Registry = turn.Registry,
        Touched = turn.Touched,
    };

    private static Membership Place(Workspace workspace, Guid teamId, Member member, Instant now) =>
        new() { WorkspaceId = workspace.Id, TeamId = teamId, MemberId = member.Id, JoinedAt = now };

    private static async Task<Workspace> FindOrMake(Store store, Turn turn, CancellationToken cancellation)
    {
        var workspace = await store.Workspaces.FirstOrDefaultAsync(workspace => workspace.Platform == turn.Platform && workspace.ExternalId == turn.WorkspaceId, cancellation);
        if (workspace is not null) return workspace;
        workspace = new Workspace { Platform = turn.Platform, ExternalId = turn.WorkspaceId };
        store.Workspaces.Add(workspace);
        await store.SaveChangesAsync(cancellation);
        return workspace;
    }

    private static async Task<Member> FindOrMakeSpeaker(Store store, ChatPerson person, Workspace workspace, CancellationToken cancellation)
    {
        var speaker = await store.Members.FirstOrDefaultAsync(member => member.PersonId == person.Id, cancellation);
        if (speaker is null)
        {
            speaker = new Member { WorkspaceId = workspace.Id, PersonId = person.Id, Name = person.Name, Language = LanguageOf(person), Zone = person.Zone };
            store.Members.Add(speaker);
        }

        speaker.Name = person.Name;
        speaker.Language = LanguageOf(person);
        if (person.Zone is not null && !person.Zone.Equals(speaker.Zone)) speaker.Zone = person.Zone;
        await store.SaveChangesAsync(cancellation);
        return speaker;
    }

    private static Language LanguageOf(ChatPerson person) =>
        person.Locale?.StartsWith("de", StringComparison.OrdinalIgnoreCase) == true ? Language.German : Language.English;
}

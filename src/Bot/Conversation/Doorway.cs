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
        var speaker = await FindOrMakeMember(store, turn.Speaker, workspace, cancellation);
        var home = turn.Channel.IsDirect ? null : await store.TeamAt(workspace.Id, turn.Channel.Id, cancellation);
        var own = await store.TeamsOf(workspace.Id, speaker.Id, cancellation);
        var scope = home is { } team ? [team] : own;
        store.Within(new Scope(workspace.Id, scope));
        if (home is { } entered) await Join(store, turn, workspace, entered, speaker, now, cancellation);
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
        await Join(store, turn.Turn, turn.Workspace, team.Id, turn.Speaker, turn.Now, cancellation);
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

    /// <summary>Whoever speaks in a home channel, or is mentioned there, belongs to its team.</summary>
    private static async Task Join(Store store, Turn turn, Workspace workspace, Guid teamId, Member speaker, Instant now, CancellationToken cancellation)
    {
        var people = new List<Member> { speaker };
        foreach (var person in turn.Mentioned.Where(person => !person.IsGuest && !turn.Channel.IsDirect && person.Id != speaker.PersonId).DistinctBy(person => person.Id))
            people.Add(await FindOrMakeMember(store, person, workspace, cancellation));
        var there = await store.Memberships.Where(place => place.TeamId == teamId).Select(place => place.MemberId).ToListAsync(cancellation);
        store.Memberships.AddRange(people.Where(member => !there.Contains(member.Id)).Select(member => Place(workspace, teamId, member, now)));
        await store.SaveChangesAsync(cancellation);
    }

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

    private static async Task<Member> FindOrMakeMember(Store store, ChatPerson person, Workspace workspace, CancellationToken cancellation)
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

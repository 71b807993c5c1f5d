using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>Who is speaking, where, and for which teams: the first thing a turn is asked.</summary>
internal static class TurnContextFactory
{
    /// <summary>
    /// Finds or makes the workspace and the member, keeps what the platform tells of them current, and opens the scope:
    /// the channel's team where it is a home, else the speaker's own teams. Someone new in a home channel becomes its member.
    /// </summary>
    public static async Task<TurnContext> Enter(this Store store, Turn turn, CommandRegistry registry, Instant now, CancellationToken cancellation)
    {
        var workspace = await FindOrMake(store, turn, cancellation);
        var homeId = turn.Channel.IsDirect ? null : await store.TeamAt(workspace.Id, turn.Channel.Id, cancellation);
        store.Within(new Scope(workspace.Id, homeId is { } id ? [id] : []));
        var home = homeId is null ? null : await store.Teams.FirstOrDefaultAsync(cancellation);
        var speaker = await FindOrMakeMember(store, turn.Speaker, workspace, home, cancellation);
        var own = await store.TeamsOf(workspace.Id, speaker.Id, cancellation);
        var scope = home is null ? own : [home.Id];
        store.Within(new Scope(workspace.Id, scope));
        if (home is not null) await Join(store, turn, workspace, home, speaker, now, cancellation);
        var teams = home is null ? await store.Teams.ToListAsync(cancellation) : [home];
        await GuessBetter(store, teams, turn.Speaker.Locale, cancellation);
        return new TurnContext
        {
            Turn = turn,
            Store = store,
            Workspace = workspace,
            Speaker = speaker,
            OwnZone = speaker.Zone ?? Zones.Guess(turn.Speaker.Locale),
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
            Settings = new TeamSettings { Zone = turn.OwnZone.Id, ZoneIsGuess = turn.Speaker.Zone is null, Language = turn.Speaker.Language },
        };
        store.Within(new Scope(turn.Workspace.Id, team.Id));
        store.Teams.Add(team);
        await Join(store, turn.Turn, turn.Workspace, team, turn.Speaker, turn.Now, cancellation);
        turn.HasFounded = true;
        return team;
    }

    /// <summary>
    /// The teams to whose homes an invitation leads back; they are in scope then. In a person's own chat that is at most a team of
    /// one at home there, for of channels it tells nothing.
    /// </summary>
    public static async Task<IReadOnlyList<AccountTeam>> InvitedBack(this TurnContext turn, Invited invited, CancellationToken cancellation)
    {
        var (store, channel) = (turn.Store, turn.Turn.Channel);
        if (channel.IsDirect) return Homes.TeamOfOne(turn) is { } own ? [own] : [];
        var teams = await store.TeamsAt(turn.Workspace.Id, [channel.Id, .. invited.AlongWith], cancellation);
        if (teams.Count == 0) return [];
        store.Within(new Scope(turn.Workspace.Id, teams));
        return await store.Teams.ToListAsync(cancellation);
    }

    /// <summary>The same turn with another team in scope.</summary>
    public static TurnContext With(this TurnContext turn, AccountTeam team) => new()
    {
        Turn = turn.Turn,
        Store = turn.Store,
        Workspace = turn.Workspace,
        Speaker = turn.Speaker,
        OwnZone = turn.OwnZone,
        Teams = [team],
        Now = turn.Now,
        Registry = turn.Registry,
        Touched = turn.Touched,
        HasFounded = turn.HasFounded,
    };

    /// <summary>Whoever speaks in a home channel, or is mentioned there, belongs to its team.</summary>
    private static async Task Join(Store store, Turn turn, Workspace workspace, AccountTeam team, Member speaker, Instant now, CancellationToken cancellation)
    {
        var people = new List<Member> { speaker };
        foreach (var person in turn.Mentioned.Where(person => !person.IsGuest && !turn.Channel.IsDirect && person.Id != speaker.PersonId).DistinctBy(person => person.Id))
            people.Add(await FindOrMakeMember(store, person, workspace, team, cancellation));
        var there = await store.Memberships.Where(place => place.TeamId == team.Id).Select(place => place.MemberId).ToListAsync(cancellation);
        store.Memberships.AddRange(people.Where(member => !there.Contains(member.Id)).Select(member => Place(workspace, team.Id, member, now)));
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

    /// <summary>
    /// Whoever is new and of whom no locale is known, such as someone who was only mentioned, is taken to speak as the team
    /// does. What tells of no language changes nobody's.
    /// </summary>
    private static async Task<Member> FindOrMakeMember(Store store, ChatPerson person, Workspace workspace, AccountTeam? team, CancellationToken cancellation)
    {
        var language = Locales.Language(person.Locale);
        var member = await store.Members.FirstOrDefaultAsync(member => member.PersonId == person.Id, cancellation);
        if (member is null)
        {
            var guess = person.Locale is null && team is not null ? team.Settings.Language : Language.English;
            member = new Member { WorkspaceId = workspace.Id, PersonId = person.Id, Name = person.Name, Language = language ?? guess, Zone = person.Zone };
            store.Members.Add(member);
        }

        member.Name = person.Name;
        member.Language = language ?? member.Language;
        if (person.Zone is not null && !person.Zone.Equals(member.Zone)) member.Zone = person.Zone;
        await store.SaveChangesAsync(cancellation);
        return member;
    }

    /// <summary>Where nothing hinted at a zone yet, the first one whose locale does counts, until someone answers.</summary>
    private static async Task GuessBetter(Store store, List<AccountTeam> teams, string? locale, CancellationToken cancellation)
    {
        var guess = Zones.Guess(locale);
        if (guess.Equals(DateTimeZone.Utc)) return;
        foreach (var team in teams.Where(team => team.Settings.ZoneIsGuess && team.Settings.Zone == DateTimeZone.Utc.Id)) team.Settings = team.Settings with { Zone = guess.Id };
        // Before the command, for it is no part of what can be undone.
        await store.SaveChangesAsync(cancellation);
    }
}

using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>Who is speaking, where, and for which teams: the first thing a turn is asked.</summary>
internal static class TurnContextFactory
{
    /// <summary>
    /// Finds or makes the workspace and the member, keeps what the platform tells of them current, and opens the scope:
    /// the channel's team where it is a home, else the speaker's own teams. Someone new in a home channel becomes its member. Null when the
    /// turn was recorded before.
    /// </summary>
    public static async Task<TurnContext?> Enter(this Store store, Turn turn, CommandRegistry registry, Instant now, CancellationToken cancellation)
    {
        var channelId = turn.Channel.IsDirect ? null : turn.Channel.Id;
        var mentioned = MentionedIn(turn);
        var known = await store.PlaceOf(turn.Platform, turn.WorkspaceId, channelId, [turn.Speaker.Id, .. mentioned.Select(person => person.Id)], turn.Key, cancellation);
        if (known.IsReceived) return null;
        var workspace = known.Workspace ?? await Make(store, turn, cancellation);
        var home = channelId is null ? null : known.Teams.FirstOrDefault(team => team.Home == channelId);
        store.Within(new Scope(workspace.Id, home is null ? [] : [home.Id]));
        var speaker = Current(store, turn.Speaker, known.People, workspace, home);
        var own = known.Memberships.Where(place => place.MemberId == speaker.Id).OrderBy(place => place.JoinedAt).ThenBy(place => place.TeamId).Select(place => place.TeamId).ToList();
        var scope = home is null ? own : [home.Id];
        store.Within(new Scope(workspace.Id, scope));
        if (home is not null) Join(store, workspace, home, [.. turn.Speaker.IsSystem ? [] : new[] { speaker }, .. Members(store, mentioned, known.People, workspace, home)], known.Memberships, now);
        var teams = scope.Select(id => known.Teams.First(team => team.Id == id)).ToList();
        if (!turn.Speaker.IsSystem) GuessBetter(teams, turn.Speaker.Locale);
        // Before the command, for it is no part of what can be undone.
        if (store.ChangeTracker.HasChanges()) await store.SaveChangesAsync(cancellation);
        store.Receipts.Add(new Receipt { WorkspaceId = workspace.Id, Key = turn.Key, At = now });
        return new TurnContext
        {
            Turn = turn,
            Store = store,
            Workspace = workspace,
            Speaker = speaker,
            OwnZone = speaker.Zone ?? Zones.Guess(turn.Speaker.Locale),
            Known = known.People,
            Teams = teams,
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
        Join(store, turn.Workspace, team, [turn.Speaker, .. Members(store, MentionedIn(turn.Turn), turn.Known, turn.Workspace, team)], [], turn.Now);
        await store.SaveChangesAsync(cancellation);
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
        Known = turn.Known,
        Teams = [team],
        Now = turn.Now,
        Registry = turn.Registry,
        HasFounded = turn.HasFounded,
    };

    /// <summary>Whoever speaks in a home channel, or is mentioned there, belongs to its team.</summary>
    private static void Join(Store store, Workspace workspace, AccountTeam team, IEnumerable<Member> people, IReadOnlyList<Membership> known, Instant now)
    {
        var there = known.Where(place => place.TeamId == team.Id).Select(place => place.MemberId).ToHashSet();
        foreach (var member in people.Where(member => there.Add(member.Id)))
            store.Memberships.Add(new Membership { WorkspaceId = workspace.Id, TeamId = team.Id, MemberId = member.Id, JoinedAt = now });
    }

    private static List<ChatPerson> MentionedIn(Turn turn) =>
        [.. turn.Mentioned.Where(person => !person.IsGuest && !turn.Channel.IsDirect && person.Id != turn.Speaker.Id).DistinctBy(person => person.Id)];

    private static async Task<Workspace> Make(Store store, Turn turn, CancellationToken cancellation)
    {
        var workspace = new Workspace { Platform = turn.Platform, ExternalId = turn.WorkspaceId };
        store.Workspaces.Add(workspace);
        await store.SaveChangesAsync(cancellation);
        return workspace;
    }

    private static IEnumerable<Member> Members(Store store, List<ChatPerson> people, IReadOnlyList<Member> known, Workspace workspace, AccountTeam? team) =>
        people.Select(person => Current(store, person, known, workspace, team));

    /// <summary>
    /// Whoever is new and of whom no locale is known, such as someone who was only mentioned, is taken to speak as the team
    /// does. What tells of no language changes nobody's.
    /// </summary>
    private static Member Current(Store store, ChatPerson person, IReadOnlyList<Member> known, Workspace workspace, AccountTeam? team)
    {
        var language = Locales.Language(person.Locale);
        var member = known.FirstOrDefault(member => member.PersonId == person.Id);
        if (member is null)
        {
            var guess = person.Locale is null && team is not null ? team.Settings.Language : Language.English;
            member = new Member { WorkspaceId = workspace.Id, PersonId = person.Id, Name = person.Name, Language = language ?? guess, Zone = person.Zone };
            store.Members.Add(member);
        }

        member.Name = person.Name;
        member.Language = language ?? member.Language;
        if (person.Zone is not null && !member.HasChosenZone && !person.Zone.Equals(member.Zone)) member.Zone = person.Zone;
        return member;
    }

    /// <summary>Where nothing hinted at a zone yet, the first one whose locale does counts, until someone answers.</summary>
    private static void GuessBetter(List<AccountTeam> teams, string? locale)
    {
        var guess = Zones.Guess(locale);
        if (guess.Equals(DateTimeZone.Utc)) return;
        foreach (var team in teams.Where(team => team.Settings.ZoneIsGuess && team.Settings.Zone == DateTimeZone.Utc.Id)) team.Settings = team.Settings with { Zone = guess.Id };
    }
}

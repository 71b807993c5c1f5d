using System.Globalization;
using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Teams;

public sealed partial class FakeTeams
{
    private readonly Dictionary<string, FakePerson> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FakeTeam> teams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FakePlace> places = new(StringComparer.Ordinal);
    private readonly List<FakeChatMessage> messages = [];
    private readonly List<ConnectorCall> calls = [];
    private readonly List<string> violations = [];
    private long lastId;
    private int ids;

    /// <summary>Every message that everyone of its place can see, the people's among them, oldest first, deleted ones excepted.</summary>
    public IReadOnlyList<FakeChatMessage> Messages => Read(() => messages.Where(message => message.OnlyFor is null && !message.IsDeleted));

    /// <summary>Every message of the bot's that everyone of its place can see.</summary>
    public IReadOnlyList<FakeChatMessage> Posts => Read(() => messages.Where(message => message.From == BotId && message.OnlyFor is null && !message.IsDeleted));

    /// <summary>Every message that only one person sees.</summary>
    public IReadOnlyList<FakeChatMessage> Targeted => Read(() => messages.Where(message => message.OnlyFor is not null && !message.IsDeleted));

    /// <summary>Every call of the Connector, in the order of arrival.</summary>
    public IReadOnlyList<ConnectorCall> Calls => Read(() => calls);

    /// <summary>What a bot must not do, in sentences; a well-behaved one leaves this empty.</summary>
    public IReadOnlyList<string> Violations => Read(() => violations);

    /// <summary>A new tenant's id; tenants need no more than that.</summary>
    public static string NewTenant() => Guid.NewGuid().ToString("D");

    /// <summary>Adds a person.</summary>
    /// <param name="tenant">Whose account they have; another tenant than the place's makes them external there.</param>
    /// <param name="name">As everyone sees it.</param>
    /// <param name="locale">The client's language.</param>
    /// <param name="guest">A guest account: the roster says so in role and user principal name.</param>
    public FakePerson AddPerson(string tenant, string name, string locale = "en-US", bool guest = false)
    {
        var person = new FakePerson(NewId("29:1"), tenant, name) { Locale = locale, IsGuest = guest };
        lock (gate) people[person.Id] = person;
        return person;
    }

    /// <summary>Adds a team with its General channel, without the bot.</summary>
    public FakeTeam AddTeam(string tenant, string name, params IEnumerable<FakePerson> members)
    {
        var id = NewThread("thread.tacv2");
        var team = new FakeTeam(id, tenant, name);
        team.Members.UnionWith(members.Select(member => member.Id));
        lock (gate)
        {
            teams[id] = team;
            places[id] = new FakePlace(id, tenant, PlaceKind.Channel, team) { Name = "General" };
        }

        return team;
    }

    /// <summary>Adds a channel to a team. The bot is in standard channels with the team; into the others it is added by itself.</summary>
    /// <param name="team">The host.</param>
    /// <param name="name">As everyone sees it.</param>
    /// <param name="type">Standard channels have the team's members, the others their own.</param>
    /// <param name="members">Of a private or shared channel.</param>
    public FakePlace AddChannel(FakeTeam team, string name, ChannelType type = ChannelType.Standard, params IEnumerable<FakePerson> members) =>
        Add(new FakePlace(NewThread("thread.tacv2"), team.Tenant, PlaceKind.Channel, team) { Name = name, Type = type }, members);

    /// <summary>Adds a group chat, without the bot.</summary>
    public FakePlace AddGroupChat(string tenant, string name, params IEnumerable<FakePerson> members) =>
        Add(new FakePlace(NewThread("thread.v2"), tenant, PlaceKind.GroupChat, null) { Name = name }, members);

    /// <summary>The personal chat between someone and the bot, whether the bot may speak there or not.</summary>
    public FakePlace PersonalChat(FakePerson person)
    {
        lock (gate)
        {
            if (places.Values.FirstOrDefault(place => place.With == person.Id) is { } known) return known;
            return Add(new FakePlace(NewId("a:1"), person.Tenant, PlaceKind.Personal, null) { With = person.Id }, [person]);
        }
    }

    /// <summary>The General channel of a team.</summary>
    public FakePlace General(FakeTeam team)
    {
        lock (gate) return places[team.Id];
    }

    /// <summary>Waits for a message that fits, targeted ones included, and returns it.</summary>
    public async Task<FakeChatMessage> Seen(Func<FakeChatMessage, bool> fits)
    {
        await Wait.Until(() => Found() is not null, "a message that fits");
        return Found()!;

        FakeChatMessage? Found()
        {
            lock (gate) return messages.Find(message => !message.IsDeleted && fits(message));
        }
    }

    private FakePlace Add(FakePlace place, IEnumerable<FakePerson> members)
    {
        place.OwnMembers.UnionWith(members.Select(member => member.Id));
        lock (gate) places[place.Id] = place;
        return place;
    }

    private FakeChatMessage Add(FakePlace place, string? root, string from, JsonObject content, string? onlyFor = null)
    {
        lock (gate)
        {
            var id = NewMessageId();
            var message = new FakeChatMessage(id, place, place.Kind == PlaceKind.Channel ? root ?? id : null, from) { Content = content, OnlyFor = onlyFor };
            messages.Add(message);
            return message;
        }
    }

    private void Note(string violation)
    {
        lock (gate) violations.Add(violation);
    }

    private string NewId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}FaKe-{Interlocked.Increment(ref ids):D5}_x");

    private static string NewThread(string kind) => $"19:{Guid.NewGuid():N}@{kind}";

    /// <summary>Milliseconds of real time, as Teams numbers messages, never the same twice.</summary>
    private string NewMessageId()
    {
        lock (gate)
        {
            lastId = Math.Max(lastId + 1, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
            return lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    private IReadOnlyList<T> Read<T>(Func<IEnumerable<T>> what)
    {
        lock (gate) return [.. what()];
    }
}

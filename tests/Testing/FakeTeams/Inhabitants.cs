using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Teams;

/// <summary>Where people meet.</summary>
public enum PlaceKind
{
    Personal,
    GroupChat,
    Channel,
}

/// <summary>Who is in a channel, learn.microsoft.com/microsoftteams/teams-channels-overview.</summary>
public enum ChannelType
{
    Standard,
    Private,
    Shared,
}

/// <summary>A person. Whatever is set is what rosters and activities say from then on.</summary>
public sealed class FakePerson(string id, string tenant, string name)
{
    /// <summary>Such as <c>29:1abc</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Whose account they have.</summary>
    public string Tenant { get; } = tenant;

    public string Name { get; set; } = name;

    public string Locale { get; set; } = "en-US";

    public bool IsGuest { get; set; }

    /// <summary>The directory's id of them.</summary>
    public string ObjectId { get; } = Guid.NewGuid().ToString("D");

    /// <summary>Guests carry their own address in that of their host.</summary>
    public string PrincipalName => IsGuest ? $"{Handle}_client.example#EXT#@office.onmicrosoft.example" : $"{Handle}@office.example";

    private string Handle => Name.ToLowerInvariant().Replace(' ', '.');
}

/// <summary>A team, which is a group of people and their channels.</summary>
public sealed class FakeTeam(string id, string tenant, string name)
{
    /// <summary>The same as that of its General channel.</summary>
    public string Id { get; } = id;

    public string Tenant { get; } = tenant;

    public string Name { get; set; } = name;

    /// <summary>The directory's id of it.</summary>
    public string GroupId { get; } = Guid.NewGuid().ToString("D");

    /// <summary>Ids of people.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the bot is in it.</summary>
    public Presence Bot { get; } = new();
}

/// <summary>A channel, a group chat or a personal chat.</summary>
public sealed class FakePlace(string id, string tenant, PlaceKind kind, FakeTeam? team)
{
    private readonly Presence own = new();

    public string Id { get; } = id;

    public string Tenant { get; } = tenant;

    public PlaceKind Kind { get; } = kind;

    /// <summary>The host of a channel; null for chats.</summary>
    public FakeTeam? Team { get; } = team;

    public string Name { get; set; } = "";

    public ChannelType Type { get; init; }

    /// <summary>With whom a personal chat is; null elsewhere.</summary>
    public string? With { get; init; }

    /// <summary>Ids of the people in it, without the bot.</summary>
    public IReadOnlySet<string> Members => IsOpenToTeam ? Team!.Members : OwnMembers;

    /// <summary>Whether the bot is in it.</summary>
    public Presence Bot => IsOpenToTeam ? Team!.Bot : own;

    internal HashSet<string> OwnMembers { get; } = new(StringComparer.Ordinal);

    internal bool IsOpenToTeam => Team is not null && Type == ChannelType.Standard;
}

/// <summary>Whether the bot is somewhere, and what it was told about that.</summary>
public sealed class Presence
{
    /// <summary>It is there. A test may take this away without any news of it, as an administrator's block does.</summary>
    public bool IsHere { get; set; }

    /// <summary>It has answered the news that it was put out, and nobody has let it in since.</summary>
    public bool KnowsItIsGone { get; internal set; }

    /// <summary>It was let in at least once.</summary>
    public bool WasHere { get; private set; }

    internal void LetIn() => (IsHere, WasHere, KnowsItIsGone) = (true, true, false);
}

/// <summary>A message as it stands now.</summary>
public sealed class FakeChatMessage(string id, FakePlace place, string? root, string from)
{
    private readonly List<JsonObject> earlier = [];

    /// <summary>Teams' id of it, as milliseconds since 1970.</summary>
    public string Id { get; } = id;

    public FakePlace Place { get; } = place;

    /// <summary>The first message of its thread, which may be itself; null outside of channels.</summary>
    public string? Root { get; } = root;

    /// <summary>Who wrote it.</summary>
    public string From { get; } = from;

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; } = DateTimeOffset.UtcNow;

    /// <summary>The activity exactly as it came.</summary>
    public JsonObject Content { get; internal set; } = [];

    /// <summary>Its text; empty when there are only cards.</summary>
    public string Text => Content["text"]?.GetValue<string>() ?? "";

    /// <summary>The Adaptive Cards it carries.</summary>
    public IReadOnlyList<JsonObject> Cards => [.. AdaptiveCards.Of(Content)];

    /// <summary>Everything its cards say, in the order of reading, a line each.</summary>
    public string Wording => string.Join('\n', Cards.SelectMany(AdaptiveCards.Wording).Prepend(Text).Where(line => line.Length > 0));

    /// <summary>How it was before each change, oldest first.</summary>
    public IReadOnlyList<JsonObject> Earlier => earlier;

    public bool IsDeleted { get; internal set; }

    /// <summary>The only person who sees it; null when everyone does.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>The conversation that an answer to it goes to.</summary>
    public string Conversation => Root is null ? Place.Id : $"{Place.Id};messageid={Root}";

    internal void Change(JsonObject content)
    {
        earlier.Add(Content);
        Content = content;
    }
}

/// <summary>A call of the Connector that arrived.</summary>
/// <param name="Action">What it wants: <c>send</c>, <c>reply</c>, <c>update</c>, <c>delete</c>, <c>create</c>, <c>members</c>, <c>member</c>, <c>pagedmembers</c>, <c>team</c>, <c>channels</c>; empty for anything else.</param>
/// <param name="Conversation">The conversation (with its thread) or the team it is about; for <c>create</c> the person or channel it is to be with.</param>
/// <param name="Body">What was sent; null when nothing was.</param>
/// <param name="Token">The bearer token; null without one.</param>
/// <param name="At">When.</param>
public sealed record ConnectorCall(string Action, string Conversation, JsonObject? Body, string? Token, DateTimeOffset At)
{
    /// <summary>The status, the error's word, or the fault; null while under way.</summary>
    public string? Outcome { get; internal set; }

    /// <summary>It was done, whatever the caller was told.</summary>
    public bool IsDone { get; internal set; }

    /// <summary>The answer left open whether it was done.</summary>
    public bool IsDoubtful { get; internal set; }
}

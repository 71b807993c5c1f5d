using System.Globalization;
using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Slack;

/// <summary>A workspace; the app may be installed there or not.</summary>
public sealed record FakeWorkspace(string Id, string Name, string? EnterpriseId)
{
    /// <summary>Whom people mention there.</summary>
    public required string BotUserId { get; init; }

    /// <summary>The bot's own id on messages.</summary>
    public required string BotId { get; init; }
}

/// <summary>A person, or the bot itself. Whatever is set is what <c>users.info</c> says from then on.</summary>
public sealed class FakeUser(string id, string team, string name)
{
    public string Id { get; } = id;

    public string Team { get; } = team;

    public string Name { get; set; } = name;

    public string Locale { get; set; } = "en-US";

    public string Zone { get; set; } = "Europe/Berlin";

    public bool IsGuest { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>From another organisation, met in a shared channel.</summary>
    public bool IsStranger { get; set; }

    public bool IsBot { get; init; }
}

/// <summary>A channel or a direct message. Whatever is set is what <c>conversations.info</c> says from then on.</summary>
public sealed class FakeChannel(string id, string team, string name)
{
    public string Id { get; } = id;

    public string Team { get; } = team;

    public string Name { get; set; } = name;

    /// <summary>User ids, the bot's among them when it is in the channel.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public bool IsExtShared { get; set; }

    public bool IsPendingExtShared { get; set; }

    public bool IsPrivate { get; init; }

    public bool IsArchived { get; set; }

    /// <summary>With whom a direct message is; null for channels.</summary>
    public string? With { get; init; }
}

/// <summary>A message as it stands now.</summary>
public sealed class FakeMessage(string channel, string ts, string user)
{
    public string Channel { get; } = channel;

    /// <summary>Slack's id of it within the channel.</summary>
    public string Ts { get; } = ts;

    /// <summary>Who wrote it.</summary>
    public string User { get; } = user;

    /// <summary>The bot's, when it wrote it.</summary>
    public string? BotId { get; init; }

    /// <summary>Exactly as it came, escapes and all.</summary>
    public string Text { get; internal set; } = "";

    public JsonArray Blocks { get; internal set; } = [];

    public JsonObject? Metadata { get; internal set; }

    /// <summary>What <see cref="Metadata"/> carries as <c>key</c>.</summary>
    public string? Key => Metadata?["event_payload"]?["key"]?.GetValue<string>();

    /// <summary>How often it was changed.</summary>
    public int Edits { get; internal set; }

    public bool IsDeleted { get; internal set; }

    /// <summary>The only person who sees an ephemeral; null when everyone does.</summary>
    public string? OnlyFor { get; init; }
}

/// <summary>A modal or a home tab.</summary>
public sealed class FakeView(string id, string user, JsonObject content)
{
    public string Id { get; } = id;

    public string User { get; } = user;

    /// <summary>What the app sent.</summary>
    public JsonObject Content { get; internal set; } = content;

    /// <summary>Changes with every change.</summary>
    public string Hash { get; internal set; } = NewHash();

    /// <summary>How often it was changed.</summary>
    public int Updates { get; internal set; }

    internal static string NewHash() => Guid.NewGuid().ToString("N")[..12];
}

/// <summary>A call that arrived.</summary>
/// <param name="Method">Such as <c>chat.postMessage</c>, or <c>response_url</c>.</param>
/// <param name="Arguments">As they were read.</param>
/// <param name="Token">From the header or the form.</param>
/// <param name="At">When.</param>
public sealed record FakeCall(string Method, JsonObject Arguments, string? Token, DateTimeOffset At)
{
    /// <summary><c>ok</c>, Slack's error word, <c>ratelimited</c> or the fault; null while under way.</summary>
    public string? Outcome { get; internal set; }
}

public sealed partial class FakeSlack
{
    private readonly Dictionary<string, FakeWorkspace> workspaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FakeUser> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FakeChannel> channels = new(StringComparer.Ordinal);
    private readonly List<FakeMessage> messages = [];
    private readonly Dictionary<string, FakeView> views = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FakeView> homes = new(StringComparer.Ordinal);
    private readonly List<FakeCall> calls = [];
    private readonly List<string> violations = [];
    private long lastTs;
    private int ids;

    /// <summary>Every message that everyone can see, oldest first, deleted ones excepted.</summary>
    public IReadOnlyList<FakeMessage> Messages => Read(() => messages.Where(message => message.OnlyFor is null && !message.IsDeleted));

    /// <summary>Every message that only one person sees.</summary>
    public IReadOnlyList<FakeMessage> Ephemerals => Read(() => messages.Where(message => message.OnlyFor is not null && !message.IsDeleted));

    /// <summary>Every modal that was opened.</summary>
    public IReadOnlyList<FakeView> Views => Read(() => views.Values);

    /// <summary>Every home tab that was published, one a person.</summary>
    public IReadOnlyList<FakeView> Homes => Read(() => homes.Values);

    /// <summary>Every call, in the order of arrival.</summary>
    public IReadOnlyList<FakeCall> Calls => Read(() => calls);

    /// <summary>What an app must not do: call before <c>Retry-After</c> is over, use a response URL too often, and the like.</summary>
    public IReadOnlyList<string> Violations => Read(() => violations);

    /// <summary>Adds a workspace; with a token, the app is installed there.</summary>
    public FakeWorkspace AddWorkspace(string id, string? botToken = null, string? name = null, string? enterpriseId = null)
    {
        var bot = enterpriseId ?? id;
        var workspace = new FakeWorkspace(id, name ?? id, enterpriseId) { BotUserId = $"U0BOT{bot}", BotId = $"B0BOT{bot}" };
        lock (gate)
        {
            workspaces[id] = workspace;
            users[workspace.BotUserId] = new FakeUser(workspace.BotUserId, id, "accountnudge") { IsBot = true };
            if (botToken is not null) tokens[botToken] = new Grant(id, enterpriseId, OrgWide: false);
        }

        return workspace;
    }

    /// <summary>Installs the app in all of an organisation's workspaces with one token.</summary>
    public void InstallEverywhere(string enterpriseId, string botToken)
    {
        lock (gate) tokens[botToken] = new Grant(workspaces.Values.First(workspace => workspace.EnterpriseId == enterpriseId).Id, enterpriseId, OrgWide: true);
    }

    /// <summary>Adds a person to a workspace.</summary>
    public FakeUser AddUser(string team, string id, string name, string locale = "en-US", string tz = "Europe/Berlin", bool guest = false, bool deleted = false, bool stranger = false)
    {
        var user = new FakeUser(id, team, name) { Locale = locale, Zone = tz, IsGuest = guest, IsDeleted = deleted, IsStranger = stranger };
        lock (gate) users[id] = user;
        return user;
    }

    /// <summary>Adds a channel to a workspace.</summary>
    public FakeChannel AddChannel(string team, string id, string name, IEnumerable<string>? members = null, bool isExtShared = false, bool isPrivate = false, bool isArchived = false, bool botIn = true)
    {
        var channel = new FakeChannel(id, team, name) { IsExtShared = isExtShared, IsPrivate = isPrivate, IsArchived = isArchived };
        channel.Members.UnionWith(members ?? []);
        lock (gate)
        {
            if (botIn) channel.Members.Add(workspaces[team].BotUserId);
            channels[id] = channel;
        }

        return channel;
    }

    /// <summary>The direct messages between a person and the bot.</summary>
    public FakeChannel DirectChannel(string user)
    {
        lock (gate)
        {
            if (channels.Values.FirstOrDefault(channel => channel.With == user) is { } open) return open;
            var made = new FakeChannel(NewId("D"), users[user].Team, "directmessage") { With = user, IsPrivate = true };
            made.Members.UnionWith([user, workspaces[made.Team].BotUserId]);
            return channels[made.Id] = made;
        }
    }

    /// <summary>A message from a person, without any delivery.</summary>
    public FakeMessage Say(string user, string channel, string text)
    {
        lock (gate) return Add(new FakeMessage(channel, NewTs(), user) { Text = text });
    }

    private FakeMessage Add(FakeMessage message)
    {
        messages.Add(message);
        return message;
    }

    private string NewId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}0FAKE{Interlocked.Increment(ref ids):D5}");

    /// <summary>Microseconds of real time, never the same twice.</summary>
    private string NewTs()
    {
        lock (gate)
        {
            lastTs = Math.Max(lastTs + 1, (DateTime.UtcNow - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
            return string.Create(CultureInfo.InvariantCulture, $"{lastTs / 1_000_000}.{lastTs % 1_000_000:D6}");
        }
    }

    private IReadOnlyList<T> Read<T>(Func<IEnumerable<T>> what)
    {
        lock (gate) return [.. what()];
    }
}

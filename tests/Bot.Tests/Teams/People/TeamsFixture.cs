using System.Globalization;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Outbound;
using AccountNudge.Bot.Teams.People;
using AccountNudge.Bot.Tests.Inbox;
using AccountNudge.Bot.Tests.Slack.Outbound;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AccountNudge.Bot.Tests.Teams.People;

/// <summary>A Connector with one tenant, and all we use to talk to it. Our time runs, and can be put forward; Teams' own stands where a test says.</summary>
internal sealed class TeamsFixture : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string Bot = "28:bot";
    public const string Team = "19:team@thread.tacv2";
    public const string Channel = "19:clients@thread.tacv2";
    public const string Group = "19:group@thread.v2";
    public const string Chat = "a:anna";
    public const string Anna = "29:anna";
    public const string Ben = "29:ben";

    /// <summary>By Teams' clock.</summary>
    private static readonly DateTimeOffset Morning = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly InboxFixture chats;

    private TeamsFixture(LoopbackConnector connector, InboxFixture chats)
    {
        (Connector, this.chats) = (connector, chats);
        var settings = new TeamsSettings { AllowUnauthenticated = true, OpenIdMetadataUrl = connector.Url, AuthorityUrl = connector.Url };
        Api = new ConnectorApi(settings, new AccessTokens(settings, Time, NullLogger<AccessTokens>.Instance), Time, NullLogger<ConnectorApi>.Instance);
        People = AnotherNode();
        Platform = new TeamsPlatform(Api, People);
        connector.Channels[Team] = [Listed(Team, null), Listed(Channel, "Clients")];
        foreach (var place in new[] { Team, Channel, Group, Chat, $"a:{Ben}" }) connector.Rosters[place] = [Member(Anna), Member(Ben)];
    }

    public LoopbackConnector Connector { get; }

    public MovedTime Time { get; } = new();

    public ConnectorApi Api { get; }

    public TeamsPeople People { get; }

    public TeamsPlatform Platform { get; }

    public Database Database => chats.Database;

    public Stores Stores => Database.Stores;

    public static async Task<TeamsFixture> Set(DatabaseKind kind = DatabaseKind.Sqlite) => new(await LoopbackConnector.Start(), await InboxFixture.On(kind));

    /// <summary>Already in the channel.</summary>
    public static async Task<TeamsFixture> SetInChannel(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var fixture = await Set(kind);
        await fixture.Hear(fixture.Message());
        return fixture;
    }

    /// <summary>What another node knows: what is stored.</summary>
    public TeamsPeople AnotherNode(int mostPages = 60) => new(Api, chats, Stores, SystemClock.Instance, Time, NullLogger<TeamsPeople>.Instance) { MostPages = mostPages };

    public Task Hear(JsonObject activity) => People.Observe(Read(activity), CancellationToken.None);

    public async Task<Sharing> Sharing(string place = Channel, TeamsPeople? node = null) => (await (node ?? People).AudienceOf(Tenant, place, CancellationToken.None)).Sharing;

    public Task<Reference?> Find(string place = Channel) => People.Find(Tenant, place, CancellationToken.None);

    public async Task<ConversationRow?> Row(string place = Channel)
    {
        await using var store = chats.CreateDbContext();
        return await store.Set<ConversationRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ConversationId == place);
    }

    /// <summary>Makes the tenant's workspace, as the first turn there does.</summary>
    public async Task MakeWorkspace()
    {
        await using var store = Stores.Open(Scope.Nothing);
        store.Workspaces.Add(new Workspace { Platform = TeamsSettings.Platform, ExternalId = Tenant });
        await store.SaveChangesAsync();
    }

    /// <summary>Whether the tenant's workspace goes on.</summary>
    public async Task<bool> GoesOn()
    {
        await using var store = Stores.Open(Scope.Nothing);
        return (await store.Workspaces.SingleAsync()).EndedAt is null;
    }

    public static Activity Read(JsonObject activity) => AccountNudge.Bot.Teams.Framework.Activity.Read(activity.ToJsonString())!;

    /// <summary>Someone on a roster; a colleague unless it is said otherwise.</summary>
    public static JsonObject Member(string id, string? role = "user", string? tenant = Tenant, string? account = null) => new()
    {
        ["id"] = id, ["name"] = $"Name of {id}", ["userRole"] = role, ["tenantId"] = tenant, ["userPrincipalName"] = account ?? "someone@example.com",
    };

    /// <summary>A channel as its team's list tells of it.</summary>
    public static JsonObject Listed(string id, string? name, string? type = "standard") => new() { ["id"] = id, ["name"] = name, ["type"] = type };

    /// <summary>Somebody speaks to us.</summary>
    public JsonObject Message(string place = Channel, int minute = 0, string? team = Team, string person = Anna) => Activity("message", place, minute, team, person);

    /// <summary>A change that a Microsoft team, chat or channel tells of.</summary>
    public JsonObject Update(string? eventType, int minute, string place = Team, string? team = Team, string[]? added = null, string[]? removed = null, JsonObject? channel = null)
    {
        var activity = Activity("conversationUpdate", place, minute, team, Anna);
        if (eventType is not null) activity["channelData"]!["eventType"] = eventType;
        if (channel is not null) activity["channelData"]!["channel"] = channel;
        if (added is not null) activity["membersAdded"] = Accounts(added);
        if (removed is not null) activity["membersRemoved"] = Accounts(removed);
        return activity;
    }

    /// <summary>The app is installed or removed.</summary>
    public JsonObject Install(string action, int minute, string place = Team, string? team = Team)
    {
        var activity = Activity("installationUpdate", place, minute, team, Anna);
        activity["action"] = action;
        return activity;
    }

    public ValueTask DisposeAsync()
    {
        Api.Dispose();
        return Close();
    }

    private async ValueTask Close()
    {
        await Connector.DisposeAsync();
        await chats.DisposeAsync();
    }

    private JsonObject Activity(string type, string place, int minute, string? team, string person)
    {
        var kind = team is not null ? "channel" : place.StartsWith("a:", StringComparison.Ordinal) ? "personal" : "groupChat";
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } };
        if (team is not null) channelData["team"] = new JsonObject { ["id"] = team, ["name"] = "The team" };
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = $"{type}:{place}:{minute}",
            ["timestamp"] = Morning.AddMinutes(minute).ToString("O", CultureInfo.InvariantCulture),
            ["channelId"] = "msteams",
            ["serviceUrl"] = Connector.Url.AbsoluteUri,
            ["from"] = new JsonObject { ["id"] = person },
            ["recipient"] = new JsonObject { ["id"] = Bot },
            ["conversation"] = new JsonObject { ["id"] = place, ["tenantId"] = Tenant, ["conversationType"] = kind },
            ["channelData"] = channelData,
        };
    }

    private static JsonArray Accounts(string[] ids) => [.. ids.Select(id => new JsonObject { ["id"] = id })];
}

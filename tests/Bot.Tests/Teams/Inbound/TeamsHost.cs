using System.Text.Json.Nodes;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Storage;
using AccountNudge.Bot.Teams;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound;
using AccountNudge.Bot.Teams.Inbound.Work;
using AccountNudge.Bot.Tests.Inbox;
using AccountNudge.Bot.Tests.Teams.Api;
using AccountNudge.Core.Posting;
using AccountNudge.Testing;
using AccountNudge.Testing.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using IRelationalDatabaseCreator = Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

/// <summary>
/// A tenant with two colleagues, a guest and the bot in some places of a fake Teams, and one node of the bot that hears it on a real
/// Kestrel and a real database. A second node may share both.
/// </summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    /// <summary>Teams gives us five seconds; what a machine busy with other tests needs says nothing about us.</summary>
    private static readonly TimeSpan BusyMachine = TimeSpan.FromSeconds(30);

    private readonly WebApplication app;
    private readonly bool isFirst;

    private TeamsHost(WebApplication app, TeamsWorld world, Database database, bool isFirst)
    {
        (this.app, World, Database, this.isFirst) = (app, world, database, isFirst);
        Teams.BotUrl = new Uri(new Uri(app.Urls.Single()), "/api/messages");
    }

    public TeamsWorld World { get; }

    public FakeTeams Teams => World.Teams;

    public FakePerson Anna => World.Anna;

    public FakePerson Ben => World.Ben;

    public FakePlace Clients => World.Clients;

    public Database Database { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>The first node, invited to its places unless it is to be a stranger; without a worker, <see cref="WorkOff"/> is one.</summary>
    public static async Task<TeamsHost> Run(DatabaseKind kind = DatabaseKind.Sqlite, bool works = true, bool isInvited = true, TimeSpan? longestAnswer = null)
    {
        var host = await Run(await TeamsWorld.Make(), await Database.Create(kind), isFirst: true, works, teams: null, longestAnswer);
        if (isInvited) await host.Invite();
        return host;
    }

    /// <summary>A node without a worker that nobody has invited, with settings of its own.</summary>
    public static async Task<TeamsHost> Run(TeamsWorld world, TeamsSettings settings) =>
        await Run(world, await Database.Create(DatabaseKind.Sqlite), isFirst: true, works: false, settings, longestAnswer: null);

    /// <summary>A node that is invited to its places, with a clock that stands still; it does not wait for its turn to call Teams.</summary>
    public static async Task<TeamsHost> Run(TeamsWorld world, NodaTime.Instant now)
    {
        var host = await Run(world, await Database.Create(DatabaseKind.Sqlite), isFirst: true, works: true, teams: null, longestAnswer: null, now);
        await host.Invite();
        return host;
    }

    /// <summary>Another node, on the same database and with the same Teams, which from now on delivers to it.</summary>
    public Task<TeamsHost> Another() => Run(World, Database, isFirst: false, works: true, teams: null, longestAnswer: null);

    /// <summary>Delivers and expects that it is taken.</summary>
    public async Task<TeamsReply> Deliver(TeamsDelivery delivery)
    {
        var reply = await Teams.Deliver(delivery);
        reply.Status.ShouldBeInRange(200, 299);
        return reply;
    }

    /// <summary>Someone says something to the bot and all of it is worked; the bot's only new message.</summary>
    public async Task<FakeChatMessage> Ask(FakePerson by, FakePlace place, string text)
    {
        var before = Everything();
        await Deliver(Teams.Says(by, place, text));
        await Settles();
        return Everything().Except(before).ShouldHaveSingleItem();
    }

    /// <summary>The first note, after which Acme is a client of the channel's team.</summary>
    public async Task<FakeChatMessage> Begin()
    {
        var offer = await Ask(Anna, Clients, "log Acme called, needs two samples");
        await Deliver(Teams.Presses(Anna, offer, "draft.create"));
        await Settles();
        return Said("needs two samples");
    }

    /// <summary>The bot's last message with these words in it.</summary>
    public FakeChatMessage Said(string words) => Everything().LastOrDefault(message => message.Wording.Contains(words, StringComparison.Ordinal))
        ?? throw new ShouldAssertException($"Nobody said \"{words}\": {string.Join(" | ", Everything().Select(message => message.Wording))}");

    /// <summary>Everything that was delivered is worked and answered.</summary>
    public async Task Settles()
    {
        await Wait.Until(() => Rows().All(row => row.State == InboxState.Done));
        await Renew();
    }

    /// <summary>Live cards are renewed, as the jobs do.</summary>
    private Task<int> Renew() => Services.GetRequiredService<Dispatcher>().Run(Services.GetRequiredService<NodaTime.IClock>().GetCurrentInstant(), default);

    public IReadOnlyList<TeamsInboxRow> Rows()
    {
        using var store = Store();
        return [.. store.Set<TeamsInboxRow>().AsNoTracking().OrderBy(row => row.Sequence)];
    }

    public ChatStore Store() => Services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContext();

    /// <summary>Time passes for what is stored: leases end, and it grows older.</summary>
    public async Task Pass(NodaTime.Duration time)
    {
        await using var store = Store();
        await InboxFixture.Pass<TeamsInboxRow>(store, time);
    }

    /// <summary>Answers that are stored were ready so long ago.</summary>
    public async Task Age(NodaTime.Duration time)
    {
        await using var store = Store();
        foreach (var row in Rows().Where(row => row.Calls is not null))
        {
            var calls = Outgoing<TeamsCall>.Read(row.Calls!);
            var older = (calls with { Since = calls.Since - (long)time.TotalSeconds }).Write();
            await store.Set<TeamsInboxRow>().Where(stored => stored.Sequence == row.Sequence).ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Calls, older));
        }
    }

    /// <summary>Works on what is next and lets a minute pass, so often or until nothing is left.</summary>
    public async Task WorkOff(int most = int.MaxValue)
    {
        using var worker = ActivatorUtilities.CreateInstance<TeamsWorker>(Services);
        for (; most > 0 && Rows().Any(row => row.State != InboxState.Done); most--)
        {
            await worker.WorkOnce(default);
            await Pass(NodaTime.Duration.FromMinutes(1));
        }

        await Renew();
    }

    /// <summary>While something is done, nobody gets an answer from the conversation.</summary>
    public async Task HoldUp(Func<Task> meanwhile)
    {
        var done = new TaskCompletionSource<bool>();
        var holding = Services.GetRequiredService<PlatformInbox<TeamsInboxRow>>().InTurn(() => done.Task, CancellationToken.None);
        await meanwhile();
        done.SetResult(true);
        await holding;
    }

    /// <summary>What the bot said, to all or to one, in the order of its messages.</summary>
    public IReadOnlyList<FakeChatMessage> Everything() => [.. Teams.Posts.Concat(Teams.Targeted).OrderBy(message => message.Id, StringComparer.Ordinal)];

    /// <summary>The node ends; Teams and the database stay.</summary>
    public async Task Stop()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (!isFirst) return;
        await Teams.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task Invite()
    {
        foreach (var delivery in World.Invitations()) await Teams.Deliver(delivery);
        if (Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<TeamsWorker>().Any()) await Settles();
        else await WorkOff();
    }

    private static TeamsIntake Intake(IServiceProvider provider, TimeSpan longestAnswer) => new(
        provider.GetRequiredService<PlatformInbox<TeamsInboxRow>>(), provider.GetRequiredService<TeamsAnswers>(), provider.GetRequiredService<ILogger<TeamsIntake>>())
    { LongestAnswer = longestAnswer };

    private static async Task<TeamsHost> Run(TeamsWorld world, Database database, bool isFirst, bool works, TeamsSettings? teams, TimeSpan? longestAnswer, NodaTime.Instant? now = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var settings = new BotSettings
        {
            Listeners = [], IsLocal = true, Clock = now is null ? ClockMode.System : ClockMode.Simulated, ClockStart = now,
            StoragePath = database.Kind == DatabaseKind.Sqlite ? new SqliteConnectionStringBuilder(database.ConnectionString).DataSource : "",
            Postgres = database.Kind == DatabaseKind.Postgres ? database.ConnectionString : null,
            MasterKey = new byte[32],
        };
        var teamsSettings = teams ?? TeamsWorld.Unauthenticated;
        builder.Services.AddStorage(settings.Postgres, settings.StoragePath).AddKeyRing(settings);
        builder.Services.AddClock(settings).AddHealth(settings).AddDomain(settings).AddConversation().AddTeams(teamsSettings);
        builder.Services.AddSingleton(provider => Intake(provider, longestAnswer ?? BusyMachine));
        if (now is not null) builder.Services.AddSingleton(provider => new ConnectorApi(teamsSettings, provider.GetRequiredService<AccessTokens>(), new JumpingTime(), provider.GetRequiredService<ILogger<ConnectorApi>>()));
        if (!works) builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(TeamsWorker)));
        var node = builder.Build();
        if (isFirst)
        {
            await using var store = await node.Services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync();
            await store.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        }

        node.UseLocalGuard(settings);
        node.MapHealth();
        node.MapTeams(teamsSettings);
        await node.StartAsync();
        return new TeamsHost(node, world, database, isFirst);
    }
}

/// <summary>Who and what there is in the tenant.</summary>
internal sealed record TeamsWorld(FakeTeams Teams, string Tenant)
{
    public required FakePerson Anna { get; init; }

    public required FakePerson Ben { get; init; }

    public required FakePerson Guest { get; init; }

    public required FakeTeam Office { get; init; }

    public required FakePlace Clients { get; init; }

    public required FakePlace Shared { get; init; }

    public required FakePlace Chat { get; init; }

    public static TeamsSettings Unauthenticated => new() { AllowUnauthenticated = true, OpenIdMetadataUrl = new Uri("http://127.0.0.1:1/"), AuthorityUrl = new Uri("http://127.0.0.1:1/") };

    public static async Task<TeamsWorld> Make(string anna = "Anna Beck", string ben = "Ben Kurz")
    {
        var (teams, tenant) = (await FakeTeams.Start(), FakeTeams.NewTenant());
        return Make(teams, tenant, (teams.AddPerson(tenant, anna), teams.AddPerson(tenant, ben, "de-DE"), teams.AddPerson(tenant, "Gus Guest", guest: true)));
    }

    private static TeamsWorld Make(FakeTeams teams, string tenant, (FakePerson Anna, FakePerson Ben, FakePerson Guest) people)
    {
        var (anna, ben, guest) = people;
        var office = teams.AddTeam(tenant, "Office", anna, ben);
        return new TeamsWorld(teams, tenant)
        {
            Anna = anna, Ben = ben, Guest = guest, Office = office,
            Clients = teams.AddChannel(office, "clients"),
            Shared = teams.AddGroupChat(tenant, "with a guest", anna, guest),
            Chat = teams.AddGroupChat(tenant, "project", anna, ben),
        };
    }

    /// <summary>Into the team, at home in its channel, and into the chat with the guest.</summary>
    public IEnumerable<TeamsDelivery> Invitations() => [.. Teams.Installs(Anna, Office, Clients), .. Teams.Installs(Anna, Shared)];

    /// <summary>An invoke with a value of its own.</summary>
    public static TeamsDelivery With(TeamsDelivery delivery, Action<JsonObject> change)
    {
        var activity = delivery.Activity.DeepClone().AsObject();
        change(activity);
        return delivery with { Activity = activity };
    }
}

using System.Net;
using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Slack;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound;
using AccountNudge.Bot.Slack.Inbound.Work;
using AccountNudge.Bot.Slack.Installations;
using AccountNudge.Bot.Slack.Outbound;
using AccountNudge.Bot.Slack.People;
using AccountNudge.Bot.Storage;
using AccountNudge.Bot.Tests.Inbox;
using AccountNudge.Bot.Tests.Teams.Api;
using AccountNudge.Core.Posting;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using IRelationalDatabaseCreator = Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

/// <summary>
/// A workspace with two colleagues, a guest and some channels in a fake Slack, and one node of the bot that hears it over signed HTTP,
/// a socket, or both, on a real Kestrel and a real database. A second node may share both.
/// </summary>
internal sealed class SlackHost : IAsyncDisposable
{
    /// <summary>Slack gives us three seconds; what a machine busy with other tests needs says nothing about us.</summary>
    public static readonly TimeSpan BusyMachine = TimeSpan.FromSeconds(30);

    public const string Team = "T0ONE";
    public const string Anna = "U0ANNA";
    public const string Ben = "U0BEN";
    public const string Guest = "U0GUEST";
    public const string Clients = "C0CLIENTS";
    public const string Shared = "C0SHARED";
    public const string Unseen = "G0UNSEEN";

    public const string Token = "xoxb-one";

    private readonly WebApplication app;
    private readonly bool isFirst;

    private SlackHost(WebApplication app, FakeSlack slack, Database database, bool isFirst)
    {
        (this.app, Slack, Database, this.isFirst) = (app, slack, database, isFirst);
        Address = new Uri(app.Urls.Single());
    }

    public FakeSlack Slack { get; }

    public Database Database { get; }

    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Where everything is delivered.</summary>
    public Uri Events => new(Address, "/slack/events");

    /// <summary>The first node; without a worker, <see cref="WorkOff"/> is one. At an instant of its own it does not wait for its turn to call Slack.</summary>
    public static async Task<SlackHost> Run(
        DatabaseKind kind = DatabaseKind.Sqlite, bool http = true, bool socket = false, bool works = true, Action<FakeSlack>? before = null, Action<ILoggingBuilder>? logging = null, NodaTime.Instant? now = null)
    {
        var slack = await People();
        before?.Invoke(slack);
        return await Run(slack, await Database.Create(kind), isFirst: true, http, socket, works, logging, now);
    }

    /// <summary>Another node, on the same database and with the same Slack. This one may be gone by then.</summary>
    public Task<SlackHost> Another(bool http = true, bool socket = false) => Run(Slack, Database, isFirst: false, http, socket, works: true);

    /// <summary>Delivers by signed HTTP and expects that it is acknowledged.</summary>
    public async Task<string> Deliver(FakeDelivery delivery)
    {
        var answer = await Slack.Post(Events, delivery);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return answer.Body;
    }

    /// <summary>The first message that appears, with these words in it, wherever and for whomever.</summary>
    public async Task<FakeMessage> Appears(string words)
    {
        FakeMessage? found = null;
        await Wait.Until(() => (found = Everything().FirstOrDefault(message => Said(message).Contains(words, StringComparison.Ordinal))) is not null, $"a message with \"{words}\" among: {string.Join(" | ", Everything().Select(Said))}");
        return found!;
    }

    /// <summary>Everything that was delivered is worked and answered.</summary>
    public async Task Settles()
    {
        var open = 1;
        await Wait.Until(() => (open = Rows().Count(row => row.State != InboxState.Done)) == 0);
        await Renew();
    }

    /// <summary>Live cards are renewed, as the jobs do.</summary>
    private Task<int> Renew() => Services.GetRequiredService<Dispatcher>().Run(Services.GetRequiredService<NodaTime.IClock>().GetCurrentInstant(), default);

    public IReadOnlyList<InboxRow> Rows()
    {
        using var store = Services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContext();
        return [.. store.Set<SlackInboxRow>().AsNoTracking().OrderBy(row => row.Sequence)];
    }

    /// <summary>Time passes for what is stored: leases end, and it grows older.</summary>
    public async Task Pass(NodaTime.Duration time)
    {
        await using var store = await Services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync();
        await InboxFixture.Pass<SlackInboxRow>(store, time);
    }

    /// <summary>Answers that are stored were ready so long ago.</summary>
    public async Task Age(NodaTime.Duration time)
    {
        await using var store = await Services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync();
        foreach (var row in await store.Set<SlackInboxRow>().AsNoTracking().Where(row => row.Calls != null).ToListAsync())
        {
            var calls = Outgoing<ReplyCall>.Read(row.Calls!);
            var older = (calls with { Since = calls.Since - (long)time.TotalSeconds }).Write();
            await store.Set<SlackInboxRow>().Where(stored => stored.Sequence == row.Sequence).ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Calls, older));
        }
    }

    /// <summary>Works on what is next and lets a minute pass, so often or until nothing is left.</summary>
    public async Task WorkOff(int most = int.MaxValue)
    {
        using var worker = ActivatorUtilities.CreateInstance<SlackWorker>(Services);
        for (; most > 0 && Rows().Any(row => row.State != InboxState.Done); most--)
        {
            await worker.WorkOnce(default);
            await Pass(NodaTime.Duration.FromMinutes(1));
        }

        await Renew();
    }

    /// <summary>What the bot said.</summary>
    public IReadOnlyList<FakeMessage> Everything() => [.. Slack.Messages.Concat(Slack.Ephemerals).Where(message => message.BotId is not null)];

    public async Task<HttpStatusCode> Health()
    {
        using var client = new HttpClient();
        return (await client.GetAsync(new Uri(Address, "/health/ready"))).StatusCode;
    }

    public static string Said(FakeMessage message) => message.Text + " " + message.Blocks.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The node ends; Slack and the database stay.</summary>
    public async Task Stop()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (!isFirst) return;
        await Slack.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static SlackAnswers Answers(IServiceProvider provider) => new(
        provider.GetRequiredService<SlackTurnFactory>(), provider.GetRequiredService<SlackApi>(), provider.GetRequiredService<PlatformInbox<SlackInboxRow>>(),
        provider.GetRequiredService<SlackInstallations>(), provider.GetRequiredService<CommandRegistry>(), provider.GetRequiredService<TurnHandler>())
    { TriggerLife = NodaTime.Duration.FromTimeSpan(BusyMachine) };

    private static SlackIntake Intake(IServiceProvider provider) => new(
        provider.GetRequiredService<PlatformInbox<SlackInboxRow>>(), provider.GetRequiredService<SlackAnswers>(), provider.GetRequiredService<SlackPeople>(),
        provider.GetRequiredService<SlackInstallations>(), provider.GetRequiredService<CommandRegistry>(), provider.GetRequiredService<ILogger<SlackIntake>>())
    { LongestAnswer = BusyMachine };

    private static async Task<FakeSlack> People()
    {
        var slack = await FakeSlack.Start();
        (slack.Patience, slack.TriggerLife) = (BusyMachine, BusyMachine);
        slack.AddWorkspace(Team, Token);
        slack.AddUser(Team, Anna, "Anna");
        slack.AddUser(Team, Ben, "Ben", locale: "de-DE");
        slack.AddUser(Team, Guest, "Gus", guest: true);
        slack.AddChannel(Team, Clients, "clients", [Anna, Ben]);
        slack.AddChannel(Team, Shared, "shared", [Anna, Guest], isExtShared: true);
        slack.AddChannel(Team, Unseen, "unseen", [Anna], isPrivate: true, botIn: false);
        return slack;
    }

    private static async Task<SlackHost> Run(FakeSlack slack, Database database, bool isFirst, bool http, bool socket, bool works, Action<ILoggingBuilder>? logging = null, NodaTime.Instant? now = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        logging?.Invoke(builder.Logging);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var settings = new BotSettings
        {
            Listeners = [], IsLocal = true, Clock = now is null ? ClockMode.System : ClockMode.Simulated, ClockStart = now,
            StoragePath = database.Kind == DatabaseKind.Sqlite ? new SqliteConnectionStringBuilder(database.ConnectionString).DataSource : "",
            Postgres = database.Kind == DatabaseKind.Postgres ? database.ConnectionString : null,
            MasterKey = new byte[32],
        };
        var slackSettings = new SlackSettings
        {
            ApiUrl = slack.ApiUrl, BotToken = Token, SigningSecret = http ? slack.SigningSecret : null, AppToken = socket ? slack.AppToken : null, Command = "/nudge",
        };
        builder.Services.AddStorage(settings.Postgres, settings.StoragePath).AddKeyRing(settings);
        builder.Services.AddClock(settings).AddHealth(settings).AddDomain(settings).AddConversation();
        builder.Services.AddSingleton(slackSettings).AddSingleton<SlackApi>().AddSingleton<SlackPeople>().AddInstallations(slackSettings);
        builder.Services.AddSingleton<IChatPlatform, SlackPlatform>().AddSlackInbound(slackSettings);
        builder.Services.AddSingleton(Answers).AddSingleton(Intake);
        if (now is not null) builder.Services.AddSingleton(provider => new SlackApi(slackSettings, provider.GetRequiredService<ISlackTokens>(), new JumpingTime(), provider.GetRequiredService<ILogger<SlackApi>>()));
        if (!works) builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(SlackWorker)));
        var node = builder.Build();
        if (isFirst)
        {
            await using var store = await node.Services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync();
            await store.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        }

        node.UseLocalGuard(settings);
        node.MapHealth();
        node.MapSlackInbound(slackSettings);
        await node.StartAsync();
        return new SlackHost(node, slack, database, isFirst);
    }
}

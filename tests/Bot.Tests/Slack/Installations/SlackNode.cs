using System.Collections.Concurrent;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Slack;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Installations;
using AccountNudge.Bot.Storage;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AccountNudge.Bot.Tests.Slack.Installations;

/// <summary>Real time, moved on by a test. Timers run in real time.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}

/// <summary>An empty database that nodes share.</summary>
internal sealed class SharedDatabase : IAsyncDisposable
{
    private readonly TempFolder folder = new();

    public string? Postgres { get; private init; }

    public string File => folder.File("bot.db");

    public ShiftedTime Time { get; } = new();

    public static async Task<SharedDatabase> On(DatabaseKind kind) =>
        new() { Postgres = kind == DatabaseKind.Postgres ? await (await PostgresCluster.Shared()).CreateDatabase() : null };

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>One node of the bot, as far as installations go, on a Kestrel of its own.</summary>
internal sealed class SlackNode : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lines log;

    private SlackNode(WebApplication app, Lines log) => (this.app, this.log) = (app, log);

    public SlackInstallations Installations => Get<SlackInstallations>();

    public SlackApi Api => Get<SlackApi>();

    public Uri Address => Get<SlackSettings>().PublicUrl!;

    public string Logged => string.Join('\n', log.All);

    public static async Task<SlackNode> Start(SharedDatabase shared, FakeSlack slack, string? botToken = null, bool oauth = true)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var builder = WebApplication.CreateSlimBuilder();
        var lines = new Lines();
        builder.Logging.ClearProviders().AddProvider(lines);
        builder.WebHost.UseUrls(address.AbsoluteUri);
        var bot = new BotSettings
        {
            Listeners = [], IsLocal = true, StoragePath = shared.File, Postgres = shared.Postgres, MasterKey = new byte[32], Clock = ClockMode.System,
        };
        var settings = new SlackSettings
        {
            ApiUrl = slack.ApiUrl, Command = "/nudge", BotToken = botToken, PublicUrl = address,
            ClientId = oauth ? slack.ClientId : null, ClientSecret = oauth ? slack.ClientSecret : null,
        };
        builder.Services.AddSingleton<TimeProvider>(shared.Time).AddSingleton<IClock>(SystemClock.Instance).AddSingleton(settings).AddSingleton<SlackApi>();
        builder.Services.AddStorage(bot.Postgres, bot.StoragePath).AddKeyRing(bot).AddInstallations(settings);
        var host = builder.Build();
        await MakeTables(host.Services);
        host.UseLocalGuard(bot);
        host.MapInstallations(settings);
        await host.StartAsync();
        return new SlackNode(host, lines);
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public Task<Installation?> Find(string workspaceId) => Installations.Find(workspaceId, CancellationToken.None);

    public Task End(string workspaceId) => Installations.End(workspaceId, Instant.FromDateTimeOffset(Get<TimeProvider>().GetUtcNow()), CancellationToken.None);

    /// <summary>Installs as somebody would who agreed on Slack's page.</summary>
    public async Task Install(FakeSlack slack, string team, bool orgWide = false) =>
        (await Get<Bot.Slack.Installations.OAuth.Installer>().Install(slack.Agree(team, orgWide: orgWide), CancellationToken.None)).ShouldBeOfType<Bot.Slack.Installations.OAuth.InstallOutcome.Installed>();

    public async Task<InstallationRow?> Row(string ownerId) => await Get<InstallationStore>().Read(ownerId, CancellationToken.None);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static async Task MakeTables(IServiceProvider services)
    {
        await using (var store = await services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync()) await store.Database.EnsureCreatedAsync();
        await services.GetRequiredService<Stores>().Migrate(CancellationToken.None);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

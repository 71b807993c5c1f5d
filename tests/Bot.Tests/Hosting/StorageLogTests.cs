using AccountNudge.Bot.Storage;
using AccountNudge.Bot.Teams.People;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AccountNudge.Bot.Tests.Hosting;

/// <summary>Two who write the same at once are no error: one of them tries again.</summary>
public sealed class StorageLogTests
{
    [Fact]
    public async Task What_is_tried_again_is_not_in_the_log()
    {
        using var folder = new TempFolder();
        var heard = new Heard();
        await using var provider = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(heard))
            .AddSingleton<IClock>(SystemClock.Instance).AddStorage(postgres: null, folder.File("bot.db")).BuildServiceProvider();
        var stores = provider.GetRequiredService<IDbContextFactory<ChatStore>>();
        await using (var store = await stores.CreateDbContextAsync(TestContext.Current.CancellationToken)) await store.Database.MigrateAsync(TestContext.Current.CancellationToken);
        heard.Lines.Clear();

        await Add(stores);
        await Should.ThrowAsync<DbUpdateException>(() => Add(stores));
        heard.Lines.ShouldBeEmpty();
    }

    private static async Task Add(IDbContextFactory<ChatStore> stores)
    {
        await using var store = await stores.CreateDbContextAsync(TestContext.Current.CancellationToken);
        store.Add(new ConversationRow { TenantId = "tenant", ConversationId = "place", Kind = ConversationRow.Channel });
        await store.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Warning) Lines.Add(formatter(state, exception));
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}

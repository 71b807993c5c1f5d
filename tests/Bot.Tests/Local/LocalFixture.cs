using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Bot.Local.Page;
using AccountNudge.Bot.Storage;
using AccountNudge.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;

namespace AccountNudge.Bot.Tests.Local;

/// <summary>The local page's services over a SQLite file of their own.</summary>
public sealed class LocalFixture : IAsyncDisposable
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 20, 9, 0);
    private readonly string file;
    private readonly ServiceProvider services;

    public LocalFixture(string? file = null, LocalAnswer? answer = null, LocalTravel? travel = null)
    {
        this.file = file ?? Path.Combine(Path.GetTempPath(), $"local-{Guid.NewGuid():N}.sqlite");
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.ClearProviders());
        collection.AddSingleton<IClock>(new FakeClock(Start));
        collection.AddDbContext<ChatStore, SqliteChatStore>(options => options.UseSqlite($"Data Source={this.file};Pooling=False"));
        collection.AddSingleton(provider => Stores.OnSqlite($"Data Source={this.file};Pooling=False", provider.GetRequiredService<IClock>()));
        collection.AddSingleton(answer ?? DemoConversation.Answer);
        collection.AddSingleton<LocalForgetting>(_ => Task.FromResult(Forgotten++));
        collection.AddSingleton(CommandRegistry.FromAssembly);
        if (travel is not null) collection.AddSingleton(travel);
        collection.AddLocalPage();
        services = collection.BuildServiceProvider();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<ChatStore>().Database.EnsureCreated();
    }

    public string File => file;

    /// <summary>How often the conversation was told to forget everything.</summary>
    public int Forgotten { get; private set; }

    public IServiceProvider Services => services;

    public LocalChat Chat => Get<LocalChat>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Two people and a guest, a home channel and a shared one.</summary>
    public async Task<LocalFixture> WithPeople()
    {
        foreach (var (id, name, locale, guest) in ((string, string, string, bool)[])[("anna", "Anna Weber", "de-DE", false), ("ben", "Ben Miller", "en-GB", false), ("gus", "Gus Outside", "en-GB", true)])
            await Chat.Add(new LocalPerson { Id = id, Name = name, Locale = locale, Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"], IsGuest = guest }, default);
        await Chat.Add(Channel("home", shared: false, "anna", "ben"), default);
        await Chat.Add(Channel("shared", shared: true, "anna", "gus"), default);
        return this;
    }

    public async Task<LocalAct> Act(string person, string place)
    {
        var roster = await Chat.Roster(default);
        return new LocalAct(Guid.NewGuid().ToString("N"), roster.People, roster.Person(person)!, place, roster.Channel(place));
    }

    public async Task<IReadOnlyList<Card>> Cards(string place, string person) =>
        [.. (await Chat.Messages(place, person, 100, default)).Select(message => CardJson.Read(message.Card))];

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        System.IO.File.Delete(file);
    }

    private static LocalChannel Channel(string id, bool shared, params string[] members)
    {
        var channel = new LocalChannel { Id = id, Name = id, IsShared = shared };
        channel.Members.AddRange(members.Select(person => new LocalMembership { ChannelId = id, PersonId = person }));
        return channel;
    }
}

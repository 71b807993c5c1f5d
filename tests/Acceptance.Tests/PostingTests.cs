using System.Diagnostics;
using System.Globalization;
using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Hosting;
using AccountNudge.Core.Posting;
using AccountNudge.Scheduler;
using AccountNudge.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace AccountNudge.Acceptance.Tests;

/// <summary>From a command to the post of what it makes due, by the jobs themselves, without any recurring one.</summary>
public sealed class PostingTests(ITestOutputHelper output)
{
    private const int Commands = 21;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_a_command_makes_due_is_posted_at_once(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var messenger = new FakeMessenger();
        using var host = await Run(database, messenger);
        var conversation = host.Services.GetRequiredService<TurnHandler>();
        await Say("team manager me");
        var (posted, times) = (0, new List<double>());
        for (var number = 0; number < Commands; number++)
        {
            await Say($"account add Client {number}");
            await Say($"complaint Client {number}: late");
            await Say($"chased Client {number}");
            posted.ShouldBe(messenger.Posted.Count);

            // The second time goes to the manager at once.
            var asked = Stopwatch.GetTimestamp();
            await Say($"chased Client {number}");
            await Wait.Until(() => messenger.Posted.Count == posted + 1);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            posted++;
            messenger.Posted[^1].Lines.ShouldHaveSingleItem().Account.Name.ShouldBe($"Client {number}");
        }

        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: from a command to its post {times[Commands / 2]:F0} ms at the median, {times[^1]:F0} ms at most, {Commands} times"));
        await host.StopAsync();

        async Task Say(string line)
        {
            var turn = new Turn(Guid.NewGuid().ToString("N"), "local", "test", new ChatChannel("C1", "clients", IsDirect: false),
                new ChatPerson("U1", "Anna", "en-GB", DateTimeZoneProviders.Tzdb["Europe/Berlin"]), new Typed(line));
            (await conversation.Answer(turn, TestContext.Current.CancellationToken)).Card.ShouldNotBeNull();
        }
    }

    private static async Task<IHost> Run(Database database, FakeMessenger messenger)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        var settings = new BotSettings { Listeners = [], IsLocal = true, StoragePath = "", Clock = ClockMode.System };
        builder.Services.AddSingleton(database.Stores).AddSingleton<IClock>(database.Clock).AddDomain(settings).AddConversation();
        builder.Services.AddSingleton<IMessenger>(messenger);
        builder.Services.AddScheduler(new SchedulerOptions(database.Kind == DatabaseKind.Postgres ? database.ConnectionString : null) { Recurring = [] });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}

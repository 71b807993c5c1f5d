using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound;
using AccountNudge.Bot.Teams.Inbound.Work;
using AccountNudge.Testing;
using AccountNudge.Testing.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

/// <summary>Whatever is sent to the bot gets an answer that the platform knows, and the bot lives on.</summary>
public sealed class HostilityTests
{
    private const int Seed = 20_271_130;
    private static readonly int Bodies = Extent.Of(1_000, full: 10_000);

    /// <summary>Rows that are worked afterwards, too: each may take a turn's time.</summary>
    private static readonly int Worked = Extent.Of(40, full: 100);

    /// <summary>Taken (200, 202), turned away (400, 403, 413), or an invoke that nobody here answers (501), as the library answers it.</summary>
    private static readonly int[] Known = [200, 202, 400, 403, 413, 501];

    [Fact]
    public async Task Hostile_activities_are_answered_and_the_next_good_one_as_ever()
    {
        await using var host = await TeamsHost.Run(works: false, longestAnswer: TimeSpan.FromSeconds(0.3));
        var hostile = new ConcurrentQueue<byte[]>(new HostileActivities(Seed, await Real(host)).Take(Bodies));
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        var wrong = new ConcurrentQueue<string>();
        var statuses = new ConcurrentDictionary<int, int>();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            while (hostile.TryDequeue(out var body))
            {
                var status = await Post(client, host.Teams.BotUrl!, body);
                statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
                if (!Known.Contains(status)) wrong.Enqueue($"{status}: {Encoding.UTF8.GetString(body)[..Math.Min(body.Length, 3_000)]}");
            }
        }));

        wrong.ShouldBeEmpty();
        Known.ShouldAllBe(status => statuses.ContainsKey(status), "each kind of answer was given");
        (await Failures(host)).ShouldBeEmpty();
        await AGoodOneIsAnswered(host);
    }

    [Theory]
    [InlineData("value")]
    [InlineData("channelData")]
    [InlineData("attachments")]
    [InlineData("something new")]
    public void What_is_nested_without_end_is_turned_away_by_the_librarys_reader_too(string name)
    {
        static string Nested(string name, int depth) => $$"""{"type":"message","{{name}}":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        Activity.Read(Nested(name, 60)).ShouldNotBeNull();
        Activity.Read(Nested(name, 100_000)).ShouldBeNull();
    }

    [Fact]
    public void Words_that_look_like_dates_stay_as_they_were_said()
    {
        var activity = Activity.Read("""{"type":"invoke","text":"2027-03-01T09:00:00Z","value":{"data":{"due":"2027-03-01T09:00:00+01:00","n":1.10,"big":1e400}}}""")!;

        activity.Text.ShouldBe("2027-03-01T09:00:00Z");
        activity.Value.GetProperty("data").GetProperty("due").GetString().ShouldBe("2027-03-01T09:00:00+01:00");
    }

    [Fact]
    public void What_does_not_fit_reads_as_nothing_and_all_else_is_there()
    {
        var activity = Activity.Read("""
            {"type":"message","id":{"x":1},"timestamp":"yesterday","from":["a"],"recipient":{"id":"28:bot","isTargeted":true},"conversation":{"id":"c","tenantId":"t"},
             "text":"help","channelData":{"team":"x","tenant":7,"channel":{"id":"19:c","type":{}}},"entities":["x",null,{"type":"mention","mentioned":"x"},{"type":"mention","mentioned":{"id":"28:bot"},"text":"<at>B</at>"}],
             "membersAdded":[null,7,{"id":"29:a"}],"attachments":[{"contentType":"x","content":{"$type":"MemoryStream","buffer":"x"}}],"from ":1,"Locale":"de-DE"}
            """)!;

        (activity.Id, activity.PersonId, activity.Timestamp, activity.TeamId, activity.Locale).ShouldBe(("", "", null, null, null));
        (activity.Text, activity.BotId, activity.IsTargeted, activity.ConversationId, activity.TenantId).ShouldBe(("help", "28:bot", true, "c", "t"));
        activity.Channel!.Id.ShouldBe("19:c");
        activity.Added.ShouldContain("29:a");
        activity.Mentions.ShouldHaveSingleItem().Tag.ShouldBe("<at>B</at>");
    }

    /// <summary>One of each kind that Teams delivers, of which all others are made.</summary>
    private static async Task<IReadOnlyList<JsonObject>> Real(TeamsHost host)
    {
        var (teams, anna) = (host.Teams, host.Anna);
        var offer = await Answered(host, teams.Says(anna, host.Clients, "log Acme called, needs two samples"));
        var press = teams.Presses(anna, offer, "draft.create");
        await Answered(host, press);
        var form = await Answered(host, teams.Says(anna, host.Clients, "complaint"));
        var menu = teams.Uses(anna, teams.Writes(anna, host.Clients, "Acme rang"), "complaint");
        var dialog = await host.Deliver(menu);
        TeamsDelivery[] messages = [teams.Says(anna, host.Clients, "log Acme rang about the samples"), teams.Says(anna, host.Clients, "help", offer), teams.Says(anna, teams.PersonalChat(anna), "today")];
        TeamsDelivery[] invokes =
        [
            press, TeamsFormTests.Submit(host, anna, form, "crooked label"), menu, FakeTeams.Submits(menu, dialog, MenuTests.Submit(dialog), TeamsFormTests.Filled(dialog.Card!, words: null)),
        ];
        var shared = teams.AddChannel(host.World.Office, "shared", ChannelType.Shared, anna);
        TeamsDelivery[] news = [.. teams.Installs(anna, host.World.Office, host.Clients), teams.Happens("channelShared", anna, shared), teams.Renames(anna, host.Clients, "clients"), teams.Joins(host.Ben, host.World.Office)];
        // Invokes are answered at once, which takes a turn each.
        return [.. Enumerable.Repeat(messages, 8).SelectMany(message => message).Concat(invokes).Concat(news).Select(delivery => delivery.Activity.DeepClone().AsObject())];
    }

    /// <summary>What something was answered with.</summary>
    private static async Task<FakeChatMessage> Answered(TeamsHost host, TeamsDelivery delivery)
    {
        await host.Deliver(delivery);
        await host.WorkOff();
        return host.Everything()[^1];
    }

    private static async Task<int> Post(HttpClient client, Uri url, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await client.PostAsync(url, content);
        return (int)response.StatusCode;
    }

    /// <summary>What went wrong while what was taken is worked, by the worker's own account.</summary>
    private static async Task<IReadOnlyList<string>> Failures(TeamsHost host)
    {
        var log = new Failed();
        using var worker = ActivatorUtilities.CreateInstance<TeamsWorker>(host.Services, log);
        for (var count = 0; count < Worked; count++) await worker.WorkOnce(default);
        return [.. log.Lines];
    }

    /// <summary>From somebody who has not said anything yet, in a chat where nothing was said yet.</summary>
    private static async Task AGoodOneIsAnswered(TeamsHost host)
    {
        await using (var store = host.Store()) await store.Set<TeamsInboxRow>().ExecuteDeleteAsync();
        var zoe = host.Teams.AddPerson(host.World.Tenant, "Zoe Lang");
        var chat = host.Teams.AddGroupChat(host.World.Tenant, "quiet", zoe, host.Ben);
        await host.Deliver(host.Teams.Installs(zoe, chat)[^1]);
        await host.Deliver(host.Teams.Says(zoe, chat, "help"));
        await host.WorkOff();
        host.Everything().Count(message => message.Place == chat).ShouldBe(2);
    }

    private sealed class Failed : ILogger<TeamsWorker>
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error) Lines.Enqueue(formatter(state, exception));
        }
    }
}

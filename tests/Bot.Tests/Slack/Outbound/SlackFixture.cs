using System.Collections.Concurrent;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Slack;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Outbound;
using AccountNudge.Bot.Slack.People;
using AccountNudge.Bot.Tests.Inbox;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AccountNudge.Bot.Tests.Slack.Outbound;

/// <summary>A fake Slack with one workspace, and all we use to talk to it. Time runs, and can be put forward.</summary>
internal sealed class SlackFixture : IAsyncDisposable, ISlackTokens
{
    public const string Workspace = "T1";
    public const string Token = "xoxb-1";

    private readonly Installation? installation;

    private readonly InboxFixture stores;

    private SlackFixture(FakeSlack slack, InboxFixture stores, bool isInstalled, Uri? apiUrl, TimeSpan? limit)
    {
        (Slack, this.stores) = (slack, stores);
        var workspace = slack.AddWorkspace(Workspace, Token);
        installation = isInstalled ? new Installation(Workspace, null, workspace.BotUserId, workspace.BotId, Token) : null;
        Api = new SlackApi(new SlackSettings { ApiUrl = apiUrl ?? slack.ApiUrl, Command = "/nudge" }, this, Time, NullLogger<SlackApi>.Instance) { Limit = limit ?? TimeSpan.FromSeconds(30) };
        People = AnotherNode();
        Platform = new SlackPlatform(Api, People, Time);
        slack.AddUser(Workspace, "U1", "Anna", locale: "de-DE", tz: "Europe/Berlin");
        slack.AddUser(Workspace, "U2", "Ben", locale: "en-GB", tz: "Europe/London");
        slack.AddUser(Workspace, "UGUEST", "Gil", guest: true);
        slack.AddChannel(Workspace, "C1", "clients", ["U1", "U2"]);
    }

    public FakeSlack Slack { get; }

    public MovedTime Time { get; } = new();

    public SlackApi Api { get; }

    public SlackPeople People { get; }

    public SlackPlatform Platform { get; }

    /// <summary>Workspaces whose installation was ended.</summary>
    public ConcurrentQueue<string> Ended { get; } = [];

    public static async Task<SlackFixture> Set(bool isInstalled = true, Uri? apiUrl = null, DatabaseKind kind = DatabaseKind.Sqlite, TimeSpan? limit = null) =>
        new(await FakeSlack.Start(), await InboxFixture.On(kind), isInstalled, apiUrl, limit);

    /// <summary>What another node knows of people and channels: at first nothing.</summary>
    public SlackPeople AnotherNode() => new(Api, stores, stores.Database.Stores, SystemClock.Instance, Time);

    public static ChatTarget Channel(string id = "C1") => new(Workspace, id, IsDirect: false);

    public static ChatTarget Direct(string id = "U1") => new(Workspace, id, IsDirect: true);

    /// <summary>How often a method was called.</summary>
    public int Calls(string method) => Slack.Calls.Count(call => call.Method == method);

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Slack.DisposeAsync();
        await stores.DisposeAsync();
    }

    public Task<Installation?> Find(string workspaceId, CancellationToken cancellation) => Task.FromResult(Ended.IsEmpty ? installation : null);

    public Task<bool> Refuse(Installation used, bool isEnd, CancellationToken cancellation)
    {
        if (isEnd) Ended.Enqueue(used.WorkspaceId);
        return Task.FromResult(true);
    }
}

/// <summary>Real time, put forward by a test.</summary>
internal sealed class MovedTime : TimeProvider
{
    private long ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ticks));

    public override long GetTimestamp() => base.GetTimestamp() + (long)(TimeSpan.FromTicks(Interlocked.Read(ref ticks)).TotalSeconds * TimestampFrequency);

    public void Pass(TimeSpan span) => Interlocked.Add(ref ticks, span.Ticks);
}

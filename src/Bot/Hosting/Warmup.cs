using AccountNudge.Bot.Conversation;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using NodaTime;

namespace AccountNudge.Bot.Hosting;

/// <summary>Renders a reply as a chat platform does, and shows it to nobody.</summary>
internal delegate void WarmupRendering(Reply reply);

/// <summary>
/// Answers the usual commands once before anybody can send one, in a workspace that has ended and is deleted again at once.
/// Slack waits three seconds for an acknowledgement and Teams five for an answer, also to the first command after a start, when
/// no code is compiled yet and no query cached.
/// </summary>
internal sealed partial class Warmup(Stores stores, Conversation.Conversation conversation, IEnumerable<WarmupRendering> drawings, ILogger<Warmup> logger)
{
    private const string Platform = "rehearsal";
    private const int Rounds = 3;

    private static readonly Instant LongAgo = Instant.FromUnixTimeSeconds(0);

    private static readonly string[] Lines =
    [
        "account add Probe GmbH", "contact add Paula Probe at Probe GmbH birthday 14 May", "log Probe GmbH call with Paula Probe yesterday: wants a quote",
        "complaint Probe GmbH by Paula Probe: late again", "ack Probe GmbH: called back", "brief Paula Probe", "today", "quiet", "digest", "log", "unheard of",
    ];

    /// <summary>Warms up; whatever goes wrong is no reason not to start.</summary>
    public async Task Run(CancellationToken cancellation)
    {
#pragma warning disable CA1031 // See above.
        try
        {
            await using var store = stores.Open(Scope.Nothing);
            var workspace = new Workspace { Platform = Platform, ExternalId = Guid.NewGuid().ToString("N"), EndedAt = LongAgo };
            store.Workspaces.Add(workspace);
            await store.SaveChangesAsync(cancellation);
            for (var round = 0; round < Rounds; round++)
                foreach (var line in Lines) Draw(await conversation.Answer(Say(workspace, $"{round}:{line}", line), cancellation));
            await store.ForgetEndedWorkspaces(LongAgo + Duration.FromSeconds(1), cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(logger, failure.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private static Turn Say(Workspace workspace, string key, string line) =>
        new(key, Platform, workspace.ExternalId, new ChatChannel("rehearsal", "rehearsal", IsDirect: false), new ChatPerson("U0", "Paul Probe", "en-GB", DateTimeZone.Utc), new Typed(line));

    private void Draw(Reply reply)
    {
        foreach (var draw in drawings) draw(reply);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The warm-up failed ({Failure}); the first answers may take longer")]
    private static partial void LogFailed(ILogger logger, string failure);
}

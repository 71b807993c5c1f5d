using AccountNudge.Bot.Conversation;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using NodaTime;

namespace AccountNudge.Bot.Hosting;

/// <summary>Draws a reply as a chat platform does, and shows it to nobody.</summary>
internal delegate void TrialDrawing(Reply reply);

/// <summary>
/// Says the usual lines to itself before anybody can, in a workspace that has ended long ago and is forgotten again at once.
/// Slack waits three seconds for an acknowledgement and Teams five for an answer, also to the first command after a start, when
/// no code is compiled yet and no query known.
/// </summary>
internal sealed partial class Rehearsal(Stores stores, Conversation.Conversation conversation, IEnumerable<TrialDrawing> drawings, ILogger<Rehearsal> logger)
{
    private const string Platform = "rehearsal";
    private const int Rounds = 3;

    private static readonly Instant LongAgo = Instant.FromUnixTimeSeconds(0);

    private static readonly string[] Lines =
    [
        "account add Probe GmbH", "contact add Paula Probe at Probe GmbH birthday 14 May", "log Probe GmbH call with Paula Probe yesterday: wants a quote",
        "complaint Probe GmbH by Paula Probe: late again", "ack Probe GmbH: called back", "brief Paula Probe", "today", "quiet", "digest", "log", "unheard of",
    ];

    /// <summary>Rehearses; whatever goes wrong is no reason not to begin.</summary>
    public async Task Play(CancellationToken cancellation)
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The rehearsal failed ({Failure}); the first answers may take longer")]
    private static partial void LogFailed(ILogger logger, string failure);
}

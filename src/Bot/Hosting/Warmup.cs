using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Hosting;

/// <summary>Renders a reply as a chat platform does, and shows it to nobody.</summary>
internal delegate void WarmupRendering(Reply reply);

/// <summary>
/// Answers the usual commands once before anybody can send one, in transactions that are never committed.
/// Slack waits three seconds for an acknowledgement and Teams five for an answer, also to the first command after a start, when
/// no code is compiled yet and no query cached.
/// </summary>
internal sealed partial class Warmup(Stores stores, CommandRegistry registry, IClock clock, IEnumerable<WarmupRendering> renderings, ILogger<Warmup> logger)
{
    private const int Rounds = 3;

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
            for (var round = 0; round < Rounds; round++) await Answer(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(logger, failure.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private async Task Answer(CancellationToken cancellation)
    {
        var (workspaceId, now) = (Guid.NewGuid().ToString("N"), clock.GetCurrentInstant());
        await using var store = stores.Open(Scope.Nothing);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        foreach (var line in Lines)
        {
            // Nothing of the turn before is left in it, as in a store of its own.
            store.Within(Scope.Nothing).ChangeTracker.Clear();
            store.Recording = null;
            if (await store.Enter(Typed(workspaceId, line), registry, now, cancellation) is not { } turn) continue;
            var reply = await Routing.Route(turn, cancellation);
            await store.SaveChangesAsync(cancellation);
            foreach (var render in renderings) render(reply);
        }
    }

    private static Turn Typed(string workspaceId, string line) =>
        new(line, "warm-up", workspaceId, new ChatChannel("warm-up", "warm-up", IsDirect: false), new ChatPerson("U0", "Paul Probe", "en-GB", DateTimeZone.Utc), new Typed(line));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The warm-up failed ({Failure}); the first answers may take longer")]
    private static partial void LogFailed(ILogger logger, string failure);
}

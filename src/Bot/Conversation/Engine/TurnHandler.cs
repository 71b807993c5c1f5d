using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>Sees to it that what a turn has made due is posted; a failure is logged and leaves the turn answered.</summary>
public delegate Task Deliver(CancellationToken cancellation);

/// <summary>
/// Keeps a reply in the turn's own transaction, so that what was recorded and its answer are there together or not at all. False when somebody
/// else has answered meanwhile: then nothing is recorded.
/// </summary>
public delegate Task<bool> KeepReply(Store store, Reply reply, CancellationToken cancellation);

/// <summary>
/// Answers turns: finds the team, the command and the names, and runs the command in one transaction. A turn that was
/// answered before changes nothing; two turns that change the same account at once are made one after the other.
/// </summary>
public sealed partial class TurnHandler(
    Stores stores, CommandRegistry registry, IEnumerable<IChatPlatform> platforms, IClock clock, Deliver deliver, ILogger<TurnHandler> logger)
{
    /// <inheritdoc cref="Answer(Turn, KeepReply, CancellationToken)"/>
    public Task<Reply> Answer(Turn turn, CancellationToken cancellation) => Answer(turn, (_, _, _) => Task.FromResult(true), cancellation);

    /// <summary>
    /// Answers one turn. Never throws for anything a person typed, pressed or submitted; throws when the database cannot be used:
    /// then nothing was recorded, and the same turn may be handed in again.
    /// </summary>
    /// <param name="turn">The turn.</param>
    /// <param name="keep">Called with what is recorded; not for what changes nothing, such as a refusal.</param>
    /// <param name="cancellation">Ends the answering.</param>
    public async Task<Reply> Answer(Turn turn, KeepReply keep, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Speaker.IsGuest || turn.Channel.IsShared) return Reply.Silent;
        try
        {
            if (turn.Input is FileSent { Fetch: { } fetch }) turn = turn with { Input = await fetch(cancellation) };
            var homes = new HomeSearch(stores, platforms.FirstOrDefault(platform => platform.Name == turn.Platform), clock);
            var outcome = await Retries.OnConflict(() => AnswerOnce(turn, keep, isSearched: false, cancellation), cancellation);
            if (outcome is null)
            {
                if (!await homes.Find(turn, cancellation)) return Replies.WithoutTeam(turn);
                outcome = await Retries.OnConflict(() => AnswerOnce(turn, keep, isSearched: true, cancellation), cancellation);
            }

            var (reply, hasPostsDue, isNewHome) = outcome!;
            if (isNewHome) await Afterwards(turn, () => homes.Follow(turn, cancellation));
            if (hasPostsDue) await Afterwards(turn, () => deliver(cancellation));
            return reply;
        }
#pragma warning disable CA1031 // A person gets a sentence, whatever went wrong; the log gets the kind of failure and none of their words.
        catch (Exception failure) when (failure is not OperationCanceledException && !failure.IsOfDatabase())
        {
            LogFailure(logger, turn.Platform, failure.GetType().Name, failure.StackTrace ?? "");
            return Replies.Failed(turn);
        }
#pragma warning restore CA1031
    }

    /// <summary>Someone may change the same account, or make the same workspace, at the same moment: then with what is there now, once more.</summary>
    private async Task<Outcome?> AnswerOnce(Turn turn, KeepReply keep, bool isSearched, CancellationToken cancellation)
    {
        await using var store = stores.Open(Scope.Nothing);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        var outcome = await AnswerWithin(store, turn, keep, isSearched, cancellation);
        if (outcome is { IsKept: true }) await transaction.CommitAsync(cancellation);
        return outcome;
    }

    /// <summary>Answers one turn in a transaction that whoever has begun it does not commit: nothing of it stays.</summary>
    internal async Task<Reply> AnswerUncommitted(Store store, Turn turn, CancellationToken cancellation) =>
        (await AnswerWithin(store, turn, (_, _, _) => Task.FromResult(true), isSearched: true, cancellation))!.Reply;

    /// <summary>Null where the speaker belongs to no team as far as we know, and the platform was not asked yet.</summary>
    private async Task<Outcome?> AnswerWithin(Store store, Turn turn, KeepReply keep, bool isSearched, CancellationToken cancellation)
    {
        var now = Instant.FromUnixTimeSeconds(clock.GetCurrentInstant().ToUnixTimeSeconds());
        if (await store.Enter(turn, registry, now, cancellation) is not { } context) return new Outcome(Reply.Silent);
        if (context.Teams.Count == 0 && !isSearched) return null;
        Reply reply;
        try
        {
            reply = await context.WithNames(await Routing.Route(context, cancellation), cancellation);
            reply = await LiveCards.Keep(context, reply, cancellation);
        }
        catch (RefusalException refusal)
        {
            return new Outcome(await context.WithNames(Replies.Refused(context, refusal), cancellation));
        }

        // What was typed into a form is still there: submitted again, it is a new turn.
        if (reply.Errors.Count > 0) return new Outcome(reply);
        var isNewHome = HomeSearch.IsNewHome(context);
        await store.SaveChangesAsync(cancellation);
        // The accounts are locked now. What was read before may have been changed since by somebody who has woken them for it.
        store.ChangeTracker.Clear();
        await Review(store, turn, now, cancellation);
        return await keep(store, reply, cancellation) ? new Outcome(reply, store.HasPostsDue, isNewHome) { IsKept = true } : new Outcome(Reply.Silent);
    }

    /// <summary>What was recorded takes effect with it. What cannot be reviewed is recorded all the same: it stays due for the next job.</summary>
    private async Task Review(Store store, Turn turn, Instant now, CancellationToken cancellation)
    {
        try
        {
            await store.ReviewChanged(now, cancellation);
        }
#pragma warning disable CA1031 // Whatever a practice stumbles over is no reason to lose what somebody said.
        catch (Exception failure) when (failure is not OperationCanceledException && !failure.IsOfDatabase())
        {
            LogFailure(logger, turn.Platform, failure.GetType().Name, failure.StackTrace ?? "");
        }
#pragma warning restore CA1031
    }

    private async Task Afterwards(Turn turn, Func<Task> work)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // The turn is committed and answered; whatever went wrong afterwards is no reason to say that it was not.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(logger, turn.Platform, failure.GetType().Name, failure.StackTrace ?? "");
        }
#pragma warning restore CA1031
    }

    /// <summary>What came of a turn.</summary>
    /// <param name="Reply">The answer.</param>
    /// <param name="HasPostsDue">Something is to be posted now.</param>
    /// <param name="IsNewHome">The channel has become a team's home.</param>
    private sealed record Outcome(Reply Reply, bool HasPostsDue = false, bool IsNewHome = false)
    {
        /// <summary>What was recorded is to be committed.</summary>
        public bool IsKept { get; init; }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn on {Platform} failed: {Failure}\n{Stack}")]
    private static partial void LogFailure(ILogger logger, string platform, string failure, string stack);
}

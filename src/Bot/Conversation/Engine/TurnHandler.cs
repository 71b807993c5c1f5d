using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>Sees to it that what a turn has made due in these scopes is posted; a failure is logged and leaves the turn answered.</summary>
public delegate Task Deliver(IReadOnlyCollection<Scope> scopes, CancellationToken cancellation);

/// <summary>
/// Answers turns: finds the team, the command and the names, and runs the command in one transaction. A turn that was
/// answered before changes nothing; two turns that change the same account at once are made one after the other.
/// </summary>
public sealed partial class TurnHandler(Stores stores, CommandRegistry registry, IClock clock, Sweep sweep, Deliver deliver, ILogger<TurnHandler> logger)
{
    /// <summary>
    /// Answers one turn. Never throws for anything a person typed, pressed or submitted; throws when the database cannot be used:
    /// then nothing was recorded, and the same turn may be handed in again.
    /// </summary>
    public async Task<Reply> Answer(Turn turn, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Speaker.IsGuest || turn.Channel.IsShared) return Reply.Silent;
        try
        {
            var (reply, touched) = await Retries.OnConflict(() => AnswerOnce(turn, cancellation), cancellation);
            await Settle(turn, touched, cancellation);
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

    /// <summary>What was recorded takes effect at once. Should that fail, it is recorded all the same: the next jobs catch up.</summary>
    private async Task Settle(Turn turn, IReadOnlyList<(Scope Scope, Guid AccountId)> touched, CancellationToken cancellation)
    {
        if (touched.Count == 0) return;
        try
        {
            foreach (var (scope, accountId) in touched) await sweep.Review(scope, accountId, clock.GetCurrentInstant(), cancellation);
            await deliver([.. touched.Select(one => one.Scope).Distinct()], cancellation);
        }
#pragma warning disable CA1031 // The turn is committed and answered; whatever went wrong afterwards is no reason to say that it was not.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(logger, turn.Platform, failure.GetType().Name, failure.StackTrace ?? "");
        }
#pragma warning restore CA1031
    }

    /// <summary>Someone may change the same account, or make the same workspace, at the same moment: then with what is there now, once more.</summary>
    private async Task<(Reply Reply, IReadOnlyList<(Scope Scope, Guid AccountId)> Touched)> AnswerOnce(Turn turn, CancellationToken cancellation)
    {
        var now = Instant.FromUnixTimeSeconds(clock.GetCurrentInstant().ToUnixTimeSeconds());
        await using var store = stores.Open(Scope.Nothing);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        var context = await store.Enter(turn, registry, now, cancellation);
        if (!await Receive(store, turn.Key, now, cancellation)) return (Reply.Silent, []);
        Reply reply;
        try
        {
            reply = await Routing.Route(context, cancellation);
        }
        catch (RefusalException refusal)
        {
            return (Replies.Refused(context, refusal), []);
        }

        // What was typed into a form is still there: submitted again, it is a new turn.
        if (reply.Errors.Count > 0) return (reply, []);
        await store.SaveChangesAsync(cancellation);
        var touched = context.Touched.Select(accountId => (store.Scope, accountId)).ToList();
        await transaction.CommitAsync(cancellation);
        return (reply, touched);
    }

    private static async Task<bool> Receive(Store store, string key, Instant now, CancellationToken cancellation)
    {
        if (await store.Receipts.AnyAsync(receipt => receipt.Key == key, cancellation)) return false;
        store.Receipts.Add(new Receipt { WorkspaceId = store.Scope.WorkspaceId, Key = key, At = now });
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn on {Platform} failed: {Failure}\n{Stack}")]
    private static partial void LogFailure(ILogger logger, string platform, string failure, string stack);
}

using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound.Inbox;
using AccountNudge.Bot.Slack.People;
using NodaTime;

namespace AccountNudge.Bot.Slack.Inbound.Work;

/// <summary>
/// Works off the inbox: what one person did in its order, different people at the same time. Any number of nodes may do so;
/// what one leaves unfinished another takes over when the lease ends.
/// </summary>
internal sealed partial class SlackWorker(
    SlackInbox inbox, SlackAnswers answers, LastWord lastWord, SlackPeople people, SlackApi api, Installations.Installations installations, ILogger<SlackWorker> logger)
    : BackgroundService
{
    private const int MostAttempts = 5;

    /// <summary>Real time for which Slack may leave unsaid what must be known; after that it counts as a failure.</summary>
    private static readonly Duration Patience = Duration.FromHours(6);

    /// <summary>Real time for which an answer goes where others are without another look at who they are.</summary>
    private static readonly Duration Fresh = Duration.FromSeconds(5);

    /// <summary>Real time for which an answer is worth sending: as long as Slack takes it on a response URL.</summary>
    private static readonly Duration Stale = Duration.FromMinutes(30);

    private static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TidyEvery = TimeSpan.FromHours(1);

    /// <summary>Real time a node may work on a row before another may take over. Whole seconds.</summary>
    public Duration Lease { get; init; } = Duration.FromSeconds(120);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, SlackInbox.AtOnce).Select(_ => WorkOn(stoppingToken)).Append(Remind(stoppingToken)).Append(Tidy(stoppingToken)));

    /// <summary>Works on the next row; false when there is none.</summary>
    public async Task<bool> WorkOnce(CancellationToken cancellation)
    {
        if (await inbox.Next(Lease, cancellation) is not { } claim) return false;
        // Where there was one there may be more, and this one may take its time.
        inbox.Remind();
        // It ends before the lease does, so that nobody else has begun meanwhile; and what has begun may come to its end when we stop.
        using var ending = new CancellationTokenSource((Lease * 0.8).ToTimeSpan());
        await using var stopping = cancellation.Register(() => ending.CancelAfter(LastMoments));
#pragma warning disable CA1031 // Whatever it is: the row is tried again, and put aside when that does not help either.
        try
        {
            await Work(claim, ending.Token);
        }
        catch (NotYetException notYet)
        {
            await inbox.Release(claim, notYet.WaitAt(claim.Age), failed: claim.Age > Patience, CancellationToken.None);
        }
        catch (Exception failure)
        {
            await Fail(claim, failure);
        }
#pragma warning restore CA1031
        return true;
    }

    private async Task Remind(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(LookAgain);
        while (await timer.WaitForNextTickAsync(cancellation)) inbox.Remind();
    }

    private async Task WorkOn(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
#pragma warning disable CA1031 // A database that is away for a moment comes back.
            try
            {
                if (!await WorkOnce(cancellation)) await inbox.News(cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogNotWorking(logger, failure.GetType().Name);
                await Task.Delay(LookAgain, CancellationToken.None);
            }
#pragma warning restore CA1031
        }
    }

    private async Task Work(Claim claim, CancellationToken cancellation)
    {
        if (claim.Attempts > MostAttempts)
        {
            await PutAside(claim, cancellation);
            return;
        }

        var outgoing = claim.State == InboxState.Answered ? Outgoing.Read(claim.Calls!) : await Answer(claim, cancellation);
        if (outgoing is not null) await Send(claim, outgoing, cancellation);
    }

    /// <summary>Nothing more is tried. Whoever said something that was not taken is told so.</summary>
    private async Task PutAside(Claim claim, CancellationToken cancellation)
    {
        LogPutAside(logger, claim.Sequence, claim.Kind, claim.WorkspaceId);
        await inbox.HandOver(claim, claim.State == InboxState.Waiting ? await lastWord.To(claim, cancellation) : [], cancellation);
    }

    /// <summary>Answers it and stores the answer; null when somebody else has taken over meanwhile.</summary>
    private async Task<Outgoing?> Answer(Claim claim, CancellationToken cancellation)
    {
        var answer = await answers.Answer(claim, cancellation);
        var outgoing = Outgoing.To(claim, answer.Calls);
        if (outgoing.Calls.Count == 0 || await inbox.Answer(claim, outgoing.Write(), release: false, cancellation)) return outgoing;
        LogTakenOver(logger, claim.Sequence);
        return null;
    }

    private async Task Send(Claim claim, Outgoing outgoing, CancellationToken cancellation)
    {
        var left = outgoing.Calls.ToList();
        while (left.Count > 0)
        {
            var age = claim.DatabaseNow - Instant.FromUnixTimeSeconds(outgoing.Since);
            var isStale = age > Stale;
            if (age > Fresh) left[0] = await Quietly(claim, left[0], isStale, cancellation);
            var answer = await left[0].Send(api, claim.WorkspaceId, cancellation);
            if (answer is SlackAnswer.Refused refused) LogRefused(logger, claim.Sequence, left[0].Routes[0].Method, refused.Error);
            var (rest, wait) = left[0].After(answer);
            left.RemoveAt(0);
            if (rest is not null) left.Insert(0, rest);
            if (wait > Duration.Zero && isStale) left.RemoveAt(0);
            if (left.Count == 0) break;
            if (!await inbox.Keep(claim, (outgoing with { Calls = left }).Write(), cancellation)) return;
            if (wait == Duration.Zero || isStale) continue;
            await inbox.Release(claim, wait, failed: false, cancellation);
            return;
        }

        await inbox.Finish(claim, cancellation);
    }

    /// <summary>Where others have come to listen since it was answered, it goes to the person alone.</summary>
    /// <exception cref="NotYetException">Slack does not tell yet who listens.</exception>
    private async Task<ReplyCall> Quietly(Claim claim, ReplyCall call, bool isStale, CancellationToken cancellation)
    {
        if (call.Routes[0].HeardIn is not { } channel) return call;
        var heard = await people.WhoHears(claim.WorkspaceId, channel, cancellation);
        if (heard.Sharing == Sharing.Internal) return call;
        if (!isStale) NotYetException.ThrowIf(heard.Hindrance);
        return call with { Routes = [.. call.Routes.Where(route => route.HeardIn is null)] };
    }

    private async Task Fail(Claim claim, Exception failure)
    {
        LogFailed(logger, claim.Sequence, claim.Kind, failure.GetType().Name, failure.StackTrace ?? "");
        await inbox.Release(claim, Duration.FromSeconds(1 << Math.Min(claim.Attempts, MostAttempts)), failed: true, CancellationToken.None);
    }

    private async Task Tidy(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TidyEvery);
        do
        {
#pragma warning disable CA1031 // The next hour comes.
            try
            {
                await inbox.Tidy(cancellation);
                await installations.Tidy(cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                LogNotWorking(logger, failure.GetType().Name);
            }
#pragma warning restore CA1031
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack's inbox: row {Sequence} ({Kind}) failed ({Failure}); tried again\n{Stack}")]
    private static partial void LogFailed(ILogger logger, long sequence, SlackKind kind, string failure, string stack);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack's inbox: row {Sequence} ({Kind}) of workspace {WorkspaceId} failed too often and is put aside")]
    private static partial void LogPutAside(ILogger logger, long sequence, SlackKind kind, string workspaceId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's inbox: row {Sequence} was taken over by another node")]
    private static partial void LogTakenOver(ILogger logger, long sequence);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's inbox: an answer of row {Sequence} was refused ({Method}: {Error})")]
    private static partial void LogRefused(ILogger logger, long sequence, string method, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack's inbox cannot be worked on ({Failure}); tried again")]
    private static partial void LogNotWorking(ILogger logger, string failure);
}

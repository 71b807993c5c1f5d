namespace AccountNudge.Bot.Platforms.Inbox;

/// <summary>
/// Works off a platform's inbox: what one person did in its order, different people at the same time. Any number of nodes may do so;
/// what one leaves unfinished another takes over when the lease ends.
/// </summary>
/// <typeparam name="TRow">The platform's rows.</typeparam>
/// <typeparam name="TCall">One thing to send, as the platform does it; JSON.</typeparam>
internal abstract partial class InboxWorker<TRow, TCall>(string platform, PlatformInbox<TRow> inbox, ILogger logger) : BackgroundService
    where TRow : InboxRow
    where TCall : class
{
    private const int MostAttempts = 5;

    /// <summary>Real time for which the platform may leave unsaid what must be known; after that it counts as a failure.</summary>
    private static readonly Duration Patience = Duration.FromHours(6);

    /// <summary>Real time for which an answer is worth sending: as long as Slack takes it on a response URL.</summary>
    private static readonly Duration Stale = Duration.FromMinutes(30);

    /// <summary>Real time for which an answer goes where others are without another look at who they are.</summary>
    private static readonly Duration Fresh = Duration.FromSeconds(5);
    private static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TidyEvery = TimeSpan.FromHours(1);

    /// <summary>Real time a node may work on a row before another may take over. Whole seconds.</summary>
    public Duration Lease { get; init; } = Duration.FromSeconds(120);

    /// <summary>Answers what was done; what is to be sent.</summary>
    /// <exception cref="NotYetException">The platform does not tell yet what must be known.</exception>
    protected abstract Task<IReadOnlyList<TCall>> Answer(Claim claim, CancellationToken cancellation);

    /// <summary>How a person is spoken to who is told that what they said could not be taken; null for guests, and where nobody said anything.</summary>
    protected abstract Task<Voice?> VoiceOf(Claim claim, CancellationToken cancellation);

    /// <summary>A card to a person alone, whatever became of the place where they said something.</summary>
    protected abstract TCall Directly(string personId, Card card);

    /// <summary>The channel whose people hear it on its best way; null when only the person does.</summary>
    protected abstract string? HeardIn(TCall call);

    /// <summary>Who hears a channel now.</summary>
    protected abstract Task<ChannelAudience> AudienceOf(string workspaceId, string channelId, CancellationToken cancellation);

    /// <summary>The same on those ways alone that only the person hears.</summary>
    protected abstract TCall Privately(TCall call);

    /// <summary>Sends one thing.</summary>
    /// <param name="claim">Whose it is.</param>
    /// <param name="call">The thing.</param>
    /// <param name="age">Real time since the answer was ready.</param>
    /// <param name="cancellation">Ends the sending.</param>
    /// <returns>What is left of it to send, null when nothing is, and how long to wait before.</returns>
    /// <exception cref="NotYetException">The platform does not tell yet what must be known.</exception>
    protected abstract Task<(TCall? Left, Duration Wait)> Send(Claim claim, TCall call, Duration age, CancellationToken cancellation);

    /// <summary>How a call is stored while it is under way, where that must be known should this process die; null where it is simply sent again.</summary>
    protected virtual TCall? Begun(TCall call) => null;

    /// <summary>What else is to be cleared away now and then.</summary>
    protected virtual Task TidyMore(CancellationToken cancellation) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, PlatformInbox<TRow>.AtOnce).Select(_ => WorkOff(stoppingToken)).Append(WakePeriodically(stoppingToken)).Append(Tidy(stoppingToken)));
        }
        finally
        {
            await inbox.GiveBack();
        }
    }

    /// <summary>Works on the next row; false when there is none.</summary>
    public async Task<bool> WorkOnce(CancellationToken cancellation)
    {
        if (await inbox.Next(Lease, cancellation) is not { } claim) return false;
        // Where there was one there may be more, and this one may take its time.
        inbox.Wake();
        await WorkOn(claim, cancellation);
        return true;
    }

    private async Task WorkOn(Claim claim, CancellationToken cancellation)
    {
        // It waited for a worker until somebody else may have taken it.
        if (claim.DatabaseNow >= claim.Until) return;
        // It ends before the lease does, so that nobody else has begun meanwhile; and what has begun may come to its end when we stop.
        using var ending = new CancellationTokenSource(((claim.Until - claim.DatabaseNow) * 0.8).ToTimeSpan());
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
    }

    private async Task WakePeriodically(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(LookAgain);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            inbox.ForgetUnclaimed();
            inbox.Wake();
        }
    }

    private async Task WorkOff(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
#pragma warning disable CA1031 // A database that is away for a moment comes back.
            try
            {
                if (await inbox.WaitForWork(cancellation) is { } offered) await WorkOn(offered, cancellation);
                else if (!await WorkOnce(cancellation)) continue;
                // What waited behind it, such as for the same person, is next.
                while (inbox.HasUnclaimed && await WorkOnce(cancellation))
                {
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogNotWorking(logger, platform, failure.GetType().Name);
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

        var outgoing = claim.State == InboxState.Answered ? Outgoing<TCall>.Read(claim.Calls!) : await AnswerAndStore(claim, cancellation);
        if (outgoing is not null) await SendAll(claim, outgoing, cancellation);
    }

    /// <summary>Nothing more is tried. Whoever said something that was not taken is told so.</summary>
    private async Task PutAside(Claim claim, CancellationToken cancellation)
    {
        LogPutAside(logger, platform, claim.Sequence, claim.WorkspaceId);
        await inbox.HandOver(claim, claim.State == InboxState.Waiting ? await FailureNotice(claim, cancellation) : [], cancellation);
    }

    /// <summary>What a person is told when what they said was acknowledged and then could not be taken after all.</summary>
    private async Task<IReadOnlyList<TCall>> FailureNotice(Claim claim, CancellationToken cancellation) =>
        await VoiceOf(claim, cancellation) is { } voice ? [Directly(claim.PersonId, new Card(InboundTexts.Lost.In(voice)))] : [];

    /// <summary>Where others have come to listen since it was answered, it goes to the person alone.</summary>
    private async Task<TCall> Discreetly(Claim claim, TCall call, bool isLast, CancellationToken cancellation)
    {
        if (HeardIn(call) is not { } channel) return call;
        var audience = await AudienceOf(claim.WorkspaceId, channel, cancellation);
        if (audience.Sharing == Sharing.Internal) return call;
        if (!isLast) audience.Failure.ThrowIfNotYet();
        return Privately(call);
    }

    /// <summary>Null when somebody else has taken over meanwhile.</summary>
    private async Task<Outgoing<TCall>?> AnswerAndStore(Claim claim, CancellationToken cancellation)
    {
        var outgoing = Outgoing<TCall>.To(claim, await Answer(claim, cancellation));
        if (outgoing.Calls.Count == 0 || claim.IsAnswered || await inbox.Answer(claim, outgoing.Write(), release: false, cancellation)) return outgoing;
        LogTakenOver(logger, platform, claim.Sequence);
        return null;
    }

    private async Task SendAll(Claim claim, Outgoing<TCall> outgoing, CancellationToken cancellation)
    {
        var left = outgoing.Calls.ToList();
        while (left.Count > 0)
        {
            var age = outgoing.Age(claim);
            var isLast = age > Stale;
            if (age > Fresh) left[0] = await Discreetly(claim, left[0], isLast, cancellation);
            if (Begun(left[0]) is { } begun && !await inbox.Keep(claim, (outgoing with { Calls = [begun, .. left.Skip(1)] }).Write(), cancellation)) return;
            var (rest, wait) = await Send(claim, left[0], age, cancellation);
            left.RemoveAt(0);
            if (rest is not null && !(isLast && wait > Duration.Zero)) left.Insert(0, rest);
            if (left.Count == 0) break;
            // What was sent is noted even when we are to stop.
            if (!await inbox.Keep(claim, (outgoing with { Calls = left }).Write(), CancellationToken.None)) return;
            if (wait == Duration.Zero || isLast) continue;
            await inbox.Release(claim, wait, failed: false, CancellationToken.None);
            return;
        }

        await inbox.Finish(claim, CancellationToken.None);
    }

    private async Task Fail(Claim claim, Exception failure)
    {
        LogFailed(logger, platform, claim.Sequence, failure.GetType().Name, failure.StackTrace ?? "");
        await inbox.Release(claim, Duration.FromSeconds(1 << Math.Min(claim.Attempts, MostAttempts)), failed: true, CancellationToken.None);
    }

    private async Task Tidy(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TidyEvery);
        do
        {
#pragma warning disable CA1031 // It is tried again in an hour.
            try
            {
                await inbox.Tidy(cancellation);
                await TidyMore(cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                LogNotWorking(logger, platform, failure.GetType().Name);
            }
#pragma warning restore CA1031
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox of {Platform}: row {Sequence} failed ({Failure}); tried again\n{Stack}")]
    private static partial void LogFailed(ILogger logger, string platform, long sequence, string failure, string stack);

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox of {Platform}: row {Sequence} of workspace {WorkspaceId} failed too often and is put aside")]
    private static partial void LogPutAside(ILogger logger, string platform, long sequence, string workspaceId);

    [LoggerMessage(Level = LogLevel.Information, Message = "The inbox of {Platform}: row {Sequence} was taken over by another node")]
    private static partial void LogTakenOver(ILogger logger, string platform, long sequence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The inbox of {Platform} cannot be worked on ({Failure}); tried again")]
    private static partial void LogNotWorking(ILogger logger, string platform, string failure);
}

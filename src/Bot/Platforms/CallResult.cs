namespace AccountNudge.Bot.Platforms;

/// <summary>What became of one call of a platform's API.</summary>
internal abstract record CallResult
{
    /// <summary>It was done; each platform's own result carries what the answer says.</summary>
    public record Done : CallResult;

    /// <summary>It was refused: it certainly was not done.</summary>
    /// <param name="Error">The platform's own word for it, such as <c>channel_not_found</c>; never more than a word.</param>
    /// <param name="Status">The HTTP status where it tells something, such as 403; else 0.</param>
    public sealed record Refused(string Error, int Status = 0) : CallResult;

    /// <summary>It certainly was not done and may be tried again: limits, our own pacing, no token yet, a connection that never came about.</summary>
    /// <param name="After">Elapsed real time to wait at least.</param>
    public sealed record Later(Duration After) : CallResult
    {
        /// <summary>The platform's own word for it, such as <c>token_expired</c>, or why no connection came about; null where there is none.</summary>
        public string? Error { get; init; }

        /// <summary>No connection came about.</summary>
        public bool IsUnreachable { get; init; }
    }

    /// <summary>The platform limits us: it was not done. Pacing heeds it and makes it a <see cref="Later"/>.</summary>
    /// <param name="RetryAfter">Real time for which nothing of the kind may be called, if that was said.</param>
    public sealed record Limited(TimeSpan? RetryAfter) : CallResult;

    /// <summary>The answer never came, or it leaves open whether it was done: 408, 5xx, a cut connection. What sends must not be repeated blindly.</summary>
    public sealed record Uncertain : CallResult
    {
        /// <summary>In a word, for the log.</summary>
        public string Reason { get; init; } = "";
    }
}

/// <summary>What follows from a result, whichever platform it is from.</summary>
internal static class CallResults
{
    private const int MostWaits = 3;
    private static readonly Duration Soon = Duration.FromSeconds(5);

    /// <summary>Throws unless the platform has said all it ever will.</summary>
    /// <exception cref="NotYetException">It does not tell yet.</exception>
    public static void ThrowIfNotYet(this CallResult? failure)
    {
        if (failure is CallResult.Later later) throw new NotYetException(later.After);
        if (failure is CallResult.Uncertain) throw new NotYetException(NotYetException.Soon);
    }

    /// <summary>Waits for a reading that others may be waiting for too, for a while; it is read to its end all the same.</summary>
    public static async Task<CallResult?> WaitFor(this Task<CallResult?> reading, TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            return await reading.WaitAsync(patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            return new CallResult.Later(Soon);
        }
    }

    /// <summary>
    /// Reads one page of a list. When the first one has to wait, nobody waits for it here; later ones are waited for, so that what
    /// was read is not read again.
    /// </summary>
    /// <param name="read">Asks for the page.</param>
    /// <param name="page">Its number; the first is 0.</param>
    /// <param name="longestWait">What takes longer is not waited for.</param>
    /// <param name="time">Real time.</param>
    public static async Task<CallResult> ReadPage(Func<Task<CallResult>> read, int page, Duration longestWait, TimeProvider time)
    {
        var result = await read();
        for (var waits = 0; page > 0 && waits < MostWaits && result is CallResult.Later later && later.After < longestWait; waits++)
        {
            await Task.Delay(later.After.ToTimeSpan(), time);
            result = await read();
        }

        return result;
    }
}

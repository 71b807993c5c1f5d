using Microsoft.Extensions.Logging;

namespace AccountNudge.Core.Posting;

/// <summary>Waits for a messenger's answers for a limited real time. Where none comes, or it fails, nobody knows whether the message stands there.</summary>
/// <param name="messenger">The messenger.</param>
/// <param name="limit">For how long.</param>
/// <param name="logger">Is told which post failed and how.</param>
internal sealed partial class TimeLimitedMessenger(IMessenger messenger, TimeSpan limit, ILogger logger) : IMessenger
{
    public Task<Delivery> Post(Announcement announcement, CancellationToken cancellation) =>
        Ask(announcement, ending => messenger.Post(announcement, ending), new Uncertain(), cancellation);

    public Task<Lookup> Find(Announcement announcement, CancellationToken cancellation) =>
        Ask(announcement, ending => messenger.Find(announcement, ending), new AskLater(), cancellation);

    public Task<Delivery> Update(Announcement announcement, CancellationToken cancellation) =>
        Ask(announcement, ending => messenger.Update(announcement, ending), new Uncertain(), cancellation);

    private async Task<T> Ask<T>(Announcement announcement, Func<CancellationToken, Task<T>> question, T otherwise, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ending.CancelAfter(limit);
#pragma warning disable CA1031 // Whatever the platform's client throws, it leaves open whether the message arrived.
        try
        {
            return await question(ending.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogUncertain(logger, announcement.Post.Key, failure.GetType().Name);
            return otherwise;
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The chat platform's client failed with post {Key} ({Failure})")]
    private static partial void LogUncertain(ILogger logger, string key, string failure);
}

using System.Threading.Channels;
using AccountNudge.Core.Import;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Hosting;

/// <summary>Works on imports in the background: as soon as something is to be done, and now and then, for what another node left behind.</summary>
public sealed partial class ImportWorker(ImportRunner runner, ILogger<ImportWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private readonly Channel<bool> woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Has it look now.</summary>
    public void Wake() => woken.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Look(stoppingToken);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            waiting.CancelAfter(Between);
            try
            {
                await woken.Reader.ReadAsync(waiting.Token);
            }
            catch (OperationCanceledException)
            {
                // Time to look anyway, or to end.
            }
        }
    }

    private async Task Look(CancellationToken stopping)
    {
        try
        {
            await runner.Run(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The next start goes on.
        }
#pragma warning disable CA1031 // Whatever it is, the next look may succeed; the claim ends by itself.
        catch (Exception failure)
        {
            LogFailure(logger, failure.GetType().Name, failure.IsOfDatabase());
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The imports could not be looked at ({Failure}, of the database: {IsOfDatabase})")]
    private static partial void LogFailure(ILogger logger, string failure, bool isOfDatabase);
}

using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using Hangfire;
using NodaTime;

namespace AccountNudge.Scheduler;

/// <summary>
/// The jobs there are. What is due is asked of the domain, so a run may be missed, doubled or late without harm. Hangfire stores
/// the names of this type and its methods: they stay as they are across versions.
/// </summary>
[AutomaticRetry(Attempts = 0, LogEvents = false, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class Jobs(JobRunner runner, PostingTrigger trigger, Sweep sweep, Dispatcher dispatcher, Stores stores, IClock clock)
{
    private const string ReviewAccountsId = "review-accounts";
    private const string PostNudgesId = "post-nudges";
    private const string TidyId = "tidy";
    private const string DeleteExpiredId = "delete-expired";

    /// <summary>How long a run that was asked for waits for the one under way, which may have looked already.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How long receipts, drafts, what could be undone and ended workspaces are kept.</summary>
    private static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>How long an import can be taken back, and how long a file waits for a yes.</summary>
    private static readonly Duration UndoWindow = Duration.FromDays(1);

    /// <summary>All recurring jobs; the cron expressions begin with seconds and are in UTC.</summary>
    internal static IReadOnlyList<RecurringRun> Recurring { get; } =
    [
        RecurringRun.Of<Jobs>(ReviewAccountsId, "*/15 * * * * *", jobs => jobs.ReviewAccounts(CancellationToken.None)),
        RecurringRun.Of<Jobs>(PostNudgesId, "*/5 * * * * *", jobs => jobs.PostNudges(CancellationToken.None)),
        RecurringRun.Of<Jobs>(TidyId, "0 0 * * * *", jobs => jobs.Tidy(CancellationToken.None)),
        RecurringRun.Of<Jobs>(DeleteExpiredId, "0 30 2 * * *", jobs => jobs.DeleteExpired(CancellationToken.None)),
    ];

    /// <summary>Reviews the accounts whose next review has come.</summary>
    [JobDisplayName("Review the accounts whose next review has come")]
    public Task ReviewAccounts(CancellationToken stopping) =>
        runner.Run(ReviewAccountsId, TimeSpan.Zero, ending => sweep.Run(clock.GetCurrentInstant(), ending), stopping);

    /// <summary>Posts what is due.</summary>
    [JobDisplayName("Post the nudges that are due")]
    public Task PostNudges(CancellationToken stopping) => Post(TimeSpan.Zero, stopping);

    /// <summary>Posts what a command has just made due.</summary>
    [JobDisplayName("Post what a command has made due")]
    public Task PostNudgesNow(CancellationToken stopping)
    {
        // Before anything is read: what is made due from here on asks for another run.
        trigger.Clear();
        return Post(Patience, stopping);
    }

    /// <summary>Deletes what is kept for a month only.</summary>
    [JobDisplayName("Tidy up: old receipts, drafts and ended workspaces")]
    public Task Tidy(CancellationToken stopping) => runner.Run(TidyId, TimeSpan.Zero, Tidied, stopping);

    /// <summary>Deletes what every team keeps for so long only.</summary>
    [JobDisplayName("Delete what has had its time: old talks, and the people of former clients")]
    public Task DeleteExpired(CancellationToken stopping) => runner.Run(DeleteExpiredId, TimeSpan.Zero, ending => stores.DeleteExpired(clock.GetCurrentInstant(), ending), stopping);

    private Task Post(TimeSpan patience, CancellationToken stopping) =>
        runner.Run(PostNudgesId, patience, ending => dispatcher.Run(clock.GetCurrentInstant(), ending), stopping);

    private async Task Tidied(CancellationToken ending)
    {
        await using var store = stores.Open(Scope.Nothing);
        var before = clock.GetCurrentInstant() - Kept;
        await store.Tidy(before, ending);
        await store.TidyImports(clock.GetCurrentInstant() - UndoWindow, before, ending);
        await store.ForgetEndedWorkspaces(before, ending);
    }
}

using System.Linq.Expressions;
using Hangfire.Common;

namespace AccountNudge.Scheduler;

/// <summary>A job and when it runs.</summary>
/// <param name="Id">Its name in Hangfire's tables.</param>
/// <param name="Cron">When, with seconds, in UTC.</param>
/// <param name="Job">What to call.</param>
internal sealed record RecurringRun(string Id, string Cron, Job Job)
{
    public static RecurringRun Of<T>(string id, string cron, Expression<Func<T, Task>> call) => new(id, cron, Job.FromExpression(call));
}

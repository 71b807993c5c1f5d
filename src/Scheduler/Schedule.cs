using Quartz;

namespace AccountNudge.Scheduler;

/// <summary>What Quartz is told of a heartbeat.</summary>
internal static class Schedule
{
    private const string Group = "heartbeats";

    /// <summary>
    /// Makes sure that the beat comes as often as it says, and leaves a schedule that says so already as it is. Quartz
    /// lets a node fire a trigger it has taken as long as some node has taken it: a trigger that is replaced while a
    /// node waits for its time has every node beat for itself from then on. For the same reason another interval is
    /// another trigger, and the former one is removed.
    /// </summary>
    public static async Task Enter(IScheduler scheduler, Heartbeat beat, CancellationToken cancellationToken)
    {
        var job = new JobKey(beat.Name, Group);
        var trigger = new TriggerKey($"{beat.Name} every {beat.Every}", Group);
        await scheduler.AddJob(JobOf(job), AddJobOptions.Replacing, cancellationToken);
        // Triggers of other groups are Quartz's own, which make up for a beat that was cut off.
        var entered = (await scheduler.GetTriggersOfJob(job, cancellationToken)).Select(each => each.Key).Where(key => key.Group == Group).ToList();
        foreach (var former in entered.Where(key => !key.Equals(trigger)))
        {
            await scheduler.UnscheduleJob(former, cancellationToken);
        }

        if (entered.Contains(trigger))
        {
            // A node of a version that could not load the job has given the trigger up for all of them.
            await scheduler.ResetTriggerFromErrorState(trigger, cancellationToken);
        }
        else
        {
            await scheduler.ScheduleJob(TriggerOf(trigger, job, beat.Every), cancellationToken: cancellationToken);
        }
    }

    // Without recovery, a beat that was running on a node when it was killed would hold up the following ones.
    private static IJobDetail JobOf(JobKey key) =>
        JobBuilder.Create<HeartbeatJob>().WithIdentity(key).StoreDurably().RequestRecovery().Build();

    private static ITrigger TriggerOf(TriggerKey key, JobKey job, TimeSpan every) =>
        TriggerBuilder.Create()
            .ForJob(job)
            .WithIdentity(key)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule
                .WithInterval(every)
                .RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount))
            .Build();
}

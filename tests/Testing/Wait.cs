using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AccountNudge.Testing;

/// <summary>Waits for something to become true, instead of sleeping and hoping.</summary>
public static class Wait
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Returns as soon as the condition holds, and fails naming it if that takes too long.</summary>
    public static async Task Until(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var waiting = Stopwatch.StartNew();
        while (!condition())
        {
            if (waiting.Elapsed > Limit)
            {
                throw new TimeoutException($"Waited {Limit.TotalSeconds} s in vain for {what}");
            }

            await Task.Delay(10);
        }
    }
}

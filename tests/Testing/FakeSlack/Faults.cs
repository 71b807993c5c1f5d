using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Slack;

/// <summary>What goes wrong with one call.</summary>
public abstract record SlackFault
{
    private SlackFault()
    {
    }

    /// <summary>A 429; nothing is done.</summary>
    public sealed record RateLimited(int Seconds) : SlackFault;

    /// <summary>A status without a usable body, such as 500; nothing is done.</summary>
    public sealed record Status(int Code) : SlackFault;

    /// <summary>The connection is cut; nothing is done.</summary>
    public sealed record Reset : SlackFault;

    /// <summary>It is done, and then the connection is cut.</summary>
    public sealed record AcceptedReset : SlackFault;

    /// <summary>Never answers; nothing is done.</summary>
    public sealed record Hang : SlackFault;

    /// <summary>It is done, and never answered.</summary>
    public sealed record AcceptedHang : SlackFault;

    /// <summary>It is done, and the answer breaks off in the middle.</summary>
    public sealed record Truncated : SlackFault;

    /// <summary>A 200 with a web page, as a proxy would send; nothing is done.</summary>
    public sealed record WebPage : SlackFault;

    /// <summary><c>ok: false</c> with this word; nothing is done.</summary>
    public sealed record Error(string Word) : SlackFault;

    /// <summary>It is done, and the answer is <c>ok: false</c> with this word.</summary>
    public sealed record AcceptedError(string Word) : SlackFault;
}

public sealed partial class FakeSlack
{
    /// <summary>What a client sees of a call that never reached Slack, and which never reaches the methods either.</summary>
    private static readonly Type[] Before = [typeof(SlackFault.RateLimited), typeof(SlackFault.Status), typeof(SlackFault.Reset), typeof(SlackFault.Hang), typeof(SlackFault.WebPage), typeof(SlackFault.Error)];

    private readonly List<Planned> faults = [];
    private Random dice = new(1);
    private CancellationTokenSource mending = new();

    /// <summary>The faults to come: the first that fits a call meets it.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="method">With which method; <c>*</c> for any, <c>response_url</c> for those.</param>
    /// <param name="channel">Only with this channel (or user id), as the app names it.</param>
    /// <param name="times">How many calls it meets.</param>
    /// <param name="probability">How likely it meets one that fits.</param>
    public void Break(SlackFault fault, string method = "chat.postMessage", string? channel = null, int times = 1, double probability = 1)
    {
        lock (gate) faults.Add(new Planned(fault, method, channel, probability) { Left = times });
    }

    /// <summary>Nothing goes wrong from now on, and what hangs is cut.</summary>
    public void Mend()
    {
        lock (gate)
        {
            faults.Clear();
            mending.Cancel();
            mending = new CancellationTokenSource();
        }
    }

    /// <summary>Fixes what chance decides.</summary>
    public void Seed(int seed)
    {
        lock (gate) dice = new Random(seed);
    }

    private SlackFault? TakeFault(string method, string? channel)
    {
        lock (gate)
        {
            var met = faults.FirstOrDefault(fault => fault.Left > 0 && (fault.Method == "*" || fault.Method == method) && (fault.Channel is null || fault.Channel == channel)
                && (fault.Probability >= 1 || dice.NextDouble() < fault.Probability));
            if (met is not null) met.Left--;
            return met?.Fault;
        }
    }

    /// <summary>Breaks a call in which something goes wrong.</summary>
    private async Task Suffer(HttpContext context, FakeCall call, SlackFault fault, string answer)
    {
        call.Outcome ??= fault.GetType().Name;
        switch (fault)
        {
            case SlackFault.RateLimited limited:
                await Refuse(context, call, limited.Seconds);
                break;
            case SlackFault.Status status:
                await Write(context, status.Code, "text/html", "Server Error");
                break;
            case SlackFault.WebPage:
                await Write(context, StatusCodes.Status200OK, "text/html", "<!doctype html><title>Back soon</title>");
                break;
            case SlackFault.Truncated:
                await Write(context, StatusCodes.Status200OK, "application/json; charset=utf-8", answer, answer.Length / 2);
                context.Abort();
                break;
            case SlackFault.Hang or SlackFault.AcceptedHang:
                using (var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing.Token, mending.Token))
                {
                    await Task.Delay(Timeout.Infinite, either.Token);
                }

                break;
            default:
                context.Abort();
                break;
        }
    }

    private sealed record Planned(SlackFault Fault, string Method, string? Channel, double Probability)
    {
        public int Left { get; set; }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Teams;

/// <summary>What goes wrong with one call of the Connector.</summary>
public abstract record ConnectorFault
{
    private ConnectorFault()
    {
    }

    /// <summary>Refused with this status; nothing is done. 408 and 5xx leave that open to the caller.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Word">The error's code; null gives no usable body, as a proxy's answer.</param>
    /// <param name="RetryAfter">Seconds; null says nothing about it.</param>
    public sealed record Refusal(int Status, string? Word = null, int? RetryAfter = null) : ConnectorFault;

    /// <summary>It is done, and then answered with this status (502 with the message delivered: microsoft/botframework-sdk#6622).</summary>
    public sealed record AcceptedStatus(int Status = StatusCodes.Status502BadGateway) : ConnectorFault;

    /// <summary>It is done, and answered with 202 and nothing else: a success.</summary>
    public sealed record AcceptedEmpty : ConnectorFault;

    /// <summary>The connection is cut; nothing is done.</summary>
    public sealed record Reset : ConnectorFault;

    /// <summary>It is done, and then the connection is cut.</summary>
    public sealed record AcceptedReset : ConnectorFault;

    /// <summary>Never answers; nothing is done.</summary>
    public sealed record Hang : ConnectorFault;

    /// <summary>It is done, and never answered.</summary>
    public sealed record AcceptedHang : ConnectorFault;

    /// <summary>429, with or without <c>Retry-After</c>.</summary>
    public static ConnectorFault TooMany(int? retryAfter = null) => new Refusal(StatusCodes.Status429TooManyRequests, "Throttled", retryAfter);

    /// <summary>412, which Teams wants tried again.</summary>
    public static ConnectorFault Precondition { get; } = new Refusal(StatusCodes.Status412PreconditionFailed, "PreconditionFailed");

    /// <summary>401.</summary>
    public static ConnectorFault Unauthorized { get; } = new Refusal(StatusCodes.Status401Unauthorized, "Unauthorized");

    /// <summary>403: the bot was put out of the conversation.</summary>
    public static ConnectorFault NotInRoster { get; } = new Refusal(StatusCodes.Status403Forbidden, "BotNotInConversationRoster");

    /// <summary>403: an administrator blocked the app.</summary>
    public static ConnectorFault Disabled { get; } = new Refusal(StatusCodes.Status403Forbidden, "BotDisabledByAdmin");

    /// <summary>404.</summary>
    public static ConnectorFault Missing { get; } = new Refusal(StatusCodes.Status404NotFound, "ConversationNotFound");

    /// <summary>413.</summary>
    public static ConnectorFault TooBig { get; } = new Refusal(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig");

    /// <summary>Whether it comes after the call was done.</summary>
    internal bool ComesAfter => this is AcceptedStatus or AcceptedEmpty or AcceptedReset or AcceptedHang;

    /// <summary>Whether the caller cannot tell if the call was done.</summary>
    internal bool LeavesDoubt => this is not AcceptedEmpty and not Refusal { Status: not StatusCodes.Status408RequestTimeout and < StatusCodes.Status500InternalServerError };
}

public sealed partial class FakeTeams
{
    private static readonly HashSet<string> Posting = ["send", "reply", "create"];

    private readonly List<Planned> faults = [];
    private Random dice = new(1);
    private CancellationTokenSource mending = new();

    /// <summary>How many posts were made whose caller could not know: there may be as many duplicates, and not one more.</summary>
    public int DoubtfulPosts => Read(() => calls.Where(call => call.IsDoubtful && call.IsDone && Posting.Contains(call.Action))).Count;

    /// <summary>How many posts were not made whose caller could not know: as many may be missing, and not one more.</summary>
    public int DoubtfulLosses => Read(() => calls.Where(call => call.IsDoubtful && !call.IsDone && Posting.Contains(call.Action))).Count;

    /// <summary>The faults to come: the first that fits a call meets it.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="action">With which action, as in <see cref="ConnectorCall"/>; <c>*</c> for any.</param>
    /// <param name="place">Only there, in whatever thread.</param>
    /// <param name="times">How many calls it meets.</param>
    /// <param name="probability">How likely it meets one that fits.</param>
    public void Break(ConnectorFault fault, string action = "send", FakePlace? place = null, int times = 1, double probability = 1)
    {
        lock (gate) faults.Add(new Planned(fault, action, place, probability) { Left = times });
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

    /// <summary>What goes wrong with a call, and when that is mended: a call met before is mended with the rest, however far it has come.</summary>
    private (ConnectorFault? Fault, CancellationToken Mended) TakeFault(ConnectorCall call)
    {
        lock (gate)
        {
            var met = faults.FirstOrDefault(fault => fault.Left > 0 && (fault.Action == "*" || fault.Action == call.Action)
                && (fault.Place is not { } place || Bare(call.Conversation) == place.Id || call.Conversation == place.With) && (fault.Probability >= 1 || dice.NextDouble() < fault.Probability));
            if (met is not null) met.Left--;
            return (met?.Fault, mending.Token);
        }
    }

    /// <summary>Breaks a call in which something goes wrong.</summary>
    private async Task Suffer(HttpContext context, ConnectorCall call, ConnectorFault fault, CancellationToken mended)
    {
        lock (gate) (call.Outcome, call.IsDoubtful) = (fault.GetType().Name, fault.LeavesDoubt);
        switch (fault)
        {
            case ConnectorFault.Refusal refusal:
                if (refusal.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                if (refusal is { Status: StatusCodes.Status429TooManyRequests, RetryAfter: { } wait }) MakeWait(call, TimeSpan.FromSeconds(wait));
                call.Outcome = refusal.Word ?? refusal.Status.ToString(CultureInfo.InvariantCulture);
                await Write(context, new Answer(refusal.Status, refusal.Word is { } word ? ConnectorRefusalException.Describe(word) : null));
                break;
            case ConnectorFault.AcceptedStatus accepted:
                await Write(context, new Answer(accepted.Status, null));
                break;
            case ConnectorFault.AcceptedEmpty:
                await Write(context, new Answer(StatusCodes.Status202Accepted, null));
                break;
            case ConnectorFault.Hang or ConnectorFault.AcceptedHang:
                await HangOn(context, mended);
                break;
            default:
                context.Abort();
                break;
        }
    }

    private async Task HangOn(HttpContext context, CancellationToken mended)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing.Token, mended);
        try
        {
            await Task.Delay(Timeout.Infinite, either.Token);
        }
        finally
        {
            context.Abort();
        }
    }

    private sealed record Planned(ConnectorFault Fault, string Action, FakePlace? Place, double Probability)
    {
        public int Left { get; set; }
    }
}

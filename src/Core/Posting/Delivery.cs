namespace AccountNudge.Core.Posting;

/// <summary>What became of one attempt to post or change a message.</summary>
public abstract record Delivery;

/// <summary>It stands there.</summary>
/// <param name="MessageId">The platform's id of the message, enough to change it later.</param>
public sealed record Delivered(string MessageId) : Delivery;

/// <summary>It certainly does not stand there; worth another try.</summary>
/// <param name="After">Elapsed real time to wait at least; null leaves it to the caller.</param>
public sealed record NotNow(Duration? After = null) : Delivery;

/// <summary>
/// It does not stand there and never will: because of the place (the channel is gone, the bot was removed, outsiders listen) or
/// because of the message itself.
/// </summary>
/// <param name="Detail">The platform's word or a short English sentence for the log, without any client data.</param>
/// <param name="Reason">What people can do something about.</param>
public sealed record Refused(string Detail, RefusalReason Reason = RefusalReason.Other) : Delivery
{
    /// <summary>Outsiders listen in the channel.</summary>
    public static readonly Refused Outsiders = new("Outsiders are in the channel.", RefusalReason.Outsiders);

    /// <summary>The bot was removed from the channel.</summary>
    public static readonly Refused Removed = new("The bot was removed from the channel.", RefusalReason.Removed);

    /// <summary>The platform does not let the bot speak there.</summary>
    public static readonly Refused NotAllowed = new("The platform does not let the bot speak there.", RefusalReason.NotAllowed);

    /// <summary>The home channel has refused a post lately, and is not tried now.</summary>
    internal static readonly Refused Paused = new("The channel has refused a post lately.");

    /// <summary>It is this message that the platform does not take, however simply it is drawn; the place may well take others.</summary>
    public bool IsOfMessage { get; init; }
}

/// <summary>The connection ended before the answer: it may or may not stand there.</summary>
/// <param name="After">Elapsed real time that what is under way may still need to land; null leaves it to the caller.</param>
public sealed record Uncertain(Duration? After = null) : Delivery;

/// <summary>It may or may not stand there, and it is left at that. Decided here; a platform says <see cref="Uncertain"/>.</summary>
internal sealed record LeftOpen : Delivery;

/// <summary>The answer to "does the message with this key stand there?".</summary>
public abstract record Lookup;

/// <summary>It does.</summary>
/// <param name="MessageId">The platform's id of the message.</param>
public sealed record Found(string MessageId) : Lookup;

/// <summary>It does not.</summary>
public sealed record Missing : Lookup;

/// <summary>The platform cannot tell.</summary>
public sealed record Unknown : Lookup;

/// <summary>The platform would tell, but not now.</summary>
/// <param name="After">Elapsed real time to wait at least; null leaves it to the caller.</param>
public sealed record AskLater(Duration? After = null) : Lookup;

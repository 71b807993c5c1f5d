using NodaTime;

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
/// <param name="Reason">A short English reason for the log and the manager, without any client data.</param>
public sealed record Refused(string Reason) : Delivery
{
    /// <summary>The reason of a channel in which outsiders listen.</summary>
    public const string Outsiders = "Outsiders are in the channel.";

    /// <summary>The reason of a channel from which the bot was removed; added again, it can speak there.</summary>
    public const string Removed = "The bot was removed from the channel.";

    /// <summary>The reason of a place in which the platform does not let the bot speak, such as when an administrator has blocked it.</summary>
    public const string NotAllowed = "The platform does not let the bot speak there.";

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

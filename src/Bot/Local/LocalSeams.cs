using AccountNudge.Bot.Conversation;
using AccountNudge.Core.Posting;
using NodaTime;

namespace AccountNudge.Bot.Local;

/// <summary>Answers a turn; unless registered otherwise, <see cref="Conversation.Conversation.Answer"/> in a scope of its own.</summary>
public delegate Task<Reply> LocalAnswer(Turn turn, CancellationToken cancellation);

/// <summary>Moves the clock of Simulated mode and lets everything that falls due on the way happen. Not registered: the clock cannot be moved.</summary>
public delegate Task<Arrival> LocalTravel(Instant target, CancellationToken cancellation);

/// <summary>When work goes on for a person in a channel. Not registered: Monday to Friday, 09:00 to 17:00, in the person's zone.</summary>
public delegate WorkAhead LocalHours(string personId, string channelId, Instant now);

/// <summary>The next instants worth travelling to.</summary>
/// <param name="NextHour">An hour of working time from now.</param>
/// <param name="NextMorning">The opening of the next working day.</param>
public readonly record struct WorkAhead(Instant NextHour, Instant NextMorning);

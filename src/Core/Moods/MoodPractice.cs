using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Moods;

/// <summary>
/// What tense talks want said (practice B11): two in a row are a hint to whoever looks after the account, and to nobody else. Feelings are
/// normal; nobody is labelled, and nothing of it is counted.
/// </summary>
public sealed class MoodPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "mood";

    /// <summary>Think about two tense talks in a row.</summary>
    public const string TenseTwice = "tense-twice";

    /// <summary>Something was done about it.</summary>
    public const string Done = "Done";

    /// <summary>Not now.</summary>
    public const string NotNow = "NotNow";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new MoodFactsReader()];

    /// <summary>One hint for each pair, until somebody answers it or a better talk follows.</summary>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Of<MoodFacts>() is not { LastPair: var (_, second) } moods || moods.AnswerTo(second.Id) is not null) return Practices.Review.Nothing;
        return new Review([
            new NudgeRequest(new Matter(Kind, facts.Account.Id), CycleOf(second.Id, second.RecordedAt), second.RecordedAt, TenseTwice, Lane.StayClose, second.RecordedAt, Climb.Never)
            {
                IsPersonal = true, ForMember = facts.Account.OwnerId, IsForNobodyElse = true,
            },
        ]);
    }

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Of<MoodFacts>()?.Answers.Where(answer => answer.At >= nudge.PostedAt).MinBy(answer => answer.At) is { } answer
            ? new Act(answer.IsDone ? Done : NotNow, answer.MemberId, answer.At) : null;
    }

    /// <summary>Two talks may be noted in one second, so the talk is part of its round.</summary>
    private static Cycle CycleOf(Guid talkId, Instant recordedAt) => new($"tense-{talkId.ToString("N")[^8..]}", recordedAt);
}

using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Moods;

/// <summary>The tense talks of an account since the last that was good or so-so, oldest first, and what was said to the hints at them.</summary>
/// <param name="Tense">The talks; those of which nobody said how they felt say nothing.</param>
/// <param name="Answers">The answers.</param>
public sealed record MoodFacts(IReadOnlyList<Interaction> Tense, IReadOnlyList<MoodAnswer> Answers)
{
    /// <summary>The last two that make a pair: the third in a row makes none, the fourth does. Null where there are not two.</summary>
    public (Interaction First, Interaction Second)? LastPair => Tense.Count < 2 ? null : (Tense[(Tense.Count / 2 * 2) - 2], Tense[(Tense.Count / 2 * 2) - 1]);

    /// <summary>What was said to the hint at a pair; null when nothing was.</summary>
    public MoodAnswer? AnswerTo(Guid talkId) => Answers.Where(answer => answer.TalkId == talkId).MinBy(answer => answer.At);

    /// <summary>The facts of what was noted: the tense talks after the last that felt otherwise.</summary>
    public static MoodFacts Of(IEnumerable<Interaction> talks, IReadOnlyList<MoodAnswer> answers) => new(
        [.. talks.Where(talk => talk.IsSubstantive && talk.Mood != Mood.Unsaid).OrderByDescending(talk => talk.On).ThenByDescending(talk => talk.RecordedAt).ThenByDescending(talk => talk.Id)
            .TakeWhile(talk => talk.Mood == Mood.Tense).Reverse()],
        answers);
}

/// <summary>Reads <see cref="MoodFacts"/>.</summary>
internal sealed class MoodFactsReader : IFactsReader
{
    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var tense = batch.Add(new { batch.AccountIds }, static (store, asked) =>
        {
            var talks = store.Interactions.OnlyTalks().Where(talk => talk.Mood != Mood.Unsaid);
            return talks.Where(talk => asked.AccountIds.Contains(talk.AccountId) && talk.Mood == Mood.Tense && !talks.Any(other =>
                other.AccountId == talk.AccountId && other.Mood != Mood.Tense && (other.On > talk.On || (other.On == talk.On && other.RecordedAt > talk.RecordedAt)))).AsNoTracking();
        }).ByAccount();
        var answers = batch.AddUntracked<MoodAnswer>().ByAccount();
        return accountId => tense(accountId) is { Count: > 0 } some ? MoodFacts.Of(some, answers(accountId)) : null;
    }
}

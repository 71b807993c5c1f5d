using AccountNudge.Core.Interactions;
using AccountNudge.Core.Moods;
using AccountNudge.Core.Nudges;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>Tense talks. 9 March 2026 is a Monday.</summary>
public class MoodStoryTests
{
    [Theory]
    [InlineData("T", false)]
    [InlineData("TT", true)]
    [InlineData("TGT", false)]
    [InlineData("TST", false)]
    [InlineData("GTT", true)]
    [InlineData("TTG", false)]
    [InlineData("TTS", false)]
    [InlineData("TuT", true)]
    [InlineData("TTu", true)]
    [InlineData("GGG", false)]
    public void Two_tense_talks_in_a_row_are_a_hint_to_the_owner_alone(string moods, bool isHint)
    {
        var story = Told(moods);
        story.Until("2026-03-10T08:59:59").SaidOf(MoodPractice.TenseTwice).ShouldBeEmpty();
        story.Until("2026-03-20T09:00").SaidOf(MoodPractice.TenseTwice).ShouldBe(isHint ? ["Tue 10 Mar 09:00 direct Anna: TenseTwice"] : []);
    }

    [Theory]
    [InlineData("TTT", 1)]
    [InlineData("TTTT", 2)]
    [InlineData("TTGTT", 2)]
    public void Each_pair_is_hinted_at_once(string moods, int hints)
    {
        var story = new Story("2026-03-09T10:00").Team();
        foreach (var mood in moods) story.Log(InteractionKind.Call, mood: Of(mood)).Until(story.Now + Duration.FromDays(1));
        story.Until("2026-04-20T09:00").SaidOf(MoodPractice.TenseTwice).Count.ShouldBe(hints);
    }

    [Fact]
    public void A_greeting_or_a_note_is_no_talk()
    {
        var story = new Story("2026-03-09T10:00").Team();
        story.Log(InteractionKind.Call, mood: Mood.Tense).Log(InteractionKind.Note, mood: Mood.Tense).Log(InteractionKind.Gift, mood: Mood.Tense);
        story.Until("2026-03-20T09:00").SaidOf(MoodPractice.TenseTwice).ShouldBeEmpty();
    }

    [Fact]
    public void Talks_count_in_the_order_in_which_they_were_had()
    {
        var story = new Story("2026-03-09T10:00").Team();
        story.Log(InteractionKind.Call, new LocalDate(2026, 3, 8), mood: Mood.Tense).Log(InteractionKind.Call, new LocalDate(2026, 3, 9), mood: Mood.Good);
        story.Until("2026-03-09T11:00").Log(InteractionKind.Mail, new LocalDate(2026, 3, 7), mood: Mood.Tense);
        story.Until("2026-03-20T09:00").SaidOf(MoodPractice.TenseTwice).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, MoodPractice.Done)]
    [InlineData(false, MoodPractice.NotNow)]
    public void An_answer_ends_it_for_this_pair(bool isDone, string settlement)
    {
        var story = Told("TT");
        story.Until("2026-03-10T10:00").AnswerHint(isDone).Until("2026-03-20T10:00");
        story.Nudges.Single(nudge => nudge.Ask == MoodPractice.TenseTwice).ShouldSatisfyAllConditions(nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(settlement));
        story.Log(InteractionKind.Call, mood: Mood.Tense).Until("2026-03-22T10:00").SaidOf(MoodPractice.TenseTwice).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Mood.Good, NudgeState.Superseded)]
    [InlineData(Mood.SoSo, NudgeState.Superseded)]
    [InlineData(Mood.Unsaid, NudgeState.Posted)]
    public void A_later_talk_that_felt_better_ends_it(Mood mood, NudgeState state)
    {
        var story = Told("TT");
        story.Until("2026-03-10T10:00").Log(InteractionKind.Call, mood: mood).Until("2026-03-10T10:01");
        story.Nudges.Single(nudge => nudge.Ask == MoodPractice.TenseTwice).State.ShouldBe(state);
    }

    [Fact]
    public void An_owner_who_is_away_is_left_in_peace_and_nobody_else_hears_of_it()
    {
        var story = Told("TT").Away("Anna", new(2026, 3, 10), new(2026, 3, 12), "Cleo");
        story.Until("2026-03-20T09:00").SaidOf(MoodPractice.TenseTwice).ShouldBe(["Fri 13 Mar 09:00 direct Anna: TenseTwice"]);
    }

    /// <summary>Talks with a second between them, by their moods: tense, good, so-so, unsaid.</summary>
    private static Story Told(string moods)
    {
        var story = new Story("2026-03-09T10:00").Team();
        foreach (var mood in moods) story.Until(story.Now + Duration.FromSeconds(1)).Log(InteractionKind.Call, mood: Of(mood));
        return story;
    }

    private static Mood Of(char mood) => mood switch { 'T' => Mood.Tense, 'G' => Mood.Good, 'S' => Mood.SoSo, _ => Mood.Unsaid };
}

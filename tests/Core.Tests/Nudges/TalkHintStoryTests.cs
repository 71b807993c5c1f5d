using AccountNudge.Core.Accounts;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>Hints about how an account is talked to. 9 March 2026 is a Monday, on which it was entered.</summary>
public class TalkHintStoryTests
{
    [Theory]
    [InlineData(Tier.A, true)]
    [InlineData(Tier.B, true)]
    [InlineData(Tier.C, false)]
    public void A_meeting_is_suggested_where_an_account_is_looked_after_closely(Tier tier, bool isSaid)
    {
        var story = Only(tier, VisitHint.Kind);
        story.Until("2026-12-01T09:00").SaidOf(VisitHint.Kind).ShouldBe(isSaid ? ["Wed 9 Sep 09:00 direct Anna: VisitHint"] : []);
    }

    [Theory]
    [InlineData(InteractionKind.Visit, "2026-04-09", "Fri 9 Oct 09:00")]
    [InlineData(InteractionKind.Call, "2026-04-09", "Wed 9 Sep 09:00")]
    [InlineData(InteractionKind.Gift, "2026-04-09", "Wed 9 Sep 09:00")]
    [InlineData(InteractionKind.Visit, "2026-02-01", "Wed 9 Sep 09:00")]
    public void The_months_count_from_the_last_meeting(InteractionKind kind, string on, string said)
    {
        var story = Only(Tier.B, VisitHint.Kind).Until("2026-04-10T10:00").Log(kind, Day(on));
        story.Until("2026-11-01T09:00").SaidOf(VisitHint.Kind).ShouldBe([$"{said} direct Anna: VisitHint"]);
    }

    [Theory]
    [InlineData("2026-09-09T08:59:59", false)]
    [InlineData("2026-09-09T09:00", true)]
    public void A_meeting_ends_it(string met, bool wasSaid)
    {
        var story = Only(Tier.B, VisitHint.Kind).Until(met).Log(InteractionKind.Visit, by: "Ben").Until("2026-09-10T09:01");
        story.SaidOf(VisitHint.Kind).Count.ShouldBe(wasSaid ? 1 : 0);
        if (!wasSaid) return;
        story.Nudges.Single(nudge => nudge.WentOut && nudge.Kind == VisitHint.Kind).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(VisitHint.Met), nudge => nudge.SettledBy.ShouldBe(story["Ben"]));
    }

    [Theory]
    [InlineData(InteractionKind.Call, false)]
    [InlineData(InteractionKind.Video, false)]
    [InlineData(InteractionKind.Visit, true)]
    public void Whoever_agreed_to_talk_some_other_way_is_not_visited(InteractionKind channel, bool isSaid)
    {
        var story = Only(Tier.B, VisitHint.Kind).Agree(new CadenceTerms(null, null, channel));
        story.Until("2026-12-01T09:00").SaidOf(VisitHint.Kind).Count.ShouldBe(isSaid ? 1 : 0);
    }

    [Theory]
    [InlineData(InteractionKind.Visit, 15, "Thu 17 Sep 09:00")]
    [InlineData(InteractionKind.Call, 15, "Wed 9 Sep 09:00")]
    [InlineData(null, 15, "Wed 9 Sep 09:00")]
    public void While_a_meeting_is_planned_nobody_suggests_one(InteractionKind? kind, int day, string said)
    {
        var story = Only(Tier.B, VisitHint.Kind).Until("2026-09-01T10:00");
        story.Plan(new(2026, 9, day), kind: kind);
        story.Until("2026-10-01T09:00").SaidOf(VisitHint.Kind).ShouldBe([$"{said} direct Anna: VisitHint"]);
    }

    [Theory]
    [InlineData(JustTalkHint.Kind, "2026-09-09T10:00")]
    [InlineData(ErosionHint.Kind, "2026-06-01T10:00")]
    public void A_planned_talk_settles_what_asks_for_one(string kind, string at)
    {
        var story = Eroded("2020-01-01", 5, 2, kind).Until(at);
        story.Plan(story.Calendar.DateOf(story.Now).PlusDays(10));
        story.Until(story.Now + Duration.FromMinutes(1));
        story.Nudges.Last(nudge => nudge.WentOut && nudge.Kind == kind).ShouldSatisfyAllConditions(nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(HintPractice.Planned));
    }

    [Theory]
    [InlineData(1, "Thu 9 Apr 09:00")]
    [InlineData(12, "Tue 9 Mar 09:00")]
    public void The_team_says_after_how_many_months(int months, string first)
    {
        var story = Only(Tier.B, VisitHint.Kind);
        story.Terms = story.Terms with { VisitMonths = months };
        story.Until("2027-03-09T09:00").SaidOf(VisitHint.Kind)[0].ShouldBe($"{first} direct Anna: VisitHint");
    }

    [Theory]
    [InlineData(Tier.A, "Tue 9 Jun 09:00")]
    [InlineData(Tier.B, "Wed 9 Sep 09:00")]
    [InlineData(Tier.C, "Tue 9 Mar 09:00")]
    public void A_talk_without_an_agenda_is_suggested_the_earlier_the_closer(Tier tier, string first)
    {
        var story = Only(tier, JustTalkHint.Kind);
        story.Until("2027-03-09T09:00").SaidOf(JustTalkHint.Kind)[0].ShouldBe($"{first} direct Anna: JustTalkHint");
    }

    [Theory]
    [InlineData(true, "Fri 9 Oct 09:00")]
    [InlineData(false, "Wed 9 Sep 09:00")]
    public void Only_a_talk_that_had_none_counts(bool isJustTalk, string said)
    {
        var story = Only(Tier.B, JustTalkHint.Kind).Until("2026-04-09T10:00").Log(InteractionKind.Call, isJustTalk: isJustTalk);
        story.Until("2026-11-01T09:00").SaidOf(JustTalkHint.Kind).ShouldBe([$"{said} direct Anna: JustTalkHint"]);
    }

    [Fact]
    public void Such_a_talk_ends_it()
    {
        var story = Only(Tier.B, JustTalkHint.Kind).Until("2026-09-09T10:00").Log(InteractionKind.Call, isJustTalk: true).Until("2026-09-09T10:01");
        story.Nudges.Single(nudge => nudge.WentOut && nudge.Kind == JustTalkHint.Kind).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(JustTalkHint.Talked));
    }

    [Theory]
    [InlineData(1, "2026-09-08", "Wed 9 Sep 09:00", "one of two contacts a week")]
    [InlineData(2, "2026-09-02", "Wed 9 Sep 09:00", "a week ago to the day")]
    [InlineData(2, "2026-09-03", "Thu 10 Sep 09:00", "two within the week")]
    [InlineData(2, "2026-09-07", "Mon 14 Sep 09:00", "two within the week")]
    public void Not_while_they_have_heard_from_us_as_often_as_they_like(int contacts, string on, string said, string because)
    {
        var story = Only(Tier.B, JustTalkHint.Kind).Until("2026-09-08T10:00");
        for (var times = 0; times < contacts; times++) story.Log(InteractionKind.Mail, Day(on));
        story.Log(InteractionKind.Call, direction: Direction.They).Until("2026-09-30T09:00").SaidOf(JustTalkHint.Kind).ShouldBe([$"{said} direct Anna: JustTalkHint"], because);
    }

    [Theory]
    [InlineData("2023-03-11", "Wed 11 Mar 09:00")]
    [InlineData("2023-03-12", "Thu 12 Mar 09:00")]
    [InlineData("2020-01-01", "Tue 10 Mar 09:00")]
    [InlineData(null, null)]
    public void Routine_is_a_matter_of_three_years(string? since, string? said)
    {
        var story = Routine(since);
        story.Until("2026-03-20T09:00").SaidOf(RoutineHint.Kind).ShouldBe(said is null ? [] : [$"{said} direct Anna: RoutineHint"]);
    }

    [Theory]
    [InlineData(5, InteractionKind.Mail, false)]
    [InlineData(6, InteractionKind.Mail, true)]
    [InlineData(6, InteractionKind.Call, true)]
    [InlineData(6, InteractionKind.Visit, false)]
    [InlineData(6, InteractionKind.Gift, false)]
    public void Routine_is_the_last_six_talks_of_one_kind_and_none_in_person(int talks, InteractionKind kind, bool isSaid)
    {
        var story = Routine("2020-01-01", talks, kind);
        story.Until("2026-03-20T09:00").SaidOf(RoutineHint.Kind).Count.ShouldBe(isSaid ? 1 : 0);
    }

    [Theory]
    [InlineData("2025-03-11", "Wed 11 Mar 09:00")]
    [InlineData("2025-03-01", "Tue 10 Mar 09:00")]
    [InlineData("2026-03-01", null)]
    public void Whoever_achieved_something_within_a_year_is_in_no_routine(string achieved, string? said)
    {
        var story = Routine("2020-01-01");
        story.Achieve("launched", Day(achieved));
        story.Until("2026-03-20T09:00").SaidOf(RoutineHint.Kind).ShouldBe(said is null ? [] : [$"{said} direct Anna: RoutineHint"]);
    }

    [Theory]
    [InlineData(InteractionKind.Call)]
    [InlineData(InteractionKind.Mail)]
    public void Whatever_is_noted_ends_the_question_and_half_a_year_later_it_is_another(InteractionKind kind)
    {
        var story = Routine("2020-01-01").Until("2026-03-11T10:00").Log(kind).Until("2026-03-11T10:01");
        story.Nudges.Single(nudge => nudge.WentOut && nudge.Kind == RoutineHint.Kind).Settlement.ShouldBe(RoutineHint.Noted);
        story.Until("2026-09-10T08:59").SaidOf(RoutineHint.Kind).Count.ShouldBe(1);
        story.Until("2026-09-10T09:00").SaidOf(RoutineHint.Kind).Count.ShouldBe(kind == InteractionKind.Mail ? 2 : 1);
    }

    [Theory]
    [InlineData(5, 2, true)]
    [InlineData(5, 3, false)]
    [InlineData(9, 5, true)]
    [InlineData(10, 6, false)]
    [InlineData(4, 2, true)]
    [InlineData(3, 0, false)]
    [InlineData(4, 4, false)]
    public void Erosion_is_fewer_than_three_fifths_of_the_same_months_a_year_before(int yearBefore, int now, bool isSaid)
    {
        var story = Eroded("2020-01-01", yearBefore, now);
        story.Until("2026-06-01T08:59:59").SaidOf(ErosionHint.Kind).ShouldBeEmpty();
        story.Until("2026-06-01T09:00").SaidOf(ErosionHint.Kind).ShouldBe(isSaid ? ["Mon 1 Jun 09:00 direct Anna: ErosionHint"] : []);
    }

    [Theory]
    [InlineData("2024-06-01", true)]
    [InlineData("2024-06-02", false)]
    [InlineData(null, false)]
    public void Erosion_needs_two_years(string? since, bool isSaid)
    {
        var story = Eroded(since, 6, 1);
        story.Until("2026-06-02T09:00").SaidOf(ErosionHint.Kind).Count.ShouldBe(isSaid ? 1 : 0);
    }

    [Fact]
    public void It_is_looked_at_on_the_first_of_each_month_with_the_months_that_are_over()
    {
        // Four of five talks were in May a year ago; from September on there is nothing to compare with.
        var story = Eroded("2020-01-01", 5, 2);
        story.Until("2026-09-30T09:00").SaidOf(ErosionHint.Kind).ShouldBe(["Mon 1 Jun 09:00 direct Anna: ErosionHint", "Wed 1 Jul 09:00 direct Anna: ErosionHint", "Mon 3 Aug 09:00 direct Anna: ErosionHint"]);
        ErosionHint.SeasonOf(story.FactsAt(story.At("2026-06-15T10:00")), new(2026, 6, 15)).ShouldBe(new Season(2, 5));
    }

    [Fact]
    public void What_stands_said_stands_on_into_the_next_month()
    {
        var story = Eroded("2020-01-01", 5, 2).Away("Anna", new(2026, 6, 1), new(2026, 6, 25));
        story.Until("2026-07-02T09:00").SaidOf(ErosionHint.Kind).ShouldBe(["Fri 26 Jun 09:00 direct Anna: ErosionHint"]);
        story.Nudges.Single(nudge => nudge.WentOut && nudge.Kind == ErosionHint.Kind).State.ShouldBe(NudgeState.Posted);
        story.Until("2026-07-27T09:00").SaidOf(ErosionHint.Kind).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(40, false)]
    [InlineData(30, true)]
    [InlineData(7, true)]
    public void Whoever_agreed_to_talk_less_gets_what_was_agreed(int floor, bool isSaid)
    {
        var story = Eroded("2020-01-01", 6, 1).Agree(new CadenceTerms(floor, null, null));
        story.Until("2026-06-01T09:00").SaidOf(ErosionHint.Kind).Count.ShouldBe(isSaid ? 1 : 0);
    }

    [Theory]
    [InlineData(JustTalkHint.Kind)]
    [InlineData(RoutineHint.Kind)]
    [InlineData(ErosionHint.Kind)]
    public void Some_wait_until_the_gate_is_open_again(string kind)
    {
        var story = Eroded("2020-01-01", 20, 1, kind);
        story.Account.Tier = Tier.A;
        story.Log(InteractionKind.Call).Until("2026-05-20T10:00");
        for (var talk = 0; talk < 6; talk++) story.Log(InteractionKind.Mail, new(2026, 5, 20));
        var complaint = story.Complain();
        story.Do(then => complaint.MarkAsBreach(then.Act())).Do(then => complaint.Resolve(then.Act())).Do(then => complaint.Confirm(then.Act()));
        story.Until("2026-06-19T09:59").SaidOf(kind).ShouldBeEmpty("the gate opens on 19 June at 10");
        story.Until("2026-06-22T09:00").SaidOf(kind).ShouldBe([$"Mon 22 Jun 09:00 direct Anna: {Named(kind)}"]);

        static string Named(string kind) => kind switch { JustTalkHint.Kind => "JustTalkHint", RoutineHint.Kind => "RoutineHint", _ => "ErosionHint" };
    }

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    private static Story Only(Tier tier, params string[] kinds) =>
        new Story("2026-03-09T10:00", tier, new TeamSettings { PracticesOff = [.. PracticeCatalog.Hints.Select(hint => hint.Kind).Except(kinds)] }).Team();

    /// <summary>Mails week after week, the last one last week.</summary>
    private static Story Routine(string? since, int talks = 6, InteractionKind kind = InteractionKind.Mail)
    {
        var story = Only(Tier.B, RoutineHint.Kind);
        if (since is not null) story.Account.Since = Day(since);
        for (var week = talks; week > 0; week--) story.Log(kind, new LocalDate(2026, 3, 9).PlusWeeks(-week));
        return story;
    }

    /// <summary>Talks from March to May 2025, most of them in May, and in March 2026.</summary>
    private static Story Eroded(string? since, int yearBefore, int now, string kind = ErosionHint.Kind)
    {
        var story = Only(Tier.B, kind);
        if (since is not null) story.Account.Since = Day(since);
        for (var talk = 0; talk < yearBefore; talk++) story.Log(InteractionKind.Mail, talk == 0 ? new(2025, 3, 1) : talk == 1 ? new(2025, 5, 31) : new(2025, 5, talk));
        story.Log(InteractionKind.Mail, new(2025, 2, 28)).Log(InteractionKind.Mail, new(2025, 6, 1));
        for (var talk = 0; talk < now; talk++) story.Log(InteractionKind.Mail, talk == 0 ? new(2026, 3, 1) : new(2026, 3, talk + 1));
        return story;
    }
}

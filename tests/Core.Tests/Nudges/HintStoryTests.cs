using AccountNudge.Core.Accounts;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What all hints share. A meeting in person is suggested half a year after 9 March 2026, a Monday: on Wednesday, 9 September.</summary>
public class HintStoryTests
{
    private const string Visit = VisitHint.Kind;
    private const string JustTalk = JustTalkHint.Kind;
    private static readonly string[] All = [.. PracticeCatalog.Hints.Select(hint => hint.Kind)];

    [Fact]
    public void A_hint_is_said_in_the_morning_to_the_owner_alone_and_never_climbs()
    {
        var story = Only(Visit);
        story.Until("2026-09-09T08:59:59").SaidOf(Visit).ShouldBeEmpty();
        story.Until("2026-09-09T09:00").SaidOf(Visit).ShouldBe(["Wed 9 Sep 09:00 direct Anna: VisitHint"]);
        story.Until("2026-10-09T09:00").SaidOf(Visit).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(29, "Thu 8 Oct 09:00")]
    [InlineData(30, "Fri 9 Oct 09:00")]
    [InlineData(31, "Mon 12 Oct 09:00")]
    [InlineData(1, "Thu 10 Sep 09:00")]
    public void A_client_is_brought_up_by_one_hint_within_the_days_that_were_set(int days, string second)
    {
        var story = Only(Visit, JustTalk);
        story.Terms = story.Terms with { HintDays = days };
        story.Until("2026-10-12T09:00").SaidOf(All).ShouldBe(["Wed 9 Sep 09:00 direct Anna: VisitHint", $"{second} direct Anna: JustTalkHint"]);
    }

    [Fact]
    public void The_most_important_comes_first_though_another_one_has_waited_longer()
    {
        var story = Only(Visit, JustTalk).Away("Anna", new(2026, 8, 1), new(2026, 9, 30));
        story.Log(InteractionKind.Visit, new(2026, 3, 25)).Until("2026-10-05T09:00");
        story.SaidOf(All).ShouldBe(["Thu 1 Oct 09:00 direct Anna: VisitHint"], "the talk was due on 9 September, the visit on the 25th");
    }

    [Fact]
    public void What_is_due_first_goes_first()
    {
        var story = Only(Visit, JustTalk).Log(InteractionKind.Visit, new(2026, 3, 12));
        story.Until("2026-09-30T09:00").SaidOf(All).ShouldBe(["Wed 9 Sep 09:00 direct Anna: JustTalkHint"]);
    }

    [Theory]
    [InlineData(8, "Wed 9 Sep 09:00", "kept before")]
    [InlineData(9, null, "due on that day")]
    [InlineData(10, "Wed 9 Sep 09:00", "due on the next day")]
    public void Nothing_is_suggested_on_a_day_on_which_something_is_owed(int due, string? said, string because)
    {
        var story = Only(Visit).Until("2026-09-01T10:00");
        var promise = story.Promise(new(2026, 9, due));
        if (due == 8) story.Until("2026-09-08T16:00").Do(then => promise.Keep(then.MemberAct()));
        story.Until("2026-09-09T17:00").SaidOf(Visit).ShouldBe(said is null ? [] : [$"{said} direct Anna: VisitHint"], because);
        if (due != 9) return;
        promise.Keep(story.MemberAct());
        story.Wake().Until("2026-09-10T09:00").SaidOf(Visit).ShouldBe(["Thu 10 Sep 09:00 direct Anna: VisitHint"]);
    }

    [Theory]
    [InlineData("2026-09-09T08:59", false)]
    [InlineData("2026-09-09T09:00", true)]
    [InlineData("2026-09-09T09:01", true)]
    public void An_open_complaint_keeps_it_back_until_it_is_settled(string opened, bool isSaid)
    {
        var story = Only(Visit).Until(opened);
        var complaint = story.Complain();
        story.Until("2026-09-14T09:30").SaidOf(Visit).Count.ShouldBe(isSaid ? 1 : 0);
        complaint.Resolve(story.Act());
        story.Wake().Do(then => complaint.Confirm(then.Act())).Until("2026-09-15T09:00").SaidOf(Visit).ShouldBe([isSaid ? "Wed 9 Sep 09:00 direct Anna: VisitHint" : "Tue 15 Sep 09:00 direct Anna: VisitHint"]);
    }

    [Fact]
    public void Whoever_is_away_finds_it_when_they_are_back_and_nobody_stands_in()
    {
        var story = Only(Visit).Away("Anna", new(2026, 9, 7), new(2026, 9, 18), "Ben");
        story.Until("2026-09-18T23:59").SaidOf(Visit).ShouldBeEmpty();
        story.Until("2026-09-21T09:00").SaidOf(Visit).ShouldBe(["Mon 21 Sep 09:00 direct Anna: VisitHint"]);
    }

    [Fact]
    public void Without_an_owner_nobody_hears_of_it()
    {
        var story = Only(Visit);
        story.Account.OwnerId = null;
        story.Wake().Until("2026-12-30T09:00").SaidOf(Visit).ShouldBeEmpty();
        story.Account.OwnerId = story["Cleo"];
        story.Wake().Until("2026-12-31T09:00").SaidOf(Visit).ShouldBe(["Thu 31 Dec 09:00 direct Cleo: VisitHint"]);
    }

    [Theory]
    [InlineData(HintReply.Done, "Wed 9 Dec 09:00")]
    [InlineData(HintReply.NotNow, "Wed 9 Dec 09:00")]
    [InlineData(HintReply.NotHelpful, "Tue 9 Mar 09:00")]
    [InlineData(HintReply.NotForClient, null)]
    public void An_answer_lets_it_rest(HintReply reply, string? again)
    {
        var story = Only(Visit).Until("2026-09-09T12:00").Answer(Visit, reply).Until("2026-09-09T12:01");
        story.Nudges.Single(nudge => nudge.WentOut && nudge.Kind == Visit).ShouldSatisfyAllConditions(nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(reply.ToString()));
        story.Until("2027-03-10T09:00").SaidOf(Visit).ShouldBe(again is null ? ["Wed 9 Sep 09:00 direct Anna: VisitHint"] : ["Wed 9 Sep 09:00 direct Anna: VisitHint", .. Expected(again)], customMessage: $"{reply}");

        static string[] Expected(string again) => again.StartsWith("Wed 9 Dec", StringComparison.Ordinal)
            ? [$"{again} direct Anna: VisitHint", "Tue 9 Mar 09:00 direct Anna: VisitHint"] : [$"{again} direct Anna: VisitHint"];
    }

    [Fact]
    public void Each_time_it_did_not_help_it_rests_longer()
    {
        var story = Only(Visit).Until("2026-09-09T12:00").Answer(Visit, HintReply.NotHelpful).Until("2027-03-09T12:00").Answer(Visit, HintReply.NotHelpful);
        story.Until("2027-12-09T08:59:59").SaidOf(Visit).Count.ShouldBe(2);
        story.Until("2027-12-09T09:00").SaidOf(Visit)[^1].ShouldBe("Thu 9 Dec 09:00 direct Anna: VisitHint");
    }

    [Fact]
    public void What_nobody_answers_is_let_be_after_thirty_days()
    {
        var story = Only(Visit).Until("2026-10-08T23:59:59");
        story.Nudges.Single(nudge => nudge.WentOut && nudge.Kind == Visit).State.ShouldBe(NudgeState.Posted);
        story.Until("2026-10-09T00:00");
        story.Nudges.Single(nudge => nudge.WentOut && nudge.Kind == Visit).State.ShouldBe(NudgeState.Superseded);
        story.Until("2026-12-09T09:00").SaidOf(Visit).Count.ShouldBe(2);
    }

    [Fact]
    public void While_the_client_pauses_it_waits()
    {
        var story = Only(Visit);
        story.Account.PausedUntil = new(2026, 9, 30);
        story.Wake().Until("2026-09-30T23:59").SaidOf(Visit).ShouldBeEmpty();
        story.Until("2026-10-01T09:00").SaidOf(Visit).ShouldBe(["Thu 1 Oct 09:00 direct Anna: VisitHint"]);
    }

    [Fact]
    public void A_team_may_want_none_of_a_kind_or_none_at_all()
    {
        foreach (var terms in new[] { new TeamSettings { HintsPerMorning = 0 }, new TeamSettings { PracticesOff = [.. All] } })
            new Story("2026-03-09T10:00", terms: terms).Team().Until("2027-03-09T09:00").SaidOf(All).ShouldBeEmpty();
    }

    [Fact]
    public void Turned_off_what_stands_is_settled()
    {
        var story = Only(Visit).Until("2026-09-09T12:00");
        story.Terms = story.Terms with { PracticesOff = [.. All] };
        story.Wake().Until("2026-09-09T12:01");
        story.Nudges.Single(nudge => nudge.WentOut && nudge.Kind == Visit).State.ShouldBe(NudgeState.Superseded);
    }

    /// <summary>A team that wants these hints and no others, and a client with whom nothing else is going on.</summary>
    internal static Story Only(params string[] kinds) => new Story("2026-03-09T10:00", terms: new TeamSettings { PracticesOff = [.. All.Except(kinds)] }).Team();
}

using AccountNudge.Core.Accounts;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Promises;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What is said of promises, and what they hold back. 2 March 2026 is a Monday; the hours are nine to five.</summary>
public class PromiseStoryTests
{
    private static readonly LocalDate Friday = new(2026, 3, 6);
    private static readonly LocalDate NextWednesday = new(2026, 3, 11);

    private static readonly string[] Asks =
    [
        PromisePractice.Prepare, PromisePractice.Keep, PromisePractice.SeeDue, PromisePractice.NameNewDate,
        PromisePractice.MakeGood, PromisePractice.SeeBroken, PromisePractice.AskClient, PromisePractice.Agree,
    ];

    [Fact]
    public void A_promise_that_nobody_keeps_climbs()
    {
        var story = Cleos(out _);
        story.Until("2026-03-31T00:00").SaidOf(Asks).ShouldBe(
        [
            "Thu 5 Mar 09:00 direct Cleo: PreparePromise",
            "Fri 6 Mar 09:00 direct Cleo: KeepPromise",
            "Fri 6 Mar 09:00 channel Cleo: SeePromiseDue",
            "Fri 6 Mar 17:00 channel Anna: NameNewDate",
            "Mon 9 Mar 13:00 channel Ben: NameNewDate",
            "Tue 10 Mar 13:00 direct Max: NameNewDate",
            "Wed 11 Mar 09:00 channel Anna: MakeGood",
            "Wed 11 Mar 09:00 direct Max: SeeBrokenPromise",
            "Wed 11 Mar 13:00 channel Ben: MakeGood",
            "Mon 16 Mar 13:00 channel everyone: MakeGood", // Max knows
            "Mon 23 Mar 09:00 channel Anna: MakeGood",
            "Mon 30 Mar 09:00 channel Anna: MakeGood",
        ]);
    }

    /// <summary>The job that reviews an account runs some seconds after its instant.</summary>
    [Theory]
    [InlineData(0, "2026-03-06T17:00")]
    [InlineData(4, "2026-03-06T17:00")]
    [InlineData(119, "2026-03-06T17:00")]
    [InlineData(121, "2026-03-09T09:00")]
    public void What_falls_due_at_closing_is_said_then_though_it_is_planned_anew_a_little_later(int secondsLate, string saidAt)
    {
        var story = Cleos(out _).Until("2026-03-06T16:59");
        var now = story.At("2026-03-06T17:00") + Duration.FromSeconds(secondsLate);
        Planner.Plan(story.FactsAt(now), now).Nudges.Single(nudge => nudge.Ask == PromisePractice.NameNewDate).PostAt.ShouldBe(story.At(saidAt));
    }

    [Fact]
    public void A_team_of_one_hears_each_thing_once()
    {
        var story = new Story("2026-03-02T10:00").With("Anna", owner: true, deputy: true, manager: true);
        story.Promise(Friday);
        story.Until("2026-03-14T00:00").SaidOf(Asks).ShouldBe(
        [
            "Thu 5 Mar 09:00 direct Anna: PreparePromise",
            "Fri 6 Mar 09:00 direct Anna: KeepPromise",
            "Fri 6 Mar 17:00 channel Anna: NameNewDate",
            "Mon 9 Mar 09:00 channel Anna: NameNewDate", // nothing owed falls silent
            "Wed 11 Mar 09:00 channel Anna: MakeGood",
        ]);
    }

    [Theory]
    [InlineData("2026-03-05T08:59", 1, "PreparePromise KeepPromise SeePromiseDue")]
    [InlineData("2026-03-05T09:00", 1, "KeepPromise SeePromiseDue")] // whoever has just said it knows it
    [InlineData("2026-03-06T08:59", 1, "KeepPromise SeePromiseDue")]
    [InlineData("2026-03-06T09:00", 1, "")]
    [InlineData("2026-03-06T09:01", 1, "")]
    [InlineData("2026-03-02T10:00", 0, "KeepPromise SeePromiseDue")] // no word ahead is wanted
    [InlineData("2026-03-02T10:00", 3, "PreparePromise KeepPromise SeePromiseDue")]
    public void It_is_mentioned_ahead_and_on_its_morning(string made, int lead, string asks)
    {
        var story = new Story("2026-03-02T10:00") { Terms = new TeamSettings { PromiseLeadDays = lead } }.Team().Until(made);
        story.Promise(Friday);
        var said = story.Until("2026-03-06T16:59").SaidOf(Asks);
        string.Join(' ', said.Select(line => line.Split(": ")[1])).ShouldBe(asks);
        if (lead == 3) said[0].ShouldBe("Tue 3 Mar 09:00 direct Anna: PreparePromise");
    }

    [Theory]
    [InlineData(6, null, "Thu 5 Mar 09:00", "Fri 6 Mar 09:00", "Fri 6 Mar 17:00")]
    [InlineData(7, null, "Thu 5 Mar 09:00", "Fri 6 Mar 09:00", "Fri 6 Mar 17:00")] // a Saturday: the working day before
    [InlineData(8, null, "Thu 5 Mar 09:00", "Fri 6 Mar 09:00", "Fri 6 Mar 17:00")]
    [InlineData(6, 15, "Thu 5 Mar 09:00", "Fri 6 Mar 09:00", "Fri 6 Mar 15:00")]
    [InlineData(6, 8, "Wed 4 Mar 09:00", "Thu 5 Mar 09:00", "Fri 6 Mar 09:00")] // before the day opens
    [InlineData(6, 20, "Thu 5 Mar 09:00", "Fri 6 Mar 09:00", "Mon 9 Mar 09:00")] // after it closes
    [InlineData(9, null, "Fri 6 Mar 09:00", "Mon 9 Mar 09:00", "Mon 9 Mar 17:00")]
    public void It_is_due_by_the_end_of_its_day_or_at_its_time(int day, int? hour, string ahead, string morning, string missed)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Promise(new LocalDate(2026, 3, day), hour is { } at ? new LocalTime(at, 0) : null);
        story.Until("2026-03-09T18:00").SaidOf(PromisePractice.Prepare, PromisePractice.Keep, PromisePractice.NameNewDate)
            .Take(3).ShouldBe([$"{ahead} direct Anna: PreparePromise", $"{morning} direct Anna: KeepPromise", $"{missed} channel Anna: NameNewDate"]);
    }

    [Theory]
    [InlineData("2026-03-07T11:00", 7, "2026-03-08T00:00")] // on a Saturday for the same day
    [InlineData("2026-03-06T18:00", 6, "2026-03-07T00:00")] // after hours for the same day
    [InlineData("2026-03-06T16:59", 6, "2026-03-06T17:00")]
    [InlineData("2026-03-06T17:00", 6, "2026-03-07T00:00")]
    public void What_is_promised_after_hours_for_the_same_day_is_due_with_the_day(string made, int day, string due)
    {
        var story = new Story("2026-03-02T10:00").Team().Until(made);
        story.Promise(new LocalDate(2026, 3, day)).DueAt.ShouldBe(story.At(due));
    }

    [Theory]
    [InlineData("2026-03-06T16:59", PromiseState.Kept, 0)]
    [InlineData("2026-03-06T17:00", PromiseState.KeptLate, 1)]
    [InlineData("2026-03-06T17:01", PromiseState.KeptLate, 1)]
    [InlineData("2026-03-11T08:59", PromiseState.KeptLate, 1)]
    public void What_is_kept_is_done(string at, PromiseState state, int missed)
    {
        var story = Cleos(out var promise);
        story.Until(at).Do(told => promise.Keep(told.MemberAct("Cleo"))).Until("2026-03-31T00:00");
        (promise.StateAt(story.Now), promise.IsOpen).ShouldBe((state, false));
        story.SaidOf(PromisePractice.NameNewDate).Count(said => said.StartsWith("Fri", StringComparison.Ordinal)).ShouldBe(missed);
        story.SaidOf(PromisePractice.MakeGood, PromisePractice.SeeBroken, PromisePractice.AskClient).ShouldBeEmpty();
        if (missed > 0) story.Nudges.First(nudge => nudge.Ask == PromisePractice.NameNewDate).ShouldSatisfyAllConditions(nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.SettledBy.ShouldBe(story["Cleo"]));
    }

    [Theory]
    [InlineData("2026-03-06T16:59", true, PromiseState.Renegotiated)]
    [InlineData("2026-03-06T16:59", false, PromiseState.Missed)] // a strike: nobody told the client
    [InlineData("2026-03-06T17:00", true, PromiseState.Missed)] // told, but too late
    [InlineData("2026-03-06T17:00", false, PromiseState.Missed)]
    [InlineData("2026-03-11T08:59", true, PromiseState.Missed)]
    [InlineData("2026-03-11T09:00", true, PromiseState.MissedTwice)] // no new day within two working days
    [InlineData("2026-03-11T09:01", false, PromiseState.MissedTwice)]
    public void A_new_day_is_a_miss_unless_the_client_knew_before(string at, bool isTold, PromiseState state)
    {
        var story = Cleos(out var promise);
        story.Until(at).Do(told => promise.Move(new LocalDate(2026, 3, 18), null, isTold, told.MemberAct())).Until(story.Now);
        promise.StateAt(story.Now).ShouldBe(state);
        story.Until("2026-03-18T16:59").SaidOf(PromisePractice.Prepare, PromisePractice.Keep).TakeLast(2)
            .ShouldBe(["Tue 17 Mar 09:00 direct Cleo: PreparePromise", "Wed 18 Mar 09:00 direct Cleo: KeepPromise"]);
        story.Until("2026-03-18T17:00").SaidOf(PromisePractice.NameNewDate, PromisePractice.MakeGood)[^1]
            .ShouldBe(state == PromiseState.Renegotiated ? "Wed 18 Mar 17:00 channel Anna: NameNewDate" : "Wed 18 Mar 17:00 channel Anna: MakeGood");
        promise.StateAt(story.Now).ShouldBe(state == PromiseState.Renegotiated ? PromiseState.Missed : PromiseState.MissedTwice);
    }

    [Fact]
    public void Missing_the_new_day_too_tells_the_manager_at_once()
    {
        var story = Cleos(out var promise);
        story.Until("2026-03-09T10:00").Do(told => promise.Move(NextWednesday, null, isTold: true, told.MemberAct("Cleo")));
        story.Until("2026-03-11T16:59").SaidOf(PromisePractice.SeeBroken).ShouldBeEmpty();
        story.Until("2026-03-11T17:00").SaidOf(PromisePractice.SeeBroken, PromisePractice.MakeGood)
            .ShouldBe(["Wed 11 Mar 17:00 channel Anna: MakeGood", "Wed 11 Mar 17:00 direct Max: SeeBrokenPromise"]);
    }

    [Fact]
    public void Moving_it_twice_without_a_word_to_the_client_tells_the_manager_as_well()
    {
        var story = Cleos(out var promise);
        story.Until("2026-03-03T11:00").Do(told => promise.Move(new LocalDate(2026, 3, 10), null, isTold: false, told.MemberAct("Cleo")));
        story.Until("2026-03-04T11:00").SaidOf(PromisePractice.SeeBroken).ShouldBeEmpty();
        story.Do(told => promise.Move(NextWednesday, null, isTold: false, told.MemberAct("Cleo")));
        story.Until("2026-03-04T11:00").SaidOf(PromisePractice.SeeBroken).ShouldBe(["Wed 4 Mar 11:00 direct Max: SeeBrokenPromise"]);
        story.GateIsShut.ShouldBeTrue();
    }

    [Fact]
    public void An_owner_who_manages_the_team_hears_of_the_second_miss_as_the_owner()
    {
        var story = new Story("2026-03-02T10:00").With("Anna", owner: true, manager: true).With("Ben");
        story.Promise(Friday, by: "Ben");
        story.Until("2026-03-11T09:00").SaidOf(PromisePractice.MakeGood, PromisePractice.SeeBroken).ShouldBe(["Wed 11 Mar 09:00 channel Anna: MakeGood"]);
    }

    [Theory]
    [InlineData("Ben", "Ben")]
    [InlineData(null, "Anna")] // nobody in particular stands in: whoever looks after the account
    public void Whoever_stands_in_hears_it_while_the_promiser_is_away(string? deputy, string told)
    {
        var story = Cleos(out _).Away("Cleo", new(2026, 3, 5), new(2026, 3, 10), deputy);
        story.Until("2026-03-06T12:00").SaidOf(Asks).ShouldBe(
        [
            $"Thu 5 Mar 09:00 direct {told}: PreparePromise",
            $"Fri 6 Mar 09:00 direct {told}: KeepPromise",
            $"Fri 6 Mar 09:00 channel {told}: SeePromiseDue",
        ]);
    }

    [Theory]
    [InlineData("2026-03-06T16:59", "Mon 9 Mar 09:00")]
    [InlineData("2026-03-06T17:00", "Mon 9 Mar 09:00")] // kept late, but before the morning
    [InlineData("2026-03-09T08:59", "Mon 9 Mar 09:00")]
    [InlineData("2026-03-09T09:00", "Mon 9 Mar 09:00")]
    [InlineData("2026-03-09T09:01", "Tue 10 Mar 09:00")] // held that morning
    public void The_gate_is_shut_while_a_promise_is_past_its_day(string kept, string said)
    {
        var story = Cleos(out var promise);
        story.Contact("Ms Haas", new AnnualDate(3, 16));
        story.Until(kept).Do(told => promise.Keep(told.MemberAct())).Until("2026-03-13T00:00");
        story.SaidOf(BirthdayPractice.Prepare).ShouldBe([$"{said} direct Anna: PrepareBirthday"]);
    }

    [Fact]
    public void What_is_held_says_why_and_a_new_day_lets_it_go()
    {
        var story = Cleos(out var promise);
        story.Contact("Ms Haas", new AnnualDate(3, 16));
        Held(story.Until("2026-03-06T16:59")).ShouldBeEmpty();
        Held(story.Until("2026-03-06T17:00")).ShouldAllBe(reason => reason == HeldReason.GateShut);
        story.Until("2026-03-09T12:00").Do(told => promise.Move(NextWednesday, null, isTold: true, told.MemberAct()));
        Held(story.Until("2026-03-09T12:00")).ShouldBeEmpty();
        story.Until("2026-03-10T09:00").SaidOf(BirthdayPractice.Prepare).ShouldBe(["Tue 10 Mar 09:00 direct Anna: PrepareBirthday"]);
    }

    [Fact]
    public void After_the_second_miss_it_stays_shut_until_the_client_has_confirmed()
    {
        var story = Cleos(out var promise);
        story.Contact("Ms Haas", new AnnualDate(3, 27));
        story.Until("2026-03-12T10:00").Do(told => promise.Keep(told.MemberAct("Cleo"))).Until("2026-03-12T10:00");
        (promise.IsOpen, promise.AwaitsConfirmation).ShouldBe((true, true));
        story.Until("2026-03-23T10:59").SaidOf(PromisePractice.AskClient).ShouldBe(
            ["Fri 13 Mar 09:00 channel Anna: AskClientAboutPromise", "Mon 16 Mar 09:00 channel Anna: AskClientAboutPromise", "Mon 23 Mar 09:00 channel Anna: AskClientAboutPromise"]);
        Held(story).Distinct().ShouldBe([HeldReason.GateShut]);
        story.Do(told => promise.Confirm(told.MemberAct()));
        Held(story.Until("2026-03-23T11:00")).Distinct().ShouldBe([HeldReason.GateShut]);
        story.Until("2026-04-20T00:00").SaidOf(PromisePractice.AskClient, PromisePractice.MakeGood).Count(said => said.Contains("Apr", StringComparison.Ordinal)).ShouldBe(0);
        promise.IsOpen.ShouldBeFalse();
        story.SaidOf(BirthdayPractice.Prepare, BirthdayPractice.Congratulate).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(30, "2026-04-11T09:59:59", true)]
    [InlineData(30, "2026-04-11T10:00", false)]
    [InlineData(30, "2026-04-11T10:01", false)]
    [InlineData(90, "2026-06-10T09:59:59", true)]
    [InlineData(90, "2026-06-10T10:00", false)]
    [InlineData(0, "2026-03-12T10:00", false)]
    public void The_gate_opens_some_days_after_the_client_has_confirmed(int days, string at, bool isShut)
    {
        var story = new Story("2026-03-02T10:00") { Terms = new TeamSettings { BreachRestDays = days } }.Team();
        var promise = story.Promise(Friday, by: "Cleo");
        story.Until("2026-03-12T10:00").Do(told => promise.Keep(told.MemberAct("Cleo"))).Do(told => promise.Confirm(told.MemberAct()));
        story.Until(at).GateIsShut.ShouldBe(isShut);
        story.Facts.Gate(story.Now).ClientWaits.ShouldBeFalse();
    }

    [Fact]
    public void What_is_held_after_two_misses_comes_once_the_gate_opens()
    {
        var story = Cleos(out var promise);
        story.Contact("Ms Haas", new AnnualDate(4, 14));
        story.Until("2026-03-12T10:00").Do(told => promise.Confirm(told.MemberAct())).Until("2026-04-14T12:00");
        story.SaidOf(BirthdayPractice.Prepare, BirthdayPractice.Congratulate).ShouldBe(["Mon 13 Apr 09:00 direct Anna: PrepareBirthday", "Tue 14 Apr 09:00 direct Anna: Congratulate"]);
    }

    [Theory]
    [InlineData(InteractionKind.Call, "Max", true)]
    [InlineData(InteractionKind.Visit, "Max", true)]
    [InlineData(InteractionKind.Mail, "Max", false)] // not in person
    [InlineData(InteractionKind.Call, "Anna", false)] // nobody senior
    public void A_personal_talk_of_a_manager_ends_what_the_manager_was_told(InteractionKind kind, string by, bool ends)
    {
        var story = Cleos(out var promise);
        story.Until("2026-03-11T10:00").Do(told => promise.Move(new LocalDate(2026, 3, 20), null, isTold: true, told.MemberAct()));
        story.Until("2026-03-11T11:00").Log(kind, by: by).Until("2026-03-11T11:01");
        story.Nudges.Single(nudge => nudge.Ask == PromisePractice.SeeBroken).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(ends ? NudgeState.Acted : NudgeState.Posted), nudge => nudge.Settlement.ShouldBe(ends ? PromisePractice.SeniorTalked : ""));
        story.Do(told => promise.Keep(told.MemberAct())).Do(told => promise.Confirm(told.MemberAct())).Until("2026-04-20T10:00");
        story.SaidOf(PromisePractice.SeeBroken).Count.ShouldBe(1);
        story.Nudges.Single(nudge => nudge.Ask == PromisePractice.SeeBroken).State.ShouldBe(ends ? NudgeState.Acted : NudgeState.Superseded); // the gate is open again
    }

    [Theory]
    [InlineData("2026-03-11T08:59", false)] // before it was missed for the second time
    [InlineData("2026-03-11T09:00", true)]
    public void A_senior_talk_counts_that_was_had_since_the_second_miss(string at, bool counts)
    {
        var story = Cleos(out _);
        story.Until(at).Log(InteractionKind.Call, by: "Max").Until("2026-03-11T09:01");
        story.SaidOf(PromisePractice.SeeBroken).Count.ShouldBe(counts ? story.Nudges.Count(nudge => nudge.Ask == PromisePractice.SeeBroken && nudge.WentOut) : 1);
        (story.Facts.AwaitsSeniorTalkSince(story.Promises[0], story.Now) is null).ShouldBe(counts);
    }

    [Fact]
    public void A_third_miss_is_told_to_the_manager_anew()
    {
        var story = Cleos(out var promise);
        story.Until("2026-03-11T10:00").Log(InteractionKind.Call, by: "Max").Do(told => promise.Move(new LocalDate(2026, 3, 13), null, isTold: true, told.MemberAct()));
        story.Until("2026-03-13T16:59").SaidOf(PromisePractice.SeeBroken).Count.ShouldBe(1);
        story.Until("2026-03-13T17:00").SaidOf(PromisePractice.SeeBroken)[^1].ShouldBe("Fri 13 Mar 17:00 direct Max: SeeBrokenPromise");
    }

    [Fact]
    public void What_the_client_confirms_goes_without_saying_that_it_was_kept()
    {
        var story = Cleos(out var promise);
        Should.Throw<RefusalException>(() => promise.Confirm(story.MemberAct()));
        story.Until("2026-03-11T08:59");
        Should.Throw<RefusalException>(() => promise.Confirm(story.MemberAct()));
        story.Until("2026-03-11T09:00").Do(told => promise.Confirm(told.MemberAct()));
        (promise.StateAt(story.Now), promise.IsOpen).ShouldBe((PromiseState.KeptLate, false));
        story.GateIsShut.ShouldBeTrue();
    }

    [Fact]
    public void An_open_complaint_is_the_first_reason()
    {
        var story = Cleos(out _);
        story.Until("2026-03-09T10:00").Do(told => told.Complain());
        story.GateIsShut.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-03-09T10:00", 6, PromiseState.Kept)] // on its day, noted after it
    [InlineData("2026-03-12T10:00", 6, PromiseState.Kept)] // whatever was thought meanwhile
    [InlineData("2026-03-09T10:00", 5, PromiseState.Kept)]
    [InlineData("2026-03-09T10:00", 7, PromiseState.KeptLate)]
    [InlineData("2026-03-09T10:00", 9, PromiseState.KeptLate)] // today
    [InlineData("2026-03-06T12:00", 6, PromiseState.Kept)]
    public void What_was_kept_on_an_earlier_day_was_kept_then(string at, int day, PromiseState state)
    {
        var story = Cleos(out var promise);
        story.Until(at).Do(told => promise.Keep(told.MemberAct(), new LocalDate(2026, 3, day))).Until(story.Now);
        (promise.StateAt(story.Now), promise.IsOpen, promise.KeptAt <= story.Now).ShouldBe((state, false, true));
        story.GateIsShut.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1)] // before it was promised
    [InlineData(10)] // still to come
    public void It_is_kept_between_the_promise_and_now(int day)
    {
        var story = Cleos(out var promise).Until("2026-03-09T10:00");
        Should.Throw<RefusalException>(() => promise.Keep(story.MemberAct(), new LocalDate(2026, 3, day)));
        promise.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var story = Cleos(out var promise);
        Should.Throw<RefusalException>(() => story.Promise(new LocalDate(2026, 3, 1)));
        Should.Throw<RefusalException>(() => story.Promise(new LocalDate(2028, 3, 3)));
        Should.Throw<RefusalException>(() => promise.Move(new LocalDate(2026, 3, 2), new LocalTime(10, 0), isTold: true, story.MemberAct()));
        promise.Keep(story.MemberAct());
        Should.Throw<RefusalException>(() => promise.Keep(story.MemberAct()));
        Should.Throw<RefusalException>(() => promise.Move(NextWednesday, null, isTold: true, story.MemberAct()));
        Should.Throw<RefusalException>(() => promise.Withdraw(story.MemberAct()));
        Should.Throw<RefusalException>(() => promise.Confirm(story.MemberAct()));
    }

    [Fact]
    public void A_reminder_that_is_put_off_past_the_day_does_not_hide_the_miss()
    {
        var story = Cleos(out var promise);
        story.Until("2026-03-05T10:00").Snooze(PromisePractice.MatterOf(promise), story.At("2026-03-12T09:00"));
        story.Until("2026-03-06T17:00").SaidOf(Asks)[^1].ShouldBe("Fri 6 Mar 17:00 channel Anna: NameNewDate");
    }

    [Fact]
    public void Its_deadlines_follow_the_calendar()
    {
        var story = Cleos(out var promise);
        story.Terms = story.Terms with { Closures = [new Closure(Friday, Friday)] };
        story.Wake().Until("2026-03-05T17:00");
        (promise.DueAt, promise.SecondMissAt).ShouldBe((story.At("2026-03-05T17:00"), story.At("2026-03-11T09:00")));
        story.SaidOf(Asks)[^1].ShouldBe("Thu 5 Mar 17:00 channel Anna: NameNewDate");
    }

    [Fact]
    public void Two_days_for_the_same_thing_are_pointed_out_to_both_once()
    {
        var story = Cleos(out _);
        story.Until("2026-03-03T11:00");
        story.Promise(new LocalDate(2026, 3, 9), by: "Anna", text: "The confirmation!");
        story.Promise(new LocalDate(2026, 3, 9), by: "Ben", text: "a new sample");
        story.Until("2026-03-04T23:00").SaidOf(PromisePractice.Agree).ShouldBe(
            ["Tue 3 Mar 11:00 direct Cleo: AgreeOnOneDate", "Tue 3 Mar 11:00 direct Anna: AgreeOnOneDate"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("the offer", "The Offer.", true)]
    [InlineData("the offer for the hall", "offer for the new hall", true)]
    [InlineData("the sample", "the offer", false)]
    [InlineData("das Muster bis Freitag", "Muster", true)]
    [InlineData("Bestätigung per Post", "die Bestätigung", true)]
    [InlineData("ABC", "abc", true)]
    [InlineData("ABC", "abd", false)]
    public void Most_of_the_words_tell_whether_it_is_the_same_thing(string one, string other, bool isSame) => PromisesOfFacts.IsSameThing(one, other).ShouldBe(isSame);

    private static Story Cleos(out Promise promise)
    {
        var story = new Story("2026-03-02T10:00").Team();
        promise = story.Promise(Friday, by: "Cleo");
        return story;
    }

    private static IEnumerable<HeldReason> Held(Story story) => story.Nudges.Where(nudge => nudge.State == NudgeState.Held).Select(nudge => nudge.Held);
}

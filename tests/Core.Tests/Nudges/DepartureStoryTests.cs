using AccountNudge.Core.Accounts;
using AccountNudge.Core.Departures;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What is said when somebody leaves a client. 2 March 2026 is a Monday; the hours are nine to five.</summary>
public class DepartureStoryTests
{
    private static readonly string[] Asks = [DeparturePractice.NameSuccessor, DeparturePractice.Introduce, DeparturePractice.Know];
    private static readonly string[] Occasions = [BirthdayPractice.Prepare, BirthdayPractice.Congratulate];

    [Theory]
    [InlineData("2026-03-02T10:00", "Mon 2 Mar 10:00")]
    [InlineData("2026-03-02T16:59", "Mon 2 Mar 16:59")]
    [InlineData("2026-03-02T17:01", "Tue 3 Mar 09:00")] // after hours
    [InlineData("2026-03-07T12:00", "Mon 9 Mar 09:00")] // a Saturday
    public void Owner_and_manager_hear_at_once_in_working_time(string noted, string said)
    {
        var story = new Story("2026-03-02T09:30").Team().Until(noted);
        story.Leaves(story.Contact("Ms Klein"), by: "Ben");
        story.Until(story.Calendar.AddWorkingTime(story.Now, Duration.FromMinutes(1))).SaidOf(Asks).ShouldBe(
            [$"{said} channel Anna: NameSuccessor", $"{said} direct Max: KnowDeparture"], ignoreOrder: true);
    }

    [Fact]
    public void An_owner_who_said_it_themselves_is_asked_a_working_day_later_who_follows()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Leaves(story.Contact("Ms Klein"), by: "Anna");
        story.Until("2026-03-03T09:59").SaidOf(Asks).ShouldBe(["Mon 2 Mar 10:00 direct Max: KnowDeparture"]);
        story.Until("2026-03-03T10:00").SaidOf(DeparturePractice.NameSuccessor).ShouldBe(["Tue 3 Mar 10:00 channel Anna: NameSuccessor"]);
    }

    [Theory]
    [InlineData("Max", false)] // the manager said it
    [InlineData("Anna", true)]
    [InlineData("Ben", true)]
    public void Whoever_manages_and_said_it_hears_nothing_of_it(string by, bool isTold)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Leaves(story.Contact("Ms Klein"), by);
        story.Until("2026-03-02T12:00").SaidOf(DeparturePractice.Know).Count.ShouldBe(isTold ? 1 : 0);
    }

    [Fact]
    public void A_team_of_one_hears_once()
    {
        var story = new Story("2026-03-02T10:00").With("Anna", owner: true, manager: true);
        story.Leaves(story.Contact("Ms Klein"));
        story.Until("2026-03-06T12:00").SaidOf(Asks).ShouldBe(["Tue 3 Mar 10:00 channel Anna: NameSuccessor"]);
    }

    [Fact]
    public void While_nobody_is_named_it_climbs_and_then_comes_back_every_week()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Leaves(story.Contact("Ms Klein"), by: "Cleo");
        story.Until("2026-03-20T00:00").SaidOf(DeparturePractice.NameSuccessor).ShouldBe(
        [
            "Mon 2 Mar 10:00 channel Anna: NameSuccessor", "Mon 2 Mar 14:00 channel Ben: NameSuccessor", // Max has heard it at once
            "Thu 5 Mar 14:00 channel everyone: NameSuccessor", "Mon 9 Mar 09:00 channel Anna: NameSuccessor", "Mon 16 Mar 09:00 channel Anna: NameSuccessor",
        ]);
    }

    [Fact]
    public void A_manager_who_heard_it_before_anything_was_due_hears_that_nothing_was_done()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Leaves(story.Contact("Ms Klein"), by: "Anna");
        story.Until("2026-03-09T00:00").SaidOf(Asks).Where(said => said.Contains("Max", StringComparison.Ordinal)).ShouldBe(
            ["Mon 2 Mar 10:00 direct Max: KnowDeparture", "Wed 4 Mar 14:00 direct Max: NameSuccessor"]);
    }

    [Theory]
    [InlineData("2026-03-04T09:59", 0)]
    [InlineData("2026-03-04T10:00", 1)]
    [InlineData("2026-03-04T10:01", 1)]
    public void Whoever_follows_is_to_be_met_within_two_working_days(string until, int asked)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Leaves(story.Contact("Ms Klein"), by: "Anna", story.Contact("Mr Berg"));
        story.Until(until).SaidOf(DeparturePractice.Introduce).Count.ShouldBe(asked);
        story.SaidOf(DeparturePractice.NameSuccessor).ShouldBeEmpty();
    }

    [Fact]
    public void The_owner_hears_at_once_of_a_departure_that_came_with_its_successor()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Leaves(story.Contact("Ms Klein"), by: "Ben", story.Contact("Mr Berg"));
        story.Until("2026-03-03T10:00").SaidOf(Asks).ShouldBe(["Mon 2 Mar 10:00 channel Anna: KnowDeparture", "Mon 2 Mar 10:00 direct Max: KnowDeparture"], ignoreOrder: true);
    }

    [Fact]
    public void Two_days_count_from_when_it_is_known_who_follows()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var departure = story.Leaves(story.Contact("Ms Klein"), by: "Anna");
        story.Until("2026-03-12T11:00").Do(at => departure.NameSuccessor(at.Contact("Mr Berg"), at.DepartureAct()));
        story.Until("2026-03-16T10:59").SaidOf(DeparturePractice.Introduce).ShouldBeEmpty();
        story.Until("2026-03-16T11:00").SaidOf(DeparturePractice.Introduce).ShouldBe(["Mon 16 Mar 11:00 channel Anna: IntroduceToSuccessor"]);
    }

    [Theory]
    [InlineData(InteractionKind.Call, true, true)]
    [InlineData(InteractionKind.Visit, true, true)]
    [InlineData(InteractionKind.Greeting, true, false)] // no talk
    [InlineData(InteractionKind.Note, true, false)]
    [InlineData(InteractionKind.Call, false, false)] // with somebody else
    public void The_first_talk_with_whoever_follows_ends_it(InteractionKind kind, bool isWithSuccessor, bool ends)
    {
        var story = new Story("2026-03-02T10:00").Team();
        var (successor, other) = (story.Contact("Mr Berg"), story.Contact("Ms Moos"));
        var departure = story.Leaves(story.Contact("Ms Klein"), by: "Anna", successor);
        story.Until("2026-03-04T10:30").Log(kind, with: isWithSuccessor ? successor : other).Until("2026-03-20T00:00");
        var nudge = story.Nudges.First(nudge => nudge.Ask == DeparturePractice.Introduce);
        nudge.State.ShouldBe(ends ? NudgeState.Acted : NudgeState.Posted);
        if (ends) nudge.Settlement.ShouldBe(DeparturePractice.Introduced);
        (departure.IntroducedAt is not null).ShouldBe(ends);
        story.SaidOf(DeparturePractice.Introduce).Count.ShouldBe(ends ? 1 : 5);
    }

    [Theory]
    [InlineData("2026-03-01", false)] // had before they left, and recorded after
    [InlineData("2026-03-02", true)]
    public void A_talk_with_whoever_follows_counts_that_was_had_and_recorded_since(string on, bool counts)
    {
        var story = new Story("2026-03-02T10:00").Team();
        var successor = story.Contact("Mr Berg");
        var departure = story.Leaves(story.Contact("Ms Klein"), by: "Anna", successor);
        story.Until("2026-03-03T12:00").Log(InteractionKind.Call, NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value, with: successor).Until("2026-03-04T10:00");
        (departure.IntroducedAt is not null).ShouldBe(counts);
        story.SaidOf(DeparturePractice.Introduce).Count.ShouldBe(counts ? 0 : 1);
    }

    [Fact]
    public void A_complaint_of_whoever_follows_is_a_first_talk()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var successor = story.Contact("Mr Berg");
        var departure = story.Leaves(story.Contact("Ms Klein"), by: "Anna", successor);
        story.Until("2026-03-03T12:00").Do(at => at.Complaints.Add(Core.Complaints.Complaint.Open(at.Account, successor.Id, at.Act("Ben")))).Until("2026-03-03T12:01");
        departure.IntroducedAt.ShouldBe(story.At("2026-03-03T12:00"));
    }

    [Fact]
    public void That_nobody_follows_ends_it_until_somebody_does()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var departure = story.Leaves(story.Contact("Ms Klein"), by: "Ben");
        story.Until("2026-03-02T10:05").Do(at => departure.FollowedByNobody(at.DepartureAct("Anna")));
        story.Nudges.Where(nudge => nudge.WentOut).ShouldAllBe(nudge => nudge.State == NudgeState.Posted);
        story.Until("2026-03-30T00:00").SaidOf(Asks).Count.ShouldBe(2);
        story.Nudges.First(nudge => nudge.Ask == DeparturePractice.NameSuccessor).ShouldSatisfyAllConditions(
            nudge => nudge.State.ShouldBe(NudgeState.Acted), nudge => nudge.Settlement.ShouldBe(nameof(DepartureEnd.NobodyFollows)), nudge => nudge.SettledBy.ShouldBe(story["Anna"]));
        story.Do(at => departure.NameSuccessor(at.Contact("Mr Berg"), at.DepartureAct()));
        story.Until("2026-04-01T12:00").SaidOf(DeparturePractice.Introduce).Count.ShouldBe(1);
    }

    [Fact]
    public void Naming_who_follows_settles_the_question_who_does()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var departure = story.Leaves(story.Contact("Ms Klein"), by: "Cleo");
        story.Until("2026-03-02T11:00").Do(at => departure.NameSuccessor(at.Contact("Mr Berg"), at.DepartureAct("Ben"))).Until("2026-03-03T12:00");
        var asked = story.Nudges.Single(nudge => nudge.Ask == DeparturePractice.NameSuccessor);
        (asked.State, asked.Settlement, asked.SettledBy).ShouldBe((NudgeState.Acted, DeparturePractice.Named, story["Ben"]));
    }

    [Theory]
    [InlineData("2026-03-02T13:59", 1)]
    [InlineData("2026-03-02T14:00", 2)]
    public void It_can_be_put_off(string until, int said)
    {
        var story = new Story("2026-03-02T10:00").Team();
        var departure = story.Leaves(story.Contact("Ms Klein"), by: "Cleo");
        story.Until("2026-03-02T10:30").Snooze(new Matter(DeparturePractice.Kind, departure.Id), story.At("2026-03-02T14:00"));
        story.Until(until).SaidOf(DeparturePractice.NameSuccessor).Count.ShouldBe(said);
    }

    [Fact]
    public void The_gate_does_not_hold_it()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Complain();
        story.Leaves(story.Contact("Ms Klein"), by: "Ben");
        story.Until("2026-03-02T10:01").SaidOf(Asks).Count.ShouldBe(2);
        story.GateIsShut.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Birthdays_of_whoever_left_or_died_stop_at_once_and_return_with_them(bool isDeath)
    {
        var story = new Story("2026-03-02T10:00").Team();
        var contact = story.Contact("Ms Klein", new AnnualDate(3, 20));
        // A minute before the reminder.
        story.Until("2026-03-13T08:59").Do(at => at.Departures.Add(isDeath ? Departure.Die(contact, at.DepartureAct()) : Departure.Leave(contact, "", at.DepartureAct())));
        story.Until("2026-04-01T00:00").SaidOf(Occasions).ShouldBeEmpty();
        story.Do(_ => contact.Return()).Until("2027-04-01T00:00").SaidOf(Occasions).Count.ShouldBe(2);
    }

    [Fact]
    public void A_birthday_that_was_mentioned_is_taken_back()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var contact = story.Contact("Ms Klein", new AnnualDate(3, 20));
        story.Until("2026-03-13T09:00").SaidOf(BirthdayPractice.Prepare).Count.ShouldBe(1);
        story.Leaves(contact);
        story.Until("2026-03-13T09:01").Nudges.Single(nudge => nudge.Ask == BirthdayPractice.Prepare).State.ShouldBe(NudgeState.Superseded);
    }

    [Fact]
    public void Of_a_death_nothing_is_said_to_anybody_and_nobody_is_named_again()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var contact = story.Contact("Ms Klein");
        story.Do(at => at.Departures.Add(Departure.Die(contact, at.DepartureAct("Ben"))));
        story.Until("2026-03-30T00:00").SaidOf(Asks).ShouldBeEmpty();
        story.Facts.Contact(contact.Id).ShouldBeNull();
        story.Facts.ContactsThere.ShouldBeEmpty();
    }

    [Fact]
    public void A_death_after_the_departure_ends_it_silently()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var contact = story.Contact("Ms Klein");
        var departure = story.Leaves(contact, by: "Anna");
        story.Until("2026-03-02T12:00").Do(at =>
        {
            departure.EndByDeath(at.DepartureAct());
            at.Departures.Add(Departure.Die(contact, at.DepartureAct()));
        });
        story.Until("2026-03-30T00:00").SaidOf(DeparturePractice.NameSuccessor).ShouldBeEmpty();
    }

    [Fact]
    public void Coming_back_ends_it()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var contact = story.Contact("Ms Klein");
        var departure = story.Leaves(contact, by: "Cleo");
        story.Until("2026-03-02T12:00").Do(at =>
        {
            departure.ComeBack(at.DepartureAct());
            contact.Return();
        });
        story.Until("2026-03-30T00:00").SaidOf(DeparturePractice.NameSuccessor).Count.ShouldBe(1);
        (contact.State, contact.DeleteOn).ShouldBe((ContactState.Active, (LocalDate?)null));
        story.Nudges.First(nudge => nudge.Ask == DeparturePractice.NameSuccessor).Settlement.ShouldBe(nameof(DepartureEnd.CameBack));
    }

    [Fact]
    public void The_day_until_which_their_data_is_kept_follows_the_teams_terms()
    {
        var story = new Story("2026-03-02T10:00", terms: new TeamSettings { KeepGoneDays = 30 }).Team();
        var contact = story.Contact("Ms Klein");
        story.Leaves(contact);
        (contact.State, contact.GoneOn!.Value, contact.DeleteOn!.Value).ShouldBe((ContactState.Left, new LocalDate(2026, 3, 2), new LocalDate(2026, 4, 1)));
    }

    [Fact]
    public void What_is_still_open_with_whoever_left_is_found_whichever_practice_it_is_of()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var contact = story.Contact("Ms Klein");
        story.Complaints.Add(Core.Complaints.Complaint.Open(story.Account, contact.Id, story.Act()));
        story.Plans.Add(Core.Plans.Plan.Make(story.Account, contact.Id, null, new(2026, 3, 5), null, "", story.MemberAct()));
        var departure = story.Leaves(contact);
        story.Facts.MattersWith(contact.Id, story.Now).Select(matter => matter.Kind).Order().ShouldBe(["complaint", "departure", "plan"]);
        story.Facts.MattersWith(null, story.Now).ShouldBeEmpty();
        departure.IsUnsettled.ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_a_sentence()
    {
        var story = new Story("2026-03-02T10:00").Team();
        var (contact, act) = (story.Contact("Ms Klein"), story.DepartureAct());
        var departure = story.Leaves(contact);
        var elsewhere = new Contact { WorkspaceId = contact.WorkspaceId, TeamId = contact.TeamId, AccountId = Guid.NewGuid(), Name = "Mr Elsewhere" };
        Should.Throw<RefusalException>(() => Departure.Leave(contact, "", act)).Message.ShouldBe("Ms Klein has left. That’s noted already.");
        Should.Throw<RefusalException>(() => departure.NameSuccessor(contact, act)).Message.ShouldBe("Nobody can follow themselves. Who takes over?");
        Should.Throw<RefusalException>(() => departure.NameSuccessor(elsewhere, act)).Message.ShouldBe("Mr Elsewhere is at another client.");
        departure.Congratulate(act);
        Should.Throw<RefusalException>(() => departure.Congratulate(act)).Message.ShouldBe("Someone has already done that.");
        departure.FollowedByNobody(act);
        Should.Throw<RefusalException>(() => departure.FollowedByNobody(act)).Message.ShouldBe("This is closed already.");
        Departure.Die(contact, act).IsDeath.ShouldBeTrue();
        Should.Throw<RefusalException>(() => Departure.Die(contact, act)).Message.ShouldBe("Ms Klein has died. That’s noted already.");
    }

    [Fact]
    public void Silence_counts_on_while_nobody_is_there()
    {
        var story = new Story("2026-03-02T10:00", Tier.A).Team();
        story.Leaves(story.Contact("Ms Klein"));
        story.Until("2026-03-18T00:00").SaidOf(QuietPractice.GetInTouch).Count.ShouldBe(1);
    }
}

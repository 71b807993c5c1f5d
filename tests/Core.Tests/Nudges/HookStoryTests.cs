using AccountNudge.Core.Accounts;
using AccountNudge.Core.Hooks;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>Small notes for the next talk, from being noted to being used or forgotten. 2 March 2026 is a Monday.</summary>
public class HookStoryTests
{
    private static readonly AnnualDate May = new(5, 20);

    [Fact]
    public void It_says_nothing_by_itself()
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team();
        story.Hook();
        story.Until("2026-05-30T00:00").Said.ShouldBeEmpty();
        Open(story).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(InteractionKind.Visit, 0)]
    [InlineData(InteractionKind.Call, 0)]
    [InlineData(InteractionKind.Video, 0)]
    [InlineData(InteractionKind.Mail, 0)]
    [InlineData(InteractionKind.Chat, 0)]
    [InlineData(InteractionKind.Greeting, 1)]
    [InlineData(InteractionKind.Gift, 1)]
    [InlineData(InteractionKind.Newsletter, 1)]
    [InlineData(InteractionKind.Note, 1)]
    public void The_next_talk_uses_it_and_nothing_else_does(InteractionKind kind, int open)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Hook();
        Open(story.Until("2026-03-03T10:00").Log(kind)).Count.ShouldBe(open);
    }

    [Fact]
    public void A_talk_that_is_taken_back_brings_it_back()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Hook();
        story.Until("2026-03-03T10:00").Log(InteractionKind.Call).Until("2026-03-04T10:00");
        Open(story).ShouldBeEmpty();
        story.Do(all => all.Interactions.Clear());
        Open(story).Count.ShouldBe(1);
    }

    [Fact]
    public void The_talk_in_which_it_was_learned_does_not_use_it()
    {
        var story = new Story("2026-03-02T10:00").Team().Log(InteractionKind.Call).Until("2026-03-02T10:05");
        story.Hook();
        Open(story).Count.ShouldBe(1);
        Open(story.Until("2026-03-03T10:00").Log(InteractionKind.Call, new(2026, 3, 1))).Count.ShouldBe(1, "noted later, but from before");
        Open(story.Until("2026-03-03T10:01").Log(InteractionKind.Call, new(2026, 3, 2))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Klein", "Klein", 0)]
    [InlineData("Klein", "Moos", 1)]
    [InlineData("Klein", null, 1)] // nobody said with whom
    [InlineData(null, "Moos", 0)]
    [InlineData(null, null, 0)]
    public void One_about_a_person_waits_for_a_talk_with_that_person(string? about, string? talkedTo, int open)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Contact("Klein", May);
        story.Contact("Moos", May);
        story.Hook(with: story.Contacts.Find(contact => contact.Name == about));
        Open(story.Until("2026-03-03T10:00").Log(InteractionKind.Call, with: story.Contacts.Find(contact => contact.Name == talkedTo))).Count.ShouldBe(open);
    }

    [Fact]
    public void Where_there_is_only_one_person_a_talk_with_nobody_named_was_with_them()
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Hook(with: story.Contact("Klein", May));
        Open(story.Until("2026-03-03T10:00").Log(InteractionKind.Call)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-05-31T23:59", 1)]
    [InlineData("2026-05-31T23:59:59", 1)]
    [InlineData("2026-06-01T00:00", 0)]
    [InlineData("2026-06-01T00:01", 0)]
    public void It_is_gone_once_its_ninety_days_are_over(string until, int left)
    {
        var story = new Story("2026-03-02T10:00", Tier.C).Team();
        story.Hook();
        story.Until(until);
        (story.Hooks.Count, Open(story).Count).ShouldBe((left, left));
    }

    [Theory]
    [InlineData("2026-03-06T23:59:59", 1)]
    [InlineData("2026-03-07T00:00", 0)]
    public void Its_last_day_may_be_said(string until, int left)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Hook(until: new(2026, 3, 6));
        story.Until(until).Hooks.Count.ShouldBe(left);
    }

    [Theory]
    [InlineData("2026-03-12T23:59:59", 1)]
    [InlineData("2026-03-13T00:00", 0)]
    public void A_team_says_how_long_they_are_kept_also_those_that_were_noted_before(string until, int left)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Hook();
        story.Until("2026-03-10T10:00").Do(all => all.Terms = all.Terms with { HookDays = 10 }).Until(until).Hooks.Count.ShouldBe(left);
    }

    [Theory]
    [InlineData("2026-04-02T11:59:59", 1)] // an hour later by the clock: summer time
    [InlineData("2026-04-02T12:00", 0)]
    public void A_used_one_is_kept_while_the_talk_may_be_taken_back(string until, int left)
    {
        var story = new Story("2026-03-02T10:00").Team();
        story.Hook();
        story.Until("2026-03-03T11:00").Log(InteractionKind.Call).Until(until).Hooks.Count.ShouldBe(left);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var story = new Story("2026-03-02T10:00").Team();
        Should.Throw<RefusalException>(() => story.Hook(" ")).Reason.ShouldBe(HookRefusals.Empty);
        Should.Throw<RefusalException>(() => story.Hook(until: new(2026, 3, 1))).Reason.ShouldBe(HookRefusals.IsOver);
        Should.Throw<RefusalException>(() => story.Hook(until: new(2027, 3, 4))).Reason.ShouldBe(HookRefusals.TooFar);
        story.Hook(until: new(2026, 3, 2)).LastDay(story.Terms).ShouldBe(new LocalDate(2026, 3, 2));
        story.Hook(until: new(2027, 3, 3));
    }

    private static IReadOnlyList<Hook> Open(Story story) => [.. story.Facts.OpenHooks(story.Now)];
}

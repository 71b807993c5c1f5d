using AccountNudge.Bot.Tests.Conversation.Hints;
using AccountNudge.Core.Hints;
using AccountNudge.Core.OwnLine;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.OwnLine;

/// <summary>Ring your own number, once a quarter. Ben manages; 5 April 2027 is the first Monday of the quarter.</summary>
public sealed class OwnLineTests
{
    private const string Line = "ring your own number";

    [Fact]
    public async Task It_stands_in_the_managers_week_of_a_quarters_first_week_until_it_is_noted()
    {
        using var talk = await Hinted.At("2027-03-25T10:00", OwnLinePractice.Kind);
        await talk.Until("2027-03-29T10:00");
        Weeks(talk).ShouldBe([false]);
        await talk.Until("2027-04-05T10:00");
        Weeks(talk).ShouldBe([false, true]);
        (await talk.Press(Ben, ButtonOf(talk.To(Ben)[^1], "own-line.noted"), DirectOf(Ben))).Card!.Headline.Plain.ShouldBe("Noted. I’ll bring it up again next quarter.");
        (await talk.Read(store => store.Teams)).Single().OwnLineTriedOn.ShouldBe(new LocalDate(2027, 4, 5));
        CardText.Of(await talk.Say(Ben, "digest", DirectOf(Ben))).ShouldNotContain(Line);
        await talk.Until("2027-04-12T10:00");
        Weeks(talk).ShouldBe([false, true, false]);
    }

    [Fact]
    public async Task Nobody_but_managers_notes_it_and_the_channel_hears_nothing()
    {
        using var talk = await Hinted.At("2027-04-02T10:00", OwnLinePractice.Kind);
        await talk.Until("2027-04-05T10:00");
        CardText.Of(await talk.Say(Ben, "digest")).ShouldNotContain(Line);
        CardText.Of(await talk.Press(Anna, ButtonOf(talk.To(Ben)[^1], "own-line.noted"), DirectOf(Anna))).ShouldContain("Only managers can change this.");
        (await talk.Read(store => store.Teams)).Single().OwnLineTriedOn.ShouldBeNull();
    }

    [Fact]
    public async Task A_team_that_does_not_want_it_is_left_in_peace()
    {
        using var talk = await Hinted.At("2027-04-02T10:00");
        await talk.Until("2027-04-05T10:00");
        Weeks(talk).ShouldBe([false]);
    }

    [Fact]
    public async Task Whose_account_hangs_by_one_person_stands_in_the_digest()
    {
        using var talk = await Hinted.At("2027-04-05T10:00", SingleThreadHint.Kind);
        await Hinted.Win(talk, "Adler AG", tier: Core.Accounts.Tier.C);
        CardText.Of(await talk.Say(Ben, "digest", DirectOf(Ben))).ShouldContain("Only one person known there: Huber AG");
        await talk.Say(Anna, "contact add Petra Moos at Huber AG");
        CardText.Of(await talk.Say(Ben, "digest", DirectOf(Ben))).ShouldNotContain("Only one person");
    }

    /// <summary>Whether it stood in each of Ben's weeks.</summary>
    private static IReadOnlyList<bool> Weeks(Talk talk) => [.. talk.To(Ben).Select(CardText.Of).Where(text => text.Contains("In figures", StringComparison.Ordinal)).Select(text => text.Contains(Line, StringComparison.Ordinal))];
}

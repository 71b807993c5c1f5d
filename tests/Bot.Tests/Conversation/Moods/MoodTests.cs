using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Interactions;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Moods;

/// <summary>The hint at two tense talks in a row; Anna looks after Weber GmbH. 1 March 2027 is a Monday.</summary>
public sealed class MoodTests
{
    [Theory]
    [InlineData("log Weber call with Sabine Klein tense: prices|log Weber mail tense: prices again")]
    [InlineData("notiz Weber Anruf angespannt: Preise|notiz Weber Mail angespannt: wieder Preise")]
    public async Task Two_tense_talks_are_a_hint_to_the_owner_alone(string lines)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        foreach (var line in lines.Split('|')) await talk.Say(Ben, line);
        await talk.Until("2027-03-02T08:59");
        talk.Posted.ShouldBeEmpty();
        await talk.Until("2027-03-02T09:00");
        var post = talk.Posted.Single();
        (post.Address, post.IsDirect).ShouldBe((Anna.Id, true));
        CardText.Of(talk.Cards[post.Post.Key]).ShouldSatisfyAllConditions(
            text => text.ShouldContain("the last two talks were tense. That happens."), text => text.ShouldContain("call, 1 March · email, 1 March · Only you can see this."), text => text.ShouldContain("[Done] [Not now]"));
        CardText.Of(await talk.Say(Ben, "digest")).ShouldNotContain("tense");
        CardText.Of(await talk.Say(Clara, "heute", DirectOf(Clara))).ShouldNotContain("angespannt");
    }

    [Theory]
    [InlineData("log Weber call: prices", "Tense", Mood.Tense, "tense")]
    [InlineData("log Weber visit: lunch", "Good", Mood.Good, "good")]
    [InlineData("notiz Weber Mail: Preise", "So-so", Mood.SoSo, "so-so")]
    public async Task How_a_talk_felt_is_said_with_one_tap(string line, string label, Mood mood, string shown)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var card = await talk.Say(Anna, line);
        var button = ButtonsOf(card.Card!).Single(button => button.Label == label);
        CardText.Of(await talk.Press(Ben, button)).ShouldNotContain(shown); // whoever noted it knows
        (await Read(talk)).Mood.ShouldBe(Mood.Unsaid);
        var pressed = await talk.Press(Anna, button);
        pressed.Replaces.ShouldBeTrue();
        CardText.Of(pressed).ShouldSatisfyAllConditions(text => text.ShouldContain(shown), text => text.ShouldNotContain("How did it feel?"));
        (await Read(talk)).Mood.ShouldBe(mood);
        CardText.Of(await talk.Press(Anna, ButtonsOf(card.Card!).First(other => other.ActionId == button.ActionId && other.Label != label))).ShouldNotContain("How did it feel?");
        (await Read(talk)).Mood.ShouldBe(mood);
        await talk.Say(Anna, "undo");
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        (await store.Interactions.CountAsync()).ShouldBe(0); // both at once
    }

    [Theory]
    [InlineData("log Weber call tense: prices")]
    [InlineData("log Weber: prices")] // a plain note is no talk
    [InlineData("log Weber gift: flowers")]
    [InlineData("status Weber: all is well")]
    public async Task It_is_asked_of_talks_of_which_nobody_has_said_so(string line)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        ButtonsOf((await talk.Say(Anna, line)).Card!).ShouldNotContain(button => button.ActionId == "interaction.mood");
    }

    [Fact]
    public async Task Tapped_moods_are_a_hint_as_typed_ones_are()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        for (var times = 0; times < 2; times++)
            await talk.Press(Ben, ButtonsOf((await talk.Say(Ben, "log Weber call: prices")).Card!).Last(button => button.ActionId == "interaction.mood"));
        await talk.Until("2027-03-02T09:00");
        CardText.Of(talk.Cards[talk.Posted.Single().Post.Key]).ShouldContain("the last two talks were tense");
    }

    private static async Task<Interaction> Read(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await store.Interactions.SingleAsync();
    }

    [Theory]
    [InlineData("mood.done", "Good. I won’t bring it up again.", "✓ Anna: done")]
    [InlineData("mood.not-now", "All right, not now.", "✓ Anna: not now")]
    public async Task An_answer_settles_it_once(string action, string said, string settled)
    {
        using var talk = await Tense();
        var buttons = ButtonsOf(talk.Cards.Values.Single()).ToList();
        (await talk.Press(Anna, buttons.Single(button => button.ActionId == action), DirectOf(Anna))).Card!.Headline.Plain.ShouldBe(said);
        CardText.Of(talk.Cards.Values.Single()).ShouldContain(settled);
        (await talk.Press(Anna, buttons[0], DirectOf(Anna))).Card!.Headline.Plain.ShouldBe("That’s already done.");
        await talk.Say(Anna, "log Weber call tense: again", DirectOf(Anna));
        await talk.Until("2027-03-05T10:00");
        talk.Posted.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("log Weber call good: all cleared up")]
    [InlineData("notiz Weber Anruf geht so: halbwegs geklärt")]
    public async Task A_better_talk_ends_it(string line)
    {
        using var talk = await Tense();
        await talk.Say(Ben, line);
        CardText.Of(talk.Cards.Values.Single()).ShouldContain("✓ A better talk since");
        ButtonsOf(talk.Cards.Values.Single()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_talk_that_is_taken_back_takes_the_hint_with_it()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Ben, "log Weber call tense: prices");
        await talk.Say(Ben, "log Weber mail tense: prices");
        await talk.Say(Ben, "undo");
        await talk.Until("2027-03-03T10:00");
        talk.Posted.ShouldBeEmpty();
    }

    private static async Task<Talk> Tense()
    {
        var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Ben, "log Weber call tense: prices");
        await talk.Say(Ben, "log Weber mail tense: prices");
        await talk.Until("2027-03-02T09:00");
        return talk;
    }
}

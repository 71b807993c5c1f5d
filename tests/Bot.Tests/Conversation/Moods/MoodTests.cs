using AccountNudge.Bot.Tests.Conversation.Announcements;
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

using AccountNudge.Bot.Tests.Conversation.Hints;
using AccountNudge.Core.Dependence;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Dependence;

/// <summary>How much hangs by one client: for managers alone. Ben manages. 1 March 2027 is a Monday.</summary>
public sealed class DependenceTests
{
    [Theory]
    [InlineData("share Huber 30 %", 30, "")]
    [InlineData("share Huber 30%: win two more clients", 30, "win two more clients")]
    [InlineData("share Huber 30: win two more clients", 30, "win two more clients")]
    [InlineData("anteil Huber 30 %: zwei neue Kunden gewinnen", 30, "zwei neue Kunden gewinnen")]
    [InlineData("anteil Huber 30 Prozent", 30, "")]
    public async Task Reads_a_share(string line, int percent, string step)
    {
        using var talk = await Hinted.At("2027-03-01T10:00");
        (await talk.Say(Ben, line)).OnlyAsker.ShouldBeTrue();
        (await talk.Read(store => store.RevenueShares)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(share => share.Percent.ShouldBe(percent), share => share.PlanB.ShouldBe(step));
        await talk.Say(Ben, "undo");
        (await talk.Read(store => store.RevenueShares)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("share Huber lots")]
    [InlineData("share Huber 0 %")]
    [InlineData("anteil Huber 101 %")]
    public async Task Refuses_what_is_no_share(string line)
    {
        using var talk = await Hinted.At("2027-03-01T10:00");
        await talk.Say(Ben, line);
        (await talk.Read(store => store.RevenueShares)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("share Huber 30 %")]
    [InlineData("share Huber")]
    [InlineData("anteil Huber 30 %")]
    public async Task Nobody_but_managers_may(string line)
    {
        using var talk = await Hinted.At("2027-03-01T10:00");
        CardText.Of(await talk.Say(Anna, line)).ShouldContain("Only managers can change this. Ask Ben.");
        (await talk.Read(store => store.RevenueShares)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_manager_alone_is_asked_for_the_next_step_until_one_is_noted()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", DependenceHint.Kind);
        await talk.Say(Ben, "share Huber 40 %", DirectOf(Ben));
        await talk.Until("2027-03-02T09:00");
        talk.To(Anna).ShouldBeEmpty();
        var hint = talk.To(Ben).Single(card => ButtonsOf(card).Any(button => button.ActionId == "share.open"));
        CardText.Of(hint).ShouldContain("Huber AG: 40 % of the revenue comes from them.");
        CardText.Of(await talk.Press(Anna, ButtonOf(hint, "share.open"), DirectOf(Anna))).ShouldContain("Only managers can change this.");
        await talk.Submit(Ben, await talk.Press(Ben, ButtonOf(hint, "share.open"), DirectOf(Ben)), DirectOf(Ben), ("text", "two more clients by summer"));
        CardText.Of(talk.To(Ben)[^1]).ShouldContain("✓ Ben: noted it");
        (await talk.Read(store => store.RevenueShares)).Single().ShouldSatisfyAllConditions(share => share.Percent.ShouldBe(40), share => share.PlanB.ShouldBe("two more clients by summer"));
    }

    [Fact]
    public async Task It_stands_nowhere_else()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", DependenceHint.Kind);
        await talk.Say(Ben, "share Huber 40 %: secretstep", DirectOf(Ben));
        await talk.Until("2027-03-08T10:00");
        foreach (var line in new[] { "brief Huber", "account show Huber", "timeline Huber", "search secretstep", "digest", "today", "open", "accounts", "undo" })
            CardText.Of(await talk.Say(Anna, line, DirectOf(Anna))).ShouldSatisfyAllConditions(text => text.ShouldNotContain("40 %"), text => text.Replace("“secretstep”", "", StringComparison.Ordinal).ShouldNotContain("secretstep"));
        talk.Posted.Where(post => !post.IsDirect).ShouldAllBe(post => !CardText.Of(talk.Cards[post.Post.Key]).Contains("40 %", StringComparison.Ordinal));
    }
}

using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Bot.Tests.Conversation.Hints;
using AccountNudge.Core.Interactions;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Balances;

/// <summary>Give before you take: the third ask in a row is said to whoever notes or plans it. 1 April 2027 is a Thursday.</summary>
public sealed class BalanceTests
{
    [Theory]
    [InlineData("log Weber mail ask: the third", "That’s the third ask in a row. Last give: March.")]
    [InlineData("log Weber call gave: an article", null)]
    [InlineData("log Weber call: neither", null)]
    [InlineData("log Weber call ask incoming: they asked", null)]
    [InlineData("meet Weber on 7 April 10:00 an ask: a reference", "That would be the third ask in a row. Last give: March.")]
    [InlineData("meet Weber on 7 April 10:00: ask about the budget", null)]
    public async Task The_third_ask_in_a_row(string line, string? aside)
    {
        using var talk = await Asked();
        var reply = await talk.Say(Anna, line);
        if (aside is null) reply.Aside.ShouldBeNull();
        else reply.Aside.ShouldNotBeNull().Plain.ShouldBe(aside);
        CardText.Of(reply.Card!).ShouldNotContain("in a row");
    }

    [Theory]
    [InlineData("notiz Weber mail gebeten: die dritte", "Das ist die dritte Bitte in Folge. Zuletzt gegeben: März.")]
    [InlineData("termin Weber am 7.4. 10 Uhr als Bitte: Referenz", "Das wäre die dritte Bitte in Folge. Zuletzt gegeben: März.")]
    public async Task Die_dritte_Bitte_in_Folge(string line, string aside)
    {
        using var talk = await Asked();
        (await talk.Say(Clara, line)).Aside.ShouldNotBeNull().Plain.ShouldContain(aside);
    }

    [Fact]
    public async Task Two_are_none_too_many_and_a_give_begins_anew()
    {
        using var talk = await Client.At("2027-04-01T10:00");
        (await talk.Say(Anna, "log Weber mail ask: one")).Aside.ShouldBeNull();
        (await talk.Say(Anna, "log Weber mail ask: two")).Aside.ShouldBeNull();
        (await talk.Say(Anna, "log Weber mail ask: three")).Aside.ShouldNotBeNull().Plain.ShouldBe("That’s the third ask in a row. No give is noted yet.");
        (await talk.Say(Anna, "log Weber mail ask: four")).Aside.ShouldNotBeNull().Plain.ShouldStartWith("That’s the fourth ask in a row.");
        await talk.Say(Anna, "log Weber mail gave: a contact");
        (await talk.Say(Anna, "log Weber mail ask: one")).Aside.ShouldBeNull();
    }

    [Fact]
    public async Task A_plan_to_ask_becomes_a_note_that_asked()
    {
        using var talk = await Client.At("2027-04-01T10:00");
        var plan = await talk.Say(Anna, "meet Weber tomorrow 10:00 an ask: a reference");
        CardText.Of(plan).ShouldContain("we ask for something");
        await talk.Until("2027-04-05T09:00");
        var form = await talk.Press(Anna, talk.Cards.Values.SelectMany(ButtonsOf).Last(button => button.ActionId == "plan.note"), DirectOf(Anna));
        form.Form!.Fields.Single(field => field.Name == "balance").Value.ShouldBe(nameof(Balance.Ask));
    }

    [Fact]
    public async Task Honest_advice_and_a_success_for_their_boss()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", "pass-on-hint");
        var direct = DirectOf(Anna);
        await talk.Say(Anna, "honest advice Huber: the smaller package is enough for them");
        await talk.Say(Clara, "ehrlicher rat Huber: lieber beim alten Anbieter bleiben am 1.2.2027");
        await talk.Say(Anna, "milestone Huber for their boss: complaints down by a third on Friday");
        await talk.Say(Clara, "meilenstein Weber für die Chefetage: Webshop gestartet");
        await talk.Say(Anna, "brief Huber", direct);
        await talk.Until("2027-03-02T09:00");
        await talk.Press(Anna, ButtonOf(talk.To(Anna)[^1], "hint.Done"), direct);
        await talk.Say(Clara, "kurzprofil Huber", DirectOf(Clara));
        await talk.Say(Anna, "timeline Huber", direct);
        Approved.Transcript(talk);
    }

    private static async Task<Talk> Asked()
    {
        var talk = await Client.At("2027-04-01T10:00");
        await talk.Say(Anna, "log Weber mail gave on 2 March: an article");
        await talk.Say(Anna, "log Weber mail ask yesterday: a reference");
        await talk.Say(Anna, "log Weber call: how are you");
        await talk.Say(Anna, "log Weber call ask: a testimonial");
        return talk;
    }
}

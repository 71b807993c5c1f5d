using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Practices;
using static AccountNudge.Bot.Tests.Conversation.Complaints.BreachTests;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Complaints;

/// <summary>What was behind a complaint: asked once, answered by a button, the next line, a command or its form. 1 March 2027 is a Monday.</summary>
public sealed class CauseTests
{
    [Theory]
    [InlineData("prevent Weber because of delay", RootCause.Delay, "")]
    [InlineData("prevent Weber because of delay: order earlier", RootCause.Delay, "order earlier")]
    [InlineData("prevent Weber: quality", RootCause.Quality, "")]
    [InlineData("prevent Weber: quality check before shipping", null, "quality check before shipping")]
    [InlineData("prevent Weber: More care", RootCause.Care, "")]
    [InlineData("vorbeugen Weber wegen Missverständnis: Protokoll schicken", RootCause.Misunderstanding, "Protokoll schicken")]
    [InlineData("vorbeugen Weber: Aufmerksamkeit", RootCause.Attention, "")]
    [InlineData("vorbeugen Weber: Mehr Sorgfalt!", RootCause.Care, "")]
    [InlineData("vorbeugen Weber: mehr Sorgfalt beim Packen", null, "mehr Sorgfalt beim Packen")]
    [InlineData("quality", RootCause.Quality, "")]
    [InlineData("Verspätung.", RootCause.Delay, "")]
    [InlineData("we should order a week earlier", null, "we should order a week earlier")]
    public async Task It_is_said_in_words(string line, RootCause? cause, string words)
    {
        using var talk = await Confirmed();
        await talk.Say(Anna, line);
        var complaint = await Only(talk);
        (complaint.Cause, complaint.Prevention, complaint.AsksForCause).ShouldBe((cause, words, false));
        await talk.Say(Anna, "undo");
        (await Only(talk)).AsksForCause.ShouldBeTrue();
    }

    [Theory]
    [InlineData("prevent", "Anna")]
    [InlineData("vorbeugen", "Clara")]
    public async Task It_is_a_form(string opening, string who)
    {
        using var talk = await Confirmed();
        var person = who == "Anna" ? Anna : Clara;
        var form = await talk.Say(person, opening);
        (await talk.Submit(person, form, ("account", "Weber"))).Errors.Keys.ShouldBe(["text"]);
        await talk.Submit(person, form, ("account", "Weber"), ("cause", nameof(RootCause.Attention)));
        (await Only(talk)).Cause.ShouldBe(RootCause.Attention);
        (await talk.Say(Anna, "prevent Weber")).Form!.Id.ShouldBe("complaint.prevent");
    }

    [Theory]
    [InlineData("misunderstanding", RootCause.Misunderstanding, "", "What would prevent it: Talk about the price – underneath: A clearer agreement.")]
    [InlineData("only the price", null, "only the price", "What would prevent it: Talk about the price. “only the price”")]
    [InlineData("nobody explained the offer", null, "nobody explained the offer", "What would prevent it: Talk about the price. “nobody explained the offer”")]
    [InlineData("prevent Weber: Aufmerksamkeit", RootCause.Attention, "", "What would prevent it: Talk about the price – underneath: More attention.")]
    [InlineData("vorbeugen Weber wegen Qualität", RootCause.Quality, "", "What would prevent it: Talk about the price – underneath: Better quality.")]
    public async Task The_price_asks_once_what_was_underneath(string line, RootCause? underneath, string words, string said)
    {
        using var talk = await Confirmed();
        var asked = await talk.Say(Anna, "price");
        CardText.Of(asked).ShouldContain("And underneath?");
        var answered = CardText.Of(await talk.Say(Anna, line));
        answered.ShouldContain(said);
        answered.ShouldNotContain("And underneath?");
        var complaint = await Only(talk);
        (complaint.Cause, complaint.Underneath, complaint.Prevention, complaint.AsksUnderneath).ShouldBe((RootCause.Price, underneath, words, false));
        await talk.Say(Anna, "undo");
        (await Only(talk)).AsksUnderneath.ShouldBeTrue();
    }

    [Fact]
    public async Task The_card_asks_on_by_button_and_stops_when_nobody_has_more_to_say()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "complaint Weber: too dear");
        await talk.Say(Anna, "resolve Weber");
        var confirmed = await talk.Say(Anna, "confirm Weber");
        var buttons = Causes(confirmed.Card!);
        buttons.Select(button => button.Label).ShouldBe(["More care", "More attention", "A clearer agreement", "Being on time", "Better quality", "Talk about the price", "Nothing to add"]);
        await talk.Press(Ben, buttons[5]);
        var asked = Causes(talk.AsItReads(confirmed));
        asked.Select(button => button.Label).ShouldBe(["More care", "More attention", "A clearer agreement", "Being on time", "Better quality", "Only the price"]);
        (await talk.Press(Anna, buttons[0])).OnlyAsker.ShouldBeTrue();
        await talk.Press(Anna, asked[5]);
        Causes(talk.AsItReads(confirmed)).ShouldBeEmpty();
        CardText.Of(talk.AsItReads(confirmed)).ShouldContain("What would prevent it: Talk about the price.");
        await talk.Say(Anna, "undo");
        Causes(talk.AsItReads(confirmed)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task Nothing_to_add_is_an_answer_too()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        foreach (var line in new[] { "complaint Weber: late", "resolve Weber" }) await talk.Say(Anna, line);
        var confirmed = await talk.Say(Anna, "confirm Weber");
        await talk.Press(Anna, Causes(confirmed.Card!)[^1]);
        Causes(talk.AsItReads(confirmed)).ShouldBeEmpty();
        (await talk.Say(Anna, "another line that is no command")).OnlyAsker.ShouldBeTrue();
    }

    [Fact]
    public async Task Silence_asks_below_the_news_of_it()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        foreach (var line in new[] { "complaint Weber: late", "resolve Weber" }) await talk.Say(Anna, line);
        await talk.Until("2027-03-09T10:00");
        var form = await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(), "complaint.prevent"));
        await talk.Submit(Anna, form, ("cause", nameof(RootCause.Delay)));
        (await Only(talk)).Cause.ShouldBe(RootCause.Delay);
        ButtonsOf(talk.Cards.Values.Last()).Select(button => button.ActionId).ShouldNotContain("complaint.prevent");
    }

    [Fact]
    public async Task Causes_are_counted_in_the_digest()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        foreach (var cause in new[] { "delay", "delay", "price|attention", "price|only the price", "price" })
        {
            foreach (var line in new[] { "complaint Weber: late", "resolve Weber", "confirm Weber" }) await talk.Say(Anna, line);
            foreach (var said in cause.Split('|')) await talk.Say(Anna, said);
        }

        CardText.Of(await talk.Say(Anna, "digest")).ShouldContain("Complaints: Being on time 2, Talk about the price 2, More attention 1");
        CardText.Of(await talk.Say(Clara, "überblick", DirectOf(Clara))).ShouldContain("Beschwerden: Pünktlichkeit 2, Gespräch über den Preis 2, Mehr Aufmerksamkeit 1");
        await talk.Until("2027-06-02T10:00");
        CardText.Of(await talk.Say(Anna, "digest")).ShouldNotContain("Being on time");
    }

    private static List<Bot.Conversation.Model.Button> Causes(Bot.Conversation.Model.Card card) => [.. ButtonsOf(card).Where(button => button.ActionId == "complaint.cause")];

    private static async Task<Talk> Confirmed()
    {
        var talk = await Client.At("2027-03-01T10:00");
        foreach (var line in new[] { "complaint Weber: late", "resolve Weber", "confirm Weber" }) await talk.Say(Anna, line);
        return talk;
    }
}

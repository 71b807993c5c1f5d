using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Lists;

public sealed class OpenMattersTests
{
    [Theory]
    [InlineData("Anna", "open")]
    [InlineData("Anna", "open matters")]
    [InlineData("Ben", "/open")]
    [InlineData("Ben", "Open?")]
    [InlineData("Anna", "OPEN")]
    [InlineData("Clara", "offen")]
    [InlineData("Clara", "Offenes")]
    [InlineData("Clara", "was ist offen?")]
    [InlineData("Clara", "Was ist offen")]
    [InlineData("Anna", "offen!")]
    public async Task What_is_due_first_comes_first_and_what_waits_for_the_client_last(string who, string line)
    {
        using var talk = await ClientBook.Open();
        foreach (var said in (string[])
        [
            "complaint Krause: Katalog fehlt", "complaint Zander: Rechnung falsch", "resolve Zander: ist korrigiert", "complaint Émile: Muster beschädigt", "waiting Émile: schickt Fotos",
            "complaint Krause: Farbe stimmt nicht", "ack Krause: angerufen",
        ]) await talk.Say(Anna, said);
        var reply = await talk.Say(AccountsTests.Person(who), line);
        reply.OnlyAsker.ShouldBeTrue();
        var german = who == "Clara";
        reply.Card!.Headline.Plain.ShouldBe(german ? "5 Anliegen sind offen" : "5 matters are open");
        reply.Card.Parts.OfType<Heading>().Select(heading => heading.Text.Plain).ShouldBe(german ? ["Wir schulden", "Wartet auf den Kunden"] : ["We owe", "Waiting for the client"]);
        reply.Entries()[0].ShouldBe("Krause Druck GmbH");
        reply.Entries().Take(3).ShouldBe(["Krause Druck GmbH", "Krause Druck GmbH", "Sabine Klein (Weber GmbH)"], ignoreOrder: true);
        reply.Entries().Skip(3).ShouldBe(["Zander Bau", "Émile & Söhne AG"]);
    }

    [Theory]
    [InlineData("open", "Nothing is open. Every complaint has been settled.")]
    [InlineData("offen", "Es ist nichts offen. Alle Beschwerden sind erledigt.")]
    public async Task Nothing_open_is_said(string line, string said)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        (await talk.Shown(line == "open" ? Anna : Clara, line)).ShouldContain(said);
    }

    [Fact]
    public async Task It_goes_page_by_page_and_its_buttons_act()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        for (var number = 0; number < 14; number++) await talk.Say(Anna, $"complaint Weber: matter {number:00}");
        var pages = await talk.Pages(Anna, "open");
        pages.Count.ShouldBe(3);
        pages.Sum(page => page.Entries().Count).ShouldBe(14);
        string.Concat(pages.Select(CardText.Of)).Split("“matter ").Length.ShouldBe(15);
        var acknowledged = await talk.Press(Ben, pages[2], "complaint.acknowledge");
        acknowledged.OnlyAsker.ShouldBeTrue();
        (await talk.Shown(Anna, "open")).ShouldContain("14 matters are open");
    }

    [Fact]
    public async Task What_is_settled_or_taken_back_is_gone()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "complaint Weber: late");
        (await talk.Say(Anna, "open")).Entries().Count.ShouldBe(1);
        await talk.Say(Anna, "remove complaint Weber: recorded twice");
        (await talk.Shown(Anna, "open")).ShouldContain("Nothing is open.");
    }
}

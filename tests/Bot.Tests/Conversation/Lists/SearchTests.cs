using AccountNudge.Bot.Conversation.Lists;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Lists;

public sealed class SearchTests(OpenBook book) : IClassFixture<OpenBook>
{
    /// <summary>What is typed, and a piece of what is shown; nothing where nothing is found.</summary>
    public static TheoryData<string, string?> Sought => new()
    {
        { "search fruehjahr", "möchte ein Angebot für die Frühjahrsmesse" },
        { "search FRÜHJAHR", "möchte ein Angebot für die Frühjahrsmesse" },
        { "search Fru\u0308hjahrsmesse Angebot", "möchte ein Angebot für die Frühjahrsmesse" },
        { "search strasse", "Straße gesperrt" },
        { "search gesperrt sabine", "Straße gesperrt" },
        { "search muellerstr", "MÜLLERSTRASSE 12" },
        { "search emile", "Émile & Söhne AG" },
        { "search soehne", "Émile & Söhne AG" },
        { "search aermel", "Paul Ärmel (Weber GmbH)" },
        { "search geschäftsf", "Jürgen Groß (Krause Druck GmbH)" },
        { "search 0221 998877", "Paul Ärmel (Weber GmbH)" },
        { "search +49 221 998877", "Paul Ärmel (Weber GmbH)" },
        { "search 0049221998877", "Paul Ärmel (Weber GmbH)" },
        { "search p.aermel@weber.example", "Paul Ärmel (Weber GmbH)" },
        { "find late", "late deliveries and the spring fair" },
        { "suche lieferung", "Lieferung kam eine Woche zu spät" },
        { "suchen spät woche", "Lieferung kam eine Woche zu spät" },
        { "finde krause katalog", "Fragt nach dem neuen Katalog" },
        { "suche groß katalog", "Fragt nach dem neuen Katalog" },
        { "suche „spring fair“", "late deliveries and the spring fair" },
        { "suche weber: angebot", "möchte ein Angebot für die Frühjahrsmesse" },
        { "suche Druck", "Krause Druck GmbH" },
        { "suche messe", null },
        { "suche weber katalog", null },
        { "suche rühjahr", null },
        { "search nobody ever said this", null },
        { "search 998877123", null },
        { "search %", null },
        { "search _ieferung", null },
    };

    [Theory]
    [MemberData(nameof(Sought))]
    public async Task Every_word_that_was_noted_is_found_by_its_beginning(string line, string? found) => await Finds(book.Talk, line, found);

    [Fact]
    public async Task PostgreSQL_finds_the_same()
    {
        using var talk = await ClientBook.Open(onPostgres: true);
        foreach (var row in Sought) await Finds(talk, row.Data.Item1, row.Data.Item2);
    }

    [Theory]
    [InlineData("Anna", "search weber")]
    [InlineData("Anna", "search sabine klein")]
    [InlineData("Clara", "suche krause")]
    public async Task A_single_client_offers_its_brief_and_its_timeline(string who, string line)
    {
        var (talk, person) = (book.Talk, AccountsTests.Person(who));
        var found = await talk.Say(person, line);
        var first = found.Entries()[0];
        (await talk.Press(person, found, "brief.open")).Card!.Headline.Plain.ShouldBe(first);
        (await talk.Press(person, found, "timeline.open")).Card!.Headline.Plain.ShouldStartWith($"{first}: ");
    }

    [Theory]
    [InlineData("search", "lieferung", "Lieferung kam")]
    [InlineData("suche", "Émile", "Émile & Söhne AG")]
    [InlineData("find", "strasse gesperrt", "Straße gesperrt")]
    public async Task Without_words_its_form_asks(string line, string words, string found)
    {
        var opened = await book.Talk.Say(Clara, line);
        CardText.Of(await book.Talk.Submit(Clara, opened, ("words", words))).ShouldContain(found);
    }

    [Theory]
    [InlineData("search ***", "Which words shall I look for?")]
    [InlineData("search a b c d e f g h i j k l m", "That’s a lot of words at once.")]
    public async Task What_cannot_be_looked_for_is_asked_about(string line, string said) => (await book.Talk.Shown(Anna, line)).ShouldContain(said);

    [Fact]
    public async Task Hits_are_grouped_by_client_newest_first_page_by_page()
    {
        using var talk = await ClientBook.Open();
        for (var number = 1; number <= 10; number++)
        {
            await talk.Say(Anna, $"log Weber call 1{number % 10} February: Sonderdruck {number:00} for them");
            await talk.Say(Anna, $"log Krause call 1{number % 10} February: Sonderdruck {number:00} for Krause");
        }

        var pages = await talk.Pages(Anna, "search sonderdruck");
        pages.Count.ShouldBe(3);
        var all = string.Concat(pages.Select(CardText.Of));
        for (var number = 1; number <= 10; number++) all.Split($"Sonderdruck {number:00}").Length.ShouldBe(3);
        pages[0].Card!.Parts.OfType<Heading>().Select(heading => heading.Text.Plain).ShouldBe(["Weber GmbH", "Krause Druck GmbH"], ignoreOrder: true);
        pages[1].Replaces.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_taken_back_is_not_found()
    {
        using var talk = await ClientBook.Open();
        await talk.Say(Anna, "log Weber call: Einhornwort");
        (await talk.Shown(Anna, "search einhorn")).ShouldContain("Einhornwort");
        await talk.Say(Anna, "undo");
        (await talk.Shown(Anna, "search einhorn")).ShouldContain("I found nothing for “einhorn”.");
    }

    [Fact]
    public async Task A_direct_message_searches_all_teams_a_channel_its_own()
    {
        using var talk = await ClientBook.Open();
        var other = new ChatChannel("C-NORTH", "north", IsDirect: false);
        await talk.Turn(Anna, new Invited(), other);
        await talk.Say(Anna, "account add Nordlicht AG", other);
        await talk.Say(Anna, "log Nordlicht call: Polarwort", other);
        (await talk.Shown(Anna, "search polarwort")).ShouldContain("I found nothing");
        (await talk.Shown(Anna, "search nordlicht")).ShouldContain("I found nothing");
        CardText.Of(await talk.Say(Anna, "search polarwort", DirectOf(Anna))).ShouldContain("Polarwort");
        CardText.Of(await talk.Say(Ben, "search polarwort", DirectOf(Ben))).ShouldContain("I found nothing");
    }

    [Fact]
    public async Task A_mention_is_found_and_shown_by_name_never_by_id()
    {
        using var talk = await ClientBook.Open();
        await talk.Say(Anna, "log Weber call: @[U-BEN|Ben] kümmert sich darum");
        var shown = await talk.Shown(Anna, "search ben kümmert");
        shown.ShouldContain("“Ben kümmert sich darum”");
        shown.ShouldNotContain("U-BEN");
    }

    /// <summary>A text, what is sought in it, and the quotation; what stands out is in stars.</summary>
    [Theory]
    [InlineData("Lieferung kam zu spät", "lief", "“*Lieferung* kam zu spät”")]
    [InlineData("die Straße, STRASSE und strasse", "strasse", "“die *Straße*, *STRASSE* und *strasse*”")]
    [InlineData("Fru\u0308hling", "fruehling", "“*Fru\u0308hling*”")]
    [InlineData("a\nb\r\nc", "c", "“a b *c*”")]
    [InlineData("no hit", "zzz", "“no hit”")]
    [InlineData("ends with 12:30", "30", "“ends with 12:*30*”")]
    public void A_quotation_shows_where_the_words_are(string text, string sought, string quotation) =>
        string.Concat(Hits.Around(text, [sought], Voice.English).Runs.Select(run => run is Strong ? $"*{run.Plain}*" : run.Plain)).ShouldBe(quotation);

    [Fact]
    public void A_long_text_is_quoted_from_around_the_first_hit()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(number => $"word{number} ")) + "needle " + new string('x', 500);
        var quoted = Hits.Around(text, ["needle"], Voice.German).Plain;
        quoted.Length.ShouldBeLessThan(180);
        quoted.ShouldStartWith("„… word");
        quoted.ShouldContain("needle");
        quoted.ShouldEndWith(" …“");
        Hits.Around(string.Concat(Enumerable.Repeat("😀", 400)), ["x"], Voice.English).Plain.ShouldNotContain('\uFFFD');
    }

    private static async Task Finds(Talk talk, string line, string? found)
    {
        var reply = await talk.Say(line.StartsWith('s') && line[1] == 'u' ? Clara : Anna, line);
        reply.OnlyAsker.ShouldBeTrue();
        var shown = CardText.Of(reply);
        if (found is null) (shown.Contains("I found nothing", StringComparison.Ordinal) || shown.Contains("habe ich nichts gefunden", StringComparison.Ordinal) || shown.Contains("Which words", StringComparison.Ordinal)).ShouldBeTrue($"{line}: {shown}");
        else shown.ShouldContain(found, Case.Sensitive, line);
    }
}

using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Promises;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Privacy;

/// <summary>
/// Renate Zwanary of Weber GmbH is told of in every way there is, and then forgotten. Each row is one way in: a line, and the words that are to
/// be found nowhere afterwards. Ways of the import and the API join the table.
/// </summary>
public class ForgetTests
{
    private const string Who = "Renate Zwanary";

    /// <summary>By which she can be told, whatever was said.</summary>
    private static readonly string[] Everywhere = ["zwanary", "rolnary", "4711899"];

    /// <summary>What is said, and which words of it go beside her name.</summary>
    private static readonly (string Line, string[] Goes)[] Ways =
    [
        ("account add \"Weber GmbH\" tier A", []),
        ("account add \"Acme Ltd\" tier B", []),
        ($"contact add {Who} at Weber GmbH role Rolnary phone +49 221 4711899 email zwanary@rolnary.example birthday 1977-03-15", []),
        ("contact add Tom Berg at Weber GmbH", []),
        ($"complaint Weber GmbH by {Who}: Altbeschwary broke", ["Altbeschwary"]),
        ("ack Weber GmbH: told Zwanary", []),
        ("resolve Weber GmbH: Schrittary", ["Schrittary"]),
        ("confirm Weber GmbH: all well, says Renate", []),
        ($"log Weber GmbH call incoming with {Who} 2027-03-04: Logary", ["Logary"]),
        ("log Weber GmbH call 2027-03-03: FRAU ZWANARY asked for the fair", []),
        ("log Acme Ltd call 2027-03-03: met renate zwanary at the fair", []),
        ($"complaint Weber GmbH by {Who}: the part is broken, says Zwanary", []),
        ($"promise Weber GmbH to {Who}: the sample for zwanary by 2027-03-12", []),
        ($"plan Weber GmbH visit with {Who} 2027-03-16T10:00: Planary", ["Planary"]),
        ($"hook {Who}: Hakenary", ["Hakenary"]),
        ($"prefer {Who} by call: Vorliebary", ["Vorliebary"]),
        ($"topic {Who}: Themary", ["Themary"]),
        ($"limit {Who}: Grenzary", ["Grenzary"]),
        ($"situation {Who}: Situary", ["Situary"]),
        ($"related {Who}: Fabianary, business partner", ["Fabianary"]),
        ($"occasion Weber GmbH of {Who} yearly: Anlassary on 14 May", ["Anlassary"]),
        ("milestone Weber GmbH: web shop launched with Zwanary, Renate on 2027-02-26", []),
        ($"satisfied Weber GmbH partly with {Who}: Zufriedary", ["Zufriedary"]),
        ($"expect Weber GmbH with {Who} conditions Zwanary agrees: more leads for Renate", []),
        ("risk Weber GmbH competitor: Zwanary flirts with Globex next step ring Zwanary", []),
        ("delay Weber GmbH: tell Zwanary", []),
        ("project Weber GmbH: Zwanary’s new website", []),
        ("share Weber GmbH 30 %: ask Zwanary", []),
        ($"log Nowhere Ltd call with {Who}: Entwurfary", ["Entwurfary"]), // stays a draft
        ($"contact rename Tom Berg to Tom Zwanary-Berg", []), // what can be undone
        ("contact rename Tom Zwanary-Berg to Tom Berg", []),
    ];

    public static TheoryData<bool> OnPostgres => [false, true];

    [Theory, MemberData(nameof(OnPostgres))]
    public async Task Nothing_is_left_of_them_anywhere(bool onPostgres)
    {
        using var talk = await At("2027-03-05T10:00", onPostgres);
        var replies = new List<Reply>();
        foreach (var (line, _) in Ways) replies.Add(await talk.Say(Anna, line));
        // Her birthday, the promise, the complaint are said.
        await talk.Until("2027-03-11T10:00");
        List<string> words = [.. Everywhere, .. Ways.SelectMany(way => way.Goes)];
        (await talk.Database.Holding(words)).ShouldBe(words, "the search finds what is there");
        talk.Cards.Values.Any(card => CardText.Of(card).Contains("Zwanary", StringComparison.OrdinalIgnoreCase)).ShouldBeTrue("messages name her");

        var question = await talk.Say(Anna, $"forget {Who}", DirectOf(Anna));
        CardText.Of(question).ShouldContain("Still owed to Weber GmbH");
        var done = await talk.Press(Anna, question, "forget.confirm", DirectOf(Anna));

        CardText.Of(done).ShouldContain("Nothing about this person is kept any more");
        (await talk.Database.Holding(words)).ShouldBeEmpty();
        foreach (var card in talk.Cards.Values.Concat(replies.Where(reply => reply.Live is not null).Select(talk.AsItReads)))
            words.Where(word => CardText.Of(card).Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(CardText.Of(card));
        // What is owed goes on, and is the client's.
        await using var store = talk.Stores.Open(await ScopeOf(talk));
        (await store.Complaints.CountAsync(), await store.Promises.CountAsync()).ShouldBe((2, 1));
        (await store.Promises.SingleAsync()).Text.ShouldBe("the sample for a former contact");
        var line2 = await store.Audit.SingleAsync();
        (line2.Act, line2.Count).ShouldBe((PrivacyAct.Forgotten, 1));
        CardText.Of(await talk.Say(Anna, "today", DirectOf(Anna))).ShouldContain("Weber GmbH");
    }

    [Fact]
    public async Task A_second_time_there_is_nobody_and_nobody_is_made()
    {
        using var talk = await Known();
        var (first, second) = (await talk.Say(Anna, $"forget {Who}"), await talk.Say(Anna, $"forget {Who}"));
        await talk.Press(Anna, first, "forget.confirm");

        CardText.Of(await talk.Press(Anna, second, "forget.confirm")).ShouldContain("has been forgotten already");
        foreach (var line in new[] { $"forget {Who}", $"löschen {Who}", $"objection {Who}", $"export {Who}" })
        {
            var reply = await talk.Say(Anna, line);
            CardText.Of(reply).ShouldContain("I don’t know anyone of that name", Case.Sensitive, line);
            ButtonsOf(reply.Card!).ShouldBeEmpty(line);
        }

        (await talk.Database.Holding("zwanary")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Undo_after_it_is_refused_until_something_new_is_said()
    {
        using var talk = await Known();
        await talk.Press(Anna, await talk.Say(Anna, $"forget {Who}"), "forget.confirm");

        CardText.Of(await talk.Say(Anna, "undo")).ShouldContain("can’t be taken back");
        await talk.Until("2027-03-05T11:00");
        await talk.Say(Anna, "log Weber GmbH call: something new");
        CardText.Of(await talk.Say(Anna, "undo")).ShouldNotContain("can’t be taken back");
    }

    [Fact]
    public async Task Only_managers_may()
    {
        using var talk = await Known();
        await talk.Say(Anna, $"team manager @[{Anna.Id}|Anna]");

        foreach (var line in new[] { $"forget {Who}", $"objection {Who}", $"export {Who}", "export" })
            CardText.Of(await talk.Say(Ben, line)).ShouldContain("Only managers", Case.Sensitive, line);
        CardText.Of(await talk.Press(Ben, await talk.Say(Anna, $"forget {Who}"), "forget.confirm")).ShouldNotContain("is kept any more");
    }

    [Fact]
    public async Task Somebody_who_has_left_or_died_can_be_forgotten_before_their_day()
    {
        using var talk = await Known();
        await talk.Say(Anna, $"left {Who} for Wohinary");
        await talk.Press(Anna, await talk.Say(Anna, $"forget {Who}"), "forget.confirm");
        await using var store = talk.Stores.Open(await ScopeOf(talk));
        var contact = await store.Contacts.SingleAsync(contact => contact.State == ContactState.Erased);
        (contact.Name, contact.DeleteOn).ShouldBe(("a former contact", new NodaTime.LocalDate(2027, 3, 5)));
        (await talk.Database.Holding("zwanary", "wohinary")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Their_namesake_and_whoever_bears_one_of_their_names_stay()
    {
        using var talk = await Known();
        await talk.Say(Anna, "account add \"Zwanary KG\" tier C");
        await talk.Say(Anna, $"contact add {Who} at Zwanary KG");
        await talk.Say(Anna, "contact add Renate Lang at Weber GmbH");
        await talk.Say(Anna, "log Weber GmbH call: Renate Lang rang, and Zwanary KG too");
        var question = await talk.Say(Anna, "forget \"Renate Zwanary\"");
        if (ButtonsOf(question.Card!).FirstOrDefault(button => button.Label.Contains("Weber", StringComparison.Ordinal)) is { } weber) question = await talk.Press(Anna, weber);
        CardText.Of(question).ShouldContain("Renate Zwanary, Zwanary KG");
        await talk.Press(Anna, question, "forget.confirm");

        await using var store = talk.Stores.Open(await ScopeOf(talk));
        (await store.Contacts.Where(contact => contact.State == ContactState.Active).Select(contact => contact.Name).Order().ToListAsync()).ShouldBe(["Renate Lang", Who]);
        (await store.Interactions.Select(talked => talked.Text).ToListAsync()).ShouldContain("Renate Lang rang, and Zwanary KG too");
    }

    private static async Task<Talk> Known()
    {
        var talk = await At("2027-03-05T10:00");
        await talk.Say(Anna, "account add \"Weber GmbH\" tier A");
        await talk.Say(Anna, $"contact add {Who} at Weber GmbH");
        return talk;
    }

    private static async Task<Scope> ScopeOf(Talk talk)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        var team = await store.Teams.IgnoreQueryFilters().SingleAsync();
        return new Scope(team.WorkspaceId, team.Id);
    }
}

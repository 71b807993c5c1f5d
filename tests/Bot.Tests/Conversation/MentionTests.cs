using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Team;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Tests.Conversation;

/// <summary>Whom somebody mentions within their words is shown by name, wherever and whenever the words are.</summary>
public sealed class MentionTests
{
    private static readonly Dictionary<string, string> Nobody = [];

    [Theory]
    [InlineData("log Acme call: @ promised them a sample", "Ben promised them a sample")]
    [InlineData("log Acme rang, @ takes over", "Ben takes over")]
    [InlineData("log Acme meeting with @ and me", "Ben and me")]
    [InlineData("log Acme: (@) knows more", "(Ben) knows more")]
    [InlineData("notiz Acme Anruf: @ kümmert sich", "Ben kümmert sich")]
    [InlineData("notiz Acme: Rückfrage an @, bis Mittwoch", "Rückfrage an Ben, bis Mittwoch")]
    [InlineData("complaint Acme: @ was rude on the phone", "Ben was rude on the phone")]
    [InlineData("beschwerde Acme: laut @ kam die Lieferung zu spät", "laut Ben kam die Lieferung zu spät")]
    [InlineData("complaint Acme: late|ack Acme: @ rang them", "Ben rang them")]
    [InlineData("complaint Acme: late|update Acme: @, @ and I looked into it", "Ben, Ben and I looked into it")]
    [InlineData("beschwerde Acme: zu spät|nachgefragt Acme: bei @ am Telefon", "bei Ben am Telefon")]
    [InlineData("complaint Acme: late|unjustified Acme: @ showed them the agreed day", "Ben showed them the agreed day")]
    [InlineData("complant Acme: @ was rude", "Ben was rude")]
    [InlineData("complaint @: late", "Ben")]
    public async Task What_is_said_shows_the_name_on_its_card_in_its_form_and_when_it_is_taken_back(string lines, string shown)
    {
        using var talk = await Acme();
        var reply = Reply.Silent;
        foreach (var line in lines.Split('|')) reply = await talk.Say(Talk.Anna, line.Replace("@", ExampleTeam.MentionOf(Talk.Ben), StringComparison.Ordinal));
        ShouldShow(reply, shown);
        if (Talk.ButtonsOf(reply.Card!).Any(button => button.ActionId == "record.correct")) ShouldShow(await talk.Press(Talk.Anna, reply, "record.correct"), shown.Replace("Ben", "@Ben", StringComparison.Ordinal));
        ShouldNotShowTokens(await talk.Say(Talk.Anna, "undo"));
    }

    [Theory]
    [InlineData("brief Acme")]
    [InlineData("kurzprofil Acme")]
    [InlineData("today")]
    [InlineData("heute")]
    [InlineData("digest")]
    [InlineData("überblick")]
    [InlineData("account show Acme")]
    [InlineData("kunde zeigen Acme")]
    [InlineData("log Acme call: fine now")]
    [InlineData("ack Acme")]
    [InlineData("undo")]
    public async Task What_was_said_shows_the_name_wherever_it_is_shown_again(string line)
    {
        using var talk = await Acme();
        await talk.Say(Talk.Anna, $"log Acme call: {ExampleTeam.MentionOf(Talk.Ben)} promised a sample");
        await talk.Say(Talk.Anna, $"complaint Acme: {ExampleTeam.MentionOf(Talk.Ben)} was rude on the phone");
        ShouldNotShowTokens(await talk.Say(Talk.Anna, line));
    }

    [Fact]
    public async Task What_is_posted_shows_the_name_that_someone_has_now_or_had_last()
    {
        using var talk = await Acme();
        var zoe = Talk.Ben with { Id = "U-ZOE", Name = "Zoe" };
        await talk.Say(Talk.Anna, $"complaint Acme: {ExampleTeam.MentionOf(Talk.Ben)} and {ExampleTeam.MentionOf(zoe)} were rude on the phone");
        await talk.Say(Talk.Ben with { Name = "Benedikt" }, "today");
        await talk.Until("2027-03-05T16:59");
        var card = CardText.Of(talk.Cards.Values.Last());
        card.ShouldContain("Benedikt and Zoe were rude");
        card.ShouldNotContain("@[");
    }

    [Theory]
    [InlineData("log", "@Ben rang them", "@[U-BEN|Ben] rang them")]
    [InlineData("log", "rang (@Ben), mail ben@Ben.de", "rang (@[U-BEN|Ben]), mail ben@Ben.de")]
    [InlineData("log", "@Benno rang", "@Benno rang")]
    [InlineData("log", "nobody", "nobody")]
    [InlineData("complaint", "@Clara: zu spät", "@[U-CLARA|Clara]: zu spät")]
    [InlineData("complaint", "@Ben, @Clara @Ben", "@[U-BEN|Ben], @[U-CLARA|Clara] @[U-BEN|Ben]")]
    public async Task A_form_keeps_whom_it_mentions(string command, string typed, string stored)
    {
        using var talk = await Acme();
        var form = await talk.Turn(Talk.Anna, new Chosen(command), null);
        var slot = form.Form!.Fields.Single(other => other.Kind == FieldKind.Paragraph).Name;
        await talk.Submit(Talk.Anna, form, ("account", "Acme"), (slot, typed));
        await using var store = talk.Stores.Open(Scope.Nothing);
        var words = command == "log"
            ? await store.Interactions.IgnoreQueryFilters().Select(row => row.Text).SingleAsync(TestContext.Current.CancellationToken)
            : await store.Set<AccountNudge.Core.Complaints.Complaint>().IgnoreQueryFilters().Select(row => row.Text).SingleAsync(TestContext.Current.CancellationToken);
        words.ShouldBe(stored);
    }

    [Theory]
    [InlineData("had a call with Acme and @ today")]
    [InlineData("Acme rang @ yesterday")]
    [InlineData("@ called Acme")]
    [InlineData("@")]
    [InlineData("@ @")]
    [InlineData("log Acme rang @ about it")]
    [InlineData("log Acme: rang @")]
    [InlineData("log @")]
    [InlineData("complaint Acme by @: late")]
    [InlineData("meet Acme with @ on Friday")]
    [InlineData("account add @ tier A")]
    [InlineData("gestern mit Acme und @ telefoniert")]
    [InlineData("Acme hat @ angerufen")]
    [InlineData("@ hat Acme besucht?")]
    [InlineData("notiz Acme rief @ an")]
    [InlineData("notiz Acme @, gestern")]
    [InlineData("beschwerde Acme von @: zu spät")]
    [InlineData("@ ist sauer")]
    [InlineData("wiedervorlage @ bis @")]
    [InlineData("kunde neu @ GmbH")]
    public async Task Somebody_without_a_name_is_answered_like_anybody(string line)
    {
        using var talk = await Acme();
        ShouldNotShowTokens(await talk.Say(Talk.Anna, line.Replace("@", "@[U-NEW|]", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("@[U1|Ben] rang", "Ben rang")]
    [InlineData("@[U1|] rang", "someone rang")]
    [InlineData("@[29:1-a_b|Ben Weiß-O’Hara] rang", "Ben Weiß-O’Hara rang")]
    [InlineData("a@[b c|d] stays", "a@[b c|d] stays")]
    [InlineData("@[U1|Ben", "@[U1|Ben")]
    [InlineData("@[U1|Ben]@[U2|Zoe]", "BenZoe")]
    public void A_name_stands_for_a_mention(string words, string shown) => MentionsInWords.Shown(words, Nobody, Voice.English).ShouldBe(shown);

    [Theory]
    [InlineData("0123456789", 10, "0123456789")]
    [InlineData("01234 @[U1|Ben]", 9, "01234 @[U1|Ben]")]
    [InlineData("01234 @[U1|Ben]", 8, "01234 ")]
    [InlineData("@[U1|Ben] and so on", 5, "@[U1|Ben] a")]
    [InlineData("@[U1|Ben]@[U2|Zoe]", 4, "@[U1|Ben]")]
    [InlineData("a 😀", 3, "a ")]
    [InlineData("", 3, "")]
    public void Words_are_cut_as_they_are_shown_and_never_within_a_mention(string words, int most, string cut) => MentionsInWords.Cut(words, most).ShouldBe(cut);

    private static async Task<Talk> Acme()
    {
        var talk = await ExampleTeam.WithTeam("2027-03-05T09:00");
        await talk.Say(Talk.Anna, "account add Acme");
        return talk;
    }

    private static void ShouldShow(Reply reply, string shown)
    {
        CardText.Of(reply).ShouldContain(shown);
        ShouldNotShowTokens(reply);
    }

    private static void ShouldNotShowTokens(Reply reply)
    {
        var text = CardText.Of(reply);
        text.ShouldNotContain("@[");
        text.ShouldNotContain("U-BEN");
    }
}

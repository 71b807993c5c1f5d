using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Conversation.OwnPage;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Texts;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Lists;

public sealed class AccountsTests(OpenBook book) : IClassFixture<OpenBook>
{
    private const string All = "Weber GmbH, Altmann KG, Zander Bau, Émile & Söhne AG, Krause Druck GmbH";

    [Theory]
    [InlineData("Anna", "accounts", All)]
    [InlineData("Anna", "clients", All)]
    [InlineData("Anna", "accounts mine", "Weber GmbH, Émile & Söhne AG")]
    [InlineData("Ben", "accounts mine", "Weber GmbH, Altmann KG, Krause Druck GmbH")]
    [InlineData("Anna", "accounts quiet", "Altmann KG")]
    [InlineData("Anna", "accounts open", "Weber GmbH")]
    [InlineData("Anna", "accounts tier A", "Weber GmbH")]
    [InlineData("Anna", "accounts tier C", "Émile & Söhne AG")]
    [InlineData("Anna", "accounts tier: B", "Altmann KG, Zander Bau, Krause Druck GmbH")]
    [InlineData("Ben", "accounts quiet tier B mine", "Altmann KG")]
    [InlineData("Anna", "accounts my open", "Weber GmbH")]
    [InlineData("Clara", "kunden", All)]
    [InlineData("Clara", "kundenliste", All)]
    [InlineData("Clara", "Kunden still", "Altmann KG")]
    [InlineData("Clara", "kunden stille", "Altmann KG")]
    [InlineData("Clara", "kunden offen", "Weber GmbH")]
    [InlineData("Clara", "kunden stufe B", "Altmann KG, Zander Bau, Krause Druck GmbH")]
    [InlineData("Clara", "kunden stufe C", "Émile & Söhne AG")]
    [InlineData("Ben", "kunden meine", "Weber GmbH, Altmann KG, Krause Druck GmbH")]
    [InlineData("Ben", "kunden meine still", "Altmann KG")]
    [InlineData("Ben", "kunden stufe A meine offene", "Weber GmbH")]
    public async Task What_needs_someone_comes_first_then_the_name(string who, string line, string names)
    {
        var reply = await book.Talk.Say(Person(who), line);
        reply.OnlyAsker.ShouldBeTrue();
        string.Join(", ", reply.Entries()).ShouldBe(names);
    }

    [Theory]
    [InlineData("Anna", "state=quiet", "Altmann KG")]
    [InlineData("Anna", "state=open", "Weber GmbH")]
    [InlineData("Anna", "tier=C", "Émile & Söhne AG")]
    [InlineData("Anna", "whose=mine", "Weber GmbH, Émile & Söhne AG")]
    [InlineData("Ben", "whose=mine;state=quiet", "Altmann KG")]
    [InlineData("Clara", "", All)]
    public async Task The_form_asks_for_the_same(string who, string fields, string names)
    {
        var opened = await book.Talk.Press(Person(who), OpenCommand.Button("accounts", Text.Verbatim("Accounts"), Voice.English));
        var reply = await book.Talk.Submit(Person(who), opened, [.. fields.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => (field.Split('=')[0], field.Split('=')[1]))]);
        string.Join(", ", reply.Entries()).ShouldBe(names);
    }

    [Theory]
    [InlineData("Anna", "accounts", "Weber GmbH · tier A · Anna")]
    [InlineData("Anna", "accounts", "one open complaint · due Wednesday 10:00 · Last: a word with Sabine Klein about a complaint, 1 March (Anna)")]
    [InlineData("Anna", "accounts", "quiet since 1 January · No talk noted yet")]
    [InlineData("Anna", "accounts", "Zander Bau · tier B · nobody looks after it yet")]
    [InlineData("Anna", "accounts", "paused until 31 March · No talk noted yet")]
    [InlineData("Anna", "accounts mine tier A", "One of your accounts, tier A")]
    [InlineData("Clara", "kunden", "eine offene Beschwerde · fällig Mittwoch, 10 Uhr · Zuletzt: ein Wort mit Sabine Klein zu einer Beschwerde, 1. März (Anna)")]
    [InlineData("Clara", "kunden", "still seit 1. Januar · Noch kein Gespräch notiert")]
    [InlineData("Clara", "kunden", "Zander Bau · Stufe B · noch ohne Betreuung")]
    [InlineData("Clara", "kunden", "Pause bis 31. März · Noch kein Gespräch notiert")]
    [InlineData("Clara", "kunden still", "Ein Kunde, still")]
    [InlineData("Clara", "kunden meine", "Du betreust noch keine Kunden.")]
    [InlineData("Anna", "accounts quiet tier C", "None of them counts as quiet at the moment.")]
    [InlineData("Anna", "accounts open tier C", "No account matches that at the moment.")]
    [InlineData("Anna", "accounts loud", "Not understood: loud")]
    [InlineData("Clara", "kunden stufe D", "gibt es hier nicht")]
    public async Task Their_state_is_said_in_words(string who, string line, string said) =>
        (await book.Talk.Shown(Person(who), line)).ShouldContain(said);

    [Fact]
    public async Task Pages_take_each_others_place_and_hold_every_account_once()
    {
        using var talk = await Many(30);
        var first = await talk.Say(Anna, "accounts");
        (first.Replaces, first.OnlyAsker).ShouldBe((false, true));
        first.Turns().ShouldBe(["Next"]);
        CardText.Of(first).ShouldContain("1 to 8 of 31");
        var second = await talk.Turn(Anna, first, "Next");
        (second.Replaces, second.OnlyAsker).ShouldBe((true, true));
        second.Turns().ShouldBe(["Previous", "Next"]);
        (await talk.Turn(Anna, second, "Previous")).Entries().ShouldBe(first.Entries());
        (await talk.Turn(Anna, first, "Next")).Entries().ShouldBe(second.Entries(), "a page may be turned again");
        var all = (await talk.Pages(Anna, "accounts")).SelectMany(page => page.Entries()).ToList();
        all.Count.ShouldBe(31);
        all.ShouldBeUnique();
        all.ShouldBe(all.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_page_is_turned_by_whoever_asked_for_it_and_nobody_else()
    {
        using var talk = await Many(10);
        var list = await talk.Say(Anna, "accounts");
        CardText.Of(await talk.Turn(Ben, list, "Next")).ShouldContain("I can’t find that any more.");
        (await talk.Turn(Anna, list, "Next")).Entries().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_list_that_became_shorter_shows_its_last_page()
    {
        using var talk = await Many(16);
        var second = await talk.Turn(Anna, await talk.Say(Anna, "accounts"), "Next");
        await Client.Change(talk, (store, _) => store.Accounts.RemoveRange(store.Accounts.Where(account => account.Name.StartsWith("Client"))));
        (await talk.Turn(Anna, second, "Next")).Entries().ShouldBe(["Weber GmbH"]);
    }

    [Fact]
    public async Task A_direct_message_lists_all_teams_and_says_which()
    {
        using var talk = await ClientBook.Open();
        var other = new ChatChannel("C-NORTH", "north", IsDirect: false);
        await talk.Turn(Anna, new Invited(), other);
        await talk.Say(Anna, "account add Nordlicht AG", other);
        (await talk.Say(Anna, "accounts", other)).Entries().ShouldBe(["Nordlicht AG"]);
        var direct = await talk.Say(Anna, "accounts", DirectOf(Anna));
        direct.Entries().Count.ShouldBe(6);
        CardText.Of(direct).ShouldContain("Nordlicht AG · tier B · Anna · north");
    }

    [Fact]
    public async Task Nobody_there_yet_is_said_with_how_to_begin()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Turn(Clara, new Invited(), null);
        (await talk.Shown(Clara, "kunden")).ShouldContain("Noch gibt es keine Kunden. „/nudge kunde neu Weber GmbH“ legt den ersten an.");
        (await talk.Shown(Anna, "accounts quiet")).ShouldContain("No accounts yet. “/nudge account add Weber GmbH” adds the first one.");
    }

    [Fact]
    public async Task The_brief_opens_from_the_list()
    {
        var reply = await book.Talk.Turn(Clara, await book.Talk.Say(Clara, "kunden still"), "Kurzprofil");
        (reply.OnlyAsker, reply.Card!.Headline.Plain).ShouldBe((true, "Altmann KG"));
    }

    internal static ChatPerson Person(string name) => name switch { "Anna" => Anna, "Ben" => Ben, _ => Clara };

    private static async Task<Talk> Many(int count)
    {
        var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (store, team) =>
        {
            var owner = store.Accounts.Single().OwnerId;
            for (var number = 10; number < 10 + count; number++) store.Accounts.Add(new Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = $"Client {number}", OwnerId = owner, EnteredOn = new(2027, 2, 26) });
        });
        return talk;
    }
}

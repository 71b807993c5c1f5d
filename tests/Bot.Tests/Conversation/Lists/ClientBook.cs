using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Conversation.Lists;

/// <summary>
/// A team with a few clients, as people entered them until Monday, 1 March 2027, 10:00: Weber, with an open complaint, is Anna's and Ben
/// stands in; Krause is Ben's and quiet; Émile &amp; Söhne takes a pause; nobody looks after Zander.
/// </summary>
internal static class ClientBook
{
    public static async Task<Talk> Open(bool onPostgres = false)
    {
        var talk = await Client.At("2027-03-01T10:00", onPostgres);
        foreach (var line in (string[])
        [
            "account tier Weber A", "contact add Paul Ärmel at Weber role Einkauf phone 0221 998877 email p.aermel@weber.example",
            "log Weber call with Sabine Klein yesterday good: möchte ein Angebot für die Frühjahrsmesse",
            "log Weber visit with Paul Ärmel 22 February tense: spoke about late deliveries and the spring fair",
            "complaint Weber by Sabine Klein: Lieferung kam eine Woche zu spät", "ack Weber: Sabine angerufen, Straße gesperrt",
            "account add Krause Druck GmbH tier B", "contact add Jürgen Groß at Krause role Geschäftsführer phone +49 30 5551234", "account owner Krause @[U-BEN|Ben]",
            "account add \"Émile & Söhne AG\" tier C since 1 March 2022", "account pause Émile until 31 March",
            "account add Zander Bau",
        ])
        {
            var reply = await talk.Say(Talk.Anna, line);
            (reply.Card is not null && reply.Form is null).ShouldBeTrue(line);
        }

        await Client.Change(talk, (store, team) =>
        {
            var ben = store.Members.Single(member => member.PersonId == Talk.Ben.Id).Id;
            var krause = store.Accounts.Single(account => account.Name == "Krause Druck GmbH");
            var old = new Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = "Altmann KG", OwnerId = ben, EnteredOn = new(2026, 12, 1) };
            store.Accounts.Add(old);
            store.Accounts.Single(account => account.Name == "Zander Bau").OwnerId = null;
            store.Interactions.Add(new Interaction { WorkspaceId = team.WorkspaceId, TeamId = team.Id, AccountId = krause.Id, Kind = InteractionKind.Note, Direction = Direction.They, On = new(2027, 2, 26), RecordedAt = talk.Now, MemberId = ben, Text = "Fragt nach dem neuen Katalog; MÜLLERSTRASSE 12" });
        });
        return talk;
    }

    /// <summary>What stands out at the beginning of each entry: in lists of clients their names.</summary>
    public static IReadOnlyList<string> Entries(this Reply reply) => [.. reply.Card!.Parts.OfType<Section>().Select(section => section.Text.Runs.OfType<Strong>().First().Characters)];

    /// <summary>The label of every button to turn the page.</summary>
    public static IReadOnlyList<string> Turns(this Reply reply) => [.. Talk.ButtonsOf(reply.Card!).Where(button => button.ActionId == "list.page").Select(button => button.Label)];

    /// <summary>Presses a button by what it says.</summary>
    public static Task<Reply> Turn(this Talk talk, ChatPerson person, Reply on, string label, ChatChannel? channel = null) =>
        talk.Press(person, Talk.ButtonsOf(on.Card!).First(button => button.Label == label), channel);

    /// <summary>All pages from the first on.</summary>
    public static async Task<IReadOnlyList<Reply>> Pages(this Talk talk, ChatPerson person, string line)
    {
        List<Reply> pages = [await talk.Say(person, line)];
        while (pages[^1].Turns().Contains("Next") && pages.Count < 100) pages.Add(await talk.Turn(person, pages[^1], "Next"));
        return pages;
    }

    /// <summary>Says something and gives what is shown, as lines.</summary>
    public static async Task<string> Shown(this Talk talk, ChatPerson person, string line) => CardText.Of(await talk.Say(person, line));
}

/// <summary>One such team for tests that only ask.</summary>
public sealed class OpenBook : IAsyncLifetime
{
    internal Talk Talk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Talk = await ClientBook.Open();

    public ValueTask DisposeAsync()
    {
        Talk.Dispose();
        return ValueTask.CompletedTask;
    }
}

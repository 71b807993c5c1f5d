using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Team;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Words;

/// <summary>
/// Lines put together from parts whose meaning the test knows, typed to the whole bot on a real database: the row that is recorded, at once or
/// by [Note it], has exactly the client, person, day and kind that were put in, or there is no row and something is asked.
/// </summary>
public sealed class RecordedAsSaidTests
{
    private const ulong Seed = 20270305;
    private const int Lines = 400;

    /// <summary>A Friday.</summary>
    private static readonly LocalDate Today = new(2027, 3, 5);

    private sealed record Client(string Typed, string? Account, string? Contact = null);

    private sealed record Part(string Pattern, InteractionKind? Kind, Direction? Direction = null);

    private sealed record Day(string Words, int Ago);

    private sealed record Sample(string Line, bool IsGerman, Client Client, InteractionKind Kind, Direction? Direction, LocalDate? On)
    {
        public override string ToString() => Line;
    }

    /// <summary>The book, and how its names are typed.</summary>
    private static readonly (string Account, string[] Contacts)[] Book =
    [
        ("Krause GmbH", ["Sabine Klein"]), ("Weber Bau", ["Petra Moos"]), ("Müller & Söhne", ["Jörg Ende"]), ("Brauhaus Lindner", []), ("O’Neill Ltd", ["Mary-Ann O’Neill"]),
        ("Sommerfeld AG", ["Renate Öhler"]), ("Mai & Partner", []), ("Brief und Siegel", ["Theo Freitag"]),
    ];

    private static readonly Client[] Known =
    [
        new("Krause", "Krause GmbH"), new("Krause GmbH", "Krause GmbH"), new("Sabine Klein", "Krause GmbH", "Sabine Klein"), new("Frau Klein", "Krause GmbH", "Sabine Klein"), new("Weber Bau", "Weber Bau"),
        new("Petra Moos", "Weber Bau", "Petra Moos"), new("Müller & Söhne", "Müller & Söhne"), new("„Müller & Söhne“", "Müller & Söhne"), new("Jörg Ende", "Müller & Söhne", "Jörg Ende"),
        new("Brauhaus Lindner", "Brauhaus Lindner"), new("*Lindner*", "Brauhaus Lindner"), new("O'Neill Ltd", "O’Neill Ltd"), new("Mary‑Ann O’Neill", "O’Neill Ltd", "Mary-Ann O’Neill"),
        new("Sommerfeld", "Sommerfeld AG"), new("Dr. Renate Öhler", "Sommerfeld AG", "Renate Öhler"), new("Mai & Partner", "Mai & Partner"), new("Brief und Siegel", "Brief und Siegel"),
        new("Theo Freitag", "Brief und Siegel", "Theo Freitag"),
    ];

    /// <summary>Look like known ones and are none.</summary>
    private static readonly Client[] Unknown =
    [
        new("Siemens", null), new("Lindner Metallbau GmbH", null), new("Renate Schulz", null), new("Sommerfeld Druck KG", null), new("Weberei Nord", null), new("Hansen AG", null), new("Klein AG", null), new("Krausemann", null),
    ];

    private static readonly Day[] English =
    [
        new("", 0), new("yesterday", 1), new("today", 0), new("on Monday", 4), new("two days ago", 2), new("last Tuesday", 3), new("on 1 March", 4), new("this morning", 0), new("a week ago", 7), new("on 26 February", 7),
        new("the day before yesterday", 2), new("on Wednesday", 2),
    ];

    private static readonly Day[] German =
    [
        new("", 0), new("gestern", 1), new("heute", 0), new("am Montag", 4), new("vor zwei Tagen", 2), new("letzten Dienstag", 3), new("am 1. März", 4), new("heute früh", 0), new("vor einer Woche", 7), new("am 26.2.", 7),
        new("vorgestern", 2), new("am Mittwoch", 2),
    ];

    /// <summary>N is the client, D the day.</summary>
    private static readonly Part[] EnglishParts =
    [
        new("N rang D", InteractionKind.Call, Direction.They), new("D N called us back", InteractionKind.Call, Direction.They), new("I phoned N D", InteractionKind.Call, Direction.We), new("got a call from N D", InteractionKind.Call, Direction.They),
        new("N emailed D", InteractionKind.Mail, Direction.They), new("we emailed N D", InteractionKind.Mail, Direction.We), new("received a letter from N D", InteractionKind.Mail, Direction.They), new("met N D", InteractionKind.Visit),
        new("had lunch with N D", InteractionKind.Visit), new("we visited N D", InteractionKind.Visit, Direction.We), new("N dropped by D", InteractionKind.Visit, Direction.They), new("had a video call with N D", InteractionKind.Video),
        new("N texted D", InteractionKind.Chat, Direction.They), new("N likes the new draft", null), new("N has a new logo", null), new("nobody from N rang D", null), new("N did not call D", null), new("we will call N tomorrow", null),
        new("log N call D", InteractionKind.Call), new("log N D visit", InteractionKind.Visit), new("log N mail incoming D", InteractionKind.Mail, Direction.They), new("log N D", null), new("note N video D outgoing", InteractionKind.Video, Direction.We),
        new("log N called D", InteractionKind.Call, Direction.They), new("call from N D", InteractionKind.Call, Direction.They), new("mail to N D", InteractionKind.Mail, Direction.We), new("lunch with N D", InteractionKind.Visit),
    ];

    private static readonly Part[] GermanParts =
    [
        new("N rief D an", InteractionKind.Call, Direction.They), new("N hat D angerufen", InteractionKind.Call, Direction.They), new("ich habe N D angerufen", InteractionKind.Call, Direction.We), new("habe D mit N telefoniert", InteractionKind.Call),
        new("D kam ein Anruf von N", InteractionKind.Call, Direction.They), new("N hat D gemailt", InteractionKind.Mail, Direction.They), new("wir haben D an N geschrieben", InteractionKind.Mail, Direction.We), new("D kam ein Brief von N", InteractionKind.Mail, Direction.They),
        new("N war D da", InteractionKind.Visit), new("wir waren D bei N", InteractionKind.Visit), new("haben uns D mit N getroffen", InteractionKind.Visit), new("N kam D vorbei", InteractionKind.Visit, Direction.They), new("hatte D eine Videokonferenz mit N", InteractionKind.Video),
        new("N findet den Entwurf gut", null), new("N hat ein neues Logo", null), new("niemand von N rief D an", null), new("N hat D nicht angerufen", null), new("wir rufen N morgen an", null),
        new("notiz N anruf D", InteractionKind.Call), new("notiz N D besuch", InteractionKind.Visit), new("notiz N mail eingehend D", InteractionKind.Mail, Direction.They), new("notiz N D", null), new("gespräch N video D ausgehend", InteractionKind.Video, Direction.We),
        new("notiz N rief D an", InteractionKind.Call, Direction.They), new("anruf von N D", InteractionKind.Call, Direction.They), new("mail an N D", InteractionKind.Mail, Direction.We), new("besuch bei N D", InteractionKind.Visit),
    ];

    private static readonly string[] Denials = ["nobody", "did not", "niemand", "nicht"];

    private static readonly string[] MayBeAhead = ["mail to N D", "lunch with N D", "call from N D", "mail an N D", "besuch bei N D", "anruf von N D"];

    /// <summary>What was said, full of other days, kinds and names.</summary>
    private static readonly string[] EnglishTails =
        [": wants a quote by Friday", ": needs it next Monday", ": the boxes were wet", ": asked about 12 March", ": they spoke to Siemens on Tuesday", ": a letter will follow", ": call back tomorrow", ": 30 boxes – at once", ": met a new buyer in April"];

    private static readonly string[] GermanTails =
        [": will bis Freitag ein Angebot", ": braucht es nächsten Montag", ": die Kisten waren nass", ": fragt nach dem 12. März", ": am Dienstag waren sie bei Siemens", ": ein Brief folgt", ": Rückruf morgen", ": 30 Kisten – sofort", ": im April kommt ein neuer Einkäufer"];

    private static Gen<Sample> Samples =>
        from isGerman in Gen.Elements(true, false)
        from client in Gen.Frequency((6, Gen.Elements(Known)), (1, Gen.Elements(Unknown)))
        from part in Gen.Elements(isGerman ? GermanParts : EnglishParts)
        from day in Gen.Elements(isGerman ? German : English)
        from tail in Gen.Elements(isGerman ? GermanTails : EnglishTails)
        select Of(isGerman, client, part, day, tail);

    [Fact]
    public async Task What_is_recorded_is_what_was_put_in_or_something_is_asked()
    {
        using var talk = await WithBook();
        var (wrong, recorded) = (new List<string>(), 0);
        foreach (var sample in Samples.Sample(Lines, new Rnd(Seed, 1), 50))
        {
            try
            {
                var (fault, row) = await Try(talk, sample);
                if (fault is not null) wrong.Add($"{sample.Line}\n  {fault}");
                if (row) recorded++;
            }
            catch (ShouldAssertException failure)
            {
                talk.Failures.Clear();
                wrong.Add($"{sample.Line}\n  {failure.Message}");
            }
        }

        wrong.ShouldBeEmpty($"Seed {Seed}:\n{string.Join('\n', wrong)}");
        recorded.ShouldBeGreaterThan(Lines / 2);
    }

    private static Sample Of(bool isGerman, Client client, Part part, Day day, string tail)
    {
        var words = part.Pattern.Split(' ').Select(word => word switch { "N" => client.Typed, "D" => day.Words, _ => word }).Where(word => word.Length > 0);
        // "mail to Weber on Monday" may be still to come: nothing but a plain note is proposed.
        if (MayBeAhead.Contains(part.Pattern) && (day.Words.StartsWith("on ", StringComparison.Ordinal) || day.Words.StartsWith("am ", StringComparison.Ordinal))) day = new Day("", 0);
        // Nobody talked on that day: the note is of today.
        var isDated = part.Pattern.Contains('D', StringComparison.Ordinal) && !Denials.Any(part.Pattern.Contains);
        return new(string.Join(' ', words) + tail, isGerman, client, part.Kind ?? InteractionKind.Note, part.Direction, Today.PlusDays(isDated ? -day.Ago : 0));
    }

    /// <summary>Types the line, and presses [Note it] where that is offered.</summary>
    private static async Task<(string? Fault, bool IsRecorded)> Try(Talk talk, Sample sample)
    {
        var person = sample.IsGerman ? Clara : Anna;
        var reply = await talk.Say(person, sample.Line);
        if (reply.Card is { } card && ButtonsOf(card).FirstOrDefault(button => button.Label is "Note it" or "Notieren") is { } note) reply = await talk.Press(person, note);
        await using var store = talk.Stores.Open(Scope.Nothing);
        var rows = await store.Interactions.IgnoreQueryFilters().AsNoTracking().ToListAsync();
        await store.Interactions.IgnoreQueryFilters().ExecuteDeleteAsync();
        if (rows.Count == 0) return (IsQuestion(reply) ? null : $"nothing recorded, nothing asked: {CardText.Of(reply)}", false);
        var row = rows.ShouldHaveSingleItem();
        var account = await store.Accounts.IgnoreQueryFilters().Where(known => known.Id == row.AccountId).Select(known => known.Name).SingleAsync();
        var contact = row.ContactId is null ? null : await store.Contacts.IgnoreQueryFilters().Where(known => known.Id == row.ContactId).Select(known => known.Name).SingleAsync();
        var (said, got) = ((sample.Client.Account, sample.Client.Contact, sample.Kind, sample.On), (account, contact, row.Kind, (LocalDate?)row.On));
        if (said != got) return ($"said {said}, recorded {got}", true);
        return (sample.Direction is { } direction && sample.Kind != InteractionKind.Note && row.Direction != direction ? $"said {direction}, recorded {row.Direction}" : null, true);
    }

    private static bool IsQuestion(Reply reply) => reply.Form is not null || (reply.OnlyAsker && reply.Card is { } card && ButtonsOf(card).Any());

    private static async Task<Talk> WithBook()
    {
        var talk = await ExampleTeam.WithTeam("2027-03-05T15:00");
        foreach (var (account, contacts) in Book)
        {
            await talk.Say(Anna, $"account add \"{account}\"");
            foreach (var contact in contacts) await talk.Say(Anna, $"contact add \"{contact}\" at \"{account}\"");
        }

        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.Accounts.IgnoreQueryFilters().Select(account => account.Name).ToListAsync()).ShouldBe(Book.Select(entry => entry.Account), ignoreOrder: true);
        (await store.Contacts.IgnoreQueryFilters().CountAsync()).ShouldBe(Book.Sum(entry => entry.Contacts.Length));
        return talk;
    }
}

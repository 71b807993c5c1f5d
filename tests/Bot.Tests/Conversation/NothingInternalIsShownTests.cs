using System.Globalization;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Team;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation;

/// <summary>
/// Every command and every button there is, in both languages, typed and by form, with whatever people may put in: nothing that is shown, at once,
/// later or renewed, has an id, a mention's token, a name of our code or a date of the machine in it.
/// </summary>
[LongTests]
public sealed partial class NothingInternalIsShownTests
{
    private const ulong Seed = 20270305;
    private const int Presses = 2;

    private static readonly string[] Pieces =
    [
        "@[U-BEN|Ben]", "@[U-CLARA|Clara]", "@[U-ZOE|Zoe O’Hara]", "@[U-ANNA|Anna]", "„late“", "“late”", "‘late’", "«spät»", "–", "—", "‑", "−", "deadbeef", "a1b2c3d4", "ABC-123", "C0FFEE", "4711", "*late*", "_spät_", "note",
        "yesterday", "morgen", "Fr", "Müller", "ß", "🎉", "\n", "(", ")", ":", ",", "&", "<b>", "call them", "rief an", "with", "bis", "by", "Acme", "Weber",
    ];

    private static readonly Gen<char>[] Letters =
    [
        OfCategory(UnicodeCategory.UppercaseLetter), OfCategory(UnicodeCategory.LowercaseLetter), OfCategory(UnicodeCategory.TitlecaseLetter), OfCategory(UnicodeCategory.ModifierLetter), OfCategory(UnicodeCategory.OtherLetter),
    ];

    private static readonly Gen<string> Letter = Gen.OneOf(Letters).ArrayOf(3).Select(letters => new string(letters));

    private static readonly Gen<string> Unseen = OfCategory(UnicodeCategory.Format).Select(character => character.ToString());

    /// <summary>Names of our code that are no words.</summary>
    private static readonly HashSet<string> CodeNames = [.. EnumNames().Where(name => Humps().Count(name) > 1)];

    /// <summary>Names of our code that are words, but never all that stands in a field.</summary>
    private static readonly HashSet<string> CodeWords = ["They", "We", "Call", "Note", "Ask", "Give", "Neutral", "Unsaid", "Open", "Acknowledged", "Resolved", "Confirmed", "Reopened", "Active", "Paused"];

    private readonly List<string> told = [];
    private readonly HashSet<string> pressed = [];
    private readonly List<Reply> live = [];
    private int seen;

    /// <summary>A few words, or so many that they are cut somewhere.</summary>
    private static readonly Gen<string> Words =
        from count in Gen.Frequency((8, Gen.Choose(1, 8)), (1, Gen.Choose(20, 60)))
        from gap in Gen.Elements(" ", " ", " ", "")
        from words in Gen.Frequency((5, Gen.Elements(Pieces)), (2, Letter), (1, Unseen)).ArrayOf(count)
        select string.Join(gap, words);

    private static readonly Gen<string> Name = Gen.Frequency((5, Gen.Elements("Acme", "Acme Ltd", "Müller & Söhne", "O’Neill", "Maria Jones", "Jörg Ende")), (2, Words), (1, Gen.Elements("@[U-BEN|Ben]", "Zoe\u200BBau", "Acne")));

    private static readonly Gen<string> DateInWords = Gen.Elements("morgen", "next Monday", "12.3.", "yesterday", "2019", "heute vor einer Woche", "14 May 1971", "in 3 Arbeitstagen");

    private static Gen<string> MachineDate(Slot slot) =>
        slot.Kind == SlotKind.DayOfYear ? Gen.Elements("1971-05-14", "--05-14", "--02-29") : slot.Past ? Gen.Elements("2027-03-04", "2019-05-14") : Gen.Elements("2027-03-26", "2027-03-26T15:00");

    [Fact]
    public async Task Whatever_is_typed_submitted_or_pressed()
    {
        using var talk = await WithClients();
        var random = new System.Random((int)Seed);
        foreach (var command in talk.Commands)
        {
            foreach (var (person, language) in ((ChatPerson, Language)[])[(Anna, Language.English), (Clara, Language.German)])
            {
                foreach (var isClear in (bool[])[true, false]) await Follow(talk, person, new Typed(Pick(Line(command, language, isClear), random)), random);
            }

            await ByForm(talk, random.Next(2) == 0 ? Anna : Clara, command, random);
        }

        foreach (var sentence in Words.Sample(10, new Rnd(Seed, 1), 50)) await Follow(talk, Anna, new Typed(sentence), random);
        await talk.Until("2027-03-17T17:30");
        foreach (var line in (string[])["today", "brief Acme", "timeline Acme", "open", "quiet", "digest", "search late", "undo"]) await Follow(talk, Anna, new Typed(line), random);
        foreach (var line in (string[])["heute", "kurzprofil Müller & Söhne", "verlauf Acme", "offen", "still", "überblick", "suche spät", "rückgängig"]) await Follow(talk, Clara, new Typed(line), random);
        foreach (var card in talk.Cards.Values) Look("posted", card);
        foreach (var reply in live) Look("renewed", talk.AsItReads(reply));
        await PressTheOthers(talk, random);
        told.Distinct().ShouldBeEmpty($"Seed {Seed}, {seen} shown:\n{string.Join('\n', told.Distinct().Take(60))}");
        pressed.ShouldBe(talk.Registry.Actions.Keys, ignoreOrder: true);
        seen.ShouldBeGreaterThan(1_000);
    }

    /// <summary>Does it, looks at what is shown, and goes on by buttons and forms.</summary>
    private async Task Follow(Talk talk, ChatPerson person, TurnInput input, System.Random random, int depth = 0)
    {
        var reply = await talk.Turn(person, input, random.Next(3) == 0 ? DirectOf(person) : null);
        var about = input switch { Typed typed => typed.Text, Pressed button => button.ActionId, Submitted form => $"{form.FormId} {string.Join(' ', form.Values.Values)}", _ => input.ToString()! };
        Look(about, reply);
        if (depth > 1) return;
        if (reply.Form is { } opened) await Follow(talk, person, Filled(talk, opened, random), random, depth + 1);
        var buttons = reply.Card is null ? [] : ButtonsOf(reply.Card).OrderBy(button => pressed.Contains(button.ActionId) ? random.Next(1, 100) : 0).Take(depth == 0 ? Presses : 1).ToList();
        foreach (var button in buttons)
        {
            pressed.Add(button.ActionId);
            await Follow(talk, person, new Pressed(button.ActionId, button.Value), random, depth + 1);
        }
    }

    private async Task ByForm(Talk talk, ChatPerson person, Command command, System.Random random)
    {
        var opened = await talk.Turn(person, new Chosen(command.Words.Id, Pick(Words, random)), null);
        Look($"form of {command.Words.Id}", opened);
        if (opened.Form is { } form) await Follow(talk, person, Filled(talk, form, random), random);
    }

    /// <summary>Buttons that no card of this talk had: on everything there is.</summary>
    private async Task PressTheOthers(Talk talk, System.Random random)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        var token = TestContext.Current.CancellationToken;
        List<Guid> subjects =
        [
            .. await store.Accounts.IgnoreQueryFilters().Select(row => row.Id).Take(2).ToListAsync(token), .. await store.Contacts.IgnoreQueryFilters().Select(row => row.Id).Take(2).ToListAsync(token),
            .. await store.Complaints.IgnoreQueryFilters().Select(row => row.Id).Take(3).ToListAsync(token), .. await store.Teams.IgnoreQueryFilters().Select(row => row.Id).ToListAsync(token),
            .. await store.Changes.IgnoreQueryFilters().OrderByDescending(row => row.Id).Select(row => row.Id).Take(3).ToListAsync(token),
        ];
        foreach (var action in talk.Registry.Actions.Keys.Except(pressed).ToList())
        {
            pressed.Add(action);
            foreach (var subject in subjects)
            {
                foreach (var extra in (string[])["", "2027-03-26", "2027-03-26T09:00:00Z", $"account:{subject:N}"])
                    await Follow(talk, Anna, new Pressed(action, new ButtonValue(subject, Guid.NewGuid(), extra).ToString()), random, depth: 2);
            }
        }
    }

    private static Submitted Filled(Talk talk, Form form, System.Random random)
    {
        var slots = talk.Registry.Find(form.Id)?.Slots ?? [];
        var values = form.Fields.ToDictionary(field => field.Name, field => random.Next(4) > 0 && field.Value.Length > 0 ? field.Value : Value(field, slots.FirstOrDefault(slot => slot.Name == field.Name), random));
        return new Submitted(form.Id, values, form.Context);
    }

    private static string Value(Field field, Slot? slot, System.Random random)
    {
        if (!field.Required && random.Next(3) == 0) return "";
        if (field.Choices.Count > 0 && random.Next(5) > 0) return field.Choices[random.Next(field.Choices.Count)].Value;
        return field.Kind switch
        {
            FieldKind.Date => Pick(Gen.Elements("2027-03-04", "2027-03-15", "2027-03-26", "1850-01-01"), random),
            FieldKind.Choice => "",
            _ => Pick(slot is { Kind: SlotKind.When or SlotKind.DayOfYear } ? MachineDate(slot) : Words, random),
        };
    }

    /// <summary>
    /// A line with some of what the command takes, and perhaps more words behind it. Dates of the machine stand only where everything before them is
    /// understood: else they are a part of somebody's words, which are shown as they are.
    /// </summary>
    private static Gen<string> Line(Command command, Language language, bool isClear)
    {
        var parts = command.Slots.Where(slot => slot.Kind != SlotKind.Prose).Select(slot => Part(slot, language, isClear)).ToArray();
        var prose = command.Slots.Any(slot => slot.Kind == SlotKind.Prose) ? Words.Select(words => ": " + words) : isClear ? Gen.Constant("") : Gen.Frequency((3, Gen.Constant("")), (1, Words.Select(words => " " + words)));
        return from head in Gen.CollectToArray(parts, part => part)
               from tail in prose
               select string.Join(' ', head.Where(part => part.Length > 0).Prepend(Phrases.First(command.Words.Phrase, language))) + tail;
    }

    private static Gen<string> Part(Slot slot, Language language, bool isClear)
    {
        var value = slot.Kind switch
        {
            SlotKind.When or SlotKind.DayOfYear => isClear ? MachineDate(slot) : DateInWords,
            SlotKind.Choice => Gen.Elements(slot.Choices.SelectMany(choice => isClear ? (string[])[Phrases.First(choice.Spellings, language)] : [Phrases.First(choice.Spellings, language), choice.Value]).ToArray()),
            SlotKind.Member when isClear => Gen.Constant("@[U-BEN|Ben]"),
            SlotKind.Contact when isClear => Gen.Constant("Maria Jones"),
            SlotKind.Account or SlotKind.AccountOrContact when isClear => Gen.Constant("Acme"),
            SlotKind.Phrase or SlotKind.NewName when isClear => Gen.Elements("Zoe Bau", "Berlin", "Mo-Fr 9-17"),
            SlotKind.Member => Gen.Elements("@[U-BEN|Ben]", "Ben", "@[U-ZOE|Zoe O’Hara]", "Nobody"),
            SlotKind.Phrase or SlotKind.NewName => Words,
            _ => Name,
        };
        var keyed = slot.Keyword is { } keyword ? value.Select(words => $"{Phrases.First(keyword, language)} {words}") : value;
        return Gen.Frequency((slot.Required ? 9 : 2, keyed), (1, Gen.Constant("")));
    }

    private static Gen<char> OfCategory(UnicodeCategory category) => Gen.Elements(Enumerable.Range(0x20, 0xD7A0).Select(code => (char)code).Where(character => char.GetUnicodeCategory(character) == category).ToArray());

    private void Look(string about, Reply reply)
    {
        if (reply.Live is not null && reply.Card is not null) live.Add(reply);
        if (reply.Card is { } card) Look(about, card);
        foreach (var error in reply.Errors.Values) Look(about, error);
        if (reply.Form is not { } form) return;
        Look(about, form.Title, form.Submit, form.Close ?? "");
        foreach (var field in form.Fields)
        {
            Look($"{form.Id}.{field.Name} of {about}", [field.Label, field.Hint ?? "", field.Group, field.Examples, .. field.Choices.Select(choice => choice.Label)]);
            if (field.Kind == FieldKind.Date || field.Value.Length == 0 || field.Choices.Any(choice => choice.Value == field.Value)) continue;
            Look($"{form.Id}.{field.Name} of {about}", field.Value);
            if (CodeWords.Contains(field.Value) && !about.Contains(field.Value, StringComparison.Ordinal)) told.Add($"{about}: {form.Id}.{field.Name} holds {field.Value}");
        }
    }

    private void Look(string about, Card card)
    {
        Look(about, CardText.Of(card));
        foreach (var fact in card.Parts.OfType<Facts>().SelectMany(facts => facts.Items))
        {
            if (CodeWords.Contains(fact.Value.Plain)) told.Add($"{about}: {fact.Label} is {fact.Value.Plain}");
        }
    }

    private void Look(string about, params IEnumerable<string> shown)
    {
        foreach (var text in shown)
        {
            seen++;
            if (Machine().Match(text) is { Success: true } found) told.Add($"{Printable(about)}: “{found.Value}” in {Printable(text)}");
            foreach (Match word in Word().Matches(text))
            {
                if (CodeNames.Contains(word.Value)) told.Add($"{Printable(about)}: “{word.Value}” in {Printable(text)}");
            }
        }
    }

    private static string Printable(string text) => text.Length > 300 ? text[..300] + "…" : text;

    private static T Pick<T>(Gen<T> gen, System.Random random) => gen.Sample(1, new Rnd((ulong)random.NextInt64(), 1), 50).First();

    private static async Task<Talk> WithClients()
    {
        var talk = await ExampleTeam.WithTeam("2027-03-05T09:30");
        foreach (var line in (string[])
        [
            "account add Acme Ltd tier A since 2019-03-11", "account add \"Müller & Söhne\" owner @[U-CLARA|Clara] since 2020-03-15", "account add O’Neill tier C owner @[U-BEN|Ben]",
            "contact add Maria Jones at Acme Ltd birthday 1971-03-12 phone +49 170 1234567", "contact add Jörg Ende at \"Müller & Söhne\" birthday --03-17",
            "complaint Acme by Maria Jones: @[U-BEN|Ben] was late", "complaint \"Müller & Söhne\": zu spät, sagt @[U-CLARA|Clara]", "plan Acme visit with Maria Jones 2027-03-10T10:00: with @[U-BEN|Ben]",
            "log Acme call incoming so-so with Maria Jones 2027-03-04: asked @[U-BEN|Ben]",
        ]) await talk.Say(Anna, line);
        return talk;
    }

    private static IEnumerable<string> EnumNames() =>
        ((System.Reflection.Assembly[])[typeof(CommandRegistry).Assembly, typeof(Account).Assembly]).SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsEnum).SelectMany(Enum.GetNames);

    [GeneratedRegex("[A-Z][a-z]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Humps();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[0-9a-fA-F]{32}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-|@\[|U-(?:ANNA|BEN|CLARA|ZOE)|C-CLIENTS|[0-9]{4}-[0-9]{2}-[0-9]{2}|--[0-9]{2}-[0-9]{2}|[0-9]T[0-9]{2}:[0-9]{2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Machine();
}

using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Interactions;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Words;

/// <summary>
/// Sentences put together from parts whose meaning the test knows. What is noted of them, typed behind <c>log</c> or as own words, is what
/// was put in: the client, the day, how one talked and who began; or nothing is noted and something is asked.
/// </summary>
public sealed class SentencePropertyTests
{
    private static readonly LocalDateTime Now = new(2027, 3, 5, 15, 0);
    private static readonly KnownName Krause = Company("Krause GmbH");
    private static readonly KnownName Weber = Company("Weber Bau");
    private static readonly KnownName Nord = Company("Nordlicht");
    private static readonly KnownName Klein = Person("Sabine Klein", Krause);
    private static readonly KnownName Moos = Person("Petra Moos", Weber);
    private static readonly IReadOnlyList<KnownName> Known = [Krause, Weber, Nord, Klein, Moos];
    private static readonly LogCommand Log = new();

    private static readonly (string Typed, KnownName Account)[] Names =
        [("Krause", Krause), ("Krause GmbH", Krause), ("Weber Bau", Weber), ("Nordlicht", Nord), ("Sabine Klein", Krause), ("Frau Klein", Krause), ("Ms Moos", Weber), ("*Krause*", Krause), ("„Nordlicht“", Nord)];

    private static readonly (string Words, int Ago)[] English = [("", 0), ("yesterday", 1), ("today", 0), ("on Monday", 4), ("two days ago", 2), ("last Tuesday", 3), ("on 1 March", 4), ("this morning", 0)];
    private static readonly (string Words, int Ago)[] German = [("", 0), ("gestern", 1), ("heute", 0), ("am Montag", 4), ("vor zwei Tagen", 2), ("letzten Dienstag", 3), ("am 1. März", 4), ("vorgestern", 2)];

    /// <summary>N is the client, D the day. What is said for certain; null where the pattern leaves it open.</summary>
    private static readonly (string Pattern, bool IsGerman, InteractionKind? Kind, Direction? Direction)[] Patterns =
    [
        ("N rang D", false, InteractionKind.Call, Direction.They), ("N called us D", false, InteractionKind.Call, Direction.They), ("D N phoned", false, InteractionKind.Call, Direction.They),
        ("we rang N D", false, InteractionKind.Call, Direction.We), ("I called N D", false, InteractionKind.Call, Direction.We), ("N emailed D", false, InteractionKind.Mail, Direction.They),
        ("I emailed N D", false, InteractionKind.Mail, Direction.We), ("N wrote D", false, InteractionKind.Mail, Direction.They), ("we met N D", false, InteractionKind.Visit, null),
        ("N was here D", false, InteractionKind.Visit, null), ("got a mail from N D", false, InteractionKind.Mail, Direction.They), ("had a call with N D", false, InteractionKind.Call, null),
        ("N texted D", false, InteractionKind.Chat, Direction.They), ("N", false, null, null), ("N likes the draft", false, null, null), ("D N", false, null, null),
        ("N rief D an", true, InteractionKind.Call, Direction.They), ("N hat D angerufen", true, InteractionKind.Call, Direction.They), ("D hat N angerufen", true, InteractionKind.Call, Direction.They),
        ("ich habe N D angerufen", true, InteractionKind.Call, Direction.We), ("habe D mit N telefoniert", true, InteractionKind.Call, Direction.We), ("N hat D gemailt", true, InteractionKind.Mail, Direction.They),
        ("wir haben D an N geschrieben", true, InteractionKind.Mail, Direction.We), ("N war D da", true, InteractionKind.Visit, null), ("haben uns D mit N getroffen", true, InteractionKind.Visit, null),
        ("D kam N vorbei", true, InteractionKind.Visit, Direction.They), ("hatte D ein Telefonat mit N", true, InteractionKind.Call, null), ("N findet das Angebot gut", true, null, null),
    ];

    /// <summary>Nobody talked.</summary>
    private static readonly string[] Denials =
        ["nobody from N rang D", "N did not call D", "N has not emailed D", "niemand von N rief D an", "N hat D nicht angerufen", "N wird D anrufen", "N will call D", "should have called N D", "N wollte D anrufen", "hätte N D anrufen sollen"];

    private static readonly (string Words, Mood Mood)[] Moods =
        [("", Mood.Unsaid), (", furious about the delay", Mood.Tense), (", they are delighted", Mood.Good), (", ist stinksauer", Mood.Tense), (", ganz begeistert von der Broschüre", Mood.Good), (", not happy", Mood.Tense), (" and is annoyed", Mood.Tense)];

    private static readonly string[] Tails =
        ["", ", wants a quote by Friday", ", will bis Freitag ein Angebot", " and needs it next Monday", ", asked about 12 March", " wegen der Lieferung am 9. März", ": the boxes were wet", " – Rückruf morgen", ", 30 boxes", ", they spoke to Siemens on Tuesday"];

    private static readonly string[] Openings = ["", "Hi, ", "FYI: ", "Just now ", "Guten Morgen, ", "Übrigens: ", "so, "];

    private sealed record Sample(string Line, KnownName Account, InteractionKind? Kind, Direction? Direction, int Ago, Mood Mood, bool IsDenied);

    private static Gen<Sample> Samples =>
        from opening in Gen.Elements(Openings)
        from name in Gen.Elements(Names)
        from pattern in Gen.Elements(Patterns)
        from day in Gen.Elements(pattern.IsGerman ? German : English)
        from mood in Gen.Elements(Moods)
        from tail in Gen.Elements(Tails)
        select new Sample(Line(opening, pattern.Pattern, name.Typed, day.Words, mood.Words + tail), name.Account, pattern.Kind, pattern.Direction, pattern.Pattern.Contains('D', StringComparison.Ordinal) ? day.Ago : 0, mood.Mood, false);

    private static Gen<Sample> Denied =>
        from name in Gen.Elements(Names)
        from pattern in Gen.Elements(Denials)
        from day in Gen.Elements(pattern.Contains('ä', StringComparison.Ordinal) || pattern.Contains("N w", StringComparison.Ordinal) ? German : English)
        from tail in Gen.Elements(Tails)
        select new Sample(Line("", pattern, name.Typed, day.Words, tail), name.Account, null, null, 0, Mood.Unsaid, true);

    [Fact]
    public void A_proposed_note_says_what_was_said() => Check(Samples, sample => Holds(sample, Proposed(sample.Line)));

    [Fact]
    public void A_typed_note_says_what_was_said() => Check(Samples.Where(sample => sample.Kind is not null && Openings.Skip(1).All(opening => !sample.Line.StartsWith(opening, StringComparison.Ordinal))), sample =>
    {
        if (CommandReader.Read($"log {sample.Line}", [Log], Known, Now) is Understood understood) Holds(sample, understood.Arguments.Raw);
    });

    [Fact]
    public void What_did_not_happen_is_no_talk() => Check(Denied, sample =>
    {
        var raw = Proposed(sample.Line);
        raw.GetValueOrDefault(LogSlots.Kind.Name, nameof(InteractionKind.Note)).ShouldBe(nameof(InteractionKind.Note), sample.Line);
    });

    /// <summary>As the note would be recorded at a press.</summary>
    private static IReadOnlyDictionary<string, string> Proposed(string line)
    {
        var sentence = SentenceReader.Read(SmallTalk.Without(line), Log, Known, Now);
        if (sentence.IsQuestion || sentence.Accounts.Count != 1) return new Dictionary<string, string>();
        return FormReader.Read(Log, OwnWords.Raw(sentence), Known, Now) is Filled filled ? filled.Arguments.Raw : new Dictionary<string, string>();
    }

    private static void Holds(Sample sample, IReadOnlyDictionary<string, string> raw)
    {
        if (raw.Count == 0) return;
        raw[CommonSlots.Account.Name].ShouldBe(sample.Account.Id.ToString("N"), sample.Line);
        var kind = raw.GetValueOrDefault(LogSlots.Kind.Name);
        if (kind is null || kind == nameof(InteractionKind.Note)) return;
        kind.ShouldBe(sample.Kind?.ToString(), sample.Line);
        if (raw.TryGetValue(LogSlots.Direction.Name, out var direction)) direction.ShouldBe(sample.Direction?.ToString(), sample.Line);
        else sample.Direction.ShouldNotBe(Direction.They, sample.Line);
        raw.GetValueOrDefault(LogSlots.When.Name, "2027-03-05")[..10].ShouldBe(NodaTime.Text.LocalDatePattern.Iso.Format(Now.Date.PlusDays(-sample.Ago)), sample.Line);
        if (raw.TryGetValue(LogSlots.Mood.Name, out var mood)) mood.ShouldBe(sample.Mood.ToString(), sample.Line);
    }

    private static string Line(string opening, string pattern, string name, string day, string tail)
    {
        var words = pattern.Split(' ').Select(word => word switch { "N" => name, "D" => day, _ => word }).Where(word => word.Length > 0);
        return $"{opening}{string.Join(' ', words)}{tail}";
    }

    private static KnownName Company(string name)
    {
        var id = Guid.NewGuid();
        return new(NameKind.Account, id, name, id);
    }

    private static KnownName Person(string name, KnownName company) => new(NameKind.Contact, Guid.NewGuid(), name, company.Id);

    private static void Check(Gen<Sample> samples, Action<Sample> holds) => Prop.ForAll(samples.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
}

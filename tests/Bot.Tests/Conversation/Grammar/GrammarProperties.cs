using System.Diagnostics;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Grammar.StandIns;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

public sealed class GrammarProperties
{
    private const int Longest = 8_000;

    private static readonly string[] Pieces =
    [
        "log ", "complaint ", "account add ", "birthday ", "promise ", "Acme ", "Weber ", "with ", "by ", "tier ", "A ", "since ", "bis ", "at ", "Fr ", "14.5. ",
        "15:00 ", "next ", "in ", "vor ", "2 ", "weeks ", ": ", ":", ",", ".", "\"", "„", "“", "«", "@[U1|Anna] ", "@[", "|", "]", "Frau ", "GmbH ", "& ", " ", "\n",
        "\0", "\uD83C", "\uDF89", "🎉", "שלום ", "\u202E", "u\u0308", "ß", "İ", "ﬁ", "--02-29 ", "2027-05-14T", "0170 ", "+49", "ends ", "Ende ", "KW ", "woche ", "halb ", "first ", "Februar ", "30 ", "nach ", "a few ", "days ", "twenty ", "99999 ", "Klein ", "\u0301",
    ];

    private static Gen<string> AnyLine => Gen.Elements(Pieces).ArrayOf().Select(string.Concat).Or(Gen.Choose(0, 0xFFFF).ArrayOf().Select(codes => "log " + string.Concat(codes.Select(code => (char)code))));

    [Fact]
    public void Never_throws()
    {
        Check(AnyLine, line =>
        {
            Read(line).ShouldNotBeNull();
            DateReader.Read(line, Now);
            DateReader.ReadDay(line, Now);
            foreach (var command in Commands)
            {
                Read(command.Words.Id.Replace('.', ' ') + " " + line).ShouldNotBeNull();
                FormReader.Read(command, command.Slots.ToDictionary(slot => slot.Name, _ => line), Names, Now).ShouldNotBeNull();
            }
        });
    }

    [Fact]
    public void Is_quick_and_never_throws_for_the_longest_text()
    {
        // In hundreds of ordinary lines, read beside it: a few suffice, and how fast or busy the machine is makes no difference.
        const double Quick = 10;
        foreach (var line in LongLines())
        {
            Read(line).ShouldNotBeNull();
            var best = double.MaxValue;
            for (var attempt = 0; attempt < 10 && best >= Quick; attempt++)
            {
                var ordinary = TimeOf(() =>
                {
                    for (var count = 0; count < 100; count++) Read("log Acme call with Maria Jones yesterday: wants a quote for the spring fair");
                });
                best = Math.Min(best, TimeOf(() => Read(line)) / ordinary);
            }

            best.ShouldBeLessThan(Quick, line[..40]);
        }

        static TimeSpan TimeOf(Action read)
        {
            var watch = Stopwatch.StartNew();
            read();
            return watch.Elapsed;
        }
    }

    [Fact]
    public void A_written_date_reads_the_same() => Check(AnyDate, date =>
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var past in (bool[])[true, false])
            {
                DateReader.Read(DateReader.Write(date, language), Now, past).ShouldBe(new When(date));
                DateReader.Read(DateReader.Write(new When(date, new LocalTime(15, 4)), language), Now, past).ShouldBe(new When(date, new LocalTime(15, 4)));
            }

            var day = new DayOfYear(new AnnualDate(date.Month, date.Day), date.Year);
            DateReader.ReadDay(DateReader.Write(day, language), Now).ShouldBe(day);
            DateReader.ReadDay(DateReader.Write(day with { Year = null }, language), Now).ShouldBe(day with { Year = null });
        }
    });

    [Fact]
    public void A_day_without_a_year_lies_in_the_demanded_direction() => Check(AnyDate.Zip(AnyDate), pair =>
    {
        var (day, today) = pair;
        var now = today.AtMidnight();
        var text = $"{day.Day}.{day.Month}.";
        DateReader.Read(text, now)!.Value.Date.ShouldBeGreaterThanOrEqualTo(today);
        DateReader.Read(text, now, past: true)!.Value.Date.ShouldBeLessThanOrEqualTo(today);
        DateReader.Read(text, now)!.Value.Date.Day.ShouldBe(day.Day);
    });

    [Fact]
    public void Case_makes_no_difference() => Check(KnownLine, line =>
    {
        Shape(Read(line.ToUpperInvariant())).ShouldBe(Shape(Read(line)));
        Shape(Read(line.ToLowerInvariant())).ShouldBe(Shape(Read(line)));
    });

    [Fact]
    public void What_cannot_be_seen_makes_no_difference() => Check(
        KnownLine.Zip(Gen.Elements('\u200B', '\u200C', '\u00AD', '\u2060', '\uFEFF', '\u202A', '\u202E', '\u2066', '\u2069', '\u200E', '\u061C', '\u180E', '\u034F').Zip(Gen.Choose(0, 1000))), sample =>
        {
            var (line, (unseen, place)) = sample;
            Shape(Read(line.Insert(place % (line.Length + 1), unseen.ToString()))).ShouldBe(Shape(Read(line)));
        });

    [Fact]
    public void A_quoted_name_always_wins() => Check(
        Gen.Elements(Names.Where(name => name.Kind == NameKind.Account).ToArray()).Zip(Gen.Elements("\"{0}\"", "„{0}“", "“{0}”", "«{0}»")).Zip(KnownTail), sample =>
        {
            var ((name, quotes), tail) = sample;
            var line = $"log {quotes.Replace("{0}", name.Name, StringComparison.Ordinal)} {tail}: text";
            Understand(line, Log).Name("account").ShouldBe(name);
            Understand(line, Log).Text("text").ShouldBe("text");
        });

    private static Gen<LocalDate> AnyDate => Gen.Choose(0, 73_048).Select(days => new LocalDate(1900, 1, 1).PlusDays(days));

    private static Gen<string> KnownTail => Gen.Elements("", "call", "besuch gestern", "on Friday", "Fr mail", "vor 3 Tagen telefonat", "give 4.5.", "nächsten Montag");

    private static Gen<string> KnownLine => Gen.Elements("log", "notiz").Zip(Gen.Elements("Acme", "Weber GmbH", "Müller & Söhne", "\"Nordlicht\"", "Weber"))
        .Zip(KnownTail.Zip(Gen.Elements(": text", " called them", ": by Friday", " Berlin: x")))
        .Select(parts => $"{parts.Item1.Item1} {parts.Item1.Item2} {parts.Item2.Item1}{parts.Item2.Item2}");

    private static string Shape(Reading reading) => reading switch
    {
        Understood understood => $"{understood.Command.Words.Id} {Values(understood.Arguments.Raw)}",
        SeveralNames several => $"{several.Slot.Name} {string.Join(',', several.Candidates.Select(name => name.Id))} {Values(several.Raw)}",
        NotUnderstood not => $"{not.Rest} {Values(not.Raw)}".ToUpperInvariant(),
        _ => reading.GetType().Name,
    };

    private static string Values(IReadOnlyDictionary<string, string> raw) => string.Join(';', raw.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value.ToUpperInvariant()}"));

    private static IEnumerable<string> LongLines()
    {
        foreach (var start in (string[])["log Acme ", "log ", "account add ", "birthday ", "promise Acme: "])
        {
            foreach (var piece in Pieces) yield return Repeat(start, piece);
            var random = new System.Random(7);
            for (var sample = 0; sample < 8; sample++) yield return start + string.Concat(Enumerable.Range(0, Longest - start.Length).Select(_ => (char)random.Next(0x10000)));
            for (var sample = 0; sample < 8; sample++) yield return start + string.Concat(Enumerable.Range(0, 1500).Select(_ => Pieces[random.Next(Pieces.Length)]));
            yield return Repeat(start, "with by ");
            yield return Repeat(start, "ende of the next ");
            yield return Repeat(start, "tier since owner at role ");
        }
    }

    private static string Repeat(string start, string piece) => (start + string.Concat(Enumerable.Repeat(piece, Longest / piece.Length)))[..Math.Min(Longest, start.Length + (Longest / piece.Length * piece.Length))];

    private static void Check<T>(Gen<T> samples, Action<T> holds) => Prop.ForAll(samples.ToArbitrary(), holds).QuickCheckThrowOnFailure();
}

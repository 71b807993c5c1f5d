using System.Text;
using AccountNudge.Core.Import;
using AccountNudge.Core.Texts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AccountNudge.Core.Tests.Import;

/// <summary>Whatever the bytes of a file are, it is planned or refused with a sentence.</summary>
public class AnyFileTests
{
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes("Client;Tier;Contact;Phone;Email;Birthday;Last contact;Notes\nWeber GmbH;A;Sabine Klein;0221 5550123;s@w.example;1.2.1980;3.4.26;\"a;\"\"b\"\"\nc\"\nFalk;B;;;;--02-29;;\n");
    private static readonly string Sheet = ImportFiles.Row(1, "Kunde", "Telefon", "Geburtstag") + ImportFiles.Row(2, "Weber", "0221 5550123", "1.2.1980") + "<row r=\"3\"><c r=\"C3\" s=\"1\"><v>30000</v></c></row>";
    private static readonly byte[] Workbook = ImportFiles.Workbook(Sheet);
    private static readonly byte[][] Beginnings = [[], [(byte)'P', (byte)'K', 3, 4], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], Encoding.ASCII.GetBytes("Name;Birthday\n"), Encoding.ASCII.GetBytes("Client,\"")];

    private static readonly Gen<byte[]> Files = Gen.Frequency(
        (2, from start in Gen.Elements(Beginnings) from rest in Byte().ArrayOf() select (byte[])[.. start, .. rest]),
        (3, Mutated(Csv)),
        (3, Mutated(Workbook)),
        (4, from sheet in Mutated(Encoding.ASCII.GetBytes(Sheet)) select ImportFiles.Workbook(Encoding.Latin1.GetString(sheet))));

    [Fact]
    public void Nothing_but_a_refusal_is_thrown()
    {
        var (planned, refused) = (0, 0);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Files.ToArbitrary(), bytes =>
        {
            try
            {
                var table = ImportFiles.Table(bytes);
                DryRun.Plan(table.Rows, ColumnMapping.Propose(table.Headers), "DE", new LocalDate(2026, 12, 1), new DirectorySnapshot());
                planned++;
            }
            catch (RefusalException)
            {
                refused++;
            }
        }));
        planned.ShouldBeGreaterThan(100, "some files can still be read");
        refused.ShouldBeGreaterThan(100, "some files cannot");
    }

    private static Gen<byte> Byte() => Gen.Choose(0, 255).Select(value => (byte)value);

    /// <summary>Some bytes changed, taken out or put in.</summary>
    private static Gen<byte[]> Mutated(byte[] bytes) =>
        from changes in (from at in Gen.Choose(0, bytes.Length - 1) from kind in Gen.Choose(0, 2) from value in Byte() select (at, kind, value)).ArrayOf()
        select Changed(bytes, changes);

    private static byte[] Changed(byte[] bytes, (int At, int Kind, byte Value)[] changes)
    {
        var list = bytes.ToList();
        foreach (var (at, kind, value) in changes)
        {
            var place = Math.Min(at, list.Count - 1);
            if (kind == 0) list[place] = value;
            else if (kind == 1) list.Insert(place, value);
            else if (list.Count > 1) list.RemoveAt(place);
        }

        return [.. list];
    }
}

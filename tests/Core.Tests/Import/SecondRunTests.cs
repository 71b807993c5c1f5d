using AccountNudge.Core.Accounts;
using AccountNudge.Core.Import;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AccountNudge.Core.Tests.Import;

/// <summary>A file that was imported and comes again brings nothing new, whatever stands in it and whatever was known before.</summary>
public class SecondRunTests
{
    private static readonly LocalDate Today = new(2026, 12, 1);
    private static readonly DirectoryMember[] Members = [new(Guid.CreateVersion7(), "Anna Berg"), new(Guid.CreateVersion7(), "Tom Okafor")];
    private static readonly ColumnMapping Mapping = ColumnMapping.Propose(["Client", "Tier", "Owner", "Since", "Last contact", "Rhythm", "Contact", "Role", "Phone", "Mobile", "Email", "Birthday", "Notes"]);

    // Few values, so that many rows mean the same client or person, or nearly.
    private static readonly string[][] Values =
    [
        ["Weber", "Weber GmbH", "WEBER AG", "Falk", "Falk SE", "#", ""], ["", "A", "b", "lead"], ["", "Anna Berg", "tom okafor", "Nobody"], ["", "1.3.2019", "1.3.2020", "31.2.2020"],
        ["", "1.3.2026", "5.5.26", "1.1.2030"], ["", "monthly", "every 2 weeks"], ["Sabine Klein", "S. Klein", "Dr. Sabine Klein", "Sabine Groß", "Jonas Brandt", "Klein, Sabine", ""], ["", "IT", "it", "Sales"],
        ["", "0221 5550123", "+49 221 5550123", "0221 777000", "none"], ["", "0171 5550123"], ["", "s@w.example", "S@W.example", "info@w.example", "none"],
        ["", "1.2.", "1.2.1980", "3.4.1981", "29.2.1981"], ["", "likes tea", "LIKES"],
    ];

    private static readonly Gen<ImportRow[]> Files = Rows().ArrayOf().Select(rows => rows.Select((row, index) => row with { Number = index + 2 }).ToArray());

    private static readonly Gen<DirectorySnapshot> Directories =
        from accounts in Gen.SubListOf("Weber GmbH", "Weber AG", "Falk")
        from contacts in (from name in Gen.Elements(Values[6].Where(name => name.Length > 0).ToArray()) from phone in Gen.Elements(Values[8]) from mail in Gen.Elements(Values[10]) from isThere in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false))) select (name, phone, mail, isThere)).ArrayOf()
        let known = accounts.Select(name => new DirectoryAccount(Guid.CreateVersion7(), name)).ToArray()
        select new DirectorySnapshot
        {
            Accounts = [.. known],
            Contacts = known.Length == 0 ? [] : [.. contacts.Select((contact, index) => new DirectoryContact(Guid.CreateVersion7(), known[index % known.Length].Id, contact.name) { Phone = contact.phone, Email = contact.mail, IsThere = contact.isThere })],
            Members = [.. Members],
        };

    [Fact]
    public void It_finds_what_the_first_run_entered()
    {
        var cases = from file in Files from directory in Directories select (file, directory);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(cases.ToArbitrary(), pair =>
        {
            var first = Plan(pair.file, pair.directory);
            var after = pair.directory.After(first);
            var second = Plan(pair.file, after);

            second.Rows.Select(row => row.Kind == RowKind.LeftOut).ShouldBe(first.Rows.Select(row => row.Kind == RowKind.LeftOut), "what was left out is left out again, and nothing else");
            second.Rows.Where(row => row.Kind != RowKind.LeftOut).ShouldAllBe(row => row.Kind == RowKind.Unchanged);
            (second.Accounts.Count, second.Contacts.Count).ShouldBe((0, 0));
        }));
    }

    [Fact]
    public void Nothing_that_stood_before_is_changed_and_every_new_one_is_counted()
    {
        var cases = from file in Files from directory in Directories select (file, directory);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(cases.ToArbitrary(), pair =>
        {
            var plan = Plan(pair.file, pair.directory);
            var after = pair.directory.After(plan);
            foreach (var contact in pair.directory.Contacts)
            {
                var then = after.Contacts.Single(other => other.Id == contact.Id);
                (then.Name, then.AccountId).ShouldBe((contact.Name, contact.AccountId));
                if (contact.Phone.Length > 0) then.Phone.ShouldBe(contact.Phone);
                if (contact.Email.Length > 0) then.Email.ShouldBe(contact.Email);
                if (!contact.IsThere) then.ShouldBe(contact);
            }

            plan.Counts.Values.Sum().ShouldBe(pair.file.Length);
            plan.Contacts.Count(contact => contact.Id is null).ShouldBe(plan.Counts[RowKind.NewContactAtNewAccount] + plan.Counts[RowKind.NewContactAtKnownAccount]);
            foreach (var added in after.Contacts.Skip(pair.directory.Contacts.Count))
                after.Contacts.Count(other => other.AccountId == added.AccountId && Key(other) == Key(added)).ShouldBe(1, $"{added.Name} has no twin");
        }));
    }

    private static string Key(DirectoryContact contact) => ComparedNames.PersonKey(contact.Name);

    private static ImportPlan Plan(ImportRow[] rows, DirectorySnapshot directory) => DryRun.Plan(rows, Mapping, "DE", Today, directory);

    private static Gen<ImportRow> Rows() =>
        Values.Select(values => Gen.Elements(values)).Aggregate(Gen.Constant(Array.Empty<Cell>()), (row, value) => from cells in row from text in value select (Cell[])[.. cells, new Cell(text)])
            .Select(cells => new ImportRow(0, cells));
}

using AccountNudge.Core.Accounts;
using AccountNudge.Core.Import;
using AccountNudge.Core.Texts;
using NodaTime;
using static AccountNudge.Core.Import.RowKind;

namespace AccountNudge.Core.Tests.Import;

public class DryRunTests
{
    private const string Headers = "Kunde;Stufe;Betreuer;Kunde seit;Letztes Gespräch;Rhythmus;Ansprechperson;Rolle;Telefon;Mail;Geburtstag;Notizen";

    private static readonly LocalDate Today = new(2026, 12, 1);
    private static readonly DirectoryMember Anna = new(Guid.CreateVersion7(), "Anna Berg", "anna@agency.example");
    private static readonly DirectoryAccount Weber = new(Guid.CreateVersion7(), "Weber GmbH") { Tier = Tier.A };
    private static readonly DirectoryContact Sabine = new(Guid.CreateVersion7(), Weber.Id, "Sabine Klein") { Phone = "0221 5550123", Email = "s.klein@weber.example" };
    private static readonly DirectorySnapshot Known = new() { Accounts = [Weber], Contacts = [Sabine], Members = [Anna] };

    [Fact]
    public void Each_row_has_an_outcome()
    {
        var plan = Plan(
            "Falk AG;B;Anna Berg;1.3.2019;2.3.2026;alle 2 Wochen;;;;;;",
            "Falk AG;;;;;;Frau Jana Weiß;IT;0171 5550123;j@falk.example;20.07.;mag Riesling",
            "Weber;;;;;;Jonas Brandt;;;;;",
            "WEBER GmbH;;;;;;Dr. Sabine Klein;;+49 221 5550123;;;",
            "Weber GmbH;;;;;;Klein, Sabine;Einkauf;;;;",
            "falk;;;;;;Jana Weiss;;;;;",
            ";;;;;;Niemand;;;;;",
            "Seidel;;;;;;Ute Falk;;;;;");
        plan.Rows.Select(row => row.Kind).ShouldBe([NewAccount, NewContactAtNewAccount, NewContactAtKnownAccount, Unchanged, Completed, Repeated, LeftOut, NewContactAtNewAccount]);
        plan.Rows.Select(row => row.Row).ShouldBe([2, 3, 4, 5, 6, 7, 8, 9]);
        plan.Counts[NewContactAtNewAccount].ShouldBe(2);
        plan.First(NewContactAtNewAccount, 1).Single().Row.ShouldBe(3);
        plan.Accounts.Select(account => (account.Name, account.Id)).ShouldBe([("Falk AG", null), ("Seidel", null)]);
        plan.Contacts.Select(contact => (contact.Name, contact.Id)).ShouldBe([("Frau Jana Weiß", null), ("Jonas Brandt", null), ("Sabine Klein", Sabine.Id), ("Ute Falk", null)]);
        var falk = plan.Accounts[0];
        (falk.Tier, falk.OwnerId, falk.Since, falk.LastContact, falk.Rhythm).ShouldBe((Tier.B, Anna.Id, new LocalDate(2019, 3, 1), new LocalDate(2026, 3, 2), new ImportedRhythm(14, null)));
        var jana = plan.Contacts[0];
        (jana.Role, jana.Phone, jana.Email, jana.Birthday, jana.Notes).ShouldBe(("IT", "0171 5550123", "j@falk.example", new Birthday(new AnnualDate(7, 20), null), "mag Riesling"));
        plan.Rows[4].Filled.ShouldBe([ImportField.Role]);
        Said(plan, 6).ShouldBe(["Es ist kein Kunde genannt."]);
    }

    [Fact]
    public void Nothing_that_stands_is_overwritten_and_what_differs_is_reported()
    {
        var plan = Plan("Weber GmbH;C;;;;;Sabine Klein;;0171 5550199;other@weber.example;;");
        plan.Rows.Single().Kind.ShouldBe(Unchanged);
        (plan.Accounts.Count, plan.Contacts.Count).ShouldBe((0, 0));
        Said(plan, 0).ShouldBe(["Stufe: bleibt „A“, in der Datei steht „C“.", "Telefon: bleibt „0221 5550123“, in der Datei steht „0171 5550199“.", "Mail: bleibt „s.klein@weber.example“, in der Datei steht „other@weber.example“."]);
    }

    [Fact]
    public void A_year_of_birth_completes_a_day()
    {
        var known = Known with { Contacts = [Sabine with { Birthday = new Birthday(new AnnualDate(2, 1), null) }] };
        var plan = Plan(known, "Weber;;;;;;Sabine Klein;;;;1.2.1980;");
        plan.Rows.Single().Filled.ShouldBe([ImportField.Birthday]);
        var after = known.After(plan);
        after.Contacts.Single().Birthday.ShouldBe(new Birthday(new AnnualDate(2, 1), 1980));
        Plan(after, "Weber;;;;;;Sabine Klein;;;;1.2.;").Rows.Single().Remarks.ShouldBeEmpty();
        Said(Plan(after, "Weber;;;;;;Sabine Klein;;;;2.2.1980;"), 0).ShouldBe(["Geburtstag: bleibt „1. Februar 1980“, in der Datei steht „2. Februar 1980“."]);
    }

    [Theory]
    [InlineData("Weber;;;;;;S. Klein;;0221/5550123;;;", Unchanged)]
    [InlineData("Weber;;;;;;Sabine Klein-Berg;;;S.KLEIN@weber.example;;", Unchanged)]
    [InlineData("Weber;;;;;;Bine;;;s.klein@weber.example;;", Unchanged)]
    [InlineData("Weber;;;;;;Sabine Groß;;;;;", NewContactAtKnownAccount)]
    [InlineData("Weber;;;;;;Jonas Brandt;;0221 5550123;;;", NewContactAtKnownAccount)]
    [InlineData("Seidel;;;;;;Sabine Klein;;0221 5550123;;;", NewContactAtNewAccount)]
    public void People_are_known_by_name_mail_or_number_at_their_client(string row, RowKind kind) => Plan(row).Rows.Single().Kind.ShouldBe(kind);

    [Fact]
    public void A_switchboard_makes_nobody_the_same_person()
    {
        var plan = Plan("Falk;;;;;;Ute Hansen;;0221 777000;;;", "Falk;;;;;;Jonas Brandt;;0221 777000;;;", "Falk;;;;;;Mia Weiß;;0221 777000;info@falk.example;;", "Falk;;;;;;Olaf Groß;;;info@falk.example;;");
        plan.Rows.Select(row => row.Kind).ShouldAllBe(kind => kind == NewContactAtNewAccount);
        Said(Plan("Weber;;;;;;Jonas Brandt;;0221 5550123;;;"), 0).Single().ShouldStartWith("Sabine Klein hat dieselbe Nummer oder Mailadresse.");
    }

    [Fact]
    public void Clients_that_differ_in_their_legal_form_are_kept_apart_and_a_bare_name_is_asked_about()
    {
        var plan = Plan("Hansen GmbH;A;;;;;;;;;;", "Hansen;;;;;;;;;;;", "Hansen SE;B;;;;;;;;;;", "Hansen GmbH;;;;;;;;;;;");
        plan.Rows.Select(row => row.Kind).ShouldBe([NewAccount, LeftOut, NewAccount, Repeated]);
        Said(plan, 1).ShouldBe(["Mit „Hansen“ können mehrere Kunden gemeint sein. Bitte die Rechtsform dazuschreiben."]);
        Plan("Müller und Söhne;;;;;;;;;;;", "Mueller & Soehne KG;;;;;;;;;;;").Rows.Select(row => row.Kind).ShouldBe([NewAccount, Repeated]);
    }

    [Fact]
    public void The_latest_talk_of_a_client_counts_and_an_earlier_one_than_noted_is_no_difference()
    {
        Plan("Falk;;;;1.3.2026;;A B;;;;;", "Falk;;;;1.5.2026;;C D;;;;;", "Falk;;;;1.4.2026;;E F;;;;;").Accounts.Single().LastContact.ShouldBe(new LocalDate(2026, 5, 1));
        var known = Known with { Accounts = [Weber with { LastContact = new LocalDate(2026, 4, 1) }] };
        Plan(known, "Weber;;;;1.3.2026;;;;;;;").Rows.Single().Remarks.ShouldBeEmpty();
        Said(Plan(known, "Weber;;;;1.5.2026;;;;;;;"), 0).ShouldBe(["letztes Gespräch: bleibt „1. April 2026“, in der Datei steht „1. Mai 2026“."]);
    }

    [Fact]
    public void Whoever_left_or_was_erased_stays_as_they_are()
    {
        var gone = Known with { Contacts = [Sabine with { IsThere = false }] };
        var plan = Plan(gone, "Weber;;;;;;Sabine Klein;Einkauf;;;;");
        plan.Rows.Single().Kind.ShouldBe(Unchanged);
        Said(plan, 0).ShouldBe(["Sabine Klein ist nicht mehr dort, deshalb kommt nichts dazu."]);
        foreach (var key in new[] { "name:weber/jonas brandt", "mail:j@weber.example", "phone:+491715550123" })
        {
            var erased = Plan(Known with { IsErased = asked => asked == key }, "Weber AG;;;;;;Jonas Brandt;;0171 5550123;J@weber.example;;");
            erased.Rows.Single().Kind.ShouldBe(LeftOut);
            (erased.Accounts.Count, erased.Contacts.Count).ShouldBe((0, 0));
            Said(erased, 0)[0].ShouldBe("Die Daten dieser Person wurden endgültig gelöscht und werden nicht wieder eingetragen.");
        }
    }

    [Fact]
    public void Ambiguous_dates_are_left_out_until_somebody_says_their_order()
    {
        var table = ImportFiles.Table("Client,Contact,Birthday\nFalk,Ute,03/04/1980\nFalk,Jana,05/06/1981\n");
        var mapping = ColumnMapping.Propose(table.Headers);
        var plan = DryRun.Plan(table.Rows, mapping, "US", Today, new DirectorySnapshot());
        plan.AmbiguousDates.ShouldBe(["Birthday"]);
        plan.Contacts.ShouldAllBe(contact => contact.Birthday == null);
        plan = DryRun.Plan(table.Rows, mapping.With("Birthday", DateOrder.MonthFirst), "US", Today, new DirectorySnapshot());
        plan.AmbiguousDates.ShouldBeEmpty();
        plan.Contacts.Select(contact => contact.Birthday!.Day).ShouldBe([new AnnualDate(3, 4), new AnnualDate(5, 6)]);
    }

    [Fact]
    public void What_a_row_lacks_or_says_wrongly_is_reported_and_the_rest_is_taken()
    {
        var plan = Plan("Falk;lead;Tom;31.2.2020;;nach Bedarf;;;0221 5550123;;;", "#;;;;;;Ute;;;;;", $"{new string('x', 121)};;;;;;Ute;;;;;");
        plan.Rows.Select(row => row.Kind).ShouldBe([NewAccount, LeftOut, LeftOut]);
        Said(plan, 0).Order().ShouldBe(new[]
        {
            "„lead“ ist keine Stufe. Es gibt A, B und C.",
            "„Tom“ gehört nicht zum Team, den Kunden betreut deshalb noch niemand.",
            "Kunde seit: Den Tag „31.2.2020“ gibt es nicht.",
            "Den Rhythmus „nach Bedarf“ verstehe ich nicht. So geht es: alle 2 Wochen, monatlich.",
            "Niemand ist genannt: Telefon und Mail stehen in den Notizen zum Kunden, ein Geburtstag fehlt.",
        }.Order());
        Said(plan, 1).ShouldBe(["„#“ ist kein Name."]);
    }

    [Fact]
    public void Unknown_headers_are_reported() =>
        DryRun.Plan([], ColumnMapping.Propose(["Kunde", "Lieblingswein"]), "DE", Today, Known).UnknownHeaders.ShouldBe(["Lieblingswein"]);

    private static List<string> Said(ImportPlan plan, int row) => [.. plan.Rows[row].Remarks.Select(remark => remark.Plain(Voice.German))];

    private static ImportPlan Plan(params string[] rows) => Plan(Known, rows);

    private static ImportPlan Plan(DirectorySnapshot known, params string[] rows)
    {
        var table = ImportFiles.Table($"{Headers}\n{string.Join('\n', rows)}");
        return DryRun.Plan(table.Rows, ColumnMapping.Propose(table.Headers), "DE", Today, known);
    }
}

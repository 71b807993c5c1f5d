using AccountNudge.Core.Accounts;
using AccountNudge.Core.Import;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Words;

/// <summary>Import finds whom it knows by the same rules by which the conversation refuses a name that is taken.</summary>
public class ImportedNamesTests
{
    private static readonly ColumnMapping Mapping = ColumnMapping.Propose(["Client", "Contact"]);

    public static TheoryData<string> Forms => [.. ComparedNames.SureLegalForms.Concat(["GmbH & Co. KG", "e.V.", "e.K.", "eG", "SE", "S.A.", "UG (haftungsbeschränkt)", "mbB", "Holding", "und Söhne", "& Söhne", "And Co"])];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_clients_name_is_known_where_it_is_taken(string form)
    {
        foreach (var (known, name) in new[] { ("Weber", $"Weber {form}"), ($"WEBER {form}", "weber"), ($"Weber {form}", "Weber GmbH"), ($"Weber {form}", $"Weber, {form}") })
            (Kind(known, "", name, "") == RowKind.Unchanged).ShouldBe(AccountKey.Of(known).IsSameAs(AccountKey.Of(name)), $"{known} and {name}");
    }

    [Fact]
    public void A_persons_name_is_known_with_and_without_each_form_of_address()
    {
        foreach (var title in ComparedNames.Honorifics) Kind("Weber", "Sabine Klein", "Weber", $"{title} Sabine Klein").ShouldBe(RowKind.Unchanged, title);
    }

    private static RowKind Kind(string known, string knownContact, string name, string contact)
    {
        var account = new DirectoryAccount(Guid.NewGuid(), known);
        var directory = new DirectorySnapshot { Accounts = [account], Contacts = knownContact.Length > 0 ? [new DirectoryContact(Guid.NewGuid(), account.Id, knownContact)] : [] };
        var row = new ImportRow(2, [new Cell(name), new Cell(contact)]);
        return DryRun.Plan([row], Mapping, "DE", new LocalDate(2026, 12, 1), directory).Rows.Single().Kind;
    }
}

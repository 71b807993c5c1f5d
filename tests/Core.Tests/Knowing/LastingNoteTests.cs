using AccountNudge.Core.Accounts;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Knowing;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Knowing;

public class LastingNoteTests
{
    private static readonly Account Weber = new() { WorkspaceId = Guid.NewGuid(), TeamId = Guid.NewGuid(), Name = "Weber GmbH", EnteredOn = new(2026, 1, 1) };

    [Theory]
    [InlineData("2026-08-31", "2027-02-27", false)]
    [InlineData("2026-08-31", "2027-02-28", false)] // its last day is the shorter month's
    [InlineData("2026-08-31", "2027-03-01", true)]
    [InlineData("2026-03-02", "2026-09-02", false)]
    [InlineData("2026-03-02", "2026-09-03", true)]
    public void It_is_old_after_six_months(string noted, string today, bool isOld) =>
        LastingNote.Of(NoteKind.Topic, Weber, null, "the new warehouse", On(Day(noted))).IsOld(Day(today)).ShouldBe(isOld);

    [Theory]
    [InlineData("Fabian, business partner", "Fabian, business partner")]
    [InlineData("Fabian, Geschäftspartner", "Fabian, Geschäftspartner")]
    [InlineData("Fabian (business partner)", "Fabian, business partner")]
    [InlineData("Anna-Lena – Assistenz", "Anna-Lena, Assistenz")]
    [InlineData("Zoë: head of purchasing.", "Zoë, head of purchasing")]
    [InlineData("Ute, Leiterin der Tochtergesellschaft", "Ute, Leiterin der Tochtergesellschaft")]
    [InlineData("Jo, a kind colleague", "Jo, a kind colleague")]
    public void Somebody_to_ask_after_has_a_first_name_and_a_role(string typed, string kept) => RelatedPerson.Read(typed).ToString().ShouldBe(kept);

    [Theory]
    [InlineData("Julia, his wife")]
    [InlineData("Tom, the eldest son")]
    [InlineData("Mia, daughter")]
    [InlineData("Mary, mother-in-law")]
    [InlineData("Julia, seine Frau")]
    [InlineData("Jonas, Sohn")]
    [InlineData("Mia (Tochter)")]
    [InlineData("Jan, Schwägerin")]
    [InlineData("Opa Heinz, Gründer")]
    [InlineData("Lukas, das jüngste Kind")]
    [InlineData("the children")]
    public void Family_is_not_kept(string typed) => Should.Throw<RefusalException>(() => RelatedPerson.Read(typed)).Reason.ShouldBe(KnowingRefusals.Family);

    [Theory]
    [InlineData("Fabian")]
    [InlineData("Fabian, ")]
    [InlineData("Fabian Schmidt, business partner")]
    [InlineData(", business partner")]
    [InlineData("Fabian, 4711")]
    [InlineData("F4bian, partner")]
    public void Anything_but_a_first_name_and_a_role_is_refused(string typed) => Should.Throw<RefusalException>(() => RelatedPerson.Read(typed)).Reason.ShouldBe(KnowingRefusals.NotNameAndRole);

    [Fact]
    public void A_wish_says_at_least_one_thing()
    {
        Should.Throw<RefusalException>(() => LastingNote.Wish(Weber, null, " ", null, null, On(new(2026, 3, 2)))).Reason.ShouldBe(KnowingRefusals.Empty);
        LastingNote.Wish(Weber, null, "", InteractionKind.Mail, null, On(new(2026, 3, 2))).Channel.ShouldBe(InteractionKind.Mail);
        LastingNote.Wish(Weber, null, "", null, FormOfAddress.Sie, On(new(2026, 3, 2))).Address.ShouldBe(FormOfAddress.Sie);
    }

    private static NoteAct On(LocalDate day) => new(Guid.NewGuid(), Instant.FromUtc(2026, 3, 2, 9, 0), day);

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}

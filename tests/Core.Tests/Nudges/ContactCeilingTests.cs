using AccountNudge.Core.Accounts;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>How often a client hears from us at most. 2 March 2026 is a Monday.</summary>
public class ContactCeilingTests
{
    private static readonly LocalDate Today = new(2026, 9, 14);

    [Theory]
    [InlineData(Tier.A, 3)]
    [InlineData(Tier.B, 2)]
    [InlineData(Tier.C, 1)]
    public void Each_tier_has_its_ceiling(Tier tier, int contacts) => Old(tier).Facts.CeilingOn(Today).ShouldBe(new Ceiling(contacts, 7));

    [Theory]
    [InlineData(Tier.A, 1, 7)]
    [InlineData(Tier.B, 1, 7)]
    [InlineData(Tier.C, 1, 14)]
    public void Who_likes_it_quiet_has_half_of_it(Tier tier, int contacts, int days)
    {
        var story = Old(tier);
        story.Agreed(cadence => cadence.Reserve(false, story.CadenceAct())).Facts.CeilingOn(Today).ShouldBe(new Ceiling(contacts, days));
    }

    [Theory]
    [InlineData(Tier.A, 59, 2)]
    [InlineData(Tier.A, 60, 3)]
    [InlineData(Tier.B, 0, 1)]
    [InlineData(Tier.B, 59, 1)]
    [InlineData(Tier.B, 60, 2)]
    [InlineData(Tier.C, 59, 1)]
    public void The_first_sixty_days_are_gentler(Tier tier, int days, int contacts)
    {
        var story = new Story("2026-03-02T10:00", tier).Team();
        var began = new LocalDate(2026, 3, 2);
        story.Facts.CeilingOn(began.PlusDays(days)).Contacts.ShouldBe(contacts);
        story.Account.Since = began.PlusDays(-30); // the work began before the account was entered
        story.Facts.CeilingOn(began.PlusDays(days - 30)).Contacts.ShouldBe(contacts);
    }

    [Theory]
    [InlineData(null, 5, 7, 5, 7)] // agreed, and more than the tier's
    [InlineData(null, 1, 30, 1, 30)]
    [InlineData(2, null, null, 4, 7)] // every other day was agreed: that is never too much
    [InlineData(7, null, null, 2, 7)]
    [InlineData(30, null, null, 2, 7)]
    public void What_was_agreed_comes_first(int? floor, int? contacts, int? days, int most, int within)
    {
        var story = Old(Tier.B);
        story.Agree(new CadenceTerms(floor, contacts is null ? null : new Ceiling(contacts.Value, days!.Value), null)).Facts.CeilingOn(Today).ShouldBe(new Ceiling(most, within));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(6, 3)]
    [InlineData(7, null)] // a week ago to the day is no longer this week
    [InlineData(8, null)]
    [InlineData(-1, null)] // noted for a later day than this one
    public void A_week_has_seven_days(int daysAgo, int? counted)
    {
        var facts = Old(Tier.B).Facts;
        facts.TooMany(Contact(0), [Contact(0), Contact(daysAgo, Guid.NewGuid())])?.Contacts.ShouldBe(counted!.Value);
        (facts.TooMany(Contact(0), [Contact(0), Contact(daysAgo, Guid.NewGuid())]) is null).ShouldBe(counted is null);
    }

    [Fact]
    public void Everybody_counts_and_is_counted_once()
    {
        var (facts, ben, cleo) = (Old(Tier.B).Facts, Guid.NewGuid(), Guid.NewGuid());
        facts.TooMany(Contact(0), [Contact(1, ben), Contact(2, ben), Contact(3, cleo)]).ShouldBe(new TooManyContacts(4, 3, 7));
        facts.TooMany(Contact(0), [Contact(1), Contact(2), Contact(3)]).ShouldBeNull(); // whoever is alone with them knows
        facts.TooMany(Contact(0), [Contact(1, ben)]).ShouldBeNull();
    }

    [Fact]
    public void What_was_said_while_an_answer_was_owed_does_not_count()
    {
        var story = Old(Tier.C);
        story.Until("2026-09-11T10:00");
        var complaint = story.Complain();
        story.Do(told => complaint.Acknowledge(told.Act())).Until("2026-09-11T11:00");
        var during = new OwnContact(new(2026, 9, 11), Guid.NewGuid(), story.Now);
        story.Facts.TooMany(during with { RecordedAt = story.Now + Duration.FromHours(1) }, [during, during]).ShouldBeNull();
        story.Until("2026-09-11T15:00").Do(told => complaint.CloseAsUnjustified(told.Act())).Until("2026-09-14T10:00");
        story.Facts.TooMany(Contact(0), [during, during]).ShouldBeNull();
        story.Facts.TooMany(Contact(0), [during with { RecordedAt = story.At("2026-09-11T15:01") }]).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(InteractionKind.Call, Direction.We, true)]
    [InlineData(InteractionKind.Greeting, Direction.We, true)]
    [InlineData(InteractionKind.Newsletter, Direction.We, true)]
    [InlineData(InteractionKind.Note, Direction.We, false)]
    [InlineData(InteractionKind.Call, Direction.They, false)]
    [InlineData(null, Direction.We, true)] // planned, and nobody said how
    public void What_reaches_the_client_from_us_counts(InteractionKind? kind, Direction direction, bool counts) => ContactCeiling.Counts(kind, direction).ShouldBe(counts);

    /// <summary>A client of half a year.</summary>
    private static Story Old(Tier tier) => new Story("2026-03-02T10:00", tier).Team().Until("2026-09-10T10:00");

    private static OwnContact Contact(int daysAgo, Guid member = default) => new(Today.PlusDays(-daysAgo), member, Instant.FromUtc(2026, 9, 14, 8, 0));
}

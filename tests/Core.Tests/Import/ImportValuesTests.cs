using AccountNudge.Core.Accounts;
using AccountNudge.Core.Import;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Import;

public class ImportValuesTests
{
    private static readonly LocalDate Today = new(2026, 12, 1);

    [Theory]
    [InlineData("31.12.2020 1.2.2020", DateOrder.DayFirst)]
    [InlineData("03/04/2020 04/30/2021", DateOrder.MonthFirst)]
    [InlineData("03/04/2020 30/04/2021", DateOrder.DayFirst)]
    [InlineData("1.2.2020 20.07.", DateOrder.DayFirst)]
    [InlineData("1.2. 3.4.", DateOrder.DayFirst)]
    [InlineData("1/13/2020 2/14/2020 1/15/2020 1/16/2020 1/17/2020 1/18/2020 1/19/2020 1/20/2020 1/21/2020 31/1/2020", DateOrder.MonthFirst)]
    public void A_column_shows_in_which_order_its_dates_are(string cells, DateOrder order) => Column(cells).Order.ShouldBe(order);

    [Theory]
    [InlineData("03/04/2020 05/06/2020", true)]
    [InlineData("13/04/2020 04/13/2020", true)]
    [InlineData("3/3/2020 4-4-2020", false)]
    [InlineData("2020-03-04 --02-29 20200304", false)]
    [InlineData("0.0.00 unknown", false)]
    public void Where_nothing_decides_somebody_must_be_asked(string cells, bool isAmbiguous) =>
        (Column(cells).Order, Column(cells).IsAmbiguous).ShouldBe(((DateOrder?)null, isAmbiguous));

    [Theory]
    [InlineData("1984-07-19", 7, 19, 1984)]
    [InlineData("19840719", 7, 19, 1984)]
    [InlineData("--02-29", 2, 29, null)]
    [InlineData("--0229", 2, 29, null)]
    [InlineData("20.07.", 7, 20, null)]
    [InlineData("29.02.", 2, 29, null)]
    [InlineData("29.02.1980", 2, 29, 1980)]
    [InlineData("1. März 1970", 3, 1, 1970)]
    [InlineData("March 1st, 1970", 3, 1, 1970)]
    [InlineData("01-Mar-70", 3, 1, 1970)]
    [InlineData("20. Juli", 7, 20, null)]
    [InlineData("05.03.12", 3, 5, 2012)]
    [InlineData("05.03.55", 3, 5, 1955)]
    [InlineData("05.03.20", 3, 5, 1920)]
    [InlineData("05.03.2026", 3, 5, null)]
    [InlineData("05.03.1604", 3, 5, null)]
    [InlineData("1984-07-19 00:00:00", 7, 19, 1984)]
    public void Birthdays_are_read_with_their_year_where_it_can_be_right(string text, int month, int day, int? year) =>
        DateValues.Birthday(new Cell(text), "Geburtstag", DateOrder.DayFirst, Today, []).ShouldBe(new Birthday(new AnnualDate(month, day), year));

    [Theory]
    [InlineData("31.02.1980", "Geburtstag: there is no such day as “31.02.1980”.")]
    [InlineData("29.02.1981", "Geburtstag: there is no such day as “29.02.1981”.")]
    [InlineData("30.02.", "Geburtstag: there is no such day as “30.02.”.")]
    [InlineData("12.13.1980", "Geburtstag: there is no such day as “12.13.1980”.")]
    [InlineData("unknown", "Geburtstag: “unknown” is no date.")]
    [InlineData("0.0.00", null)]
    [InlineData("", null)]
    public void Impossible_birthdays_are_left_out_and_reported(string text, string? remark)
    {
        var remarks = new List<Text>();
        DateValues.Birthday(new Cell(text), "Geburtstag", DateOrder.DayFirst, Today, remarks).ShouldBeNull();
        remarks.Select(said => said.Plain(Voice.English)).ShouldBe(remark is null ? [] : [remark]);
    }

    [Theory]
    [InlineData("11/14/2026 00:00", DateOrder.MonthFirst, "2026-11-14")]
    [InlineData("04/30/2026 12:00:00 AM", DateOrder.MonthFirst, "2026-04-30")]
    [InlineData("2026-04-30T10:15:00Z", null, "2026-04-30")]
    [InlineData("09.02.26", DateOrder.DayFirst, "2026-02-09")]
    [InlineData("02.12.26", DateOrder.DayFirst, null)]
    [InlineData("02.12.27", DateOrder.DayFirst, "1927-12-02")]
    [InlineData("01.12.2026", DateOrder.DayFirst, "2026-12-01")]
    [InlineData("02.12.2026", DateOrder.DayFirst, null)]
    [InlineData("1.1.1900", DateOrder.DayFirst, null)]
    [InlineData("20.07.", DateOrder.DayFirst, null)]
    [InlineData("3/4/2026", null, null)]
    [InlineData("3/3/2026", null, "2026-03-03")]
    public void Other_days_are_never_ahead(string text, DateOrder? order, string? expected)
    {
        var remarks = new List<Text>();
        var day = DateValues.Past(new Cell(text), "Kontakt", order, Today, remarks);
        day?.ToString("uuuu-MM-dd", null).ShouldBe(expected);
        (day is null).ShouldBe(expected is null);
        remarks.Count.ShouldBe(expected is null ? 1 : 0);
    }

    [Fact]
    public void A_date_of_a_workbook_needs_no_order() =>
        DateValues.Past(new Cell("2026-03-04", new LocalDate(2026, 3, 4)), "Kontakt", null, Today, []).ShouldBe(new LocalDate(2026, 3, 4));

    [Theory]
    [InlineData("A", Tier.A)]
    [InlineData("b", Tier.B)]
    [InlineData("Tier C", Tier.C)]
    [InlineData("Stufe a", Tier.A)]
    [InlineData("A-Kunde", Tier.A)]
    [InlineData("Klasse: B", Tier.B)]
    [InlineData("lead", null)]
    [InlineData("D", null)]
    [InlineData("1", null)]
    [InlineData("A/B", null)]
    public void Tiers_are_read_in_their_spellings(string text, Tier? tier)
    {
        var remarks = new List<Text>();
        AccountValues.Tier(text, remarks).ShouldBe(tier);
        remarks.Count.ShouldBe(tier is null ? 1 : 0);
    }

    [Theory]
    [InlineData("wöchentlich Mail", 7, InteractionKind.Mail)]
    [InlineData("Telefon alle 2 Wochen", 14, InteractionKind.Call)]
    [InlineData("every two weeks", 14, null)]
    [InlineData("14-tägig", 14, null)]
    [InlineData("monthly by e-mail", 30, InteractionKind.Mail)]
    [InlineData("4x im Jahr", 91, null)]
    [InlineData("twice a month", 15, null)]
    [InlineData("vierteljährlich Besuch", 90, InteractionKind.Visit)]
    [InlineData("WhatsApp", null, InteractionKind.Chat)]
    public void Rhythms_are_read(string text, int? days, InteractionKind? channel) => AccountValues.Rhythm(text, []).ShouldBe(new ImportedRhythm(days, channel));

    [Theory]
    [InlineData("nach Bedarf")]
    [InlineData("alle 999 Jahre")]
    [InlineData("5")]
    public void Other_rhythms_are_reported(string text)
    {
        var remarks = new List<Text>();
        AccountValues.Rhythm(text, remarks).ShouldBeNull();
        remarks.Single().Plain(Voice.German).ShouldStartWith($"Den Rhythmus „{text}“ verstehe ich nicht.");
    }

    [Theory]
    [InlineData("0221 5550123", "DE", "+492215550123")]
    [InlineData("+49 (0)221 / 555 01-23", "DE", "+492215550123")]
    [InlineData("0049 221 5550123", "DE", "+492215550123")]
    [InlineData("(212) 555-0123", "US", "+12125550123")]
    [InlineData("020 7366 9044", "GB", "+442073669044")]
    [InlineData("+44 20 7366 9044", "DE", "+442073669044")]
    [InlineData("0221 5550 ext. 12", "DE", "+492215550;12")]
    [InlineData("unknown", "DE", null)]
    [InlineData("12", "DE", null)]
    [InlineData("+49 1234567890123456789", "DE", null)]
    public void Numbers_are_read_by_the_rules_of_the_region(string text, string region, string? key) => new PhonesAndMails(region).PhoneKey(text).ShouldBe(key);

    [Fact]
    public void Several_numbers_and_addresses_in_a_cell_are_told_apart_and_wrong_ones_reported()
    {
        var remarks = new List<Text>();
        new PhonesAndMails("DE").Phones(["0221 5550123 ::: 0221-5550123 ::: 0171 5550123", "n/a"], cell => remarks.Add(ImportTexts.NoPhone(cell))).Select(phone => phone.Typed).ShouldBe(["0221 5550123", "0171 5550123"]);
        PhonesAndMails.Emails(["Sabine <S.Klein@weber.example>; mailto:info@weber.example, s.klein@weber.example", "not an address"], cell => remarks.Add(ImportTexts.NoEmail(cell)))
            .Select(mail => mail.Typed).ShouldBe(["S.Klein@weber.example", "info@weber.example"]);
        remarks.Select(said => said.Plain(Voice.English)).ShouldBe(["“n/a” is no phone number.", "“not an address” is no email address."]);
    }

    private static DateColumn Column(string cells)
    {
        var column = new DateColumn();
        foreach (var cell in cells.Split(' ')) column.Add(new Cell(cell));
        return column;
    }
}

using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;
using NodaTime;
using NodaTime.Text;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("today|heute|Heute.", "2027-05-12")]
    [InlineData("yesterday|gestern|GESTERN", "2027-05-11")]
    [InlineData("day before yesterday|the day before yesterday|vorgestern", "2027-05-10")]
    [InlineData("tomorrow|morgen", "2027-05-13")]
    [InlineData("day after tomorrow|übermorgen|uebermorgen", "2027-05-14")]
    [InlineData("Fri|Fr|Fr.|Friday|Freitag|on Friday|am Freitag|am Fr|this Friday|diesen Freitag|next Friday|nächsten Freitag|kommenden Freitag", "2027-05-14")]
    [InlineData("So|Sun|am So|Sonntag", "2027-05-16")]
    [InlineData("Wed|Mi|Mittwoch|next Wednesday|Mi nächster Woche", "2027-05-19")]
    [InlineData("this Wednesday|diesen Mittwoch", "2027-05-12")]
    [InlineData("next Monday|nächsten Montag|next week|nächste Woche|Mo", "2027-05-17")]
    [InlineData("Friday next week|Freitag nächster Woche|Fr nächste Woche", "2027-05-21")]
    [InlineData("last Friday|letzten Freitag|vergangenen Freitag", "2027-05-07")]
    [InlineData("last week|letzte Woche|a week ago|vor einer Woche|vor 7 Tagen", "2027-05-05")]
    [InlineData("2 weeks|2 Wochen|in 2 weeks|in 2 Wochen|in two weeks|in zwei Wochen|in 14 Tagen", "2027-05-26")]
    [InlineData("3 days ago|vor 3 Tagen|vor drei Tagen|three days ago", "2027-05-09")]
    [InlineData("in a month|in einem Monat", "2027-06-12")]
    [InlineData("next month|nächsten Monat", "2027-06-01")]
    [InlineData("14 May|14. Mai|May 14|May 14th|14th of May|14.5.|14.05.2027|14/05/2027|2027-05-14|14.5.27|14. 5.|14. 5. 2027|14. Mai 2027|May 14, 2027|am 14. Mai", "2027-05-14")]
    [InlineData("Friday 14 May|Fr, 14.5.|Freitag, den 14. Mai 2027|on Friday, 14 May|am 14.|on the 14th", "2027-05-14")]
    [InlineData("1.3.|1 March|1. März|1. Maerz|Mar 1", "2028-03-01")]
    [InlineData("29.2.|29 Feb|29. Februar", "2028-02-29")]
    [InlineData("end of month|Monatsende|Ende des Monats|end of the month|Ende Mai", "2027-05-31")]
    [InlineData("end of next month|Ende nächsten Monats|Ende Juni", "2027-06-30")]
    [InlineData("end of week|Ende der Woche|end of the week", "2027-05-14")]
    [InlineData("Wochenende|am Wochenende|weekend", "2027-05-15")]
    [InlineData("end of year|Jahresende", "2027-12-31")]
    public void Reads_dates(string spellings, string date) => EachReads(spellings, past: false, date);

    [Theory]
    [InlineData("Fri|Fr|Friday|am Freitag", "2027-05-07")]
    [InlineData("Wed|Mi|Mittwoch", "2027-05-12")]
    [InlineData("14 May|14.5.", "2026-05-14")]
    [InlineData("12 May|12.5.", "2027-05-12")]
    [InlineData("29 Feb|29.2.", "2024-02-29")]
    [InlineData("14.5.28|14/5/28", "1928-05-14")]
    [InlineData("March 2019|März 2019", "2019-03-01")]
    [InlineData("on the 14th|am 14.", "2027-04-14")]
    public void Looks_back_when_asked(string spellings, string date) => EachReads(spellings, past: true, date);

    [Theory]
    [InlineData("tomorrow 15:00|morgen 15 Uhr|morgen um 15:00 Uhr|tomorrow at 3pm|tomorrow 3 p.m.|3pm tomorrow|um 15 Uhr morgen|2027-05-13T15:00|2027-05-13 15:00", "2027-05-13T15:00")]
    [InlineData("15:00|3pm|3 pm|15 Uhr|um 15:00|at 15:00|15h|heute 15 Uhr", "2027-05-12T15:00")]
    [InlineData("9:00|um 9 Uhr|9am", "2027-05-13T09:00")]
    [InlineData("Friday 9:30|Fr 9:30|Freitag um 9 Uhr 30|am Freitag um 9.30 Uhr|14.5. 9:30", "2027-05-14T09:30")]
    [InlineData("morgen früh", "2027-05-13T08:00")]
    [InlineData("tomorrow afternoon|morgen Nachmittag", "2027-05-13T14:00")]
    [InlineData("this morning|heute Morgen", "2027-05-12T09:00")]
    [InlineData("in 2 hours|in 2 Stunden|in zwei Stunden", "2027-05-12T12:30")]
    [InlineData("12am tomorrow", "2027-05-13T00:00")]
    public void Reads_times(string spellings, string time) => EachReads(spellings, past: false, time);

    [Theory]
    [InlineData("30.2.")]
    [InlineData("29.2.2027")]
    [InlineData("31 April")]
    [InlineData("32.1.2027")]
    [InlineData("2027-13-01")]
    [InlineData("Monday 14 May")]
    [InlineData("14 5")]
    [InlineData("25:00")]
    [InlineData("13pm")]
    [InlineData("0.5.")]
    [InlineData("soon")]
    [InlineData("may")]
    [InlineData("am Morgen")]
    [InlineData("")]
    [InlineData("in 99999999999 days")]
    [InlineData("٣.٥.")]
    public void Anything_else_is_no_date(string text) => DateReader.Read(text, StandIns.Now).ShouldBeNull();

    [Theory]
    [InlineData("so they called")]
    [InlineData("do it")]
    [InlineData("sat with them")]
    [InlineData("mi casa")]
    [InlineData("3 days late")]
    [InlineData("may 2 people")]
    [InlineData("14. they said")]
    [InlineData("3.5 percent")]
    [InlineData("so 2.5 hours of talk")]
    [InlineData("zum 2. Mal angerufen")]
    [InlineData("den 2. Entwurf geschickt")]
    [InlineData("the 3rd offer was sent")]
    [InlineData("2 days on site")]
    [InlineData("15.30 Euro bezahlt")]
    [InlineData("12/24/36 months")]
    [InlineData("1.2.3 released")]
    [InlineData("Mondays are bad")]
    [InlineData("2024 was better")]
    [InlineData("one May day")]
    [InlineData("halb fertig")]
    [InlineData("at 9 percent")]
    public void Prose_holds_false_friends(string text) =>
        DateReader.Find(Token.Of(text), 0, new DateQuestion(StandIns.Now) { Past = true, Place = DatePlace.Prose }).ShouldBeNull();

    [Theory]
    [InlineData("14 May|14.5.|May 14|14. Mai|--05-14|am 14. Mai", 5, 14, null)]
    [InlineData("14.5.1980|1980-05-14|14 May 1980|14. Mai 1980|14.5.80|Mi, 14.5.1980|14/05/1980", 5, 14, 1980)]
    [InlineData("29.2.|--02-29|29 February", 2, 29, null)]
    [InlineData("29.2.2000", 2, 29, 2000)]
    [InlineData("tomorrow|morgen", 5, 13, null)]
    public void Reads_days_of_the_year(string spellings, int month, int day, int? year)
    {
        foreach (var text in spellings.Split('|'))
        {
            DateReader.ReadDay(text, StandIns.Now).ShouldBe(new DayOfYear(new AnnualDate(month, day), year), text);
        }
    }

    [Theory]
    [InlineData("30.2.")]
    [InlineData("29.2.1981")]
    [InlineData("--13-01")]
    [InlineData("angry")]
    public void Impossible_days_are_no_days(string text) => DateReader.ReadDay(text, StandIns.Now).ShouldBeNull();

    [Fact]
    public void Writes_dates_in_words()
    {
        DateReader.Write(new LocalDate(2027, 5, 14), Language.English).ShouldBe("14 May 2027");
        DateReader.Write(new LocalDate(2027, 3, 1), Language.German).ShouldBe("1. März 2027");
        DateReader.Write(new When(new LocalDate(2027, 5, 14), new LocalTime(15, 0)), Language.German).ShouldBe("14. Mai 2027, 15:00 Uhr");
        DateReader.Write(new DayOfYear(new AnnualDate(2, 29)), Language.English).ShouldBe("29 February");
    }

    private static void EachReads(string spellings, bool past, string expected)
    {
        foreach (var text in spellings.Split('|'))
        {
            var when = DateReader.Read(text, StandIns.Now, past).ShouldNotBeNull(text);
            var written = when.Time is { } time ? $"{LocalDatePattern.Iso.Format(when.Date)}T{time:HH:mm}" : LocalDatePattern.Iso.Format(when.Date);
            written.ShouldBe(expected, text);
        }
    }
}

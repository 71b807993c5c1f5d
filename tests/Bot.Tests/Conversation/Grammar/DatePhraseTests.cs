using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Texts;
using NodaTime;
using NodaTime.Text;
using static AccountNudge.Bot.Tests.Conversation.Grammar.StandIns;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

/// <summary>Dates as people write them, typed behind a command and filled into a form: read whole, or asked about.</summary>
public sealed class DatePhraseTests
{
    [Theory]
    [InlineData("in a fortnight|in vierzehn Tagen|heute in 14 Tagen|today in two weeks|two weeks from now|14 Tage ab heute", "2027-05-26")]
    [InlineData("a week from Friday|Friday week|a week on Friday|Freitag in einer Woche|übernächsten Freitag|the Friday after next", "2027-05-21")]
    [InlineData("nächste Woche Freitag|next week on Friday|Freitag der nächsten Woche|Friday of next week|Ende nächster Woche|KW 20 am Freitag|Freitag KW 20", "2027-05-21")]
    [InlineData("übernächsten Montag|Monday after next|Montag in einer Woche|übernächste Woche|the week after next|KW 21|KW21|week 21|KW 21/2027", "2027-05-24")]
    [InlineData("übernächste Woche am Mittwoch|Wednesday the week after next|the week after next on Wednesday|two Wednesdays from now", "2027-05-26")]
    [InlineData("Freitag den 14.|Friday the 14th|Fr, der 14.|Freitag, den vierzehnten Mai|this week Friday|diese Woche Freitag|Friday in 2 days", "2027-05-14")]
    [InlineData("1.Juni|1.Juni 2027|1. Jun. 2027|1-Jun-2027|2027-Jun-01|1.6. 2027|June the first|ersten Juni|first of June", "2027-06-01")]
    [InlineData("24. Dez.|24.Dez|Dec-24|24/12|12/24|December twenty-fourth|24. Dezember 27", "2027-12-24")]
    [InlineData("Quartalsende|end of quarter|Ende des Quartals|end of the quarter", "2027-06-30")]
    [InlineData("Ende nächsten Quartals|end of next quarter", "2027-09-30")]
    [InlineData("in 3 Arbeitstagen|in 3 working days|3 business days from now|in drei Werktagen|Anfang nächster Woche|early next week", "2027-05-17")]
    [InlineData("nächster Werktag|am nächsten Arbeitstag|next working day|the next business day", "2027-05-13")]
    [InlineData("in einem halben Jahr|in half a year|in 6 Monaten", "2027-11-12")]
    [InlineData("in 2 Monaten und 3 Tagen|2 months and 3 days from now|in 2 months, 3 days", "2027-07-15")]
    [InlineData("ersten Montag im Juni|the first Monday of June|1. Montag im Juni", "2027-06-07")]
    [InlineData("letzten Freitag im Mai|last Friday of May|last Friday of this month|letzten Freitag des Monats", "2027-05-28")]
    [InlineData("20th of next month|am 20. des nächsten Monats|the twentieth of next month", "2027-06-20")]
    [InlineData("überübermorgen|three days from now|two days after tomorrow|zwei Tage nach morgen|nächstes Wochenende", "2027-05-15")]
    public void Looking_ahead(string spellings, string expected) => Each(spellings, Snooze, "until", "snooze Acme until {0}|wiedervorlage Acme bis {0}", expected);

    [Theory]
    [InlineData("morgen um 9|tomorrow at 9|morgen früh um 9|9am tomorrow|tomorrow at nine|morgen um neun|tomorrow 09:00", "2027-05-13T09:00")]
    [InlineData("morgen 15.30|morgen um 15.30|tomorrow at 15.30|morgen halb vier|tomorrow half past three|15.30 tomorrow", "2027-05-13T15:30")]
    [InlineData("morgen um halb drei|tomorrow at half past two|morgen halb drei Uhr", "2027-05-13T14:30")]
    [InlineData("morgen Viertel nach 2|tomorrow at quarter past two|tomorrow a quarter past 2|morgen um viertel nach zwei", "2027-05-13T14:15")]
    [InlineData("morgen dreiviertel drei|tomorrow at a quarter to three|morgen Viertel vor drei", "2027-05-13T14:45")]
    [InlineData("morgen um 3|tomorrow at 3|morgen 3 Uhr|tomorrow at three o'clock|morgen Nachmittag um 3|tomorrow afternoon at 3|morgen um 3 Uhr nachmittags", "2027-05-13T15:00")]
    [InlineData("Freitag Abend um 8|Friday evening at 8|Friday at 8pm|Freitag um 8 abends", "2027-05-14T20:00")]
    [InlineData("noon tomorrow|tomorrow noon|morgen Mittag|morgen um zwölf|tomorrow midday", "2027-05-13T12:00")]
    [InlineData("noon|um 12|at 12|heute Mittag", "2027-05-12T12:00")]
    [InlineData("um zehn vor drei|at ten to three|14.50|heute um 14.50", "2027-05-12T14:50")]
    [InlineData("um 9|at nine|9.00|9 Uhr morgens", "2027-05-13T09:00")]
    [InlineData("tonight at 8|this evening at 8|heute Abend um 8|8 Uhr abends", "2027-05-12T20:00")]
    [InlineData("Freitagabend|am Freitag am Abend|Friday in the evening", "2027-05-14T18:00")]
    public void Times(string spellings, string expected) => Each(spellings, Snooze, "until", "snooze Acme until {0}|wiedervorlage Acme bis {0}", expected);

    [Theory]
    [InlineData("heute vor einer Woche|a week ago today|vor einer Woche|one week ago", "2027-05-05")]
    [InlineData("gestern vor zwei Wochen|two weeks ago yesterday", "2027-04-27")]
    [InlineData("letzte Woche Dienstag|Dienstag letzter Woche|last week Tuesday|Tuesday of last week|letzte Woche am Dienstag", "2027-05-04")]
    [InlineData("a fortnight ago|vor vierzehn Tagen|vor 14 Tagen|two weeks ago|zwei Wochen her", "2027-04-28")]
    [InlineData("vorletzten Freitag|the Friday before last|letzten Freitag im April|last Friday of April", "2027-04-30")]
    [InlineData("vorletzte Woche Montag|Monday of the week before last|KW 17", "2027-04-26")]
    [InlineData("vorvorgestern|vor ein paar Tagen|a few days ago|two days before yesterday", "2027-05-09")]
    [InlineData("Montag den 3.|Monday the 3rd|Mon, 3 May|am 3.|3.Mai|3-May-2027|dritten Mai|May the third", "2027-05-03")]
    [InlineData("vor einem Jahr und zwei Monaten|1 year and 2 months ago", "2026-03-12")]
    [InlineData("vor einem halben Jahr|half a year ago", "2026-11-12")]
    [InlineData("Donnerstag KW 12|KW 12 Donnerstag|Thursday of week 12", "2027-03-25")]
    [InlineData("vor 3 Arbeitstagen|3 working days ago", "2027-05-07")]
    [InlineData("März 2026|March 2026|im März 2026|Anfang März 2026|early March 2026", "2026-03-01")]
    [InlineData("Ende 2019|end of 2019|31.12.2019", "2019-12-31")]
    [InlineData("letzter Werktag|last working day|gestern (Dienstag)|yesterday, Tuesday", "2027-05-11")]
    [InlineData("Ende letzten Monats|end of last month|Monatsende", "2027-04-30")]
    [InlineData("12.3. 2026|12-Mar-2026|12. März 2026|March 12th, 2026", "2026-03-12")]
    public void Looking_back(string spellings, string expected) => Each(spellings, Log, "when", "log Acme {0}: x|notiz Acme {0}: x", expected);

    [Theory]
    [InlineData("heute vor einer Woche angerufen", "2027-05-05", "angerufen")]
    [InlineData("letzte Woche Dienstag angerufen", "2027-05-04", "angerufen")]
    [InlineData("a fortnight ago they called", "2027-04-28", "they called")]
    [InlineData("vorletzten Freitag angerufen", "2027-04-30", "angerufen")]
    [InlineData("vor vierzehn Tagen angerufen", "2027-04-28", "angerufen")]
    [InlineData("1.Mai Grüße bestellt", "2027-05-01", "Grüße bestellt")]
    [InlineData("Montag den 3. angerufen", "2027-05-03", "angerufen")]
    [InlineData("gestern Abend um 8 angerufen", "2027-05-11", "angerufen")]
    [InlineData("yesterday at half past two they rang", "2027-05-11", "they rang")]
    [InlineData("gestern am Telefon besprochen", "2027-05-11", "am Telefon besprochen")]
    [InlineData("gestern 3 Tage Verzug gemeldet", "2027-05-11", "3 Tage Verzug gemeldet")]
    [InlineData("yesterday, Friday is the deadline", "2027-05-11", "Friday is the deadline")]
    [InlineData("letzten Montagabend angerufen", "2027-05-10", "angerufen")]
    [InlineData("Dienstagnachmittag um 3 angerufen", "2027-05-11", "angerufen")]
    [InlineData("yesterday in the morning they rang", "2027-05-11", "they rang")]
    [InlineData("a couple of days ago they rang", "2027-05-10", "they rang")]
    [InlineData("heute, morgen wieder", "2027-05-12", "morgen wieder")]
    [InlineData("2 weeks later delivered", null, "2 weeks later delivered")]
    [InlineData("zum 2. Mal angerufen", null, "zum 2. Mal angerufen")]
    public void In_front_of_free_words(string words, string? expected, string text)
    {
        var arguments = Understand($"log Acme {words}", Log);
        arguments.When("when")?.Date.ShouldBe(LocalDatePattern.Iso.Parse(expected ?? "").GetValueOrThrow());
        arguments.Has("when").ShouldBe(expected is not null);
        arguments.Text("text").ShouldBe(text);
    }

    [Theory]
    [InlineData("30 February", "There is no 30 February.", "Den 30. Februar gibt es nicht.")]
    [InlineData("30. Februar", "There is no 30 February.", "Den 30. Februar gibt es nicht.")]
    [InlineData("31.4.", "There is no 31 April.", "Den 31. April gibt es nicht.")]
    [InlineData("29.2.2027", "There is no 29 February in 2027.", "Im Jahr 2027 gibt es keinen 29. Februar.")]
    [InlineData("Monday 3 April 2027", "3 April 2027 is a Saturday, not a Monday.", "Der 3. April 2027 ist ein Samstag, kein Montag.")]
    [InlineData("Montag, den 4. Mai", "4 May 2027 is a Tuesday, not a Monday.", "Der 4. Mai 2027 ist ein Dienstag, kein Montag.")]
    [InlineData("gestern letzten Freitag", "“gestern letzten Freitag” names two days: 11 May 2027 and 7 May 2027. Which one do you mean?", "In „gestern letzten Freitag“ stecken zwei Tage: der 11. Mai 2027 und der 7. Mai 2027. Welcher gilt?")]
    [InlineData("yesterday last Friday", "“yesterday last Friday” names two days: 11 May 2027 and 7 May 2027. Which one do you mean?", "In „yesterday last Friday“ stecken zwei Tage: der 11. Mai 2027 und der 7. Mai 2027. Welcher gilt?")]
    [InlineData("Freitag vor einer Woche", "“Freitag vor einer Woche” can mean 30 April 2027 or 7 May 2027. Which one do you mean?", "Was meinst du mit „Freitag vor einer Woche“: den 30. April 2027 oder den 7. Mai 2027?")]
    [InlineData("14.5.", "14 May is still ahead. Which year do you mean?", "Der 14. Mai kommt erst noch. Welches Jahr meinst du?")]
    [InlineData("14 May", "14 May is still ahead. Which year do you mean?", "Der 14. Mai kommt erst noch. Welches Jahr meinst du?")]
    [InlineData("gestern 25:00", "There is no such time as 25:00.", "25:00 ist keine Uhrzeit.")]
    [InlineData("KW 53", "2027 has no week 53.", "Eine KW 53 gibt es 2027 nicht.")]
    [InlineData("KW 19", "“KW 19” covers more than one day. Which day do you mean?", "„KW 19“ umfasst mehrere Tage. Welchen meinst du?")]
    [InlineData("Freitag im April", "“Freitag im April” covers more than one day. Which day do you mean?", "„Freitag im April“ umfasst mehrere Tage. Welchen meinst du?")]
    [InlineData("8. Mai bis 10. Mai", "“8. Mai bis 10. Mai” names two days: 8 May 2027 and 10 May 2027. Which one do you mean?", "In „8. Mai bis 10. Mai“ stecken zwei Tage: der 8. Mai 2027 und der 10. Mai 2027. Welcher gilt?")]
    [InlineData("8.-10. Mai", "“8.-10. Mai” covers more than one day. Which day do you mean?", "„8.-10. Mai“ umfasst mehrere Tage. Welchen meinst du?")]
    [InlineData("gestern und heute", "“gestern und heute” names two days: 11 May 2027 and 12 May 2027. Which one do you mean?", "In „gestern und heute“ stecken zwei Tage: der 11. Mai 2027 und der 12. Mai 2027. Welcher gilt?")]
    [InlineData("neulich", "Which day exactly is “neulich”?", "Welchen Tag genau meinst du mit „neulich“?")]
    [InlineData("the other day", "Which day exactly is “the other day”?", "Welchen Tag genau meinst du mit „the other day“?")]
    [InlineData("vor anderthalb Wochen", "Which day exactly is “vor anderthalb Wochen”?", "Welchen Tag genau meinst du mit „vor anderthalb Wochen“?")]
    [InlineData("5.12.1391", "The year 1391 can’t be right.", "Das Jahr 1391 kann nicht stimmen.")]
    public void A_wrong_date_says_which_and_why(string phrase, string english, string german)
    {
        foreach (var line in (string[])[$"log Acme {phrase}: angerufen", $"log Acme {phrase} angerufen"])
        {
            var asked = Read(line).ShouldBeOfType<NotUnderstood>(line);
            (asked.Wrong(), asked.Rest).ShouldBe((phrase, ""), line);
            asked.Raw.GetValueOrDefault("text").ShouldBe("angerufen", line);
            asked.Raw.ContainsKey("when").ShouldBeFalse(line);
            asked.Fault().ShouldNotBeNull(line).Plain(Voice.English).ShouldBe(english);
            asked.Fault()!.Plain(Voice.German).ShouldBe(german);
        }

        var errors = Submit(Log, "when", phrase).ShouldBeOfType<Faulty>(phrase).Errors;
        errors["when"].Plain(Voice.English).ShouldBe(english);
        errors["when"].Plain(Voice.German).ShouldBe(german);
    }

    [Theory]
    [InlineData("1.3.", "1 March has already passed. Which year do you mean?")]
    [InlineData("Mittwoch in einer Woche", "“Mittwoch in einer Woche” can mean 19 May 2027 or 26 May 2027. Which one do you mean?")]
    [InlineData("a week from Wednesday", "“a week from Wednesday” can mean 19 May 2027 or 26 May 2027. Which one do you mean?")]
    [InlineData("in ein paar Tagen", "Which day exactly is “in ein paar Tagen”?")]
    [InlineData("in a few weeks", "Which day exactly is “in a few weeks”?")]
    [InlineData("15", "I can’t read “15” as a day.")]
    [InlineData("Friday in 3 days", "“Friday in 3 days” names two days: 14 May 2027 and 15 May 2027. Which one do you mean?")]
    [InlineData("31st of next month", "There is no 31 June.")]
    [InlineData("fifth Friday in May", "May 2027 has no fifth Friday.")]
    [InlineData("Juni", "“Juni” covers more than one day. Which day do you mean?")]
    [InlineData("KW 12", "22 March has already passed. Which year do you mean?")]
    [InlineData("morgen 24:30", "There is no such time as 24:30.")]
    public void What_is_not_clear_is_asked_about(string phrase, string reason)
    {
        var asked = Read($"snooze Acme until {phrase}").ShouldBeOfType<NotUnderstood>();
        asked.Fault().ShouldNotBeNull().Plain(Voice.English).ShouldBe(reason);
        asked.Unfinished.Select(part => part.Slot.Name).ShouldBe(["until"]);
        Submit(Snooze, "until", phrase).ShouldBeOfType<Faulty>().Errors["until"].Plain(Voice.English).ShouldBe(reason);
    }

    [Theory]
    [InlineData("promise Acme to Klein: send the offer by 30 February", "by 30 February")]
    [InlineData("zusage Acme an Klein: Rückruf bis 31.4.", "bis 31.4.")]
    [InlineData("promise Acme to Klein: send the offer 30 February", "30 February")]
    [InlineData("account add Delta Druck since 5 years", "since 5 years")]
    [InlineData("kunde neu Delta Druck seit 20199", "seit 20199")]
    [InlineData("kunde neu Delta Druck seit März", "seit März")]
    [InlineData("kunde neu Delta Druck seit 30.2.2019 stufe A", "seit 30.2.2019")]
    [InlineData("birthday Sabine Wed 14 May 1981", "Wed 14 May 1981")]
    [InlineData("contact add Eva Lang at Acme birthday 30 February", "birthday 30 February")]
    [InlineData("away until Friday Monday", "until Friday Monday")]
    public void A_part_that_is_no_date_becomes_part_of_nothing_else(string line, string rest)
    {
        var asked = Read(line).ShouldBeOfType<NotUnderstood>(line);
        (asked.Wrong(), asked.Rest).ShouldBe((rest, ""));
        asked.Fault().ShouldNotBeNull();
        asked.Raw.GetValueOrDefault("name", "").ShouldNotContain("seit");
        asked.Raw.GetValueOrDefault("name", "").ShouldNotContain("since");
    }

    [Theory]
    [InlineData("abwesend 1.6. bis 9.6.")]
    [InlineData("away 1 June to 9 June")]
    [InlineData("away from 1 June until 9 June")]
    [InlineData("abwesend vom 1.6. bis 9.6.")]
    [InlineData("abwesend bis 9.6. ab 1.6.")]
    [InlineData("away 1-Jun-2027 till 9-Jun-2027")]
    public void Ranges_with_and_without_a_word_in_front(string line)
    {
        var arguments = Understand(line, Away);
        arguments.When("from").ShouldBe(new When(new LocalDate(2027, 6, 1)));
        arguments.When("until").ShouldBe(new When(new LocalDate(2027, 6, 9)));
    }

    [Theory]
    [InlineData("abwesend 24.12. bis 1.1.", "2027-12-24", "2028-01-01")]
    [InlineData("away from 24 December to 3 March", "2027-12-24", "2028-03-03")]
    [InlineData("away next Monday to next Friday", "2027-05-17", "2027-05-21")]
    [InlineData("abwesend Mo bis Fr", "2027-05-17", "2027-05-21")]
    [InlineData("away from next Monday until Friday", "2027-05-17", "2027-05-21")]
    [InlineData("abwesend ab 1.6. bis Freitag", "2027-06-01", "2027-06-04")]
    [InlineData("abwesend ab morgen bis übermorgen", "2027-05-13", "2027-05-14")]
    [InlineData("away from the 28th to the 3rd", "2027-05-28", "2027-06-03")]
    public void The_last_day_counts_from_the_first(string line, string from, string until)
    {
        var arguments = Understand(line, Away);
        Written(arguments.When("from")).ShouldBe(from);
        Written(arguments.When("until")).ShouldBe(until);
        var form = new Dictionary<string, string> { ["from"] = from, ["until"] = line.Split(["until ", "bis ", "to "], StringSplitOptions.None)[^1] };
        Written(FormReader.Read(Away, form, Names, Now).ShouldBeOfType<Filled>(line).Arguments.When("until")).ShouldBe(until);
    }

    [Theory]
    [InlineData("in 3 Arbeitstagen", "2027-05-18")]
    [InlineData("in 3 working days", "2027-05-18")]
    [InlineData("nächster Werktag", "2027-05-13")]
    public void Working_days_are_the_teams(string phrase, string expected)
    {
        // Whit Monday 2027 is 17 May.
        var calendar = new WorkingCalendar(DateTimeZone.Utc, WeeklyHours.Default, HolidayRegion.Find("DE-NW")!);
        var typed = CommandReader.Read($"snooze Acme until {phrase}", Commands, Names, Now, calendar).ShouldBeOfType<Understood>().Arguments;
        typed.When("until")!.Value.Date.ShouldBe(LocalDatePattern.Iso.Parse(expected).Value);
        DateReader.Read(phrase, Now, calendar: calendar)!.Value.Date.ShouldBe(LocalDatePattern.Iso.Parse(expected).Value);
    }

    /// <summary>Typed in each of the lines, filled into the form.</summary>
    private static void Each(string spellings, Command command, string slot, string lines, string expected)
    {
        foreach (var phrase in spellings.Split('|'))
        {
            foreach (var line in lines.Split('|').Select(line => line.Replace("{0}", phrase, StringComparison.Ordinal)))
            {
                var reading = Read(line);
                var reason = (reading as NotUnderstood)?.Fault()?.Plain(Voice.English) ?? (reading as NotUnderstood)?.Rest;
                Written(reading.ShouldBeOfType<Understood>($"{line} – {reason}").Arguments.When(slot)).ShouldBe(expected, line);
            }

            Written(Submit(command, slot, phrase).ShouldBeOfType<Filled>(phrase).Arguments.When(slot)).ShouldBe(expected, phrase);
        }
    }

    private static string Written(When? when) => when is { } date
        ? LocalDatePattern.Iso.Format(date.Date) + (date.Time is { } time ? $"T{time:HH:mm}" : "")
        : "";

    private static Reading Submit(Command command, string slot, string text) =>
        FormReader.Read(command, new Dictionary<string, string> { ["account"] = "Acme", ["text"] = "x", [slot] = text }, Names, Now);
}

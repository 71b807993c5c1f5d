using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

/// <summary>How often something is to happen, as people write it.</summary>
public sealed class RhythmReaderTests
{
    [Theory]
    [InlineData("every 2 weeks", 1, 14)]
    [InlineData("every two weeks", 1, 14)]
    [InlineData("every other week", 1, 14)]
    [InlineData("every second week", 1, 14)]
    [InlineData("2 weeks", 1, 14)]
    [InlineData("14 days", 1, 14)]
    [InlineData("at least every 10 days", 1, 10)]
    [InlineData("fortnightly", 1, 14)]
    [InlineData("weekly", 1, 7)]
    [InlineData("once a week", 1, 7)]
    [InlineData("twice a week", 2, 7)]
    [InlineData("3 times a week", 3, 7)]
    [InlineData("3x a week", 3, 7)]
    [InlineData("2/week", 2, 7)]
    [InlineData("once every 2 weeks", 1, 14)]
    [InlineData("2 calls a month", 2, 30)]
    [InlineData("daily", 1, 1)]
    [InlineData("monthly", 1, 30)]
    [InlineData("once a month", 1, 30)]
    [InlineData("quarterly", 1, 90)]
    [InlineData("every quarter", 1, 90)]
    [InlineData("every half year", 1, 180)]
    [InlineData("every year", 1, 365)]
    [InlineData("alle 2 Wochen", 1, 14)]
    [InlineData("alle zwei Wochen", 1, 14)]
    [InlineData("jede zweite Woche", 1, 14)]
    [InlineData("14-tägig", 1, 14)]
    [InlineData("zweiwöchentlich", 1, 14)]
    [InlineData("2-wöchentlich", 1, 14)]
    [InlineData("wöchentlich", 1, 7)]
    [InlineData("jede Woche", 1, 7)]
    [InlineData("einmal pro Woche", 1, 7)]
    [InlineData("zweimal pro Woche", 2, 7)]
    [InlineData("2 mal die Woche", 2, 7)]
    [InlineData("2x im Monat", 2, 30)]
    [InlineData("3 Anrufe pro Woche", 3, 7)]
    [InlineData("höchstens einmal alle 2 Wochen", 1, 14)]
    [InlineData("mindestens alle 4 Wochen", 1, 28)]
    [InlineData("monatlich", 1, 30)]
    [InlineData("jeden Monat", 1, 30)]
    [InlineData("einmal im Monat", 1, 30)]
    [InlineData("vierteljährlich", 1, 90)]
    [InlineData("jedes Quartal", 1, 90)]
    [InlineData("halbjährlich", 1, 180)]
    [InlineData("jedes halbe Jahr", 1, 180)]
    [InlineData("täglich", 1, 1)]
    public void Reads_how_often(string text, int times, int days) =>
        RhythmReader.Read(text).ShouldNotBeNull(text).ShouldSatisfyAllConditions(rhythm => rhythm.Times.ShouldBe(times), rhythm => rhythm.Days.ShouldBe(days), rhythm => rhythm.Day.ShouldBeNull());

    [Theory]
    [InlineData("every week on Friday", 7, IsoDayOfWeek.Friday)]
    [InlineData("every Friday", 7, IsoDayOfWeek.Friday)]
    [InlineData("Fridays", 7, IsoDayOfWeek.Friday)]
    [InlineData("weekly on Mon", 7, IsoDayOfWeek.Monday)]
    [InlineData("every second Tuesday", 14, IsoDayOfWeek.Tuesday)]
    [InlineData("every 2 weeks on Thursday", 14, IsoDayOfWeek.Thursday)]
    [InlineData("monthly on Monday", 30, IsoDayOfWeek.Monday)]
    [InlineData("the first Friday of every month", 30, IsoDayOfWeek.Friday)]
    [InlineData("jeden Freitag", 7, IsoDayOfWeek.Friday)]
    [InlineData("freitags", 7, IsoDayOfWeek.Friday)]
    [InlineData("wöchentlich am Fr", 7, IsoDayOfWeek.Friday)]
    [InlineData("alle 2 Wochen mittwochs", 14, IsoDayOfWeek.Wednesday)]
    [InlineData("jeden zweiten Dienstag", 14, IsoDayOfWeek.Tuesday)]
    [InlineData("am ersten Montag im Monat", 30, IsoDayOfWeek.Monday)]
    public void Reads_the_day(string text, int days, IsoDayOfWeek day) =>
        RhythmReader.Read(text).ShouldNotBeNull(text).ShouldSatisfyAllConditions(rhythm => rhythm.Days.ShouldBe(days), rhythm => rhythm.Day.ShouldBe(day));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("every 2 weeks please")]
    [InlineData("every now and then")]
    [InlineData("2")]
    [InlineData("every 0 days")]
    [InlineData("every 2 weeks or 3 weeks")]
    [InlineData("every second Friday of the month")]
    [InlineData("ab und zu")]
    [InlineData("alle paar Wochen")]
    [InlineData("two of three pages are done")]
    public void Half_of_it_is_nothing(string text) => RhythmReader.Read(text).ShouldBeNull(text);

    [Theory]
    [InlineData("as usual", true)]
    [InlineData("default", true)]
    [InlineData("none", true)]
    [InlineData("wie üblich", true)]
    [InlineData("wie die Stufe", true)]
    [InlineData("keine", true)]
    [InlineData("", false)]
    [InlineData("as", false)]
    [InlineData("every usual week", false)]
    public void Knows_when_nothing_of_its_own_is_wanted(string text, bool isUsual) => RhythmReader.IsUsual(text).ShouldBe(isUsual);

    [Fact]
    public void A_number_alone_counts_times_a_week() => RhythmReader.Read("2", isCount: true).ShouldBe(new Rhythm(2, 1, RhythmUnit.Week));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(14)]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(84)]
    [InlineData(90)]
    [InlineData(98)]
    [InlineData(365)]
    [InlineData(730)]
    public void What_is_written_can_be_read(int days)
    {
        foreach (var voice in (Voice[])[Voice.English, Voice.German])
        {
            RhythmReader.Read(RhythmTexts.Every(days).Plain(voice))!.Value.Days.ShouldBe(days);
            foreach (var ceiling in (Ceiling[])[new(1, days), new(4, days)])
                RhythmReader.Read(RhythmTexts.AtMost(ceiling).Plain(voice)).ShouldSatisfyAllConditions(
                    rhythm => rhythm!.Value.Times.ShouldBe(ceiling.Contacts, RhythmTexts.AtMost(ceiling).Plain(voice)), rhythm => rhythm!.Value.Days.ShouldBe(days));
        }
    }
}

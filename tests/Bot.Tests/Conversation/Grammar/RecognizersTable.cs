namespace AccountNudge.Bot.Tests.Conversation.Grammar;

/// <summary>
/// The dates that Microsoft Recognizers-Text (MIT, https://github.com/microsoft/Recognizers-Text, Specs/DateTime, English and German
/// DateExtractor and DateParser) expects: reference day, the words of the date, the day looking ahead and the day looking back, and
/// by which rule of ours it is not the same.
/// </summary>
internal static class RecognizersTable
{
    public const string English =
        """
        2016-11-07 | on 15 | 2016-11-15 or 2016-10-15
        2016-11-07 | Oct. 2 | 2017-10-02 or 2016-10-02
        2016-11-07 | Oct-2 | 2017-10-02 or 2016-10-02
        2016-11-07 | Oct2 | 2017-10-02 or 2016-10-02
        2016-11-07 | Oct/2 | 2017-10-02 or 2016-10-02
        2016-11-07 | October. 2 | 2017-10-02 or 2016-10-02
        2016-11-07 | October2 | 2017-10-02 or 2016-10-02
        2016-11-07 | January 12, 2016 | 2016-01-12
        2016-11-07 | monday january 12th, 2016 | 2016-01-12 | weekday
        2016-11-07 | 02/22/2016 | 2016-02-22
        2016-11-07 | 21/04/2016 | 2016-04-21
        2016-11-07 | 21/04/16 | 2016-04-21
        2016-11-07 | 21-04-2016 | 2016-04-21
        2016-11-07 | on 4.22 | 2017-04-22 or 2016-04-22
        2016-11-07 | 4-22 | 2017-04-22 or 2016-04-22
        2016-11-07 | 4.22 | 2017-04-22 or 2016-04-22
        2016-11-07 | on 4/22 | 2017-04-22 or 2016-04-22
        2016-11-07 | 22/04 | 2017-04-22 or 2016-04-22
        2016-11-07 | 4/22 | 2017-04-22 or 2016-04-22
        2016-11-07 | 22/04 | 2017-04-22 or 2016-04-22
        2016-11-07 | 2015/08/12 | 2015-08-12
        2016-11-07 | 08/12,2015 | 2015-08-12 | asked
        2016-11-07 | 08/12,15 | 2015-08-12 | asked
        2016-11-07 | 1st Jan | 2017-01-01 or 2016-01-01
        2016-11-07 | Jan-1 | 2017-01-01 or 2016-01-01
        2016-11-07 | Wed, 22 of Jan | 2017-01-22 or 2016-01-22 | weekday
        2016-11-07 | Jan first | 2017-01-01 or 2016-01-01
        2016-11-07 | May twenty-first | 2017-05-21 or 2016-05-21
        2016-11-07 | May twenty one | 2017-05-21 or 2016-05-21
        2016-11-07 | second of Aug | 2017-08-02 or 2016-08-02
        2016-11-07 | twenty second of June | 2017-06-22 or 2016-06-22
        2016-11-07 | on Friday | 2016-11-11 or 2016-11-04
        2016-11-07 | Friday | 2016-11-11 or 2016-11-04
        2016-11-07 | today | 2016-11-07
        2016-11-07 | tomorrow | 2016-11-08
        2016-11-07 | tmrw | 2016-11-08
        2016-11-07 | yesterday | 2016-11-06
        2016-11-07 | the day before yesterday | 2016-11-05
        2016-11-07 | the day after tomorrow | 2016-11-09
        2016-11-07 | the day after tmrw | 2016-11-09
        2016-11-07 | The day after tomorrow | 2016-11-09
        2016-11-07 | the next day | 2016-11-08
        2016-11-07 | next day | 2016-11-08
        2016-11-07 | this Friday | 2016-11-11
        2016-11-07 | next Sunday | 2016-11-20 | next
        2016-11-07 | last Sunday | 2016-11-06
        2016-11-07 | this week Friday | 2016-11-11
        2016-11-07 | next week Sunday | 2016-11-20
        2016-11-07 | last week Sunday | 2016-11-06
        2016-11-07 | last day | 2016-11-06
        2016-11-07 | the last day | 2016-11-06
        2016-11-07 | the day | 2016-11-07
        2016-11-07 | 15 June 2016 | 2016-06-15
        2016-11-07 | the first friday of july | 2017-07-07 or 2016-07-01
        2016-11-07 | the first friday in this month | 2016-11-04
        2016-11-07 | next week on Friday | 2016-11-18
        2016-11-07 | on Friday next week | 2016-11-18
        2016-11-07 | my day | 2016-11-07
        2016-11-07 | this day | 2016-11-07
        2016-11-07 | past day | 2016-11-06
        2016-11-07 | two weeks from now | 2016-11-21
        2016-11-07 | a month ago | 2016-10-07
        2016-11-07 | few months ago | 2016-08-07
        2016-11-07 | a few days ago | 2016-11-04
        2016-11-07 | the 27 | 2016-11-27 or 2016-10-27
        2016-11-07 | the 27th | 2016-11-27 or 2016-10-27
        2016-11-07 | the 27. | 2016-11-27 or 2016-10-27
        2016-11-07 | the 27! | 2016-11-27 or 2016-10-27
        2016-11-07 | the 27 . | 2016-11-27 or 2016-10-27
        2016-11-07 | the 21st | 2016-11-21 or 2016-10-21
        2016-11-07 | the 22nd | 2016-11-22 or 2016-10-22
        2016-11-07 | the second | 2016-12-02 or 2016-11-02
        2016-11-07 | the twenty second | 2016-11-22 or 2016-10-22
        2016-11-07 | the thirty | 2016-11-30 or 2016-10-30
        2017-09-27 | Thursday the 21st | 2017-09-21
        2017-09-27 | Friday the 22nd | 2017-09-22
        2017-09-27 | Saturday the 23rd | 2017-09-23
        2017-09-27 | Friday the 15th | 2017-09-15
        2017-09-27 | Thursday the twenty first | 2017-09-21
        2017-09-27 | Friday the twenty second | 2017-09-22
        2017-09-27 | Friday the fifteen | 2017-09-15
        2017-09-27 | second Sunday | 2017-09-10
        2017-09-27 | first Sunday | 2017-09-03
        2017-09-27 | third Tuesday | 2017-09-19
        2017-09-27 | fifth Sunday | none | no day
        2016-11-07 | 20th of next month | 2016-12-20
        2016-11-07 | 31st of this month | none | no day
        2016-11-07 | January 12, 2018 | 2018-01-12
        2016-11-07 | 9-18-15 | 2015-09-18
        2016-11-07 | two days ago | 2016-11-05
        2016-11-07 | two years ago | 2014-11-07
        2016-11-14 | 16. Nov. 2016 | 2016-11-16
        2017-11-23 | 1 month 21 days ago | 2017-10-02
        2017-11-23 | 2 years 1 month 21 days ago | 2015-10-02
        2017-11-23 | 2 years 21 days later | 2019-12-14
        2017-11-23 | 1 month 2 years 21 days ago | 2015-10-02
        2017-11-23 | 1 month and 21 days ago | 2017-10-02
        2017-11-23 | 1 month, 21 days ago | 2017-10-02
        2017-12-07 | the 20th of next month | 2018-01-20
        2017-12-18 | 5 December 1391 | 1391-12-05 | asked
        2016-11-07 | monday, jan twenty two, 2018 | 2018-01-22
        2016-11-07 | sunday jan twenty one two thousand and eighteen | 2018-01-21
        2016-11-07 | September the twenty-first nineteen seventy eight | 1978-09-21
        2016-11-07 | September 10, nineteen zero one | 1901-09-10
        2016-11-07 | tenth of September, two thousand | 2000-09-10
        2018-03-20 | the first Friday of next month | 2018-04-06
        2018-03-20 | the second Monday of next month | 2018-04-09
        2018-03-20 | the third Wednesday of previous month | 2018-02-21
        2018-03-20 | Tuesday next week | 2018-03-27
        2018-03-20 | on Sunday of next week | 2018-04-01
        2018-04-20 | two days from tomorrow | 2018-04-23
        2018-04-20 | four days from yesterday | 2018-04-23
        2017-03-22 | 13.5.2015 | 2015-05-13
        2017-03-22 | 2015.5.13 | 2015-05-13
        2016-11-07 | 3-7-2017 | 2017-03-07 | day first
        2016-11-07 | 3-7-07 | 2007-03-07 | day first
        2016-11-07 | 3-7-27 | 2027-03-07 | day first
        2016-11-07 | 05/05/89 | 1989-05-05
        2016-11-07 | 05/05/71 | 1971-05-05
        2018-05-07 | two sundays from now | 2018-05-20
        2018-05-07 | two monday later | 2018-05-21
        2018-05-31 | two days after today | 2018-06-02
        2018-05-31 | three weeks from tomorrow | 2018-06-22
        2018-05-31 | two days before yesterday | 2018-05-28
        2018-07-05 | in 3 weeks | 2018-07-26
        2018-08-21 | in four business days | 2018-08-27
        2018-08-21 | twenty second of june 2017 | 2017-06-22
        2018-08-21 | 2019-sep-1 | 2019-09-01
        2018-08-21 | 2019/sep/01 | 2019-09-01
        2017-03-22 | Feb 29 | 2020-02-29 or 2016-02-29
        2019-03-22 | 2/29 | 2020-02-29 or 2016-02-29
        2020-03-22 | Feb 29th | 2024-02-29 or 2020-02-29
        2020-03-22 | Feb 30 | none | no day
        2020-03-22 | 2/29/2019 | none | no day
        2020-03-22 | 2/29/2020 | 2020-02-29
        """;

    public const string German =
        """
        2016-01-07 | am 15. | 2016-01-15 or 2015-12-15
        2016-01-07 | 15. Januar | 2016-01-15 or 2015-01-15
        2016-01-07 | 15.1. | 2016-01-15 or 2015-01-15
        2016-01-07 | 15.01. | 2016-01-15 or 2015-01-15
        2016-11-07 | 15. Januar 2011 | 2011-01-15
        2016-11-07 | 15.1.2011 | 2011-01-15
        2016-11-07 | Montag den 15. Januar 2017 | 2017-01-15 | weekday
        2017-01-07 | Montag den 15. Januar | 2017-01-15 or 2016-01-15 | weekday
        2016-11-07 | 21/04/2016 | 2016-04-21
        2016-11-07 | 18. April 2016 | 2016-04-18
        2016-11-07 | am Freitag | 2016-11-11 or 2016-11-04
        2016-11-07 | heute | 2016-11-07
        2016-11-07 | 2015/08/12 | 2015-08-12
        2016-11-07 | ersten Januar | 2017-01-01 or 2016-01-01
        2016-11-07 | ersten Januar 2018 | 2018-01-01
        2016-11-07 | 3-7-2017 | 2017-07-03
        2016-11-07 | 13.5.2015 | 2015-05-13
        2016-11-07 | 2015.5.13 | 2015-05-13
        2016-11-07 | 3-7-07 | 2007-07-03
        2016-11-07 | 3-7-27 | 2027-07-03
        2016-11-07 | 05/05/89 | 1989-05-05
        2016-11-07 | 05/05/71 | 1971-05-05
        2019-12-02 | morgen | 2019-12-03
        2019-12-02 | den 28.10. | 2020-10-28 or 2019-10-28
        2019-12-02 | den 28.Oktober | 2020-10-28 or 2019-10-28
        2019-12-02 | den 28. Oktober | 2020-10-28 or 2019-10-28
        2019-12-02 | 28. Oktober | 2020-10-28 or 2019-10-28
        2019-12-02 | 28.10. | 2020-10-28 or 2019-10-28
        2020-04-30 | 28. Dezember 2012 | 2012-12-28
        2020-07-27 | Übernächste Woche am Freitag | 2020-08-14
        """;
}

using System.Globalization;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <content>Days, years and amounts, in figures and in words.</content>
public static partial class DateReader
{
    private static int? Figure(string digits) =>
        digits.Length is 1 or 2 or 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary><c>14</c>, <c>14th</c></summary>
    private static int? Ordinal(string word)
    {
        var digits = word.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        if (digits.Length is 0 or > 2 || (digits.Length != word.Length && word[digits.Length..] is not ("st" or "nd" or "rd" or "th"))) return null;
        return Figure(digits) is { } day and >= 1 and <= 31 ? day : null;
    }

    /// <summary>A day of a month: <c>14.</c>, <c>14th</c>, <c>second</c>, <c>twenty-first</c>, <c>ersten</c>; where a date must stand also <c>twenty one</c>.</summary>
    private static Count? DayNumber(Ask ask, int index)
    {
        var word = ask.Word(index);
        if (Ordinal(word) is { } figures) return new Count(figures, 1) { IsBare = char.IsAsciiDigit(ask.Key(index)[^1]) };
        if (DateWords.Tens.TryGetValue(word, out var tens) && tens <= 30)
        {
            if (DateWords.Ordinals.TryGetValue(ask.Word(index + 1), out var ones) && ones < 10 && tens + ones <= 31) return new Count(tens + ones, 2) { IsWord = true };
            if (ask.IsField && DateWords.Cardinals.TryGetValue(ask.Word(index + 1), out ones) && ones < 10 && tens + ones <= 31) return new Count(tens + ones, 2) { IsWord = true, IsBare = true };
        }

        if (DateWords.Ordinals.TryGetValue(word, out var ordinal)) return new Count(ordinal, 1) { IsWord = true };
        return ask.IsField && DateWords.Cardinals.TryGetValue(word, out var cardinal) ? new Count(cardinal, 1) { IsWord = true, IsBare = true } : null;
    }

    private static int? FullYear(string word) => word.Length == 4 && Figure(word) is { } year and >= EarliestYear and <= LatestYear ? year : null;

    private static int? AnyYear(Ask ask, string word)
    {
        if (word.Length != 2) return FullYear(word);
        if (Figure(word) is not { } year) return null;
        var century = ask.Today.Year / 100 * 100;
        return century + year > ask.Today.Year + (ask.Past ? 0 : 20) ? century - 100 + year : century + year;
    }

    /// <summary>A year behind a day and month: of two figures only at the very end, in words or impossible only where a date must stand.</summary>
    private static Count? YearAt(Ask ask, int index)
    {
        var word = ask.Word(index);
        if (FullYear(word) is { } full) return new Count(full, 1);
        if (ask.Loose && word.Length == 2 && index == ask.Tokens.Count - 1 && AnyYear(ask, word) is { } two) return new Count(two, 1);
        if (ask.Loose && word.Length == 4 && Figure(word) is { } far && ask.IsLast(index)) return new Count(far, 1);
        return ask.IsField ? YearInWords(ask, index) : null;
    }

    /// <summary><c>two thousand and eighteen</c>, <c>nineteen seventy eight</c>, <c>nineteen zero one</c></summary>
    private static Count? YearInWords(Ask ask, int index)
    {
        if (ask.Word(index) == "two" && ask.Word(index + 1) == "thousand")
        {
            var at = ask.Word(index + 2) == "and" ? index + 3 : index + 2;
            return UpToHundred(ask, at) is { } rest ? new Count(2000 + rest.Value, at + rest.Length - index) : new Count(2000, 2);
        }

        if (ask.Word(index) is not ("nineteen" or "twenty")) return null;
        var century = ask.Word(index) == "nineteen" ? 1900 : 2000;
        var zero = ask.Word(index + 1) is "zero" or "oh" ? 1 : 0;
        return UpToHundred(ask, index + 1 + zero) is { } years && years.Value < 10 == (zero == 1) ? new Count(century + years.Value, 1 + zero + years.Length) : null;
    }

    private static Count? UpToHundred(Ask ask, int index)
    {
        if (DateWords.Tens.TryGetValue(ask.Word(index), out var tens))
        {
            return DateWords.Cardinals.TryGetValue(ask.Word(index + 1), out var ones) && ones < 10 ? new Count(tens + ones, 2) : new Count(tens, 1);
        }

        return DateWords.Cardinals.TryGetValue(ask.Word(index), out var number) ? new Count(number, 1) : null;
    }

    /// <summary>How many of something: figures or words.</summary>
    private static int? Number(string word)
    {
        if (DateWords.Numbers.TryGetValue(word, out var number)) return number;
        return word.Length <= 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null;
    }

    /// <summary>A number and how many tokens it takes.</summary>
    private readonly record struct Count(int Value, int Length)
    {
        /// <summary>Nothing says that it is a day: <c>14</c>, <c>thirty</c>.</summary>
        public bool IsBare { get; init; }

        public bool IsWord { get; init; }
    }
}

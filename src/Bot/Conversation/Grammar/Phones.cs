namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>Telephone numbers, compared by what would be dialled.</summary>
internal static class Phones
{
    private const int Shortest = 5;
    private const int LongestCountryCode = 3;

    /// <summary>Whether two numbers reach the same telephone: separators, +49, 0049 and a leading 0 make no difference.</summary>
    public static bool Same(string? one, string? other)
    {
        if (Dialled(one) is not { } first || Dialled(other) is not { } second) return false;
        if (first.International == second.International) return first.Digits == second.Digits;
        var (world, home) = first.International ? (first.Digits, second.Digits) : (second.Digits, first.Digits);
        return world.EndsWith(home, StringComparison.Ordinal) && world.Length - home.Length is >= 1 and <= LongestCountryCode;
    }

    /// <summary>Whether the characters can only be part of a number.</summary>
    public static bool LooksLike(string text) => text.Any(char.IsAsciiDigit) && text.All(character => char.IsAsciiDigit(character) || "+()/-.".Contains(character, StringComparison.Ordinal));

    private static (bool International, string Digits)? Dialled(string? number)
    {
        if (number is null) return null;
        var digits = string.Concat(number.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        if (digits.Length < Shortest) return null;
        if (number.TrimStart(' ', '(').StartsWith('+')) return (true, digits);
        if (digits.StartsWith("00", StringComparison.Ordinal)) return (true, digits[2..]);
        return (false, digits.TrimStart('0'));
    }
}

using System.Text.RegularExpressions;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Accounts;

/// <summary>What may stand in the directory of clients and people, whoever enters it and however.</summary>
public static partial class DirectoryRules
{
    /// <summary>Characters of a role, a number or an address.</summary>
    public const int LongestDetail = 200;

    /// <summary>Characters of a name.</summary>
    public const int LongestName = 120;

    /// <summary>Years of whoever is at a client; see also <see cref="Contact.OldestAge"/>.</summary>
    public const int YoungestAge = 10;

    private const int LongestTogether = 100;

    /// <summary>A name that can be found again.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length <= LongestName && TextFolding.Words(name).Count > 0;
    }

    /// <summary>A mail address, by its shape.</summary>
    public static bool IsEmail(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= LongestDetail && EmailShape().IsMatch(text);
    }

    /// <summary>Whether somebody who is at a client today can be born in a year.</summary>
    public static bool IsBirthYear(int year, LocalDate today) => today.Year - year is >= YoungestAge and <= Contact.OldestAge;

    /// <summary>So long ago that it stands for "unknown", such as 1900.</summary>
    public static bool IsTooLongAgo(LocalDate day, LocalDate today) => today.Year - day.Year > LongestTogether;

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmailShape();
}

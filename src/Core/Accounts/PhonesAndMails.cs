using System.Text.RegularExpressions;
using AccountNudge.Core.Texts;
using PhoneNumbers;

namespace AccountNudge.Core.Accounts;

/// <summary>A telephone number or mail address: kept as typed, compared by its key.</summary>
/// <param name="Typed">As it stands in the file.</param>
/// <param name="Key">What would be dialled, with its country, or the address without case.</param>
internal readonly record struct Reachable(string Typed, string Key);

/// <summary>Reads telephone numbers by the rules of a region, and mail addresses.</summary>
/// <param name="region">The country whose numbers are written without a country code, such as <c>DE</c>.</param>
internal sealed partial class PhonesAndMails(string region)
{
    /// <summary>Digits that a number has at least to tell telephones apart; the library takes two for one in a town.</summary>
    private const int FewestDigits = 5;

    private static readonly IReadOnlySet<string> SharedMailboxes = TextFolding.Set(
        "info office kontakt contact mail post service support hello hallo team buero zentrale sales vertrieb verkauf einkauf rechnung buchhaltung accounting admin empfang reception");

    /// <summary>The number that would be dialled; null where none would be.</summary>
    public string? PhoneKey(string typed)
    {
        if (typed.Length > DirectoryRules.LongestDetail || typed.Count(char.IsDigit) < FewestDigits) return null;
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(typed, region);
            if (!numbers.IsPossibleNumber(number)) return null;
            var key = numbers.Format(number, PhoneNumberFormat.E164);
            return number.Extension.Length == 0 ? key : $"{key};{number.Extension}";
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>The address without case; null where it is none.</summary>
    public static string? EmailKey(string typed) => DirectoryRules.IsEmail(typed) ? typed.ToLowerInvariant() : null;

    /// <summary>A mailbox that several people read, such as <c>info@</c>.</summary>
    public static bool IsSharedMailbox(string key) => SharedMailboxes.Contains(TextFolding.Of(key.Split('@')[0]));

    /// <summary>The numbers of cells; those that are none are reported.</summary>
    public IReadOnlyList<Reachable> Phones(IEnumerable<string> cells, Action<string> report) =>
        Distinct(cells.SelectMany(cell => PhoneEnd().Split(cell)), PhoneKey, report);

    /// <summary>The addresses of cells, without names and brackets around them; those that are none are reported.</summary>
    public static IReadOnlyList<Reachable> Emails(IEnumerable<string> cells, Action<string> report) =>
        Distinct(cells.SelectMany(cell => EmailEnd().Split(cell)).Select(Bare), EmailKey, report);

    private static List<Reachable> Distinct(IEnumerable<string> parts, Func<string, string?> keyOf, Action<string> report)
    {
        var found = new List<Reachable>();
        foreach (var part in parts.Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (keyOf(part) is not { } key) report(part);
            else if (!found.Exists(other => other.Key == key)) found.Add(new Reachable(part, key));
        }

        return found;
    }

    private static string Bare(string text)
    {
        var inner = Bracketed().Match(text);
        var address = (inner.Success ? inner.Groups["address"].Value : text).Trim();
        return address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address[7..] : address;
    }

    // Google parts several values by ":::". A comma may stand within a number's label, a slash within a number.
    [GeneratedRegex(@":::|[;\n]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PhoneEnd();

    [GeneratedRegex(@":::|[;,\n]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmailEnd();

    [GeneratedRegex("<(?<address>[^<>]+)>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracketed();
}

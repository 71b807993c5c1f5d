using System.Globalization;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Knowing;

/// <summary>Somebody to ask after: third parties are kept by first name and role only, and never family (practice F5).</summary>
/// <param name="FirstName">The first name.</param>
/// <param name="Role">What they do beside the client.</param>
public sealed record RelatedPerson(string FirstName, string Role)
{
    private const int LongestName = 30;
    private const int LongestRole = 80;

    /// <summary>Whole words: a subsidiary is a <c>Tochtergesellschaft</c> and no daughter.</summary>
    private static readonly HashSet<string> Family =
    [
        .. TextFolding.Words("""
            wife husband spouse son daughter child children kid kids baby twins brother sister siblings sibling mother father mum mom mummy mommy dad daddy
            parent parents aunt uncle cousin nephew niece grandmother grandfather grandma grandpa granny grandson granddaughter grandchild grandchildren
            stepson stepdaughter stepmother stepfather girlfriend boyfriend fiance fiancée fiancé family inlaw
            frau mann ehefrau ehemann ehepartner ehepartnerin gattin gatte sohn tochter kinder zwillinge bruder schwester geschwister mutter vater mama papa
            eltern tante onkel cousine neffe nichte oma opa großmutter großvater großeltern enkel enkelin schwager schwägerin schwiegermutter schwiegervater
            schwiegereltern schwiegersohn schwiegertochter stiefsohn stieftochter stiefmutter stiefvater lebensgefährte lebensgefährtin
            lebenspartner lebenspartnerin verlobte verlobter familie
            """),
    ];

    /// <summary>Reads <c>Fabian, business partner</c>, also with a dash or in brackets; refuses family, surnames and what is too long.</summary>
    public static RelatedPerson Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsFamily(text)) throw new RefusalException(KnowingRefusals.Family);
        var parts = text.Trim().TrimEnd('.', ')').Split([',', ';', '(', '–', '—', ':', '\n'], 2, StringSplitOptions.TrimEntries);
        if (parts is not [var name, var role] || !IsFirstName(name) || role.Length is 0 or > LongestRole || !role.Any(char.IsLetter)) throw new RefusalException(KnowingRefusals.NotNameAndRole);
        return new RelatedPerson(name, role);
    }

    /// <summary>The German for a child is an English adjective: it counts where it ends what is said.</summary>
    private static bool IsFamily(string text)
    {
        var words = TextFolding.Words(text);
        return words.Any(Family.Contains) || words is [.., "kind"] || TextFolding.Of(text).Contains("in-law", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{FirstName}, {Role}";

    private static bool IsFirstName(string name) => name.Length is > 0 and <= LongestName && name.All(IsOfName);

    private static bool IsOfName(char character) =>
        char.IsLetter(character) || char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark || character is '-' or '’' or '\'';
}

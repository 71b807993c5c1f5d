using System.Globalization;

namespace AccountNudge.Core.Texts;

/// <summary>A language the product speaks.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>German.</summary>
    German,
}

/// <summary>How colleagues are addressed in German; English knows no difference.</summary>
public enum FormOfAddress
{
    /// <summary>Du, the default among colleagues.</summary>
    Du,

    /// <summary>Sie.</summary>
    Sie,
}

/// <summary>The language and manners a text is spoken in.</summary>
/// <param name="Language">The language.</param>
/// <param name="Address">Du or Sie in German.</param>
/// <param name="SharpS">False writes "ss" for "ß", as in Switzerland.</param>
public sealed record Voice(Language Language, FormOfAddress Address = FormOfAddress.Du, bool SharpS = true)
{
    /// <summary>British English, with day before month.</summary>
    public static readonly Voice English = new(Language.English);

    /// <summary>German with du and ß.</summary>
    public static readonly Voice German = new(Language.German);
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo GermanCulture = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>The culture that dates and figures are written in.</summary>
    public CultureInfo Culture => Language == Language.German ? GermanCulture : EnglishCulture;
}

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>What a platform's locale of a person hints at, such as <c>de-CH</c>.</summary>
internal static class Locales
{
    /// <summary>Its language; null when it is none that we speak, or none is told.</summary>
    public static Language? Language(string? locale) => Parts(locale)[0].ToUpperInvariant() switch
    {
        "DE" => Core.Texts.Language.German,
        "EN" => Core.Texts.Language.English,
        _ => null,
    };

    /// <summary>Its country, such as <c>CH</c>; null when it names none. German without a country is taken for that of Germany.</summary>
    public static string? Country(string? locale) => Parts(locale) switch
    {
        [_, .., { Length: 2 } country] => country.ToUpperInvariant(),
        [var language] when language.Equals("de", StringComparison.OrdinalIgnoreCase) => "DE",
        _ => null,
    };

    private static string[] Parts(string? locale) => (locale ?? "").Split('-', '_');
}

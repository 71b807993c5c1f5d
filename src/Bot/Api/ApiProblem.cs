using Microsoft.Net.Http.Headers;

namespace AccountNudge.Bot.Api;

/// <summary>Why a call was not carried out, as RFC 9457 has it: a word for programs, and a sentence that says what to do.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable.</param>
/// <param name="Detail">The sentence.</param>
internal sealed record ApiProblem(int Status, string Code, Text Detail)
{
    /// <summary>What is wrong field by field.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>();

    /// <summary>Who may be meant.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>What is wrong with one field.</summary>
    public static ApiProblem At(string field, Text error) => new(StatusCodes.Status400BadRequest, "wrong-field", error) { Errors = new Dictionary<string, Text> { [field] = error } };

    /// <summary>The answer, in the language that the call asks for.</summary>
    public IResult For(HttpRequest request) => In(ApiLanguage.Of(request) == Language.German ? Voice.German : Voice.English);

    /// <summary>The answer in a voice.</summary>
    public IResult In(Voice voice)
    {
        var more = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = Code };
        if (Errors.Count > 0) more["errors"] = Errors.ToDictionary(error => error.Key, error => (string[])[error.Value.Plain(voice)]);
        if (Candidates.Count > 0) more["candidates"] = Candidates;
        return TypedResults.Problem(Detail.Plain(voice), statusCode: Status, extensions: more);
    }
}

/// <summary>Which language a call is answered in.</summary>
internal static class ApiLanguage
{
    /// <summary>The first of its Accept-Language that we speak; null where it has none.</summary>
    public static Language? Of(HttpRequest request) =>
        (StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted) ? wanted : [])
            .OrderByDescending(one => one.Quality ?? 1).Select(one => Locales.Language(one.Value.Value)).FirstOrDefault(language => language is not null);

    /// <summary>As a locale.</summary>
    public static string Locale(Language language) => language == Language.German ? "de" : "en";
}

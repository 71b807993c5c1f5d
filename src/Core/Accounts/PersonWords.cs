using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AccountNudge.Core.Texts;
using PhoneNumbers;

namespace AccountNudge.Core.Accounts;

/// <summary>
/// By what words somebody can be told in what others wrote: their name in whichever spelling, their mail address and their number. In words about
/// their own client one of their names alone is enough, unless it is also a colleague's, the client's or another contact's.
/// </summary>
public sealed class PersonWords
{
    private const string Before = @"(?<![\p{L}\p{N}])";
    private const string After = @"(?:['’]?s|['’])?(?![\p{L}\p{N}])";

    /// <summary>What makes a client of a name.</summary>
    private const string NoClient = @"(?!\s+(?:GmbH|AG|KG|KGaA|OHG|GbR|UG|Ltd|Limited|Inc|LLC|LLP|plc|SE|Co|Company)\b)";
    private const string Address = @"(?:(?:Herrn?|Frau|Hrn?|Fr|Dr|Prof|Mrs?|Ms|Miss|Dipl|Ing|Mag)(?:\.\s*|\s+))*";
    private const int FewestDigits = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Names that are also everyday words: written small they are those.</summary>
    private static readonly IReadOnlySet<string> EverydayWords = TextFolding.Set(
        "klein lang kurz gross jung alt schwarz weiss braun roth rot neu frei stark will mark may rose grace hope faith joy art bill rob pat frank rich young long short small brown black white green king page best sharp wise");

    /// <summary>The shorter characters also as their longer spelling, and the other way round.</summary>
    private static readonly (string One, string Other)[] Spellings = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")];

    private readonly Regex whole;
    private readonly Regex closely;

    /// <summary>Gathers them.</summary>
    /// <param name="contact">Who.</param>
    /// <param name="others">Names of whoever else can be meant: colleagues, the client, its other contacts.</param>
    public PersonWords(Contact contact, IEnumerable<string> others)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var names = Names(contact.Name);
        var taken = others.SelectMany(TextFolding.Words).ToHashSet(StringComparer.Ordinal);
        var patterns = new List<string>();
        if (contact.Email.Trim() is { Length: > 0 } mail) patterns.Add(Regex.Escape(mail));
        if (Dialled(contact.Phone) is { } phone) patterns.Add(phone);
        if (names.Count > 1)
        {
            patterns.Add($"{Before}{Address}{string.Join(@"\s+", names.Select(Spelled))}{After}");
            patterns.Add($"{Before}{Address}{Spelled(names[0])}\\s+{Spelled(names[^1])}{After}");
            patterns.Add($"{Before}{Spelled(names[^1])}\\s*,\\s*{Spelled(names[0])}{After}");
        }

        List<string> single = [.. names.Where(name => name.Length > 1 && !TextFolding.Words(name).All(taken.Contains)).Select(Alone)];
        // Whoever has one name only is known by it everywhere.
        if (names.Count == 1) patterns.AddRange(single);
        whole = Any(patterns);
        closely = Any([.. patterns, .. single]);
        Sought = [.. names.Where(name => name.Length > 1).OrderByDescending(name => name.Length).Take(1).SelectMany(Written), .. contact.Email.Trim() is { Length: > 0 } address ? Cases(address) : []];
    }

    /// <summary>Characters of which one stands in most texts that name them, for a first look by the database.</summary>
    public IReadOnlyList<string> Sought { get; }

    /// <summary>Whether a text names them.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="aboutClient">It is about their own client.</param>
    public bool AreIn(string text, bool aboutClient) => (aboutClient ? closely : whole).IsMatch(text);

    /// <summary>A text without them.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="former">What stands in their place.</param>
    /// <param name="aboutClient">It is about their own client.</param>
    public string Without(string text, string former, bool aboutClient) => (aboutClient ? closely : whole).Replace(text, former.Replace("$", "$$", StringComparison.Ordinal));

    /// <summary>Whether any text of a JSON document names them; what is no JSON is taken as a text.</summary>
    public bool AreInJson(string json, bool aboutClient)
    {
        var found = false;
        Rewrite(json, text =>
        {
            found |= AreIn(text, aboutClient);
            return text;
        });
        return found;
    }

    /// <summary>A JSON document whose texts are without them; the same where none named them.</summary>
    public string WithoutInJson(string json, string former, bool aboutClient) =>
        AreInJson(json, aboutClient) ? Rewrite(json, text => Without(text, former, aboutClient)) : json;

    private static string Rewrite(string json, Func<string, string> rewritten)
    {
        if (Parse(json) is not { } node) return rewritten(json);
        return Walk(node)!.ToJsonString();

        JsonNode? Walk(JsonNode? value) => value switch
        {
            JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Walk(field.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Walk)]),
            JsonValue text when text.GetValueKind() == JsonValueKind.String => JsonValue.Create(Rewrite(text.GetValue<string>(), rewritten)),
            _ => value?.DeepClone(),
        };
    }

    /// <summary>An object or a list; null for anything else.</summary>
    private static JsonNode? Parse(string json)
    {
        if (json.AsSpan().TrimStart() is not (['{', ..] or ['[', ..])) return null;
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The words of a name as written, without forms of address in front and without punctuation around them.</summary>
    private static List<string> Names(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', '.', ';', '"', '(', ')')).Where(word => word.Length > 0).ToList();
        return [.. words.SkipWhile(word => words.Count > 1 && TextFolding.Words(word).All(ComparedNames.Honorifics.Contains))];
    }

    /// <summary>One name by itself. Written small, an everyday word is no name.</summary>
    private static string Alone(string name) => TextFolding.Words(name).All(EverydayWords.Contains)
        ? $"{Before}{Address}(?-i:{Spelled(name)}|{Spelled(name.ToUpperInvariant())}){After}{NoClient}"
        : $"{Before}{Address}{Spelled(name)}{After}{NoClient}";

    private static string Spelled(string name)
    {
        var pattern = new StringBuilder();
        for (var at = 0; at < name.Length;)
        {
            var spelling = Spellings.FirstOrDefault(spelling => Begins(name, at, spelling.One) || Begins(name, at, spelling.Other));
            if (spelling.One is null)
            {
                var (as_is, bare) = (name[at].ToString(), TextFolding.Of(name[at].ToString()));
                pattern.Append(bare.Length > 0 && !string.Equals(bare, as_is, StringComparison.OrdinalIgnoreCase) ? $"(?:{Regex.Escape(as_is)}|{Regex.Escape(bare)})" : Regex.Escape(as_is));
                at++;
                continue;
            }

            pattern.Append(CultureInfo.InvariantCulture, $"(?i:{spelling.One}|{spelling.Other}|{spelling.Other[0]}\u0308)");
            at += Begins(name, at, spelling.One) ? spelling.One.Length : spelling.Other.Length;
        }

        return pattern.ToString();
    }

    private static bool Begins(string name, int at, string with) => string.Compare(name, at, with, 0, with.Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>A number however its digits are parted, with or without its country.</summary>
    private static string? Dialled(string phone)
    {
        var digits = PhoneNumberUtil.NormalizeDigitsOnly(phone);
        if (phone.Contains('+', StringComparison.Ordinal) && National(phone) is { } national) digits = national;
        digits = digits.TrimStart('0');
        return digits.Length < FewestDigits ? null : $@"(?<!\d)(?:(?:\+|00)\d{{1,3}}[\s\-/.()]*)?(?:\(?0\)?[\s\-/.()]*)?{string.Join(@"[\s\-/.()]*", digits.Select(digit => digit))}(?!\d)";
    }

    private static string? National(string phone)
    {
        try
        {
            return PhoneNumberUtil.GetInstance().Parse(phone, null).NationalNumber.ToString(CultureInfo.InvariantCulture);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>How a word is written: no database folds as we do.</summary>
    private static IEnumerable<string> Written(string word)
    {
        var shorter = Spellings.Aggregate(word, (text, spelling) => text.Replace(spelling.Other, spelling.One, StringComparison.OrdinalIgnoreCase));
        var longer = Spellings.Aggregate(word, (text, spelling) => text.Replace(spelling.One, spelling.Other, StringComparison.OrdinalIgnoreCase));
        return new[] { word, shorter, longer, TextFolding.Of(word) }.SelectMany(Cases).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Cases(string word) =>
        new[] { word, word.ToLowerInvariant(), word.ToUpperInvariant(), CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant()) }.Distinct(StringComparer.Ordinal);

    private static Regex Any(IReadOnlyList<string> patterns) => patterns.Count == 0
        ? new Regex("(?!)", RegexOptions.CultureInvariant, Patience)
        : new Regex(string.Join('|', patterns), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
}

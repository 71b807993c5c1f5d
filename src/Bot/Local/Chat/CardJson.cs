using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace AccountNudge.Bot.Local.Chat;

/// <summary>
/// Cards as they lie in the database. Each part carries its kind, so that a stored card is read back as it was written.
/// A kind keeps its name for ever: cards of older versions stay readable.
/// </summary>
public static class CardJson
{
    private static readonly Dictionary<Type, (Type Type, string Kind)[]> Kinds = new()
    {
        [typeof(CardPart)] =
        [
            (typeof(Heading), "heading"),
            (typeof(Paragraph), "paragraph"),
            (typeof(Quote), "quote"),
            (typeof(Note), "note"),
            (typeof(Facts), "facts"),
            (typeof(Section), "section"),
            (typeof(Actions), "actions"),
            (typeof(Progress), "progress"),
            (typeof(Divider), "divider"),
            (typeof(Fold), "fold"),
            (typeof(Table), "table"),
            (typeof(Chart), "chart"),
        ],
        [typeof(Inline)] =
        [
            (typeof(Words), "words"),
            (typeof(Strong), "strong"),
            (typeof(Mention), "mention"),
        ],
    };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    public static string Write(Card card) => JsonSerializer.Serialize(card, Options);

    public static Card Read(string json) =>
        JsonSerializer.Deserialize<Card>(json, Options) ?? throw new JsonException("A stored card is empty.");

    private static void NameKinds(JsonTypeInfo info)
    {
        if (!Kinds.TryGetValue(info.Type, out var kinds)) return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is" };
        foreach (var (type, kind) in kinds) info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, kind));
    }
}

namespace AccountNudge.Core.Texts;

/// <summary>Something that cannot be done now, with a sentence that says why and what to do instead.</summary>
public sealed class RefusalException(Text reason) : Exception(reason.Plain(Voice.English))
{
    /// <summary>The sentence, in both languages.</summary>
    public Text Reason { get; } = reason;

    /// <summary>What is wrong field by field, for what came from a form.</summary>
    public IReadOnlyDictionary<string, Text> Fields { get; init; } = new Dictionary<string, Text>();

    /// <summary>What is wrong with one field of a form, said in a sentence where nothing came from a form.</summary>
    public static RefusalException At(string field, Text reason) => new(reason) { Fields = new Dictionary<string, Text> { [field] = reason } };
}

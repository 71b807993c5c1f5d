namespace AccountNudge.Bot.Conversation.Model;

/// <summary>
/// Words with which a sentence says what fits some slots, such as <c>rief an</c>. They count where free text begins and stay in it,
/// and before the colon; anywhere else they may mean something else.
/// </summary>
/// <param name="Words">In both languages, spellings separated by a bar; <c>*</c> stands for a few small words or a day.</param>
/// <param name="Says">What they say, by slot name.</param>
public sealed record Saying(Phrase Words, IReadOnlyDictionary<string, string> Says)
{
    /// <summary>They count only at the end of their clause or before a word that joins: <c>met with them</c>, but not <c>met the deadline</c>.</summary>
    public bool EndsClause { get; init; }

    /// <summary>Words right behind them that make something else of them: <c>called off</c>.</summary>
    public Phrase NotBefore { get; init; } = new("", "");

    /// <summary>Words soon after them that take them back: <c>rang, no answer</c>.</summary>
    public Phrase Unless { get; init; } = new("", "");
}

namespace AccountNudge.Core.Storage.Migrations;

/// <summary>The numbers by which kinds of matters and asks were stored before they were words; a number is the place in its list.</summary>
internal static class FormerNumbers
{
    public static readonly string[] Kinds = ["complaint", "quiet", "birthday", "anniversary"];

    public static readonly string[] Asks =
    [
        "acknowledge", "update", "answer-chaser", "ask-client", "resolve", "see-confirmation", "get-in-touch", "prepare-birthday", "congratulate", "mention-anniversary",
    ];

    /// <summary>The columns, each with the words of its numbers.</summary>
    public static readonly (string Table, string Column, string[] Words)[] Columns = [("snoozes", "Kind", Kinds), ("overrides", "Kind", Kinds), ("nudges", "Kind", Kinds), ("nudges", "Ask", Asks)];

    /// <summary>An SQL expression for the word of a column's number.</summary>
    public static string ToWord(string column, string[] words) => Case(column, words.Select((word, number) => (FormattableString.Invariant($"{number}"), $"'{word}'")));

    /// <summary>An SQL expression for the number of a column's word.</summary>
    public static string ToNumber(string column, string[] words) => Case(column, words.Select((word, number) => ($"'{word}'", FormattableString.Invariant($"{number}"))));

    private static string Case(string column, IEnumerable<(string When, string Then)> pairs) =>
        $"CASE \"{column}\" {string.Join(' ', pairs.Select(pair => $"WHEN {pair.When} THEN {pair.Then}"))} END";
}

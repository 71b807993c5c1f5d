namespace AccountNudge.Bot.Local.Chat;

/// <summary>Finds the people somebody means by typing <c>@Name</c>.</summary>
public static class LocalMentions
{
    /// <summary>The bot as it is addressed in a channel.</summary>
    public const string Bot = "AccountNudge";

    /// <summary>The text as runs: whole names win over first names, and a first name counts while only one person has it.</summary>
    public static IReadOnlyList<Inline> Read(string text, IReadOnlyList<LocalPerson> people)
    {
        ArgumentNullException.ThrowIfNull(text);
        var names = Names(people);
        var runs = new List<Inline>();
        var from = 0;
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            var (name, person) = names.FirstOrDefault(known => Stands(text, at + 1, known.Name));
            if (person is null) continue;
            if (at > from) runs.Add(new Words(text[from..at]));
            runs.Add(new Mention(person.Id, person.Name));
            from = at + 1 + name.Length;
        }

        if (from < text.Length) runs.Add(new Words(text[from..]));
        return runs;
    }

    /// <summary>The runs as the conversation reads them.</summary>
    public static string Typed(IEnumerable<Inline> runs) =>
        string.Concat(runs.Select(run => run is Mention mention ? MentionsInWords.Of(mention.PersonId, mention.Name) : run.Plain));

    /// <summary>What is said to the bot in a channel; null when it is not addressed.</summary>
    public static string? ToBot(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var opening in (string[])["/nudge", "@" + Bot])
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && (text.Length == opening.Length || char.IsWhiteSpace(text[opening.Length])))
                return text[opening.Length..].Trim();
        }

        return null;
    }

    private static List<(string Name, LocalPerson Person)> Names(IReadOnlyList<LocalPerson> people)
    {
        var firstNames = people.GroupBy(person => person.Name.Split(' ')[0], StringComparer.CurrentCultureIgnoreCase)
            .Where(group => group.Count() == 1)
            .Select(group => (Name: group.Key, Person: group.Single()));
        return [.. people.Select(person => (person.Name, Person: person)).Concat(firstNames).OrderByDescending(known => known.Name.Length)];
    }

    private static bool Stands(string text, int at, string name) =>
        string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (at + name.Length >= text.Length || !char.IsLetterOrDigit(text[at + name.Length]));
}

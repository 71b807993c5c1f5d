namespace AccountNudge.Bot.Conversation.Model;

/// <summary>A form to fill in: a modal in Slack, a dialog in Teams, a dialog on the local page.</summary>
/// <param name="Id">The command it fills in, such as <c>complaint</c>.</param>
/// <param name="Title">At most 24 characters, so that every platform shows it whole.</param>
/// <param name="Fields">Top to bottom.</param>
/// <param name="Submit">What the submit button says.</param>
/// <param name="Context">Opaque; comes back unchanged with the submission.</param>
public sealed record Form(string Id, string Title, IReadOnlyList<Field> Fields, string Submit, string Context = "")
{
    /// <summary>What the button that closes it says; null for the platform's own word.</summary>
    public string? Close { get; init; }

    /// <summary>The fields under their headings, as they follow each other; fields without a heading stand under an empty one.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<Field> Fields)> Groups
    {
        get
        {
            var groups = new List<(string Heading, IReadOnlyList<Field> Fields)>();
            foreach (var next in Fields)
            {
                if (groups.Count > 0 && groups[^1].Heading == next.Group) groups[^1] = (next.Group, [.. groups[^1].Fields, next]);
                else groups.Add((next.Group, [next]));
            }

            return groups;
        }
    }
}

/// <summary>What a field takes.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Paragraph,

    /// <summary>A calendar date, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>One of <see cref="Field.Choices"/>.</summary>
    Choice,

    /// <summary>One line of text with <see cref="Field.Choices"/> as suggestions.</summary>
    Suggest,
}

/// <summary>One field of a form.</summary>
/// <param name="Name">Stable; the key of its value in a submission.</param>
/// <param name="Label">What it asks for.</param>
/// <param name="Kind">What it takes.</param>
public sealed record Field(string Name, string Label, FieldKind Kind)
{
    public bool Required { get; init; }

    /// <summary>What stands in it when it opens.</summary>
    public string Value { get; init; } = "";

    /// <summary>A line of help below it.</summary>
    public string? Hint { get; init; }

    /// <summary>The heading it stands under, together with its neighbours of the same heading; empty for none.</summary>
    public string Group { get; init; } = "";

    /// <summary>What a few of <see cref="Choices"/> are led in with where they can only be named, such as <c>For example</c>.</summary>
    public string Examples { get; init; } = "";

    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];
}

/// <summary>One choice of a field.</summary>
public sealed record FieldChoice(string Value, string Label);

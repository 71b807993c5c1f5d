namespace AccountNudge.Core.Texts;

/// <summary>A run of text within a <see cref="RichText"/>.</summary>
public abstract record Inline
{
    /// <summary>The run as plain characters.</summary>
    public abstract string Plain { get; }
}

/// <summary>Plain characters; a renderer escapes them.</summary>
/// <param name="Characters">What is shown.</param>
public sealed record Words(string Characters) : Inline
{
    /// <inheritdoc/>
    public override string Plain => Characters;
}

/// <summary>Characters that stand out.</summary>
/// <param name="Characters">What is shown.</param>
public sealed record Strong(string Characters) : Inline
{
    /// <inheritdoc/>
    public override string Plain => Characters;
}

/// <summary>A colleague who is to be notified by the platform.</summary>
/// <param name="PersonId">The platform's own id of the person.</param>
/// <param name="Name">The name to show where the platform does not resolve the id.</param>
public sealed record Mention(string PersonId, string Name) : Inline
{
    /// <inheritdoc/>
    public override string Plain => Name;
}

/// <summary>Text in one language, as runs that each platform escapes and draws in its own way.</summary>
/// <param name="Runs">The runs in reading order.</param>
public sealed record RichText(IReadOnlyList<Inline> Runs)
{
    /// <summary>No text.</summary>
    public static readonly RichText Empty = new([]);

    /// <summary>The text without any marks.</summary>
    public string Plain => string.Concat(Runs.Select(run => run.Plain));

    /// <summary>Takes characters as they are, such as a client's words.</summary>
    public static implicit operator RichText(string characters) => FromString(characters);

    /// <summary>Takes characters as they are, such as a client's words.</summary>
    public static RichText FromString(string characters) => new([new Words(characters)]);

    /// <inheritdoc/>
    public override string ToString() => Plain;
}

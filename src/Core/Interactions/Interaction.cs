namespace AccountNudge.Core.Interactions;

/// <summary>How a client was met, most present first; then what is kind but no talk.</summary>
public enum InteractionKind
{
    /// <summary>A meeting in person.</summary>
    Visit,

    /// <summary>A telephone call.</summary>
    Call,

    /// <summary>A video call.</summary>
    Video,

    /// <summary>A mail or letter.</summary>
    Mail,

    /// <summary>A chat or short message.</summary>
    Chat,

    /// <summary>A greeting, such as to a birthday.</summary>
    Greeting,

    /// <summary>A gift.</summary>
    Gift,

    /// <summary>A newsletter or magazine.</summary>
    Newsletter,

    /// <summary>A plain note: nobody said how, so it counts as no talk. Last, since the numbers are stored.</summary>
    Note,
}

/// <summary>Who began it.</summary>
public enum Direction
{
    /// <summary>The client.</summary>
    They,

    /// <summary>We.</summary>
    We,
}

/// <summary>Whether we gave something or asked for something.</summary>
public enum Balance
{
    /// <summary>Neither.</summary>
    Neutral,

    /// <summary>We gave.</summary>
    Give,

    /// <summary>We asked.</summary>
    Ask,
}

/// <summary>How it felt.</summary>
public enum Mood
{
    /// <summary>Nobody said.</summary>
    Unsaid,

    /// <summary>Good.</summary>
    Good,

    /// <summary>So-so.</summary>
    SoSo,

    /// <summary>Tense.</summary>
    Tense,
}

/// <summary>Something said or done between us and a client.</summary>
public sealed class Interaction : INamesContact, INoted
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>With whom, where it is known.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>How.</summary>
    public required InteractionKind Kind { get; set; }

    /// <summary>Who began it.</summary>
    public Direction Direction { get; init; } = Direction.We;

    /// <summary>Given or asked.</summary>
    public Balance Balance { get; init; }

    /// <summary>How it felt.</summary>
    public Mood Mood { get; set; }

    /// <summary>It was a status update as agreed with the client.</summary>
    public bool IsStatus { get; set; }

    /// <summary>It had no agenda: they just talked.</summary>
    public bool IsJustTalk { get; init; }

    /// <summary>The day it happened, in the team's zone; may lie before the day it was recorded.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>In the words of whoever recorded it.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it counts as a talk: a greeting, a gift or a newsletter is kind but no touch, a plain note says nothing of one.</summary>
    public bool IsSubstantive => Talks.IsTalk(Kind);
}

/// <summary>Which interactions are talks. The kinds are compared here and nowhere else.</summary>
public static class Talks
{
    /// <summary>See <see cref="Interaction.IsSubstantive"/>.</summary>
    public static bool IsTalk(InteractionKind kind) => kind < InteractionKind.Greeting;

    /// <summary>A talk in which one heard or saw each other.</summary>
    public static bool IsSpoken(InteractionKind kind) => kind < InteractionKind.Mail;

    /// <summary>A talk in writing.</summary>
    public static bool IsWritten(InteractionKind kind) => IsTalk(kind) && !IsSpoken(kind);

    /// <summary>The talks among interactions; <see cref="IsTalk"/> in words that a database understands.</summary>
    public static IQueryable<Interaction> OnlyTalks(this IQueryable<Interaction> interactions) => interactions.Where(interaction => interaction.Kind < InteractionKind.Greeting);
}

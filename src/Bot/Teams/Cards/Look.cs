namespace AccountNudge.Bot.Teams.Cards;

/// <summary>How a text looks; nulls are as everything else (learn.microsoft.com/adaptive-cards/schema-explorer/text-block).</summary>
internal sealed record Look
{
    public static readonly Look Plain = new();

    /// <summary>The first line of a card with something below it.</summary>
    public static readonly Look Headline = new() { IsHeading = true, IsBold = true, Size = "Large" };

    /// <summary>The same where it is a whole sentence.</summary>
    public static readonly Look Sentence = Headline with { Size = "Medium" };

    public static readonly Look Heading = new() { IsHeading = true, IsBold = true, Size = "Medium", Spacing = "Large" };

    /// <summary>What a table or chart shows, above it.</summary>
    public static readonly Look Caption = new() { IsBold = true, Spacing = "Medium" };

    public static readonly Look Section = new() { Spacing = "Medium" };

    /// <summary>Small print.</summary>
    public static readonly Look Note = new() { Size = "Small", IsSubtle = true, Spacing = "Small" };

    /// <summary>What is wrong, beside the field it is wrong in.</summary>
    public static readonly Look Error = new() { Size = "Small", Color = "Attention", Spacing = "Small" };

    /// <summary>Screen readers may go from one to the next. Clients draw headings large and bold unless size and weight are given.</summary>
    public bool IsHeading { get; init; }

    public bool IsBold { get; init; }

    public bool IsSubtle { get; init; }

    public string? Size { get; init; }

    public string? Color { get; init; }

    /// <summary>The room above.</summary>
    public string? Spacing { get; init; }
}

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>How a text looks; nulls are as everything else (learn.microsoft.com/adaptive-cards/schema-explorer/text-block).</summary>
internal sealed record TextStyle
{
    public static readonly TextStyle Plain = new();

    /// <summary>The first line of a card with something below it.</summary>
    public static readonly TextStyle Headline = new() { IsHeading = true, IsBold = true, Size = "Large" };

    /// <summary>The same where it is a whole sentence.</summary>
    public static readonly TextStyle Sentence = Headline with { Size = "Medium" };
    public static readonly TextStyle Heading = new() { IsHeading = true, IsBold = true, Size = "Medium", Spacing = "Large" };

    /// <summary>What a table or chart shows, above it.</summary>
    public static readonly TextStyle Caption = new() { IsBold = true, Spacing = "Medium" };
    public static readonly TextStyle Section = new() { Spacing = "Medium" };

    /// <summary>Small print.</summary>
    public static readonly TextStyle Note = new() { Size = "Small", IsSubtle = true, Spacing = "Small" };

    /// <summary>What is wrong, beside the field it is wrong in.</summary>
    public static readonly TextStyle Error = new() { Size = "Small", Color = "Attention", Spacing = "Small" };

    /// <summary>Screen readers may go from one to the next. Clients draw headings large and bold unless size and weight are given.</summary>
    public bool IsHeading { get; init; }

    public bool IsBold { get; init; }

    public bool IsSubtle { get; init; }

    public string? Size { get; init; }

    public string? Color { get; init; }

    /// <summary>The space above it.</summary>
    public string? Spacing { get; init; }
}

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>
/// A message as the product means it, before a platform draws it. Texts are in the reader's language already.
/// </summary>
/// <param name="Headline">The first line, also what a notification or a screen reader says: the person first, then the company.</param>
/// <param name="Parts">What stands below, top to bottom.</param>
public sealed record Card(RichText Headline, params IReadOnlyList<CardPart> Parts);

/// <summary>One part of a card.</summary>
public abstract record CardPart;

/// <summary>A heading inside a card, such as a lane of the morning message.</summary>
public sealed record Heading(RichText Text) : CardPart
{
    /// <summary>The same below another heading.</summary>
    public Paragraph Below => new(new RichText([new Strong(Text.Plain)]));
}

/// <summary>A paragraph.</summary>
public sealed record Paragraph(RichText Text) : CardPart;

/// <summary>A client's own words, shown as a quotation.</summary>
public sealed record Quote(string Words) : CardPart;

/// <summary>A quiet line in small print: when, by whom, why.</summary>
public sealed record Note(RichText Text) : CardPart;

/// <summary>Label and value pairs.</summary>
public sealed record Facts(IReadOnlyList<Fact> Items) : CardPart;

/// <summary>One label with its value.</summary>
public sealed record Fact(string Label, RichText Value);

/// <summary>One matter among several: a line, an optional detail, its own buttons.</summary>
public sealed record Section(RichText Text, RichText? Detail, IReadOnlyList<Button> Buttons) : CardPart;

/// <summary>Buttons that belong to the whole card.</summary>
public sealed record Actions(IReadOnlyList<Button> Buttons) : CardPart;

/// <summary>How far something has come: a bar below a line that says it in words.</summary>
public sealed record Progress(RichText Text, int Done, int All) : CardPart
{
    private const int Cells = 20;

    /// <summary>In percent; everything where there is nothing to do.</summary>
    public int Percent => All <= 0 ? 100 : (int)Math.Clamp(100L * Done / All, 0, 100);

    /// <summary>The bar in characters.</summary>
    public RichText Bar => new([new Words($"{new string('▓', Percent * Cells / 100)}{new string('░', Cells - (Percent * Cells / 100))} {Percent}\u00A0%")]);
}

/// <summary>A thin line between parts.</summary>
public sealed record Divider : CardPart;

/// <summary>Parts that may be folded away.</summary>
public sealed record Fold(RichText Title, IReadOnlyList<CardPart> Parts) : CardPart;

/// <summary>Rows under a header; every row has as many cells as the header.</summary>
public sealed record Table(string Caption, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : CardPart;

/// <summary>What a chart looks like.</summary>
public enum ChartKind
{
    Bar,
    Line,
    Donut,
}

/// <summary>Figures as a picture. Every series has one value per category.</summary>
public sealed record Chart(ChartKind Kind, string Title, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series) : CardPart;

/// <summary>One series of a chart.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal> Values);

/// <summary>How much a button stands out.</summary>
public enum ButtonStyle
{
    Default,
    Primary,
    Danger,
}

/// <summary>A button.</summary>
/// <param name="ActionId">What it does, such as <c>complaint.acknowledge</c>; stable, known to the registry.</param>
/// <param name="Label">What it says.</param>
/// <param name="Value">What it is about, see <see cref="ButtonValue"/>.</param>
/// <param name="Style">How much it stands out.</param>
public sealed record Button(string ActionId, string Label, string Value, ButtonStyle Style = ButtonStyle.Default)
{
    /// <summary>The address that it opens in a browser; null where it does something here.</summary>
    public string? Url { get; init; }
}

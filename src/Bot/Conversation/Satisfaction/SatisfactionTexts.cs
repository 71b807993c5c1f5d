using AccountNudge.Core.Satisfaction;

namespace AccountNudge.Bot.Conversation.Satisfaction;

/// <summary>The words about whether clients are content.</summary>
internal static class SatisfactionTexts
{
    public static readonly Text Does = new($"notes whether a client is content with the work", $"notiert, ob ein Kunde mit der Arbeit zufrieden ist");
    public static readonly Text Title = new($"Are they content?", $"Sind sie zufrieden?");
    public static readonly Text Example = new($"satisfied Acme partly with Maria Jones: delivery could be faster", $"zufrieden Weber teils mit Sabine Klein: die Lieferung könnte schneller sein");
    public static readonly Text ContentLabel = new($"Are they content with the work itself?", $"Sind sie mit der Arbeit selbst zufrieden?");
    public static readonly Text WithLabel = new($"Who said so?", $"Wer hat das gesagt?");
    public static readonly Text WhenLabel = new($"When?", $"Wann?");
    public static readonly Text WordsLabel = new($"What did they say?", $"Was wurde gesagt?");
    public static readonly Text Label = new($"Content", $"Zufrieden");
    public static readonly Text StillAhead = new($"That day is still ahead. Tell me once you’ve asked.", $"Der Tag kommt erst noch. Nach dem Gespräch halte ich es gern fest.");
    public static readonly Text AsComplaint = new($"Log a complaint …", $"Als Beschwerde aufnehmen …");

    public static readonly Text PerhapsComplaint = new(
        $"If they expect an answer, log it as a complaint; then I’ll see to it that they get one.",
        $"Wenn sie eine Antwort erwarten, ist es eine Beschwerde; dann achte ich darauf, dass sie eine bekommen.");

    /// <summary>An answer as a button and among choices.</summary>
    public static Text Choice(Content content) => content switch
    {
        Content.Yes => new($"Yes", $"Ja"),
        Content.Partly => new($"Partly", $"Teils, teils"),
        _ => new($"No", $"Nein"),
    };

    public static Text Said(Content content) => content switch
    {
        Content.Yes => new($"content", $"zufrieden"),
        Content.Partly => new($"content with some of it", $"teils zufrieden"),
        _ => new($"not content", $"nicht zufrieden"),
    };

    public static Text Headline(RichText who, Content content, Text day) => new($"{who}: {Said(content)}, asked {day}", $"{who}: {Said(content)}, gefragt {day}");

    public static Text By(string member) => new($"Asked by {member}", $"Gefragt von {member}");

    /// <summary>The question, for one who is going to talk to them.</summary>
    public static Text Ask(string who) => new($"Are you content with the work itself? Nobody has asked {who} for half a year.", $"Sind Sie mit der Arbeit selbst zufrieden? Das hat {who} seit einem halben Jahr niemand gefragt.");

    /// <summary>How they answered last time.</summary>
    public static Text Last(Text said, Text day) => new($"last time: {said}, {day}", $"zuletzt: {said}, {day}");
}

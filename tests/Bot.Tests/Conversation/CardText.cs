using System.Text;
using AccountNudge.Bot.Conversation.Model;

namespace AccountNudge.Bot.Tests.Conversation;

/// <summary>A reply as plain lines, for assertions and approved transcripts.</summary>
internal static class CardText
{
    public static string Of(Reply reply)
    {
        var lines = new StringBuilder();
        if (reply.OnlyAsker) lines.AppendLine("  (only you)");
        if (reply.IsRenewed) lines.AppendLine("  (the card shows it)");
        else if (reply.Replaces) lines.AppendLine("  (in place of the card)");
        if (reply.Card is { } card) Write(lines, card);
        if (reply.Aside is { } aside) lines.Append("  (beside it, only you) ").AppendLine(aside.Plain);
        if (reply.File is { } file) lines.Append("  file ").AppendLine(file.Name);
        if (reply.Form is { } form) lines.Append("  form ").Append(form.Id).Append(": ").AppendJoin(", ", form.Fields.Select(field => $"{field.Name}={field.Value}")).AppendLine();
        foreach (var (field, error) in reply.Errors) lines.Append("  error ").Append(field).Append(": ").AppendLine(error);
        return lines.ToString();
    }

    public static string Of(Card card)
    {
        var lines = new StringBuilder();
        Write(lines, card);
        return lines.ToString();
    }

    private static void Write(StringBuilder lines, Card card)
    {
        lines.Append("  ").AppendLine(card.Headline.Plain);
        foreach (var part in card.Parts) Write(lines, part, "  ");
    }

    private static void Write(StringBuilder lines, CardPart part, string indent)
    {
        switch (part)
        {
            case Heading heading:
                lines.Append(indent).Append("## ").AppendLine(heading.Text.Plain);
                break;
            case Paragraph paragraph:
                lines.Append(indent).AppendLine(paragraph.Text.Plain);
                break;
            case Quote quote:
                lines.Append(indent).Append("> ").AppendLine(quote.Words);
                break;
            case Note note:
                lines.Append(indent).Append("· ").AppendLine(note.Text.Plain);
                break;
            case Facts facts:
                foreach (var fact in facts.Items) lines.Append(indent).Append(fact.Label).Append(": ").AppendLine(fact.Value.Plain);
                break;
            case Section section:
                lines.Append(indent).Append("- ").AppendLine(section.Text.Plain);
                if (section.Detail is { } detail) lines.Append(indent).Append("  ").AppendLine(detail.Plain);
                WriteButtons(lines, section.Buttons, indent + "  ");
                break;
            case Actions actions:
                WriteButtons(lines, actions.Buttons, indent);
                break;
            case Progress progress:
                lines.Append(indent).Append(progress.Text.Plain).Append(' ').AppendLine(progress.Bar.Plain);
                break;
            case Fold fold:
                lines.Append(indent).Append("+ ").AppendLine(fold.Title.Plain);
                foreach (var inner in fold.Parts) Write(lines, inner, indent + "  ");
                break;
            case Table table:
                lines.Append(indent).AppendLine(table.Caption).Append(indent).AppendJoin(" | ", table.Header).AppendLine();
                foreach (var row in table.Rows) lines.Append(indent).AppendJoin(" | ", row).AppendLine();
                break;
            case Chart chart:
                lines.Append(indent).Append(chart.Kind).Append(" chart: ").AppendLine(chart.Title);
                foreach (var series in chart.Series) lines.Append(indent).Append("  ").Append(series.Name).Append(": ").AppendJoin(", ", chart.Categories.Zip(series.Values, (category, value) => $"{category} {value}")).AppendLine();
                break;
        }
    }

    private static void WriteButtons(StringBuilder lines, IReadOnlyList<Button> buttons, string indent)
    {
        if (buttons.Count > 0) lines.Append(indent).AppendJoin(" ", buttons.Select(button => $"[{button.Label}]")).AppendLine();
    }
}

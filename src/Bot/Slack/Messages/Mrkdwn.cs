using System.Text;

namespace AccountNudge.Bot.Slack.Messages;

/// <summary>
/// Our texts in Slack's own markup. It has no way to write a star or an underscore as such, so that a text which
/// needs one is not carried: it is drawn as rich text instead, which has no markup at all.
/// </summary>
internal static class Mrkdwn
{
    private const string Marks = "*_~`";

    /// <summary>The text in markup. What cannot be bold in it is written plainly.</summary>
    public static string Of(RichText text)
    {
        var written = new StringBuilder();
        for (var index = 0; index < text.Runs.Count; index++)
        {
            written.Append(text.Runs[index] switch
            {
                Strong strong when CanBeBold(text.Runs, index) => Bold(strong.Characters),
                Mention mention => Named(mention),
                var run => SlackText.Escape(run.Plain),
            });
        }

        return written.ToString();
    }

    /// <summary>Without any marks: for notifications and screen readers.</summary>
    public static string Bare(RichText text) => string.Concat(text.Runs.Select(run => run is Mention mention ? Named(mention) : SlackText.Escape(run.Plain)));

    /// <summary>Nothing that would be seen; Slack refuses to show it.</summary>
    public static bool IsBlank(RichText text) => text.Runs.All(IsBlank);

    public static bool IsBlank(Inline run) => string.IsNullOrWhiteSpace(run.Plain) && !IsPerson(run);

    /// <summary>Somebody Slack can name and notify; a mention of anybody else is only a name.</summary>
    public static bool IsPerson(Inline run) => run is Mention mention && SlackText.IsPersonId(mention.PersonId);

    /// <summary>Nothing but characters: needs no markup at all.</summary>
    public static bool IsPlain(RichText text) => text.Runs.All(run => run is Words);

    /// <summary>Whether the markup shows the text exactly as it is meant.</summary>
    public static bool Carries(RichText text)
    {
        for (var index = 0; index < text.Runs.Count; index++)
        {
            var run = text.Runs[index];
            if (run is Strong && !IsBlank(run) && !CanBeBold(text.Runs, index)) return false;
            if (run is not Mention && run.Plain.AsSpan().ContainsAny(Marks)) return false;
        }

        // A line that begins with > is a quotation, escaped or not.
        return !text.Plain.Split('\n').Any(line => line.TrimStart().StartsWith('>'));
    }

    private static string Named(Mention mention) => IsPerson(mention) ? $"<@{mention.PersonId}>" : SlackText.Escape(mention.Name);

    private static string Bold(string characters)
    {
        var (start, end) = (characters.Length - characters.TrimStart().Length, characters.TrimEnd().Length);
        return $"{characters[..start]}*{SlackText.Escape(characters[start..end])}*{characters[end..]}";
    }

    /// <summary>Stars make bold only on one line, around something, and where no letter touches them.</summary>
    private static bool CanBeBold(IReadOnlyList<Inline> runs, int index)
    {
        var characters = runs[index].Plain;
        if (string.IsNullOrWhiteSpace(characters) || characters.AsSpan().ContainsAny("*\n\r")) return false;
        var (before, after) = (index > 0 ? runs[index - 1] : null, index + 1 < runs.Count ? runs[index + 1] : null);
        return (char.IsWhiteSpace(characters[0]) || Apart(before, before is { Plain.Length: > 0 } ? before.Plain[^1] : ' '))
            && (char.IsWhiteSpace(characters[^1]) || Apart(after, after is { Plain.Length: > 0 } ? after.Plain[0] : ' '));
    }

    private static bool Apart(Inline? neighbour, char touching) =>
        neighbour is not (Strong or Mention) && (char.IsWhiteSpace(touching) || (char.IsAscii(touching) && char.IsPunctuation(touching) && !Marks.Contains(touching, StringComparison.Ordinal)));
}

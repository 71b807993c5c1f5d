using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Slack.Messages;

/// <summary>Draws cards as Block Kit messages, within Slack's limits by construction.</summary>
internal static class BlockKitRenderer
{
    /// <summary>A notification's text is best below 4,000 characters (docs.slack.dev/reference/methods/chat.postMessage).</summary>
    private const int LongestFallback = 3900;

    /// <summary>A card as one message: what exceeds it is folded into one line.</summary>
    /// <param name="card">The card.</param>
    /// <param name="charts">False where Slack has refused the newer blocks: charts, tables and what folds are then drawn with the oldest ones.</param>
    public static SlackMessage One(Card card, bool charts = true)
    {
        var (kept, left) = Packing.One(Drawing(charts).Draw(card), SlackLimits.Message);
        return Message(left > 0 ? [.. kept, Rest(left)] : kept);
    }

    /// <summary>A card as one message or more, nothing left out.</summary>
    /// <param name="card">The card.</param>
    /// <param name="charts">As for <see cref="One"/>.</param>
    public static IReadOnlyList<SlackMessage> All(Card card, bool charts = true) =>
        [.. Packing.All(Drawing(charts).Draw(card), SlackLimits.Message).Select(Message)];

    /// <summary>A card as the App Home view of <c>views.publish</c>.</summary>
    public static JsonObject Home(Card card)
    {
        var (kept, left) = Packing.One(new SlackPartDrawing(Palette.Classic).Draw(card), SlackLimits.View);
        return new JsonObject { ["type"] = "home", ["blocks"] = BlocksOf(left > 0 ? [.. kept, Rest(left)] : kept) };
    }

    private static SlackPartDrawing Drawing(bool charts) => new(charts ? Palette.Message : Palette.Classic);

    private static SlackMessage Message(IReadOnlyList<Group> groups) => new(Fallback(groups.SelectMany(group => group.Says)), BlocksOf(groups));

    private static JsonArray BlocksOf(IEnumerable<Group> groups) => new([.. groups.SelectMany(group => group.Blocks)]);

    private static Group Rest(int left)
    {
        RichText line = FormattableString.Invariant($"+ {left} …");
        return new Group([.. Blocks.Note(line)], [line]);
    }

    /// <summary>The card in words, as many lines as there is room for. Never empty: Slack wants a text beside blocks.</summary>
    private static string Fallback(IEnumerable<RichText> says)
    {
        var lines = new List<string>();
        var room = LongestFallback;
        foreach (var line in says.Where(line => !Mrkdwn.IsBlank(line)))
        {
            if (room < 100) break;
            var said = Mrkdwn.Bare(Blocks.Splitting.Beginning(line, room));
            lines.Add(said);
            room -= said.Length + 1;
        }

        return lines.Count > 0 ? string.Join('\n', lines) : "…";
    }
}

using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>A question that waits for its speaker's next line, such as what would have prevented a complaint.</summary>
internal static class WaitingQuestion
{
    /// <summary>How long the next line of somebody who was asked is taken for the answer.</summary>
    private static readonly Duration Waits = Duration.FromMinutes(15);

    /// <summary>Whether a line is nothing but an answer that such a question offers, even where it would be a command: <c>delay</c>.</summary>
    public static bool Offers(CommandRegistry registry, string typed)
    {
        var tokens = Token.Of(typed);
        return registry.Commands.Where(command => command.TakesNextLine is not null).SelectMany(command => command.Slots).SelectMany(slot => slot.Choices)
            .Any(choice => Phrases.LengthAt(choice.Spellings, tokens, 0) == tokens.Count);
    }

    /// <summary>Takes a line for the answer, where it was asked; null when nothing waits for one there.</summary>
    public static async Task<Reply?> Answer(TurnContext turn, string typed, CancellationToken cancellation)
    {
        var since = turn.Now - Waits;
        var waiting = turn.Registry.Commands.Where(command => command.TakesNextLine is not null).Select(command => command.Words.Id).ToList();
        var draft = await turn.Store.Drafts.Where(draft => draft.MemberId == turn.Speaker.Id && draft.At >= since && waiting.Contains(draft.Command))
            .OrderByDescending(draft => draft.At).ThenByDescending(draft => draft.Id).FirstOrDefaultAsync(cancellation);
        if (draft is null || await turn.FindDraft(draft.Id, cancellation) is not ({ TakesNextLine: { } slot } command, { } raw)) return null;
        if (raw.GetValueOrDefault(Drafts.Place) != turn.Turn.Channel.Id) return null;
        turn.Store.Drafts.Remove(draft);
        raw[slot] = typed;
        return await Drafting.Continue(turn, command, raw, cancellation);
    }
}

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>For whom something is put into words: in which voice and zone, as of which instant, for one reader or for a channel.</summary>
internal sealed record RenderContext(Voice Voice, DateTimeZone Zone, Instant Now, bool IsDirect)
{
    /// <summary>Who alone reads it, where that is known.</summary>
    public Guid? Reader { get; init; }

    /// <summary>What a line to the bot begins with where it is read; empty where the bot hears everything.</summary>
    public string Call { get; init; } = "";

    public LocalDate Today => Now.InZone(Zone).Date;

    /// <summary>When the message that is drawn anew was sent; null for one that is sent now.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>When it is drawn, where it still speaks as of <see cref="Now"/>.</summary>
    public Instant? DrawnAt { get; init; }

    /// <summary>As of when days are named: whoever reads "Friday" counts from the day of the message, whenever it was drawn.</summary>
    public Instant Said => SentAt ?? Now;

    /// <summary>The day of the message.</summary>
    public LocalDate SaidOn => Said.InZone(Zone).Date;

    /// <summary>It is drawn on another day than it was sent: which day "today" is, nobody could tell.</summary>
    public bool IsRedrawn => SaidOn != (DrawnAt ?? Now).InZone(Zone).Date;
}

/// <summary>For whom the answer to a turn is rendered.</summary>
internal static class RenderContexts
{
    /// <summary>For the asker alone.</summary>
    public static RenderContext ForAsker(this TurnContext turn) => new(turn.OwnVoice, turn.Zone, turn.Now, IsDirect: true) { Call = turn.Turn.Call };

    /// <summary>For everyone in the team's own channel; anywhere else for the asker alone.</summary>
    public static Reply ReplyToTeam(this TurnContext turn, Func<RenderContext, Card> card) => turn.IsElsewhere
        ? Reply.Asker(card(turn.ForAsker()))
        : Reply.Everyone(card(new RenderContext(turn.Voice, turn.Zone, turn.Now, IsDirect: false) { Call = turn.Turn.Call }));
}

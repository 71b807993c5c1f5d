namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>What goes back with an invoke's own request.</summary>
internal abstract record InvokeReply
{
    /// <summary>A card in the place of the pressed one, for whoever pressed.</summary>
    public sealed record InPlace(JsonObject Card) : InvokeReply;

    /// <summary>A line below the pressed card, which stays.</summary>
    public sealed record Below(string Words) : InvokeReply;

    /// <summary>A dialog. Its title cannot be changed later.</summary>
    public sealed record Dialog(string Title, JsonObject Card) : InvokeReply;

    /// <summary>
    /// The last words of a dialog, as a card without buttons: a bare message is not among the answers Teams describes, and some
    /// clients show an empty box for it (MicrosoftDocs/msteams-docs#1732, #6740).
    /// </summary>
    public sealed record Ending(JsonObject Card) : InvokeReply;
}

using AccountNudge.Bot.Conversation.Knowing;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Digests;
using AccountNudge.Core.OwnLine;

namespace AccountNudge.Bot.Conversation.OwnLine;

/// <summary>The quarter's line in the manager's week: ring your own number.</summary>
internal sealed class OwnLineView : UnspokenView, IPracticeView
{
    private static readonly Text Suggestion = new(
        $"Once a quarter: ring your own number, or ask for a quote, and hear what clients hear.",
        $"Einmal im Quartal: bei der eigenen Nummer anrufen oder ein Angebot anfragen und erleben, was Kunden erleben.");

    private static readonly Text Noted = new($"Noted", $"Notiert");

    public override string Kind => OwnLinePractice.Kind;

    public override Text Noun { get; } = new($"ringing your own number", $"der Anruf bei der eigenen Nummer");

    public Phrase Called { get; } = new("own number|own line|hotline|ringing your own number", "eigene nummer|hotline|der anruf bei der eigenen nummer");

    /// <summary>Only in the manager's own week; a digest that somebody asks for is for everyone.</summary>
    public IEnumerable<CardPart> DigestParts(DigestReport report, RenderContext context) =>
        context.IsDirect && report.Of<OwnLineFigures>() is { TeamIds: [var first, ..] }
            ? [new Section(Suggestion.In(context.Voice), null, [new Button(OwnLinePressed.ActionId, Noted.Plain(context.Voice), ButtonValue.For(first).ToString())])]
            : [];
}

/// <summary>[Noted]: of all the speaker's teams that they manage; next quarter it comes back.</summary>
internal sealed class OwnLinePressed : ButtonAction
{
    public const string ActionId = "own-line.noted";

    private static readonly Text Thanks = new($"Noted. I’ll bring it up again next quarter.", $"Notiert. Nächstes Quartal erinnere ich wieder daran.");

    public override string Id => ActionId;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (turn.Teams.FirstOrDefault(team => team.Id == value.Subject) is not { } asked) return Replies.NotThere(turn);
        await TeamChoice.MustManage(turn, asked, cancellation);
        foreach (var team in turn.Teams)
        {
            if (await turn.MayManage(team, cancellation)) team.OwnLineTriedOn = turn.Now.InZone(team.Settings.Calendar().Zone).Date;
        }

        return Replies.Hint(turn, Thanks);
    }
}

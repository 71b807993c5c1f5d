using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>
/// How one talked, for a note that did not say: as many kinds as fit into one row on every platform, all with one token, so that one of
/// them acts. Only whoever noted it knows. It completes the note: both are corrected, removed and undone together.
/// </summary>
internal sealed class ChooseKind : ButtonAction
{
    private const string ActionId = "interaction.kind";

    private static readonly IReadOnlyList<InteractionKind> Offered =
        [InteractionKind.Call, InteractionKind.Mail, InteractionKind.Visit, InteractionKind.Video, InteractionKind.Chat];

    public override string Id => ActionId;

    public static Section Question(Interaction note, Change change, Voice voice)
    {
        var token = Guid.NewGuid();
        return new Section(LogTexts.WhichKind.In(voice), null, [.. Offered.Select(kind =>
            new Button(ActionId, LogTexts.Button(kind).Plain(voice), new ButtonValue(note.Id, token, $"{kind}:{change.Id:N}").ToString()))]);
    }

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (value.Extra.Split(':') is not [var named, var id] || !Guid.TryParseExact(id, "N", out var changeId)) return Replies.NotThere(turn);
        if (!Enum.TryParse<InteractionKind>(named, out var kind) || !Offered.Contains(kind)) return Replies.NotThere(turn);
        var note = await turn.Store.Interactions.FirstOrDefaultAsync(note => note.Id == value.Subject && note.Kind == InteractionKind.Note, cancellation);
        if (note is null || await turn.Store.FactsOf(note.AccountId, turn.Now, cancellation) is not { } facts) return Replies.NotThere(turn);
        if (await turn.OwnChange(changeId, cancellation) is not { } change) throw new RefusalException(await turn.WhyNoChange(changeId, cancellation));
        if (change.At != note.RecordedAt || note.MemberId != turn.Speaker.Id) return Replies.NotThere(turn);
        turn.Complete(change, LogSlots.Kind.Name, kind.ToString());
        note.Kind = kind;
        return LogCard.Reply(turn, note, facts, change, asksKind: false) with { Replaces = true, Aside = await Asides.Of(turn, Touch.Of(note) with { Balance = Balance.Neutral }, facts, cancellation) };
    }
}

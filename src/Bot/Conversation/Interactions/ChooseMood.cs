using AccountNudge.Core.Interactions;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>
/// How a talk felt, where nobody has said so: one tap, by whoever noted it, all buttons with one token. It completes the note: both are
/// corrected, removed and undone together.
/// </summary>
internal sealed class ChooseMood : ButtonAction
{
    public const string ActionId = "interaction.mood";

    private static readonly (Mood Mood, Text Label)[] Offered = [(Mood.Good, LogTexts.WasGood), (Mood.SoSo, LogTexts.WasSoSo), (Mood.Tense, LogTexts.WasTense)];

    public override string Id => ActionId;

    /// <summary>The question is asked of talks; a status update is sent and not had.</summary>
    public static bool IsAskedOf(Interaction note) => note is { IsSubstantive: true, IsStatus: false, Mood: Mood.Unsaid };

    public static Section Question(Interaction note, Change change, Voice voice)
    {
        var token = Guid.NewGuid();
        return new Section(LogTexts.WhichMood.In(voice), null, [.. Offered.Select(offered =>
            new Button(ActionId, offered.Label.Plain(voice), new ButtonValue(note.Id, token, $"{offered.Mood}:{change.Id:N}").ToString()))]);
    }

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (value.Extra.Split(':') is not [var named, var id] || !Guid.TryParseExact(id, "N", out var changeId)) return Replies.NotThere(turn);
        if (!Enum.TryParse<Mood>(named, out var mood) || Offered.All(offered => offered.Mood != mood)) return Replies.NotThere(turn);
        var note = await turn.Store.Interactions.FirstOrDefaultAsync(note => note.Id == value.Subject, cancellation);
        if (note is null || !IsAskedOf(note) || await turn.Store.FactsOf(note.AccountId, turn.Now, cancellation) is not { } facts) return Replies.NotThere(turn);
        if (await turn.OwnChange(changeId, cancellation) is not { } change) throw new RefusalException(await turn.WhyNoChange(changeId, cancellation));
        if (change.At != note.RecordedAt || note.MemberId != turn.Speaker.Id) return Replies.NotThere(turn);
        turn.Complete(change, LogSlots.Mood.Name, mood.ToString());
        note.Mood = mood;
        return LogCard.Reply(turn, note, facts, change, asksKind: false) with { Replaces = true };
    }
}

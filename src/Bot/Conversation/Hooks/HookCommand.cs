using AccountNudge.Bot.Conversation.Knowing;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Hooks;

namespace AccountNudge.Bot.Conversation.Hooks;

/// <summary>Keeps something for the next talk (practice F2). The answer is for the asker alone: it is personal.</summary>
internal sealed class HookCommand() : Command(
    new("hook", CommandGroup.Tell, new("hook", "merke|anknüpfungspunkt"), HookTexts.Does, HookTexts.Example, HookTexts.Title))
{
    private static readonly Slot Said = CommonSlots.Text(HookTexts.TextLabel, required: true) with { Hint = KnowingTexts.NothingPrivate };

    /// <summary>Behind the text, at whose end it may stand.</summary>
    private static readonly Slot Until = new("until", SlotKind.When, HookTexts.UntilLabel) { Keyword = new("until", "bis"), Hint = HookTexts.UntilHint };

    public override IReadOnlyList<Slot> Slots { get; } = [KnowingSlots.Who, Said, Until];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (facts, contact) = await turn.About(arguments, cancellation);
        var (today, until) = (facts.Today(turn.Now), arguments.When(Until.Name)?.Date);
        if (until < today) throw KnowingSlots.Refused(Until, HookRefusals.IsOver);
        if (until > today.PlusDays(Hook.MostDaysAhead)) throw KnowingSlots.Refused(Until, HookRefusals.TooFar);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var hook = Hook.Note(facts.Account, contact?.Id, arguments.Text(Said.Name), until, new HookAct(turn.Speaker.Id, turn.Now, today, change.Id));
        turn.Store.Hooks.Add(hook);
        var (voice, context) = (turn.OwnVoice, turn.ForAsker());
        return Reply.Asker(new Card(HookTexts.Headline(People.Of(contact, facts.Account)).In(voice), [
            new Paragraph(hook.Text),
            new Note(HookTexts.Comes(Wording.Date(hook.LastDay(facts.Terms), context)).In(voice)),
            Replies.CorrectOrRemove(change.Id, voice),
        ]));
    }
}

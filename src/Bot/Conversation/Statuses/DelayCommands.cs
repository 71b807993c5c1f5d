using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Statuses;

namespace AccountNudge.Bot.Conversation.Statuses;

/// <summary>Notes that something will be late.</summary>
internal sealed class NoteDelay() : Command(
    new("delay", CommandGroup.Tell, new("delay|delayed", "verzögerung|verspätung"), DelayTexts.Does, DelayTexts.Example, DelayTexts.Title))
{
    private const string Yes = "Yes";
    private static readonly Slot What = CommonSlots.Text(DelayTexts.WhatLabel, required: true);

    private static readonly Slot Known = new("known", SlotKind.Choice, DelayTexts.KnownLabel)
    {
        Word = new("client knows", "kunde weiß es"),
        Choices =
        [
            new("No", new("not told yet|they don't know", "kunde weiß es nicht|noch nicht gesagt"), DelayTexts.NotYet),
            new(Yes, new("client knows|they know", "kunde weiß es|kunde weiß bescheid"), DelayTexts.KnowsAlready),
        ],
    };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Known, What];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var delay = Delay.Note(facts.Account, arguments.Text(What.Name), arguments.Choice(Known.Name) == Yes, turn.MemberActOn(facts, change.Id));
        turn.Store.Delays.Add(delay);
        return DelayCard.Reply(turn, delay, facts);
    }
}

/// <summary>Says that the client knows: of every delay that was still to be told.</summary>
internal sealed class TellOfDelay() : Command(
    new("delay.told", CommandGroup.Tell, new("delay told|delay known|client knows", "verzögerung gesagt|verzögerung bekannt|kunde weiß bescheid"), DelayTexts.DoesTell, DelayTexts.ExampleTell, DelayTexts.TitleTell))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        return facts.UntoldDelays is { Count: > 0 } untold ? Take(turn, untold, facts, arguments, "") : Replies.Hint(turn, DelayTexts.None(facts.Account.Name));
    }

    /// <summary>Notes it of these, and answers where it was asked for.</summary>
    public Reply Take(TurnContext turn, IReadOnlyList<Delay> delays, AccountFacts facts, Arguments arguments, string place)
    {
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        foreach (var delay in delays) delay.Tell(turn.MemberActOn(facts, change.Id));
        return DelayCard.Reply(turn, delays[^1], facts, place, onlyAsker: LiveCard.IsBesideNudge(turn, place));
    }
}

/// <summary>[Client knows], of one delay.</summary>
internal sealed class TellPressed : ButtonAction
{
    public const string ActionId = "delay.told";

    public override string Id => ActionId;

    public static Button Button(Delay delay, Voice voice, string place = "") =>
        new(ActionId, DelayTexts.ClientKnows.Plain(voice), ButtonValue.For(delay.Id, place).ToString(), ButtonStyle.Primary);

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<Delay>(value.Subject, cancellation) is not { } facts || facts.Delay(value.Subject) is not { } delay) return Replies.NotThere(turn);
        var command = turn.Registry.Commands.OfType<TellOfDelay>().Single();
        var raw = CommonSlots.Given(delay.AccountId);
        return FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow) is Filled filled
            ? command.Take(turn, [delay], facts, filled.Arguments, value.Extra)
            : Replies.NotThere(turn);
    }
}

/// <summary>A delay as it stands: what will be late, and whether the client knows.</summary>
internal static class DelayCard
{
    public static Reply Reply(TurnContext turn, Delay delay, AccountFacts facts, string place = "", bool onlyAsker = false) =>
        LiveReply.Of(turn, facts, DelayPractice.MatterOf(delay), delay.ChangeId, place, onlyAsker, (context, postId) => Of(delay, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of the delay and its account.</summary>
    public static Card Of(Delay delay, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, card, who) = (context.Voice, LiveCard.Extra(postId), People.Of(null, facts.Account));
        var (isHeard, parts) = (facts.HeardOf(delay) is not null, new List<CardPart> { new Paragraph(delay.Text) });
        if (delay.ToldAt is null && isHeard) parts.Add(new Note(DelayTexts.IsHeard.In(voice)));
        else if (delay.ToldAt is null) parts.Add(new Note(DelayTexts.AsksOn(Wording.On(facts.Today(DelayPractice.TellBy(delay, facts)), context)).In(voice)));
        if (facts.Roster.Find(delay.ToldBy ?? delay.MemberId) is { } member) parts.Add(new Note(DelayTexts.By(member.Name).In(voice)));
        if (delay.ToldAt is null && !isHeard) parts.Add(new Actions([TellPressed.Button(delay, voice, card)]));
        // Correcting "the client knows" would be saying the same again.
        if (delay.ChangeId is { } change)
            parts.Add(new Actions(delay.ToldAt is null || delay.ToldAt == delay.NotedAt ? [Replies.Correct(change, voice), Replies.Remove(change, voice, card)] : [Replies.Remove(change, voice, card)]));
        return new Card((delay.ToldAt is null ? DelayTexts.Noted(who) : DelayTexts.Known(who)).In(voice), parts);
    }
}

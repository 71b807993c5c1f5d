using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Endings;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Endings;

/// <summary>Begins to part with a client, well (practice H9).</summary>
internal sealed class PartCommand() : Command(
    new("part", CommandGroup.Tell, new("part|part with", "trennung|trennung von"), EndingTexts.DoesPart, EndingTexts.ExamplePart, EndingTexts.TitlePart))
{
    private static readonly Slot Said = CommonSlots.Text(EndingTexts.WordsLabel);

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Said];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var parting = Parting.Begin(facts.Account, arguments.Text(Said.Name), turn.MemberActOn(facts, change.Id));
        turn.Store.Partings.Add(parting);
        return PartingCard.Reply(turn, parting, facts);
    }
}

/// <summary>Ticks off a step of a parting, sets the day on which their data is deleted, or says how it went.</summary>
internal sealed class SettlePart() : Command(
    new("part.step", CommandGroup.Tell, new("part done|parting done|parting", "trennung erledigt|trennung abhaken"), EndingTexts.DoesSettle, EndingTexts.ExampleSettle, EndingTexts.TitleSettle))
{
    public static readonly Slot Outcome = CommonSlots.Text(EndingTexts.OutcomeLabel);

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, EndingSlots.Step, EndingSlots.DeleteOn, Outcome];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        if (facts.CurrentParting is not { } parting) return Replies.Hint(turn, EndingTexts.NotParting(facts.Account.Name));
        if (turn.Turn.Input is Typed && !Slots.Skip(1).Any(slot => arguments.Has(slot.Name))) return await FormBuilder.Open(turn, this, arguments.Raw, cancellation);
        return Take(turn, parting, facts, arguments, "");
    }

    /// <summary>Does it and answers where it was asked for.</summary>
    public Reply Take(TurnContext turn, Parting parting, AccountFacts facts, Arguments arguments, string place)
    {
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var (act, day, words) = (turn.MemberActOn(facts, change.Id), arguments.When(EndingSlots.DeleteOn.Name)?.Date, arguments.Text(Outcome.Name));
        var step = arguments.Chosen<PartingSteps>(EndingSlots.Step);
        if (step is null && day is null && words.Length == 0) throw RefusalException.At(EndingSlots.Step.Name, EndingTexts.SayOne);
        if (words.Length > 0) parting.NoteOutcome(words, act);
        if (step is { } done) parting.Settle(done, facts.Account, facts.StillOwed.Count, act);
        if (day is { } deleteOn) parting.DeleteDataOn(deleteOn, facts.Account, act);
        return PartingCard.Reply(turn, parting, facts, place);
    }
}

/// <summary>A button about a parting.</summary>
internal abstract class PartingPressed(string id) : ButtonAction
{
    public override string Id => id;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<Parting>(value.Subject, cancellation) is not { } facts || facts.Parting(value.Subject) is not { } parting) return Replies.NotThere(turn);
        if (parting.ReturnedAt is not null) return Replies.Hint(turn, EndingRefusals.IsBack);
        return await Press(turn, parting, facts, value, cancellation);
    }

    protected abstract Task<Reply> Press(TurnContext turn, Parting parting, AccountFacts facts, ButtonValue value, CancellationToken cancellation);
}

/// <summary>Ticks a step off.</summary>
internal sealed class TickPressed() : PartingPressed(ActionId)
{
    public const string ActionId = "parting.tick";

    public static Button Button(Parting parting, PartingSteps step, Voice voice, Guid? postId) =>
        new(ActionId, EndingTexts.Tick(step).Plain(voice), ButtonValue.For(parting.Id, postId is { } post ? LiveCard.Extra(post, EnumChoices.Value(step)) : EnumChoices.Value(step)).ToString());

    protected override Task<Reply> Press(TurnContext turn, Parting parting, AccountFacts facts, ButtonValue value, CancellationToken cancellation)
    {
        var (isOnCard, step) = (LiveCard.IsOn(value.Extra), LiveCard.IsOn(value.Extra) ? LiveCard.ArgumentOf(value.Extra) : value.Extra);
        if (!EndingSlots.Step.Choices.Any(choice => choice.Value == step)) return Task.FromResult(Replies.NotThere(turn));
        var raw = CommonSlots.Given(parting.AccountId);
        raw[EndingSlots.Step.Name] = step;
        var arguments = new Arguments(new Dictionary<string, object> { [EndingSlots.Step.Name] = step }, raw);
        return Task.FromResult(turn.Registry.Commands.OfType<SettlePart>().Single().Take(turn, parting, facts, arguments, isOnCard ? value.Extra : ""));
    }
}

/// <summary>[Deletion date …] and [How it went …]: the form for either.</summary>
internal sealed class PartFormPressed() : PartingPressed(ActionId)
{
    public const string ActionId = "parting.form";

    public override bool OnlyOpens => true;

    public static Button Button(Parting parting, Text label, Voice voice) => new(ActionId, label.Plain(voice), ButtonValue.For(parting.Id).ToString());

    protected override Task<Reply> Press(TurnContext turn, Parting parting, AccountFacts facts, ButtonValue value, CancellationToken cancellation)
    {
        var raw = CommonSlots.Given(parting.AccountId);
        raw[SettlePart.Outcome.Name] = parting.Text;
        if (parting.DeleteOn is { } day) raw[EndingSlots.DeleteOn.Name] = Given.Write(new When(day));
        return FormBuilder.Open(turn, turn.Registry.Commands.OfType<SettlePart>().Single(), raw, cancellation);
    }
}

/// <summary>A parting as it stands: what is settled and what is left.</summary>
internal static class PartingCard
{
    public static Reply Reply(TurnContext turn, Parting parting, AccountFacts facts, string place = "") =>
        LiveReply.Of(turn, facts, PartingPractice.MatterOf(parting), parting.ChangeId, place, turn.IsElsewhere || LiveCard.IsBesideNudge(turn, place), (context, postId) => Of(parting, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of the parting and its account.</summary>
    public static Card Of(Parting parting, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, card, who) = (context.Voice, LiveCard.Extra(postId), People.Of(null, facts.Account));
        if (parting.ReturnedAt is not null) return new Card(EndingTexts.IsBack(who).In(voice), parting.ChangeId is { } undo ? [new Actions([Replies.Remove(undo, voice, card)])] : []);
        List<CardPart> parts = parting.Text.Length > 0 ? [new Paragraph(parting.Text)] : [];
        parts.AddRange(Checklist(parting, facts, context));
        if (parting.IsOpen) parts.Add(new Note(EndingTexts.BroughtUpNoMore.In(voice)));
        if (facts.Roster.Find(parting.SettledBy ?? parting.MemberId) is { } member) parts.Add(new Note(EndingTexts.By(member.Name).In(voice)));
        if (Buttons(parting, voice, postId) is { Count: > 0 } buttons) parts.Add(new Actions(buttons));
        parts.Add(new Actions([PartFormPressed.Button(parting, EndingTexts.SayOutcome, voice), BackPressed.Button(facts.Account, voice)]));
        if (parting.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, card));
        return new Card((parting.PartedAt is null ? EndingTexts.PartWell(who) : EndingTexts.HaveParted(who)).In(voice), parts);
    }

    /// <summary>What is left to be done, as buttons.</summary>
    public static IReadOnlyList<Button> Buttons(Parting parting, Voice voice, Guid? postId = null) => parting.IsOpen
        ? [.. parting.Missing.Select(step => step == PartingSteps.DeletionDate ? PartFormPressed.Button(parting, EndingTexts.SetDeletion, voice) : TickPressed.Button(parting, step, voice, postId))]
        : [];

    /// <summary>What is settled and what is left, line by line.</summary>
    public static IEnumerable<CardPart> Checklist(Parting parting, AccountFacts facts, RenderContext context) => Parting.Steps.Select(step =>
    {
        var isDone = parting.Done.HasFlag(step);
        var detail = step switch
        {
            PartingSteps.Promises when !isDone => StillOwed(facts),
            PartingSteps.DeletionDate when parting.DeleteOn is { } day => Wording.Date(day, context),
            _ => null,
        };
        return (CardPart)new Paragraph(EndingTexts.Line(step, isDone, detail).In(context.Voice));
    });

    /// <summary>What the client still waits for; null where that is nothing.</summary>
    public static Text? StillOwed(AccountFacts facts) => facts.StillOwed is { Count: > 0 } owed
        ? owed.CountBy(matter => matter.Matter.Kind).Select(kind => PracticeViews.Of(kind.Key).Open(kind.Value)).Aggregate((all, next) => new Text($"{all}, {next}", $"{all}, {next}"))
        : null;
}

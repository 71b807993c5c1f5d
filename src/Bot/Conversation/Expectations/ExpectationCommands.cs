using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Expectations;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Expectations;

/// <summary>Notes what was agreed with a client as the goal (practice H5).</summary>
internal sealed class ExpectCommand() : Command(
    new("expect", CommandGroup.Tell, new("expect|expectation|expectations", "erwartung|erwartungen|zielvereinbarung"), ExpectationTexts.Does, ExpectationTexts.Example, ExpectationTexts.Title))
{
    private static readonly Slot With = CommonSlots.Contact(new("with", "mit"), ExpectationTexts.WithLabel);
    private static readonly Slot Goal = CommonSlots.Text(ExpectationTexts.GoalLabel, required: true);
    private static readonly Slot Conditions = new("conditions", SlotKind.Phrase, ExpectationTexts.ConditionsLabel) { Keyword = new("conditions", "bedingungen"), Hint = ExpectationTexts.ConditionsHint, Word = new("CONDITIONS", "BEDINGUNGEN") };
    private static readonly Slot Obstacles = new("obstacles", SlotKind.Phrase, ExpectationTexts.ObstaclesLabel) { Keyword = new("obstacles", "hindernisse"), Word = new("OBSTACLES", "HINDERNISSE") };
    private static readonly Slot AgreedOn = new("agreed-on", SlotKind.When, ExpectationTexts.AgreedOnLabel) { Past = true, Keyword = new("agreed on|agreed", "vereinbart am|vereinbart"), Hint = ExpectationTexts.AgreedOnHint };
    private static readonly Slot Review = new("review", SlotKind.When, ExpectationTexts.ReviewLabel) { Keyword = new("review on|review", "prüfen am|überprüfen am|review am|review") };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, With, Goal, Conditions, Obstacles, AgreedOn, Review];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var (today, agreed, review) = (facts.Today(turn.Now), arguments.When(AgreedOn.Name)?.Date, arguments.When(Review.Name)?.Date);
        if (agreed > today) throw RefusalException.At(AgreedOn.Name, ExpectationRefusals.StillAhead);
        if (review < today) throw RefusalException.At(Review.Name, ExpectationRefusals.DayIsOver);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var terms = new ExpectationTerms(arguments.Text(Goal.Name), arguments.Text(Conditions.Name), arguments.Text(Obstacles.Name), agreed, review);
        var expectation = Expectation.Agree(facts.Account, arguments.NameOrNone(With.Name)?.Id, terms, turn.MemberActOn(facts, change.Id));
        turn.Store.Expectations.Add(expectation);
        return ExpectationCard.Reply(turn, expectation, facts);
    }
}

/// <summary>Does something about what was agreed. It is found by its account; where several goals hold, buttons ask which.</summary>
internal abstract class ExpectationStep(CommandWords words, Action<Expectation, MemberAct> step) : Command(words)
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        return facts.OpenExpectations switch
        {
            [] => Replies.Hint(turn, ExpectationTexts.None(facts.Account.Name)),
            [var only] => Take(turn, only, facts, arguments, ""),
            var several => turn.AskWhich(this, arguments, ExpectationTexts.Which(facts.Account.Name), ChooseExpectation.ActionId, several.Select(expectation => (expectation.Id, Shortening.Of(expectation.Goal, 70)))),
        };
    }

    /// <summary>Does it and answers where it was asked for.</summary>
    public Reply Take(TurnContext turn, Expectation expectation, AccountFacts facts, Arguments arguments, string place)
    {
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        step(expectation, turn.MemberActOn(facts, change.Id));
        return ExpectationCard.Reply(turn, expectation, facts, place);
    }
}

/// <summary>It still holds.</summary>
internal sealed class ExpectationHolds() : ExpectationStep(
    new("expect.holds", CommandGroup.Tell, new("expect holds|expectation holds", "erwartung gilt|erwartung gilt weiter|zielvereinbarung gilt"), ExpectationTexts.DoesHold, ExpectationTexts.ExampleHold, ExpectationTexts.TitleHold),
    (expectation, act) => expectation.StillHolds(act));

/// <summary>It is done, or holds no more.</summary>
internal sealed class ExpectationDone() : ExpectationStep(
    new("expect.done", CommandGroup.Tell, new("expect done|expectation done|expectation over", "erwartung erledigt|erwartung vorbei|zielvereinbarung erledigt"), ExpectationTexts.DoesEnd, ExpectationTexts.ExampleEnd, ExpectationTexts.TitleEnd),
    (expectation, act) => expectation.End(act));

/// <summary>A button about one expectation.</summary>
internal abstract class ExpectationPressed(string id) : ButtonAction
{
    public override string Id => id;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<Expectation>(value.Subject, cancellation) is not { } facts || facts.Expectation(value.Subject) is not { } expectation) return Replies.NotThere(turn);
        return expectation.IsOpen ? await Press(turn, expectation, facts, value, cancellation) : Replies.Hint(turn, ExpectationRefusals.OverAlready);
    }

    protected abstract Task<Reply> Press(TurnContext turn, Expectation expectation, AccountFacts facts, ButtonValue value, CancellationToken cancellation);
}

/// <summary>[Still holds].</summary>
internal sealed class HoldsPressed() : ExpectationPressed(ActionId)
{
    public const string ActionId = "expect.holds";

    protected override Task<Reply> Press(TurnContext turn, Expectation expectation, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        Task.FromResult(turn.Registry.Commands.OfType<ExpectationHolds>().Single().Take(turn, expectation, facts, new Arguments(CommonSlots.Given(expectation.AccountId)), value.Extra));
}

/// <summary>[Done].</summary>
internal sealed class ExpectationDonePressed() : ExpectationPressed(ActionId)
{
    public const string ActionId = "expect.done";

    protected override Task<Reply> Press(TurnContext turn, Expectation expectation, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        Task.FromResult(turn.Registry.Commands.OfType<ExpectationDone>().Single().Take(turn, expectation, facts, new Arguments(CommonSlots.Given(expectation.AccountId)), value.Extra));
}

/// <summary>Which of several is meant; all its buttons share one token, so that one of them acts.</summary>
internal sealed class ChooseExpectation() : ExpectationPressed(ActionId)
{
    public const string ActionId = "expect.choose";

    protected override async Task<Reply> Press(TurnContext turn, Expectation expectation, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        await FormReader.ReadWaiting<ExpectationStep>(turn, value, cancellation) is var (step, arguments)
            ? step.Take(turn, expectation, facts, arguments, LiveCard.OnAnotherCard)
            : Replies.NotThere(turn);
}

/// <summary>[Agree anew …] and [What do they expect? …]: the form for what is agreed.</summary>
internal sealed class AgreePressed : ButtonAction
{
    public const string ActionId = "expect.form";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public static Button Button(Guid accountId, Text label, Voice voice) => new(ActionId, label.Plain(voice), ButtonValue.For(accountId).ToString());

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        FormBuilder.OpenAbout(turn, value.Subject, turn.Registry.Commands.OfType<ExpectCommand>().Single(), cancellation);
}

/// <summary>What was agreed, as it stands.</summary>
internal static class ExpectationCard
{
    public static Reply Reply(TurnContext turn, Expectation expectation, AccountFacts facts, string place = "") => LiveReply.Of(
        turn, facts, ExpectationPractice.MatterOf(expectation), expectation.ChangeId, place, turn.IsElsewhere || LiveCard.IsBesideNudge(turn, place), (context, postId) => Of(expectation, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of it and its account.</summary>
    public static Card Of(Expectation expectation, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, card, who) = (context.Voice, LiveCard.Extra(postId), People.Of(facts.Contact(expectation.ContactId), facts.Account));
        List<CardPart> parts = [new Paragraph(expectation.Goal), .. Terms(expectation, voice)];
        if (!expectation.IsOpen)
        {
            if (expectation.ChangeId is { } undo) parts.Add(new Actions([Replies.Remove(undo, voice, card)]));
            return new Card(ExpectationTexts.HasEnded(who).In(voice), parts);
        }

        if (expectation.ReviewOn is { } review) parts.Add(new Note(ExpectationTexts.ReviewOn(Wording.Date(review, context)).In(voice)));
        parts.Add(new Note(Agreed(expectation, facts, context).In(voice)));
        parts.Add(new Actions(Buttons(expectation, voice, card)));
        if (expectation.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, card));
        return new Card(ExpectationTexts.IsAgreed(who).In(voice), parts);
    }

    /// <summary>What it takes, and what could prevent it.</summary>
    public static IEnumerable<CardPart> Terms(Expectation expectation, Voice voice)
    {
        if (expectation.Conditions.Length > 0) yield return new Paragraph(ExpectationTexts.Takes(expectation.Conditions).In(voice));
        if (expectation.Obstacles.Length > 0) yield return new Paragraph(ExpectationTexts.Prevents(expectation.Obstacles).In(voice));
    }

    /// <summary>When and with whom it was agreed.</summary>
    public static Text Agreed(Expectation expectation, AccountFacts facts, RenderContext context) =>
        ExpectationTexts.AgreedOn(Wording.Date(expectation.AgreedOn, context), facts.Contact(expectation.ContactId)?.Name, facts.Roster.Find(expectation.MemberId)?.Name);

    /// <summary>What can be done about it.</summary>
    public static IReadOnlyList<Button> Buttons(Expectation expectation, Voice voice, string place = "") =>
    [
        new(HoldsPressed.ActionId, ExpectationTexts.StillHolds.Plain(voice), ButtonValue.For(expectation.Id, place).ToString()),
        new(ExpectationDonePressed.ActionId, ExpectationTexts.IsDone.Plain(voice), ButtonValue.For(expectation.Id, place).ToString()),
        AgreePressed.Button(expectation.AccountId, ExpectationTexts.AgreeAnew, voice),
    ];
}

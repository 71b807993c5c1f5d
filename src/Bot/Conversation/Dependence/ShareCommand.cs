using System.Globalization;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Dependence;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Dependence;

/// <summary>Says how much of the revenue comes from a client, and what the next step is. For managers alone; the answer is seen by nobody else.</summary>
internal sealed class ShareCommand() : Command(
    new("share", CommandGroup.LookAfter, new("share|revenue share", "anteil|umsatzanteil"), DependenceTexts.Does, DependenceTexts.Example, DependenceTexts.Title))
{
    public static readonly Slot Percent = new("percent", SlotKind.Phrase, DependenceTexts.PercentLabel) { Word = new("30 %", "30 %") };
    private static readonly Slot Step = CommonSlots.Text(DependenceTexts.StepLabel) with { Hint = DependenceTexts.StepHint };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Percent, Step];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var (account, team) = (facts.Account, turn.TeamOf(facts.Account));
        await TeamChoice.MustManage(turn, team, cancellation);
        var (percent, step, known) = (Read(arguments), arguments.Text(Step.Name), facts.Of<DependenceFacts>()?.Share);
        if (percent is null && step.Length == 0)
            return turn.Turn.Input is Typed ? await Open(turn, facts, cancellation) : throw RefusalException.At(Percent.Name, DependenceTexts.NotRead);
        var change = turn.Record(this, arguments, team);
        var share = known ?? new RevenueShare { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id };
        share.Say(percent, step, turn.Speaker.Id, turn.Now, facts.Today(turn.Now));
        if (known is null) turn.Store.RevenueShares.Add(share);
        var voice = turn.OwnVoice;
        List<CardPart> parts = share.PlanB.Length > 0 ? [new Paragraph(share.PlanB)] : [];
        parts.Add(new Note((share is { MuchSince: not null, PlanB: "" } ? DependenceTexts.AskQuarterly : DependenceTexts.OnlyManagers).In(voice)));
        parts.Add(Replies.CorrectOrRemove(change.Id, voice));
        return Reply.Asker(new Card(DependenceTexts.Headline(account.Name, share.Percent).In(voice), parts));
    }

    /// <summary>Opens the form with what is known.</summary>
    public Task<Reply> Open(TurnContext turn, AccountFacts facts, CancellationToken cancellation)
    {
        var raw = CommonSlots.Given(facts.Account.Id);
        if (facts.Of<DependenceFacts>()?.Share is { } share)
        {
            raw[Percent.Name] = $"{share.Percent} %";
            if (share.PlanB.Length > 0) raw[Step.Name] = share.PlanB;
        }

        return FormBuilder.Open(turn, this, raw, cancellation);
    }

    /// <summary><c>30 %</c>, <c>30%</c>, <c>30 percent</c>, <c>30 Prozent</c>, <c>30</c>; null where nothing was given.</summary>
    private static int? Read(Arguments arguments)
    {
        var given = arguments.Text(Percent.Name).Trim();
        if (given.Length == 0) return null;
        var number = given.Replace("%", "", StringComparison.Ordinal).Replace("percent", "", StringComparison.OrdinalIgnoreCase).Replace("Prozent", "", StringComparison.OrdinalIgnoreCase).Trim();
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : throw RefusalException.At(Percent.Name, DependenceTexts.NotRead);
    }
}

/// <summary>[Note the step …]: the form with what is known.</summary>
internal sealed class SharePressed : ButtonAction
{
    public const string ActionId = "share.open";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.Store.FactsOf(value.Subject, turn.Now, cancellation) is not { } facts) return Replies.NotThere(turn);
        await TeamChoice.MustManage(turn, turn.TeamOf(facts.Account), cancellation);
        return await turn.Registry.Commands.OfType<ShareCommand>().Single().Open(turn, facts, cancellation);
    }
}

using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Core.Handovers;

namespace AccountNudge.Bot.Conversation.Handovers;

/// <summary>Hands an account over to somebody else, who introduces themselves to the client.</summary>
internal sealed class HandoverCommand() : Command(
    new("handover", CommandGroup.LookAfter, new("handover|hand over", "übergabe|übergib"), HandoverTexts.Does, HandoverTexts.Example, HandoverTexts.Title))
{
    private static readonly Slot To = new("to", SlotKind.Member, HandoverTexts.To) { Required = true, Keyword = new("to", "an") };
    private static readonly Slot Deputy = new("deputy", SlotKind.Member, HandoverTexts.Deputy) { Keyword = new("deputy", "vertretung"), Hint = HandoverTexts.DeputyHint };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, To, Deputy];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var (account, team, deputy) = (facts.Account, turn.TeamOf(facts.Account), arguments.NameOrNone(Deputy.Name));
        foreach (var member in (IEnumerable<KnownName>)[arguments.Name(To.Name), .. deputy is null ? [] : new[] { deputy }])
            await DirectoryReplies.RefuseOutsiders(turn, account.TeamId, member, cancellation);
        var to = facts.Roster.Find(arguments.Name(To.Name).Id)!;
        var change = turn.Record(this, arguments, team);
        var teamKnows = team.HomeIsDirect || (!turn.IsElsewhere && !turn.Turn.Channel.IsDirect);
        var handover = Handover.Make(account, to, deputy?.Id, facts.Roster.Find(account.OwnerId) is not null, new HandoverAct(turn.Speaker.Id, turn.Now, facts.Today(turn.Now), teamKnows, change.Id));
        turn.Store.Handovers.Add(handover);
        return HandoverCard.Reply(turn, handover, facts);
    }
}

/// <summary>[Introduced …]: the form of the new owner's first talk.</summary>
internal sealed class IntroducedOneself : ButtonAction
{
    public const string ActionId = "handover.introduced";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public static Button Button(Handover handover, Voice voice) =>
        new(ActionId, HandoverTexts.FirstTalk.Plain(voice), ButtonValue.For(handover.Id).ToString(), ButtonStyle.Primary);

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<Handover>(value.Subject, cancellation) is not { } facts) return Replies.NotThere(turn);
        if (facts.OpenHandover?.Id != value.Subject) return Replies.Hint(turn, HandoverTexts.IsClosed);
        var prefill = CommonSlots.Given(facts.Account.Id);
        prefill[LogSlots.When.Name] = Given.Write(new When(facts.Today(turn.Now)));
        return await FormBuilder.Open(turn, turn.Registry.Commands.OfType<LogCommand>().Single(), prefill, cancellation);
    }
}

using AccountNudge.Core.Complaints;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>The client knows that we have it.</summary>
internal sealed class Acknowledge() : StepCommand(
    new("ack", CommandGroup.Tell, new("ack|acknowledge|acknowledged", "eingang|eingangsbestätigung"), ComplaintTexts.DoesAcknowledge, ComplaintTexts.ExampleAcknowledge, ComplaintTexts.TitleAcknowledge))
{
    public override IReadOnlyList<Slot> Slots => [.. base.Slots, ComplaintSlots.ResolveBy];

    protected override bool Fits(Complaint complaint) => complaint.State == ComplaintState.Open;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Acknowledge(act);
}

/// <summary>The client has news from us.</summary>
internal sealed class GiveUpdate() : StepCommand(
    new("update", CommandGroup.Tell, new("update", "zwischenbescheid|zwischenstand"), ComplaintTexts.DoesUpdate, ComplaintTexts.ExampleUpdate, ComplaintTexts.TitleUpdate))
{
    protected override bool Fits(Complaint complaint) => complaint.IsOpen && complaint.State != ComplaintState.Resolved;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Update(act);
}

/// <summary>The client had to ask again.</summary>
internal sealed class Chased() : StepCommand(
    new("chased", CommandGroup.Tell, new("chased", "nachgefragt"), ComplaintTexts.DoesChase, ComplaintTexts.ExampleChase, ComplaintTexts.TitleChase))
{
    protected override bool Fits(Complaint complaint) => complaint.IsOpen && complaint.State != ComplaintState.Resolved;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Chase(act);
}

/// <summary>We need something from the client.</summary>
internal sealed class AwaitClient() : StepCommand(
    new("waiting", CommandGroup.Tell, new("waiting", "wartet|warten"), ComplaintTexts.DoesWait, ComplaintTexts.ExampleWait, ComplaintTexts.TitleWait))
{
    protected override bool Fits(Complaint complaint) => complaint.State is ComplaintState.Open or ComplaintState.Acknowledged;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.AwaitClient(act);
}

/// <summary>The client was told that it is solved.</summary>
internal sealed class Resolve() : StepCommand(
    new("resolve", CommandGroup.Tell, new("resolve|resolved|solved", "gelöst|loesung|lösung"), ComplaintTexts.DoesResolve, ComplaintTexts.ExampleResolve, ComplaintTexts.TitleResolve))
{
    protected override bool Fits(Complaint complaint) => complaint.IsOpen && complaint.State != ComplaintState.Resolved;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Resolve(act);
}

/// <summary>The client agrees.</summary>
internal sealed class Confirm() : StepCommand(
    new("confirm", CommandGroup.Tell, new("confirm|confirmed", "bestätigt"), ComplaintTexts.DoesConfirm, ComplaintTexts.ExampleConfirm, ComplaintTexts.TitleConfirm))
{
    protected override bool Fits(Complaint complaint) => complaint.State == ComplaintState.Resolved;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Confirm(act);
}

/// <summary>It was not solved after all.</summary>
internal sealed class Reopen() : StepCommand(
    new("reopen", CommandGroup.Tell, new("reopen", "wiederauf|wieder auf"), ComplaintTexts.DoesReopen, ComplaintTexts.ExampleReopen, ComplaintTexts.TitleReopen))
{
    protected override bool Fits(Complaint complaint) => !complaint.IsOpen || complaint.State == ComplaintState.Resolved;

    protected override bool MayBeMeant(Complaint complaint) => true;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Reopen(act);
}

/// <summary>It is not justified, and the client was told why.</summary>
internal sealed class CloseUnjustified() : StepCommand(
    new("unjustified", CommandGroup.Tell, new("unjustified", "unberechtigt"), ComplaintTexts.DoesClose, ComplaintTexts.ExampleClose, ComplaintTexts.TitleClose), needsText: true, isWithClient: false)
{
    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.CloseAsUnjustified(act);
}

/// <summary>They do not trust us any more.</summary>
internal sealed class MarkBreach() : StepCommand(
    new("breach", CommandGroup.Tell, new("breach|breach of trust|trust broken", "vertrauensbruch|vertrauen verspielt"), ComplaintTexts.DoesBreach, ComplaintTexts.ExampleBreach, ComplaintTexts.TitleBreach),
    isWithClient: false)
{
    protected override bool Fits(Complaint complaint) => complaint is { IsOpen: true, BreachAt: null };

    protected override bool MayBeMeant(Complaint complaint) => complaint.State != ComplaintState.ClosedUnjustified;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.MarkAsBreach(act);
}

/// <summary>Somebody senior has talked to them after a breach of trust.</summary>
internal sealed class TalkAsSenior() : StepCommand(
    new("senior", CommandGroup.Tell, new("senior|senior talk|senior talked", "leitungsgespräch|chefgespräch"), ComplaintTexts.DoesSenior, ComplaintTexts.ExampleSenior, ComplaintTexts.TitleSenior))
{
    protected override bool Fits(Complaint complaint) => complaint.AwaitsSeniorTalk;

    protected override bool MayBeMeant(Complaint complaint) => true;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.TalkAsSenior(act);
}

/// <summary>Somebody who was not involved is to talk to both sides.</summary>
internal sealed class NameMediator() : StepCommand(
    new("mediator", CommandGroup.Tell, new("mediator|mediate", "vermittlung|vermitteln"), ComplaintTexts.DoesMediator, ComplaintTexts.ExampleMediator, ComplaintTexts.TitleMediator),
    isWithClient: false)
{
    private static readonly Slot Who = new("who", SlotKind.Member, ComplaintTexts.MediatorLabel) { Required = true, Hint = ComplaintTexts.MediatorHint };

    public override IReadOnlyList<Slot> Slots => [CommonSlots.Account, Who, .. base.Slots.Skip(1)];

    protected override void Take(Complaint complaint, ComplaintAct act, AccountFacts facts, Arguments arguments)
    {
        var named = arguments.Name(Who.Name);
        if (facts.Roster.Find(named.Id) is null) throw new RefusalException(ComplaintTexts.NotInTeam(named.Name)) { Fields = new Dictionary<string, Text> { [Who.Name] = ComplaintTexts.NotInTeam(named.Name) } };
        complaint.NameMediator(named.Id, facts.Account, act);
    }

    protected override void Take(Complaint complaint, ComplaintAct act) => throw new NotSupportedException("It takes somebody's name.");
}

/// <summary>Nobody from outside the account is needed.</summary>
internal sealed class DeclineMediator() : StepCommand(
    new("mediator.decline", CommandGroup.Tell, new("no mediator|mediator not needed", "keine vermittlung|ohne vermittlung"), ComplaintTexts.DoesDecline, ComplaintTexts.ExampleDecline, ComplaintTexts.TitleDecline),
    isWithClient: false)
{
    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.DeclineMediator(act);
}

using AccountNudge.Core.Complaints;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>The client knows that we have it.</summary>
internal sealed class Acknowledge() : StepCommand("ack", new("ack|acknowledge|acknowledged", "eingang|eingangsbestätigung"), ComplaintTexts.DoesAcknowledge, ComplaintTexts.TitleAcknowledge, ComplaintTexts.ExampleAcknowledge)
{
    protected override bool Fits(Complaint complaint) => complaint.State == ComplaintState.Open;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Acknowledge(act);
}

/// <summary>The client has news from us.</summary>
internal sealed class GiveUpdate() : StepCommand("update", new("update", "zwischenbescheid|zwischenstand"), ComplaintTexts.DoesUpdate, ComplaintTexts.TitleUpdate, ComplaintTexts.ExampleUpdate)
{
    protected override bool Fits(Complaint complaint) => complaint.IsOpen && complaint.State != ComplaintState.Resolved;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Update(act);
}

/// <summary>The client had to ask again.</summary>
internal sealed class Chased() : StepCommand("chased", new("chased", "nachgefragt"), ComplaintTexts.DoesChase, ComplaintTexts.TitleChase, ComplaintTexts.ExampleChase)
{
    protected override bool Fits(Complaint complaint) => complaint.IsOpen && complaint.State != ComplaintState.Resolved;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Chase(act);
}

/// <summary>We need something from the client.</summary>
internal sealed class AwaitClient() : StepCommand("waiting", new("waiting", "wartet|warten"), ComplaintTexts.DoesWait, ComplaintTexts.TitleWait, ComplaintTexts.ExampleWait)
{
    protected override bool Fits(Complaint complaint) => complaint.State is ComplaintState.Open or ComplaintState.Acknowledged;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.AwaitClient(act);
}

/// <summary>The client was told that it is solved.</summary>
internal sealed class Resolve() : StepCommand("resolve", new("resolve|resolved|solved", "gelöst|loesung|lösung"), ComplaintTexts.DoesResolve, ComplaintTexts.TitleResolve, ComplaintTexts.ExampleResolve)
{
    protected override bool Fits(Complaint complaint) => complaint.IsOpen && complaint.State != ComplaintState.Resolved;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Resolve(act);
}

/// <summary>The client agrees.</summary>
internal sealed class Confirm() : StepCommand("confirm", new("confirm|confirmed", "bestätigt"), ComplaintTexts.DoesConfirm, ComplaintTexts.TitleConfirm, ComplaintTexts.ExampleConfirm)
{
    protected override bool Fits(Complaint complaint) => complaint.State == ComplaintState.Resolved;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Confirm(act);
}

/// <summary>It was not solved after all.</summary>
internal sealed class Reopen() : StepCommand("reopen", new("reopen", "wiederauf|wieder auf"), ComplaintTexts.DoesReopen, ComplaintTexts.TitleReopen, ComplaintTexts.ExampleReopen)
{
    protected override bool Fits(Complaint complaint) => !complaint.IsOpen || complaint.State == ComplaintState.Resolved;

    protected override bool MayBeMeant(Complaint complaint) => true;

    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.Reopen(act);
}

/// <summary>It is not justified, and the client was told why.</summary>
internal sealed class CloseUnjustified() : StepCommand("unjustified", new("unjustified", "unberechtigt"), ComplaintTexts.DoesClose, ComplaintTexts.TitleClose, ComplaintTexts.ExampleClose, needsText: true)
{
    protected override void Take(Complaint complaint, ComplaintAct act) => complaint.CloseAsUnjustified(act);
}

using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Risks;

namespace AccountNudge.Bot.Conversation.Risks;

/// <summary>The words of risks.</summary>
internal static class RiskTexts
{
    public static readonly Text Does = new($"note what might cost us a client", $"merken, was einen Kunden kosten könnte");
    public static readonly Text Title = new($"Note a risk", $"Risiko notieren");
    public static readonly Text Example = new($"risk Acme competitor: Globex made them an offer by Friday", $"risiko Weber wettbewerb: Globex hat ein Angebot gemacht bis Freitag");
    public static readonly Text DoesPlan = new($"say what’s done next about a risk", $"den nächsten Schritt bei einem Risiko");
    public static readonly Text TitlePlan = new($"The next step", $"Der nächste Schritt");
    public static readonly Text ExamplePlan = new($"risk step Acme: ring Maria by Friday", $"risiko schritt Weber: Sabine anrufen bis Freitag");
    public static readonly Text DoesResolve = new($"say that a risk is over", $"ein Risiko ist vorbei");
    public static readonly Text TitleResolve = new($"A risk is over", $"Risiko vorbei");
    public static readonly Text ExampleResolve = new($"risk resolved Acme", $"risiko erledigt Weber");

    public static readonly Text KindLabel = new($"What kind of risk?", $"Was für ein Risiko?");
    public static readonly Text WhatLabel = new($"What’s going on?", $"Was ist los?");
    public static readonly Text StepLabel = new($"What’s the next step?", $"Was ist der nächste Schritt?");
    public static readonly Text ByLabel = new($"By when?", $"Bis wann?");
    public static readonly Text ByHint = new($"If you leave this out, in a week", $"Ohne Angabe in einer Woche");
    public static readonly Text WhoLabel = new($"Who takes it?", $"Wer übernimmt ihn?");
    public static readonly Text WhoHint = new($"Nobody named: whoever looks after the client", $"Ohne Angabe: wer den Kunden betreut");

    public static readonly Text Resolve = new($"Resolved", $"Erledigt");
    public static readonly Text PlanStep = new($"Next step …", $"Nächster Schritt …");
    public static readonly Text Noun = new($"risk", $"Risiko");
    public static readonly Text Heading = new($"At risk", $"Gefährdet");
    public static readonly Text ManagersOnly = new($"Only managers, and whoever takes the next step, read of this.", $"Davon lesen nur die Leitung und wer den nächsten Schritt übernimmt.");

    public static Text Kind(RiskKind kind) => kind switch
    {
        RiskKind.BudgetCut => new($"a budget cut", $"ein Sparkurs"),
        RiskKind.Competitor => new($"a competitor", $"der Wettbewerb"),
        RiskKind.ContactLeaving => new($"someone there is leaving", $"jemand geht dort weg"),
        RiskKind.Dissatisfaction => new($"they’re not happy", $"Unzufriedenheit"),
        RiskKind.Dependence => new($"we depend on them", $"wir hängen von ihnen ab"),
        _ => new($"another risk", $"ein anderes Risiko"),
    };

    public static Text Open(int count) => count == 1 ? new($"at risk", $"gefährdet") : new($"{count} risks", $"{count} Risiken");

    public static Text None(string account) => new($"No risk is noted for {account}.", $"Für {account} ist kein Risiko notiert.");

    public static Text Which(string account) => new($"Which risk with {account}?", $"Welches Risiko bei {account}?");

    public static Text AtRisk(RichText who, RiskKind kind) => new($"{who}: at risk – {Kind(kind)}", $"{who}: gefährdet – {Kind(kind)}");

    public static Text IsOver(RichText who, RiskKind kind) => new($"{who}: resolved – {Kind(kind)}", $"{who}: erledigt – {Kind(kind)}");

    /// <summary>What is done next, by when and by whom; null is whoever reads this alone.</summary>
    public static Text Next(string step, Text day, bool isPast, string? member)
    {
        var taken = Text.Verbatim(member is null ? "" : $" ({member})");
        if (step.Length == 0)
        {
            return isPast
                ? new($"The next step was due {day}{taken}", $"Der nächste Schritt war bis {day} geplant{taken}")
                : new($"Decide on the next step by {day}{taken}", $"Nächsten Schritt überlegen, bis {day}{taken}");
        }

        var by = isPast ? new Text($"; it was due {day}", $", war bis {day} geplant") : new Text($", by {day}", $", bis {day}");
        return member is null
            ? new($"Your next step: {step}{by}", $"‹Dein|Ihr› nächster Schritt: {step}{by}")
            : new($"Next: {step}{by}{taken}", $"Als Nächstes: {step}{by}{taken}");
    }

    public static Text By(string member) => new($"noted by {member}", $"notiert von {member}");

    /// <summary>What whoever takes the next step reads on its morning.</summary>
    public static Text StepIsDue(object who, RiskKind kind, string step) => step.Length > 0
        ? new($"{who} is at risk ({Kind(kind)}). Today’s step: {step}", $"{who} ist gefährdet ({Kind(kind)}). Heute dran: {step}")
        : new($"{who} is at risk ({Kind(kind)}). What could you do next?", $"{who} ist gefährdet ({Kind(kind)}). Was wäre ein guter nächster Schritt?");

    /// <summary>The same where it is about ourselves.</summary>
    public static Text WeDepend(object who, string step) => step.Length > 0
        ? new($"{who}: we depend on them. Today’s step: {step}", $"{who}: Wir hängen von diesem Kunden ab. Heute dran: {step}")
        : new($"{who}: we depend on them. What could you do next?", $"{who}: Wir hängen von diesem Kunden ab. Was wäre ein guter nächster Schritt?");

    public static Text Settled(string settlement) => settlement switch
    {
        RiskPractice.Resolved => new($"resolved", $"Risiko erledigt"),
        RiskPractice.Planned => new($"planned the next step", $"nächsten Schritt geplant"),
        _ => NudgeTexts.Done,
    };

    public static Text Told(RiskEvent told) => told.Kind == RiskPractice.Resolved
        ? new($"no longer at risk: {Kind(told.Risk.Kind)}", $"nicht mehr gefährdet: {Kind(told.Risk.Kind)}")
        : new($"at risk: {Kind(told.Risk.Kind)}", $"gefährdet: {Kind(told.Risk.Kind)}");
}

using System.Globalization;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>What is said about complaints.</summary>
internal static class ComplaintTexts
{
    public static readonly Text OpenOnes = new($"Open complaints", $"Offene Beschwerden");
    public static readonly Text TimeToFirstWord = new($"Time to the first word (usually)", $"Bis zur ersten Antwort (meist)");
    public static readonly Text TimeToSolution = new($"Time to the solution (usually)", $"Bis zur Lösung (meist)");
    public static readonly Text ByAge = new($"Open complaints by age", $"Offene Beschwerden nach Alter");
    public static readonly Text PerWeek = new($"Complaints per week", $"Beschwerden pro Woche");
    public static readonly Text New = new($"Opened", $"Neu");
    public static readonly Text ConfirmedOnes = new($"Confirmed", $"Bestätigt");
    public static readonly Text ClientKnows = new($"Client knows we have it", $"Eingang bestätigt");
    public static readonly Text ClientHasNews = new($"Client has news", $"Zwischenstand gegeben");
    public static readonly Text Solved = new($"Solved", $"Gelöst");
    public static readonly Text OnIt = new($"On it", $"Bin dran");
    public static readonly Text ClientAgrees = new($"Client agrees", $"Kunde ist zufrieden");
    public static readonly Text NotSolved = new($"Not solved after all", $"Doch nicht gelöst");
    public static readonly Text AskedAgain = new($"They asked again", $"Kunde hat nachgefragt");
    public static readonly Text WaitForClient = new($"Waiting for them", $"Warten auf den Kunden");
    public static readonly Text MarkBreach = new($"Breach of trust …", $"Vertrauensbruch …");
    public static readonly Text SeniorTalked = new($"A senior colleague has talked to them", $"Die Leitung hat mit dem Kunden gesprochen");
    public static readonly Text NameSomeone = new($"Name someone …", $"Jemanden nennen …");
    public static readonly Text NotNeeded = new($"Not needed", $"Nicht nötig");
    public static readonly Text SayWhat = new($"What would prevent it? …", $"Was würde es verhindern? …");
    public static readonly Text NothingToAdd = new($"Nothing to add", $"Nichts weiter");
    public static readonly Text OnlyThePrice = new($"Only the price", $"Wirklich nur der Preis");
    public static readonly Text CauseLabel = new($"What was behind it?", $"Woran lag es?");
    public static readonly Text HowLabel = new($"How did you tell them?", $"Auf welchem Weg?");
    public static readonly Text MediatorLabel = new($"Who could talk to both sides?", $"Wer könnte mit beiden Seiten sprechen?");
    public static readonly Text MediatorHint = new($"Someone who hasn’t been involved so far", $"Jemand, der bisher nicht beteiligt war");
    public static readonly Text ByLabel = new($"Who complained?", $"Von wem?");
    public static readonly Text WhatLabel = new($"What happened?", $"Was ist passiert?");
    public static readonly Text ResolveByLabel = new($"Solution agreed by", $"Lösung vereinbart bis");
    public static readonly Text ResolveByHint = new($"Only if you’ve agreed a day with the client", $"Nur wenn mit dem Kunden ein Tag vereinbart ist");
    public static readonly Text WordsLabel = new($"In your words", $"In eigenen Worten");
    public static readonly Text ReasonLabel = new($"Why, and what did you tell them?", $"Warum, und was haben wir geantwortet?");
    public static readonly Text DoesOpen = new($"log a complaint", $"Beschwerde aufnehmen");
    public static readonly Text TitleOpen = new($"Log a complaint", $"Beschwerde aufnehmen");
    public static readonly Text ExampleOpen = new($"complaint Acme by Maria Jones: the delivery came a week late", $"beschwerde Weber von Sabine Klein: Lieferung kam eine Woche zu spät");
    public static readonly Text DoesAcknowledge = new($"the client knows we have it", $"Eingang bestätigt");
    public static readonly Text TitleAcknowledge = new($"Acknowledgement", $"Eingangsbestätigung");
    public static readonly Text ExampleAcknowledge = new($"ack Acme: rang Maria, we’re looking into it today", $"eingang Weber: Sabine angerufen, wir prüfen es heute");
    public static readonly Text DoesUpdate = new($"the client has news", $"Zwischenstand gegeben");
    public static readonly Text TitleUpdate = new($"Interim update", $"Zwischenbescheid");
    public static readonly Text ExampleUpdate = new($"update Acme: the spare part is ordered", $"zwischenbescheid Weber: Ersatzteil ist bestellt");
    public static readonly Text DoesChase = new($"the client asked again", $"der Kunde hat nachgefragt");
    public static readonly Text TitleChase = new($"Client asked again", $"Nachfrage des Kunden");
    public static readonly Text ExampleChase = new($"chased Acme: wants to know where the part is", $"nachgefragt Weber: möchte wissen, wo das Teil bleibt");
    public static readonly Text DoesWait = new($"we’re waiting for the client", $"wir warten auf Antwort");
    public static readonly Text TitleWait = new($"Waiting for the client", $"Warten auf den Kunden");
    public static readonly Text ExampleWait = new($"waiting Acme: they’re sending us photos", $"wartet Weber: schickt uns noch Fotos");
    public static readonly Text DoesResolve = new($"solved, and they know", $"Lösung gemeldet");
    public static readonly Text TitleResolve = new($"Mark as solved", $"Lösung melden");
    public static readonly Text ExampleResolve = new($"resolve Acme: part is in, told Maria", $"gelöst Weber: Teil ist eingebaut, Sabine weiß Bescheid");
    public static readonly Text DoesConfirm = new($"the client agrees", $"der Kunde ist zufrieden");
    public static readonly Text TitleConfirm = new($"Client agrees", $"Bestätigung des Kunden");
    public static readonly Text ExampleConfirm = new($"confirm Acme: works fine", $"bestätigt Weber: alles in Ordnung");
    public static readonly Text DoesReopen = new($"not solved after all", $"doch nicht gelöst");
    public static readonly Text TitleReopen = new($"Reopen a complaint", $"Beschwerde wieder öffnen");
    public static readonly Text ExampleReopen = new($"reopen Acme: it broke again", $"wiederauf Weber: ist wieder kaputt");
    public static readonly Text DoesClose = new($"close as not justified", $"als unberechtigt abschließen");
    public static readonly Text TitleClose = new($"Close as not justified", $"Als unberechtigt beenden");
    public static readonly Text ExampleClose = new($"unjustified Acme: came on the agreed day, explained by phone", $"unberechtigt Weber: kam am vereinbarten Tag, telefonisch erklärt");

    public static readonly Text DoesBreach = new($"they don’t trust us any more", $"das Vertrauen ist weg");
    public static readonly Text TitleBreach = new($"Breach of trust", $"Vertrauensbruch");
    public static readonly Text ExampleBreach = new($"breach Acme: they heard it from the supplier, not from us", $"vertrauensbruch Weber: hat es vom Lieferanten erfahren statt von uns");
    public static readonly Text DoesSenior = new($"someone senior has talked to them", $"die Leitung hat mit dem Kunden gesprochen");
    public static readonly Text TitleSenior = new($"A senior talk", $"Gespräch der Leitung");
    public static readonly Text ExampleSenior = new($"senior talk Acme: Grace rang Maria, they’ll give us another chance", $"leitungsgespräch Weber: Katrin hat Sabine angerufen, wir bekommen noch eine Chance");
    public static readonly Text DoesMediator = new($"ask someone neutral to talk to both sides", $"jemand Unbeteiligtes vermitteln lassen");
    public static readonly Text TitleMediator = new($"Ask someone neutral", $"Vermittlung");
    public static readonly Text ExampleMediator = new($"mediator Acme @Ben: a talk with all of us next week", $"vermittlung Weber @Ben: gemeinsames Gespräch nächste Woche");
    public static readonly Text DoesDecline = new($"nobody neutral is needed", $"es geht ohne Vermittlung");
    public static readonly Text TitleDecline = new($"Nobody neutral needed", $"Ohne Vermittlung");
    public static readonly Text ExampleDecline = new($"no mediator Acme: we’ve found common ground", $"keine vermittlung Weber: wir haben uns schon verständigt");

    public static readonly Text DoesRemove = new($"remove a complaint that was a mistake", $"irrtümliche Beschwerde löschen");
    public static readonly Text TitleRemove = new($"Remove a complaint", $"Beschwerde löschen");
    public static readonly Text ExampleRemove = new($"remove complaint Acme: recorded twice", $"beschwerde löschen Weber: doppelt aufgenommen");
    public static readonly Text WhyRemoveLabel = new($"Why remove it?", $"Warum soll sie weg?");
    public static readonly Text RemoveAsking = new($"Remove …", $"Löschen …");

    public static readonly Text DoesPrevent = new($"what would have prevented it", $"was es verhindert hätte");
    public static readonly Text TitlePrevent = new($"What would prevent it", $"Was es verhindert hätte");
    public static readonly Text ExamplePrevent = new($"prevent Acme: order the part a week earlier", $"vorbeugen Weber: Teil eine Woche früher bestellen");

    public static readonly Text WhatWouldPrevent = new(
        $"One question for us: what would stop this happening again?",
        $"Eine Frage an uns: Was würde das beim nächsten Mal verhindern?");

    public static readonly Text AndUnderneath = new(
        $"And underneath? It’s rarely only about the price.",
        $"Und was steckte dahinter? Am Preis allein liegt es selten.");

    public static readonly Text SayOneOrTheOther = new(
        $"Please pick what was behind it, or say in a few words what would prevent it.",
        $"Bitte auswählen, woran es lag, oder kurz schreiben, was es verhindern würde.");

    public static readonly Text Causes = new($"Behind the complaints of the last three months", $"Woran es lag – Beschwerden der letzten drei Monate");
    public static readonly Text Complaints = new($"Complaints", $"Beschwerden");

    public static readonly Text OrTypeIt = new($"Pick whatever’s closest, or just say it in your own words.", $"Was trifft es am ehesten? Oder einfach in eigenen Worten schreiben.");

    public static readonly Text ClosedNow = new($"The complaint is closed.", $"Die Beschwerde ist abgeschlossen.");
    public static readonly Text DoneNow = new($"Nothing more to do here.", $"Es ist nichts mehr offen.");

    /// <summary>How old a complaint is, in days: more than the one, up to the other.</summary>
    public static Text Age(int? above, int? upTo) => (above, upTo) switch
    {
        (null, { } days) => new($"up to {days} days", $"bis {days} Tage"),
        ({ } more, { } days) => new($"{more + 1}–{days} days", $"{more + 1}–{days} Tage"),
        _ => new($"over {above} days", $"über {above} Tage"),
    };

    public static Text Opened(RichText who) => new($"{who}: complaint logged", $"{who}: Beschwerde aufgenommen");

    public static Text Acknowledged(RichText who) => new($"{who}: they know we have the complaint", $"{who}: Eingang der Beschwerde bestätigt");

    public static Text Updated(RichText who) => new($"{who}: they have news on the complaint", $"{who}: Zwischenbescheid zur Beschwerde gegeben");

    public static Text Chased(RichText who) => new($"{who}: they asked again about the complaint", $"{who}: Nachfrage zur Beschwerde");

    /// <summary>They asked once more, and who is told; nobody where the team has no manager.</summary>
    public static Text ChasedAgain(RichText who, int times, string? manager)
    {
        var asked = new Text($"{who}: they’ve had to ask {NudgeTexts.Times(times)} now", $"{who}: schon die {times}. Nachfrage");
        return manager is null ? asked : new($"{asked}, so I’m telling {manager}", $"{asked}, ich sage {manager} Bescheid");
    }

    public static Text Waiting(RichText who) => new($"{who}: we’re waiting for their answer", $"{who}: Wir warten auf Antwort");

    public static Text Resolved(RichText who) => new($"{who}: complaint solved, and they know", $"{who}: Beschwerde gelöst, und der Kunde weiß Bescheid");

    public static Text Confirmed(RichText who) => new($"{who}: they agree it’s solved", $"{who}: Lösung bestätigt");

    public static Text Reopened(RichText who) => new($"{who}: complaint open again", $"{who}: Beschwerde wieder offen");

    public static Text ClosedUnjustified(RichText who) => new($"{who}: complaint closed as not justified", $"{who}: Beschwerde als unberechtigt abgeschlossen");

    public static Text BreachMarked(RichText who, string? manager)
    {
        var marked = new Text($"{who}: marked as a breach of trust", $"{who}: als Vertrauensbruch vermerkt");
        return manager is null ? marked : new($"{marked}, I’m telling {manager} right away", $"{marked}, ich sage {manager} gleich Bescheid");
    }

    public static Text SeniorHasTalked(RichText who) => new($"{who}: someone senior has talked to them", $"{who}: Die Leitung hat mit dem Kunden gesprochen");

    public static Text MediatorNamed(RichText who, string? mediator) => mediator is null
        ? new($"{who}: someone neutral talks to both sides", $"{who}: Jemand Unbeteiligtes vermittelt")
        : new($"{who}: {mediator} talks to both sides", $"{who}: {mediator} vermittelt");

    public static Text MediatorDeclined(RichText who) => new($"{who}: nobody neutral needed", $"{who}: es geht ohne Vermittlung");

    public static Text MediatedBy(string mediator) => new($"{mediator} talks to both sides.", $"{mediator} vermittelt zwischen beiden Seiten.");

    public static Text IsBreach(bool awaitsTalk) => awaitsTalk
        ? new($"Trust is broken. Someone senior should talk to them in person.", $"Das Vertrauen ist angeschlagen. Jetzt sollte die Leitung persönlich mit dem Kunden sprechen.")
        : new($"Trust was broken; someone senior has talked to them.", $"Das Vertrauen war angeschlagen; die Leitung hat mit dem Kunden gesprochen.");

    public static readonly Text BreachInShort = new($"breach of trust", $"Vertrauensbruch");

    public static Text RestsUntil(Text until) => new(
        $"After the breach of trust I’ll hold greetings and the like back until {until}.",
        $"Nach dem Vertrauensbruch halte ich Grüße und Ähnliches noch bis {until} zurück.");

    /// <summary>Why the gate is shut, reading on after "held" and "zurückgehalten".</summary>
    public static readonly Text HeldWhileOpen = new($" while the complaint is open", $", solange die Beschwerde offen ist");

    public static Text HeldUntil(Text until) => new($" until {until}, after the breach of trust", $" bis {until}, nach dem Vertrauensbruch");

    /// <summary>Only written so far, and how often.</summary>
    public static Text PerhapsRing(IReadOnlyList<InteractionKind> written) => written.All(kind => kind == InteractionKind.Mail)
        ? new($"{Number(written.Count)} mails so far. Perhaps ring?", $"Schon {written.Count} Mails. Vielleicht lieber anrufen?")
        : new($"Only in writing so far. Perhaps ring?", $"Bisher nur geschrieben. Vielleicht lieber anrufen?");

    private static string Number(int count) => count switch { 2 => "Two", 3 => "Three", 4 => "Four", 5 => "Five", _ => count.ToString(CultureInfo.InvariantCulture) };

    public static Text NotInTeam(string name) => new($"{name} isn’t in this team. Please pick someone who is.", $"{name} gehört nicht zum Team. Bitte jemanden aus dem Team wählen.");

    public static Text By(InteractionKind how) => how switch
    {
        InteractionKind.Visit => new($"in person", $"persönlich"),
        InteractionKind.Video => new($"by video", $"per Video"),
        InteractionKind.Mail => new($"by mail", $"per Mail"),
        InteractionKind.Chat => new($"by chat", $"per Chat"),
        _ => new($"by phone", $"per Telefon"),
    };

    public static Text Cause(RootCause cause) => cause switch
    {
        RootCause.Care => new($"More care", $"Mehr Sorgfalt"),
        RootCause.Attention => new($"More attention", $"Mehr Aufmerksamkeit"),
        RootCause.Misunderstanding => new($"A clearer agreement", $"Klarere Absprache"),
        RootCause.Delay => new($"Being on time", $"Pünktlichkeit"),
        RootCause.Quality => new($"Better quality", $"Bessere Qualität"),
        _ => new($"Talk about the price", $"Gespräch über den Preis"),
    };

    /// <summary>What would prevent it, as far as somebody has said so; null where nobody has.</summary>
    public static Text? Learned(Complaint complaint)
    {
        var cause = complaint switch
        {
            { Cause: { } said, Underneath: { } underneath } when said != underneath => new Text($"{Cause(said)} – underneath: {Cause(underneath)}", $"{Cause(said)} – dahinter: {Cause(underneath)}"),
            { Cause: { } said } => Cause(said),
            _ => null,
        };
        return (cause, complaint.Prevention) switch
        {
            ({ } said, { Length: > 0 } words) => new($"What would prevent it: {said}. “{words}”", $"Das würde es verhindern: {said}. „{words}“"),
            ({ } said, _) => new($"What would prevent it: {said}.", $"Das würde es verhindern: {said}."),
            (null, { Length: > 0 } words) => new($"What would prevent it: “{words}”", $"Das würde es verhindern: „{words}“"),
            _ => null,
        };
    }

    public static Text NoneClosed(string account) => new(
        $"No complaint from {account} has been settled yet. I’ll ask once one is.",
        $"Von {account} ist noch keine Beschwerde abgeschlossen. Danach frage ich nach.");

    public static Text ConfirmedBySilence(RichText who) => new($"{who}: nothing more from them, so the complaint counts as settled", $"{who}: nichts mehr gehört, die Beschwerde gilt als erledigt");

    public static Text IsOnIt(string member, Text until) => new(
        $"{member} is on it. I’ll keep quiet until {until}; the deadline stands.",
        $"{member} ist dran. Bis {until} erinnere ich nicht; die Frist bleibt.");

    public static Text RemovedBy(RichText who, string member) => new($"{who}: complaint removed by {member}", $"{who}: {member} hat die Beschwerde gelöscht");

    public static Text NoneOfYours(string account) => new(
        $"You haven’t logged a complaint from {account}. Only whoever logged one can remove it.",
        $"Von {account} gibt es keine Beschwerde, die ‹du|Sie› löschen ‹kannst|können›. Das kann nur, wer sie aufgenommen hat.");

    public static Text By(string member) => new($"Noted by {member}", $"Notiert von {member}");

    public static Text AcknowledgeBy(Text when, bool isLate) => isLate
        ? new($"Overdue since {when}: let them know that we have it.", $"Überfällig seit {when}: den Eingang bestätigen.")
        : new($"Next: let them know that we have it, by {when}.", $"Als Nächstes: den Eingang bestätigen, bis {when}.");

    public static Text UpdateBy(Text when, bool isLate) => isLate
        ? new($"Overdue since {when}: an update for them, even if there’s nothing new.", $"Überfällig seit {when}: ein Zwischenbescheid, auch wenn es nichts Neues gibt.")
        : new($"Next: an update for them by {when}, even if there’s nothing new.", $"Als Nächstes: ein Zwischenbescheid bis {when}, auch wenn es nichts Neues gibt.");

    public static Text SolutionBy(Text when) => new($"Agreed with them: solved by {when}.", $"Mit dem Kunden vereinbart: gelöst bis {when}.");

    public static Text LookAgainOn(Text when) => new(
        $"Our clock has stopped. If nothing comes by {when}, I’ll ask you again.",
        $"So lange läuft keine Frist. Kommt bis {when} nichts, frage ich wieder nach.");

    public static Text ConfirmsItself(Text when) => new(
        $"If we hear nothing more by {when}, I’ll take it as settled.",
        $"Hören wir bis {when} nichts anderes, gilt es als bestätigt.");

    public static Text Together(int years) => years == 1
        ? new($"together for a year", $"seit einem Jahr Kunde")
        : new($"together for {years} years", $"seit {years} Jahren Kunde");

    public static Text OneEarlier(Text state) => new($"one earlier complaint, {state}", $"eine frühere Beschwerde, {state}");

    public static Text Earlier(int count, int confirmed) => count == confirmed
        ? new($"{count} earlier complaints, all confirmed", $"{count} frühere Beschwerden, alle bestätigt")
        : new($"{count} earlier complaints, {confirmed} of them confirmed", $"{count} frühere Beschwerden, davon {confirmed} bestätigt");

    public static Text State(ComplaintState state) => state switch
    {
        ComplaintState.Open => new($"still open", $"noch offen"),
        ComplaintState.Acknowledged => new($"being worked on", $"in Arbeit"),
        ComplaintState.AwaitingClient => new($"waiting for them", $"wartet auf Antwort"),
        ComplaintState.Resolved => new($"solved", $"gelöst"),
        ComplaintState.Confirmed => new($"confirmed", $"bestätigt"),
        _ => new($"closed as not justified", $"als unberechtigt abgeschlossen"),
    };

    public static Text NoComplaint(string call, string account) => new(
        $"There’s no complaint from {account}. “{call}complaint {account}: …” logs one.",
        $"Von {account} gibt es keine Beschwerde. „{call}beschwerde {account}: …“ nimmt eine auf.");

    public static Text NoneFits(string call, string account) => new(
        $"Every complaint from {account} is closed. If one comes back, use “{call}reopen {account}”.",
        $"Alle Beschwerden von {account} sind abgeschlossen. Kommt eine zurück, hilft „{call}wiederauf {account}“.");

    public static Text Which(string account) => new($"Which complaint from {account} do you mean?", $"Um welche Beschwerde von {account} geht es?");

    public static Text Choice(string words, Text since) => new($"{words} (since {since})", $"{words} (seit {since})");

    public static Text WasItAbout(string words) => new($"Was that your reply to “{words}”?", $"Ging es dabei um „{words}“?");

    public static Text DidTheyAsk(string words) => new($"Did they ask again about “{words}”?", $"War das eine Nachfrage zu „{words}“?");

    public static Text IsItSolved(string words) => new(
        $"“{words}” is marked as solved. Do they agree?",
        $"„{words}“ ist als gelöst vermerkt. Sieht der Kunde das auch so?");

    public static Text BusyWith(string name) => new($"{name} is on it", $"{name} ist dran");

    public static Text OpenSince(Text since) => new($"open since {since}", $"offen seit {since}");

    public static Text Due(Text due) => new($"answer due {due}", $"Antwort fällig {due}");

    public static Text DueNow(Text due) => new($"due {due}", $"fällig {due}");

    public static Text? Chasers(int count) => count == 0 ? null : new($"asked again {NudgeTexts.Times(count)}", $"{NudgeTexts.Times(count)} nachgefragt");

    /// <summary>Where an open complaint stands, and what is due.</summary>
    public static Text Standing(Complaint complaint, RenderContext context)
    {
        var isLate = (complaint.AcknowledgeBy ?? complaint.NextUpdateBy) < context.Now;
        switch (complaint.State)
        {
            case ComplaintState.Open:
                var first = Wording.At(complaint.AcknowledgeBy!.Value, context);
                return isLate ? new($"waiting for a first answer, which was due {first}", $"wartet auf die erste Antwort, sie war {first}, fällig") : new($"waiting for a first answer, due {first}", $"wartet auf die erste Antwort, fällig {first}");
            case ComplaintState.Acknowledged:
                var next = Wording.At(complaint.NextUpdateBy!.Value, context);
                return isLate ? new($"knows we have it; the next update was due {next}", $"weiß, dass wir dran sind; der nächste Zwischenbescheid war {next}, fällig") : new($"knows we have it; next update by {next}", $"weiß, dass wir dran sind; nächster Zwischenbescheid bis {next}");
            case ComplaintState.AwaitingClient:
                var since = Wording.At(complaint.WaitingSince!.Value, context);
                return new($"we’ve been waiting for an answer since {since}", $"wir warten seit {since}, auf Antwort");
            default:
                return complaint.ConfirmBy is { } by
                    ? new($"solved; counts as settled {Wording.At(by, context)} unless we hear otherwise", $"gelöst; erledigt {Wording.At(by, context)}, wenn nichts mehr kommt")
                    : new($"settled", $"erledigt");
        }
    }
}

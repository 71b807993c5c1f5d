using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Complaints;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>What is said about complaints.</summary>
internal static class ComplaintTexts
{
    public static readonly Text OpenOnes = new($"Open complaints", $"Offene Beschwerden");
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
    public static readonly Text ByLabel = new($"Who complained?", $"Von wem?");
    public static readonly Text WhatLabel = new($"What happened?", $"Was ist passiert?");
    public static readonly Text ResolveByLabel = new($"Solution agreed by", $"Lösung vereinbart bis");
    public static readonly Text ResolveByHint = new($"Only where a day was agreed with the client", $"Nur wenn mit dem Kunden ein Tag vereinbart ist");
    public static readonly Text WordsLabel = new($"In your words", $"In eigenen Worten");
    public static readonly Text ReasonLabel = new($"Why, and what were they told?", $"Warum, und was war die Antwort?");
    public static readonly Text DoesOpen = new($"note a complaint", $"Beschwerde aufnehmen");
    public static readonly Text TitleOpen = new($"Take down a complaint", $"Beschwerde aufnehmen");
    public static readonly Text ExampleOpen = new($"complaint Acme by Maria Jones: the delivery came a week late", $"beschwerde Weber von Sabine Klein: Lieferung kam eine Woche zu spät");
    public static readonly Text DoesAcknowledge = new($"the client knows we have it", $"Eingang bestätigt");
    public static readonly Text TitleAcknowledge = new($"Acknowledgement", $"Eingangsbestätigung");
    public static readonly Text ExampleAcknowledge = new($"ack Acme: rang Maria, we look into it today", $"eingang Weber: Sabine angerufen, wir prüfen es heute");
    public static readonly Text DoesUpdate = new($"the client has news", $"Zwischenstand gegeben");
    public static readonly Text TitleUpdate = new($"Interim update", $"Zwischenbescheid");
    public static readonly Text ExampleUpdate = new($"update Acme: the spare part is ordered", $"zwischenbescheid Weber: Ersatzteil ist bestellt");
    public static readonly Text DoesChase = new($"the client asked again", $"der Kunde fragt wieder");
    public static readonly Text TitleChase = new($"Client asking again", $"Nachfrage des Kunden");
    public static readonly Text ExampleChase = new($"chased Acme: asks where the part is", $"nachgefragt Weber: möchte wissen, wo das Teil bleibt");
    public static readonly Text DoesWait = new($"we wait for the client", $"wir warten auf Antwort");
    public static readonly Text TitleWait = new($"Waiting for the client", $"Warten auf den Kunden");
    public static readonly Text ExampleWait = new($"waiting Acme: they send us photos", $"wartet Weber: schickt uns noch Fotos");
    public static readonly Text DoesResolve = new($"solved, and they know", $"Lösung gemeldet");
    public static readonly Text TitleResolve = new($"Report the solution", $"Lösung melden");
    public static readonly Text ExampleResolve = new($"resolve Acme: part is in, told Maria", $"gelöst Weber: Teil ist eingebaut, Sabine weiß Bescheid");
    public static readonly Text DoesConfirm = new($"the client agrees", $"der Kunde ist zufrieden");
    public static readonly Text TitleConfirm = new($"Client’s agreement", $"Bestätigung des Kunden");
    public static readonly Text ExampleConfirm = new($"confirm Acme: works fine", $"bestätigt Weber: alles in Ordnung");
    public static readonly Text DoesReopen = new($"not solved after all", $"doch nicht gelöst");
    public static readonly Text TitleReopen = new($"Reopen a complaint", $"Beschwerde wieder öffnen");
    public static readonly Text ExampleReopen = new($"reopen Acme: it broke again", $"wiederauf Weber: ist wieder kaputt");
    public static readonly Text DoesClose = new($"close as not justified", $"nicht berechtigt");
    public static readonly Text TitleClose = new($"Close as not justified", $"Als unberechtigt beenden");
    public static readonly Text ExampleClose = new($"unjustified Acme: came on the agreed day, explained by phone", $"unberechtigt Weber: kam am vereinbarten Tag, telefonisch erklärt");

    public static readonly Text DoesRemove = new($"remove a complaint that was a mistake", $"irrtümliche Beschwerde löschen");
    public static readonly Text TitleRemove = new($"Remove a complaint", $"Beschwerde löschen");
    public static readonly Text ExampleRemove = new($"remove complaint Acme: recorded twice", $"beschwerde löschen Weber: doppelt aufgenommen");
    public static readonly Text WhyRemoveLabel = new($"Why does it go?", $"Warum soll sie weg?");
    public static readonly Text RemoveAsking = new($"Remove …", $"Löschen …");

    public static readonly Text DoesPrevent = new($"what would have prevented it", $"was es verhindert hätte");
    public static readonly Text TitlePrevent = new($"What would prevent it", $"Was es verhindert hätte");
    public static readonly Text ExamplePrevent = new($"prevent Acme: order the part a week earlier", $"vorbeugen Weber: Teil eine Woche früher bestellen");

    public static readonly Text WhatWouldPrevent = new(
        $"One question for us: what would keep this from happening again?",
        $"Eine Frage an uns: Was würde das beim nächsten Mal verhindern?");

    public static readonly Text OrTypeIt = new($"Pick what comes closest, or just write it in your own words.", $"Was trifft es am ehesten? Oder einfach in eigenen Worten schreiben.");

    public static readonly Text ClosedNow = new($"The complaint is closed.", $"Die Beschwerde ist abgeschlossen.");
    public static readonly Text DoneNow = new($"Nothing is owed any more.", $"Es ist nichts mehr offen.");

    public static Text Opened(RichText who) => new($"{who}: complaint logged", $"{who}: Beschwerde aufgenommen");

    public static Text Acknowledged(RichText who) => new($"{who}: they know we have the complaint", $"{who}: Eingang der Beschwerde bestätigt");

    public static Text Updated(RichText who) => new($"{who}: they have news on the complaint", $"{who}: Zwischenstand zur Beschwerde gegeben");

    public static Text Chased(RichText who) => new($"{who}: they asked again about the complaint", $"{who}: Nachfrage zur Beschwerde");

    public static Text ChasedAgain(RichText who, int times) => new(
        $"{who}: they had to ask {times} times now, so I tell whoever manages the team",
        $"{who}: schon die {times}. Nachfrage, ich sage der Leitung Bescheid");

    public static Text Waiting(RichText who) => new($"{who}: we are waiting for their answer", $"{who}: Wir warten auf Antwort");

    public static Text Resolved(RichText who) => new($"{who}: complaint solved, and they know", $"{who}: Beschwerde gelöst und mitgeteilt");

    public static Text Confirmed(RichText who) => new($"{who}: they agree that it is solved", $"{who}: Lösung bestätigt");

    public static Text Reopened(RichText who) => new($"{who}: complaint open again", $"{who}: Beschwerde wieder offen");

    public static Text ClosedUnjustified(RichText who) => new($"{who}: complaint closed as not justified", $"{who}: Beschwerde als nicht berechtigt abgeschlossen");

    public static Text Cause(ComplaintCause cause) => cause switch
    {
        ComplaintCause.Care => new($"More care", $"Mehr Sorgfalt"),
        ComplaintCause.Attention => new($"More attention", $"Mehr Aufmerksamkeit"),
        ComplaintCause.Misunderstanding => new($"A clearer agreement", $"Klarere Absprache"),
        ComplaintCause.Delay => new($"Being on time", $"Pünktlichkeit"),
        ComplaintCause.Quality => new($"Better quality", $"Bessere Qualität"),
        _ => new($"Talk about the price", $"Gespräch über den Preis"),
    };

    /// <summary>What would prevent it, as far as somebody has said so; null where nobody has.</summary>
    public static Text? Learned(Complaint complaint) => complaint switch
    {
        { Cause: { } cause, Prevention.Length: > 0 } => new($"What would prevent it: {Cause(cause)}. “{complaint.Prevention}”", $"Das würde es verhindern: {Cause(cause)}. „{complaint.Prevention}“"),
        { Cause: { } cause } => new($"What would prevent it: {Cause(cause)}.", $"Das würde es verhindern: {Cause(cause)}."),
        { Prevention.Length: > 0 } => new($"What would prevent it: “{complaint.Prevention}”", $"Das würde es verhindern: „{complaint.Prevention}“"),
        _ => null,
    };

    public static Text NoneClosed(string account) => new(
        $"No complaint of {account} is settled yet, so there is nothing to learn from one.",
        $"Von {account} ist noch keine Beschwerde abgeschlossen, aus der sich etwas lernen ließe.");

    public static Text ConfirmedBySilence(RichText who) => new($"{who}: no objection, so the complaint is settled", $"{who}: kein Widerspruch, die Beschwerde gilt als erledigt");

    public static Text IsOnIt(string member, Text until) => new(
        $"{member} is on it. I keep quiet until {until}; the deadline stays.",
        $"{member} ist dran. Bis {until} erinnere ich nicht; die Frist bleibt.");

    public static Text RemovedBy(RichText who, string member) => new($"{who}: complaint removed by {member}", $"{who}: {member} hat die Beschwerde gelöscht");

    public static Text NoneOfYours(string account) => new(
        $"You have no complaint of {account} to remove. Whoever recorded one can remove it.",
        $"Von {account} gibt es keine Beschwerde, die ‹du|Sie› löschen ‹kannst|können›. Das kann nur, wer sie aufgenommen hat.");

    public static Text By(string member) => new($"Noted by {member}", $"Notiert von {member}");

    public static Text AcknowledgeBy(Text when) => new(
        $"Next: let them know that we have it, by {when}.",
        $"Als Nächstes: den Eingang bestätigen, bis {when}.");

    public static Text UpdateBy(Text when) => new(
        $"Next: a word to them by {when}, even if there is nothing new.",
        $"Als Nächstes: ein Zwischenstand bis {when}, auch wenn es nichts Neues gibt.");

    public static Text SolutionBy(Text when) => new($"Agreed with them: solved by {when}.", $"Mit dem Kunden vereinbart: gelöst bis {when}.");

    public static Text LookAgainOn(Text when) => new(
        $"Our clock stands still. If nothing comes by {when}, I ask you again.",
        $"Unsere Frist ruht. Kommt bis {when} nichts, frage ich wieder nach.");

    public static Text ConfirmsItself(Text when) => new(
        $"If we hear nothing to the contrary by {when}, I take it as agreed.",
        $"Hören wir bis {when} nichts anderes, gilt es als bestätigt.");

    public static Text Together(int years) => years == 1
        ? new($"Together for one year.", $"Seit einem Jahr zusammen.")
        : new($"Together for {years} years.", $"Seit {years} Jahren zusammen.");

    public static Text OneEarlier(Text state) => new($"One earlier complaint, {state}.", $"Eine frühere Beschwerde, {state}.");

    public static Text Earlier(int count, int confirmed) => new($"{count} earlier complaints, {confirmed} of them confirmed as solved.", $"{count} frühere Beschwerden, davon {confirmed} bestätigt gelöst.");

    public static Text State(ComplaintState state) => state switch
    {
        ComplaintState.Open => new($"still open", $"noch offen"),
        ComplaintState.Acknowledged => new($"being worked on", $"in Arbeit"),
        ComplaintState.AwaitingClient => new($"waiting for them", $"wartet auf Antwort"),
        ComplaintState.Resolved => new($"solved", $"gelöst"),
        ComplaintState.Confirmed => new($"confirmed", $"bestätigt"),
        _ => new($"closed as not justified", $"als nicht berechtigt abgeschlossen"),
    };

    public static Text NoComplaint(string account) => new(
        $"There is no complaint of {account}. “complaint {account}: …” takes one down.",
        $"Von {account} gibt es keine Beschwerde. „beschwerde {account}: …“ nimmt eine auf.");

    public static Text NoneFits(string account) => new(
        $"Every complaint of {account} is closed. If one comes back, “reopen {account}” helps.",
        $"Alle Beschwerden von {account} sind abgeschlossen. Kommt eine zurück, hilft „wiederauf {account}“.");

    public static Text Which(string account) => new($"Which complaint of {account} is it?", $"Um welche Beschwerde von {account} geht es?");

    public static Text Choice(string words, Text since) => new($"{words} (since {since})", $"{words} (seit {since})");

    public static Text WasItAbout(string words) => new($"Was that the word about “{words}”?", $"Ging es dabei um „{words}“?");

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
                return isLate ? new($"waiting for a first answer, which was due {first}", $"wartet auf die erste Antwort, fällig war sie {first}") : new($"waiting for a first answer, due {first}", $"wartet auf die erste Antwort, fällig {first}");
            case ComplaintState.Acknowledged:
                var next = Wording.At(complaint.NextUpdateBy!.Value, context);
                return isLate ? new($"knows we have it; the next word was due {next}", $"weiß, dass wir dran sind; das nächste Wort war fällig {next}") : new($"knows we have it; next word by {next}", $"weiß, dass wir dran sind; nächstes Wort bis {next}");
            case ComplaintState.AwaitingClient:
                var since = Wording.At(complaint.WaitingSince!.Value, context);
                return new($"we are waiting for an answer, since {since}", $"wir warten auf Antwort, seit {since}");
            default:
                return complaint.ConfirmBy is { } by
                    ? new($"solved; settled {Wording.At(by, context)} unless we hear otherwise", $"gelöst; ohne Widerspruch erledigt {Wording.At(by, context)}")
                    : new($"settled", $"erledigt");
        }
    }

    public static Text SettledBefore(int count) => count == 1
        ? new($"One earlier complaint, settled", $"Eine frühere Beschwerde, erledigt")
        : new($"{count} earlier complaints, settled", $"{count} frühere Beschwerden, erledigt");
}

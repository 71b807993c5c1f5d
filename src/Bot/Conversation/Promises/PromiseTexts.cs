using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Promises;

namespace AccountNudge.Bot.Conversation.Promises;

/// <summary>What is said about promises.</summary>
internal static class PromiseTexts
{
    private const int LongestAhead = 60;
    public static readonly Text Does = new($"note what you promised", $"Zusage festhalten");
    public static readonly Text Title = new($"Note a promise", $"Zusage festhalten");
    public static readonly Text Example = new($"promise Acme to Maria Jones: the sample by Friday", $"zusage Weber an Sabine Klein: das Muster bis Freitag");
    public static readonly Text DoesKeep = new($"promise kept", $"Zusage gehalten");
    public static readonly Text TitleKeep = new($"Promise kept", $"Zusage gehalten");
    public static readonly Text ExampleKeep = new($"kept Acme: the sample", $"gehalten Weber: das Muster");
    public static readonly Text DoesMove = new($"new date for a promise", $"neuer Termin für eine Zusage");
    public static readonly Text TitleMove = new($"New date for a promise", $"Zusage verschieben");
    public static readonly Text ExampleMove = new($"moved Acme to Monday told", $"verschoben Weber auf Montag gesagt");
    public static readonly Text DoesWithdraw = new($"withdraw a promise; they know", $"Zusage zurückziehen");
    public static readonly Text TitleWithdraw = new($"Withdraw a promise", $"Zusage zurückziehen");
    public static readonly Text ExampleWithdraw = new($"withdraw Acme: the sample", $"zurückgezogen Weber: das Muster");
    public static readonly Text DoesConfirm = new($"all is well again, they say", $"Kunde bestätigt: alles gut");
    public static readonly Text TitleConfirm = new($"Client has confirmed", $"Kunde hat bestätigt");
    public static readonly Text ExampleConfirm = new($"promise confirmed Acme", $"zusage bestätigt Weber");
    public static readonly Text ToLabel = new($"To whom?", $"Wem?");
    public static readonly Text ByLabel = new($"Who promised it?", $"Von wem zugesagt?");
    public static readonly Text ByHint = new($"Leave it empty if it was you", $"Leer lassen, wenn ‹du es selbst warst|Sie es selbst waren›");
    public static readonly Text WhatLabel = new($"What, in the exact words?", $"Was genau, im Wortlaut?");
    public static readonly Text DueLabel = new($"By when?", $"Bis wann?");
    public static readonly Text NewDayLabel = new($"By when now?", $"Bis wann jetzt?");
    public static readonly Text DueHint = new($"A day, with or without a time: Friday 15:00", $"Ein Tag, mit oder ohne Uhrzeit: Freitag 15 Uhr");
    public static readonly Text IsToldLabel = new($"Does the client know?", $"Weiß es der Kunde?");
    public static readonly Text ClientKnows = new($"the client knows", $"Kunde weiß es");
    public static readonly Text ClientDoesNotKnow = new($"not told yet", $"Kunde weiß es noch nicht");
    public static readonly Text WhichLabel = new($"Which promise?", $"Welche Zusage?");
    public static readonly Text KeptOnLabel = new($"When was that?", $"Wann war das?");
    public static readonly Text KeptOnHint = new($"Leave it empty if it was today", $"Leer lassen, wenn es heute war");
    public static readonly Text Kept = new($"Kept", $"Gehalten");
    public static readonly Text NewDateTold = new($"New date, told the client", $"Neuer Termin, Kunde weiß es");
    public static readonly Text NewDateUntold = new($"New date, not told yet", $"Neuer Termin, Kunde weiß es noch nicht");
    public static readonly Text WithdrawnTold = new($"Withdrawn, told the client", $"Zurückgezogen, Kunde weiß es");
    public static readonly Text ClientConfirmed = new($"Client has confirmed", $"Kunde hat bestätigt");
    public static readonly Text OpenComplaint = new($"Open a complaint", $"Beschwerde aufnehmen");
    public static readonly Text OpenOnes = new($"Open promises", $"Offene Zusagen");
    public static readonly Text KeptInTime = new($"Promises kept on time", $"Pünktlich gehaltene Zusagen");
    public static readonly Text KeptPerWeek = new($"Promises kept per week", $"Gehaltene Zusagen pro Woche");
    public static readonly Text InTime = new($"On time", $"Pünktlich");
    public static readonly Text Late = new($"Late", $"Verspätet");

    public static readonly Text AwaitsConfirmation = new(
        $"They had to wait twice, so one thing is left: do they say that all is well? Until then I hold back greetings and the like.",
        $"Der Kunde musste zweimal warten. Sagt er, dass alles gut ist? Bis dahin halte ich Grüße und Ähnliches zurück.");

    public static readonly Text IsBroken = new(
        $"They’ve waited twice now. Best to ring them today and name a date that’s certain.",
        $"Der Kunde hat jetzt zweimal gewartet. Am besten heute noch anrufen und einen Termin nennen, der sicher ist.");

    public static readonly Text NeedsConfirmation = new(
        $"They’ve waited twice, so at the end I’ll ask whether the client says that all is well.",
        $"Der Kunde hat zweimal gewartet. Zum Schluss frage ich deshalb nach, ob wieder alles gut ist.");

    public static readonly Text HeldWhileOverdue = new($" while a promise is overdue", $", solange eine Zusage überfällig ist");

    public static readonly Text HeldUntilConfirmed = new(
        $" until the client says that all is well after two missed dates",
        $", bis der Kunde nach dem langen Warten sagt, dass alles gut ist");

    public static Text KeptOn(Text day) => new($"Kept {day}.", $"Gehalten {day}.");

    public static Text HeldUntil(Text until) => new($" until {until}, after two missed dates", $" bis {until}, weil der Kunde zweimal warten musste");

    public static Text RestsUntil(Text until) => new(
        $"They had to wait twice, so I’ll hold greetings and the like back until {until}.",
        $"Der Kunde musste zweimal warten. Grüße und Ähnliches halte ich deshalb noch bis {until} zurück.");

    /// <summary>So many of so many.</summary>
    public static Text Of(int some, int all) => new($"{some} of {all}", $"{some} von {all}");

    public static Text IsOverdue(DueDay due) => new(
        $"It was due {due.When}. When will it be?",
        $"Das war {due.By} zugesagt. Bis wann klappt es?");

    public static Text IsComplainedOf(string account) => new(
        $"A complaint by {account} is open already, so it’s in good hands there.",
        $"Von {account} ist schon eine Beschwerde offen; dort geht es weiter.");

    /// <summary>What a complaint about it would say.</summary>
    public static Text Complaint(string words) => new($"Promised twice and not kept: {words}", $"Zweimal zugesagt und nicht gehalten: {words}");

    public static Text Nothing(string call, string account) => new(
        $"Nothing is promised to {account} right now. “{call}promise {account}: … by Friday” notes a promise.",
        $"Bei {account} ist gerade keine Zusage offen. „{call}zusage {account}: … bis Freitag“ hält eine fest.");

    public static Text NothingToConfirm(string account) => new(
        $"{account} has nothing to confirm at the moment.",
        $"{account} muss gerade nichts bestätigen.");

    public static Text Which(string account) => new($"Which promise to {account} do you mean?", $"Um welche Zusage an {account} geht es?");

    public static Text PromisedBy(string member) => new($"Promised by {member}", $"Zugesagt von {member}");

    public static Text NotedBy(string member) => new($"Noted by {member}", $"Notiert von {member}");

    /// <summary>Who is reminded, and when; null is whoever reads this alone.</summary>
    public static Text Reminds(string? member, Text on) => member is null
        ? new($"I’ll remind you {on}.", $"Ich erinnere ‹dich|Sie› {on}.")
        : new($"I’ll remind {member} {on}.", $"Ich erinnere {member} {on}.");

    public static Text IsAway(string? member, Text until) => member is null
        ? new($"You are away until {until}, so whoever covers for you will hear about it.", $"‹Du bist|Sie sind› bis {until} nicht da, deshalb erfährt es die Vertretung.")
        : new($"{member} is away until {until}, so whoever covers will hear about it.", $"{member} ist bis {until} nicht da, deshalb erfährt es die Vertretung.");

    /// <summary>When it is due, and by when it is promised: <c>by Friday 12 March</c>, <c>for today</c>.</summary>
    internal readonly record struct DueDay(Text When, Text By);

    /// <summary>When a promise is due.</summary>
    public static DueDay Due(Promise promise, RenderContext context) => Due(promise.On, promise.Time, context);

    private static DueDay Due(LocalDate on, LocalTime? time, RenderContext context)
    {
        var when = Wording.Moment(on, time, context);
        if (!Moments.IsNear(on, context.SaidOn, context.IsRedrawn)) return new(when, new($"by {when}", $"bis {when}"));
        return on == context.SaidOn && time is null ? new(when, new($"for {when}", $"für {when}")) : new(when, new($"by {when}", $"für {when}"));
    }

    /// <summary>Until when it is promised, by itself.</summary>
    public static Text When(Promise promise, DateTimeZone zone, Instant now) => When(promise.On, promise.Time, zone, now);

    public static Text When(LocalDate on, LocalTime? time, DateTimeZone zone, Instant now) => time is { } exact
        ? Moments.At(on.At(exact).InZoneLeniently(zone).ToInstant(), zone, now)
        : Moments.On(on, now.InZone(zone).Date);

    /// <summary>What was done, as the headline of its card.</summary>
    public static Text Said(PromiseStep step, RichText who, RenderContext context)
    {
        var (when, by) = Due(step.On, step.Time, context);
        return step.Kind switch
        {
            PromiseStepKind.Made => new($"{who}: promised {by}", $"{who}: zugesagt {by}"),
            PromiseStepKind.Moved => new($"{who}: promise moved to {when}, and they know", $"{who}: Zusage verschoben auf {when}, der Kunde weiß es"),
            PromiseStepKind.MovedUntold => new($"{who}: promise moved to {when}; they don’t know yet", $"{who}: Zusage verschoben auf {when}, der Kunde weiß es noch nicht"),
            PromiseStepKind.MovedLate => new($"{who}: now promised {by}", $"{who}: jetzt zugesagt {by}"),
            PromiseStepKind.Kept => new($"{who}: promise kept", $"{who}: Zusage gehalten"),
            PromiseStepKind.KeptLate => new($"{who}: promise kept after all", $"{who}: Zusage doch noch gehalten"),
            PromiseStepKind.Withdrawn => new($"{who}: promise withdrawn, and they know", $"{who}: Zusage zurückgezogen, der Kunde weiß es"),
            _ => new($"{who}: they say that all is well", $"{who}: Der Kunde sagt, es ist alles gut"),
        };
    }

    /// <summary>What was done, in a client's story.</summary>
    public static Text Told(PromiseStep step, string words, string? contact)
    {
        var on = step.Time is { } time
            ? new Text($"{step.On:d MMMM uuuu} at {Moments.Clock(time)}", $"{step.On:d. MMMM uuuu}, {Moments.Clock(time)}")
            : new Text($"{step.On:d MMMM uuuu}", $"{step.On:d. MMMM uuuu}");
        if (step.Kind == PromiseStepKind.Made)
            return contact is null ? new($"promised by {on}", $"zugesagt bis {on}") : new($"promised to {contact} by {on}", $"{contact}: zugesagt bis {on}");
        var done = step.Kind switch
        {
            PromiseStepKind.Moved => new Text($"moved to {on}, and they knew", $"verschoben auf {on}, der Kunde wusste es"),
            PromiseStepKind.MovedUntold => new($"moved to {on}", $"verschoben auf {on}"),
            PromiseStepKind.MovedLate => new($"missed, newly promised by {on}", $"nicht rechtzeitig, jetzt zugesagt bis {on}"),
            _ => Settled(step.Kind.ToString()),
        };
        return new($"promise “{words}”: {done}", $"Zusage „{words}“: {done}");
    }

    public static Text Settled(string settlement) => settlement switch
    {
        nameof(PromiseStepKind.Moved) => new($"new date, and they know", $"neuer Termin, Kunde weiß es"),
        nameof(PromiseStepKind.MovedUntold) or nameof(PromiseStepKind.MovedLate) => new($"new date", $"neuer Termin"),
        nameof(PromiseStepKind.Kept) => new($"kept", $"gehalten"),
        nameof(PromiseStepKind.KeptLate) => new($"kept after all", $"doch noch gehalten"),
        nameof(PromiseStepKind.Withdrawn) => new($"withdrawn, and they know", $"zurückgezogen, Kunde weiß es"),
        PromisePractice.SeniorTalked => new($"someone senior has talked to them", $"die Leitung hat mit dem Kunden gesprochen"),
        nameof(PromiseStepKind.Confirmed) => new($"client has confirmed", $"Kunde hat bestätigt"),
        _ => NudgeTexts.Done,
    };

    /// <summary>Where an open promise stands.</summary>
    public static Text Standing(Promise promise, RenderContext context)
    {
        var (when, by) = Due(promise, context);
        if (promise.AwaitsConfirmation)
        {
            return promise.KeptAt is null
                ? new($"withdrawn; they’ve yet to say that all is well", $"zurückgezogen; der Kunde hat noch nicht gesagt, dass alles gut ist")
                : new($"done; they’ve yet to say that all is well", $"erledigt; der Kunde hat noch nicht gesagt, dass alles gut ist");
        }

        if (!promise.IsOverdue(context.Now)) return new($"due {when}", $"fällig {when}");
        return promise.IsBroken(context.Now)
            ? new($"was due {when}, missed for the second time", $"war {by} zugesagt, zum zweiten Mal überfällig")
            : new($"was due {when}", $"war {by} zugesagt");
    }

    public static Text IsExpected(Strong who, Promise promise, RenderContext context)
    {
        var on = Wording.On(promise.On, context);
        return promise.Time is { } time
            ? new($"{who} is expecting this {on} by {Moments.Clock(time)}, as promised.", $"{who} erwartet das {on} bis {Moments.Clock(time)}, wie zugesagt.")
            : new($"{who} is expecting this {on}, as promised.", $"{who} erwartet das {on}, wie zugesagt.");
    }

    /// <summary>What is due when, ahead of its day.</summary>
    public static Text Coming(Strong who, Promise promise, RenderContext context)
    {
        var (words, on) = (Wording.Excerpt(promise.Text, LongestAhead), Wording.On(promise.On, context));
        return promise.Time is { } time
            ? new($"{who}: {words}, due {on} by {Moments.Clock(time)}", $"{who}: {words}, fällig {on} bis {Moments.Clock(time)}")
            : new($"{who}: {words}, due {on}", $"{who}: {words}, fällig {on}");
    }

    /// <summary>Before a new date that the client was not told.</summary>
    public static Text IsNotKnown(Strong who, Promise promise, RenderContext context)
    {
        var on = Wording.On(promise.On, context);
        return new($"{who}: the new date is {on}, and they don’t know it yet. Best to tell them.", $"{who}: Der neue Termin ist {on}, und der Kunde weiß noch nichts davon. Am besten Bescheid sagen.");
    }

    public static Text IsStillWaiting(Strong who, DueDay due) => new(
        $"{who} is still waiting for what we promised; it was due {due.When}. When will it be?",
        $"{who} wartet noch auf das, was wir {due.By} zugesagt haben. Bis wann klappt es?");

    public static Text HasWaitedTwice(Strong who) => new(
        $"{who} has now waited twice for what we promised. Best to ring them today.",
        $"{who} hat jetzt zweimal auf das gewartet, was wir zugesagt haben. Am besten heute noch anrufen.");

    public static Text ForManager(Strong who, bool isDone, bool isMoved) => (isDone, isMoved) switch
    {
        (true, _) => new($"{who} had to wait twice for what we promised. Best if you ring them yourself.", $"{who} musste zweimal auf das warten, was wir zugesagt haben. Am besten ‹rufst du|rufen Sie› selbst an."),
        (_, true) => new($"{who}: our promise has moved a second time, and they don’t know yet. Best if you ring them yourself.", $"{who}: Unsere Zusage verschiebt sich zum zweiten Mal, und der Kunde weiß es noch nicht. Am besten ‹rufst du|rufen Sie› selbst an."),
        _ => new($"{who} is waiting a second time for what we promised. Best if you ring them yourself.", $"{who} wartet zum zweiten Mal auf das, was wir zugesagt haben. Am besten ‹rufst du|rufen Sie› selbst an."),
    };

    public static Text DoTheySayAllIsWell(Strong who) => new(
        $"{who}: do they say that all is well again? They had to wait twice.",
        $"{who} musste zweimal auf uns warten. Ist jetzt wieder alles gut?");

    public static Text TwoDates(Strong who, DueDay one, DueDay other) => new(
        $"{who} seems to have been promised this twice, {one.By} and {other.By}. Best to agree on one date.",
        $"Für {who} gibt es dazu anscheinend zwei Zusagen, {one.By} und {other.By}. Am besten auf einen Termin einigen.");

    public static Text IsItDone(string words, DueDay due, bool isOverdue) => isOverdue
        ? new($"“{words}” was due {due.When}. Is it done?", $"„{words}“ war {due.By} zugesagt. Ist das erledigt?")
        : new($"“{words}” is promised {due.By}. Is it done?", $"„{words}“ ist {due.By} zugesagt. Ist das erledigt?");
}

using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Endings;

namespace AccountNudge.Bot.Conversation.Endings;

/// <summary>The words about the end of a relationship.</summary>
internal static class EndingTexts
{
    public static readonly Text DoesLose = new($"note that a client has left", $"ein Kunde ist gegangen");
    public static readonly Text TitleLose = new($"A client has left", $"Kunde verloren");
    public static readonly Text ExampleLose = new($"lost Acme competitor: they went with Globex", $"verloren Weber wettbewerb: sind jetzt bei Globex");
    public static readonly Text DoesExplain = new($"say why a client left", $"sagen, warum ein Kunde ging");
    public static readonly Text TitleExplain = new($"Why did they leave?", $"Warum verloren?");
    public static readonly Text ExampleExplain = new($"lost reason Acme price underneath attention", $"verlustgrund Weber preis dahinter aufmerksamkeit");
    public static readonly Text DoesRemind = new($"be reminded of a lost client once", $"einmal an einen verlorenen Kunden erinnern");
    public static readonly Text TitleRemind = new($"Remind me once", $"Einmal erinnern");
    public static readonly Text ExampleRemind = new($"lost reminder Acme in 6 months", $"rückkehr erinnern Weber in 6 monaten");
    public static readonly Text DoesReturn = new($"note that a client is back", $"ein Kunde ist wieder da");
    public static readonly Text TitleReturn = new($"A client is back", $"Kunde ist wieder da");
    public static readonly Text ExampleReturn = new($"returned Acme", $"wieder kunde Weber");
    public static readonly Text DoesPart = new($"part well with a client", $"sich im Guten trennen");
    public static readonly Text TitlePart = new($"Part with a client", $"Trennung von Kunden");
    public static readonly Text ExamplePart = new($"part Acme: our ways of working don’t fit", $"trennung Weber: die Zusammenarbeit passt nicht mehr");
    public static readonly Text DoesSettle = new($"tick off a step of a parting", $"einen Trennungsschritt abhaken");
    public static readonly Text TitleSettle = new($"Parting: step done", $"Trennungsschritt");
    public static readonly Text ExampleSettle = new($"part done Acme thanks: a good last talk", $"trennung erledigt Weber dank: ein gutes letztes Gespräch");

    public static readonly Text ReasonLabel = new($"Why?", $"Warum?");
    public static readonly Text UnderneathLabel = new($"If it was the price: what was underneath?", $"Falls es der Preis war: was lag dahinter?");
    public static readonly Text UnderneathHint = new($"Often there’s more to it", $"Oft steckt mehr dahinter");
    public static readonly Text WordsLabel = new($"In a few words", $"In wenigen Worten");
    public static readonly Text MonthsLabel = new($"When?", $"Wann?");
    public static readonly Text StepLabel = new($"What is settled?", $"Was ist erledigt?");
    public static readonly Text DeleteOnLabel = new($"Their data is deleted on", $"Daten werden gelöscht am");
    public static readonly Text OutcomeLabel = new($"How did it go?", $"Wie ist es ausgegangen?");
    public static readonly Text SayOne = new($"What is settled, when is their data deleted, or how did it go?", $"Was ist erledigt, wann werden die Daten gelöscht, oder wie ist es ausgegangen?");

    public static readonly Text WhyQuestion = new($"What was behind it?", $"Woran lag es?");
    public static readonly Text AndUnderneath = new($"And underneath the price?", $"Und was lag hinter dem Preis?");
    public static readonly Text OnlyThePrice = new($"Only the price", $"Nur der Preis");
    public static readonly Text Declined = new($"Declined politely. That’s a good decision, not a loss.", $"Freundlich abgelehnt. Das ist eine gute Entscheidung, kein Verlust.");
    public static readonly Text BroughtUpNoMore = new($"I won’t bring them up any more, except for what we still owe them.", $"Den Kunden erwähne ich nicht mehr, außer wir schulden ihm noch etwas.");
    public static readonly Text BeginsAfresh = new($"Everything starts afresh: quiet days count from today.", $"Alles beginnt von vorn: Stille Tage zählen ab heute.");
    public static readonly Text TheyAreBack = new($"They’re back", $"Wieder da");
    public static readonly Text SetDeletion = new($"Deletion date …", $"Löschdatum …");
    public static readonly Text SayOutcome = new($"How it went …", $"Wie es ausging …");
    public static readonly Text NotLost = new($"That client isn’t lost.", $"Dieser Kunde ist nicht verloren.");
    public static readonly Text LossNoun = new($"lost client", $"verlorener Kunde");
    public static readonly Text HintNoun = new($"a lost client, once", $"einmalige Erinnerung an einen verlorenen Kunden");
    public static readonly Text PartingNoun = new($"parting", $"Trennung");
    public static readonly Text DataUntil = new($"Their data is deleted on", $"Daten werden gelöscht am");

    public static Text NotParting(string account) => new($"You’re not parting with {account}.", $"Bei {account} läuft keine Trennung.");

    public static Text InMonths(int months) => new($"In {months} months", $"In {months} Monaten");

    public static Text RemindIn(int months) => new($"Remind once in {months} months", $"Einmal in {months} Monaten erinnern");

    public static Text Reason(LossReason reason) => reason switch
    {
        LossReason.Care => new($"too little care", $"zu wenig Sorgfalt"),
        LossReason.Attention => new($"too little attention", $"zu wenig Aufmerksamkeit"),
        LossReason.Misunderstanding => new($"a misunderstanding", $"ein Missverständnis"),
        LossReason.Delay => new($"delays", $"Verzögerungen"),
        LossReason.Quality => new($"the quality", $"die Qualität"),
        LossReason.Price => new($"the price", $"der Preis"),
        LossReason.BudgetCut => new($"a budget cut", $"ein Sparkurs"),
        LossReason.Competitor => new($"a competitor", $"der Wettbewerb"),
        LossReason.WeDeclined => new($"we declined", $"wir haben abgelehnt"),
        _ => new($"another reason", $"ein anderer Grund"),
    };

    /// <summary>Why they left, as far as somebody has said so; null where nobody has.</summary>
    public static Text? Because(Loss loss) => loss switch
    {
        { Reason: LossReason.Price, CountsAs: { } underneath and not LossReason.Price } => new($"The reason given: the price. Underneath: {Reason(underneath)}", $"Genannter Grund: der Preis. Dahinter: {Reason(underneath)}"),
        { Reason: { } reason } => new($"The reason: {Reason(reason)}", $"Der Grund: {Reason(reason)}"),
        _ => null,
    };

    public static Text HasLeft(RichText who) => new($"{who} is no longer with us", $"{who} ist nicht mehr bei uns");

    public static Text IsBack(RichText who) => new($"{who} is back with us", $"{who} ist wieder bei uns");

    public static Text StillOwed(Text matters) => new($"Still open with them: {matters}", $"Noch offen: {matters}");

    public static Text WillRemind(Text day) => new($"One gentle reminder comes on {day}.", $"Eine einzige Erinnerung kommt am {day}.");

    public static Text By(string member) => new($"Noted by {member}", $"Notiert von {member}");

    public static Text PartWell(RichText who) => new($"{who}: parting well", $"{who}: im Guten auseinandergehen");

    public static Text HaveParted(RichText who) => new($"{who}: we’ve parted, and everything is settled", $"{who}: Wir haben uns getrennt, alles ist erledigt");

    /// <summary>What a button ticks off.</summary>
    public static Text Tick(PartingSteps step) => step switch
    {
        PartingSteps.Promises => new($"Nothing owed", $"Nichts mehr offen"),
        PartingSteps.Material => new($"Material handed over", $"Unterlagen übergeben"),
        PartingSteps.LastTalk => new($"Last talk had", $"Letztes Gespräch geführt"),
        PartingSteps.Thanks => new($"Thanked them", $"Bedankt"),
        _ => SetDeletion,
    };

    /// <summary>A line of the checklist.</summary>
    public static Text Line(PartingSteps step, bool isDone, Text? detail)
    {
        var what = (step, isDone) switch
        {
            (PartingSteps.Promises, false) => new Text($"keep or take back what we still owe", $"einlösen oder zurücknehmen, was noch offen ist"),
            (PartingSteps.Promises, _) => new Text($"nothing is owed any more", $"nichts ist mehr offen"),
            (PartingSteps.Material, false) => new Text($"hand over their material", $"Unterlagen übergeben"),
            (PartingSteps.Material, _) => new Text($"material handed over", $"Unterlagen sind übergeben"),
            (PartingSteps.LastTalk, false) => new Text($"talk to them in person once more", $"noch einmal persönlich sprechen"),
            (PartingSteps.LastTalk, _) => new Text($"last talk had", $"letztes Gespräch geführt"),
            (PartingSteps.Thanks, false) => new Text($"thank them for the time together", $"für die gemeinsame Zeit danken"),
            (PartingSteps.Thanks, _) => new Text($"thanked them", $"bedankt"),
            (_, false) => new Text($"set the day on which their data is deleted", $"festlegen, wann die Daten gelöscht werden"),
            _ => new Text($"their data is deleted on", $"die Daten werden gelöscht am"),
        };
        var mark = isDone ? "✓" : "○";
        if (detail is null) return new($"{mark} {what}", $"{mark} {what}");
        return step == PartingSteps.DeletionDate ? new($"{mark} {what} {detail}", $"{mark} {what} {detail}") : new($"{mark} {what} ({detail})", $"{mark} {what} ({detail})");
    }

    /// <summary>What is asked week by week.</summary>
    public static Text LeftToSettle(object who, int count) => count == 1
        ? new($"{who}: you’re parting, and one thing is left to settle.", $"{who}: Die Trennung läuft, ein Schritt ist noch offen.")
        : new($"{who}: you’re parting, and {count} things are left to settle.", $"{who}: Die Trennung läuft, {count} Schritte sind noch offen.");

    public static Text Settled(string settlement) => settlement switch
    {
        PartingPractice.Parted => new($"parted", $"Trennung abgeschlossen"),
        PartingPractice.Settled => new($"settled something", $"einen Schritt erledigt"),
        PartingPractice.CameBack => new($"they’re back", $"wieder da"),
        _ => NudgeTexts.Done,
    };

    public static Text Told(LossEvent told)
    {
        if (told.Kind == LossPractice.CameBack) return new($"came back", $"wieder da");
        return told.Loss switch
        {
            { Reason: LossReason.Price, CountsAs: { } underneath and not LossReason.Price } => new($"left: the price, underneath {Reason(underneath)}", $"verloren: der Preis, dahinter {Reason(underneath)}"),
            { Reason: { } reason } => new($"left: {Reason(reason)}", $"verloren: {Reason(reason)}"),
            _ => new($"left", $"verloren"),
        };
    }

    public static Text Told(PartingEvent told) => told.Kind switch
    {
        PartingPractice.Begun => new($"began to part", $"Trennung begonnen"),
        PartingPractice.Parted => new($"parted", $"Trennung abgeschlossen"),
        _ => new($"came back", $"wieder da"),
    };

    /// <summary>The one reminder of a client who left.</summary>
    public static Text Remember(object who, Text since) => new(
        $"{who} left {since}. Would a few friendly words be welcome, with nothing to sell?",
        $"{who} ist {since} gegangen. Wären ein paar freundliche Worte willkommen, ganz ohne Angebot?");

    public static Text Looking(int year) => new($"Looking back at {year}", $"Rückblick auf {year}");

    /// <summary>Who left in a year, and why.</summary>
    public static Text LostIn(int year, int lost, Text? why) => (lost, why) switch
    {
        (0, _) => new($"No client left us in {year}.", $"{year} ist kein Kunde gegangen."),
        (1, null) => new($"One client left us in {year}.", $"{year} ist ein Kunde gegangen."),
        (1, { } reason) => new($"One client left us in {year}: {reason}.", $"{year} ist ein Kunde gegangen: {reason}."),
        (_, null) => new($"{lost} clients left us in {year}.", $"{year} sind {lost} Kunden gegangen."),
        (_, { } reasons) => new($"{lost} clients left us in {year}: {reasons}.", $"{year} sind {lost} Kunden gegangen: {reasons}."),
    };

    public static Text Times(int count, Text reason) => count == 1 ? reason : new($"{count} × {reason}", $"{count} × {reason}");

    public static readonly Text Unexplained = new($"no reason given", $"ohne Angabe");

    public static Text DeclinedOnes(int count) => count == 1
        ? new($"One we declined ourselves, politely.", $"Einem haben wir selbst freundlich abgesagt.")
        : new($"{count} we declined ourselves, politely.", $"{count} haben wir selbst freundlich abgesagt.");

    public static Text PartedWith(int count) => count == 1
        ? new($"With one we parted well.", $"Von einem haben wir uns im Guten getrennt.")
        : new($"With {count} we parted well.", $"Von {count} haben wir uns im Guten getrennt.");

    /// <summary>How long relationships lasted, as a rule.</summary>
    public static Text Lasted(int months, int known)
    {
        var (years, rest) = (months / 12, months % 12);
        var span = (years, rest) switch
        {
            (0, 1) => new Text($"one month", $"einen Monat"),
            (0, _) => new Text($"{rest} months", $"{rest} Monate"),
            (1, 0) => new Text($"one year", $"ein Jahr"),
            (_, 0) => new Text($"{years} years", $"{years} Jahre"),
            (1, _) => new Text($"a year and {rest} months", $"ein Jahr und {rest} Monate"),
            _ => new Text($"{years} years and {rest} months", $"{years} Jahre und {rest} Monate"),
        };
        return known == 1
            ? new($"The one relationship that ended lasted {span}.", $"Die eine beendete Zusammenarbeit dauerte {span}.")
            : new($"Of the {known} relationships that ended, half lasted longer than {span}.", $"Von {known} beendeten Zusammenarbeiten dauerte die Hälfte länger als {span}.");
    }
}

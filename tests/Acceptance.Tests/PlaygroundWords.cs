namespace AccountNudge.Acceptance.Tests;

/// <summary>What is said in the playground, and what the bot says, in one language.</summary>
internal sealed record PlaygroundWords
{
    /// <summary>What the people's Teams is set to.</summary>
    public required string Locale { get; init; }

    public required string Zone { get; init; }
    public required string Manager { get; init; }
    public required string Call { get; init; }
    public required string Create { get; init; }
    public required string Called { get; init; }
    public required string Birthday { get; init; }
    public required string BirthdayNoted { get; init; }
    public required string Complaint { get; init; }
    public required string Due { get; init; }
    public required string Waiting { get; init; }
    public required string ClientKnows { get; init; }
    public required string Interim { get; init; }
    public required string Brief { get; init; }
    public required string HeldBecause { get; init; }
    public required string Override { get; init; }
    public required string HasBirthday { get; init; }
    public required string CardSent { get; init; }
    public required string Solved { get; init; }
    public required string Agreed { get; init; }
    public required string Silent { get; init; }
    public required string LogIt { get; init; }
    public required string Kind { get; init; }
    public required string Visit { get; init; }
    public required string VisitNoted { get; init; }
    public required string WhatWasSaid { get; init; }
    public required string Week { get; init; }
    public required string ClientsMessage { get; init; }
    public required string Account { get; init; }
    public required string TakenDown { get; init; }
    public required string Save { get; init; }
    public required string FillIn { get; init; }
    public required string CallNoted { get; init; }
    public required string BirthdayForm { get; init; }
    public required string Whose { get; init; }
    public required string Day { get; init; }
    public required string NoDay { get; init; }
    public required string OnTheDay { get; init; }
    public required string Acknowledged { get; init; }
    public required string HasNews { get; init; }
    public required string Updated { get; init; }
    public required string Resolve { get; init; }
    public required string Resolved { get; init; }
    public required string Confirm { get; init; }
    public required string Confirmed { get; init; }

    public static PlaygroundWords In(string language) => language == "German" ? German : English;

    private static PlaygroundWords English { get; } = new()
    {
        Locale = "en-GB",
        Zone = "team zone Berlin",
        Manager = "team manager Anna",
        Call = "log Weber GmbH call with Sabine Klein yesterday: wants a quote",
        Create = "Create and record",
        Called = "Sabine Klein, Weber GmbH: call, yesterday",
        Birthday = "birthday Sabine Klein 17 March",
        BirthdayNoted = "birthday on 17 March",
        Complaint = "complaint Weber by Sabine Klein: the shutter is broken",
        Due = "12:00",
        Waiting = "has been waiting for an answer",
        ClientKnows = "Client knows we have it",
        Interim = "should hear from us today",
        Brief = "brief Weber",
        HeldBecause = "override Weber",
        Override = "override Weber: she has been looking forward to it",
        HasBirthday = "has a birthday",
        CardSent = "Card sent",
        Solved = "Solved",
        Agreed = "has not objected to the solution",
        Silent = "no talk for",
        LogIt = "Log it",
        Kind = "Kind",
        Visit = "visit",
        VisitNoted = "visit, today",
        WhatWasSaid = "What was said?",
        Week = "your week",
        ClientsMessage = "Sabine wrote: the shutter still does not close",
        Account = "Account",
        TakenDown = "complaint logged",
        Save = "Save",
        FillIn = "Please fill this in",
        CallNoted = "call, today",
        BirthdayForm = "birthday",
        Whose = "Whose birthday",
        Day = "Day",
        NoDay = "Please write a day, such as 14 May",
        OnTheDay = "17 March",
        Acknowledged = "they know we have the complaint",
        HasNews = "Client has news",
        Updated = "they have news on the complaint",
        Resolve = "resolve Weber",
        Resolved = "complaint solved, and they know",
        Confirm = "confirm Weber",
        Confirmed = "they agree that it is solved",
    };

    private static PlaygroundWords German { get; } = new()
    {
        Locale = "de-DE",
        Zone = "team zeitzone Berlin",
        Manager = "team leitung Anna",
        Call = "notiz Weber GmbH anruf mit Sabine Klein gestern: möchte ein Angebot",
        Create = "Anlegen und notieren",
        Called = "Sabine Klein, Weber GmbH: Anruf, gestern",
        Birthday = "geburtstag Sabine Klein 17.3.",
        BirthdayNoted = "Geburtstag am 17. März",
        Complaint = "beschwerde Weber von Sabine Klein: der Rollladen ist kaputt",
        Due = "12 Uhr",
        Waiting = "auf eine Antwort",
        ClientKnows = "Eingang bestätigt",
        Interim = "sollte heute von uns hören",
        Brief = "kurzprofil Weber",
        HeldBecause = "trotzdem Weber",
        Override = "trotzdem Weber: sie freut sich seit Wochen darauf",
        HasBirthday = "(Mittwoch) Geburtstag",
        CardSent = "Karte verschickt",
        Solved = "Gelöst",
        Agreed = "Neuigkeiten",
        Silent = "kein Gespräch",
        LogIt = "Notieren",
        Kind = "Art",
        Visit = "Besuch",
        VisitNoted = "Besuch, heute",
        WhatWasSaid = "Was wurde gesagt?",
        Week = "Woche",
        ClientsMessage = "Sabine schrieb: Der Rollladen schließt immer noch nicht",
        Account = "Kunde",
        TakenDown = "Beschwerde aufgenommen",
        Save = "Speichern",
        FillIn = "dieses Feld aus",
        CallNoted = "Anruf, heute",
        BirthdayForm = "geburtstag",
        Whose = "Wessen Geburtstag",
        Day = "Tag",
        NoDay = "zum Beispiel 14. Mai",
        OnTheDay = "17. März",
        Acknowledged = "Eingang der Beschwerde bestätigt",
        HasNews = "Zwischenstand gegeben",
        Updated = "Zwischenstand zur Beschwerde gegeben",
        Resolve = "gelöst Weber",
        Resolved = "Beschwerde gelöst und mitgeteilt",
        Confirm = "bestätigt Weber",
        Confirmed = "Lösung bestätigt",
    };
}

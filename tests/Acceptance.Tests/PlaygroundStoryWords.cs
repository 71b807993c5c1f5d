namespace AccountNudge.Acceptance.Tests;

/// <summary>What is said in the stories of <see cref="PlaygroundStoryTests"/>, and what the bot says, in one language.</summary>
internal sealed record PlaygroundStoryWords
{
    /// <summary>What the people's Teams is set to.</summary>
    public required string Locale { get; init; }

    /// <summary>What is said to begin with, and what shows that it was heard.</summary>
    public required IReadOnlyList<(string Said, string Seen)> Begin { get; init; }

    public required string ClientsMessage { get; init; }
    public required string Account { get; init; }
    public required string ToWhom { get; init; }
    public required string What { get; init; }
    public required string ByWhen { get; init; }
    public required string Confirmation { get; init; }
    public required string Thursday { get; init; }
    public required string Save { get; init; }
    public required string PromisedByThursday { get; init; }
    public required string ExpectedTomorrow { get; init; }
    public required string ExpectedToday { get; init; }
    public required string StillWaiting { get; init; }
    public required string NewDateNotTold { get; init; }
    public required string ByWhenNow { get; init; }
    public required string Tuesday { get; init; }
    public required string PromisedByTuesday { get; init; }
    public required string WaitedTwice { get; init; }
    public required string ToTheManager { get; init; }
    public required string Brief { get; init; }
    public required string HeldBack { get; init; }
    public required string HasBirthday { get; init; }
    public required string OpenAComplaint { get; init; }
    public required string WhatHappened { get; init; }
    public required string TakenDown { get; init; }

    /// <summary>What is said until nothing is owed any more.</summary>
    public required IReadOnlyList<string> ToMakeGood { get; init; }

    public required string AgreedItIsSolved { get; init; }
    public required string EarlierComplaint { get; init; }
    public required string HeldAfterTwoMisses { get; init; }

    /// <summary>Somebody whose birthday is some days after the gate opens; it is to be prepared before.</summary>
    public required string LaterBirthday { get; init; }

    public required string LaterBirthdayNoted { get; init; }
    public required string Hook { get; init; }
    public required string InTheBrief { get; init; }
    public required string ForThisTalk { get; init; }
    public required string WorthAsking { get; init; }
    public required string Talk { get; init; }
    public required string TalkNoted { get; init; }
    public required string TalkInBrief { get; init; }
    public required string Left { get; init; }
    public required string NoLongerThere { get; init; }
    public required string Congratulated { get; init; }
    public required string NameSuccessor { get; init; }
    public required string WhoFollows { get; init; }
    public required string SomeoneNewIsAdded { get; init; }
    public required string LenaFollows { get; init; }
    public required string HasLeft { get; init; }
    public required string HasNotMetUs { get; init; }
    public required string FirstTalk { get; init; }
    public required string FirstTalkNoted { get; init; }

    public static PlaygroundStoryWords In(string language) => language == "German" ? German : English;

    private static PlaygroundStoryWords English { get; } = new()
    {
        Locale = "en-GB",
        Begin =
        [
            ("team zone Berlin", "Berlin"),
            ("account add Weber GmbH tier A since 10 March 2024", "Anna Berg looks after it"),
            ("contact add Sabine Klein at Weber GmbH role Marketing", "Marketing"),
            ("birthday Sabine Klein 17 March", "birthday on 17 March"),
            ("team manager Dora Wolf", "Dora Wolf"),
        ],
        ClientsMessage = "Sabine rang about the order confirmation, I said she has it by Thursday",
        Account = "Account",
        ToWhom = "To whom?",
        What = "What, in the exact words?",
        ByWhen = "By when?",
        Confirmation = "the order confirmation",
        Thursday = "Thursday",
        Save = "Save",
        PromisedByThursday = "promised by Thursday 4 March",
        ExpectedTomorrow = "is expecting this tomorrow",
        ExpectedToday = "is expecting this today",
        StillWaiting = "is still waiting for what we promised",
        NewDateNotTold = "New date, not told yet",
        ByWhenNow = "By when now?",
        Tuesday = "Tuesday",
        PromisedByTuesday = "now promised by Tuesday 9 March",
        WaitedTwice = "has now waited twice",
        ToTheManager = "is waiting a second time",
        Brief = "brief Sabine",
        HeldBack = "Held while a promise is overdue",
        HasBirthday = "has a birthday on",
        OpenAComplaint = "Open a complaint",
        WhatHappened = "What happened?",
        TakenDown = "complaint logged",
        ToMakeGood = ["kept Weber", "promise confirmed Weber", "resolve Weber: took it to her in person", "confirm Weber: all good"],
        AgreedItIsSolved = "they agree it’s solved",
        EarlierComplaint = "one earlier complaint, confirmed",
        HeldAfterTwoMisses = "after two missed dates",
        LaterBirthday = "contact add Jonas Brandt at Weber GmbH birthday 14 April",
        LaterBirthdayNoted = "Jonas Brandt",
        Hook = "hook Sabine Klein: was off to Fuerteventura until 30 April",
        InTheBrief = "Something to bring up is in the brief",
        ForThisTalk = "For this talk",
        WorthAsking = "Worth asking",
        Talk = "log Weber call with Sabine Klein good: asked about the island",
        TalkNoted = "call, today",
        TalkInBrief = "asked about the island",
        Left = "left Sabine Klein for Globex",
        NoLongerThere = "no longer there, now at Globex",
        Congratulated = "Congratulated",
        NameSuccessor = "Name a successor …",
        WhoFollows = "Who follows?",
        SomeoneNewIsAdded = "someone new is added",
        LenaFollows = "✓ Lena Acker follows",
        HasLeft = "has left for Globex",
        HasNotMetUs = "hasn’t met us yet",
        FirstTalk = "log Weber video with Lena Acker: said hello",
        FirstTalkNoted = "video call, today",
    };

    private static PlaygroundStoryWords German { get; } = new()
    {
        Locale = "de-DE",
        Begin =
        [
            ("team zeitzone Berlin", "Berlin"),
            ("kunde neu Weber GmbH stufe A seit 10.3.2024", "betreut von Anna Berg"),
            ("ansprechperson neu Sabine Klein bei Weber GmbH rolle Marketing", "Marketing"),
            ("geburtstag Sabine Klein 17.3.", "Geburtstag am 17. März"),
            ("team leitung Dora Wolf", "Dora Wolf"),
        ],
        ClientsMessage = "Sabine fragt nach der Auftragsbestätigung, ich habe ihr Donnerstag gesagt",
        Account = "Kunde",
        ToWhom = "Wem?",
        What = "Was genau, im Wortlaut?",
        ByWhen = "Bis wann?",
        Confirmation = "die Auftragsbestätigung",
        Thursday = "Donnerstag",
        Save = "Speichern",
        PromisedByThursday = "zugesagt bis Donnerstag, 4. März",
        ExpectedTomorrow = "erwartet das morgen",
        ExpectedToday = "erwartet das heute",
        StillWaiting = "wartet noch auf das, was wir für heute zugesagt haben",
        NewDateNotTold = "Neuer Termin, Kunde weiß es noch nicht",
        ByWhenNow = "Bis wann jetzt?",
        Tuesday = "Dienstag",
        PromisedByTuesday = "jetzt zugesagt bis Dienstag, 9. März",
        WaitedTwice = "hat jetzt zweimal auf das gewartet",
        ToTheManager = "wartet zum zweiten Mal",
        Brief = "kurzprofil Sabine",
        HeldBack = "solange eine Zusage überfällig ist",
        HasBirthday = "(Mittwoch) Geburtstag",
        OpenAComplaint = "Beschwerde aufnehmen",
        WhatHappened = "Was ist passiert?",
        TakenDown = "Beschwerde aufgenommen",
        ToMakeGood = ["gehalten Weber", "zusage bestätigt Weber", "gelöst Weber: persönlich vorbeigebracht", "bestätigt Weber: alles gut"],
        AgreedItIsSolved = "Lösung bestätigt",
        EarlierComplaint = "eine frühere Beschwerde, bestätigt",
        HeldAfterTwoMisses = "weil der Kunde zweimal warten musste",
        LaterBirthday = "ansprechperson neu Jonas Brandt bei Weber GmbH geburtstag 14. April",
        LaterBirthdayNoted = "Jonas Brandt",
        Hook = "merke Sabine Klein: wollte nach Fuerteventura bis 30.4.",
        InTheBrief = "Zum Anknüpfen steht etwas im Kurzprofil",
        ForThisTalk = "Fürs Gespräch",
        WorthAsking = "Was noch fehlt",
        Talk = "notiz Weber anruf mit Sabine Klein gut: nach der Insel gefragt",
        TalkNoted = "Anruf, heute",
        TalkInBrief = "nach der Insel gefragt",
        Left = "gegangen Sabine Klein zu Globex",
        NoLongerThere = "nicht mehr dort, jetzt bei Globex",
        Congratulated = "Gratuliert",
        NameSuccessor = "Nachfolge nennen …",
        WhoFollows = "Wer folgt?",
        SomeoneNewIsAdded = "lege ich neu an",
        LenaFollows = "✓ Nachfolge: Lena Acker",
        HasLeft = "ist nicht mehr dort, sondern jetzt bei Globex",
        HasNotMetUs = "kennt uns noch nicht",
        FirstTalk = "notiz Weber video mit Lena Acker: uns vorgestellt",
        FirstTalkNoted = "Videogespräch, heute",
    };
}

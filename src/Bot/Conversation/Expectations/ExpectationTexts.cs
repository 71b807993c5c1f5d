using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Expectations;

namespace AccountNudge.Bot.Conversation.Expectations;

/// <summary>The words of expectations and projects.</summary>
internal static class ExpectationTexts
{
    public static readonly Text Does = new($"note what was agreed as the goal", $"Zielvereinbarung merken");
    public static readonly Text Title = new($"What do they expect?", $"Zielvereinbarung");
    public static readonly Text Example = new($"expect Acme with Maria Jones: 30 inquiries a month review 30 September", $"erwartung Weber mit Sabine Klein: 30 Anfragen im Monat prüfen am 30.9.");
    public static readonly Text DoesHold = new($"say that an agreement still holds", $"eine Zielvereinbarung gilt weiter");
    public static readonly Text TitleHold = new($"It still holds", $"Gilt weiter");
    public static readonly Text ExampleHold = new($"expect holds Acme", $"erwartung gilt Weber");
    public static readonly Text DoesEnd = new($"say that an agreement is done", $"eine Zielvereinbarung ist erledigt");
    public static readonly Text TitleEnd = new($"It’s done", $"Ziel erledigt");
    public static readonly Text ExampleEnd = new($"expect done Acme", $"erwartung erledigt Weber");
    public static readonly Text DoesStart = new($"note that a project starts", $"ein Projekt beginnt");
    public static readonly Text TitleStart = new($"A project starts", $"Projektstart");
    public static readonly Text ExampleStart = new($"project Acme: new website from 3 May", $"projekt Weber: neue Website ab 3.5.");
    public static readonly Text DoesFinish = new($"note that a project is done", $"ein Projekt ist fertig");
    public static readonly Text TitleFinish = new($"A project is done", $"Projekt fertig");
    public static readonly Text ExampleFinish = new($"project done Acme", $"projekt fertig Weber");
    public static readonly Text DoesSayBest = new($"say what would make a project your best", $"sagen, was ein Projekt zum besten macht");
    public static readonly Text TitleSayBest = new($"Our best project", $"Unser bestes Projekt");
    public static readonly Text ExampleSayBest = new($"project best Acme: something they show around", $"projekt ziel Weber: etwas, das sie herumzeigen");

    public static readonly Text GoalLabel = new($"What’s the goal?", $"Was ist das Ziel?");
    public static readonly Text WithLabel = new($"Agreed with", $"Vereinbart mit");
    public static readonly Text ConditionsLabel = new($"What does it take?", $"Was braucht es dafür?");
    public static readonly Text ConditionsHint = new($"Conditions on either side: time, budget, people", $"Bedingungen auf beiden Seiten: Zeit, Budget, Leute");
    public static readonly Text ObstaclesLabel = new($"What could prevent it?", $"Was könnte es verhindern?");
    public static readonly Text AgreedOnLabel = new($"Agreed on", $"Vereinbart am");
    public static readonly Text AgreedOnHint = new($"If you leave this out: today", $"Ohne Angabe: heute");
    public static readonly Text ReviewLabel = new($"When to look at it again?", $"Wann wieder darauf schauen?");
    public static readonly Text NameLabel = new($"Which project?", $"Welches Projekt?");
    public static readonly Text FromLabel = new($"From when?", $"Ab wann?");
    public static readonly Text BestQuestion = new($"What would make this our best project?", $"Was würde daraus unser bestes Projekt machen?");
    public static readonly Text TypeIt = new($"Your next line is the answer, or use the form.", $"‹Deine|Ihre› nächste Zeile ist die Antwort, oder das Formular.");

    public static readonly Text StillHolds = new($"Still holds", $"Gilt weiter");
    public static readonly Text IsDone = new($"Done", $"Erledigt");
    public static readonly Text AgreeAnew = new($"Agree anew …", $"Neu vereinbaren …");
    public static readonly Text AgreeNow = new($"What do they expect? …", $"Ziel vereinbaren …");
    public static readonly Text ProjectDone = new($"Project done", $"Projekt fertig");
    public static readonly Text SayIt = new($"Say it …", $"Antworten …");
    public static readonly Text Noun = new($"agreed goal", $"Zielvereinbarung");
    public static readonly Text ProjectNoun = new($"project", $"Projekt");
    public static readonly Text HintNoun = new($"a question before a project", $"eine Frage zum Projektstart");
    public static readonly Text Heading = new($"Agreed goals", $"Vereinbarte Ziele");
    public static readonly Text Projects = new($"Projects", $"Projekte");

    public static Text None(string account) => new($"Nothing is agreed with {account} yet.", $"Mit {account} ist noch nichts vereinbart.");

    public static Text NoProject(string account) => new($"No project with {account} is under way.", $"Mit {account} läuft gerade kein Projekt.");

    public static Text Which(string account) => new($"Which one with {account}?", $"Welche Vereinbarung mit {account}?");

    public static Text WhichProject(string account) => new($"Which project with {account}?", $"Welches Projekt mit {account}?");

    public static Text IsAgreed(RichText who) => new($"{who}: agreed goal", $"{who}: Ziel vereinbart");

    public static Text HasEnded(RichText who) => new($"{who}: agreed goal, done", $"{who}: Zielvereinbarung erledigt");

    public static Text Takes(string conditions) => new($"It takes: {conditions}", $"Dafür braucht es: {conditions}");

    public static Text Prevents(string obstacles) => new($"What could prevent it: {obstacles}", $"Was es verhindern könnte: {obstacles}");

    public static Text AgreedOn(Text day, string? with, string? member) => (with, member) switch
    {
        (null, null) => new($"agreed on {day}", $"vereinbart am {day}"),
        (null, _) => new($"agreed on {day}, noted by {member}", $"vereinbart am {day}, notiert von {member}"),
        (_, null) => new($"agreed with {with} on {day}", $"vereinbart mit {with} am {day}"),
        _ => new($"agreed with {with} on {day}, noted by {member}", $"vereinbart mit {with} am {day}, notiert von {member}"),
    };

    public static Text ReviewOn(Text day) => new($"We’ll look at it again on {day}.", $"Wir schauen am {day} wieder darauf.");

    /// <summary>On the day of the review.</summary>
    public static Text DoesItHold(object who, Text agreedOn) => new(
        $"{who}: you agreed on a goal on {agreedOn} and wanted to look at it again today. Does it still hold?",
        $"{who}: Am {agreedOn} wurde ein Ziel vereinbart, heute ‹wolltet ihr|wollten Sie› wieder darauf schauen. Gilt es noch?");

    public static Text Starts(RichText who, string project) => new($"{who}: project “{project}”", $"{who}: Projekt „{project}“");

    public static Text IsFinished(RichText who, string project) => new($"{who}: project “{project}” is done", $"{who}: Projekt „{project}“ ist fertig");

    public static Text From(Text day, bool isAhead) => isAhead ? new($"starts on {day}", $"beginnt am {day}") : new($"since {day}", $"seit {day}");

    public static Text Best(string best) => new($"What would make it our best: {best}", $"Unser bestes Projekt wird es durch: {best}");

    public static Text NothingAgreedYet(Text day) => new(
        $"Nothing is agreed yet about what they expect. If that’s still so on {day}, I’ll ask.",
        $"Noch ist nicht vereinbart, was der Kunde erwartet. Falls das am {day} noch so ist, frage ich nach.");

    /// <summary>Two weeks after the start of a project.</summary>
    public static Text WhatDoTheyExpect(object who, string project) => new(
        $"{who}: “{project}” has been under way for two weeks. What exactly do they expect, and what could get in the way?",
        $"{who}: „{project}“ läuft seit zwei Wochen. Was genau erwartet der Kunde, und was könnte dazwischenkommen?");

    public static Text AskBest(object who, string project) => new(
        $"{who}: “{project}” is just starting. What would make it our best project?",
        $"{who}: „{project}“ geht los. Was würde daraus unser bestes Projekt machen?");

    public static Text Settled(string settlement) => settlement switch
    {
        ExpectationPractice.Holds => new($"still holds", $"gilt weiter"),
        ExpectationPractice.Ended => new($"done", $"erledigt"),
        ProjectPractice.Agreed => new($"agreed on a goal", $"Ziel vereinbart"),
        ProjectPractice.Done => new($"project done", $"Projekt fertig"),
        _ => NudgeTexts.Done,
    };

    public static Text Told(ExpectationEvent told, string? contact) => (told.Kind, contact) switch
    {
        (ExpectationPractice.Ended, _) => new($"agreed goal done", $"Zielvereinbarung erledigt"),
        (_, null) => new($"agreed on a goal", $"Ziel vereinbart"),
        _ => new($"agreed on a goal with {contact}", $"Ziel vereinbart mit {contact}"),
    };

    public static Text Told(ProjectEvent told) => told.Kind == ProjectPractice.Done
        ? new($"project “{told.Project.Name}” done", $"Projekt „{told.Project.Name}“ fertig")
        : new($"project “{told.Project.Name}” started", $"Projekt „{told.Project.Name}“ begonnen");
}

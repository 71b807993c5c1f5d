using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Conversation.Announcements;

/// <summary>What a nudge asks for, in one or two sentences: what the client waits for, and who could help.</summary>
internal static class AskTexts
{
    /// <summary>The sentence of a line; in a channel it names whom it is for.</summary>
    public static Text Of(NudgeLine line, Telling telling)
    {
        var sentence = Sentence(line, telling);
        if (line.Nudge.Ask is Ask.Acknowledge or Ask.Update or Ask.Resolve && Help(line) is { } help) sentence = new($"{sentence} {help}", $"{sentence} {help}");
        return telling.IsDirect || line.Addressee is not { } addressee ? sentence : new($"{addressee.Mention}, {sentence}", $"{addressee.Mention}, {sentence}");
    }

    private static Text Sentence(NudgeLine line, Telling telling)
    {
        var who = new Strong(Saying.Who(line));
        var due = Saying.At(line.Nudge.DueAt, telling);
        return line.Nudge.Ask switch
        {
            Ask.Acknowledge => Acknowledge(line, who, telling),
            Ask.Update when line.Nudge.Rung == 0 => new($"{who} should hear from us today, if only that we are at it.", $"{who} sollte heute von uns hören, und sei es nur, dass wir dran sind."),
            Ask.Update => new($"{who} has been waiting for word from us since {due}.", $"{who} wartet seit {due} auf ein Wort von uns."),
            Ask.AnswerChaser => Chased(line, who),
            Ask.AskClient => Waiting(line, who, telling),
            Ask.Resolve when line.Nudge.Rung == 0 => new($"{who} is counting on the solution today, as agreed.", $"{who} rechnet für heute mit der Lösung, so ist es vereinbart."),
            Ask.Resolve => new($"{who} has been waiting for the solution since {due}.", $"{who} wartet seit {due} auf die Lösung."),
            Ask.SeeConfirmation => new($"{who} has not objected to the solution, so the complaint is settled.", $"{who} hat der Lösung nicht widersprochen, die Beschwerde ist damit erledigt."),
            Ask.GetInTouch => Quiet(line, who, telling),
            Ask.MentionAnniversary => Anniversary(line, who, telling),
            _ => Birthday(line, who, telling),
        };
    }

    private static Text Acknowledge(NudgeLine line, Strong who, Telling telling)
    {
        var since = Saying.At(line.Complaint?.CycleBeganAt ?? line.Nudge.DueAt, telling);
        if (line.Complaint is { Reopened: > 0 })
            return new($"{who} does not see it as solved after all and has been waiting for an answer since {since}.", $"{who} sieht es doch noch nicht als gelöst und wartet seit {since} auf eine Antwort.");
        return line.Nudge.Rung == 0
            ? new($"{who} has been waiting for an answer since {since}.", $"{who} wartet seit {since} auf eine Antwort.")
            : new($"{who} is still waiting for a first answer, since {since}.", $"{who} wartet noch immer auf eine erste Antwort, seit {since}.");
    }

    private static Text Chased(NudgeLine line, Strong who) => line.Complaint?.Chasers is { } times and > 2
        ? new($"{who} has had to ask again {AnnouncementTexts.Times(times)} now. A call today would do good.", $"{who} musste schon {AnnouncementTexts.Times(times)} nachfragen. Ein Anruf heute täte gut.")
        : new($"{who} has had to ask a second time. A call today would do good.", $"{who} musste ein zweites Mal nachfragen. Ein Anruf heute täte gut.");

    private static Text Waiting(NudgeLine line, Strong who, Telling telling)
    {
        var since = Saying.Date((line.Complaint?.WaitingSince ?? line.Nudge.DueAt).InZone(telling.Zone).Date, telling);
        return new($"{who} was going to come back to us, as of {since}. Shall we ask whether anything is missing?", $"{who} wollte sich noch melden, Stand {since}. Kurz nachfragen, ob etwas fehlt?");
    }

    private static Text Quiet(NudgeLine line, Strong who, Telling telling)
    {
        var days = line.LastTalkOn is { } last ? Period.DaysBetween(last, telling.Today) : 0;
        Text silence = line.LastTalkOn is null
            ? new($"{who}: no talk is noted yet.", $"{who}: Noch ist kein Gespräch notiert.")
            : new($"{who}: no talk for {days} days.", $"{who}: seit {days} Tagen kein Gespräch.");
        if (line.Nudge.Rung == 0) return new($"{silence} A good moment for a few words?", $"{silence} Ein guter Moment für ein paar Worte?");
        return line.Owner is { } owner && owner.Id != line.Addressee?.Id
            ? new($"{silence} Could you get in touch if {owner.Name} is busy?", $"{silence} ‹Magst du|Mögen Sie› anrufen, falls {owner.Name} gerade viel zu tun hat?")
            : new($"{silence} Could you get in touch?", $"{silence} ‹Magst du|Mögen Sie› anrufen?");
    }

    /// <summary>One sentence for all: whose, when, and the age where the year is known; then what was decided.</summary>
    private static Text Birthday(NudgeLine line, Strong who, Telling telling)
    {
        var day = line.OccasionOn ?? telling.Today;
        var on = Saying.On(day, telling);
        var sentence = (line.Contact?.BirthYear is { } born ? day.Year - born : null as int?) switch
        {
            null => new Text($"{who} has a birthday {on}.", $"{who} hat {on} Geburtstag."),
            { } age when age % 10 == 0 => new Text($"{who} has a big birthday {on} and turns {age}.", $"{who} hat {on} einen runden Geburtstag und wird {age}."),
            { } age => new Text($"{who} has a birthday {on} and turns {age}.", $"{who} hat {on} Geburtstag und wird {age}."),
        };
        return IsDecidedToRing(line, day) ? new($"{sentence} You were going to ring.", $"{sentence} ‹Du wolltest|Sie wollten› anrufen.") : sentence;
    }

    public static bool IsDecidedToRing(NudgeLine line, LocalDate day) => line.EarlierChoices.Any(choice => choice.Year == day.Year && choice.Decision == OccasionDecision.Ring);

    private static Text Anniversary(NudgeLine line, Strong who, Telling telling)
    {
        var day = line.OccasionOn ?? telling.Today;
        var years = day.Year - (line.Account.Since?.Year ?? day.Year);
        var on = Saying.On(day, telling);
        var together = years == 1 ? new Text($"a year", $"ein Jahr") : new Text($"{years} years", $"{years} Jahre");
        return OccasionPolicy.IsRound(years)
            ? new($"{who}: {together} of working together {on}. That is worth a personal word.", $"{who}: {on} {together} Zusammenarbeit. Das ist ein persönliches Wort wert.")
            : new($"{who}: {together} of working together {on}.", $"{who}: {on} {together} Zusammenarbeit.");
    }

    /// <summary>Who could help, rung by rung, without a word of blame.</summary>
    private static Text? Help(NudgeLine line) => (line.Nudge.Rung, line.Owner) switch
    {
        (0, _) when line.Addressee is null => TakeOn,
        (0, _) => null,
        (Ladder.DeputyRung, null) => TakeOn,
        (Ladder.DeputyRung, { } owner) when line.Addressee is null || line.Addressee.Id == owner.Id => new($"Could someone lend {owner.Name} a hand?", $"Kann jemand {owner.Name} unter die Arme greifen?"),
        (Ladder.DeputyRung, { } owner) => new($"Could you or someone else here lend {owner.Name} a hand?", $"‹Kannst du|Können Sie› oder kann sonst jemand {owner.Name} unter die Arme greifen?"),
        (Ladder.ManagerRung, _) => new($"The team knows. Perhaps it helps if you have a look as well.", $"Das Team weiß Bescheid. Vielleicht hilft es, wenn auch ‹du einmal draufschaust|Sie einmal draufschauen›."),
        _ => new($"Perhaps it helps now if someone who was not involved yet talks to them.", $"Vielleicht hilft jetzt ein Gespräch mit einer Person, die bisher nicht beteiligt war."),
    };

    private static readonly Text TakeOn = new($"Who could take this on?", $"Wer kann sich darum kümmern?");
}

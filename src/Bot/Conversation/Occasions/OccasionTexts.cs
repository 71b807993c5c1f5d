using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Occasions;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>The words of occasions.</summary>
internal static class OccasionTexts
{
    private const int LongestWords = 120;
    public static readonly Text Next = new($"Coming up", $"Demnächst");
    public static readonly Text Contact = new($"Whose birthday", $"Wessen Geburtstag");
    public static readonly Text Day = new($"Day", $"Tag");
    public static readonly Text DayHint = new($"With or without the year", $"Mit oder ohne Jahr");
    public static readonly Text Account = new($"Account", $"Kunde");
    public static readonly Text Since = new($"Working together since", $"Zusammenarbeit seit");
    public static readonly Text BirthdayDoes = new($"notes a birthday", $"merkt sich einen Geburtstag");
    public static readonly Text BirthdayTitle = new($"Remember a birthday", $"Geburtstag merken");
    public static readonly Text BirthdayExample = new($"birthday Sabine Klein 12 March", $"geburtstag Sabine Klein 12.3.");
    public static readonly Text SinceDoes = new($"notes since when you have been working together", $"merkt, seit wann die Zusammenarbeit läuft");
    public static readonly Text SinceTitle = new($"Working together since", $"Zusammenarbeit seit");
    public static readonly Text SinceExample = new($"since Weber GmbH 1 March 2019", $"seit Weber GmbH 1.3.2019");

    public static readonly Text MilestoneDoes = new($"notes what you have achieved with a client", $"merkt, was mit einem Kunden gelungen ist");
    public static readonly Text MilestoneTitle = new($"Note a milestone", $"Meilenstein notieren");
    public static readonly Text MilestoneExample = new($"milestone Weber GmbH: web shop launched on Friday", $"meilenstein Weber GmbH: Webshop gestartet am Freitag");
    public static readonly Text ForBoss = new($"Does it look good to their boss?", $"Macht es in ihrer Chefetage Eindruck?");
    public static readonly Text ForBossYes = new($"yes, worth passing on", $"ja, zum Weitergeben");
    public static readonly Text WillPassOn = new($"Good for their boss: I’ll suggest handing it to them.", $"Gut für die Chefetage: Ich schlage vor, es ihnen zum Weitergeben zu schicken.");
    public static readonly Text AdviceDoes = new($"notes advice you gave against your own interest", $"merkt sich einen Rat, der nicht im eigenen Interesse war");
    public static readonly Text AdviceTitle = new($"Honest advice", $"Ehrlicher Rat");
    public static readonly Text AdviceExample = new($"honest advice Weber GmbH: the smaller package is enough for them", $"ehrlicher rat Weber GmbH: das kleinere Paket genügt ihnen");
    public static readonly Text AdviceLabel = new($"What did you advise?", $"Wozu ‹hast du|haben Sie› geraten?");
    public static readonly Text AdviceHint = new($"Leave out names of people: it stays for good.", $"Bitte ohne Namen von Personen: Das bleibt dauerhaft stehen.");
    public static readonly Text AdviceStays = new($"It stays in the brief, so that whoever looks after them next knows.", $"Das bleibt im Kurzprofil stehen, damit alle davon wissen, die den Kunden später betreuen.");
    public static readonly Text AdviceNoun = new($"honest advice", $"ehrlicher Rat");
    public static readonly Text AdviceBrief = new($"Honest advice", $"Ehrlicher Rat");
    public static readonly Text Achieved = new($"What have you achieved?", $"Was ist gelungen?");
    public static readonly Text AchievedOn = new($"When?", $"Wann?");
    public static readonly Text AchievedOnHint = new($"Left empty it was today.", $"Ohne Angabe: heute");
    public static readonly Text NotAchievedYet = new($"That day is still ahead. Tell me once it’s done.", $"Dieser Tag kommt erst noch. ‹Sag|Sagen Sie› mir Bescheid, wenn es geschafft ist.");
    public static readonly Text OccasionDoes = new($"notes a day worth a word, once or every year", $"merkt sich einen besonderen Tag, einmalig oder jährlich");
    public static readonly Text OccasionTitle = new($"Note an occasion", $"Anlass merken");
    public static readonly Text OccasionExample = new($"occasion Sabine Klein wedding anniversary on 14 May", $"anlass Sabine Klein Hochzeitstag am 14.5.");
    public static readonly Text OccasionDayHint = new($"With a year to come it is once.", $"Mit einem Jahr in der Zukunft: einmalig");
    public static readonly Text What = new($"What is it?", $"Was für ein Anlass?");
    public static readonly Text Whose = new($"Whose, if it’s personal", $"Von wem, falls persönlich");
    public static readonly Text Often = new($"How often", $"Wie oft");
    public static readonly Text OftenHint = new($"Left empty it is every year.", $"Ohne Angabe: jedes Jahr");
    public static readonly Text Yearly = new($"every year", $"jedes Jahr");
    public static readonly Text Once = new($"once", $"einmalig");
    public static readonly Text Audience = new($"Who hears of it", $"Wer davon erfährt");
    public static readonly Text AudienceHint = new($"Holds for everything I remember about this person.", $"Gilt für alle Anlässe dieser Person.");
    public static readonly Text EveryoneInChannel = new($"everyone in the channel", $"alle im Kanal");
    public static readonly Text OnlyOwner = new($"only whoever looks after the client", $"nur wer den Kunden betreut");
    public static readonly Text WhoseOccasions = new($"Whose occasions", $"Wessen Anlässe");
    public static readonly Text AudienceDoes = new($"says who hears of someone’s birthday and occasions", $"legt fest, wer von Geburtstag und Anlässen erfährt");
    public static readonly Text AudienceTitle = new($"Who hears of it", $"Wer davon erfährt");
    public static readonly Text AudienceExample = new($"occasions Sabine Klein in the channel", $"anlässe Sabine Klein im Kanal");

    public static readonly Text LeapDay = new(
        $"In years without a 29 February I’ll use the 28th.",
        $"In Jahren ohne 29. Februar nehme ich den 28.");

    public static readonly Text AlreadyDecided = new($"That’s already noted.", $"Das ist schon notiert.");

    public static readonly Text AskFirst = new(
        $"We know nothing they like yet. Ask first?",
        $"Was Freude macht, wissen wir noch nicht. Erst einmal fragen?");

    public static readonly Text SendAnyway = new($"Send anyway", $"Trotzdem erinnern");

    /// <summary>Why an occasion is mentioned although a complaint is open; stands in the digest.</summary>
    public static readonly Text RingAnyway = new($"a call on the occasion despite the open complaint", $"Anruf zum Anlass trotz der offenen Beschwerde");

    /// <summary>Why a birthday is mentioned although a complaint is open; stands in the digest.</summary>
    public static readonly Text CallAnyway = new($"a birthday call despite the open complaint", $"Geburtstagsanruf trotz der offenen Beschwerde");

    public static Text ForTheirBoss(Text what) => new($"{what} looks good to their boss", $"{what} macht in ihrer Chefetage Eindruck");

    public static Text Advice(RichText who, Text day) => new($"{who}: honest advice, {day}", $"{who}: ehrlicher Rat, {day}");

    public static Text Advised(Text what, Text day) => new($"{what} ({day})", $"{what} ({day})");

    public static Text Birthday(string who, string day) => new($"{who}: birthday on {day}", $"{who}: Geburtstag am {day}");

    public static Text InsteadOf(string day) => new($"Instead of {day}, as it was noted before.", $"Statt {day}, wie es bisher notiert war.");

    /// <summary>What was achieved, when.</summary>
    public static Text Milestone(RichText who, Text day) => new($"{who}: milestone, {day}", $"{who}: Meilenstein, {day}");

    /// <summary>When a milestone comes back.</summary>
    public static Text ComesBack(Text on) => new($"I’ll bring it up again {on}.", $"Ich erinnere {on} noch einmal daran.");

    public static Text NotedBy(string member) => new($"Noted by {member}", $"Notiert von {member}");

    /// <summary>An occasion with its day.</summary>
    public static Text Occasion(RichText who, string day, bool isOnce) => isOnce
        ? new($"{who}: occasion on {day}", $"{who}: Anlass am {day}")
        : new($"{who}: occasion every year on {day}", $"{who}: Anlass jedes Jahr am {day}");

    /// <summary>The day of an occasion, and that it comes every year.</summary>
    public static Text When(DayOfYear day, bool isOnce)
    {
        var (english, german) = (DateReader.Write(day, Language.English), DateReader.Write(day, Language.German));
        return isOnce ? new($"on {english}", $"am {german}") : new($"every year on {english}", $"jedes Jahr am {german}");
    }

    /// <summary>Who hears of somebody's occasions from now on.</summary>
    public static Text Heard(string who, bool inChannel) => inChannel
        ? new($"{who}: from now on I’ll speak of birthday and occasions in the channel.", $"{who}: Geburtstag und Anlässe erwähne ich ab jetzt im Kanal.")
        : new($"{who}: from now on only whoever looks after the client hears of birthday and occasions.", $"{who}: Von Geburtstag und Anlässen erfährt ab jetzt nur, wer den Kunden betreut.");

    /// <summary>Who is reminded, when and where.</summary>
    public static Text Ahead(string? owner, bool isOwn, int days, bool inChannel)
    {
        if (inChannel)
        {
            return days == 0
                ? new($"I’ll bring it up in the channel on the day.", $"Ich erinnere am Tag selbst im Kanal daran.")
                : new($"I’ll bring it up in the channel {days} working days ahead and on the day.", $"Ich erinnere {days} Arbeitstage vorher und am Tag selbst im Kanal daran.");
        }

        var remind = isOwn ? new Text($"I’ll remind you", $"Ich erinnere ‹dich|Sie›")
            : owner is null ? new Text($"I’ll send a reminder", $"Ich erinnere")
            : new Text($"I’ll remind {owner}", $"Ich erinnere {owner}");
        return days == 0
            ? new($"{remind} on the day, by direct message.", $"{remind} am Tag selbst daran, nur per Direktnachricht.")
            : new($"{remind} {days} working days ahead and on the day, by direct message.", $"{remind} {days} Arbeitstage vorher und am Tag selbst daran, nur per Direktnachricht.");
    }

    public static Text Together(string account, string day) => new($"{account}: working together since {day}", $"{account}: Zusammenarbeit seit {day}");

    public static Text NextAnniversary(int years, Text on) => years == 1
        ? new($"The first anniversary is {on}.", $"Der erste Jahrestag ist {on}.")
        : new($"{years} years {on}.", $"{years} Jahre sind es {on}.");

    /// <summary>The answer to a choice.</summary>
    /// <param name="decision">What was chosen.</param>
    /// <param name="who">Whose day it is.</param>
    /// <param name="isAhead">The day is still to come.</param>
    /// <param name="whyHeld">Why the gate is shut, see <see cref="IPracticeView.WhyGateIsShut"/>; null while it is open.</param>
    /// <param name="isOnce">It does not come every year.</param>
    public static Text Chosen(OccasionDecision decision, string who, bool isAhead, Text? whyHeld, bool isOnce) => decision switch
    {
        OccasionDecision.CardSent when isOnce => new($"Lovely, a card for {who}.", $"Schön, eine Karte für {who}."),
        OccasionDecision.SkipThisYear when isOnce => new($"All right, I’ll leave it at that.", $"In Ordnung, ich erinnere nicht noch einmal daran."),
        OccasionDecision.CardSent => new($"Lovely, a card for {who}. That’s it for this year.", $"Schön, eine Karte für {who}. Für dieses Jahr ist das alles."),
        OccasionDecision.Ring when isAhead && whyHeld is { } why => new($"Good. I’ll hold back the reminder on the day{why}; you’ll find it in “Today”.", $"Gut. Die Erinnerung am Tag selbst halte ich zurück{why}; sie steht dann unter „Heute“."),
        OccasionDecision.Ring when isAhead => new($"Good. I’ll remind you about {who} on the day.", $"Gut. Am Tag selbst erinnere ich ‹dich|Sie› noch einmal an {who}."),
        OccasionDecision.Ring => new($"Good. {who} will be pleased.", $"Gut. {who} wird sich freuen."),
        OccasionDecision.SkipThisYear => new($"All right, not this year. I’ll ask about {who} again next year.", $"In Ordnung, dieses Jahr nicht. Nächstes Jahr frage ich bei {who} wieder nach."),
        OccasionDecision.Never => new($"All right, I won’t bring it up again for {who}.", $"In Ordnung, bei {who} erinnere ich nicht mehr daran."),
        _ => new($"Lovely, noted for {who}.", $"Schön, bei {who} ist es notiert."),
    };

    public static Text NextUp(NextOccasion next, string? whose, RenderContext context)
    {
        var on = Wording.On(next.On, context);
        if (next.Text.Length > 0)
        {
            if (next.IsYearLater) return new($"{on} a year since {Wording.Excerpt(next.Text)}", $"{on} ein Jahr her: {Wording.Excerpt(next.Text)}");
            var what = Text.Verbatim(Shortening.Of(next.Text, LongestWords));
            return whose is null ? new($"{what}, {on}", $"{what}, {on}") : new($"{whose}: {what}, {on}", $"{whose}: {what}, {on}");
        }

        if (next.Contact is null) return next.Years == 1 ? new($"one year of working together {on}", $"{on} ein Jahr Zusammenarbeit") : new($"{next.Years} years of working together {on}", $"{on} {next.Years} Jahre Zusammenarbeit");
        var who = whose is null ? Text.Verbatim("") : new($"{whose}: ", $"{whose}: ");
        return next.Years is { } age ? new($"{who}birthday {on}, turning {age}", $"{who}Geburtstag {on}, der {age}.") : new($"{who}birthday {on}", $"{who}Geburtstag {on}");
    }
}

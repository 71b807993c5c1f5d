using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Occasions;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>The words of birthdays and anniversaries.</summary>
internal static class OccasionTexts
{
    public static readonly Text Next = new($"Coming up", $"Demnächst");
    public static readonly Text Contact = new($"Whose birthday", $"Wessen Geburtstag");
    public static readonly Text Day = new($"Day", $"Tag");
    public static readonly Text DayHint = new($"With or without the year", $"Mit oder ohne Jahr");
    public static readonly Text Account = new($"Account", $"Kunde");
    public static readonly Text Since = new($"Working together since", $"Zusammenarbeit seit");
    public static readonly Text BirthdayDoes = new($"notes a birthday", $"merkt einen Geburtstag");
    public static readonly Text BirthdayTitle = new($"Remember a birthday", $"Geburtstag merken");
    public static readonly Text BirthdayExample = new($"birthday Sabine Klein 12 March", $"geburtstag Sabine Klein 12.3.");
    public static readonly Text SinceDoes = new($"notes since when you have been working together", $"merkt, seit wann die Zusammenarbeit läuft");
    public static readonly Text SinceTitle = new($"Working together since", $"Zusammenarbeit seit");
    public static readonly Text SinceExample = new($"since Weber GmbH 1 March 2019", $"seit Weber GmbH 1.3.2019");

    public static readonly Text LeapDay = new(
        $"In years without a 29 February I’ll use the 28th.",
        $"In Jahren ohne 29. Februar nehme ich den 28.");

    public static readonly Text AlreadyDecided = new($"That’s already noted.", $"Das ist schon notiert.");

    public static readonly Text SendAnyway = new($"Send anyway", $"Trotzdem erinnern");

    /// <summary>Why a birthday is mentioned although a complaint is open; stands in the digest.</summary>
    public static readonly Text CallAnyway = new($"a birthday call despite the open complaint", $"Geburtstagsanruf trotz der offenen Beschwerde");

    public static Text Birthday(string who, string day) => new($"{who}: birthday on {day}", $"{who}: Geburtstag am {day}");

    public static Text InsteadOf(string day) => new($"Instead of {day}, as it was noted before.", $"Statt {day}, wie es bisher notiert war.");

    public static Text Ahead(string? owner, bool isOwn, int days)
    {
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
    public static Text Chosen(OccasionDecision decision, string who, bool isAhead, Text? whyHeld) => decision switch
    {
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
        if (next.Contact is null) return next.Years == 1 ? new($"one year of working together {on}", $"{on} ein Jahr Zusammenarbeit") : new($"{next.Years} years of working together {on}", $"{on} {next.Years} Jahre Zusammenarbeit");
        var who = whose is null ? Text.Verbatim("") : new($"{whose}: ", $"{whose}: ");
        return next.Years is { } age ? new($"{who}birthday {on}, turning {age}", $"{who}Geburtstag {on}, der {age}.") : new($"{who}birthday {on}", $"{who}Geburtstag {on}");
    }
}

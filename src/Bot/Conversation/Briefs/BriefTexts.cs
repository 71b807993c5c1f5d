using AccountNudge.Core.Briefs;
using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Briefs;

/// <summary>The words of a brief.</summary>
internal static class BriefTexts
{
    public static readonly Text Name = new($"Who is it about?", $"Um wen geht es?");
    public static readonly Text NameHint = new($"A company, a person or a phone number", $"Ein Kunde, eine Ansprechperson oder eine Telefonnummer");
    public static readonly Phrase NameWord = new("NAME", "NAME");
    public static readonly Text Does = new($"gathers everything for one call, for your eyes only", $"sammelt alles für ein Gespräch, nur ‹du siehst|Sie sehen› es");
    public static readonly Text Title = new($"Open a brief", $"Kurzprofil ansehen");
    public static readonly Text Example = new($"brief Sabine Klein", $"kurzprofil Sabine Klein");
    public static readonly Text Role = new($"Role", $"Rolle");
    public static readonly Text Phone = new($"Phone", $"Telefon");
    public static readonly Text Email = new($"Email", $"Mail");
    public static readonly Text Together = new($"Working together since", $"Zusammenarbeit seit");
    public static readonly Text Owner = new($"Looked after by", $"Betreuung");
    public static readonly Text Channel = new($"Mostly by", $"Meist per");
    public static readonly Text People = new($"People there", $"Ansprechpersonen");
    public static readonly Text Latest = new($"Lately", $"Zuletzt");
    public static readonly Text NothingYet = new($"Nothing noted yet.", $"Noch ist nichts notiert.");
    public static readonly Text ForTheTalk = new($"For this talk", $"Fürs Gespräch");
    public static readonly Text Held = new($"Held back", $"Zurückgehalten");
    public static readonly Text WorthAsking = new($"Worth asking", $"Was noch fehlt");

    public static Text Years(Text since, int years) => years switch
    {
        <= 0 => since,
        1 => new($"{since}, one year", $"{since}, ein Jahr"),
        _ => new($"{since}, {years} years", $"{since}, {years} Jahre"),
    };

    public static Text Cared(string owner, string? deputy) => deputy is null
        ? Text.Verbatim(owner)
        : new($"{owner}, deputy {deputy}", $"{owner}, Vertretung {deputy}");

    public static Text By(InteractionKind kind) => kind switch
    {
        InteractionKind.Visit => new($"visit", $"Besuch"),
        InteractionKind.Call => new($"phone", $"Telefon"),
        InteractionKind.Video => new($"video", $"Video"),
        InteractionKind.Mail => new($"email", $"Mail"),
        _ => new($"chat", $"Chat"),
    };

    public static Text Said(Text day, Text what, string? by, Text words)
    {
        var who = by is null ? Text.Verbatim("") : new($" ({by})", $" ({by})");
        return new($"{day} · {what}{who}{words}", $"{day} · {what}{who}{words}");
    }

    /// <summary>What we do not know, as a question a colleague might ask; practices ask what they do not know.</summary>
    public static Text Question(Gap gap, string contact, string account) => gap switch
    {
        Gap.Owner => new($"Who looks after {account}?", $"Wer betreut {account}?"),
        Gap.Contact => new($"Who is the person to ask for at {account}?", $"Nach wem fragt man bei {account} am besten?"),
        Gap.Role => new($"What does {contact} do there?", $"Was macht {contact} dort?"),
        Gap.Birthday => new($"Do you know when {contact}’s birthday is?", $"‹Weißt du|Wissen Sie›, wann {contact} Geburtstag hat?"),
        Gap.Since => new($"How long have you been working together?", $"Wie lange läuft die Zusammenarbeit schon?"),
        _ => new($"What number can {contact} be reached on?", $"Unter welcher Nummer ist {contact} zu erreichen?"),
    };
}

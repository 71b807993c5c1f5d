using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>
/// What a sentence of own words hints at beside the <see cref="LogSayings"/>: nouns beside the client's name (<c>§</c>), and how it felt. They
/// are only proposed, and recorded when somebody says so.
/// </summary>
internal static class LogHints
{
    private const string Calls = "call|phone call|telephone call|ring|anruf|telefonat|telefongespräch|rückruf";
    private const string Mails = "mail|mails|email|emails|e-mail|e-mails|letter|brief|post";
    private const string Chats = "message|text|text message|chat|sms|whatsapp|nachricht";
    private const string Visits = "visit|meeting|lunch|dinner|coffee|breakfast|besuch|treffen|mittagessen|kaffee";
    private const string Videos = "video call|video|zoom|zoom call|teams call|videogespräch|videoanruf|videokonferenz";

    private static readonly Phrase StillToCome = new(
        "back|tomorrow|next|please|later|soon|asap|needed|due|planned|scheduled|booked|cancelled|canceled|postponed|moved|missed|failed",
        "zurück|morgen|übermorgen|nächste|nächsten|nächster|nächstes|bitte|später|bald|geplant|vereinbart|nötig|fällig|ausgemacht|verschoben|abgesagt|verpasst|fiel aus|ausgefallen");

    private static readonly string[] From = ["from §", "by §", "von §", "vom §"];
    private static readonly string[] To = ["to §", "an §"];
    private static readonly string[] With = ["with §", "mit §", "bei §", "at §"];

    public static IReadOnlyList<Saying> All { get; } =
    [
        .. Nouns(InteractionKind.Call, Calls),
        .. Nouns(InteractionKind.Mail, Mails),
        .. Nouns(InteractionKind.Chat, Chats),
        .. Nouns(InteractionKind.Visit, Visits),
        .. Nouns(InteractionKind.Video, Videos),
        Of(InteractionKind.Call, null, "on the phone * with §|on the phone * to §|off the phone * with §|am telefon * mit §|mit § * am telefon|§ * am telefon|with § * on the phone|to § * on the phone|spoke to § * by phone|mit § * telefonisch"),
        Of(InteractionKind.Call, Direction.We, "rang §|called §|phoned §|ring at §|bei § * angerufen|with § * telephoned|mit § * telefoniert"),
        Of(InteractionKind.Call, Direction.They, "heard from § * by phone|§ * am apparat|called * by §|rung * by §|angerufen * von §|von § * angerufen"),
        Of(InteractionKind.Mail, Direction.We, "wrote * to §|emailed §|e-mailed §|mailed §|written * to §|an § * geschrieben|an § * gemailt|§ * eine mail geschickt|§ * eine mail geschrieben|mail * raus an §"),
        Of(InteractionKind.Mail, Direction.They, "heard from § * by mail|heard from § * by email|von § * gemailt|von § * eine mail bekommen|von § * eine mail"),
        Of(InteractionKind.Visit, null, "met §|met * with §|met up with §|war * bei §|waren * bei §|was * at §|were * at §|been * at §|been * to §|back from §|zurück von §|back from visiting §|sat down with §|mit § * getroffen|mit § * essen|mit § * zusammengesessen|§ * getroffen|bei § * vor ort|bei § * gewesen|bei § * vorbeigeschaut|bei § * vorbeigefahren"),
        Of(InteractionKind.Visit, Direction.We, "visited §|went to see §|dropped by §|dropped in on §|stopped by §|bei § * zu besuch"),
        Of(InteractionKind.Visit, Direction.They, "§ * zu besuch|§ * im haus"),
        Of(InteractionKind.Note, null, "spoke * to §|spoke * with §|spoken * to §|spoken * with §|talked * to §|talked * with §|mit § * gesprochen|mit § * geredet|gesprochen * mit §|sprach * mit §|sprachen * mit §"),
        Of(InteractionKind.Chat, Direction.We, "texted §|messaged §|an § * eine nachricht"),
        Feeling(Mood.Tense, "angry|furious|annoyed|upset|irritated|unhappy|livid|frustrated|fuming|cross|disappointed|dissatisfied|displeased|mad|irate|outraged|tense|grumpy|not happy|not amused|not pleased|not satisfied|not impressed|less than happy"),
        Feeling(Mood.Tense, "sauer|stinksauer|verärgert|genervt|wütend|aufgebracht|empört|gereizt|angefressen|unzufrieden|enttäuscht|angespannt|ungehalten|verstimmt|frustriert|stinkig|zornig|verschnupft|nicht zufrieden|nicht glücklich|nicht begeistert|nicht amüsiert|nicht erfreut|gar nicht zufrieden"),
        Feeling(Mood.Good, "happy|delighted|thrilled|pleased|satisfied|grateful|excited|impressed|enthusiastic|overjoyed|glad|cheerful|over the moon|in a good mood|loves it|loved it"),
        Feeling(Mood.Good, "begeistert|glücklich|zufrieden|erfreut|dankbar|beeindruckt|überglücklich|hocherfreut|hochzufrieden|entzückt|angetan|gut gelaunt|guter laune|guter dinge|freut sich|freuen sich|freute sich"),
        Feeling(Mood.SoSo, "so-so|soso|lukewarm|sceptical|skeptical|lukewarm about|mixed feelings|hesitant"),
        Feeling(Mood.SoSo, "so lala|solala|skeptisch|durchwachsen|verhalten|zögerlich|unentschlossen"),
    ];

    private static IEnumerable<Saying> Nouns(InteractionKind kind, string nouns) =>
    [
        Of(kind, Direction.They, Beside(nouns, From)) with { Unless = StillToCome },
        Of(kind, Direction.We, Beside(nouns, To)) with { Unless = StillToCome },
        Of(kind, null, Beside(nouns, With)) with { Unless = StillToCome },
        Of(kind, null, string.Join('|', nouns.Split('|').Select(noun => $"§ * {noun}"))) with { EndsClause = true, Unless = StillToCome },
    ];

    private static string Beside(string nouns, string[] sides) => string.Join('|', nouns.Split('|').SelectMany(noun => sides.Select(side => $"{noun} * {side}")));

    private static Saying Of(InteractionKind kind, Direction? direction, string words)
    {
        var says = new Dictionary<string, string> { [LogSlots.Kind.Name] = kind.ToString() };
        if (direction is { } who) says[LogSlots.Direction.Name] = who.ToString();
        return new Saying(new(words, ""), says);
    }

    private static Saying Feeling(Mood mood, string words) => new(new(words, ""), new Dictionary<string, string> { [LogSlots.Mood.Name] = mood.ToString() });
}

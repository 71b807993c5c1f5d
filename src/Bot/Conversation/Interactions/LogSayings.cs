using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>
/// The words of a sentence that say how one talked, and who began it where the sentence has a subject: behind a client's name a verb
/// without one is the client's. Only what can hardly mean anything else; everything else is asked about on the card of the note.
/// </summary>
internal static class LogSayings
{
    private const string TalkedToNobody =
        "no answer|no reply|nobody|no one|no-one|voicemail|unanswered|reach|reached|unreachable|niemand|niemanden|niemandem|keiner|mailbox|anrufbeantworter|vergeblich|vergebens|erreicht|erreichbar|besetzt";

    private const string OtherwiseWritten = "whatsapp|sms|chat|teams|slack|signal|threema|telegram|linkedin|contract|vertrag";

    private static readonly string[] They = ["", "they *", "she *", "he *", "sie", "er"];
    private static readonly string[] We = ["we *", "i *", "wir", "ich"];
    private static readonly string[] TheyHave = ["has *", "she has *", "he has *", "they have *", "they've *", "she's *", "he's *", "hat *", "sie hat *", "er hat *", "sie haben *"];
    private static readonly string[] WeHave = ["we have *", "i have *", "we've *", "i've *", "habe *", "ich habe *", "wir haben *", "habe ich *", "haben wir *"];
    private static readonly string[] SomeoneHas = ["", "have *", "haben *"];

    private static readonly Phrase CalledSomethingElse = new("off|for|it|this|that|out|into|in|upon|on|attention|themselves|himself|herself", "");

    public static IReadOnlyList<Saying> All { get; } =
    [
        .. Told(InteractionKind.Call, "called|rang|phoned|telephoned|gave us a call|gave us a ring|rief * an|riefen * an|rief * zurück|riefen * zurück", CalledSomethingElse),
        .. Done(InteractionKind.Call, "called|rung|phoned|telephoned|angerufen|zurückgerufen|telefoniert", CalledSomethingElse),
        Of(InteractionKind.Call, Direction.We, "called them|called him|called her|rang them|rang him|rang her|phoned them|phoned him|phoned her"),
        Of(InteractionKind.Call, null, "rief sie * an|rief ihn * an|riefen sie * an|riefen ihn * an|telefonisch"),

        .. Told(InteractionKind.Mail, "emailed|e-mailed|mailed|sent an email|sent an e-mail|sent a mail|sent us an email|sent us a mail|mailte|mailten|schickte * eine mail|schickten * eine mail"),
        .. Done(InteractionKind.Mail, "emailed|e-mailed|mailed|gemailt|gemailed|eine mail geschickt|eine e-mail geschickt|per mail geschickt"),
        .. Told(InteractionKind.Mail, "wrote|schrieb|schrieben").Select(AsLetter),
        .. Done(InteractionKind.Mail, "written|geschrieben").Select(AsLetter),

        .. Told(InteractionKind.Chat, "texted|messaged|whatsapped"),
        .. Done(InteractionKind.Chat, "texted|messaged|gechattet|gesimst|gewhatsappt"),

        .. Told(InteractionKind.Visit, "visited|came by|came round|came over|dropped by|dropped in|stopped by|popped in|besuchte|besuchten|kam * vorbei|kamen * vorbei").Select(AsClause),
        .. Done(InteractionKind.Visit, "visited|besucht|vorbeigekommen").Select(AsClause),
        Together(InteractionKind.Visit, "was here|were here|war * da|waren * da|war * hier|waren * hier|war * vor ort|waren * vor ort|war * bei uns|waren * bei uns|war * im büro|waren * im büro"),
        Together(InteractionKind.Visit, "met|they * met|we * met|i * met|met them|met him|met her|met with us|met with them|met with him|met with her|have met|we have met|we've met|had lunch|had coffee|had dinner|traf uns|traf mich|traf sich|trafen uns|trafen sich|wir trafen uns|getroffen"),
        Together(InteractionKind.Visit, "haben uns * getroffen|haben sich * getroffen|wir haben uns * getroffen|habe mich * getroffen|hat sich * getroffen|uns * getroffen"),
        Together(InteractionKind.Video, "zoomed|skyped|facetimed|gezoomt|geskypt|haben * gezoomt|haben * geskypt|wir haben * gezoomt|we * zoomed|we * skyped"),
    ];

    /// <summary>A verb in the past: <c>rang</c>, <c>they rang</c>, <c>we rang</c>.</summary>
    private static IEnumerable<Saying> Told(InteractionKind kind, string verbs, Phrase? notBefore = null) =>
        [Of(kind, Direction.They, With(They, verbs), notBefore), Of(kind, Direction.We, With(We, verbs), notBefore)];

    /// <summary>A participle: <c>hat angerufen</c>, <c>we have called</c>; alone it does not say who.</summary>
    private static IEnumerable<Saying> Done(InteractionKind kind, string participles, Phrase? notBefore = null) =>
        [Of(kind, Direction.They, With(TheyHave, participles), notBefore), Of(kind, Direction.We, With(WeHave, participles), notBefore), Of(kind, null, With(SomeoneHas, participles), notBefore)];

    private static Saying Together(InteractionKind kind, string words) => AsClause(Of(kind, null, words));

    private static Saying AsClause(Saying saying) => saying with { EndsClause = true };

    /// <summary>What is written need be no letter: a contract, or a few words in a chat.</summary>
    private static Saying AsLetter(Saying saying) => AsClause(saying) with { Unless = new($"{TalkedToNobody}|{OtherwiseWritten}", "") };

    private static Saying Of(InteractionKind kind, Direction? direction, string words, Phrase? notBefore = null)
    {
        var says = new Dictionary<string, string> { [LogSlots.Kind.Name] = kind.ToString() };
        if (direction is { } who) says[LogSlots.Direction.Name] = who.ToString();
        return new Saying(new(words, ""), says) { NotBefore = notBefore ?? new("", ""), Unless = new(TalkedToNobody, "") };
    }

    private static string With(string[] subjects, string verbs) =>
        string.Join('|', subjects.SelectMany(subject => verbs.Split('|').Select(verb => $"{subject} {verb}".Trim())));
}

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>What people say without wanting anything yet.</summary>
internal enum SmallTalkKind
{
    Greeting,
    Thanks,
    Abilities,
    Goodbye,
    Agreement,
}

/// <summary>Greetings, thanks and the like, in many spellings.</summary>
internal static class SmallTalk
{
    private static readonly (SmallTalkKind Kind, Phrase Words)[] All =
    [
        (SmallTalkKind.Greeting, new(
            "hi|hello|hey|hiya|heya|howdy|yo|morning|good morning|good afternoon|good evening|good day|greetings|hi there|hello there|hey there|how are you|how are you doing|how's it going|what's up|sup|welcome|nice to meet you|are you there|anybody there|test|testing|ping",
            "hallo|hallöchen|halli hallo|hallihallo|moin|moin moin|moinsen|servus|grüezi|grüzi|grüß gott|gruss gott|grüß dich|grüß euch|grias di|guten morgen|guten tag|guten abend|guten mittag|mahlzeit|tag|tach|tagchen|na|huhu|hoi|salü|wie geht's|wie geht es|wie geht es dir|wie geht's dir|wie läuft's|schönen guten morgen|schönen guten tag|freut mich|bist du da|jemand da|hi zusammen")),
        (SmallTalkKind.Thanks, new(
            "thanks|thank you|thank you very much|thank you so much|thanks a lot|many thanks|thanks so much|thx|tx|ty|tysm|cheers|ta|great|great job|good job|well done|nice|awesome|perfect|brilliant|lovely|cool|you're great|good bot",
            "danke|dankeschön|danke schön|danke sehr|vielen dank|vielen lieben dank|lieben dank|herzlichen dank|besten dank|tausend dank|danke dir|danke euch|merci|merci vielmal|super|toll|prima|klasse|spitze|perfekt|genial|wunderbar|gut gemacht|sehr gut|cool danke")),
        (SmallTalkKind.Abilities, new(
            "what can you do|what do you do|what are you|who are you|what is this|what's this|how does this work|how does it work|how do you work|how do i start|where do i start|how do i use you|how can you help|how can you help me|can you help me|can you help|help me|i need help|what now|what can i do here|how do i begin|get started|getting started|start|intro|about|about you",
            "was kannst du|was kannst du alles|was kannst du denn|was können sie|was machst du|was tust du|was bist du|wer bist du|wer sind sie|was ist das|was ist das hier|wie funktioniert das|wie funktionierst du|wie geht das|wie fange ich an|wo fange ich an|wie kannst du mir helfen|kannst du mir helfen|können sie mir helfen|hilf mir|hilf mir mal|ich brauche hilfe|und jetzt|was nun|was kann ich hier machen|los geht's|los|erste schritte|über dich")),
        (SmallTalkKind.Goodbye, new(
            "bye|goodbye|good bye|bye bye|see you|see you later|see ya|cu|good night|have a nice day|have a good one|have a nice weekend",
            "tschüss|tschüß|tschau|ciao|ade|auf wiedersehen|bis später|bis morgen|bis dann|bis bald|mach's gut|gute nacht|schönen tag|schönen tag noch|schönen feierabend|feierabend|schönes wochenende|uf widerluege")),
        (SmallTalkKind.Agreement, new(
            "ok|okay|k|kk|fine|alright|all right|sure|yes|yep|yeah|got it|understood|no|nope|never mind|nevermind|sorry|lol|haha",
            "okay|ok|alles klar|klar|in ordnung|gut|passt|ja|jo|jep|jawohl|verstanden|genau|nein|nö|nee|egal|schon gut|sorry|entschuldigung|tut mir leid|haha")),
    ];

    private static readonly Phrase BesideIt = new(
        "there|all|everyone|everybody|team|folks|guys|you|bot|nudge|accountnudge|account nudge|dear|my friend|again|so much|very much|please|just|for that|for your help|today|to you|mate",
        "zusammen|alle|allerseits|leute|ihr lieben|lieber|liebe|bot|nudge|accountnudge|du|dir|euch|ihnen|bitte|mal|denn|eigentlich|nochmal|wieder|alles|so|hier|für die hilfe|dafür|sehr|ganz|an alle");

    /// <summary>What is said when nothing but that is said; null for everything else. The last words count: <c>ok, thanks</c> are thanks.</summary>
    public static SmallTalkKind? Of(string text)
    {
        var tokens = Words(text);
        SmallTalkKind? said = null;
        for (var at = 0; at < tokens.Count;)
        {
            var (kind, length) = At(tokens, at);
            var beside = Phrases.LengthAt(BesideIt, tokens, at);
            if (length == 0 && (beside == 0 || said is null)) return null;
            if (length >= beside) said = Weightier(said, kind);
            at += Math.Max(length, beside);
        }

        return said;
    }

    /// <summary>The text without a greeting or a please in front of what is wanted; the text itself where there is none.</summary>
    public static string Without(string text)
    {
        var tokens = Token.Of(text);
        var at = 0;
        while (at < tokens.Count && (tokens[at].IsPunctuation || Passed(tokens, at) > 0)) at += Math.Max(1, Passed(tokens, at));
        return at == 0 || at == tokens.Count ? text : text[tokens[at].Start..];
    }

    private static int Passed(IReadOnlyList<Token> tokens, int at)
    {
        var (kind, length) = At(tokens, at);
        if (kind is not (SmallTalkKind.Greeting or SmallTalkKind.Thanks or SmallTalkKind.Agreement)) length = 0;
        return Math.Max(length, Phrases.LengthAt(Courtesies, tokens, at));
    }

    private static readonly Phrase Courtesies = new("please|dear bot|bot|nudge|accountnudge|fyi|btw|by the way|just so you know|so|ok so", "bitte|zur info|übrigens|also|zusammen|leute|bot|nudge|accountnudge");

    private static (SmallTalkKind? Kind, int Length) At(IReadOnlyList<Token> tokens, int at)
    {
        var (kind, longest) = ((SmallTalkKind?)null, 0);
        foreach (var (candidate, words) in All)
        {
            // A comma parts greetings as well as it parts anything else, and nothing is lost when it does not.
            var length = Phrases.LengthAt(words, tokens, at);
            if (length > longest) (kind, longest) = (candidate, length);
        }

        return (kind, longest);
    }

    private static SmallTalkKind? Weightier(SmallTalkKind? said, SmallTalkKind? then) => said switch
    {
        null or SmallTalkKind.Agreement => then,
        SmallTalkKind.Abilities => said,
        _ => then is SmallTalkKind.Agreement ? said : then,
    };

    /// <summary>Without marks and emoji.</summary>
    private static List<Token> Words(string text) => [.. Token.Of(text).Where(token => token.Word.Any(char.IsLetterOrDigit))];
}

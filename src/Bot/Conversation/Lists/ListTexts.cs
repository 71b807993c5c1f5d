namespace AccountNudge.Bot.Conversation.Lists;

/// <summary>The words of lists, stories and searches.</summary>
internal static class ListTexts
{
    public static readonly Text Previous = new($"Previous", $"Zurück");
    public static readonly Text Next = new($"Next", $"Weiter");

    public static readonly Text AccountsDoes = new($"lists the accounts and how they’re doing", $"zeigt alle Kunden und wie es um sie steht");
    public static readonly Text AccountsTitle = new($"List accounts", $"Kunden auflisten");
    public static readonly Text AccountsExample = new($"accounts mine quiet", $"kunden meine still");
    public static readonly Text Whose = new($"Whose?", $"Wessen?");
    public static readonly Text Mine = new($"mine", $"meine");
    public static readonly Text State = new($"Which?", $"Welche?");
    public static readonly Text Quiet = new($"quiet", $"still");
    public static readonly Text WithOpen = new($"with something open", $"mit etwas Offenem");

    public static readonly Text Lost = new($"no longer with us", $"nicht mehr bei uns");

    public static readonly Text OpenDoes = new($"lists what the team still owes", $"zeigt, was im Team noch offen ist");
    public static readonly Text OpenExample = new($"open", $"offen");
    public static readonly Text WaitingForClient = new($"Waiting for the client", $"Wartet auf den Kunden");

    public static readonly Text TimelineDoes = new($"tells a client’s whole story, newest first", $"erzählt die ganze Geschichte mit einem Kunden");
    public static readonly Text TimelineTitle = new($"Open a timeline", $"Verlauf ansehen");
    public static readonly Text TimelineExample = new($"timeline Weber GmbH", $"verlauf Weber GmbH");
    public static readonly Text Timeline = new($"Timeline", $"Verlauf");

    public static readonly Text SearchDoes = new($"finds any word ever noted", $"findet jedes Wort, das je notiert wurde");
    public static readonly Text SearchTitle = new($"Search", $"Suchen");
    public static readonly Text SearchExample = new($"search spring fair", $"suche frühjahrsmesse");
    public static readonly Text WordsLabel = new($"Which words?", $"Welche Wörter?");
    public static readonly Text WordsHint = new($"Names, phone numbers, anything that was noted; the beginning of a word is enough", $"Namen, Telefonnummern, alles Notierte; der Anfang eines Wortes genügt");
    public static readonly Text People = new($"Clients and people", $"Kunden und Ansprechpersonen");

    public static Text NoAccounts(string call) => new(
        $"No accounts yet. “{call}account add Weber GmbH” adds the first one.",
        $"Noch gibt es keine Kunden. „{call}kunde neu Weber GmbH“ legt den ersten an.");

    public static Text NoSuchAccounts(string call) => new(
        $"No account matches that at the moment. “{call}accounts” shows them all.",
        $"Das trifft gerade auf keinen Kunden zu. „{call}kunden“ zeigt alle.");

    public static readonly Text NobodyQuiet = new(
        $"None of them counts as quiet at the moment.",
        $"Als still gilt davon gerade kein Kunde.");

    public static Text NoneOfMine(string call) => new(
        $"You don’t look after any accounts yet. “{call}account owner ACCOUNT @name” says who does.",
        $"‹Du betreust|Sie betreuen› noch keine Kunden. „{call}kunde betreuung KUNDE @Name“ legt fest, wer betreut.");

    public static readonly Text NothingOpen = new(
        $"Nothing is open. Every complaint has been settled.",
        $"Es ist nichts offen. Alle Beschwerden sind erledigt.");

    public static Text NoWords(string call) => new(
        $"Which words shall I look for? For example “{call}search spring fair”.",
        $"Wonach soll ich suchen? Zum Beispiel „{call}suche frühjahrsmesse“.");

    public static readonly Text TooManyWords = new(
        $"That’s a lot of words at once. Try two or three that stand out.",
        $"Das sind viele Wörter auf einmal. Am besten zwei oder drei, die auffallen.");

    public static readonly Text TryLess = new(
        $"All the words have to appear. Try fewer, or just the beginning of one.",
        $"Alle Wörter müssen vorkommen. Mit weniger Wörtern oder nur einem Wortanfang findet sich mehr.");

    public static readonly Text NobodyLooksAfter = new($"nobody looks after it yet", $"noch ohne Betreuung");
    public static readonly Text Entered = new($"added here", $"hier angelegt");

    public static Text NothingFound(string words) => new($"I found nothing for “{words}”.", $"Zu „{words}“ habe ich nichts gefunden.");

    public static Text Found(string words) => new($"Found for “{words}”", $"Gefunden zu „{words}“");

    public static Text StoryOf(string who) => new($"{new Strong(who)}: what happened, newest first", $"{new Strong(who)}: was war, das Neueste zuerst");

    public static Text NothingWith(string call, string who) => new(
        $"Nothing is noted for {who} yet. You could start with “{call}log {who} called”.",
        $"Zu {who} ist noch nichts notiert. „{call}notiz {who} rief an“ wäre ein Anfang.");

    public static Text Tier(Tier tier) => new($"tier {tier}", $"Stufe {tier}");

    public static Text Accounts(int count, bool mine) => (mine, count) switch
    {
        (false, 1) => new($"One account", $"Ein Kunde"),
        (false, _) => new($"{count} accounts", $"{count} Kunden"),
        (_, 1) => new($"One of your accounts", $"Einer ‹deiner|Ihrer› Kunden"),
        _ => new($"{count} of your accounts", $"{count} ‹deiner|Ihrer› Kunden"),
    };

    public static Text Open(int count) => count == 1
        ? new($"One matter is open", $"Ein Anliegen ist offen")
        : new($"{count} matters are open", $"{count} Anliegen sind offen");

    public static Text Due(Text at, bool isLate) => isLate ? new($"was due {at}", $"fällig war {at}") : new($"due {at}", $"fällig {at}");

    public static Text QuietSince(Text day) => new($"quiet since {day}", $"still seit {day}");

    public static Text PausedUntil(Text day) => new($"paused until {day}", $"Pause bis {day}");

    public static Text AwayUntil(string owner, Text day) => new($"{owner} (away through {day})", $"{owner} (bis {day} nicht da)");

    public static Text Range(int first, int last, int count) => new($"{first} to {last} of {count}", $"{first} bis {last} von {count}");

    public static Text Page(int number) => new($"Page {number}", $"Seite {number}");
}

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>The words of the commands about accounts.</summary>
internal static class AccountTexts
{
    public static readonly Text Account = new($"Account", $"Kunde");
    public static readonly Text Name = new($"Name", $"Name");
    public static readonly Text NewName = new($"New name", $"Neuer Name");
    public static readonly Text Who = new($"Who", $"Wer");
    public static readonly Text Owner = new($"Owner", $"Betreuung");
    public static readonly Text OwnerHint = new($"Nobody named: you", $"Ohne Angabe: ‹du|Sie›");
    public static readonly Text Deputy = new($"Deputy", $"Vertretung");
    public static readonly Text Tier = new($"Tier", $"Stufe");
    public static readonly Text TierHint = new($"A is looked after most closely", $"A wird am engsten betreut");
    public static readonly Text Since = new($"Working together since", $"Zusammenarbeit seit");
    public static readonly Text PauseUntil = new($"Pause until", $"Pause bis");
    public static readonly Text Contacts = new($"People there", $"Ansprechpersonen");
    public static readonly Text LastTalk = new($"Last talk", $"Letztes Gespräch");
    public static readonly Text Nobody = new($"nobody yet", $"noch niemand");
    public static readonly Text NoTalk = new($"none noted yet", $"noch keins notiert");
    public static readonly Text DoesAdd = new($"adds an account", $"legt einen Kunden an");
    public static readonly Text TitleAdd = new($"Add an account", $"Kunden anlegen");
    public static readonly Text ExampleAdd = new($"account add Weber GmbH tier A since 1 March 2019", $"kunde neu Weber GmbH stufe A seit 1.3.2019");
    public static readonly Text DoesShow = new($"shows an account", $"zeigt einen Kunden");
    public static readonly Text TitleShow = new($"Show an account", $"Kunden ansehen");
    public static readonly Text ExampleShow = new($"account show Weber GmbH", $"kunde zeigen Weber GmbH");
    public static readonly Text DoesRename = new($"renames an account", $"benennt einen Kunden um");
    public static readonly Text TitleRename = new($"Rename an account", $"Kunden umbenennen");
    public static readonly Text ExampleRename = new($"account rename Weber GmbH to Weber & Partner", $"kunde umbenennen Weber GmbH in Weber & Partner");
    public static readonly Text DoesTier = new($"sets an account’s tier", $"ändert die Stufe");
    public static readonly Text TitleTier = new($"Set the tier", $"Stufe festlegen");
    public static readonly Text ExampleTier = new($"account tier Weber GmbH A", $"kunde stufe Weber GmbH A");
    public static readonly Text DoesOwner = new($"says who owns an account", $"sagt, wer betreut");
    public static readonly Text TitleOwner = new($"Name the owner", $"Betreuung benennen");
    public static readonly Text ExampleOwner = new($"account owner Weber GmbH @Anna", $"kunde betreuung Weber GmbH @Anna");
    public static readonly Text DoesDeputy = new($"says who stands in", $"sagt, wer vertritt");
    public static readonly Text TitleDeputy = new($"Name the deputy", $"Vertretung benennen");
    public static readonly Text ExampleDeputy = new($"account deputy Weber GmbH @Ben", $"kunde vertretung Weber GmbH @Ben");
    public static readonly Text DoesPause = new($"notes a client’s pause", $"merkt sich eine Pause");
    public static readonly Text TitlePause = new($"Remember a pause", $"Pause merken");
    public static readonly Text ExamplePause = new($"account pause Weber GmbH until 31 August", $"kunde pause Weber GmbH bis 31.8.");
    public static readonly Text DoesResume = new($"ends a client’s pause", $"beendet eine Pause");
    public static readonly Text TitleResume = new($"End a pause", $"Pause beenden");
    public static readonly Text ExampleResume = new($"account resume Weber GmbH", $"kunde weiter Weber GmbH");

    public static readonly Text NoName = new(
        $"That won’t work as a name: it needs a letter or a digit, and at most 120 characters.",
        $"Das geht als Name nicht: Er braucht einen Buchstaben oder eine Ziffer und höchstens 120 Zeichen.");

    public static readonly Text DayAhead = new(
        $"That day is still ahead. When did you start working together?",
        $"Dieser Tag kommt erst noch. An welchem Tag begann die Zusammenarbeit?");

    public static Text TooLongAgo(int year) => new(
        $"Since {year}? That’s more than a hundred years ago. When did you start working together?",
        $"Seit {year}? Das ist über hundert Jahre her. An welchem Tag begann die Zusammenarbeit?");

    public static readonly Text PauseIsOver = new(
        $"That day has passed. A pause can end today at the earliest.",
        $"Dieser Tag ist vorbei. Eine Pause endet frühestens heute.");

    public static readonly Text PausedDetail = new(
        $"Until then I won’t count the account as quiet. Complaints stay open and carry on as usual.",
        $"So lange gilt der Kunde nicht als still. Beschwerden bleiben offen und laufen weiter.");

    public static readonly Text ResumedDetail = new($"From today I’m counting quiet days again.", $"Ab heute zähle ich die stillen Tage wieder.");

    public static Text TierChoice(string tier) => tier switch
    {
        "A" => new($"A: closest", $"A: am engsten"),
        "B" => new($"B: as usual", $"B: wie üblich"),
        _ => new($"C: loosely", $"C: in größeren Abständen"),
    };

    public static Text Taken(string call, string name) => new(
        $"{name} is already here. “{call}account show {name}” shows it.",
        $"{name} gibt es hier schon. „{call}kunde zeigen {name}“ zeigt alles dazu.");

    public static Text NotInTeam(string member) => new(
        $"{member} isn’t in this account’s team yet. One message to me in its channel is enough.",
        $"{member} gehört noch nicht zum Team dieses Kunden. Eine erste Nachricht an mich im Kanal des Teams genügt.");

    public static Text Added(string account, string? owner) => owner is null
        ? new($"{account} has been added.", $"{account} ist angelegt.")
        : new($"{account} has been added. {owner} looks after it.", $"{account} ist angelegt, betreut von {owner}.");

    public static Text FloorOf(object tier, int days) => new($"{tier}: a talk every {days} days at least", $"{tier}: mindestens alle {days} Tage ein Gespräch");

    /// <summary>The tier does not matter to what was agreed with the client.</summary>
    public static Text StaysAgreed(Text rhythm) => new($"What was agreed stays: {rhythm}", $"Was vereinbart ist, bleibt: {rhythm}");

    public static Text Renamed(string old, string name) => new($"{old} is now called {name}.", $"{old} heißt jetzt {name}.");

    public static Text CalledSoAlready(string name) => new($"{name} is already called that.", $"{name} heißt schon so.");

    public static Text NewTier(string account, Text floor) => new($"{account} – tier {floor}", $"{account} – Stufe {floor}");

    public static Text NewOwner(string member, string account) => new($"{member} now looks after {account}.", $"{member} betreut jetzt {account}.");

    public static readonly Text NameOwner = new($"Name an owner …", $"Betreuung benennen …");

    public static Text NameOwnerOf(string account) => new($"Owner for {account} …", $"Betreuung für {account} …");

    public static Text NewDeputy(string member, string account) => new($"{member} is now the deputy for {account}.", $"{member} übernimmt jetzt die Vertretung bei {account}.");

    public static Text Swapped(string member) => new($"{member} is the deputy from now on.", $"Die Vertretung übernimmt {member}.");

    public static Text NoDeputyNow(string call) => new(
        $"There’s no deputy now. “{call}account deputy” names one.",
        $"Eine Vertretung gibt es jetzt nicht. „{call}kunde vertretung“ benennt eine.");

    public static Text OwnerAlready(string member, string account) => new($"{member} already looks after {account}.", $"{member} betreut {account} schon.");

    public static Text DeputyAlready(string member, string account) => new($"{member} is already the deputy for {account}.", $"{member} hat die Vertretung bei {account} schon.");

    public static Text OwnerCannotStandIn(string member, string account) => new(
        $"{member} looks after {account}; someone else should be the deputy.",
        $"{member} betreut {account}; die Vertretung sollte jemand anderes übernehmen.");

    public static Text Paused(string account, LocalDate until) => new($"{account} is paused until {until:d MMMM uuuu}.", $"{account} macht Pause bis {until:d. MMMM uuuu}.");

    public static Text Resumed(string account) => new($"{account} is no longer paused.", $"{account} ist aus der Pause zurück.");

    public static Text NotPaused(string account) => new($"{account} isn’t paused.", $"{account} macht gerade keine Pause.");

    public static readonly Text ToldResume = new($"no longer paused", $"aus der Pause zurück");

    public static Text ToldRename(string name) => new($"renamed to {name}", $"umbenannt in {name}");

    public static Text ToldTier(string tier) => new($"tier {tier}", $"Stufe {tier}");

    public static Text ToldPause(string english, string german) => new($"paused until {english}", $"Pause bis {german}");

    public static Text ToldOwner(string member) => new($"{member} looks after the account", $"Betreuung: {member}");

    public static Text ToldDeputy(string member) => new($"{member} is the deputy", $"Vertretung: {member}");

    public static Text Day(LocalDate day) => new($"{day:d MMMM uuuu}", $"{day:d. MMMM uuuu}");
}

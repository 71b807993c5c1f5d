namespace AccountNudge.Bot.Conversation.Team;

/// <summary>The words about who manages a team.</summary>
internal static class ManagerTexts
{
    public static readonly Text Who = new($"Who", $"Wer");
    public static readonly Text DoesAppoint = new($"names a manager", $"benennt die Leitung");
    public static readonly Text TitleAppoint = new($"Name a manager", $"Leitung benennen");
    public static readonly Text ExampleAppoint = new($"team manager @Anna", $"team leitung @Anna");
    public static readonly Text DoesRemove = new($"ends someone's managing", $"beendet eine Leitung");
    public static readonly Text TitleRemove = new($"End someone’s managing", $"Leitung beenden");
    public static readonly Text ExampleRemove = new($"team manager remove @Anna", $"team leitung ohne @Anna");

    public static readonly Text First = new(
        $"From now on only managers change the team's settings and name further managers.",
        $"Ab jetzt ändert nur die Leitung die Einstellungen des Teams und benennt weitere Leitungen.");

    public static readonly Text Last = new(
        $"Nobody manages the team now, so anyone in it may name someone.",
        $"Damit hat das Team gerade keine Leitung; alle im Team dürfen eine benennen.");

    public static readonly Text SayItThere = new(
        $"Please say that in the team's channel, so that everyone hears of it.",
        $"Das bitte im Kanal des Teams sagen, damit es alle mitbekommen.");

    public static Text Appointed(Member manager, string team) => new($"{manager.Mention} now manages {team}.", $"{manager.Mention} übernimmt die Leitung von {team}.");

    public static Text Week(Text on) => new($"The manager's week comes by direct message, first on {on}.", $"Der Wochenüberblick kommt als Direktnachricht, zuerst am {on}.");

    public static Text Already(string name, string team) => new($"{name} manages {team} already.", $"{name} hat die Leitung von {team} schon.");

    public static Text Removed(Member manager, string team) => new($"{manager.Mention} no longer manages {team}.", $"{manager.Mention} gibt die Leitung von {team} ab.");

    public static Text NotManaging(string name, string team) => new($"{name} does not manage {team}.", $"{name} hat die Leitung von {team} gar nicht.");

    public static Text By(string name) => new($"By {name}", $"Von {name}");

    public static Text NotInTeam(string name, string team) => new(
        $"{name} is not in {team} yet. A first word to me in the team's channel is enough, then it works.",
        $"{name} gehört noch nicht zu {team}. Ein erstes Wort an mich im Kanal des Teams genügt, dann klappt es.");

    public static Text OnlyManagers(IReadOnlyList<Member> managers) => new(
        $"{Names(managers, "and")} can do that, as {(managers.Count == 1 ? "manager" : "managers")} of the team. A short word is enough.",
        $"Das kann die Leitung: {Names(managers, "und")}. Ein kurzes Wort dorthin genügt.");

    private static string Names(IReadOnlyList<Member> managers, string and) => managers.Count < 2
        ? string.Concat(managers.Select(manager => manager.Name))
        : $"{string.Join(", ", managers.SkipLast(1).Select(manager => manager.Name))} {and} {managers[^1].Name}";
}

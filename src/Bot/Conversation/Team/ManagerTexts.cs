namespace AccountNudge.Bot.Conversation.Team;

/// <summary>The words about who manages a team.</summary>
internal static class ManagerTexts
{
    public static readonly Text Who = new($"Who", $"Wer");
    public static readonly Text DoesAppoint = new($"names a manager", $"benennt die Leitung");
    public static readonly Text TitleAppoint = new($"Name a manager", $"Leitung benennen");
    public static readonly Text ExampleAppoint = new($"team manager @Anna", $"team leitung @Anna");
    public static readonly Text DoesRemove = new($"removes a manager", $"beendet eine Leitung");
    public static readonly Text TitleRemove = new($"Remove a manager", $"Leitung beenden");
    public static readonly Text ExampleRemove = new($"team manager remove @Anna", $"team leitung ohne @Anna");

    public static readonly Text First = new(
        $"From now on only managers change the team’s settings and name further managers.",
        $"Ab jetzt ändert nur die Leitung die Einstellungen des Teams und benennt weitere Leitungen.");

    public static readonly Text Last = new(
        $"The team has no manager now, so anyone in it can name one.",
        $"Damit hat das Team gerade keine Leitung; alle im Team dürfen eine benennen.");

    public static readonly Text SayItThere = new(
        $"Please say that in the team’s channel, so everyone hears about it.",
        $"Das bitte im Kanal des Teams sagen, damit es alle mitbekommen.");

    public static Text Appointed(Member manager, string team) => new($"{manager.Mention} now manages {team}.", $"{manager.Mention} übernimmt die Leitung von {team}.");

    public static Text Week(Text on) => new($"The weekly overview comes by direct message, starting on {on}.", $"Der Wochenüberblick kommt als Direktnachricht, zum ersten Mal am {on}.");

    public static Text Already(string name, string team) => new($"{name} already manages {team}.", $"{name} leitet {team} schon.");

    public static Text Removed(Member manager, string team) => new($"{manager.Mention} no longer manages {team}.", $"{manager.Mention} gibt die Leitung von {team} ab.");

    public static Text NotManaging(string name, string team) => new($"{name} doesn’t manage {team}.", $"{name} leitet {team} gar nicht.");

    public static Text By(string name) => new($"By {name}", $"Von {name}");

    public static Text NotInTeam(string name, string team) => new(
        $"{name} isn’t in {team} yet. One message to me in the team’s channel is enough.",
        $"{name} gehört noch nicht zu {team}. Eine erste Nachricht an mich im Kanal des Teams genügt.");

    public static Text OnlyManagers(IReadOnlyList<Member> managers) => new(
        $"Only managers can change this. Ask {Names(managers, "or")}.",
        $"Das kann nur die Leitung ändern. ‹Frag|Fragen Sie› am besten {Names(managers, "oder")}.");

    private static string Names(IReadOnlyList<Member> managers, string or) => managers.Count < 2
        ? string.Concat(managers.Select(manager => manager.Name))
        : $"{string.Join(", ", managers.SkipLast(1).Select(manager => manager.Name))} {or} {managers[^1].Name}";
}

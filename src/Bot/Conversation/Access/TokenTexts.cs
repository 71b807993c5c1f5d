using AccountNudge.Core.Access;

namespace AccountNudge.Bot.Conversation.Access;

/// <summary>The words about other systems' access.</summary>
internal static class TokenTexts
{
    public static readonly Text DoesCreate = new($"connects another system, such as your telephones", $"bindet ein anderes System an, zum Beispiel die Telefonanlage");
    public static readonly Text ExampleCreate = new($"token create Telephones may talks, briefs", $"token neu Telefonanlage darf gespräche, kurzprofile");
    public static readonly Text TitleCreate = new($"Connect a system", $"System anbinden");
    public static readonly Text DoesList = new($"shows which systems are connected", $"zeigt, welche Systeme angebunden sind");
    public static readonly Text ExampleList = new($"token list", $"token liste");
    public static readonly Text DoesRevoke = new($"disconnects a system", $"trennt ein angebundenes System");
    public static readonly Text ExampleRevoke = new($"token revoke Telephones", $"token widerrufen Telefonanlage");
    public static readonly Text TitleRevoke = new($"Disconnect a system", $"System trennen");
    public static readonly Text Name = new($"What is the system called?", $"Wie heißt das System?");
    public static readonly Text NameHint = new($"This name stands beside everything it notes", $"Unter diesem Namen steht, was es notiert");
    public static readonly Text May = new($"What may it do?", $"Was darf es?");
    public static readonly Text MayHint = new($"Talks, complaints, briefs, or several of these; empty for all", $"Gespräche, Beschwerden, Kurzprofile oder mehreres davon; leer für alles");
    public static readonly Text RevokeAsking = new($"Disconnect …", $"Trennen …");

    public static readonly Text NoName = new(
        $"Please give it a name of up to {ApiToken.LongestName} characters, such as Telephones.",
        $"Bitte ‹gib|geben Sie› ihm einen Namen mit höchstens {ApiToken.LongestName} Zeichen, zum Beispiel Telefonanlage.");

    public static readonly Text UnknownScope = new(
        $"I know talks, complaints and briefs here. Please pick from these, or leave it out for all of them.",
        $"Hier gibt es Gespräche, Beschwerden und Kurzprofile. Bitte davon auswählen oder für alles weglassen.");

    public static readonly Text TooMany = new(
        $"There are already {ApiToken.MostPerTeam} connected systems. Please disconnect one first.",
        $"Es sind schon {ApiToken.MostPerTeam} Systeme angebunden. Bitte zuerst eines trennen.");

    public static readonly Text ShownOnce = new(
        $"This is its token. Please copy it into the system’s settings now: I only show it this once.",
        $"Das ist das Token. Bitte jetzt in die Einstellungen des Systems kopieren: Ich zeige es nur dieses eine Mal.");

    /// <summary>What may be said for a scope.</summary>
    private static readonly IReadOnlyDictionary<string, ApiScopes> Scopes = new Dictionary<string, ApiScopes>(StringComparer.Ordinal)
    {
        ["talk"] = ApiScopes.Interactions, ["talks"] = ApiScopes.Interactions, ["notes"] = ApiScopes.Interactions, ["log"] = ApiScopes.Interactions,
        ["gespraech"] = ApiScopes.Interactions, ["gespraeche"] = ApiScopes.Interactions, ["notizen"] = ApiScopes.Interactions,
        ["complaint"] = ApiScopes.Complaints, ["complaints"] = ApiScopes.Complaints, ["beschwerde"] = ApiScopes.Complaints, ["beschwerden"] = ApiScopes.Complaints,
        ["brief"] = ApiScopes.Brief, ["briefs"] = ApiScopes.Brief, ["kurzprofil"] = ApiScopes.Brief, ["kurzprofile"] = ApiScopes.Brief,
        ["all"] = ApiScopes.All, ["everything"] = ApiScopes.All, ["alles"] = ApiScopes.All,
        ["and"] = ApiScopes.None, ["und"] = ApiScopes.None,
    };

    public static Text Taken(string name) => new($"{name} is already connected. Please pick another name.", $"{name} ist schon angebunden. Bitte einen anderen Namen wählen.");

    public static Text Created(string name, string team) => new($"{name} can now connect to {team}", $"{name} hat jetzt Zugang zu {team}");

    public static Text HowToEnd(string call, string name) => new($"“{call}token revoke {name}” ends it at once.", $"„{call}token widerrufen {name}“ beendet den Zugang sofort.");

    public static Text None(string call, string team) => new(
        $"No other system is connected to {team} yet. “{call}token create Telephones” connects one.",
        $"An {team} ist noch kein anderes System angebunden. „{call}token neu Telefonanlage“ bindet eines an.");

    public static Text Have(string team) => new($"Connected to {team}", $"Angebunden an {team}");

    public static Text Made(string who, Text day) => new($"by {who}, {day}", $"von {who}, {day}");

    public static Text Used(Text? day) => day is null ? new($"not used yet", $"noch nicht benutzt") : new($"last used {day}", $"zuletzt benutzt: {day}");

    public static Text Unknown(string call) => new(
        $"I don’t know a connected system of that name. “{call}token list” shows them.",
        $"Ein angebundenes System mit diesem Namen kenne ich nicht. „{call}token liste“ zeigt sie.");

    public static Text Revoked(string name) => new(
        $"{name} is disconnected. What it has noted stays.",
        $"{name} ist getrennt. Was es notiert hat, bleibt.");

    /// <summary>What a token may do, such as <c>notes talks, reads briefs</c>.</summary>
    public static Text MayDo(ApiScopes scopes)
    {
        (ApiScopes Scope, string English, string German)[] all = [
            (ApiScopes.Interactions, "notes talks", "notiert Gespräche"), (ApiScopes.Complaints, "logs complaints", "nimmt Beschwerden auf"), (ApiScopes.Brief, "reads briefs", "liest Kurzprofile"),
        ];
        var may = all.Where(one => scopes.HasFlag(one.Scope)).ToList();
        var (english, german) = (string.Join(", ", may.Select(one => one.English)), string.Join(", ", may.Select(one => one.German)));
        return new($"{english}", $"{german}");
    }

    /// <summary>Which scopes words name; all where there are none, null where one is unknown.</summary>
    public static ApiScopes? ReadScopes(string words)
    {
        var scopes = ApiScopes.None;
        foreach (var word in TextFolding.Words(words))
        {
            if (!Scopes.TryGetValue(word, out var scope)) return null;
            scopes |= scope;
        }

        return scopes == ApiScopes.None ? ApiScopes.All : scopes;
    }
}

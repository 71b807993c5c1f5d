namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>
/// What people type instead of a command's own words. The help does not list them; where the rest of the line does not fit the command, they
/// are words of a sentence. Of several commands the first that there is counts.
/// </summary>
internal static class EverydayWords
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>The words and the commands, by their ids, that they may stand for; with what they say about slots.</summary>
    public static IReadOnlyList<(string[] Commands, Phrase Words, IReadOnlyDictionary<string, string> Says)> All { get; } =
    [
        Of("lost", "we lost|we've lost|we have lost", "wir haben verloren|kundenverlust"),
        Of("part", "part ways with|parting ways with|part company with", "wir trennen uns von|trennen von|getrennt von"),
        Of("risk", "in danger|danger|threat", "gefahr|in gefahr|wackelkandidat"),
        Of("expect", "goal|goals|agreed goal", "ziel|ziele|ziel vereinbart"),
        Of("project", "kickoff|kick-off|project kickoff|project begins", "kickoff|kick-off|projektbeginn|neuauftrag"),
        Of("away", "vacation|on vacation|holiday|holidays|on holiday|on leave|leave|sick|off sick|sick leave|out of office|ooo|off|i'm away|i am away|i'm off|i'm off sick|i'm sick|i am sick|i'm on holiday|i am on holiday|i'm on vacation|i am on vacation",
            "urlaub|im urlaub|ferien|krank|krankgeschrieben|bin krank|ich bin krank|bin weg|ich bin weg|frei|habe frei|ich habe frei|nicht da|bin nicht da|ich bin nicht da|bin im urlaub|ich bin im urlaub|elternzeit"),
        Of("back", "i'm back|i am back|back again", "bin zurück|ich bin zurück|wieder da|bin wieder da|ich bin wieder da"),
        Of("complaint", "complain|complains|complained|issue|problem|trouble|gripe", "reklamation|reklamiert|ärger|mängelrüge|beanstandung|problem"),
        Of("promise", "promised|i promised|we promised|i've promised|we've promised|commitment|pledge", "zugesagt|versprochen|versprechen|zusicherung|ich habe zugesagt|wir haben zugesagt|ich habe versprochen|wir haben versprochen"),
        Of("promise.kept", "delivered|promise delivered|promise done", "eingelöst|zusage erfüllt|zusage erledigt|versprechen gehalten"),
        Of("promise.moved", "new date|postponed to", "neuer termin"),
        Of("promise.withdrawn", "take back promise|cancel promise", "zusage absagen|versprechen zurückziehen"),
        Of("resolve", "fixed|sorted|settled", "erledigt|behoben|geklärt"),
        Of("account.add", "new client|new account|new customer|add client|add account|add customer|client add|client new|create client", "neuer kunde|neue kundin|neukunde|kunde anlegen|kunde hinzufügen|kunden anlegen"),
        Of("account.show", "client show|show client", "zeig kunde"),
        Of("contact.add", "new contact|add contact|new person|add person|person add", "neue ansprechperson|ansprechperson anlegen|neuer ansprechpartner|neue ansprechpartnerin|ansprechpartner neu"),
        Of("birthday", "bday|b-day|birthday of", "geburtstag von"),
        Of("hook", "remember", "merk dir|merken|fürs nächste mal"),
        Of("brief", "who is|who's|profile|info|info on|info about|tell me about|what about|what's up with|show|show me|look up|lookup|find", "wer ist|profil|info|infos|infos zu|info zu|was ist mit|was wissen wir über|zeig|zeige|zeig mir|steckbrief|briefing"),
        Of("accounts|quiet", "list|clients|customers|client list|list clients|my clients", "liste|kundenliste|kunden|alle kunden|meine kunden"),
        Of("open|today", "what's open|what is open|open matters", "was ist offen|offenes|offene punkte"),
        Of("today", "todo|to do|to-do|todos|tasks|my tasks|agenda|my day|what's due|what is due|what's next|what's on|what's on today|what is on today|what's up today|what do i have to do|what do i have to do today|what should i do|what should i do today|what do i need to do|what do i need to do today|what is there to do|anything to do|anything for me|what's waiting for me", "aufgaben|meine aufgaben|was steht an|was liegt an|was ist zu tun|was gibt es zu tun|was steht heute an|was liegt heute an|was muss ich tun|was muss ich heute tun|was habe ich zu tun|was habe ich heute zu tun|was muss ich machen|was muss ich heute machen|was ist heute zu tun|was wartet auf mich"),
        Of("digest", "report|overview|summary|weekly report", "bericht|übersicht|zusammenfassung|wochenbericht"),
        Of("quiet", "silent|silence|neglected", "ruhig|stille kunden|funkstille"),
        Of("undo", "oops|take back|take it back|take that back|cancel that", "ups|hoppla|nimm das zurück|zurücknehmen bitte|mach das rückgängig"),
        Of("settings", "options|preferences|configuration|setup", "optionen|konfiguration"),
        Of("team.hours", "working hours|office hours|business hours", "arbeitszeit|arbeitszeiten|öffnungszeiten"),
        Of("team.zone", "zone|time zone|timezone", "zeitzone"),
        Of("team.region", "region|public holidays|bank holidays", "feiertage"),
        Of("team.language", "language", "sprache"),
        Of("team.manager", "manager", "leitung"),
        Of("help", "what can i say|what can i type|manual|how to", "was kann ich sagen|was kann ich schreiben|anleitung"),
        Log("Call", null, "call|call with|phone|phone call|phone call with|spoke on the phone", "anruf|telefonat|telefonat mit|telefon"),
        Log("Call", "They", "call from|phone call from", "anruf von"),
        Log("Call", "We", "called|rang|phoned|call to", "anruf bei|anruf an"),
        Log("Mail", null, "mail|email|e-mail|letter", "mail|e-mail"),
        Log("Mail", "They", "mail from|email from|e-mail from|letter from", "mail von|e-mail von|brief von"),
        Log("Mail", "We", "emailed|e-mailed|mailed|mail to|email to|e-mail to|letter to", "mail an|e-mail an|brief an"),
        Log("Visit", null, "met|met with|visit|meeting|meeting with|lunch with|dinner with|coffee with", "besuch|besuch bei|treffen|treffen mit"),
        Log("Visit", "They", "visit from", "besuch von"),
        Log("Visit", "We", "visited|visit to", ""),
        Log("Video", null, "video|video call|video call with|zoom|zoom with", "video|videogespräch|videogespräch mit|videoanruf"),
        Log("Chat", null, "chat|chat with|sms|whatsapp", "chat|chat mit|nachricht"),
        Log("Chat", "They", "message from|text from|chat from", "nachricht von|sms von"),
        Log("Chat", "We", "texted|messaged|message to|text to", "nachricht an|sms an"),
        Log("Gift", null, "gift|gift for|present for", "geschenk|geschenk für"),
        Log("Greeting", null, "greeting|greetings", "gruß an|grüße an"),
    ];

    /// <summary>The command whose everyday words a line begins with; the longest words count.</summary>
    public static (Command? Command, int Length, IReadOnlyDictionary<string, string> Says) At(IReadOnlyList<Token> tokens, IReadOnlyList<Command> commands)
    {
        (Command? Command, int Length, IReadOnlyDictionary<string, string> Says) longest = (null, 0, Nothing);
        foreach (var (ids, words, says) in All)
        {
            var length = Phrases.LengthAt(words, tokens, 0);
            if (length <= longest.Length) continue;
            if (ids.Select(id => commands.FirstOrDefault(command => command.Words.Id == id)).OfType<Command>().FirstOrDefault() is { } command) longest = (command, length, says);
        }

        return longest;
    }

    private static (string[] Commands, Phrase Words, IReadOnlyDictionary<string, string> Says) Of(string commands, string english, string german) =>
        (commands.Split('|'), new(english, german), Nothing);

    private static (string[] Commands, Phrase Words, IReadOnlyDictionary<string, string> Says) Log(string kind, string? direction, string english, string german)
    {
        var says = new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = kind };
        if (direction is not null) says["direction"] = direction;
        return (["log"], new(english, german), says);
    }
}

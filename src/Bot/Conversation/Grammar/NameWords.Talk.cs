namespace AccountNudge.Bot.Conversation.Grammar;

/// <content>Words that begin a note, as opposed to those that go on with a name; see <see cref="NameEnd"/>.</content>
internal static partial class NameWords
{
    private const int LeastOfCompound = 5;
    private const int MostOfCompound = 20;

    /// <summary>Nouns that notes about clients begin with; compounds end with them: <c>Messeangebot</c>.</summary>
    private static readonly IReadOnlySet<string> Nouns = TextFolding.Set(
        "abgabe abnahme absage absprache abrechnung aenderung anfrage angebot anliegen antwort anruf anzeige anzahlung arbeit artikel auftrag aufgabe aufwand " +
        "auswahl ausfall bedarf bericht beschwerde besuch besprechung bestellung brief broschuere budget daten datei details druckdaten einigung einladung " +
        "einwand entscheidung entwurf ergebnis ersatz essen fehler feedback foto fotos frage fragen freigabe frist geburtstag geschenk gespraech glueckwunsch " +
        "gruesse gutschrift hinweis idee ideen infos interesse kampagne karte katalog konzept korrektur kosten kritik kuendigung kontakt lager laune layout " +
        "lieferung liste loesung mahnung mangel maengel material meeting messe messestand miete monat muster nachfrage nachricht neuigkeiten newsletter notiz " +
        "offerte paket pakete passwort pause planung praesentation preis preise problem probleme produkt projekt protokoll prospekt pruefung qualitaet rabatt " +
        "rechnung reklamation retoure rollladen rueckfrage rueckmeldung rueckruf ruecksprache sache schaden schreiben sendung stand start status stimmung " +
        "stoerung strategie stunde stunden summe telefonat termin termine thema themen treffen uebergabe umzug unterlagen unterschrift update urlaub " +
        "verlaengerung verspaetung vertrag versand verzoegerung video vorschlag vorschlaege vorgehen vorstellung ware waren wartung website webseite " +
        "weihnachten werbung woche wuensche wunsch zahlung zahlen zeichnung zusage zusammenfassung zweifel");

    /// <summary>Short ones, which end too many names to be looked for in compounds.</summary>
    private static readonly IReadOnlySet<string> ShortNouns = TextFolding.Set(
        "bild bitte buch chat dank druck ende geld gruss info jahr lob logo mail not plan rest tag tage teil text zeit ziel kein keine keinen nichts alles alle " +
        "etwas viel wenig");

    /// <summary>Words that a sentence begins with, for those who begin it with a capital.</summary>
    private static readonly IReadOnlySet<string> SmallWords = TextFolding.Set(
        "herr herrn frau mr mrs ms i he she it we you they this that there the a an and but or so no not yes has have had was were is are will would can could should did does do their " +
        "his her our my your its ich er sie es wir ihr man der die das dem den ein eine einen einem einer und oder aber hat haben habe hatte hatten war waren " +
        "ist sind wird werden will wollen wollte kann koennen koennte soll sollen moechte moechten braucht brauchen bittet fragt sagt meint nicht noch schon " +
        "nur auch sehr wieder jetzt dann heute gestern morgen beim bei mit von vom zu zum zur an am auf im in ins aus nach vor wegen um ueber unter fuer ohne " +
        "seit bis als wie wenn weil dass ob was wer wann wo warum sein seine seinen ihre ihren unser unsere unseren euer eure mein meine dein deine dieser " +
        "diese dieses neue neuer neues neuen gute guter gutes guten after before about with from for on at by of to when what why who how asked said says asks " +
        "wants wanted needs new good");

    /// <summary>What companies are called after what they do; compounds end with it: <c>Metallbau</c>.</summary>
    private static readonly IReadOnlySet<string> Trades = TextFolding.Set(
        "bau bauunternehmen handel grosshandel druckerei technik technology technologies reisen immobilien logistik logistics transport transporte spedition " +
        "consulting consultants partner partners soehne sons brothers gebrueder verlag medien media software systems systeme solutions services stiftung " +
        "foundation verwaltung versicherung versicherungen beratung baeckerei bakery metzgerei brauerei brauhaus brewery hotel gasthof restaurant kanzlei " +
        "praxis apotheke werke industrie industries group gruppe holding elektro sanitaer moebel textil chemie pharma energie energy motors automotive " +
        "architekten architects studio agentur agency labs bank sparkasse foods gartenbau metall stahl kunststoffe maschinen maschinenbau anlagenbau robotics " +
        "akustik optik");

    private static readonly string[] AbstractEndings = ["ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "tion", "tionen", "taet", "ismus"];

    /// <summary>A word that people note something with, which is hardly part of a name.</summary>
    public static bool IsOfTalk(string word)
    {
        if (SmallWords.Contains(word) || ShortNouns.Contains(word) || Nouns.Contains(word)) return true;
        if (IsTrade(word)) return false;
        return EndsWithAny(word, Nouns) || (word.Length >= LeastOfCompound + 2 && word != "hartung" && AbstractEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)));
    }

    /// <summary>A word that names what a company does.</summary>
    public static bool IsTrade(string word) => Trades.Contains(word) || EndsWithAny(word, Trades) || word.EndsWith("bau", StringComparison.Ordinal);

    private static bool EndsWithAny(string word, IReadOnlySet<string> endings)
    {
        for (var start = Math.Max(1, word.Length - MostOfCompound); word.Length - start >= LeastOfCompound; start++) if (endings.Contains(word[start..])) return true;
        return false;
    }
}

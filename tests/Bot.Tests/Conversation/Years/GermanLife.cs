using AccountNudge.Bot.Conversation.Model;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Years;

/// <summary>The year of a German team.</summary>
internal static class GermanLife
{
    private static readonly ChatPerson Katrin = new("U-KATRIN", "Katrin", "de-DE", DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
    private static readonly ChatPerson Jonas = new("U-JONAS", "Jonas", "de-DE", DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
    private static readonly ChatPerson Lena = new("U-LENA", "Lena", "de-DE", DateTimeZoneProviders.Tzdb["Europe/Berlin"]);

    public static Life Of() => new(
        new ChatChannel("C-KUNDEN", "kunden", IsDirect: false), Katrin, [Katrin, Jonas, Lena],
        [
            "team sprache Deutsch",
            "team region Bayern",
            "team leitung @[U-KATRIN|Katrin]",
        ],
        Clients, Happens);

    private static readonly IReadOnlyList<Client> Clients =
    [
        new("Weber Maschinenbau GmbH", "A", Jonas, "1.3.2019", 8, ("Sabine Klein", "1.1."), ("Markus Behrens", "8.6.1963"), ("Petra Vogt", "15.11.1966")),
        new("Hansen Logistik AG", "A", Lena, "15.6.2021", 9, ("Henrik Adler", ""), ("Miriam Blohm", "1.9.1972"), ("Torsten Cramer", "29.2.1980")) { Kinds = ["anruf"] },
        new("Stadtwerke Lindau", "A", Jonas, "1.2.2023", 9, ("Ingrid Dahl", "15.7."), ("Oliver Ebert", ""), ("Karin Fink", "1.5.1984")),
        new("Brauerei Kolb", "A", Lena, "3.5.2022", 10, ("Stefan Gruber", "8.10."), ("Ulrike Hartwig", "15.3.1990"), ("Bernd Iversen", "")) { Silence = (new(2028, 9, 1), new(2028, 11, 10)), Kinds = ["anruf", "mail", "anruf"], Earlier = 3 },
        new("Hotel Seeblick", "B", Jonas, "1.4.2020", 18, ("Carola Jahn", "1.1."), ("Dieter Kranz", "8.6.1964"), ("Elke Lorenz", "15.11.1967")) { Silence = (new(2028, 8, 1), new(2028, 10, 20)) },
        new("Autohaus Petry", "B", Lena, "10.10.2024", 20, ("Frank Maurer", ""), ("Gudrun Nowak", "1.9.1973"), ("Holger Otten", "8.2.1976")),
        new("Kanzlei Brandis", "B", Jonas, "1.9.2023", 22, ("Ilona Paulsen", "15.7."), ("Jens Quandt", ""), ("Kathrin Reuter", "1.5.1985")) { Later = (new(2028, 5, 22), Lena) },
        new("Zahnzentrum Nord", "B", Lena, "12.1.2026", 21, ("Lothar Sommer", "8.10."), ("Martina Thoma", "15.3.1991"), ("Norbert Ullrich", "")),
        new("Verlag Morgenstern", "B", Jonas, "20.11.2018", 23, ("Olga Vetter", "1.1."), ("Peter Wagner", "8.6.1965"), ("Renate Zander", "15.11.1968")) { Silence = (new(2028, 4, 20), new(2028, 7, 30)), Kinds = ["mail"] },
        new("Optik Rademacher", "B", Lena, "5.7.2025", 22, ("Sven Arndt", "")),
        new("Gartenbau Tillmann", "C", Jonas, "1.5.2024", 50, ("Tanja Busch", "1.9.1974"), ("Uwe Conrad", "8.2.1977")),
        new("Bäckerei Wolff", "C", Lena, "1.8.2022", 55, ("Vera Dreyer", "15.7."), ("Wolfgang Engel", "")),
        new("Schreinerei Haug", "C", Jonas, "14.3.2026", 52, ("Yvonne Franke", "1.5.1986"), ("Achim Geiger", "8.10.")) { Silence = (new(2028, 11, 14), new(2029, 2, 1)) },
        new("Fahrschule Kern", "C", Lena, "2.2.2027", 58, ("Birgit Heller", "15.3.1992"), ("Christoph Jung", "")) { Silence = (new(2028, 2, 17), new(2028, 10, 4)) },
        new("Tierklinik Auer", "C", Jonas, "9.9.2021", 60, ("Doris Kessler", "1.1."), ("Erik Lang", "8.6.1966"), ("Franka Möller", "15.11.1969"), ("Georg Neumann", "")) { Later = (new(2028, 11, 6), Lena) },
    ];

    private static readonly IReadOnlyList<Said> Happens =
    [
        new(new(2028, 1, 5), Jonas, "status rhythmus Weber Maschinenbau alle 2 Wochen am Freitag"),
        new(new(2028, 1, 10), Jonas, "meilenstein Hotel Seeblick: neue Speisekarten am 24.3.2027"),
        new(new(2028, 1, 12), Lena, "rhythmus Hansen Logistik alle 2 Wochen höchstens wöchentlich per Telefon"),
        new(new(2028, 1, 14), Jonas, "thema Weber Maschinenbau: neue Halle in Ulm"),
        new(new(2028, 1, 18), Lena, "merke Henrik Adler: fährt im Februar nach Fuerteventura"),
        new(new(2028, 1, 20), Jonas, "zusage Weber Maschinenbau an Sabine Klein: Bestätigung per Post bis 28.1."),
        new(new(2028, 1, 31), Jonas, "nachgefragt Weber Maschinenbau: fragt nach der Bestätigung"),
        new(new(2028, 2, 1), Jonas, "verschoben Weber Maschinenbau auf 4.2."),
        new(new(2028, 2, 2), Lena, "beschwerde Hansen Logistik: zwei Broschüren mit alter Adresse"),
        new(new(2028, 2, 2), Lena, "eingang Hansen Logistik: angerufen"),
        new(new(2028, 2, 7), Lena, "nachgefragt Hansen Logistik"),
        new(new(2028, 2, 8), Lena, "zwischenbescheid Hansen Logistik: Nachdruck läuft"),
        new(new(2028, 2, 9), Jonas, "gehalten Weber Maschinenbau: Bestätigung persönlich gebracht"),
        new(new(2028, 2, 10), Lena, "risiko Autohaus Petry wettbewerb: ein Mitbewerber hat ein Angebot gemacht bis 17.2."),
        new(new(2028, 2, 11), Lena, "gelöst Hansen Logistik: neue Broschüren geliefert"),
        new(new(2028, 2, 14), Jonas, "zusage bestätigt Weber Maschinenbau"),
        new(new(2028, 2, 16), Lena, "verloren Fahrschule Kern preis: eine größere Agentur"),
        new(new(2028, 2, 16), Lena, "rückkehr erinnern Fahrschule Kern in 6 monaten"),
        new(new(2028, 2, 16), Lena, "bestätigt Hansen Logistik: alles in Ordnung"),
        new(new(2028, 2, 21), Lena, "abwesend bis 3.3. vertretung @[U-JONAS|Jonas]"),
        new(new(2028, 2, 24), Jonas, "projekt Verlag Morgenstern: neue Website"),
        new(new(2028, 3, 6), Lena, "risiko erledigt Autohaus Petry"),
        new(new(2028, 3, 8), Jonas, "beschwerde Stadtwerke Lindau: Rechnung doppelt gestellt, niemand ruft zurück"),
        new(new(2028, 3, 10), Jonas, "vorhaben Hotel Seeblick besuch am 17.3. um 10: Jahresgespräch"),
        new(new(2028, 3, 13), Jonas, "eingang Stadtwerke Lindau: entschuldigt"),
        new(new(2028, 3, 14), Jonas, "vertrauensbruch Stadtwerke Lindau: haben es von der Konkurrenz gehört"),
        new(new(2028, 3, 17), Jonas, "notiz Hotel Seeblick besuch gut: Jahresgespräch"),
        new(new(2028, 3, 20), Jonas, "erwartung Verlag Morgenstern: Website vor der Buchmesse prüfen am 2.10."),
        new(new(2028, 3, 20), Katrin, "leitungsgespräch Stadtwerke Lindau: mit der Geschäftsführung gesprochen"),
        new(new(2028, 3, 22), Jonas, "gelöst Stadtwerke Lindau: Rechnung storniert"),
        new(new(2028, 3, 24), Jonas, "meilenstein Hotel Seeblick gut für die Chefetage: Umbau fertig"),
        new(new(2028, 3, 27), Jonas, "bestätigt Stadtwerke Lindau"),
        new(new(2028, 4, 4), Lena, "verzögerung Autohaus Petry: Druckerei liefert eine Woche später"),
        new(new(2028, 4, 10), Lena, "verzögerung gesagt Autohaus Petry"),
        new(new(2028, 4, 12), Lena, "zurückhaltend Optik Rademacher"),
        new(new(2028, 4, 24), Lena, "gegangen Bernd Iversen zu Globex"),
        new(new(2028, 5, 2), Jonas, "meilenstein Verlag Morgenstern: Herbstprogramm gedruckt am 28.4."),
        new(new(2028, 5, 3), Lena, "kunde neu Möbelhaus Lauer stufe B seit 3.5.2028"),
        new(new(2028, 5, 8), Lena, "anlass Brauerei Kolb jährlich: Tag des Bieres am 23.5."),
        new(new(2028, 5, 10), Lena, "ehrlicher rat Bäckerei Wolff: ein Aufkleber reicht"),
        new(new(2028, 5, 10), Lena, "ansprechperson neu Nora Sander bei Möbelhaus Lauer"),
        new(new(2028, 5, 11), Lena, "notiz Möbelhaus Lauer besuch mit Nora Sander gut: erste Lieferung besprochen"),
        new(new(2028, 5, 16), Katrin, "übergabe Kanzlei Brandis an @[U-LENA|Lena]"),
        new(new(2028, 5, 24), Jonas, "zusage Hotel Seeblick: Angebot für die Speisekarten bis 31.5."),
        new(new(2028, 5, 30), Jonas, "gehalten Hotel Seeblick"),
        new(new(2028, 6, 2), Jonas, "zufrieden Stadtwerke Lindau ja"),
        new(new(2028, 6, 5), Lena, "notiz Brauerei Kolb anruf angespannt: Ärger über die Etiketten"),
        new(new(2028, 6, 9), Lena, "notiz Brauerei Kolb anruf angespannt: noch nicht zufrieden"),
        new(new(2028, 6, 12), Lena, "nachfolge Bernd Iversen ist Stefan Gruber"),
        new(new(2028, 6, 14), Lena, "notiz Brauerei Kolb besuch gut: ausgesprochen"),
        new(new(2028, 6, 19), Jonas, "kunde pause Gartenbau Tillmann bis 31.8."),
        new(new(2028, 6, 26), Lena, "zusage Zahnzentrum Nord: Probedruck bis 30.6."),
        new(new(2028, 6, 29), Lena, "verschoben Zahnzentrum Nord auf 5.7. gesagt"),
        new(new(2028, 7, 4), Lena, "zurückgezogen Zahnzentrum Nord: nicht mehr nötig"),
        new(new(2028, 7, 5), Katrin, "anteil Weber Maschinenbau 32 %"),
        new(new(2028, 7, 10), Jonas, "abwesend bis 28.7. vertretung @[U-LENA|Lena]"),
        new(new(2028, 8, 7), Lena, "abwesend bis 25.8. vertretung @[U-JONAS|Jonas]"),
        new(new(2028, 9, 4), Jonas, "zusage Verlag Morgenstern: Korrekturfahnen bis 8.9."),
        new(new(2028, 9, 11), Jonas, "nachgefragt Verlag Morgenstern"),
        new(new(2028, 9, 20), Jonas, "empfehlung Ingrid Dahl: Stadtwerke Bregenz"),
        new(new(2028, 10, 2), Lena, "beschwerde Bäckerei Wolff: Schaufenster falsch beklebt"),
        new(new(2028, 10, 2), Lena, "eingang Bäckerei Wolff: hingefahren"),
        new(new(2028, 10, 4), Lena, "gelöst Bäckerei Wolff: neu beklebt"),
        new(new(2028, 10, 5), Lena, "wieder kunde Fahrschule Kern"),
        new(new(2028, 10, 10), Jonas, "erwartung gilt Verlag Morgenstern"),
        new(new(2028, 10, 16), Katrin, "verstorben Achim Geiger"),
        new(new(2028, 11, 6), Jonas, "kunde betreuung Tierklinik Auer @[U-LENA|Lena]"),
        new(new(2028, 11, 14), Jonas, "trennung Schreinerei Haug: die Zusammenarbeit passt nicht mehr"),
        new(new(2028, 11, 16), Jonas, "trennung erledigt Schreinerei Haug dank: ein gutes letztes Gespräch"),
        new(new(2028, 11, 20), Katrin, "anteil Weber Maschinenbau 30 %: bis Sommer zwei neue Kunden gewinnen"),
        new(new(2028, 11, 20), Lena, "zusage Hansen Logistik an Miriam Blohm: Kalenderentwurf bis 24.11."),
        new(new(2028, 11, 24), Lena, "gehalten Hansen Logistik: Kalenderentwurf"),
        new(new(2028, 12, 4), Katrin, "team betriebsferien 27.12. bis 31.12."),
    ];
}

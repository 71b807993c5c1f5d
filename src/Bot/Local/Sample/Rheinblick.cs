using System.Globalization;
using AccountNudge.Bot.Local.Chat;

namespace AccountNudge.Bot.Local.Sample;

/// <summary>The German sample team: a communications agency in Cologne.</summary>
public static class Rheinblick
{
    private const string Home = "c-rheinblick";

    public static SampleTeam Team(LocalDate today)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var katrin = Person("p-katrin", "Katrin Sommer");
        var jonas = Person("p-jonas", "Jonas Adler");
        var leyla = Person("p-leyla", "Leyla Demir");
        var tobias = Person("p-tobias", "Tobias Brandt");
        var gast = new LocalPerson { Id = "p-vera", Name = "Vera Gast", Locale = "de-DE", Zone = zone, IsGuest = true };
        return new SampleTeam(
            [katrin, jonas, leyla, tobias, gast],
            [
                SampleScript.Channel(Home, "rheinblick-agentur", false, katrin, jonas, leyla, tobias),
                SampleScript.Channel("c-messeauftritt", "messeauftritt", true, jonas, leyla, gast),
            ],
            Lines(today));

        LocalPerson Person(string id, string name) => new() { Id = id, Name = name, Locale = "de-DE", Zone = zone };
    }

    private static IReadOnlyList<SampleLine> Lines(LocalDate today) =>
    [
        Katrin("team region Nordrhein-Westfalen"),
        Katrin("team leitung @Katrin Sommer"),

        Katrin("kunde neu Brauhaus Lindner stufe A betreuung @Jonas Adler seit 12.03.2019"),
        Jonas("ansprechperson neu Sabine Kern bei Brauhaus Lindner rolle Marketing telefon +49 221 5550123 mail sabine.kern@lindner.example"),
        Jonas("ansprechperson neu Georg Lindner bei Brauhaus Lindner rolle Geschäftsführung telefon +49 221 5550120"),
        Jonas($"geburtstag Sabine Kern {DayMonth(today.PlusDays(6))}"),
        Jonas("notiz Brauhaus Lindner besuch mit Sabine Kern vor 3 Wochen gut: Sommerkampagne besprochen, sie ist sehr zufrieden"),
        Jonas("notiz Brauhaus Lindner anruf mit Sabine Kern vor 8 Tagen: Entwürfe für die Etiketten kurz durchgegangen"),

        Katrin("kunde neu Weber GmbH stufe B betreuung @Leyla Demir seit " + today.PlusDays(9).PlusYears(-5).ToString("dd.MM.uuuu", CultureInfo.InvariantCulture)),
        Leyla("ansprechperson neu Matthias Weber bei Weber GmbH rolle Inhaber telefon +49 2203 5550177"),
        Leyla("notiz Weber GmbH video mit Matthias Weber vor 6 Wochen: Relaunch der Seite abgenommen"),

        Katrin("kunde neu Stadtwerke Altenrath stufe A betreuung @Tobias Brandt seit 03.05.2016"),
        Tobias("ansprechperson neu Dr. Ines Falk bei Stadtwerke Altenrath rolle Unternehmenskommunikation mail i.falk@altenrath.example"),
        Tobias("notiz Stadtwerke Altenrath anruf mit Dr. Ines Falk vor 2 Tagen so lala: fragt nach dem Stand der Broschüre"),

        Katrin("kunde neu Kita Sonnenhang stufe C betreuung @Leyla Demir"),
        Leyla("ansprechperson neu Petra Moos bei Kita Sonnenhang rolle Leitung"),
        Leyla("notiz Kita Sonnenhang gruß an Petra Moos gestern: Karte zur Eröffnung geschickt"),

        new("p-tobias", Home, "beschwerde Stadtwerke Altenrath von Dr. Ines Falk: Die Broschüre kam mit dem alten Logo aus der Druckerei", Shown: true),
        new("p-jonas", Home, "notiz Brauhaus Lindner mail mit Sabine Kern gestern: schickt die Fotos vom Biergarten", Shown: true),
    ];

    private static string DayMonth(LocalDate date) => $"{date.Day}.{date.Month}.";

    private static SampleLine Katrin(string text) => new("p-katrin", Home, text);

    private static SampleLine Jonas(string text) => new("p-jonas", Home, text);

    private static SampleLine Leyla(string text) => new("p-leyla", Home, text);

    private static SampleLine Tobias(string text) => new("p-tobias", Home, text);
}

using System.Globalization;
using AccountNudge.Bot.Local.Chat;

namespace AccountNudge.Bot.Local.Sample;

/// <summary>The English sample team: a consultancy in Bristol.</summary>
public static class HarbourAndCo
{
    private const string Home = "c-harbour";

    public static SampleTeam Team(LocalDate today)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        var grace = Person("p-grace", "Grace Holloway");
        var owen = Person("p-owen", "Owen Pritchard");
        var priya = Person("p-priya", "Priya Nair");
        var daniel = Person("p-daniel", "Daniel Marsh");
        var guest = new LocalPerson { Id = "p-felix", Name = "Felix Outside", Locale = "en-GB", Zone = zone, IsGuest = true };
        return new SampleTeam(
            [grace, owen, priya, daniel, guest],
            [
                SampleScript.Channel(Home, "harbour-and-co", false, grace, owen, priya, daniel),
                SampleScript.Channel("c-bakery-project", "bakery-project", true, owen, priya, guest),
            ],
            Lines(today));

        LocalPerson Person(string id, string name) => new() { Id = id, Name = name, Locale = "en-GB", Zone = zone };
    }

    private static IReadOnlyList<SampleLine> Lines(LocalDate today) =>
    [
        Grace("team region England"),
        Grace("team manager @Grace Holloway"),

        Grace("account add Clifton Bakery tier A owner @Owen Pritchard since 4 May 2020"),
        Owen("contact add Hannah Reed at Clifton Bakery role Operations phone +44 117 496 0123 email hannah@clifton.example"),
        Owen("contact add Martin Clifton at Clifton Bakery role Founder phone +44 117 496 0120"),
        Owen($"birthday Hannah Reed {DayMonth(today.PlusDays(5))}"),
        Owen("log Clifton Bakery visit with Hannah Reed 3 weeks ago good: walked through the new shop, very pleased"),
        Owen("log Clifton Bakery call with Hannah Reed 8 days ago: went over the delivery plan"),

        Grace("account add Avon Logistics tier B owner @Priya Nair since " + today.PlusDays(10).PlusYears(-3).ToString("d MMMM uuuu", CultureInfo.GetCultureInfo("en-GB"))),
        Priya("contact add Samuel Okoro at Avon Logistics role Managing Director phone +44 117 496 0177"),
        Priya("log Avon Logistics video with Samuel Okoro 6 weeks ago: signed off the warehouse study"),

        Grace("account add Severn Housing Trust tier A owner @Daniel Marsh since 3 May 2017"),
        Daniel("contact add Ruth Ellery at Severn Housing Trust role Communications email ruth@severn.example"),
        Daniel("log Severn Housing Trust call with Ruth Ellery 2 days ago so-so: asked where the tenant survey stands"),

        Grace("account add Mendip Books tier C owner @Priya Nair"),
        Priya("contact add Alice Thorne at Mendip Books role Owner"),
        Priya("log Mendip Books greeting with Alice Thorne yesterday: sent a card for the reopening"),

        new("p-daniel", Home, "complaint Severn Housing Trust by Ruth Ellery: the survey went out with last year's questions", Shown: true),
        new("p-owen", Home, "log Clifton Bakery mail with Hannah Reed yesterday: sends photos of the new counter", Shown: true),
    ];

    private static string DayMonth(LocalDate date) => date.ToString("d MMMM", CultureInfo.GetCultureInfo("en-GB"));

    private static SampleLine Grace(string text) => new("p-grace", Home, text);

    private static SampleLine Owen(string text) => new("p-owen", Home, text);

    private static SampleLine Priya(string text) => new("p-priya", Home, text);

    private static SampleLine Daniel(string text) => new("p-daniel", Home, text);
}

using System.Net;
using System.Text;
using AccountNudge.Core.Exports;

namespace AccountNudge.Bot.Conversation.Privacy;

/// <summary>Everything that is kept about somebody, as a page they can read: what, since when, by whom, who sees it, for how long, and what they can ask for.</summary>
internal static class PersonPage
{
    private const string Style = "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c2733}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{color:#5a6b7b}dd{margin:0}article{border-top:1px solid #d8dfe6;padding:.6rem 0}small{color:#5a6b7b}";

    /// <summary>What the tables are called. What has no name of its own is called a record.</summary>
    private static readonly Dictionary<string, Text> Kinds = new(StringComparer.Ordinal)
    {
        ["interactions"] = new($"Talks and notes", $"Gespräche und Notizen"),
        ["complaints"] = new($"Complaints", $"Beschwerden"),
        ["complaint_steps"] = new($"Steps of complaints", $"Schritte von Beschwerden"),
        ["promises"] = new($"Promises to you", $"Zusagen an Sie"),
        ["plans"] = new($"Planned talks", $"Geplante Gespräche"),
        ["hooks"] = new($"Notes for the next talk", $"Anknüpfungspunkte"),
        ["lasting_notes"] = new($"Wishes and topics", $"Vorlieben und Themen"),
        ["occasions"] = new($"Occasions", $"Anlässe"),
        ["occasion_choices"] = new($"What was decided about occasions", $"Entscheidungen zu Anlässen"),
        ["expectations"] = new($"Agreements", $"Zielvereinbarungen"),
        ["satisfaction_notes"] = new($"How content you were", $"Zufriedenheit"),
        ["referrals"] = new($"Recommendations", $"Empfehlungen"),
        ["departures"] = new($"That you left", $"Ausscheiden"),
        ["snoozes"] = new($"What was put off", $"Wiedervorlagen"),
        ["overrides"] = new($"Reminders that were released", $"Freigegebene Anstöße"),
        ["milestones"] = new($"Milestones", $"Meilensteine"),
    };

    /// <summary>Draws it.</summary>
    /// <param name="export">What is kept.</param>
    /// <param name="voice">In which language.</param>
    /// <param name="platform">Where colleagues read it.</param>
    /// <param name="at">The moment, in the team's zone.</param>
    public static byte[] Of(PersonExport export, Voice voice, string platform, LocalDateTime at)
    {
        var page = new StringBuilder();
        var (contact, language) = (export.Contact, voice.Language == Language.German ? "de" : "en");
        page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex\"><title>{Html(Title(voice))}</title><style>{Style}</style><body>");
        Heading("h1", new Text($"What we keep about you, {contact.Name}", $"Was wir über Sie gespeichert haben, {contact.Name}"));
        Line(new Text($"As of {at.Date:d MMMM yyyy}, {at.TimeOfDay:HH:mm}. Kept by the team “{export.Team.Name}” to look after its work with {export.Account.Name}.", $"Stand: {at.Date:d. MMMM yyyy}, {at.TimeOfDay:HH:mm} Uhr. Gespeichert vom Team „{export.Team.Name}“, um die Zusammenarbeit mit {export.Account.Name} zu pflegen."));
        Heading("h2", new Text($"You", $"Zur Person"));
        page.Append("<dl>");
        Pair(Text.Verbatim("Name"), contact.Name);
        Pair(new Text($"Company", $"Unternehmen"), export.Account.Name);
        Pair(new Text($"Role", $"Rolle"), contact.Role);
        Pair(new Text($"Phone", $"Telefon"), contact.Phone);
        Pair(new Text($"Email", $"Mail"), contact.Email);
        if (contact.Birthday is { } day) Pair(new Text($"Birthday", $"Geburtstag"), Directory.ContactTexts.BirthdayOn(day, contact.BirthYear).Plain(voice));
        if (contact.GoneOn is { } gone) Pair(new Text($"Not there since", $"Nicht mehr dort seit"), new Text($"{gone:d MMMM yyyy}", $"{gone:d. MMMM yyyy}").Plain(voice));
        if (contact.DeleteOn is { } delete) Pair(new Text($"Will be deleted on", $"Wird gelöscht am"), new Text($"{delete:d MMMM yyyy}", $"{delete:d. MMMM yyyy}").Plain(voice));
        if (contact.ObjectedOn is { } objected) Pair(new Text($"Your objection", $"Ihr Widerspruch"), new Text($"{objected:d MMMM yyyy}", $"{objected:d. MMMM yyyy}").Plain(voice));
        page.Append("</dl>");
        foreach (var kind in export.Records.GroupBy(record => record.Table, StringComparer.Ordinal))
        {
            Heading("h2", Kinds.GetValueOrDefault(kind.Key) ?? new Text($"Other records", $"Weitere Einträge"));
            foreach (var record in kind) Record(record);
        }

        Heading("h2", new Text($"Where it comes from, who sees it, for how long", $"Woher es kommt, wer es sieht, wie lange"));
        var members = string.Join(", ", export.Members);
        Line(new Text($"Colleagues noted it after talks with you and your company, or imported it from their own lists. It is seen by: {members}.", $"Notiert haben es Kolleginnen und Kollegen nach Gesprächen mit Ihnen und Ihrem Unternehmen, oder es stammt aus deren eigenen Listen. Sehen können es: {members}."));
        if (platform != "local") Line(new Text($"They read and write it in {Named(platform)}, whose provider processes it on our behalf. Nobody else receives it.", $"Gelesen und geschrieben wird es in {Named(platform)}; der Anbieter verarbeitet es in unserem Auftrag. Sonst erhält es niemand."));
        var settings = export.Team.Settings;
        Line(new Text(
            $"Notes for the next talk are deleted after {settings.HookDays} days, noted talks after {settings.KeepTalksMonths} months, what is about you as a person {settings.KeepGoneDays} days after you leave the company.",
            $"Anknüpfungspunkte werden nach {settings.HookDays} Tagen gelöscht, Gesprächsnotizen nach {settings.KeepTalksMonths} Monaten, was Ihre Person betrifft, {settings.KeepGoneDays} Tage nach Ihrem Ausscheiden."));
        Line(new Text(
            $"You can have it corrected or deleted, object to it, and complain to a data protection authority. No decision about you is made by a machine.",
            $"Sie können verlangen, dass es berichtigt oder gelöscht wird, widersprechen und sich bei einer Datenschutzbehörde beschweren. Automatische Entscheidungen über Sie gibt es nicht."));
        return Encoding.UTF8.GetBytes(page.Append("</body></html>").ToString());

        void Heading(string tag, Text text) => page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<{tag}>{Html(text.Plain(voice))}</{tag}>");

        void Line(Text text) => page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<p>{Html(text.Plain(voice))}</p>");

        void Pair(Text label, string value)
        {
            if (value.Length > 0) page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<dt>{Html(label.Plain(voice))}</dt><dd>{Html(value)}</dd>");
        }

        void Record(PersonRecord record)
        {
            page.Append("<article>");
            var words = record.Values.Where(value => value.Value.Any(char.IsLetter) && value.Key is not ("Kind" or "Cycle" or "Zone")).ToList();
            foreach (var (_, said) in words) page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<p>{Html(said)}</p>");
            var (when, by) = (record.At ?? "", record.By ?? "");
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<small>{Html(string.Join(" · ", new[] { when, by }.Where(part => part.Length > 0)))}</small></article>");
        }
    }

    private static string Title(Voice voice) => new Text($"Your data", $"Ihre Daten").Plain(voice);

    private static string Named(string platform) => platform == "slack" ? "Slack" : "Microsoft Teams";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}

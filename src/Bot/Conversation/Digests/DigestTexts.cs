using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Conversation.Digests;

/// <summary>The words of the report, of Today and of the quiet accounts.</summary>
internal static class DigestTexts
{
    public static readonly Text First = new($"First", $"Zuerst");
    public static readonly Text NothingPresses = new($"Nothing is pressing. Everyone has had their answer.", $"Gerade drängt nichts. Alle haben ihre Antwort.");
    public static readonly Text Figures = new($"In figures", $"In Zahlen");
    public static readonly Text Complaints = new($"Complaints per week", $"Beschwerden pro Woche");
    public static readonly Text Opened = new($"Opened", $"Neu");
    public static readonly Text Confirmed = new($"Confirmed", $"Bestätigt");
    public static readonly Text QuietPerTier = new($"Quiet accounts per tier", $"Stille Kunden je Stufe");
    public static readonly Text Quiet = new($"Quiet", $"Still");
    public static readonly Text TalksPerKind = new($"Talks in the last seven days", $"Gespräche der letzten sieben Tage");
    public static readonly Text Talks = new($"Talks", $"Gespräche");
    public static readonly Text Accounts = new($"Accounts", $"Kunden");
    public static readonly Text OpenComplaints = new($"Open complaints", $"Offene Beschwerden");
    public static readonly Text QuietAccounts = new($"Quiet accounts", $"Stille Kunden");
    public static readonly Text Releases = new($"Sent although a complaint is open", $"Trotz offener Beschwerde gesendet");
    public static readonly Text Ownerless = new($"Nobody looks after them yet", $"Noch ohne Betreuung");

    public static readonly Text TodayEmpty = new(
        $"Nothing is waiting for you. A good moment to ring someone just because.",
        $"Auf ‹dich|Sie› wartet gerade nichts. Ein guter Moment, jemanden einfach so anzurufen.");

    public static readonly Text Held = new($"Held back", $"Zurückgehalten");
    public static readonly Text PutOff = new($"Put off", $"Auf Wiedervorlage");
    public static readonly Text Ahead = new($"Coming up", $"Demnächst");
    public static readonly Text Undeliverable = new($"I could not deliver this one.", $"Das ließ sich nicht zustellen.");

    public static readonly Text NobodyQuiet = new(
        $"Nobody has been quiet for too long.",
        $"Von niemandem haben wir zu lange nichts gehört.");

    public static readonly Text QuietSoon = new($"Soon", $"Bald");

    public static Text Overview(string teams) => new($"How things stand · {teams}", $"Überblick · {teams}");

    public static Text Today(int count) => new($"Today — {AnnouncementTexts.Matters(count)}", $"Heute – {AnnouncementTexts.Matters(count)}");

    public static Text More(int count) => new($"+{count} more", $"+{count} weitere");

    public static Text QuietHeadline(int count) => count switch
    {
        0 => new($"Nobody is quiet yet, but soon", $"Noch ist niemand still, aber bald"),
        1 => new($"One account would be glad to hear from us", $"Ein Kunde würde sich über ein Wort freuen"),
        _ => new($"{count} accounts would be glad to hear from us", $"{count} Kunden würden sich über ein Wort freuen"),
    };

    public static Text Silent(Strong who, QuietAccount quiet)
    {
        if (quiet.IsQuiet) return new($"{who}: {Days(quiet.SilentDays)} without a talk, {quiet.DaysPast} more than agreed", $"{who}: {Days(quiet.SilentDays)} ohne Gespräch, {quiet.DaysPast} mehr als vereinbart");
        return quiet.DaysPast == 0
            ? new($"{who}: due tomorrow", $"{who}: morgen wieder dran")
            : new($"{who}: due in {1 - quiet.DaysPast} days", $"{who}: in {1 - quiet.DaysPast} Tagen wieder dran");
    }

    public static Text Days(int count) => count == 1 ? new($"1 day", $"1 Tag") : new($"{count} days", $"{count} Tage");

    public static Text Tier(Tier tier) => new($"Tier {tier}", $"Stufe {tier}");

    /// <summary>One line at the top of the report: the person, what they wait for, who looks after them.</summary>
    public static Text Need(DigestNeed need, Telling telling)
    {
        var who = new Strong(Saying.Who(need.Account, need.Contact));
        var since = Saying.At(need.Since, telling);
        var line = need.Kind switch
        {
            NeedKind.AskedTwice => new Text($"{who} has had to ask again {AnnouncementTexts.Times(need.Complaint!.Chasers)}, last {since}", $"{who} musste {AnnouncementTexts.Times(need.Complaint!.Chasers)} nachfragen, zuletzt {since}"),
            NeedKind.NoAnswer => new Text($"{who} has been waiting for an answer since {since}", $"{who} wartet seit {since} auf eine Antwort"),
            NeedKind.NoSolution => new Text($"{who} has been waiting for the solution since {since}", $"{who} wartet seit {since} auf die Lösung"),
            NeedKind.NoWord => new Text($"{who} has been waiting for word from us since {since}", $"{who} wartet seit {since} auf ein Wort von uns"),
            NeedKind.Stuck => new Text($"{who}: reopened {AnnouncementTexts.Times(need.Complaint!.Reopened)}, perhaps a case for fresh eyes", $"{who}: {AnnouncementTexts.Times(need.Complaint!.Reopened)} wieder aufgenommen, vielleicht hilft ein frischer Blick"),
            _ => new Text($"{who}: no talk for {Days(need.SilentDays)}", $"{who}: seit {need.SilentDays} Tagen kein Gespräch"),
        };
        return need.Owner is { } owner ? new($"{line} · {owner.Name}", $"{line} · {owner.Name}") : line;
    }

    public static Text Release(Released released) => released.Member is { } member
        ? new($"{released.Account.Name} ({member.Name}): {released.Reason}", $"{released.Account.Name} ({member.Name}): {released.Reason}")
        : new($"{released.Account.Name}: {released.Reason}", $"{released.Account.Name}: {released.Reason}");

    /// <summary>Why a nudge is held, and what releases it.</summary>
    public static Text HeldBecause(string account) => new(
        $"Held while the complaint is open. “override {account}: reason” releases it.",
        $"Zurückgehalten, solange die Beschwerde offen ist. „trotzdem {account}: Grund“ gibt es frei.");

    public static Text About(Core.Nudges.MatterKind kind) => kind switch
    {
        Core.Nudges.MatterKind.Complaint => new($"complaint", $"Beschwerde"),
        Core.Nudges.MatterKind.Birthday => new($"birthday", $"Geburtstag"),
        Core.Nudges.MatterKind.Anniversary => new($"anniversary of working together", $"Jahrestag der Zusammenarbeit"),
        _ => new($"getting in touch", $"wieder melden"),
    };

    public static Text Until(Text until) => new($"until {until}", $"bis {until}");
}

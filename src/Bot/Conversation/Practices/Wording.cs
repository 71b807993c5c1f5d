using AccountNudge.Core.Digests;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>People, days and kinds of talk in words.</summary>
internal static class Wording
{
    private const int NearDays = 6;

    /// <summary>"Tuesday" on a Monday is tomorrow's to whoever reads it.</summary>
    private const int NearDaysBefore = 5;

    private const int LongestExcerpt = 120;

    /// <summary>The person first, then the company.</summary>
    public static string Who(Account account, Contact? contact) => contact is null ? account.Name : $"{contact.Name} ({account.Name})";

    /// <summary>The client's words, short enough for a line among others.</summary>
    public static Text Excerpt(string words, int longest = LongestExcerpt)
    {
        var line = Shortening.Of(words, longest);
        return new($"“{line}”", $"„{line}“");
    }

    /// <summary>An instant, such as <c>Friday 16:00</c> and <c>Freitag, 16 Uhr</c> within a week, else with its date. What follows it in German begins with a comma.</summary>
    public static Text At(Instant at, RenderContext context)
    {
        var local = at.InZone(context.Zone).LocalDateTime;
        var clock = Moments.Clock(local.TimeOfDay);
        if (IsNear(local.Date, context)) return new($"{local:dddd} {clock}", $"{local:dddd}, {clock}");
        var day = Date(local.Date, context);
        return new($"{day} {clock}", $"{day}, {clock}");
    }

    /// <summary>An instant in small print, such as <c>Mon 12:04</c>.</summary>
    public static Text Stamp(Instant at, RenderContext context)
    {
        var local = at.InZone(context.Zone).LocalDateTime;
        return IsNear(local.Date, context)
            ? new($"{local:ddd HH:mm}", $"{local:ddd HH:mm}")
            : new($"{local:d MMMM HH:mm}", $"{local:d. MMMM HH:mm}");
    }

    private static bool IsNear(LocalDate day, RenderContext context) => Period.DaysBetween(context.SaidOn, day) is >= -NearDaysBefore and <= NearDays;

    /// <summary>A date, with its year where that is another.</summary>
    public static Text Date(LocalDate date, RenderContext context) => date.Year == context.SaidOn.Year
        ? new($"{date:d MMMM}", $"{date:d. MMMM}")
        : new($"{date:d MMMM uuuu}", $"{date:d. MMMM uuuu}");

    /// <summary>A number among figures.</summary>
    public static Text Number(int count) => new($"{count}", $"{count}");

    /// <summary>Working time, such as <c>3½ working hours</c>: to half an hour, so that nobody reads more into it than there is.</summary>
    public static Text WorkingTime(Duration time)
    {
        var halves = (int)Math.Max(1, Math.Round(time.TotalHours * 2, MidpointRounding.AwayFromZero));
        if (halves == 2) return new($"1 working hour", $"1 Arbeitsstunde");
        var hours = (halves / 2, halves % 2) switch { (0, _) => "½", (var whole, 0) => $"{whole}", var (whole, _) => $"{whole}½" };
        return halves == 1 ? new($"{hours} working hour", $"{hours} Arbeitsstunde") : new($"{hours} working hours", $"{hours} Arbeitsstunden");
    }

    /// <summary>A chart over the weeks of a report.</summary>
    public static Chart PerWeek(Text title, DigestReport report, Voice voice, params IReadOnlyList<(Text Name, IReadOnlyList<int> Counts)> series) => new(
        ChartKind.Bar, title.Plain(voice), [.. report.Weeks.Select(week => Label(week).Plain(voice))],
        [.. series.Select(one => new ChartSeries(one.Name.Plain(voice), [.. one.Counts.Select(count => (decimal)count)]))]);

    /// <summary>A date on the axis of a chart, where there is room for little.</summary>
    public static Text Label(LocalDate date) => new($"{date:d MMM}", $"{date:d. MMM}");

    /// <summary>A day, as an adverb: today, tomorrow, on Friday.</summary>
    public static Text On(LocalDate day, RenderContext context) => Period.DaysBetween(context.SaidOn, day) switch
    {
        >= -1 and <= 1 when context.IsRedrawn => new($"on {Date(day, context)} ({day:dddd})", $"am {Date(day, context)} ({day:dddd})"),
        0 => new($"today", $"heute"),
        1 => new($"tomorrow", $"morgen"),
        -1 => new($"yesterday", $"gestern"),
        > 1 and <= NearDays => new($"on {day:dddd}", $"am {day:dddd}"),
        _ => new($"on {Date(day, context)} ({day:dddd})", $"am {Date(day, context)} ({day:dddd})"),
    };

    /// <summary>A day, see <see cref="Moments.On"/>.</summary>
    public static Text Day(LocalDate day, RenderContext context) => Moments.On(day, context.SaidOn, context.IsRedrawn);

    /// <summary>A day as an adverb: <c>tomorrow</c>, <c>on Friday 12 March</c>.</summary>
    public static Text OnDay(LocalDate day, RenderContext context)
    {
        var on = Day(day, context);
        return Moments.IsNear(day, context.SaidOn, context.IsRedrawn) ? on : new($"on {on}", $"am {on}");
    }

    /// <summary>An instant, see <see cref="Moments.At"/>.</summary>
    public static Text Moment(Instant at, RenderContext context) => Moments.At(at, context.Zone, context.Said, context.IsRedrawn);

    /// <summary>A day or, where a time of it is known, that instant.</summary>
    public static Text Moment(LocalDate day, LocalTime? time, RenderContext context) =>
        time is { } exact ? Moment(day.At(exact).InZoneLeniently(context.Zone).ToInstant(), context) : Day(day, context);

    /// <summary>By which day something is to be done, reading on after what it is; once it is over, since when.</summary>
    public static Text By(LocalDate day, RenderContext context)
    {
        var on = Day(day, context);
        return Period.DaysBetween((context.DrawnAt ?? context.Now).InZone(context.Zone).Date, day) switch
        {
            < 0 => new($", overdue since {on}", $", überfällig seit {on}"),
            0 when !context.IsRedrawn => new($" today", $", noch heute"),
            _ => new($" by {on}", $" bis {on}"),
        };
    }

    /// <summary>A kind of interaction as a noun.</summary>
    public static Text Kind(InteractionKind? kind) => kind switch
    {
        InteractionKind.Visit => new($"visit", $"Besuch"),
        InteractionKind.Call => new($"call", $"Telefonat"),
        InteractionKind.Video => new($"video call", $"Videogespräch"),
        InteractionKind.Mail => new($"email", $"Mail"),
        InteractionKind.Chat => new($"chat", $"Chat"),
        InteractionKind.Greeting => new($"greeting", $"Gruß"),
        InteractionKind.Gift => new($"gift", $"Geschenk"),
        InteractionKind.Newsletter => new($"newsletter", $"Newsletter"),
        InteractionKind.Note => new($"note", $"Notiz"),
        _ => new($"a word about a complaint", $"ein Wort zu einer Beschwerde"),
    };

    /// <summary>An agreed word on how things stand.</summary>
    public static readonly Text Status = new($"status update", $"Statusbericht");

    /// <summary>What was said or done, and with whom; a greeting or a gift goes to someone.</summary>
    public static Text With(Interaction interaction, string? contact)
    {
        var kind = interaction.IsStatus ? Status : Kind(interaction.Kind);
        return (contact, (interaction.IsSubstantive && !interaction.IsStatus) || interaction.Kind == InteractionKind.Note) switch
        {
            (null, _) => kind,
            (_, true) => new($"{kind} with {contact}", $"{kind} mit {contact}"),
            _ => new($"{kind} to {contact}", $"{kind} an {contact}"),
        };
    }

    /// <summary>The last talk: when, how, with whom, by whom.</summary>
    public static Text LastTalk(ClientTalk? last, Contact? with, Member? by, RenderContext context)
    {
        if (last is null) return new($"No talk noted yet", $"Noch kein Gespräch notiert");
        if (last.IsImported) return new($"Last: {Date(last.On, context)}, as the imported list says", $"Zuletzt: {Date(last.On, context)}, laut importierter Liste");
        var talk = (last.Kind, with) switch
        {
            (_, null) => Kind(last.Kind),
            (null, _) => new Text($"a word with {with.Name} about a complaint", $"ein Wort mit {with.Name} zu einer Beschwerde"),
            _ => new Text($"{Kind(last.Kind)} with {with.Name}", $"{Kind(last.Kind)} mit {with.Name}"),
        };
        var who = by is null ? Text.Verbatim("") : new($" ({by.Name})", $" ({by.Name})");
        return new($"Last: {talk}, {Date(last.On, context)}{who}", $"Zuletzt: {talk}, {Date(last.On, context)}{who}");
    }

    /// <summary>The last talk that is known of an account.</summary>
    public static Text LastTalk(AccountFacts facts, RenderContext context) =>
        LastTalk(facts.LastTalk, facts.Contact(facts.LastTalk?.ContactId), facts.Roster.Find(facts.LastTalk?.MemberId), context);

    /// <summary>Figures in small print, beside each other.</summary>
    public static RichText Beside(Voice voice, params IReadOnlyList<Text?> texts)
    {
        var runs = new List<Inline>();
        foreach (var text in texts.OfType<Text>().Select(text => text.In(voice)).Where(text => text.Plain.Length > 0))
        {
            if (runs.Count > 0) runs.Add(new Words(" · "));
            runs.AddRange(text.Runs);
        }

        return new RichText(runs);
    }
}

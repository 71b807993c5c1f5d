using AccountNudge.Core.Interactions;
using NodaTime.Text;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>What is said about talks.</summary>
internal static class LogTexts
{
    public static readonly Text Does = new($"note a talk", $"Gespräch notieren");
    public static readonly Text Title = new($"Log a talk", $"Gespräch notieren");
    public static readonly Text Example = new($"log Acme call with Maria Jones yesterday good: wants a quote by Friday", $"notiz Weber anruf mit Sabine Klein gestern gut: möchte ein Angebot bis Freitag");
    public static readonly Text KindLabel = new($"Kind", $"Art");
    public static readonly Text WithLabel = new($"With whom?", $"Mit wem?");
    public static readonly Text WhenLabel = new($"When?", $"Wann?");
    public static readonly Text BalanceLabel = new($"Given or asked?", $"Gegeben oder gebeten?");
    public static readonly Text MoodLabel = new($"How did it feel?", $"Wie war die Stimmung?");
    public static readonly Text AgendaLabel = new($"Was there an agenda?", $"Gab es ein Anliegen?");
    public static readonly Text NoAgenda = new($"no, just a talk", $"nein, einfach so");
    public static readonly Text JustTalk = new($"no agenda", $"einfach so");
    public static readonly Text DirectionLabel = new($"Who got in touch?", $"Von wem ging es aus?");
    public static readonly Text WordsLabel = new($"What was said?", $"Was wurde gesagt?");
    public static readonly Text They = new($"the client", $"vom Kunden");
    public static readonly Text We = new($"we", $"von uns");
    public static readonly Text Given = new($"we gave something", $"wir haben etwas gegeben");
    public static readonly Text Asked = new($"we asked for something", $"wir haben um etwas gebeten");
    public static readonly Text Good = new($"good", $"gute Stimmung");
    public static readonly Text SoSo = new($"so-so", $"Stimmung geht so");
    public static readonly Text Tense = new($"tense", $"angespannt");

    public static readonly Text StillAhead = new(
        $"That day is still ahead. Tell me once you’ve talked and I’ll note it.",
        $"Der Tag kommt erst noch. Nach dem Gespräch halte ich es gern fest.");

    /// <summary>Below a note that does not say how one talked.</summary>
    public static readonly Text WhichMood = new($"How did it feel?", $"Wie war die Stimmung?");
    public static readonly Text WasGood = new($"Good", $"Gut");
    public static readonly Text WasSoSo = new($"So-so", $"Geht so");
    public static readonly Text WasTense = new($"Tense", $"Angespannt");

    public static readonly Text WhichKind = new(
        $"How did you talk? Pick one, or it stays a note.",
        $"Auf welchem Weg? Ohne Auswahl bleibt es eine Notiz.");

    public static readonly Text NothingSaid = new(
        $"Please say in a few words what it was about, or pick call, meeting, email …",
        $"‹Schreib|Schreiben Sie› bitte kurz, worum es ging, oder ‹wähl|wählen Sie› Anruf, Treffen, Mail … aus.");

    public static readonly Text Incoming = new($"from the client", $"vom Kunden");

    public static Text Kind(InteractionKind kind) => kind switch
    {
        InteractionKind.Visit => new($"visit", $"Besuch"),
        InteractionKind.Video => new($"video call", $"Videogespräch"),
        InteractionKind.Mail => new($"email", $"Mail"),
        InteractionKind.Chat => new($"chat", $"Nachricht"),
        InteractionKind.Greeting => new($"greeting", $"Gruß"),
        InteractionKind.Gift => new($"gift", $"Geschenk"),
        InteractionKind.Newsletter => new($"newsletter", $"Newsletter"),
        InteractionKind.Call => new($"call", $"Anruf"),
        _ => new($"note", $"Notiz"),
    };

    /// <summary>A kind on its button.</summary>
    public static Text Button(InteractionKind kind) => kind switch
    {
        InteractionKind.Visit => new($"Meeting", $"Treffen"),
        InteractionKind.Video => new($"Video", $"Video"),
        InteractionKind.Mail => new($"Email", $"Mail"),
        InteractionKind.Chat => new($"Chat", $"Chat"),
        _ => new($"Call", $"Anruf"),
    };

    public static Text Headline(RichText who, Text kind, Direction direction, Text day) => direction == Direction.They
        ? new($"{who}: {kind} from them, {day}", $"{who}: {kind} vom Kunden, {day}")
        : new($"{who}: {kind}, {day}", $"{who}: {kind}, {day}");

    public static Text By(string member) => new($"Noted by {member}", $"Notiert von {member}");

    /// <summary>What a note would say, from what it is given, in short.</summary>
    public static Text InShort(IReadOnlyDictionary<string, string> raw, LocalDate today)
    {
        var kind = Enum.TryParse<InteractionKind>(raw.GetValueOrDefault(LogSlots.Kind.Name), out var known) ? known : InteractionKind.Note;
        var isTheirs = raw.GetValueOrDefault(LogSlots.Direction.Name) == nameof(Core.Interactions.Direction.They);
        var isOurs = raw.GetValueOrDefault(LogSlots.Direction.Name) == nameof(Core.Interactions.Direction.We);
        var day = Moments.On(LocalDatePattern.Iso.Parse(raw.GetValueOrDefault(LogSlots.When.Name)?[..10] ?? "").TryGetValue(today, out var on) ? on : today, today);
        var what = isTheirs ? new($"{Kind(kind)} from them", $"{Kind(kind)} vom Kunden") : isOurs ? new($"{Kind(kind)} from us", $"{Kind(kind)} von uns") : Kind(kind);
        return raw.GetValueOrDefault(LogSlots.Mood.Name) switch
        {
            nameof(Mood.Good) => new($"{what}, {day}, {Good}", $"{what}, {day}, {Good}"),
            nameof(Mood.SoSo) => new($"{what}, {day}, {SoSo}", $"{what}, {day}, {SoSo}"),
            nameof(Mood.Tense) => new($"{what}, {day}, {Tense}", $"{what}, {day}, {Tense}"),
            _ => new($"{what}, {day}", $"{what}, {day}"),
        };
    }
}

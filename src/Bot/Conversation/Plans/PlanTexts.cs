using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Plans;

namespace AccountNudge.Bot.Conversation.Plans;

/// <summary>The words of plans.</summary>
internal static class PlanTexts
{
    public static readonly Text Give = new($"we give something", $"wir geben etwas");
    public static readonly Text Ask = new($"we ask for something", $"wir bitten um etwas");
    public static readonly Text Does = new($"plan the next talk", $"nächstes Gespräch planen");
    public static readonly Text Title = new($"Plan a talk", $"Gespräch planen");
    public static readonly Text Example = new($"plan Acme visit with Maria Jones on Friday 10:00: yearly review", $"termin Weber besuch mit Sabine Klein am Freitag um 10: Jahresgespräch");
    public static readonly Text DoesMove = new($"move a planned talk", $"ein Vorhaben verschieben");
    public static readonly Text TitleMove = new($"Move a planned talk", $"Vorhaben verschieben");
    public static readonly Text ExampleMove = new($"plan move Acme to Monday 14:00", $"vorhaben verschieben Weber auf Montag 14 Uhr");
    public static readonly Text DoesCallOff = new($"call a planned talk off", $"ein Vorhaben absagen");
    public static readonly Text TitleCallOff = new($"Call a talk off", $"Vorhaben absagen");
    public static readonly Text ExampleCallOff = new($"plan cancel Acme", $"vorhaben absagen Weber");
    public static readonly Text WhenLabel = new($"When?", $"Wann?");
    public static readonly Text WhenHint = new($"A day, with or without a time: Friday 10:00", $"Ein Tag, mit oder ohne Uhrzeit: Freitag 10 Uhr");
    public static readonly Text ForLabel = new($"What is it about?", $"Worum geht es?");
    public static readonly Text Planned = new($"Planned", $"Geplant");
    public static readonly Text Next = new($"Planned next", $"Als Nächstes geplant");
    public static readonly Text NoteIt = new($"Note it", $"Notieren");
    public static readonly Text AnotherDay = new($"Pick another day", $"Anderen Tag wählen");
    public static readonly Text Move = new($"Move …", $"Verschieben …");
    public static readonly Text MovedTo = new($"Moved …", $"Verschoben …");
    public static readonly Text CallOff = new($"Call it off", $"Absagen");
    public static readonly Text DidNotHappen = new($"Did not happen", $"Fand nicht statt");

    public static readonly Text IsKept = new($"A talk has been noted since, so this one is done.", $"Dazu ist schon ein Gespräch notiert, das ist erledigt.");

    /// <summary>The day that was typed is over.</summary>
    public static Text HaveTalked(RichText who, Text on) => new(
        $"{who}: {on}, that’s already over. Did you mean to note it?",
        $"{who}: {on}, das ist schon vorbei. ‹Wolltest du|Wollten Sie› es notieren?");

    public static Text Nothing(string account) => new($"Nothing is planned with {account}.", $"Mit {account} ist nichts geplant.");

    public static Text Which(string account) => new($"Which one with {account}?", $"Welches Vorhaben mit {account}?");

    public static Text By(string member) => new($"Planned by {member}", $"Geplant von {member}");

    public static Text MovedBy(string member) => new($"Moved by {member}", $"Verschoben von {member}");

    /// <summary>Who gets the brief; null is whoever reads this alone.</summary>
    public static Text BriefComes(string? member) => member is null
        ? new($"You get the brief half an hour before.", $"‹Du bekommst|Sie bekommen› eine halbe Stunde vorher das Kurzprofil.")
        : new($"{member} gets the brief half an hour before.", $"{member} bekommt eine halbe Stunde vorher das Kurzprofil.");

    public static Text BriefComesNow(string? member) => member is null
        ? new($"You get the brief right away.", $"‹Du bekommst|Sie bekommen› gleich das Kurzprofil.")
        : new($"{member} gets the brief right away.", $"{member} bekommt gleich das Kurzprofil.");

    public static Text RemindsThatMorning(string? member) => member is null
        ? new($"I’ll remind you that morning.", $"Am Morgen erinnere ich ‹dich|Sie› daran.")
        : new($"I’ll remind {member} that morning.", $"Am Morgen erinnere ich {member} daran.");

    public static Text RemindsBefore(string? member, Text on) => member is null
        ? new($"I’ll remind you {on}, while there is still time.", $"Ich erinnere ‹dich|Sie› schon {on} daran.")
        : new($"I’ll remind {member} {on}, while there is still time.", $"Ich erinnere {member} schon {on} daran.");

    public static Text IsAway(string? member, Text until) => member is null
        ? new($"You are away until {until}, so whoever covers for you will hear about it.", $"‹Du bist|Sie sind› bis {until} nicht da, deshalb erfährt es die Vertretung.")
        : new($"{member} is away until {until}, so whoever covers will hear about it.", $"{member} ist bis {until} nicht da, deshalb erfährt es die Vertretung.");

    public static Text IsPaused(string account, Text until) => new($"{account} is paused until {until}.", $"{account} macht bis {until} Pause.");

    /// <summary>That it was planned, in a client's story.</summary>
    public static Text Told(Plan plan, string? contact)
    {
        var (what, on) = (What(plan), new Text($"{plan.On:d MMMM uuuu}", $"{plan.On:d. MMMM uuuu}"));
        var dropped = plan.DroppedAt is null ? Text.Verbatim("") : new Text($" (called off)", $" (abgesagt)");
        return contact is null
            ? new($"planned for {on}: {what}{dropped}", $"für den {on} geplant: {what}{dropped}")
            : new($"planned for {on}: {what} with {contact}{dropped}", $"für den {on} geplant: {what} mit {contact}{dropped}");
    }

    public static Text CalledOff(RichText who, Text what, Text when) => new($"{who}: {what}, {when}, called off", $"{who}: {what}, {when}, abgesagt");

    public static Text NotHappened(RichText who, Text what, Text when) => new($"{who}: {what}, {when}, did not happen", $"{who}: {what}, {when}, fand nicht statt");

    public static Text Headline(RichText who, Text what, Text when) => new($"{who}: {what}, {when}", $"{who}: {what}, {when}");

    /// <summary>What is planned, without an article; a meeting where only its time is known.</summary>
    public static Text What(Plan plan) => plan.Kind is { } kind ? Wording.Kind(kind) : plan.Time is null ? new($"talk", $"Gespräch") : new($"meeting", $"Termin");

    /// <summary>With an article: <c>a visit</c>, <c>ein Besuch</c>.</summary>
    public static Text One(Plan plan)
    {
        var what = What(plan);
        return plan.Kind == InteractionKind.Mail ? new($"an {what}", $"eine {what}") : new($"a {what}", $"ein {what}");
    }

    /// <summary>When it is, for small print and headlines: <c>10:00 on Friday 12 March</c>.</summary>
    public static Text When(Plan plan, DateTimeZone zone, Instant now) => When(plan.On, plan.Time, zone, now);

    /// <summary>See <see cref="When(Plan, DateTimeZone, Instant)"/>.</summary>
    public static Text When(Plan plan, RenderContext context) => Wording.Moment(plan.On, plan.Time, context);

    public static Text When(LocalDate on, LocalTime? time, DateTimeZone zone, Instant now) => time is { } exact
        ? Moments.At(on.At(exact).InZoneLeniently(zone).ToInstant(), zone, now)
        : Moments.On(on, now.InZone(zone).Date);

    /// <summary>A plan before it is made: how and when.</summary>
    public static Text InShort(IReadOnlyDictionary<string, string> raw, DateTimeZone zone, Instant now)
    {
        var when = DateReader.Read(raw[PlanSlots.When.Name], now.InZone(zone).LocalDateTime)!.Value;
        var (kind, day) = (LogTexts.Kind(Enum.Parse<InteractionKind>(raw[PlanSlots.Kind.Name])), When(when.Date, when.Time, zone, now));
        return new($"{kind}, {day}", $"{kind}, {day}");
    }

    /// <summary>When it is, as an adverb: <c>on Friday at 10:00</c>.</summary>
    public static Text On(Plan plan, RenderContext context)
    {
        var on = Wording.On(plan.On, context);
        return plan.Time is { } time ? new($"{on} at {Moments.Clock(time)}", $"{on} um {Moments.Clock(time)}") : on;
    }

    /// <summary>What is ahead.</summary>
    public static Text IsPlanned(Strong who, Plan plan, RenderContext context) =>
        new($"{who}: {One(plan)} is planned {On(plan, context)}.", $"{who}: {On(plan, context)} ist {One(plan)} geplant.");

    /// <summary>How it went.</summary>
    public static Text HowWasIt(Strong who, Plan plan, RenderContext context)
    {
        var (what, on) = (What(plan), Wording.On(plan.On, context));
        return plan.Kind switch
        {
            InteractionKind.Mail => new($"{who}: did the email go out {on}?", $"{who}: Ging die Mail {on} raus?"),
            InteractionKind.Chat => new($"{who}: did you get to write {on}?", $"{who}: Ging die Nachricht {on} raus?"),
            null when plan.Time is null => new($"{who}: how did the {what} {on} go?", $"{who}: Wie war das {what} {on}?"),
            InteractionKind.Call or InteractionKind.Video => new($"{who}: how did the {what} {on} go?", $"{who}: Wie war das {what} {on}?"),
            _ => new($"{who}: how did the {what} {on} go?", $"{who}: Wie war der {what} {on}?"),
        };
    }

    public static Text Settled(string settlement) => settlement switch
    {
        PlanPractice.Kept => new($"noted a talk", $"Gespräch notiert"),
        PlanPractice.Moved => new($"moved it", $"verschoben"),
        PlanPractice.CalledOff => new($"called it off", $"abgesagt"),
        PlanPractice.NotHappened => new($"did not happen", $"fand nicht statt"),
        _ => NudgeTexts.Done,
    };

    /// <summary>One whose day is over.</summary>
    public static Text Passed(Text what, Text date) => new($"The {what} on {date} – the day has passed", $"{what} am {date} – der Tag ist vorbei");
}

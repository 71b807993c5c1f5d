using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Departures;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Departures;

/// <summary>The words about people who are not there any more.</summary>
internal static class DepartureTexts
{
    public static readonly Text DoesLeave = new($"note that someone has left", $"jemand ist gegangen");
    public static readonly Text TitleLeave = new($"Someone has left", $"Jemand ist gegangen");
    public static readonly Text ExampleLeave = new($"left Sabine Klein for Globex successor Tom Berg", $"gegangen Sabine Klein zu Globex nachfolge Tom Berg");
    public static readonly Text DoesSucceed = new($"say who follows someone", $"sagen, wer folgt");
    public static readonly Text TitleSucceed = new($"Who follows?", $"Wer folgt?");
    public static readonly Text ExampleSucceed = new($"successor Sabine Klein is Tom Berg", $"nachfolge Sabine Klein ist Tom Berg");
    public static readonly Text DoesEnd = new($"say that nobody follows", $"sagen, dass niemand folgt");
    public static readonly Text TitleEnd = new($"Nobody follows", $"Niemand folgt");
    public static readonly Text ExampleEnd = new($"nobody follows Sabine Klein", $"niemand folgt Sabine Klein");
    public static readonly Text DoesCongratulate = new($"note a farewell to someone who left", $"Abschied nach einem Weggang merken");
    public static readonly Text TitleCongratulate = new($"Said farewell", $"Verabschiedet");
    public static readonly Text ExampleCongratulate = new($"farewell Sabine Klein", $"verabschiedet Sabine Klein");
    public static readonly Text DoesDie = new($"note that someone has died", $"jemand ist verstorben");
    public static readonly Text TitleDie = new($"Someone has died", $"Jemand ist verstorben");
    public static readonly Text ExampleDie = new($"deceased Sabine Klein", $"verstorben Sabine Klein");
    public static readonly Text DoesReturn = new($"note that someone is back", $"jemand ist wieder da");
    public static readonly Text TitleReturn = new($"Someone is back", $"Jemand ist wieder da");
    public static readonly Text ExampleReturn = new($"contact back Sabine Klein", $"ansprechperson zurück Sabine Klein");
    public static readonly Text Where = new($"Where to?", $"Wohin?");
    public static readonly Text WhereHint = new($"If you know", $"Falls bekannt");
    public static readonly Phrase WhereWord = new("WHERE", "WOHIN");
    public static readonly Text Successor = new($"Who follows?", $"Wer folgt?");
    public static readonly Text SuccessorHint = new($"A name; someone new is added", $"Ein Name; wen ich nicht kenne, lege ich neu an");
    public static readonly Phrase NameWord = new("NAME", "NAME");

    public static readonly Text NameSuccessor = new($"Name a successor …", $"Nachfolge nennen …");
    public static readonly Text Introduced = new($"Introduced …", $"Vorgestellt …");
    public static readonly Text NobodyFollows = new($"Nobody follows", $"Niemand folgt");
    public static readonly Text Congratulated = new($"Congratulated", $"Gratuliert");

    public static readonly Text DoesHandOn = new($"the successor takes over what is open", $"Offenes geht mit der Nachfolge weiter");
    public static readonly Text TitleHandOn = new($"The successor takes over", $"Die Nachfolge übernimmt");
    public static readonly Text ExampleHandOn = new($"successor takes over Maria Jones", $"nachfolge übernimmt Sabine Klein");
    public static readonly Text NothingToHandOn = new($"Nothing is open that could be moved.", $"Es ist nichts offen, das übergehen könnte.");
    public static readonly Text ErasedLately = new($"Former contacts whose data was deleted in seven days", $"In sieben Tagen gelöschte Daten früherer Ansprechpersonen");
    public static readonly Text OpenOnes = new($"Left, still open", $"Gegangen, noch offen");
    public static readonly Text Gone = new($"No longer there", $"Nicht mehr dort");
    public static readonly Text Follows = new($"Successor", $"Nachfolge");
    public static readonly Text KeptUntil = new($"Data deleted on", $"Daten werden gelöscht am");

    /// <summary>A person left; where to, as far as that is known.</summary>
    public static Text HasLeft(RichText who, string where) => where.Length == 0
        ? new($"{who}: no longer there", $"{who}: nicht mehr dort")
        : new($"{who}: no longer there, now at {where}", $"{who}: nicht mehr dort, jetzt bei {where}");

    /// <summary>The same within a sentence.</summary>
    public static Text IsGone(object who, string where) => where.Length == 0
        ? new($"{who} has left.", $"{who} ist nicht mehr dort.")
        : new($"{who} has left for {where}.", $"{who} ist nicht mehr dort, sondern jetzt bei {where}.");

    public static Text IsAsked(string owner) => new($"I’m telling {owner}, with what there is to do.", $"Ich sage {owner} Bescheid, auch was jetzt zu tun ist.");

    public static readonly Text WhoFollows = new($"Who follows?", $"Wer ist dort jetzt zuständig?");

    public static Text WhoKnowsSomebody(string account) => new($"Does anyone here know somebody else at {account}?", $"Wer kennt noch jemanden bei {account}?");

    /// <summary>Whoever follows does not know us yet.</summary>
    public static Text NotMet(object who, string leaver) => new(
        $"{who} has taken over from {leaver} and hasn’t met us yet.",
        $"{who} hat von {leaver} übernommen und kennt uns noch nicht.");

    public static readonly Text IntroduceToday = new($"Best to introduce ourselves today.", $"Am besten heute noch vorstellen.");

    public static Text HasSuccessor(string successor) => new($"{successor} follows.", $"Nachfolge: {successor}.");

    public static Text NotedBy(string member, Text day) => new($"noted by {member}, {day}", $"notiert von {member}, {day}");

    /// <summary>What is to be done, or was.</summary>
    public static Text FindOut(bool isDone, string? successor) => (isDone, successor) switch
    {
        (true, { } name) => new($"✓ {name} follows", $"✓ Nachfolge: {name}"),
        (true, null) => new($"✓ Nobody follows", $"✓ Niemand folgt"),
        _ => new($"○ Find out who follows", $"○ Herausfinden, wer folgt"),
    };

    public static Text Introduce(bool isDone, string? successor, Text by) => (isDone, successor) switch
    {
        (true, { } name) => new($"✓ First talk with {name} noted", $"✓ Erstes Gespräch mit {name} notiert"),
        (false, { } name) => new($"○ Introduce ourselves to {name}{by}", $"○ Uns bei {name} vorstellen{by}"),
        _ => new($"○ Introduce ourselves within two working days", $"○ Uns innerhalb von zwei Arbeitstagen vorstellen"),
    };

    public static Text Congratulate(string leaver, string? by) => by is null
        ? new($"○ Congratulate {leaver} on what comes next", $"○ {leaver} zum nächsten Schritt gratulieren")
        : new($"✓ Congratulated {leaver} ({by})", $"✓ Glückwunsch an {leaver} ({by})");

    public static Text HandedOn(string successor) => new($"✓ {successor} takes over what was open", $"✓ Offenes geht an {successor}");

    public static Text WeKnow(string people) => new($"We also know there: {people}", $"Wir kennen dort noch: {people}");

    public static readonly Text WeKnowNobody = new($"We don’t know anybody else there yet.", $"Sonst kennen wir dort noch niemanden.");

    /// <summary>What is open with whoever left; <paramref name="successor"/> is null where nobody follows yet.</summary>
    public static Text ToBeMoved(string leaver, Text matters, string? successor) => successor is not null ? new(
        $"Still open with {leaver}: {matters}. Better taken up with {successor}.",
        $"Noch offen mit {leaver}: {matters}. Das sollte jetzt mit {successor} weitergehen.") : new(
        $"Still open with {leaver}: {matters}. Better taken up with somebody else there.",
        $"Noch offen mit {leaver}: {matters}. Das sollte jetzt mit jemand anderem dort weitergehen.");

    public static Text HandOnTo(string successor) => new($"Move to {successor}", $"An {successor} übergeben");

    public static Text Data(string leaver, LocalDate until) => new(
        $"What’s noted about {leaver} as a person is deleted on {until:d MMMM uuuu}.",
        $"Was über {leaver} persönlich notiert ist, wird am {until:d. MMMM uuuu} gelöscht.");

    public static readonly Text OccasionsStop = new($"No more reminders of birthdays.", $"An Geburtstage erinnere ich nicht mehr.");

    public static Text IsBack(RichText who) => new($"{who} is back", $"{who} ist wieder da");

    public static readonly Text IsClosed = new($"This is settled.", $"Das ist erledigt.");

    public static Text IsThere(string contact, string account) => new($"{contact} is at {account}. Nothing to change.", $"{contact} ist bei {account}. Da ist nichts zu ändern.");

    public static Text NeverLeft(string call, string contact) => new(
        $"{contact} hasn’t left. “{call}left {contact}” would note it.",
        $"{contact} ist noch dort. Falls nicht mehr: „{call}gegangen {contact}“.");

    /// <summary>The answer to a death; nothing more is said of it than has to be.</summary>
    public static Text Condolence(string contact) => new($"I’m sorry to hear that. I won’t mention {contact} again.", $"Das tut mir leid. Ich erwähne {contact} von jetzt an nicht mehr.");

    public static Text TellOwner(string owner) => new($"It’s best if {owner} hears it from you.", $"Am besten erfährt {owner} es von ‹dir|Ihnen› selbst.");

    /// <summary>A person below "no longer there"; where to, as far as that is known.</summary>
    public static Text InBrief(Strong who, string where) => where.Length == 0 ? new($"{who}", $"{who}") : new($"{who}, now at {where}", $"{who}, jetzt bei {where}");

    public static Text FollowedBy(Text successor) => new($"Successor: {successor}", $"Nachfolge: {successor}");

    public static Text Since(Text day) => new($"since {day}", $"seit {day}");

    public static Text SinceAt(Text day, string where) => new($"since {day}, now at {where}", $"seit {day}, jetzt bei {where}");

    public static readonly Text HasDied = new($"has died", $"verstorben");
    public static readonly Text StillOpen = new($"still open", $"noch offen");
    public static readonly Text Nobody = new($"nobody", $"niemand");

    /// <summary>What happened, in a client's story.</summary>
    public static Text Told(DepartureEvent told, string? contact) => (told.Kind, contact) switch
    {
        (DeparturePractice.Left, null) => new($"left", $"gegangen"),
        (DeparturePractice.Left, { } who) => new($"{who} left", $"{who} ist gegangen"),
        (DeparturePractice.Died, null) => new($"died", $"verstorben"),
        (DeparturePractice.Died, { } who) => new($"{who} died", $"{who} ist verstorben"),
        (DeparturePractice.Named, null) => new($"took over as successor", $"hat die Nachfolge übernommen"),
        (DeparturePractice.Named, { } who) => new($"{who} follows", $"Nachfolge: {who}"),
        (nameof(DepartureEnd.CameBack), null) => new($"came back", $"wieder da"),
        (nameof(DepartureEnd.CameBack), { } who) => new($"{who} came back", $"{who} ist wieder da"),
        (_, null) => new($"nobody follows", $"niemand folgt"),
        (_, { } who) => new($"nobody follows {who}", $"auf {who} folgt niemand"),
    };

    public static Text Settled(string settlement) => settlement switch
    {
        DeparturePractice.Named => new($"named a successor", $"Nachfolge genannt"),
        DeparturePractice.Introduced => new($"introduced", $"vorgestellt"),
        nameof(DepartureEnd.NobodyFollows) => new($"nobody follows", $"niemand folgt"),
        nameof(DepartureEnd.CameBack) => new($"is back", $"wieder da"),
        _ => NudgeTexts.Done,
    };

    /// <summary>A line at the top of a digest.</summary>
    public static Text Need(DigestNeed need, Strong who) => need.Reason == DeparturePractice.NameSuccessor
        ? new($"{who} has left; who follows is still open", $"{who} ist nicht mehr dort; die Nachfolge ist noch offen")
        : new($"{who} has left; the successor hasn’t met us yet", $"{who} ist nicht mehr dort; die Nachfolge kennt uns noch nicht");

    /// <summary>What a sentence of own words seems to say.</summary>
    public static Text ShallNoteLeft(RichText who) => new($"{who}: no longer there. Shall I note that?", $"{who}: nicht mehr dort. Soll ich das vermerken?");

    public static Text ShallNoteDeath(RichText who) => new(
        $"I’m sorry to hear that. {who}: shall I note it, so that no reminder comes any more?",
        $"Das tut mir leid. {who}: Soll ich es vermerken, damit keine Erinnerung mehr kommt?");

    public static readonly Text HasLeftButton = new($"Has left", $"Ist gegangen");
    public static readonly Text NoteDeath = new($"Note it", $"Vermerken");
}

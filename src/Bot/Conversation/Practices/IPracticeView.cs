using AccountNudge.Core;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>
/// How one practice is said: its nudges, and its part in briefs, digests and someone's day. Found by assembly, one for each kind;
/// pure but for what takes a turn. To add one, put it into the practice's folder.
/// </summary>
internal interface IPracticeView
{
    /// <summary>The kind it speaks for, as <see cref="IPractice.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>The sentence: what the client waits for or what there is to do, without naming whom it is for.</summary>
    Text Sentence(NudgeLine line, RenderContext context);

    /// <summary>What comes on the day that a nudge speaks of, before it is said: the person, what, when.</summary>
    Text Coming(NudgeLine line, LocalDate day, RenderContext context)
    {
        var (who, on) = (new Strong(MatterLines.Who(line)), Wording.On(day, context));
        return new($"{who}: {Noun} {on}", $"{who}: {Noun} {on}");
    }

    /// <summary>The small print: since when, what is due, what was done before.</summary>
    IEnumerable<Text?> Details(NudgeLine line, RenderContext context);

    /// <summary>What can be done about it.</summary>
    IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice);

    /// <summary>What stands below its sentence where it is said alone, such as what is to be done one by one.</summary>
    IEnumerable<CardPart> Below(NudgeLine line, RenderContext context) => [];

    /// <summary>
    /// The card of a matter, as it stands now, that its commands answer with; null when the matter is not there, or has no card.
    /// </summary>
    Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) => null;

    /// <summary>
    /// What an earlier card of the matter was about, without its state, which a newer one below shows; null when it is not there any more.
    /// </summary>
    /// <param name="subject">The matter.</param>
    /// <param name="changeId">What that card said was recorded.</param>
    /// <param name="facts">What is known of the account.</param>
    /// <param name="context">For whom.</param>
    Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => null;

    /// <summary>What someone did, after their name; takes the stable word of the practice.</summary>
    Text Settled(string settlement);

    /// <summary>The matter as a noun among others of several accounts.</summary>
    Text Noun { get; }

    /// <summary>How it is typed where hints are turned on and off.</summary>
    Phrase Called => new(Noun.Plain(Voice.English), Noun.Plain(Voice.German));

    /// <summary>The matter by name among others of its account.</summary>
    Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation);

    /// <summary>Whom it is about; nobody who has left is named where there is something to do.</summary>
    Contact? Contact(NudgeLine line) => line.Facts.ContactThere(line.Contact?.Id);

    /// <summary>The client's own words; empty where there are none.</summary>
    string Quote(NudgeLine line) => "";

    /// <summary>What is said of it once it has closed by itself; null where nothing more than that is to be said.</summary>
    Text? Closed(NudgeLine line, RenderContext context) => null;

    /// <summary>Whether the matter of a nudge that has closed by itself is not over: something else asks for it now.</summary>
    bool GoesOn(NudgeLine line) => false;

    /// <summary>What can be done about the matter while nothing is said of it.</summary>
    IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) => [];

    /// <summary>How an owed matter stands, for someone's day.</summary>
    Section Owed(OwedToday today, RenderContext context) => throw new NotSupportedException($"Nothing of {Kind} is owed.");

    /// <summary>How many of its matters are not closed, for a list of accounts.</summary>
    Text Open(int count) => count == 1 ? Noun : new Text($"{count} × {Noun}", $"{count} × {Noun}");

    /// <summary>What happened, in a client's story; whom of, where that is known and not said already.</summary>
    Text Told(StoryEntry entry, string? contact) => throw new NotSupportedException($"{Kind} has no part in stories.");

    /// <summary>What one of its days is called in somebody's own calendar.</summary>
    /// <param name="day">The day.</param>
    /// <param name="who">The person first, then the client.</param>
    Text InCalendar(CalendarDay day, string who) => throw new NotSupportedException($"{Kind} has no days in calendars.");

    /// <summary>A line at the top of a digest.</summary>
    Text Need(DigestNeed need, RenderContext context) => throw new NotSupportedException($"{Kind} has no part in digests.");

    /// <summary>Its figures in a digest that are as things stand when it is made.</summary>
    IEnumerable<(Text Label, Text Value)> FiguresNow(DigestReport report) => [];

    /// <summary>Its figures in a digest over the days that are counted.</summary>
    IEnumerable<(Text Label, Text Value)> Figures(DigestReport report) => [];

    /// <summary>Its own section of a digest, between what needs someone and the figures.</summary>
    IEnumerable<CardPart> DigestParts(DigestReport report, RenderContext context) => [];

    /// <summary>Its charts in a digest of how things stand when it is made.</summary>
    IEnumerable<Chart> ChartsNow(DigestReport report, RenderContext context) => [];

    /// <summary>Its charts in a digest over the days that are counted, and the weeks before.</summary>
    IEnumerable<Chart> Charts(DigestReport report, RenderContext context) => [];

    /// <summary>Why it shuts the gate, reading on after "held" and "zurückgehalten"; null while it does not.</summary>
    Text? WhyGateIsShut(AccountFacts facts, RenderContext context) => null;

    /// <summary>What is open with an account, for the account's card; nothing where nothing is.</summary>
    Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<(Text, Text)>>([]);

    /// <summary>Matters that a talk may have been about, below its card. They only ask; nothing changes by itself.</summary>
    IEnumerable<Section> AskAbout(Interaction talk, AccountFacts facts, Voice voice) => [];

    /// <summary>
    /// What whoever notes or plans something reads beside its card, and nobody else does; null where there is nothing to say. A hint, never a reproach.
    /// </summary>
    Task<Text?> Aside(TurnContext turn, Touch touch, AccountFacts facts, CancellationToken cancellation) => Task.FromResult<Text?>(null);

    /// <summary>Its facts at the top of a brief: about whoever it is.</summary>
    IEnumerable<(Text Label, Text Value)> BriefTop(Brief brief, RenderContext context) => [];

    /// <summary>Its facts in a brief for this talk, after what was said lately.</summary>
    IEnumerable<(Text Label, Text Value)> BriefFacts(Brief brief, RenderContext context) => [];

    /// <summary>What it knows of a contact, for their entry and their brief.</summary>
    IEnumerable<(Text Label, Text Value)> ContactFacts(Contact contact, AccountFacts facts, RenderContext context) => [];

    /// <summary>Its section in a brief, before what was said lately.</summary>
    IEnumerable<CardPart> BriefParts(Brief brief, RenderContext context) => [];

    /// <summary>Its facts in a brief for any talk, after those for this one.</summary>
    IEnumerable<(Text Label, Text Value)> BriefNotes(Brief brief, RenderContext context) => [];

    /// <summary>What it does not know and could be asked, as questions.</summary>
    IEnumerable<(Gap Gap, Text Question)> Unknowns(Brief brief, RenderContext context) => [];

    /// <summary>What there is to talk about besides business, the freshest first; only where one person alone reads it.</summary>
    IEnumerable<Text> ToTalkAbout(AccountFacts facts, RenderContext context) => [];

    /// <summary>What to bring up in the next talk, as small print of whatever asks for one. In a channel it says nothing personal.</summary>
    IEnumerable<Text> ForNextTalk(AccountFacts facts, RenderContext context) => [];
}

/// <summary>The views of all practices.</summary>
internal static class PracticeViews
{
    private static readonly Dictionary<string, IPracticeView> ByKind = typeof(PracticeViews).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IPracticeView)))
        .Select(type => (IPracticeView)Activator.CreateInstance(type)!).ToDictionary(view => view.Kind, StringComparer.Ordinal);

    /// <summary>All of them, in the order of the catalogue.</summary>
    public static IReadOnlyList<IPracticeView> All { get; } = [.. PracticeCatalog.All.Select(practice => ByKind[practice.Kind])];

    /// <summary>Why the gate is shut, in the words of the first practice that shuts it.</summary>
    public static Text WhyGateIsShut(AccountFacts facts, RenderContext context) =>
        All.Select(view => view.WhyGateIsShut(facts, context)).OfType<Text>().FirstOrDefault() ?? Text.Verbatim("");

    /// <summary>The view of a kind.</summary>
    public static IPracticeView Of(string kind) => ByKind[kind];
}

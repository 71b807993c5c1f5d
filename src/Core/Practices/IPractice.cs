using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Practices;

/// <summary>A practice's two answers.</summary>
/// <param name="Requests">What it wants said, now or later.</param>
/// <param name="LookAgain">When the answer may change by the passing of time alone; null never.</param>
public sealed record Review(IReadOnlyList<NudgeRequest> Requests, Instant? LookAgain = null)
{
    /// <summary>Nothing to say, ever, unless something changes.</summary>
    public static readonly Review Nothing = new([]);
}

/// <summary>What someone did about a nudge.</summary>
/// <param name="What">A stable word of the practice, such as <c>Acknowledged</c>.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public readonly record struct Act(string What, Guid By, Instant At);

/// <summary>Something the client waits for, whether anything was said of it or not.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="BeganAt">Since when.</param>
/// <param name="DueAt">When the next act is due; null while no clock runs.</param>
public sealed record OwedMatter(Matter Matter, Instant BeganAt, Instant? DueAt)
{
    /// <summary>Who owes it, where that is not simply whoever looks after the account.</summary>
    public Guid? MemberId { get; init; }
}

/// <summary>The gate over one-sided attention: while the client is owed something, nobody is asked to congratulate or to sell.</summary>
/// <param name="IsShut">It is shut.</param>
/// <param name="ChangesAt">When that may change by the passing of time alone; null never.</param>
public readonly record struct Gate(bool IsShut, Instant? ChangesAt = null)
{
    /// <summary>Open, until a fact changes.</summary>
    public static readonly Gate Open;

    /// <summary>Shut while the client waits for us, until a fact changes.</summary>
    public static readonly Gate Shut = new(IsShut: true) { ClientWaits = true };

    /// <summary>The client waits for us: that an account is quiet besides goes without saying.</summary>
    public bool ClientWaits { get; init; }
}

/// <summary>
/// One practice of looking after clients. Planning, delivery and reports ask it and know nothing else of it; what takes no store is
/// pure. To add one: its folder here, its view in the Bot, and a line in <see cref="PracticeCatalog"/>.
/// </summary>
public interface IPractice
{
    /// <summary>The stable word of its matters, as stored; at most 40 characters.</summary>
    string Kind { get; }

    /// <summary>What it wants said, and when to look again.</summary>
    Review Review(AccountFacts facts, Instant now);

    /// <summary>What someone did about a nudge after it stood there; null when nobody did anything.</summary>
    Act? ActOn(Nudge nudge, AccountFacts facts);

    /// <summary>Whether what a matter is about is there: it was not taken back.</summary>
    bool Has(Guid subject, AccountFacts facts) => true;

    /// <summary>The facts it needs beyond those of every account.</summary>
    IReadOnlyList<IFactsReader> Facts => [];

    /// <summary>Changes what changes by the passing of time alone, or with the team's calendar and terms; whether anything did.</summary>
    bool PassTime(AccountFacts facts, Instant now) => false;

    /// <summary>Whether it shuts the gate over one-sided attention, and when that may change by the passing of time alone.</summary>
    Gate Gate(AccountFacts facts, Instant now) => Practices.Gate.Open;

    /// <summary>Whether it shut the gate at an instant of the last weeks.</summary>
    bool ShutGateAt(AccountFacts facts, Instant at) => false;

    /// <summary>Whether we wait for the client before we can go on.</summary>
    bool AwaitsClient(AccountFacts facts) => false;

    /// <summary>What of it has had its time by then, and is deleted; it looks again at that instant.</summary>
    IEnumerable<IPassing> Gone(AccountFacts facts, Instant now) => [];

    /// <summary>Whether it knows of anything that a contact likes or cares about.</summary>
    bool KnowsWhatTheyLike(AccountFacts facts, Guid contactId) => false;

    /// <summary>Its place among what only suggests and is rationed, the most important first; null of every other practice.</summary>
    int? HintImportance => null;

    /// <summary>It brings a client up also once the relationship is over: it sees to what we still owe them, or to the end itself.</summary>
    bool AlsoAfterTheEnd => false;

    /// <summary>What it asks for is owed to the client: it stands in Today from its beginning, and can be put off before it was said.</summary>
    bool IsOwed => false;

    /// <summary>The owed matters that are open.</summary>
    IEnumerable<OwedMatter> Owed(AccountFacts facts) => [];

    /// <summary>Its nudges speak of days, see <see cref="DayOf"/>: someone's day tells them ahead.</summary>
    bool SpeaksOfDays => false;

    /// <summary>The day a nudge speaks of and after which it closes by itself; null when it waits until someone acts.</summary>
    LocalDate? DayOf(Nudge nudge) => null;

    /// <summary>Whether the brief of its account comes with a nudge; only of what is said alone.</summary>
    bool BringsBrief(Nudge nudge) => false;

    /// <summary>The contact a matter is about; null when it is about none.</summary>
    Guid? ContactOf(Guid subject, AccountFacts facts) => null;

    /// <summary>Whose a nudge is, where that is not simply whoever looks after the account; of those on their behalf it is said so.</summary>
    Guid? MemberOf(Nudge nudge, AccountFacts facts) => null;

    /// <summary>Moves what it keeps about a contact to another one that takes its place, beyond records that name it and beyond nudges.</summary>
    Task MoveContact(Store store, Guid from, Guid into, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Deletes what it keeps about a contact whose data has had its time, beyond records that are <see cref="IPersonal"/>; saving is left to the caller.</summary>
    Task ForgetContact(Store store, Guid contactId, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Reads what it keeps already of what an imported file may say, of all accounts of the scope.</summary>
    Task ReadKept(Store store, KeptAlready kept, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Takes its own of what a file says of accounts, where it keeps nothing yet; saving is left to the caller.</summary>
    Task TakeOver(Store store, IReadOnlyList<Imported> imported, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Why a matter may not be put off now; null when it may.</summary>
    Task<Text?> SnoozeRefusal(Store store, Guid subject, CancellationToken cancellation) => Task.FromResult<Text?>(null);

    /// <summary>What it brings into a digest; null when it has no part in it.</summary>
    Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation) => Task.FromResult<DigestPart?>(null);

    /// <summary>
    /// Every matter of the scope that is not closed, in few queries however many accounts there are. Unless it knows better, what is owed is open
    /// while something of it is to be said or stands said.
    /// </summary>
    async Task<IReadOnlyList<OpenMatter>> ReadOpen(Store store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var kind = Kind;
        if (!IsOwed) return [];
        var nudges = await store.Nudges.Where(nudge => nudge.Kind == kind && nudge.State < NudgeState.Acted).AsNoTracking().ToListAsync(cancellation);
        return [.. nudges.GroupBy(nudge => nudge.Subject).Select(of => of.MinBy(nudge => nudge.DueAt)!).Select(nudge => new OpenMatter(nudge.AccountId, new OwedMatter(nudge.Matter, nudge.DueAt, nudge.DueAt)))];
    }

    /// <summary>The quiet accounts of the scope, in few queries however many accounts there are; none where it knows of no silence.</summary>
    Task<IReadOnlyList<QuietSpell>> ReadQuiet(Store store, IReadOnlyList<IFactsReader> readers, Instant now, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<QuietSpell>>([]);

    /// <summary>Its days in somebody's own calendar: of the clients they look after, and what they themselves mean to do.</summary>
    Task<IReadOnlyList<CalendarDay>> ReadCalendar(CalendarQuestion question, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<CalendarDay>>([]);

    /// <summary>What it has to tell, newest first.</summary>
    Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<StoryEntry>>([]);
}

using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Promises;

/// <summary>What promises want said (practices D1 to D6).</summary>
public sealed class PromisePractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "promise";

    /// <summary>Know that a promise falls due soon.</summary>
    public const string Prepare = "prepare-promise";

    /// <summary>Keep it today; said to whoever promised.</summary>
    public const string Keep = "keep-promise";

    /// <summary>The team knows that it is due today.</summary>
    public const string SeeDue = "see-promise-due";

    /// <summary>Missed once: name a new day.</summary>
    public const string NameNewDate = "name-new-date";

    /// <summary>Missed twice: make up for it.</summary>
    public const string MakeGood = "make-good";

    /// <summary>Missed twice, said to a manager, who talks to the client.</summary>
    public const string SeeBroken = "see-broken-promise";

    /// <summary>Ask the client whether all is well after two misses.</summary>
    public const string AskClient = "ask-client-about-promise";

    /// <summary>The same thing was promised by two different days.</summary>
    public const string Agree = "agree-on-one-date";

    /// <summary>Somebody senior has talked to them.</summary>
    public const string SeniorTalked = "SeniorTalked";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new PromiseFactsReader()];

    /// <inheritdoc/>
    public bool IsOwed => true;

    /// <inheritdoc/>
    public bool AlsoAfterTheEnd => true;

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var open = facts.OpenPromises;
        var turns = open.SelectMany(promise => Turns(promise, facts, now)).Where(turn => turn > now);
        return new Review([.. facts.Promises.SelectMany(promise => Breaches(promise, facts, now)), .. open.SelectMany(promise => Requests(promise, facts, now))], turns.Min());
    }

    /// <inheritdoc/>
    public bool PassTime(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var changed = false;
        foreach (var promise in facts.Promises) changed |= promise.FollowCalendar(facts.Calendar);
        return changed;
    }

    /// <summary>
    /// Shut while a promise is past its day, and after two misses until the client has confirmed (practices A2 and D4), and for some days
    /// beyond (practice B9).
    /// </summary>
    public Gate Gate(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var open = facts.OpenPromises;
        var isShut = open.Any(promise => promise.IsOverdue(now) || promise.IsBroken(now));
        var opens = facts.Promises.Select(facts.GateOpensAfter).Where(opens => opens > now).ToList();
        return new Gate(isShut || opens.Count > 0, open.Select(promise => promise.NextTurn(now)).Concat(opens).Min()) { ClientWaits = isShut };
    }

    /// <inheritdoc/>
    public bool ShutGateAt(AccountFacts facts, Instant at) =>
        facts.Promises.Any(promise => promise.MadeAt <= at && promise.DueAt <= at && (promise.SettledAt is not { } settled || at <= settled));

    /// <inheritdoc/>
    public IEnumerable<OwedMatter> Owed(AccountFacts facts) => facts.OpenPromises.Select(OwedOf);

    /// <inheritdoc/>
    public Guid? ContactOf(Guid subject, AccountFacts facts) => facts.Promise(subject)?.ContactId;

    /// <inheritdoc/>
    public Guid? MemberOf(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return nudge.Ask is Prepare or Keep or SeeDue or Agree ? facts.Promise(nudge.Subject)?.MemberId : null;
    }

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Promise(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        // A new date, or that it was kept, is no word of somebody senior.
        if (nudge is { Ask: SeeBroken, Cycle.At: { } broken })
            return facts.SeniorTalk(broken) is { } talk && talk.RecordedAt >= nudge.PostedAt ? new Act(SeniorTalked, talk.MemberId, talk.RecordedAt) : null;
        var step = facts.Promise(nudge.Subject)?.Steps.FirstOrDefault(step => step.At >= nudge.PostedAt);
        return step is null ? null : new Act(step.Kind.ToString(), step.MemberId, step.At);
    }

    /// <inheritdoc/>
    public bool SpeaksOfDays => true;

    /// <inheritdoc/>
    public LocalDate? DayOf(Nudge nudge)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return nudge.Ask is Prepare or Keep or SeeDue ? nudge.Cycle.Day : null;
    }

    /// <summary>A promise past its day can be put off once, not twice.</summary>
    public async Task<Text?> SnoozeRefusal(Store store, Guid subject, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await store.Promises.FirstOrDefaultAsync(promise => promise.Id == subject, cancellation) is not { SettledAt: null, DueAt: var due }) return null;
        var isSecond = await store.Snoozes.AnyAsync(snooze => snooze.Kind == Kind && snooze.Subject == subject && snooze.At >= due, cancellation);
        return isSecond ? PromiseRefusals.SnoozedOnce : null;
    }

    /// <inheritdoc/>
    public Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation) => PromiseDigest.Read(question, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OpenMatter>> ReadOpen(Store store, CancellationToken cancellation) => PromiseStory.ReadOpen(store, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CalendarDay>> ReadCalendar(CalendarQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var member = question.MemberId;
        var promises = await question.Store.Promises.Where(promise => promise.MemberId == member && promise.KeptAt == null && promise.WithdrawnAt == null).AsNoTracking().ToListAsync(cancellation);
        return [.. promises.Select(promise => new CalendarDay(Kind, promise.Id, promise.AccountId, promise.On) { ContactId = promise.ContactId, Text = promise.Text })];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation) => PromiseStory.Read(question, cancellation);

    /// <summary>What is owed of an open promise.</summary>
    internal static OwedMatter OwedOf(Promise promise) =>
        new(MatterOf(promise), promise.MadeAt, promise.SettledAt is null ? promise.DueAt : null) { MemberId = promise.MemberId };

    /// <summary>The matter of a promise.</summary>
    public static Matter MatterOf(Promise promise)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return new Matter(Kind, promise.Id);
    }

    /// <summary>The morning on which a promise is due: of its day, of the working day before a day off, or before one that ends too early.</summary>
    public static Instant DueMorning(Promise promise, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Calendar.At(DueDay(promise, facts), facts.Terms.Morning);
    }

    /// <summary>The morning some working days before, on which whoever promised first hears of it.</summary>
    public static Instant FirstMorning(Promise promise, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Calendar.At(facts.Calendar.AddWorkingDates(DueDay(promise, facts), -facts.Terms.PromiseLeadDays), facts.Terms.Morning);
    }

    private static LocalDate DueDay(Promise promise, AccountFacts facts)
    {
        var (calendar, terms) = (facts.Calendar, facts.Terms);
        var day = calendar.WorkingDateOnOrBefore(calendar.DateOf(promise.DueAt - Duration.Epsilon));
        return calendar.At(day, terms.Morning) < promise.DueAt ? day : calendar.AddWorkingDates(day, -1);
    }

    private static IEnumerable<Instant?> Turns(Promise promise, AccountFacts facts, Instant now) =>
        promise.SettledAt is not null ? [] : [promise.NextTurn(now), DueMorning(promise, facts)];

    private static IEnumerable<NudgeRequest> Requests(Promise promise, AccountFacts facts, Instant now)
    {
        if (promise.SettledAt is { } settled)
        {
            var ask = facts.Calendar.AddWorkingDays(settled, 1);
            yield return new NudgeRequest(MatterOf(promise), new Cycle("confirm", settled), settled, AskClient, Lane.WeOwe, ask, Climb.Again);
            yield break;
        }

        foreach (var request in Reminders(promise, facts, now)) yield return request;
        foreach (var request in Misses(promise, facts, now)) yield return request;
        if (Contradiction(promise, facts) is { } hint) yield return hint;
    }

    /// <summary>Before it breaks (practice D2). Whoever promises something for the same day has just said so.</summary>
    private static IEnumerable<NudgeRequest> Reminders(Promise promise, AccountFacts facts, Instant now)
    {
        var (first, morning) = (FirstMorning(promise, facts), DueMorning(promise, facts));
        if (first < morning && promise.SetAt < first && now < morning) yield return Reminder("ahead", Prepare, first) with { IsPersonal = true };
        if (promise.SetAt >= morning || now >= promise.DueAt) yield break;
        yield return Reminder("day", Keep, morning) with { IsPersonal = true };
        // Whoever is alone in a team hears it once.
        if (facts.Roster.Members.Any(member => member.Id != promise.MemberId)) yield return Reminder("team", SeeDue, morning);

        NudgeRequest Reminder(string name, string ask, Instant due) =>
            new(MatterOf(promise), new Cycle(name, promise.On), promise.SetAt, ask, Lane.WeOwe, due, Climb.Never) { ForMember = promise.MemberId };
    }

    /// <summary>Missed twice, a manager is told at once, until somebody senior has talked to the client (practices B9 and D3).</summary>
    private static IEnumerable<NudgeRequest> Breaches(Promise promise, AccountFacts facts, Instant now)
    {
        if (facts.AwaitsManagerSince(promise, now) is { } broken) yield return BreachOfTrust.TellManager(MatterOf(promise), broken, SeeBroken);
    }

    /// <summary>Missed once, the owner and the channel are told and a new day is asked for; missed twice, they are told so (practice D3).</summary>
    private static IEnumerable<NudgeRequest> Misses(Promise promise, AccountFacts facts, Instant now)
    {
        var matter = MatterOf(promise);
        var isFirst = promise.Misses == 0;
        if (isFirst && now < promise.SecondMissAt)
            yield return new NudgeRequest(matter, new Cycle("missed", promise.SetAt), promise.DueAt, NameNewDate, Lane.Severe, promise.DueAt, Climb.Owed);
        if (isFirst && now < promise.DueAt) yield break;
        var at = promise.SecondMissAt;
        yield return new NudgeRequest(matter, new Cycle("broken", promise.SetAt), at, MakeGood, Lane.Severe, at, Climb.Owed);
    }

    /// <summary>A private word to each of those who named different days for the same thing (practice D6); once, as the later of the two was said.</summary>
    private static NudgeRequest? Contradiction(Promise promise, AccountFacts facts)
    {
        if (facts.Contradicted(promise) is not { } other) return null;
        // Whoever promised both needs to hear it once.
        if (promise.MemberId == other.MemberId && promise.MadeAt < other.MadeAt) return null;
        var since = Instant.Max(promise.MadeAt, other.MadeAt);
        return new NudgeRequest(MatterOf(promise), new Cycle("dates", since), since, Agree, Lane.Severe, since, Climb.Never) { IsPersonal = true, ForMember = promise.MemberId };
    }
}

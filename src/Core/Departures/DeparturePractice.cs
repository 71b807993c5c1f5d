using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Departures;

/// <summary>One event of a departure in a client's story.</summary>
/// <param name="Kind">What happened, in a stable word of <see cref="DeparturePractice"/>.</param>
public sealed record DepartureEvent(string Kind);

/// <summary>Departures in a digest.</summary>
/// <param name="Open">How many wait for somebody who follows, or for the first talk with them.</param>
/// <param name="Erased">Of how many people who are gone the data was erased in the last seven days.</param>
public sealed record DepartureFigures(int Open, int Erased);

/// <summary>What departures want said (practice H1).</summary>
public sealed class DeparturePractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "departure";

    /// <summary>Find out who follows.</summary>
    public const string NameSuccessor = "name-successor";

    /// <summary>Introduce ourselves to whoever follows.</summary>
    public const string Introduce = "introduce-to-successor";

    /// <summary>Know that somebody left.</summary>
    public const string Know = "know-departure";

    /// <summary>Somebody left; also a settlement: who follows was named.</summary>
    public const string Left = "Left", Died = "Died", Named = "Named";

    /// <summary>Whoever follows was talked to.</summary>
    public const string Introduced = "Introduced";

    private const int Urgency = 6;
    private const int Week = 7;

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new DepartureFactsReader()];

    /// <inheritdoc/>
    public bool IsOwed => true;

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new Review([.. facts.OpenDepartures.SelectMany(departure => Requests(departure, facts))]);
    }

    /// <inheritdoc/>
    public bool PassTime(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var isNew = false;
        foreach (var departure in facts.Of<DepartureFacts>()?.All ?? []) isNew |= departure.Introduce(facts.IntroducedAt(departure));
        return isNew;
    }

    /// <inheritdoc/>
    public IEnumerable<OwedMatter> Owed(AccountFacts facts) =>
        facts.OpenDepartures.Select(departure => new OwedMatter(new Matter(Kind, departure.Id), departure.NotedAt, DueAt(departure, facts)));

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Departure(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        if (facts.Departure(nudge.Subject) is not { } departure) return null;
        if (departure is { End: { } end, EndedAt: { } ended } && ended >= nudge.PostedAt) return new Act(end.ToString(), departure.EndedBy!.Value, ended);
        if (facts.FirstTalk(departure) is { } talk && talk.RecordedAt >= nudge.PostedAt) return new Act(Introduced, talk.MemberId, talk.RecordedAt);
        return departure.SuccessorAt is { } named && named >= nudge.PostedAt ? new Act(Named, departure.SuccessorBy!.Value, named) : null;
    }

    /// <summary>Where they went is as personal as who they were.</summary>
    public async Task ForgetContact(Store store, Guid contactId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        foreach (var departure in await store.Departures.Where(departure => departure.ContactId == contactId).ToListAsync(cancellation)) departure.ForgetWhere();
    }

    /// <inheritdoc/>
    public Guid? ContactOf(Guid subject, AccountFacts facts) => facts.Departure(subject)?.ContactId;

    /// <inheritdoc/>
    public async Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var store = question.Store;
        var open = await store.Departures.Where(departure => !departure.IsDeath && departure.End == null && departure.IntroducedAt == null)
            .Join(store.Accounts, departure => departure.AccountId, account => account.Id, (departure, account) => new { departure, account })
            .Join(store.Contacts, pair => pair.departure.ContactId, contact => (Guid?)contact.Id, (pair, contact) => new { pair.departure, pair.account, contact })
            .AsNoTracking().ToListAsync(cancellation);
        var needs = open.Select(row => new DigestNeed(Kind, row.departure.SuccessorContactId is null ? NameSuccessor : Introduce, Urgency, row.account, row.departure.NotedAt)
        {
            Contact = row.contact,
            Owner = question.Owner(row.account),
        });
        var from = question.Today.PlusDays(-Week);
        var erased = await store.Contacts.CountAsync(contact => contact.State == ContactState.Erased && contact.DeleteOn > from, cancellation);
        return new DigestPart([.. needs], new DepartureFigures(open.Count, erased));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var contact = question.ContactId;
        var departures = await question.Among(question.Store.Departures).Where(departure => contact == null || departure.ContactId == contact || departure.SuccessorContactId == contact)
            .OrderByDescending(departure => departure.NotedAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return StoryEntry.Newest(departures.SelectMany(Told), question.Most);

        IEnumerable<StoryEntry> Told(Departure departure)
        {
            yield return Entry(departure.IsDeath ? Died : Left, departure.NotedAt, departure.ContactId, departure.MemberId) with { Text = departure.Text };
            // Words that were looked for can only be those about where somebody went.
            if (question.Words.Count > 0) yield break;
            if (departure is { SuccessorAt: { } named }) yield return Entry(Named, named, departure.SuccessorContactId, departure.SuccessorBy);
            if (departure is { End: { } end and not DepartureEnd.Died, EndedAt: { } ended }) yield return Entry(end.ToString(), ended, departure.ContactId, departure.EndedBy);

            StoryEntry Entry(string kind, Instant at, Guid? who, Guid? by) => new(departure.AccountId, question.CalendarOf(departure.TeamId).DateOf(at), at, new DepartureEvent(kind))
            {
                Kind = Kind,
                ContactId = who,
                MemberId = by,
            };
        }
    }

    /// <summary>When the next act is due: to find out who follows, or to introduce ourselves.</summary>
    public static Instant DueAt(Departure departure, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(departure);
        ArgumentNullException.ThrowIfNull(facts);
        if (Follows(departure, facts)) return departure.IntroduceBy(facts.Calendar);
        if (departure.SuccessorAt is { } named) return named;
        // Whoever looks after the account and has just said it themselves needs no word of it at once.
        return departure.MemberId == facts.Account.OwnerId ? facts.Calendar.AddWorkingDays(departure.NotedAt, 1) : departure.NotedAt;
    }

    /// <summary>Somebody follows, and is still there to be met.</summary>
    private static bool Follows(Departure departure, AccountFacts facts) => facts.Contact(departure.SuccessorContactId) is { IsThere: true };

    private static IEnumerable<NudgeRequest> Requests(Departure departure, AccountFacts facts)
    {
        var (matter, noted, owner) = (new Matter(Kind, departure.Id), departure.NotedAt, facts.Account.OwnerId);
        if (departure is { SuccessorAt: { } named } && Follows(departure, facts))
        {
            yield return new NudgeRequest(matter, new Cycle("introduce", named), named, Introduce, Lane.Severe, DueAt(departure, facts), Climb.Owed);
            // Said together with the departure, so that the owner has heard of neither.
            if (named == noted && departure.MemberId != owner) yield return new NudgeRequest(matter, new Cycle("left", noted), noted, Know, Lane.Severe, noted, Climb.Never);
        }
        else
        {
            var since = departure.SuccessorAt ?? noted;
            yield return new NudgeRequest(matter, new Cycle("follow", since), since, NameSuccessor, Lane.Severe, DueAt(departure, facts), Climb.Owed);
        }

        var managers = facts.Roster.ManagerIds;
        if (managers.Count > 0 && !managers.Any(manager => manager == owner || manager == departure.MemberId))
            yield return new NudgeRequest(matter, new Cycle("manager", noted), noted, Know, Lane.Severe, noted, Climb.Never) { ForManager = true };
    }
}

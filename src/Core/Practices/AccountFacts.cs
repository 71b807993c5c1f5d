using AccountNudge.Core.Calendar;
using AccountNudge.Core.Nudges;

namespace AccountNudge.Core.Practices;

/// <summary>The people around an account: who can be named, and who is away.</summary>
/// <param name="Members">The team's members, earliest first.</param>
/// <param name="ManagerIds">Those who manage it, in the same order.</param>
/// <param name="Absences">Absences that have not ended.</param>
public sealed record TeamRoster(IReadOnlyList<Member> Members, IReadOnlyList<Guid> ManagerIds, IReadOnlyList<Absence> Absences)
{
    /// <summary>The member of this id, if they are still in the team.</summary>
    public Member? Find(Guid? id) => id is null ? null : Members.FirstOrDefault(member => member.Id == id);

    /// <summary>The absence that covers a day; null when they are there.</summary>
    public Absence? AwayOn(Guid? memberId, LocalDate day) => Absences.FirstOrDefault(absence => absence.MemberId == memberId && absence.Covers(day));
}

/// <summary>Facts of a practice that tell what was achieved with a client.</summary>
public interface ITellOfSuccess
{
    /// <summary>The day of the last success; null when there was none.</summary>
    LocalDate? LastSuccess { get; }
}

/// <summary>Facts of a practice that tell whether a relationship is at risk.</summary>
public interface ITellOfRisk
{
    /// <summary>It is, as far as everybody in the team may know.</summary>
    bool IsAtRisk { get; }
}

/// <summary>Everything the practices may know about one account. They see nothing else, and no clock.</summary>
public sealed record AccountFacts
{
    /// <summary>The account.</summary>
    public required Account Account { get; init; }

    /// <summary>The team's terms.</summary>
    public required TeamSettings Terms { get; init; }

    /// <summary>The team's working calendar.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>The people.</summary>
    public required TeamRoster Roster { get; init; }

    /// <summary>The account's contacts.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>The last talk; null when there was none.</summary>
    public ClientTalk? LastTalk { get; init; }

    /// <summary>Talks that practices know of, beyond those that were noted: the latest, and all of the last <see cref="FirstTalks.Known"/>.</summary>
    public IReadOnlyList<ClientTalk> OtherTalks { get; init; } = [];

    /// <summary>The instant they are facts of.</summary>
    public required Instant ReadAt { get; init; }

    /// <summary>The talk that is planned farthest ahead; null when none is.</summary>
    public PlannedTalk? PlannedTalk { get; init; }

    /// <summary>Snoozes of the account's matters.</summary>
    public IReadOnlyList<Snooze> Snoozes { get; init; } = [];

    /// <summary>Held nudges that were let through.</summary>
    public IReadOnlyList<Override> Overrides { get; init; } = [];

    /// <summary>The account's nudges: those not final, and the final ones of cycles that still run.</summary>
    public IReadOnlyList<Nudge> Nudges
    {
        get;
        init => (field, nudgesOf) = (value, value.ToLookup(nudge => nudge.Matter));
    } = [];

    private readonly ILookup<Matter, Nudge> nudgesOf = Array.Empty<Nudge>().ToLookup(nudge => nudge.Matter);

    /// <summary>Those of a matter.</summary>
    public IEnumerable<Nudge> NudgesOf(Matter matter) => nudgesOf[matter];

    /// <summary>The practices that look at the account.</summary>
    public required IReadOnlyList<IPractice> Practices { get; init; }

    /// <summary>The practices' own facts, each by its type.</summary>
    public IReadOnlyList<object> OfPractices { get; init; } = [];

    /// <summary>A practice's own facts; null when there are none of the account.</summary>
    public T? Of<T>()
        where T : class => OfPractices.OfType<T>().FirstOrDefault();

    /// <summary>What was agreed with the client about how often and how to talk; null where nothing was.</summary>
    public AgreedRhythm? Agreed => OfPractices.OfType<IAgreeRhythm>().FirstOrDefault()?.Rhythm;

    /// <summary>The day of the last thing that was achieved together; null when nothing is known.</summary>
    public LocalDate? LastSuccess => OfPractices.OfType<ITellOfSuccess>().Max(told => told.LastSuccess);

    /// <summary>Calendar days without a talk after which the account counts as quiet: as agreed with the client, else by its tier.</summary>
    public int Floor => Agreed?.FloorDays ?? Terms.Floor(Account.Tier);

    /// <summary>A contact of the account, to be named; null when it is none of them, has died or was erased: the dead are named in nothing that asks for an act.</summary>
    public Contact? Contact(Guid? id) => Contacts.FirstOrDefault(contact => contact.Id == id && contact.State is not (ContactState.Deceased or ContactState.Erased));

    /// <summary>A contact who is there, to be named where something is to be done with them; null once they have left or died.</summary>
    public Contact? ContactThere(Guid? id) => Contact(id) is { IsThere: true } there ? there : null;

    /// <summary>Whether what is of a contact can still come up: it is of the account itself, or of somebody who is there and has not objected.</summary>
    public bool IsOfSomeoneThere(Guid? contactId) => contactId is null || Contacts.Any(contact => contact.Id == contactId && contact.MayBeThoughtOf);

    /// <summary>The contacts who can be talked to, by name.</summary>
    public IReadOnlyList<Contact> ContactsThere => [.. Contacts.Where(contact => contact.IsThere).OrderBy(contact => contact.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>What is to come or still to be done with a contact, matter by matter, as far as the practices want something said of it.</summary>
    public IReadOnlyList<Matter> MattersWith(Guid? contactId, Instant now) =>
    [
        .. Speaking.SelectMany(practice => practice.Review(this, now).Requests.Select(request => request.Matter).Distinct()
            .Where(matter => contactId is not null && practice.ContactOf(matter.Subject, this) == contactId)),
    ];

    /// <summary>What is under way with a contact, matter by matter, as far as something stands or is about to be said of it; not what is personal to them.</summary>
    public IReadOnlyList<Matter> UnderWayWith(Guid? contactId) =>
    [
        .. Nudges.Where(nudge => !nudge.IsFinal).Select(nudge => nudge.Matter).Distinct()
            .Where(matter => contactId is not null && matter.Subject != contactId && PracticeOf(matter.Kind)?.ContactOf(matter.Subject, this) == contactId),
    ];

    /// <summary>The practices that bring the client up: all of them while we work together, then those alone that see to what is still owed.</summary>
    public IEnumerable<IPractice> Speaking => Account.IsWithUs ? Practices : Practices.Where(practice => practice.AlsoAfterTheEnd);

    /// <summary>What the client waits for, see <see cref="Speaking"/>.</summary>
    public IEnumerable<OwedMatter> Owed => Speaking.SelectMany(practice => practice.Owed(this));

    /// <summary>A practice knows of something that might end the relationship.</summary>
    public bool IsAtRisk => OfPractices.OfType<ITellOfRisk>().Any(facts => facts.IsAtRisk);

    /// <summary>The practice of a kind; null when there is none, such as for rows of a later version.</summary>
    public IPractice? PracticeOf(string kind) => Practices.FirstOrDefault(practice => practice.Kind == kind);

    /// <summary>Today in the team's zone.</summary>
    public LocalDate Today(Instant now) => Calendar.DateOf(now);

    /// <summary>The gate over one-sided attention: shut while the client is owed an answer or a promise.</summary>
    public Gate Gate(Instant now)
    {
        var gates = Practices.Select(practice => practice.Gate(this, now)).ToList();
        return new Gate(gates.Exists(gate => gate.IsShut), gates.Min(gate => gate.ChangesAt)) { ClientWaits = gates.Exists(gate => gate.ClientWaits) };
    }

    /// <summary>Whether the client was owed an answer at an instant of the last weeks.</summary>
    public bool GateWasShut(Instant at) => Practices.Any(practice => practice.ShutGateAt(this, at));

    /// <summary>We wait for the client and owe them nothing meanwhile.</summary>
    public bool AwaitsClient => Practices.Any(practice => practice.AwaitsClient(this));
}

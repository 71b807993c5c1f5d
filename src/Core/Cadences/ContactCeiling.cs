using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Cadences;

/// <summary>Something by which a client heard from one of us, or will.</summary>
/// <param name="On">The day.</param>
/// <param name="MemberId">From whom.</param>
/// <param name="RecordedAt">When it was noted or planned.</param>
public sealed record OwnContact(LocalDate On, Guid MemberId, Instant RecordedAt);

/// <summary>A client hears from us more often than they may like.</summary>
/// <param name="Contacts">How often, the last one counted in.</param>
/// <param name="People">From how many of us.</param>
/// <param name="Days">Within how many days.</param>
public sealed record TooManyContacts(int Contacts, int People, int Days);

/// <summary>
/// How often a client hears from us at most, all colleagues together (practices A4, G2, G3 and G4). Greetings, gifts and newsletters
/// count, for they reach the client too. What the client began, agreed status updates and whatever was said while they waited for an
/// answer do not.
/// </summary>
public static class ContactCeiling
{
    /// <summary>The first days with a new client, in which less is more.</summary>
    public const int NewForDays = 60;

    extension(AccountFacts facts)
    {
        /// <summary>The ceiling on a day: as agreed, else by the tier, lowered for who is new or likes it quiet. What was agreed at least is never too much.</summary>
        public Ceiling CeilingOn(LocalDate day)
        {
            if (facts.Agreed?.Ceiling is { } agreed) return agreed;
            var usual = new Ceiling(facts.Terms.Ceiling(facts.Account.Tier), Ceiling.Week);
            var lowered = facts.Agreed is { IsReserved: true } ? usual.Halved : facts.IsNewOn(day) ? usual with { Contacts = Math.Max(1, usual.Contacts - 1) } : usual;
            return facts.Agreed?.FloorDays is { } floor && !lowered.Allows(floor) ? new Ceiling((Ceiling.Week + floor - 1) / floor, Ceiling.Week) : lowered;
        }

        /// <summary>Whether a day is among the first ones with a client: since the work began or, where nobody said, since they were entered.</summary>
        public bool IsNewOn(LocalDate day) => day < (facts.Account.Since ?? facts.Account.EnteredOn).PlusDays(NewForDays);

        /// <summary>Whether one more contact is too much, and how many there were by then; null while it is not, while all are by one of us, and while we owe the client an answer.</summary>
        public TooManyContacts? TooMany(OwnContact next, IEnumerable<OwnContact> others)
        {
            ArgumentNullException.ThrowIfNull(next);
            if (facts.Gate(next.RecordedAt).IsShut) return null;
            var ceiling = facts.CeilingOn(next.On);
            var counted = others.Where(other => other.On > next.On.PlusDays(-ceiling.Days) && other.On <= next.On && !facts.GateWasShut(other.RecordedAt)).Append(next).ToList();
            // Whoever is alone with a client knows how often they were in touch.
            return counted.DistinctBy(contact => contact.MemberId).Count() is > 1 and var people && counted.Count > ceiling.Contacts ? new TooManyContacts(counted.Count, people, ceiling.Days) : null;
        }
    }

    /// <summary>Whether something of a kind and direction counts.</summary>
    public static bool Counts(InteractionKind? kind, Direction direction) => direction == Direction.We && kind != InteractionKind.Note;

    /// <summary>What was noted of an account that counts, within the ceiling's days before a day.</summary>
    public static async Task<IReadOnlyList<OwnContact>> ContactsBefore(this Store store, AccountFacts facts, LocalDate day, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(facts);
        var (accountId, first) = (facts.Account.Id, day.PlusDays(1 - facts.CeilingOn(day).Days));
        return await store.Interactions
            .Where(noted => noted.AccountId == accountId && noted.On >= first && noted.On <= day && noted.Direction == Direction.We && noted.Kind != InteractionKind.Note && !noted.IsStatus)
            .Select(noted => new OwnContact(noted.On, noted.MemberId, noted.RecordedAt)).ToListAsync(cancellation);
    }
}

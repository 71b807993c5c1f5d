using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Briefs;

/// <summary>What we do not know and could ask; what helps most first.</summary>
public enum Gap
{
    /// <summary>Who looks after the account.</summary>
    Owner,

    /// <summary>Anyone there by name.</summary>
    Contact,

    /// <summary>The contact's number.</summary>
    Phone,

    /// <summary>What the contact does there.</summary>
    Role,

    /// <summary>Whether they are content.</summary>
    Satisfaction,

    /// <summary>What occupies them.</summary>
    Topics,

    /// <summary>How they like to be reached.</summary>
    Channel,

    /// <summary>The contact's birthday.</summary>
    Birthday,

    /// <summary>Since when the two work together.</summary>
    Since,
}

/// <summary>Everything for one call.</summary>
/// <param name="Facts">The account.</param>
/// <param name="Contact">The contact who was asked for; null when it was the account.</param>
public sealed record Brief(AccountFacts Facts, Contact? Contact)
{
    private const int SoonDays = 14;

    /// <summary>The last things said and done, latest first.</summary>
    public IReadOnlyList<Interaction> Latest { get; init; } = [];

    /// <summary>The kinds of talk, most used first.</summary>
    public IReadOnlyList<InteractionKind> Channels { get; init; } = [];

    /// <summary>What is held that would be said within days, and why.</summary>
    public IReadOnlyList<Nudge> Held(LocalDate today) => [.. Facts.Nudges
        .Where(nudge => nudge.State == NudgeState.Held && Facts.Calendar.DateOf(nudge.DueAt) <= today.PlusDays(SoonDays))
        .Where(nudge => Contact is null || Facts.PracticeOf(nudge.Kind)?.ContactOf(nudge.Subject, Facts) is not { } whose || whose == Contact.Id)
        .OrderBy(nudge => nudge.DueAt).ThenBy(nudge => nudge.Kind, StringComparer.Ordinal).DistinctBy(nudge => nudge.Matter)];

    /// <summary>What of an account and its contact is not known; what a practice does not know, its view tells.</summary>
    public IEnumerable<Gap> Unknowns
    {
        get
        {
            if (Facts.Roster.Find(Facts.Account.OwnerId) is null) yield return Gap.Owner;
            if (Contact is null && Facts.ContactsThere.Count == 0) yield return Gap.Contact;
            if (Contact is { MayBeThoughtOf: true, Phone: "" }) yield return Gap.Phone;
            if (Contact is { MayBeThoughtOf: true, Role: "" }) yield return Gap.Role;
            if (Contact is { MayBeThoughtOf: true, Birthday: null }) yield return Gap.Birthday;
            if (Facts.Account.Since is null) yield return Gap.Since;
        }
    }
}

/// <summary>Gathers a brief.</summary>
public static class BriefReader
{
    private const int MostLatest = 3;
    private const int RecentTalks = 30;

    /// <summary>Gathers it; null when the scope has no such account.</summary>
    public static async Task<Brief?> BriefOf(this Store store, Guid accountId, Guid? contactId, Instant now, CancellationToken cancellation) =>
        await store.FactsOf(accountId, now, cancellation) is { } facts ? await store.BriefOf(facts, contactId, cancellation) : null;

    /// <summary>Gathers it for an account whose facts are known.</summary>
    public static async Task<Brief> BriefOf(this Store store, AccountFacts facts, Guid? contactId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(facts);
        var accountId = facts.Account.Id;
        var contact = facts.Contacts.FirstOrDefault(contact => contact.Id == contactId);
        var latest = await store.Interactions.Where(interaction => interaction.AccountId == accountId)
            .OrderByDescending(interaction => interaction.On).ThenByDescending(interaction => interaction.RecordedAt).Take(RecentTalks).AsNoTracking().ToListAsync(cancellation);
        var theirs = contact is null ? [] : latest.Where(interaction => interaction.ContactId == contact.Id).ToList();
        return new Brief(facts, contact)
        {
            Latest = [.. latest.Take(MostLatest)],
            Channels = [.. (theirs.Exists(interaction => interaction.IsSubstantive) ? theirs : latest).Where(interaction => interaction.IsSubstantive)
                .CountBy(interaction => interaction.Kind).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key)],
        };
    }
}

using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Cadences;

/// <summary>Who agrees on something with a client, or notes that they did.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="Now">When.</param>
/// <param name="Today">The day by the team's calendar.</param>
/// <param name="Account">The account, by name.</param>
/// <param name="ChangeId">By which it can be taken back; null where it cannot.</param>
public sealed record CadenceAct(Guid MemberId, Instant Now, LocalDate Today, string Account, Guid? ChangeId = null);

/// <summary>What is agreed with a client: at least, at most and how; what is null, the tier decides.</summary>
/// <param name="FloorDays">Days without a talk after which the account counts as quiet.</param>
/// <param name="Ceiling">How often they hear from us at most.</param>
/// <param name="Channel">How they like to talk.</param>
public sealed record CadenceTerms(int? FloorDays, Ceiling? Ceiling, InteractionKind? Channel)
{
    /// <summary>Nothing: the tier decides.</summary>
    public static readonly CadenceTerms None = new(null, null, null);
}

/// <summary>
/// What was agreed with one client about how often and how to talk (practices A4, A7, C3 and G4). There is one of an account at most; it
/// goes once the tier decides everything again.
/// </summary>
public sealed class Cadence : IMatterFact
{
    /// <summary>The longest floor.</summary>
    public const int LongestFloor = 730;

    /// <summary>The highest ceiling.</summary>
    public const int MostContacts = 50;

    private const int MostYearsAhead = 5;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>Days without a talk after which the account counts as quiet.</summary>
    public int? FloorDays { get; private set; }

    /// <summary>How many contacts by us are enough; see <see cref="CeilingDays"/>.</summary>
    public int? CeilingContacts { get; private set; }

    /// <summary>Within how many days.</summary>
    public int? CeilingDays { get; private set; }

    /// <summary>How they like to talk.</summary>
    public InteractionKind? Channel { get; private set; }

    /// <summary>The day it was agreed; null while nothing is.</summary>
    public LocalDate? AgreedOn { get; private set; }

    /// <summary>The day on which it is asked whether it is still right.</summary>
    public LocalDate? ReviewOn { get; private set; }

    /// <summary>When it was set or said to be right last.</summary>
    public Instant SetAt { get; private set; }

    /// <summary>By whom.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>Somebody said that it is still right, and changed nothing.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>They like it quiet.</summary>
    public bool IsReserved { get; private set; }

    /// <summary>Reserved as they are, they like to be congratulated.</summary>
    public bool WantsOccasions { get; private set; }

    /// <summary>The change by which what was done to it last can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>What is agreed.</summary>
    public CadenceTerms Terms => new(FloorDays, CeilingContacts is { } contacts && CeilingDays is { } days ? new Ceiling(contacts, days) : null, Channel);

    /// <summary>Nothing of it differs from what the tier says.</summary>
    public bool IsEmpty => AgreedOn is null && !IsReserved;

    /// <summary>One of which nothing is agreed yet.</summary>
    public static Cadence Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new Cadence { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id };
    }

    /// <summary>This is agreed since a day. It is asked about a year later, unless another day was said; what is older than that, a year from today.</summary>
    public void Agree(CadenceTerms terms, LocalDate agreedOn, LocalDate? reviewOn, CadenceAct act)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(act);
        if (terms.FloorDays is < 1 or > LongestFloor) throw new RefusalException(CadenceRefusals.Floor);
        if (terms.Ceiling is { Contacts: < 1 or > MostContacts } or { Days: < 1 or > LongestFloor }) throw new RefusalException(CadenceRefusals.Ceiling);
        if (terms is { FloorDays: { } floor, Ceiling: { } ceiling } && !ceiling.Allows(floor)) throw new RefusalException(CadenceRefusals.TooTight);
        if (agreedOn > act.Today) throw new RefusalException(CadenceRefusals.AgreedAhead);
        var review = reviewOn ?? (agreedOn.PlusYears(1) > act.Today ? agreedOn : act.Today).PlusYears(1);
        if (review <= act.Today) throw new RefusalException(CadenceRefusals.ReviewIsOver);
        if (review > act.Today.PlusYears(MostYearsAhead)) throw new RefusalException(CadenceRefusals.ReviewTooFar);
        (FloorDays, CeilingContacts, CeilingDays, Channel) = (terms.FloorDays, terms.Ceiling?.Contacts, terms.Ceiling?.Days, terms.Channel);
        (AgreedOn, ReviewOn) = terms == CadenceTerms.None ? ((LocalDate?)null, (LocalDate?)null) : (agreedOn, review);
        Touch(act, isConfirmed: false);
    }

    /// <summary>It is still right: it is asked about again in a year.</summary>
    public void Confirm(CadenceAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (AgreedOn is null) throw new RefusalException(CadenceRefusals.NothingAgreed(act.Account));
        (AgreedOn, ReviewOn) = (act.Today, act.Today.PlusYears(1));
        Touch(act, isConfirmed: true);
    }

    /// <summary>They like it quiet, with or without being congratulated.</summary>
    public void Reserve(bool wantsOccasions, CadenceAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (IsReserved && WantsOccasions == wantsOccasions) throw new RefusalException(CadenceRefusals.ReservedAlready);
        (IsReserved, WantsOccasions, ChangeId) = (true, wantsOccasions, act.ChangeId);
    }

    /// <summary>They do not mind hearing from us any more.</summary>
    public void Unreserve(CadenceAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (!IsReserved) throw new RefusalException(CadenceRefusals.NotReserved(act.Account));
        (IsReserved, WantsOccasions, ChangeId) = (false, false, act.ChangeId);
    }

    private void Touch(CadenceAct act, bool isConfirmed) => (SetAt, MemberId, IsConfirmed, ChangeId) = (act.Now, act.MemberId, isConfirmed, act.ChangeId);
}

using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Expectations;

/// <summary>What is agreed with a client.</summary>
/// <param name="Goal">What is to be reached.</param>
/// <param name="Conditions">What it takes.</param>
/// <param name="Obstacles">What could prevent it.</param>
/// <param name="AgreedOn">The day it was agreed; null today.</param>
/// <param name="ReviewOn">The day on which it is looked at again; null where none was agreed.</param>
public sealed record ExpectationTerms(string Goal, string Conditions, string Obstacles, LocalDate? AgreedOn, LocalDate? ReviewOn);

/// <summary>What a client expects, agreed with somebody there (practice H5).</summary>
public sealed class Expectation : INamesContact, IMatterFact, INoted
{
    /// <summary>After so many months it is looked at again where it still holds and nobody named a day.</summary>
    public const int ReviewMonths = 6;

    private const int MostYearsAhead = 5;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>With whom it was agreed, where that was said.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>What is to be reached.</summary>
    public required string Goal { get; init; }

    /// <summary>What it takes.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>What could prevent it.</summary>
    public string Obstacles { get; init; } = "";

    /// <summary>The day it was agreed.</summary>
    public required LocalDate AgreedOn { get; init; }

    /// <summary>The day on which it is looked at again; null where none is set.</summary>
    public LocalDate? ReviewOn { get; private set; }

    /// <summary>Who noted it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>When somebody last said that it holds.</summary>
    public Instant SetAt { get; private set; }

    /// <summary>Who.</summary>
    public Guid SetBy { get; private set; }

    /// <summary>When it was done, or holds no more.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid? EndedBy { get; private set; }

    /// <summary>The change by which what was done to it last can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>It holds.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Everything that was said of it.</summary>
    string INoted.Text => string.Join(' ', Goal, Conditions, Obstacles);

    /// <summary>Notes what was agreed.</summary>
    public static Expectation Agree(Account account, Guid? contactId, ExpectationTerms terms, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(act);
        if (terms.AgreedOn > act.Today) throw new RefusalException(ExpectationRefusals.StillAhead);
        var expectation = new Expectation
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            ContactId = contactId,
            Goal = terms.Goal,
            Conditions = terms.Conditions,
            Obstacles = terms.Obstacles,
            AgreedOn = terms.AgreedOn ?? act.Today,
            MemberId = act.MemberId,
            NotedAt = act.Now,
        };
        expectation.Set(terms.ReviewOn, act);
        return expectation;
    }

    /// <summary>It still holds; it is looked at again some months later.</summary>
    public void StillHolds(MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (!IsOpen) throw new RefusalException(ExpectationRefusals.OverAlready);
        Set(act.Today.PlusMonths(ReviewMonths), act);
    }

    /// <summary>It is done, or holds no more.</summary>
    public void End(MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (!IsOpen) throw new RefusalException(ExpectationRefusals.OverAlready);
        (EndedAt, EndedBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);
    }

    private void Set(LocalDate? reviewOn, MemberAct act)
    {
        if (reviewOn < act.Today) throw new RefusalException(ExpectationRefusals.DayIsOver);
        if (reviewOn > act.Today.PlusYears(MostYearsAhead)) throw new RefusalException(ExpectationRefusals.TooFar);
        (ReviewOn, SetAt, SetBy, ChangeId) = (reviewOn, act.Now, act.MemberId, act.ChangeId);
    }
}

using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Expectations;

/// <summary>A project with a client, from its start until it is done.</summary>
public sealed class Project : IMatterFact, INoted
{
    /// <summary>Days after its start by which it should be agreed what the client expects.</summary>
    public const int AgreeWithinDays = 14;

    /// <summary>What was agreed so many days before its start counts for it.</summary>
    public const int AgreedBeforeDays = 60;

    private const int MostYears = 3;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Its first day.</summary>
    public required LocalDate StartsOn { get; init; }

    /// <summary>Who noted it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>What would make it our best (practice H7); empty while nobody has said.</summary>
    public string Best { get; private set; } = "";

    /// <summary>When somebody said so.</summary>
    public Instant? BestAt { get; private set; }

    /// <summary>Who.</summary>
    public Guid? BestBy { get; private set; }

    /// <summary>When it was done.</summary>
    public Instant? DoneAt { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid? DoneBy { get; private set; }

    /// <summary>The change by which what was done to it last can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>It is under way, or still to come.</summary>
    public bool IsOpen => DoneAt is null;

    /// <summary>Everything that was said of it.</summary>
    string INoted.Text => $"{Name} {Best}";

    /// <summary>Notes that one starts, or has started.</summary>
    public static Project Start(Account account, string name, LocalDate? startsOn, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        if (startsOn > act.Today.PlusYears(MostYears) || startsOn < act.Today.PlusYears(-MostYears)) throw new RefusalException(ExpectationRefusals.NotThen);
        return new Project
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            Name = name,
            StartsOn = startsOn ?? act.Today,
            MemberId = act.MemberId,
            NotedAt = act.Now,
            ChangeId = act.ChangeId,
        };
    }

    /// <summary>Whether what was agreed on a day counts for it.</summary>
    public bool IsCoveredBy(Expectation expectation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        return expectation.AgreedOn >= StartsOn.PlusDays(-AgreedBeforeDays);
    }

    /// <summary>What would make it our best.</summary>
    public void SayBest(string text, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (!IsOpen) throw new RefusalException(ExpectationRefusals.DoneAlready);
        (Best, BestAt, BestBy, ChangeId) = (text, act.Now, act.MemberId, act.ChangeId);
    }

    /// <summary>It is done.</summary>
    public void Finish(MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (!IsOpen) throw new RefusalException(ExpectationRefusals.DoneAlready);
        (DoneAt, DoneBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);
    }
}

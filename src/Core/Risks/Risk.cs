using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Risks;

/// <summary>What might end a relationship.</summary>
public enum RiskKind
{
    /// <summary>They have to save.</summary>
    BudgetCut,

    /// <summary>They talk to somebody else.</summary>
    Competitor,

    /// <summary>Whoever we know there is leaving.</summary>
    ContactLeaving,

    /// <summary>They are not content.</summary>
    Dissatisfaction,

    /// <summary>We depend on them too much: for managers alone.</summary>
    Dependence,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What is done next about a risk.</summary>
/// <param name="Text">What; empty where that is still to be thought about.</param>
/// <param name="On">By which day; null takes a week.</param>
/// <param name="MemberId">Who does it.</param>
public sealed record NextStep(string Text, LocalDate? On, Guid MemberId);

/// <summary>
/// Something might end a relationship (practice H3). It has a next step with a day and somebody who takes it (practice B8), until it is
/// resolved.
/// </summary>
public sealed class Risk : IMatterFact, INoted
{
    private const int UsualDays = 5;
    private const int MostYearsAhead = 2;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>Which kind.</summary>
    public required RiskKind Kind { get; init; }

    /// <summary>What it is, in the words of whoever noted it.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who noted it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>What is done next; empty where that is still to be thought about.</summary>
    public string Step { get; private set; } = "";

    /// <summary>By which day.</summary>
    public LocalDate StepOn { get; private set; }

    /// <summary>By whom.</summary>
    public Guid StepBy { get; private set; }

    /// <summary>When that was said.</summary>
    public Instant StepSetAt { get; private set; }

    /// <summary>Who said it.</summary>
    public Guid StepSetBy { get; private set; }

    /// <summary>When it was resolved.</summary>
    public Instant? ResolvedAt { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid? ResolvedBy { get; private set; }

    /// <summary>The change by which what was done to it last can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>Something is still to be done about it.</summary>
    public bool IsOpen => ResolvedAt is null;

    /// <summary>Only managers, and whoever takes the next step, read of it.</summary>
    public bool IsForManagers => Kind == RiskKind.Dependence;

    /// <summary>Everything that was said of it.</summary>
    string INoted.Text => $"{Text} {Step}";

    /// <summary>Notes one.</summary>
    public static Risk Note(Account account, RiskKind kind, string text, NextStep step, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(act);
        if (!account.IsWithUs) throw new RefusalException(RiskRefusals.IsOver(account.Name));
        var risk = new Risk
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            Kind = kind,
            Text = text,
            MemberId = act.MemberId,
            NotedAt = act.Now,
        };
        risk.Set(step, act);
        return risk;
    }

    /// <summary>Something else is done next.</summary>
    public void Plan(NextStep step, MemberAct act)
    {
        if (!IsOpen) throw new RefusalException(RiskRefusals.ResolvedAlready);
        Set(step, act);
    }

    /// <summary>Nothing is to be feared any more.</summary>
    public void Resolve(MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (!IsOpen) throw new RefusalException(RiskRefusals.ResolvedAlready);
        (ResolvedAt, ResolvedBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);
    }

    private void Set(NextStep step, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(act);
        var today = act.Today;
        if (step.On < today) throw new RefusalException(RiskRefusals.DayIsOver);
        if (step.On > today.PlusYears(MostYearsAhead)) throw new RefusalException(RiskRefusals.TooFar);
        (Step, StepOn, StepBy) = (step.Text, step.On ?? act.Calendar.AddWorkingDates(today, UsualDays), step.MemberId);
        (StepSetAt, StepSetBy, ChangeId) = (act.Now, act.MemberId, act.ChangeId);
    }
}

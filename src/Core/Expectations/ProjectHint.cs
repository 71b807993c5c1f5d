using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Expectations;

/// <summary>A project starts: one question, what would make it our best (practice H7). Asked once of each project, unless somebody has said so.</summary>
public sealed class ProjectHint() : HintPractice(Kind, 8, rest: null)
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public new const string Kind = "project-hint";

    /// <summary>Somebody said so.</summary>
    public const string Answered = "Answered";

    /// <inheritdoc/>
    public override IReadOnlyList<IFactsReader> Facts { get; } = [HintFactsReader.Instance, ExpectationFactsReader.Instance];

    /// <summary>Of several projects the one that started last; what lies weeks back is under way and needs no such question any more.</summary>
    protected override (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var project = facts.OpenProjects.LastOrDefault(project => project.BestAt is null && facts.Today(project.NotedAt) < project.StartsOn.PlusDays(Project.AgreeWithinDays));
        return project is null ? (null, null) : (new HintReason(LocalDate.Max(project.StartsOn, facts.Today(project.NotedAt)), project.Id), null);
    }

    /// <inheritdoc/>
    protected override Act? Followed(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return facts.Project(nudge.Subject) is { BestAt: { } at, BestBy: { } by } && at >= nudge.PostedAt ? new Act(Answered, by, at) : null;
    }
}

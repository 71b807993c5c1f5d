using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Expectations;

/// <summary>One event of a project in a client's story.</summary>
/// <param name="Kind">What happened, in a stable word of <see cref="ProjectPractice"/>.</param>
/// <param name="Project">The project.</param>
public sealed record ProjectEvent(string Kind, Project Project);

/// <summary>
/// What projects want said (practice H5): two weeks after the start of one for which nothing was agreed, to whoever looks after the client.
/// </summary>
public sealed class ProjectPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "project";

    /// <summary>Agree with the client on what they expect.</summary>
    public const string Agree = "agree-expectation";

    /// <summary>It starts.</summary>
    public const string Started = "Started";

    /// <summary>Something was agreed.</summary>
    public const string Agreed = "Agreed";

    /// <summary>It is done.</summary>
    public const string Done = "Done";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [ExpectationFactsReader.Instance];

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new Review([.. facts.OpenProjects.Where(project => facts.AgreedFor(project) is null).Select(project => new NudgeRequest(
            MatterOf(project), new Cycle("agree", project.StartsOn), project.NotedAt, Agree, Lane.StayClose,
            facts.Calendar.At(project.StartsOn.PlusDays(Project.AgreeWithinDays), facts.Terms.Morning), Climb.Never) { IsPersonal = true })]);
    }

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Project(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        if (facts.Project(nudge.Subject) is not { } project) return null;
        if (project is { DoneAt: { } done, DoneBy: { } by } && done >= nudge.PostedAt) return new Act(Done, by, done);
        return facts.AgreedFor(project) is { } agreed && agreed.NotedAt >= nudge.PostedAt ? new Act(Agreed, agreed.MemberId, agreed.NotedAt) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        // It names nobody at the client.
        if (question.ContactId is not null) return [];
        var projects = await question.Among(question.Store.Projects).OrderByDescending(project => project.NotedAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return StoryEntry.Newest(projects.SelectMany(Told), question.Most);

        IEnumerable<StoryEntry> Told(Project project)
        {
            yield return Entry(Started, LocalDate.Min(project.StartsOn, question.CalendarOf(project.TeamId).DateOf(question.Now)), project.NotedAt, project.MemberId) with { Text = project.Best };
            if (project.DoneAt is { } done && question.Words.Count == 0) yield return Entry(Done, question.CalendarOf(project.TeamId).DateOf(done), done, project.DoneBy);

            StoryEntry Entry(string kind, LocalDate on, Instant at, Guid? by) => new(project.AccountId, on, at, new ProjectEvent(kind, project)) { Kind = Kind, MemberId = by };
        }
    }

    /// <summary>The matter of a project.</summary>
    public static Matter MatterOf(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return new Matter(Kind, project.Id);
    }
}

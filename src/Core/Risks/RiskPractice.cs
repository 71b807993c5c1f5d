using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Risks;

/// <summary>One event of a risk in a client's story.</summary>
/// <param name="Kind">What happened, in a stable word of <see cref="RiskPractice"/>.</param>
/// <param name="Risk">The risk.</param>
public sealed record RiskEvent(string Kind, Risk Risk);

/// <summary>A risk in the managers' week.</summary>
/// <param name="Risk">The risk.</param>
/// <param name="Account">The client.</param>
/// <param name="StepBy">Who takes the next step, if they are still in the team.</param>
public sealed record RiskLine(Risk Risk, Account Account, Member? StepBy);

/// <summary>Open risks in a digest, whose next step is due first at the top.</summary>
public sealed record RiskFigures(IReadOnlyList<RiskLine> Open);

/// <summary>
/// What risks want said (practices H3 and B8): on the morning of its day the next step, to whoever takes it and to nobody else. It never climbs;
/// until it is resolved it stands in the managers' week.
/// </summary>
public sealed class RiskPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "risk";

    /// <summary>Take the next step.</summary>
    public const string TakeStep = "take-risk-step";

    /// <summary>It was noted.</summary>
    public const string Noted = "Noted";

    /// <summary>It is resolved; also a settlement.</summary>
    public const string Resolved = "Resolved";

    /// <summary>Something else is done next.</summary>
    public const string Planned = "Planned";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new RiskFactsReader()];

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new Review([.. facts.OpenRisks.Select(risk => new NudgeRequest(
            MatterOf(risk), new Cycle("step", risk.StepSetAt), risk.StepSetAt, TakeStep, Lane.StayClose, DueAt(risk, facts), Climb.Never) { IsPersonal = true, ForMember = risk.StepBy })]);
    }

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Risk(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        if (facts.Risk(nudge.Subject) is not { } risk) return null;
        if (risk is { ResolvedAt: { } resolved, ResolvedBy: { } by } && resolved >= nudge.PostedAt) return new Act(Resolved, by, resolved);
        return risk.StepSetAt >= nudge.PostedAt ? new Act(Planned, risk.StepSetBy, risk.StepSetAt) : null;
    }

    /// <inheritdoc/>
    public Guid? MemberOf(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return facts.Risk(nudge.Subject)?.StepBy;
    }

    /// <inheritdoc/>
    public async Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (!question.IsForManagers) return null;
        var open = await question.Store.Risks.Where(risk => risk.ResolvedAt == null)
            .Join(question.Store.Accounts.WithUs(), risk => risk.AccountId, account => account.Id, (risk, account) => new { risk, account }).AsNoTracking().ToListAsync(cancellation);
        if (open.Count == 0) return null;
        return new DigestPart([], new RiskFigures([.. open.OrderBy(row => row.risk.StepOn).ThenBy(row => row.risk.NotedAt)
            .Select(row => new RiskLine(row.risk, row.account, question.Members.GetValueOrDefault((row.risk.TeamId, row.risk.StepBy))))]));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        // It names nobody at the client, and what is for managers alone stands in no story.
        if (question.ContactId is not null) return [];
        var risks = await question.Among(question.Store.Risks).Where(risk => risk.Kind != RiskKind.Dependence).OrderByDescending(risk => risk.NotedAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return StoryEntry.Newest(risks.SelectMany(Told), question.Most);

        IEnumerable<StoryEntry> Told(Risk risk)
        {
            // Words that were looked for may stand in the next step.
            yield return Entry(Noted, risk.NotedAt, risk.MemberId) with { Text = question.Words.Count > 0 && risk.Step.Length > 0 ? $"{risk.Text} – {risk.Step}".TrimStart(' ', '–') : risk.Text };
            if (risk.ResolvedAt is { } resolved && question.Words.Count == 0) yield return Entry(Resolved, resolved, risk.ResolvedBy);

            StoryEntry Entry(string kind, Instant at, Guid? by) => new(risk.AccountId, question.CalendarOf(risk.TeamId).DateOf(at), at, new RiskEvent(kind, risk)) { Kind = Kind, MemberId = by };
        }
    }

    /// <summary>The matter of a risk.</summary>
    public static Matter MatterOf(Risk risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        return new Matter(Kind, risk.Id);
    }

    /// <summary>The morning on which the next step is said: of its day or, before a day off, of the working day before.</summary>
    public static Instant DueAt(Risk risk, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Calendar.At(facts.Calendar.WorkingDateOnOrBefore(risk.StepOn), facts.Terms.Morning);
    }
}

using AccountNudge.Core.Calendar;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Plans;

/// <summary>An account's plans: those to come and those of the last weeks, also the dropped ones; with the talks that may have kept them.</summary>
public sealed record PlanFacts(IReadOnlyList<Plan> All, IReadOnlyList<Interaction> Talks)
{
    /// <summary>
    /// The first talk that kept a plan; null when there is none. One on its day counts once the plan was due, or when it was of the kind
    /// that was planned: a call that comes in before the visit is not the visit.
    /// </summary>
    public Interaction? KeptBy(Plan plan, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Talks.Where(talk => talk.On >= plan.On && talk.RecordedAt >= plan.SetAt)
            .Where(talk => plan.Time is null || talk.On > plan.On || talk.Kind == plan.Kind || talk.RecordedAt >= plan.PassesAt(calendar))
            .MinBy(talk => talk.RecordedAt);
    }

    /// <summary>Neither dropped nor kept, earliest first.</summary>
    public IEnumerable<Plan> Open(WorkingCalendar calendar) =>
        All.Where(plan => plan.DroppedAt is null && KeptBy(plan, calendar) is null).OrderBy(plan => plan.On).ThenBy(plan => plan.Time);
}

/// <summary>Plans among the facts of an account.</summary>
public static class PlansOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>Those neither dropped nor kept, earliest first; also those that have passed.</summary>
        public IReadOnlyList<Plan> OpenPlans => [.. facts.Of<PlanFacts>()?.Open(facts.Calendar) ?? []];

        /// <summary>The open ones that are still to come, earliest first.</summary>
        public IEnumerable<Plan> PlansAhead(Instant now) => facts.OpenPlans.Where(plan => plan.PassesAt(facts.Calendar) > now);

        /// <summary>One of <see cref="PlanFacts"/>; null when it is none of them.</summary>
        public Plan? Plan(Guid id) => facts.Of<PlanFacts>()?.All.FirstOrDefault(plan => plan.Id == id);

        /// <summary>See <see cref="PlanFacts.KeptBy"/>.</summary>
        public Interaction? KeptBy(Plan plan) => facts.Of<PlanFacts>()?.KeptBy(plan, facts.Calendar);
    }
}

/// <summary>The table of plans.</summary>
public static class PlanTables
{
    extension(Store store)
    {
        /// <summary>Plans.</summary>
        public DbSet<Plan> Plans => store.Set<Plan>();
    }
}

/// <summary>Reads <see cref="PlanFacts"/>.</summary>
internal sealed class PlanFactsReader : IFactsReader
{
    public bool TellsOfTalks => true;

    /// <summary>Longer than anybody is asked about a plan.</summary>
    private const int RememberedDays = PlanPractice.AskedForDays + 10;

    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var asked = new Asked(batch.AccountIds, now.InUtc().Date.PlusDays(-RememberedDays));
        var plans = batch.Add(asked, Wanted).ByAccount();
        var talks = batch.Add(asked, static (store, asked) =>
        {
            var wanted = Wanted(store, asked);
            return store.Interactions.OnlyTalks().Where(talk =>
                wanted.Any(plan => plan.AccountId == talk.AccountId && plan.DroppedAt == null && plan.On <= talk.On && plan.MadeAt <= talk.RecordedAt));
        }, typeof(Plan)).ByAccount();
        return accountId => plans(accountId) is { Count: > 0 } all ? new PlanFacts(all, talks(accountId)) : null;
    }

    private static IQueryable<Plan> Wanted(Store store, Asked asked) => store.Plans.Where(plan => asked.AccountIds.Contains(plan.AccountId) && plan.On >= asked.Oldest);

    private sealed record Asked(IReadOnlyList<Guid> AccountIds, LocalDate Oldest);

    public PlannedTalk? PlannedIn(object facts, WorkingCalendar calendar)
    {
        var open = ((PlanFacts)facts).Open(calendar).ToList();
        var visitUntil = open.Where(plan => plan.Kind == InteractionKind.Visit).Max(plan => (Instant?)PlanPractice.EndOfQuestion(plan, calendar));
        return open.Select(plan => new PlannedTalk(PlanPractice.EndOfQuestion(plan, calendar), plan.MovedBy ?? plan.MemberId, plan.SetAt) { VisitUntil = visitUntil }).MaxBy(planned => planned.Until);
    }
}

/// <summary>Maps plans to their table.</summary>
internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans");
        builder.HasIndex(plan => new { plan.AccountId, plan.On });
    }
}

using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Expectations;

/// <summary>What was agreed with an account's client, and the projects with them that are under way or were done within the last weeks.</summary>
public sealed record ExpectationFacts(IReadOnlyList<Expectation> Expectations, IReadOnlyList<Project> Projects);

/// <summary>Expectations and projects among the facts of an account.</summary>
public static class ExpectationsOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>What holds, the latest first.</summary>
        public IReadOnlyList<Expectation> OpenExpectations =>
            [.. (facts.Of<ExpectationFacts>()?.Expectations ?? []).Where(expectation => expectation.IsOpen).OrderByDescending(expectation => expectation.AgreedOn).ThenByDescending(expectation => expectation.NotedAt)];

        /// <summary>One of the account's expectations; null when it is none of them.</summary>
        public Expectation? Expectation(Guid id) => facts.Of<ExpectationFacts>()?.Expectations.FirstOrDefault(expectation => expectation.Id == id);

        /// <summary>The projects that are under way or still to come, earliest first.</summary>
        public IReadOnlyList<Project> OpenProjects =>
            [.. (facts.Of<ExpectationFacts>()?.Projects ?? []).Where(project => project.IsOpen).OrderBy(project => project.StartsOn).ThenBy(project => project.NotedAt)];

        /// <summary>One of the account's projects; null when it is none of them.</summary>
        public Project? Project(Guid id) => facts.Of<ExpectationFacts>()?.Projects.FirstOrDefault(project => project.Id == id);

        /// <summary>What was agreed for a project, the earliest; null where nothing was.</summary>
        public Expectation? AgreedFor(Project project) =>
            facts.Of<ExpectationFacts>()?.Expectations.Where(project.IsCoveredBy).OrderBy(expectation => expectation.NotedAt).FirstOrDefault();
    }
}

/// <summary>The tables of expectations and projects.</summary>
public static class ExpectationTables
{
    extension(Store store)
    {
        /// <summary>Expectations.</summary>
        public DbSet<Expectation> Expectations => store.Set<Expectation>();

        /// <summary>Projects.</summary>
        public DbSet<Project> Projects => store.Set<Project>();
    }
}

/// <summary>Reads <see cref="ExpectationFacts"/>, once for all that asks for them.</summary>
internal sealed class ExpectationFactsReader : IFactsReader
{
    public static readonly ExpectationFactsReader Instance = new();

    private static readonly Duration Remembered = Duration.FromDays(30);

    private ExpectationFactsReader()
    {
    }

    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var asked = new Asked(batch.AccountIds, now - Remembered);
        var projects = batch.Add(asked, Wanted).ByAccount();
        // Those that hold no more are asked for only as long as they may count for a project.
        var expectations = batch.Add(asked, static (store, asked) =>
        {
            var wanted = Wanted(store, asked);
            return store.Expectations.Where(expectation => asked.AccountIds.Contains(expectation.AccountId)
                && (expectation.EndedAt == null || expectation.EndedAt > asked.Recently || wanted.Any(project => project.AccountId == expectation.AccountId)));
        }).ByAccount();
        return accountId => expectations(accountId) is var agreed && projects(accountId) is var running && agreed.Count + running.Count > 0 ? new ExpectationFacts(agreed, running) : null;
    }

    private static IQueryable<Project> Wanted(Store store, Asked asked) => store.Projects.Where(project =>
        asked.AccountIds.Contains(project.AccountId) && (project.DoneAt == null || project.DoneAt > asked.Recently));

    private sealed record Asked(IReadOnlyList<Guid> AccountIds, Instant Recently);
}

/// <summary>Maps expectations and projects to their tables.</summary>
internal sealed class ExpectationMapping : IEntityTypeConfiguration<Expectation>, IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Expectation> builder)
    {
        builder.ToTable("expectations");
        builder.HasIndex(expectation => expectation.AccountId);
    }

    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects");
        builder.HasIndex(project => project.AccountId);
    }
}

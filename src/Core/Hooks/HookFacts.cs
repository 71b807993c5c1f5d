using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Hooks;

/// <summary>An account's hooks, with the talks that may have used them.</summary>
public sealed record HookFacts(IReadOnlyList<Hook> All, IReadOnlyList<Interaction> Talks);

/// <summary>Hooks among the facts of an account.</summary>
public static class HooksOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>Those that still come up at an instant, latest first.</summary>
        public IEnumerable<Hook> OpenHooks(Instant now) =>
            (facts.Of<HookFacts>()?.All ?? []).Where(hook => facts.IsOfSomeoneThere(hook.ContactId) && facts.UsedBy(hook) is null && facts.GoesAt(hook) > now).OrderByDescending(hook => hook.NotedAt).ThenByDescending(hook => hook.Id);

        /// <summary>
        /// The first talk that used a hook; null when none did. One about a person waits for a talk with that person; a talk of which nobody
        /// said with whom it was counts where there is nobody else to talk to.
        /// </summary>
        public Interaction? UsedBy(Hook hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            var isOnly = facts.ContactsThere is [var only] && only.Id == hook.ContactId;
            return facts.Of<HookFacts>()?.Talks
                .Where(talk => hook.ContactId is null || talk.ContactId == hook.ContactId || (talk.ContactId is null && isOnly))
                .Where(hook.IsBefore).MinBy(talk => (talk.RecordedAt, talk.Id));
        }

        /// <summary>See <see cref="Hook.GoesAt"/>.</summary>
        public Instant GoesAt(Hook hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            return Hook.GoesAt(facts.Calendar.StartOf(hook.LastDay(facts.Terms).PlusDays(1)), facts.UsedBy(hook)?.RecordedAt);
        }
    }
}

/// <summary>The table of hooks.</summary>
public static class HookTables
{
    extension(Store store)
    {
        /// <summary>Hooks.</summary>
        public DbSet<Hook> Hooks => store.Set<Hook>();
    }
}

/// <summary>Reads <see cref="HookFacts"/>.</summary>
internal sealed class HookFactsReader : IFactsReader
{
    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var hooks = batch.AddAll<Hook>().ByAccount();
        var talks = batch.Add(new { batch.AccountIds }, static (store, asked) =>
        {
            var wanted = store.Hooks.Where(hook => asked.AccountIds.Contains(hook.AccountId));
            return store.Interactions.OnlyTalks().Where(talk => wanted.Any(hook => hook.AccountId == talk.AccountId && hook.On <= talk.On && hook.NotedAt <= talk.RecordedAt));
        }, typeof(Hook)).ByAccount();
        return accountId => hooks(accountId) is { Count: > 0 } all ? new HookFacts(all, talks(accountId)) : null;
    }
}

/// <summary>Maps hooks to their table.</summary>
internal sealed class HookMapping : IEntityTypeConfiguration<Hook>
{
    public void Configure(EntityTypeBuilder<Hook> builder)
    {
        builder.ToTable("hooks");
        builder.HasIndex(hook => hook.AccountId);
    }
}

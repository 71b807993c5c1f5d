using System.Reflection;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Practices;

/// <summary>
/// Whatever refers to a contact, found in the model: the records that name one (<see cref="INamesContact"/>), and the matters that are
/// about one. Ids are unique across tables, so a matter whose subject is the contact's id is about that contact.
/// </summary>
public static class ContactReferences
{
    /// <summary>Those of some contacts that a record names, other than records that are about to go with them.</summary>
    internal static async Task<HashSet<Guid>> NamedAmong(this Store store, IReadOnlyCollection<Guid> contactIds, IReadOnlyCollection<Guid> going, CancellationToken cancellation)
    {
        var named = new HashSet<Guid>();
        foreach (var type in Naming(store)) named.UnionWith(await Generic<Task<List<Guid>>>(nameof(NamedIn), type.Record, store, type.Property, contactIds, going, cancellation));
        return named;
    }

    /// <summary>Those of some accounts that there are facts about, other than facts that are about to go with them.</summary>
    internal static async Task<HashSet<Guid>> WithFactsAmong(this Store store, IReadOnlyCollection<Guid> accountIds, IReadOnlyCollection<Guid> going, CancellationToken cancellation)
    {
        var known = new HashSet<Guid>();
        var types = store.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IAccountFact)) && type.GetForeignKeys().All(key => key.DeleteBehavior != DeleteBehavior.Cascade));
        foreach (var type in types) known.UnionWith(await Generic<Task<List<Guid>>>(nameof(FactsIn), type.ClrType, store, accountIds, going, cancellation));
        return known;
    }

    /// <summary>Whether a record names a contact, as the records will stand once this store is saved.</summary>
    public static async Task<bool> IsContactNamed(this Store store, Guid contactId, CancellationToken cancellation)
    {
        foreach (var type in Naming(store))
        {
            if (await Generic<Task<bool>>(nameof(IsNamedIn), type.Record, store, type.Property, contactId, cancellation)) return true;
        }

        return false;
    }

    /// <summary>
    /// Has everything refer to another contact of the same account. Nudges of an occasion that was asked about both stay behind, for
    /// nothing is asked twice.
    /// </summary>
    public static async Task MoveContactReferences(this Store store, IEnumerable<IPractice> practices, Guid from, Guid into, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(practices);
        foreach (var type in Naming(store)) await Generic<Task>(nameof(MoveNames), type.Record, store, type.Property, from, into, cancellation);
        foreach (var practice in practices) await practice.MoveContact(store, from, into, cancellation);
        await store.Snoozes.Where(snooze => snooze.Subject == from).ExecuteUpdateAsync(set => set.SetProperty(snooze => snooze.Subject, into), cancellation);
        await store.Overrides.Where(release => release.Subject == from).ExecuteUpdateAsync(set => set.SetProperty(release => release.Subject, into), cancellation);
        var asked = await store.Nudges.Where(nudge => nudge.Subject == into).Select(nudge => nudge.Cycle).ToListAsync(cancellation);
        await store.Nudges.Where(nudge => nudge.Subject == from && !asked.Contains(nudge.Cycle)).ExecuteUpdateAsync(set => set.SetProperty(nudge => nudge.Subject, into), cancellation);
    }

    /// <summary>Has matters go on with another contact, of rows that the store has read; it can be taken back. How many.</summary>
    public static int HandOn(this Store store, IReadOnlyList<Matter> matters, Guid from, Guid into)
    {
        ArgumentNullException.ThrowIfNull(store);
        var subjects = matters.Select(matter => matter.Subject).ToHashSet();
        var rows = store.ChangeTracker.Entries<INamesContact>().Where(entry => entry.Entity is not IPersonal && entry.Entity.ContactId == from && subjects.Contains(entry.Entity.Id)).ToList();
        foreach (var row in rows) row.Property(named => named.ContactId).CurrentValue = into;
        return rows.Count;
    }

    /// <summary>The records that name a contact, with each property by which they do; a record may name two.</summary>
    private static List<(Type Record, string Property)> Naming(Store store) =>
    [
        .. store.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(INamesContact))).OrderBy(type => type.ClrType.FullName, StringComparer.Ordinal)
            .SelectMany(type => type.GetProperties().Where(property => property.Name.EndsWith(nameof(INamesContact.ContactId), StringComparison.Ordinal)).Select(property => (type.ClrType, property.Name))),
    ];

    private static T Generic<T>(string method, Type type, params object[] arguments) =>
        (T)typeof(ContactReferences).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, arguments)!;

    private static Task<bool> IsNamedIn<T>(Store store, string property, Guid contactId, CancellationToken cancellation)
        where T : class, INamesContact
    {
        var changed = store.ChangeTracker.Entries<T>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (changed.Exists(entry => entry.State != EntityState.Deleted && (Guid?)entry.Property(property).CurrentValue == contactId)) return Task.FromResult(true);
        var ids = changed.ConvertAll(entry => entry.Entity.Id);
        return store.Set<T>().AnyAsync(record => EF.Property<Guid?>(record, property) == contactId && !ids.Contains(record.Id), cancellation);
    }

    private static Task<List<Guid>> NamedIn<T>(Store store, string property, IReadOnlyCollection<Guid> contactIds, IReadOnlyCollection<Guid> going, CancellationToken cancellation)
        where T : class, INamesContact =>
        store.Set<T>().IgnoreAutoIncludes().Where(record => contactIds.Contains(EF.Property<Guid?>(record, property)!.Value) && !going.Contains(record.Id))
            .Select(record => EF.Property<Guid?>(record, property)!.Value).Distinct().ToListAsync(cancellation);

    private static Task<List<Guid>> FactsIn<T>(Store store, IReadOnlyCollection<Guid> accountIds, IReadOnlyCollection<Guid> going, CancellationToken cancellation)
        where T : class, IAccountFact =>
        store.Set<T>().IgnoreAutoIncludes().Where(fact => accountIds.Contains(fact.AccountId) && !going.Contains(fact.Id)).Select(fact => fact.AccountId).Distinct().ToListAsync(cancellation);

    private static Task MoveNames<T>(Store store, string property, Guid from, Guid into, CancellationToken cancellation)
        where T : class, INamesContact =>
        store.Set<T>().Where(record => EF.Property<Guid?>(record, property) == from)
            .ExecuteUpdateAsync(set => set.SetProperty(record => EF.Property<Guid?>(record, property), (Guid?)into), cancellation);
}

using System.Linq.Expressions;
using System.Reflection;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Planning;

/// <summary>
/// The end of what is kept about somebody who is gone. What the account has lived through stays, with "a former contact" in their place; what
/// was noted about them as a person goes, and with it what could bring it back.
/// </summary>
public static class Erasure
{
    private static readonly Text Former = new($"a former contact", $"eine frühere Ansprechperson");

    /// <summary>When their data has had its time: with the beginning of its day in the team's zone; null while it has no end, or has had it.</summary>
    public static Instant? GoesAt(Contact contact, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(facts);
        return contact is { State: ContactState.Left or ContactState.Deceased, DeleteOn: { } day } ? facts.Calendar.StartOf(day) : null;
    }

    /// <summary>Erases everybody of an account whose time has come; saving is left to the caller. How many.</summary>
    public static async Task<int> EraseGone(this Store store, AccountFacts facts, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(facts);
        var gone = facts.Contacts.Where(contact => GoesAt(contact, facts) <= now).ToList();
        foreach (var contact in gone) await Erase(store, contact, facts, cancellation);
        return gone.Count;
    }

    private static async Task Erase(Store store, Contact contact, AccountFacts facts, CancellationToken cancellation)
    {
        var (id, former) = (contact.Id, Former.Plain(new Voice(facts.Terms.Language)));
        foreach (var type in Types<IPersonal>(store)) await Generic(nameof(Remove), type, store, id, cancellation);
        foreach (var type in Types<IAccountFact>(store).Where(type => type != typeof(Contact))) await Generic(nameof(Rename), type, store, contact, former, cancellation);
        foreach (var practice in PracticeCatalog.All) await practice.ForgetContact(store, id, cancellation);
        store.RemoveRange(facts.Snoozes.Where(snooze => snooze.Subject == id));
        store.RemoveRange(facts.Overrides.Where(release => release.Subject == id));
        contact.Erase(former);
        var (dashed, plain) = (id.ToString("D"), id.ToString("N"));
        var upper = dashed.ToUpperInvariant();
        // Nothing brings back what was recorded before.
        await store.Changes.Where(change => change.TeamId == contact.TeamId && (change.Rows.Contains(dashed) || change.Rows.Contains(upper) || change.Given.Contains(plain)))
            .InKeyOrder(store, changes => changes.ExecuteDeleteAsync(cancellation), cancellation);
    }

    private static List<Type> Types<T>(Store store) =>
        [.. store.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(T))).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    private static Task Generic(string method, Type type, params object[] arguments) =>
        (Task)typeof(Erasure).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, arguments)!;

    private static async Task Remove<T>(Store store, Guid contactId, CancellationToken cancellation)
        where T : class, IPersonal =>
        store.RemoveRange(await store.Set<T>().Where(record => record.ContactId == contactId).ToListAsync(cancellation));

    /// <summary>What was said of the client stays, without their name, in whichever words of the record it stands.</summary>
    private static async Task Rename<T>(Store store, Contact contact, string former, CancellationToken cancellation)
        where T : class, IAccountFact
    {
        var words = store.Model.FindEntityType(typeof(T))!.GetProperties().Where(property => property.ClrType == typeof(string) && !property.IsShadowProperty()).Select(property => property.Name).ToList();
        if (words.Count == 0) return;
        var (account, name) = (contact.AccountId, contact.Name);
        var rows = await store.Set<T>().IgnoreAutoIncludes().Where(row => row.AccountId == account).Where(Naming<T>(words, name)).ToListAsync(cancellation);
        foreach (var property in rows.Select(row => store.Entry(row)).Where(entry => entry.State != EntityState.Deleted).SelectMany(entry => words.Select(word => entry.Property<string?>(word))))
        {
            if (property.CurrentValue?.Contains(name, StringComparison.Ordinal) == true) property.CurrentValue = property.CurrentValue.Replace(name, former, StringComparison.Ordinal);
        }
    }

    /// <summary>That one of these properties contains a name.</summary>
    private static Expression<Func<T, bool>> Naming<T>(List<string> properties, string name)
    {
        var row = Expression.Parameter(typeof(T));
        Expression<Func<string>> sought = () => name;
        var contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
        return Expression.Lambda<Func<T, bool>>(properties.Select(property => (Expression)Expression.Call(Expression.Property(row, property), contains, sought.Body)).Aggregate(Expression.OrElse), row);
    }
}

using System.Linq.Expressions;
using System.Reflection;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Planning;

/// <summary>What erasing somebody came to.</summary>
/// <param name="Messages">Messages of ours that are drawn anew.</param>
/// <param name="Unreachable">Messages of ours that may name them and cannot be changed.</param>
public sealed record ErasureReport(int Messages, IReadOnlyList<UnreachableMessage> Unreachable);

/// <summary>
/// The end of what is kept about somebody. What the account has lived through stays, with "a former contact" in their place; what was noted
/// about them as a person goes, and with it what could bring it back. One way for whoever is gone and for whoever is to be forgotten.
/// </summary>
public static class Erasure
{
    private static readonly Text Former = new($"a former contact", $"eine frühere Ansprechperson");
    private static readonly Text Deleted = new($"(deleted on request)", $"(auf Wunsch gelöscht)");

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
        foreach (var contact in gone)
        {
            await Erase(store, contact, facts, now, withWords: false, cancellation);
            store.Audit.Add(new AuditEntry { WorkspaceId = contact.WorkspaceId, TeamId = contact.TeamId, At = now, Act = PrivacyAct.Expired, Count = 1 });
        }

        return gone.Count;
    }

    /// <summary>
    /// Erases somebody because they want to be forgotten: also the words noted of talks with them go, except those of what is still owed to the
    /// client. Saving is left to the caller, in the transaction that has begun.
    /// </summary>
    public static async Task<ErasureReport> Forget(this Store store, Contact contact, AccountFacts facts, Guid memberId, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(facts);
        var report = await Erase(store, contact, facts, now, withWords: true, cancellation);
        store.Audit.Add(new AuditEntry { WorkspaceId = contact.WorkspaceId, TeamId = contact.TeamId, MemberId = memberId, At = now, Act = PrivacyAct.Forgotten, Count = 1 });
        return report;
    }

    /// <summary>By what words somebody can be told, with all that could be mistaken for them.</summary>
    public static PersonWords WordsOf(Contact contact, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(facts);
        return new PersonWords(contact, [
            facts.Account.Name, .. facts.Contacts.Where(other => other.Id != contact.Id && other.State != ContactState.Erased).Select(other => other.Name),
            .. facts.Roster.Members.Select(member => member.Name),
        ]);
    }

    /// <summary>What is owed to the client and concerns somebody: it stays, without their name.</summary>
    public static IReadOnlyList<OwedMatter> OwedWith(Contact contact, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(facts);
        return [.. facts.Practices.SelectMany(practice => practice.Owed(facts).Where(owed => practice.ContactOf(owed.Matter.Subject, facts) == contact.Id))];
    }

    private static async Task<ErasureReport> Erase(Store store, Contact contact, AccountFacts facts, Instant now, bool withWords, CancellationToken cancellation)
    {
        var voice = new Voice(facts.Terms.Language);
        var run = new ErasureRun(store, contact, WordsOf(contact, facts), Former.Plain(voice), withWords ? Deleted.Plain(voice) : null)
        {
            Kept = OwedWith(contact, facts).Select(owed => owed.Matter.Subject).ToHashSet(),
        };
        await store.Block(contact, Compared(contact, facts), now, cancellation);
        var personal = new List<Guid> { contact.Id };
        foreach (var type in Types<IPersonal>(store)) personal.AddRange(await Generic<Task<List<Guid>>>(nameof(Remove), type, store, contact.Id, cancellation));
        foreach (var practice in PracticeCatalog.All) await practice.ForgetContact(store, contact.Id, cancellation);
        foreach (var type in Types<IAccountFact>(store)) await Generic<Task>(nameof(Rewrite), type, run, cancellation);
        run.DeleteWordsBelow();
        store.RemoveRange(facts.Snoozes.Where(snooze => personal.Contains(snooze.Subject)));
        store.RemoveRange(facts.Overrides.Where(release => personal.Contains(release.Subject)));
        // Their days stand in them.
        var nudges = await store.Nudges.Where(nudge => nudge.TeamId == contact.TeamId && personal.Contains(nudge.Subject)).ToListAsync(cancellation);
        store.RemoveRange(nudges);
        contact.Erase(run.Former, facts.Today(now));
        var changes = await run.ForgetChanges(cancellation);
        await run.ForgetDrafts(cancellation);
        await run.ForgetImports(cancellation);
        foreach (var elsewhere in store.Erasing.Elsewhere) await elsewhere(store, new ErasedPerson(contact.WorkspaceId, run.Words, run.Former, voice), cancellation);
        return await ErasedMessages.Renew(store, contact.TeamId, run.Accounts, [.. nudges.Select(nudge => nudge.Id)], changes, cancellation);
    }

    /// <summary>What a file is compared by, as an import asks.</summary>
    private static IEnumerable<string> Compared(Contact contact, AccountFacts facts)
    {
        yield return $"name:{AccountKey.Of(facts.Account.Name).Core}/{ComparedNames.PersonKey(contact.Name)}";
        if (PhonesAndMails.EmailKey(contact.Email.Trim()) is { } mail) yield return $"mail:{mail}";
        if (new PhonesAndMails(PhoneRegion.Of(facts.Terms)).PhoneKey(contact.Phone) is { } phone) yield return $"phone:{phone}";
    }

    private static List<Type> Types<T>(Store store) =>
        [.. store.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(T))).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    private static T Generic<T>(string method, Type type, params object[] arguments) =>
        (T)typeof(Erasure).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, arguments)!;

    private static async Task<List<Guid>> Remove<T>(Store store, Guid contactId, CancellationToken cancellation)
        where T : class, IPersonal
    {
        var rows = await store.Set<T>().Where(record => record.ContactId == contactId).ToListAsync(cancellation);
        store.RemoveRange(rows);
        return rows.ConvertAll(record => record.Id);
    }

    /// <summary>
    /// What was said stays, without their name, in whichever words of the record it stands: of their own client in any spelling, of the team's
    /// other clients where their whole name is written.
    /// </summary>
    private static async Task Rewrite<T>(ErasureRun run, CancellationToken cancellation)
        where T : class, IAccountFact
    {
        var words = run.WordsIn(typeof(T));
        if (words.Count == 0) return;
        var (team, account, own) = (run.Contact.TeamId, run.Contact.AccountId, run.Contact.Id);
        var all = run.Store.Set<T>().IgnoreAutoIncludes().Where(row => row.TeamId == team && row.Id != own);
        foreach (var row in await all.Where(row => row.AccountId == account).ToListAsync(cancellation)) run.Rewrite(run.Store.Entry(row), words, aboutClient: true);
        foreach (var row in await all.Where(row => row.AccountId != account).Where(Naming<T>(words, run.Words.Sought)).ToListAsync(cancellation)) run.Rewrite(run.Store.Entry(row), words, aboutClient: false);
    }

    /// <summary>That one of these properties contains some of the characters.</summary>
    private static Expression<Func<T, bool>> Naming<T>(IReadOnlyList<string> properties, IReadOnlyList<string> sought)
    {
        var row = Expression.Parameter(typeof(T));
        var contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
        var any = properties.SelectMany(_ => sought, (property, characters) => (property, characters)).Select(pair =>
        {
            Expression<Func<string>> characters = () => pair.characters;
            return (Expression)Expression.Call(Expression.Property(row, pair.property), contains, characters.Body);
        });
        return Expression.Lambda<Func<T, bool>>(any.DefaultIfEmpty(Expression.Constant(false)).Aggregate(Expression.OrElse), row);
    }
}

using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Storage;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Local.Chat;

/// <summary>Who is there and where they talk.</summary>
public sealed record Roster(IReadOnlyList<LocalPerson> People, IReadOnlyList<LocalChannel> Channels)
{
    public bool IsEmpty => People.Count == 0;

    public LocalPerson? Person(string? id) => People.FirstOrDefault(person => person.Id == id);

    public LocalChannel? Channel(string? id) => Channels.FirstOrDefault(channel => channel.Id == id);

    /// <summary>The channels a person is in.</summary>
    public IEnumerable<LocalChannel> ChannelsOf(string personId) =>
        Channels.Where(channel => channel.Members.Any(member => member.PersonId == personId));

    /// <summary>Whether a person may read and write in a place.</summary>
    public bool MayBeIn(string personId, string place) =>
        place == LocalPlace.Direct(personId) || ChannelsOf(personId).Any(channel => channel.Id == place);
}

/// <summary>Lets the conversation forget everything that was said to it on the page.</summary>
public delegate Task LocalForgetting(CancellationToken cancellation);

/// <summary>The local page's memory: people, channels and messages, in the same database as everything else.</summary>
public sealed class LocalChat(IServiceScopeFactory scopes, LocalEvents events, LocalForgetting forgetting, IClock clock)
{
    public Task<Roster> Roster(CancellationToken cancellation) => With(async store => new Roster(
        await store.Set<LocalPerson>().AsNoTracking().OrderBy(person => person.Name).ToListAsync(cancellation),
        await store.Set<LocalChannel>().AsNoTracking().Include(channel => channel.Members).OrderBy(channel => channel.Name).ToListAsync(cancellation)));

    /// <summary>The latest messages a person sees in a place, oldest first.</summary>
    public Task<List<LocalMessage>> Messages(string place, string personId, int most, CancellationToken cancellation) => With(async store =>
    {
        var latest = await Visible(store, personId).Where(message => message.Place == place)
            .OrderByDescending(message => message.Sequence).Take(most).ToListAsync(cancellation);
        latest.Reverse();
        return latest;
    });

    public Task<LocalMessage?> Message(long sequence, CancellationToken cancellation) => With(store =>
        store.Set<LocalMessage>().AsNoTracking().FirstOrDefaultAsync(message => message.Sequence == sequence, cancellation));

    public Task<LocalMessage?> MessageByKey(string key, CancellationToken cancellation) => With(store =>
        store.Set<LocalMessage>().AsNoTracking().FirstOrDefaultAsync(message => message.Key == key, cancellation));

    /// <summary>Writes a message down, once per key; whoever comes second gets the first one's id.</summary>
    public async Task<long> Post(LocalMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (await MessageByKey(message.Key, cancellation) is { } earlier) return earlier.Sequence;
        try
        {
            await Change(store => store.Add(message), cancellation);
        }
        catch (DbUpdateException)
        {
            var winner = await MessageByKey(message.Key, cancellation);
            if (winner is null) throw;
            return winner.Sequence;
        }

        events.Changed();
        return message.Sequence;
    }

    /// <summary>A message that is to be posted now.</summary>
    public LocalMessage Draft(string key, string place, string? authorId, Card card, string? onlyFor = null) =>
        new() { Key = key, Place = place, AuthorId = authorId, Card = CardJson.Write(card), OnlyFor = onlyFor, Posted = clock.GetCurrentInstant() };

    /// <summary>Replaces a message's card; false when there is no such message in the place.</summary>
    public async Task<bool> Replace(string place, long sequence, Card card, CancellationToken cancellation)
    {
        var json = CardJson.Write(card);
        var changed = await With(store => store.Set<LocalMessage>()
            .Where(message => message.Sequence == sequence && message.Place == place && message.AuthorId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Card, json).SetProperty(message => message.Edits, message => message.Edits + 1), cancellation));
        if (changed > 0) events.Changed();
        return changed > 0;
    }

    /// <summary>Takes a message of the bot's away, where it is there.</summary>
    public Task Remove(string place, long sequence, CancellationToken cancellation) =>
        Announce(store => store.RemoveRange(store.Set<LocalMessage>().Where(message => message.Sequence == sequence && message.Place == place && message.AuthorId == null)), cancellation);

    /// <summary>The places where something stands that a person has not read.</summary>
    public Task<HashSet<string>> Unread(string personId, CancellationToken cancellation) => With(async store =>
    {
        var read = await store.Set<LocalReading>().AsNoTracking().Where(reading => reading.PersonId == personId)
            .ToDictionaryAsync(reading => reading.Place, reading => reading.Sequence, cancellation);
        var latest = await Visible(store, personId).Where(message => message.AuthorId != personId)
            .GroupBy(message => message.Place).Select(place => new { place.Key, Last = place.Max(message => message.Sequence) }).ToListAsync(cancellation);
        return latest.Where(place => place.Last > read.GetValueOrDefault(place.Key)).Select(place => place.Key).ToHashSet();
    });

    /// <summary>The person has read the place up to a message.</summary>
    public async Task Read(string personId, string place, long sequence, CancellationToken cancellation)
    {
        try
        {
            await With(async store =>
            {
                var reading = await store.Set<LocalReading>().FindAsync([personId, place], cancellation);
                if (reading is null) store.Add(reading = new LocalReading { PersonId = personId, Place = place });
                reading.Sequence = Math.Max(reading.Sequence, sequence);
                return await store.SaveChangesAsync(cancellation);
            });
        }
        catch (DbUpdateException)
        {
            // Another window of the same person has just written the same mark.
        }
    }

    public Task Add(LocalPerson person, CancellationToken cancellation) => Announce(store => store.Add(person), cancellation);

    public Task Add(LocalChannel channel, CancellationToken cancellation) => Announce(store => store.Add(channel), cancellation);

    /// <summary>Lets a person into a channel.</summary>
    public Task Join(string channelId, string personId, CancellationToken cancellation) =>
        Announce(store => store.Add(new LocalMembership { ChannelId = channelId, PersonId = personId }), cancellation);

    /// <summary>Forgets everyone, every place and every word, here and in the conversation.</summary>
    public async Task Forget(CancellationToken cancellation)
    {
        await forgetting(cancellation);
        await With(store => store.AllOrNone(
            async () => await store.Set<LocalMessage>().ExecuteDeleteAsync(cancellation)
                + await store.Set<LocalReading>().ExecuteDeleteAsync(cancellation)
                + await store.Set<LocalMembership>().ExecuteDeleteAsync(cancellation)
                + await store.Set<LocalChannel>().ExecuteDeleteAsync(cancellation)
                + await store.Set<LocalPerson>().ExecuteDeleteAsync(cancellation),
            cancellation));
        events.Changed();
    }

    /// <summary>Takes somebody out of all that was said here: a message that names them is cleared; what is kept up to date is drawn anew after that.</summary>
    public async Task Erase(Store within, ErasedPerson person, CancellationToken cancellation)
    {
        if (!await within.Workspaces.AnyAsync(workspace => workspace.Id == person.WorkspaceId && workspace.Platform == LocalPlace.Platform, cancellation)) return;
        await With(async store =>
        {
            await store.Join(within, cancellation);
            var cleared = CardJson.Write(new Card(AnnouncementTexts.Cleared.In(person.Voice)));
            foreach (var message in await store.Set<LocalMessage>().AsNoTracking().Select(message => new { message.Sequence, message.Card }).ToListAsync(cancellation))
            {
                var without = person.Words.AreInJson(message.Card, aboutClient: false) ? cleared : person.Words.WithoutInJson(message.Card, person.Former, aboutClient: true);
                if (without == message.Card) continue;
                await store.Set<LocalMessage>().Where(kept => kept.Sequence == message.Sequence)
                    .ExecuteUpdateAsync(set => set.SetProperty(kept => kept.Card, without).SetProperty(kept => kept.Edits, kept => kept.Edits + 1), cancellation);
            }

            return 0;
        });
        events.Changed();
    }

    private async Task Announce(Action<ChatStore> change, CancellationToken cancellation)
    {
        await Change(change, cancellation);
        events.Changed();
    }

    private Task<int> Change(Action<ChatStore> change, CancellationToken cancellation) => With(store =>
    {
        change(store);
        return store.SaveChangesAsync(cancellation);
    });

    private async Task<T> With<T>(Func<ChatStore, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ChatStore>());
    }

    private static IQueryable<LocalMessage> Visible(ChatStore store, string personId) =>
        store.Set<LocalMessage>().AsNoTracking().Where(message => message.OnlyFor == null || message.OnlyFor == personId);
}

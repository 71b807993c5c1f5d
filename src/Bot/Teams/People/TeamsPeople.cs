using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Storage;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Teams.People;

/// <summary>Who hears, and if that is not known, why.</summary>
internal sealed record TeamsAudience(Sharing Sharing, CallResult? Failure = null) : ChannelAudience(Sharing, Failure)
{
    /// <summary>Where it was found out or asked; null where we are not.</summary>
    public Reference? Reference { get; init; }
}

/// <summary>A conversation, and as which bot messages are sent into it.</summary>
/// <param name="ServiceUrl">The Connector's base address, with a trailing slash.</param>
/// <param name="TenantId">The tenant.</param>
/// <param name="ConversationId">The chat or channel, without a thread.</param>
/// <param name="BotId">The bot's own id.</param>
internal sealed record Reference(Uri ServiceUrl, string TenantId, string ConversationId, string BotId)
{
    /// <summary>What people call it; null when we were never told.</summary>
    public string? Name { get; init; }

    /// <summary>Whether a message there can be followed up in a thread of its own: in channels, not in chats.</summary>
    public bool HasThreads { get; init; }

    /// <summary>Of the row this was read from: tells whether anything was heard of the conversation since.</summary>
    public string Stamp { get; init; } = "";
}

/// <summary>
/// Where we are in Teams and who is there; kept in <c>teams_conversations</c>, so that all nodes know the same. What is not known,
/// or not any more, is treated as if outsiders listened.
/// </summary>
internal sealed partial class TeamsPeople(ConnectorApi api, IDbContextFactory<ChatStore> chats, Stores stores, IClock clock, TimeProvider time, ILogger<TeamsPeople> logger)
{
    private const int MostPlaces = 20_000;
    private const int MostPeople = 20_000;

    /// <summary>How old what we know of who hears or who someone is may be.</summary>
    private static readonly Duration Kept = Duration.FromHours(1);

    /// <summary>How far the nodes' clocks may be apart.</summary>
    private static readonly Duration Apart = Duration.FromMinutes(5);

    /// <summary>For how long what was stored of a conversation is not looked at again because of a message.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    /// <summary>How long what has ended is kept.</summary>
    private static readonly Duration Month = Duration.FromDays(30);

    private readonly ConversationStore table = new(chats);
    private readonly LruCache<(string Tenant, string Place), (ConversationInfo Info, TimeSpan At)> notes = new(MostPlaces);
    private readonly LruCache<(string Tenant, string Person), (ChatPerson Person, TimeSpan At)> profiles = new(MostPeople);
    private readonly LruCache<(string Tenant, string Person), string> languages = new(MostPeople);
    private readonly long origin = time.GetTimestamp();

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private TimeSpan Elapsed => time.GetElapsedTime(origin);

    /// <summary>The bot is not in the conversation, or not any more.</summary>
    private static CallResult NotThere => ConnectorApi.NotThere;

    private static CallResult Soon => new CallResult.Later(Duration.FromSeconds(1));

    /// <summary>
    /// Takes notice of an authenticated activity before anything else is done with it: remembers its conversation, and news of
    /// sharing, members, installs and uninstalls. Activities may come late, twice and in any order. Once this returns, all nodes
    /// know. Throws when it could not be stored.
    /// </summary>
    public async Task Observe(Activity activity, CancellationToken cancellation)
    {
        if (ConversationInfo.Of(activity, time.GetUtcNow()) is not { } info || !api.IsAllowed(info.ServiceUrl)) return;
        if (activity.Locale is { } locale) languages.Set((info.TenantId, activity.PersonId), locale);
        var change = ConversationChange.Of(activity);
        var (key, note) = ((info.TenantId, info.PlaceId), info with { At = 0 });
        var isUsual = change.Kind is ChangeKind.Seen or ChangeKind.Spoken;
        if (isUsual && notes.TryGet(key, out var noted) && noted.Info == note && Elapsed - noted.At < Noted) return;
        var taken = await table.Take(info, change, Now, cancellation);
        if (!isUsual) notes.Clear();
        else if (taken.IsThere) notes.Set(key, (note, Elapsed));
        if (!isUsual) await UpdateMemberships(activity, info, taken.PlaceIds);
        if (taken.MayHaveMoved) await SyncWorkspace(info.TenantId, cancellation);
    }

    /// <summary>Where a chat or channel is; null when we are not in it (any more).</summary>
    public async Task<Reference?> Find(string tenantId, string placeId, CancellationToken cancellation) => Live(await table.Read(tenantId, placeId, cancellation));

    /// <summary>The channels of a Microsoft team that we ever heard of, whether we are in them (any more) or not.</summary>
    public Task<IReadOnlyList<string>> Channels(string tenantId, string teamId, CancellationToken cancellation) => table.ReadChannels(tenantId, teamId, cancellation);

    /// <summary>Whether we still are where a reference says.</summary>
    public async Task<bool> IsThere(Reference reference, CancellationToken cancellation) => await Find(reference.TenantId, reference.ConversationId, cancellation) is not null;

    /// <summary>The personal chat with someone, opened when there is none yet. Whoever put us out of theirs is not written to again.</summary>
    public async Task<(Reference? Reference, CallResult? Failure)> Personal(string tenantId, string personId, CancellationToken cancellation)
    {
        if (await table.ReadPersonal(tenantId, personId, cancellation) is { } known) return Live(known) is { } there ? (there, null) : (null, NotThere);
        if (Live(await table.ReadLatest(tenantId, cancellation)) is not { } somewhere) return (null, NotThere);
        var answer = await api.OpenPersonal(somewhere.ServiceUrl, tenantId, somewhere.BotId, personId, cancellation);
        if (answer is not ConnectorDone done) return (null, answer);
        // Opening it once more finds it, so nothing is lost by an answer that does not tell.
        if (done.Id is not { Length: > 0 } id) return (null, new CallResult.Uncertain());
        var opened = new ConversationRow
        {
            TenantId = tenantId, ConversationId = id, Kind = ConversationRow.Personal, PersonId = personId, ServiceUrl = somewhere.ServiceUrl.AbsoluteUri, BotId = somewhere.BotId,
        };
        return Live(await table.Open(opened, cancellation)) is { } reference ? (reference, null) : (null, NotThere);
    }

    /// <summary>
    /// Someone of a chat or channel, by roster: name, and whether a guest; without a zone, for Teams tells none. Their language is the
    /// one told now or else heard last: that somebody was added comes without one, that they installed the app with it
    /// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events).
    /// </summary>
    public async Task<(ChatPerson? Person, CallResult? Failure)> Person(string tenantId, string placeId, string personId, string? locale, CancellationToken cancellation)
    {
        if (profiles.TryGet((tenantId, personId), out var known) && Elapsed - known.At < Kept.ToTimeSpan()) return (Speaking(known.Person), null);
        if (await Find(tenantId, placeId, cancellation) is not { } reference) return (null, NotThere);
        var began = Elapsed;
        switch (await api.Member(reference.ServiceUrl, reference.ConversationId, personId, cancellation))
        {
            case MemberFound found:
                var person = MemberMapping.Person(found.Member, tenantId, personId);
                profiles.Set((tenantId, personId), (person, began));
                return (Speaking(person), null);
            case CallResult.Refused refused when IsAboutPerson(refused):
                return (Speaking(MemberMapping.Stranger(personId)), null);
            case var failure:
                return (null, failure);
        }

        ChatPerson Speaking(ChatPerson person) => person with { Locale = locale ?? languages.GetValueOrDefault((tenantId, personId)) };
    }

    /// <summary>
    /// Takes notice of what the Connector answered to something sent or asked. That an administrator deleted the app for the whole
    /// organisation nobody tells us (microsoft/botbuilder-js#4443), so where it says that we are not, we have ended, until something
    /// is heard from there again. Whether only the channel has us no longer or the whole team is asked. Not to be left half done.
    /// </summary>
    public async Task HandleRemoval(Reference reference, CallResult answer)
    {
        if (!IsRemoval(answer) || await table.Read(reference.TenantId, reference.ConversationId, CancellationToken.None) is not { } row || row.Stamp != reference.Stamp) return;
        var ofWholeTeam = row.TeamId is { } teamId && IsRemoval(await api.Channels(reference.ServiceUrl, teamId, CancellationToken.None));
        if (!await table.End(row, ofWholeTeam, Now)) return;
        LogNotThere(logger, row.TenantId);
        notes.Clear();
        await SyncWorkspace(row.TenantId, CancellationToken.None);
    }

    /// <summary>Deletes what ended more than a month ago.</summary>
    public Task Tidy(CancellationToken cancellation) => table.Forget(Now - Month, cancellation);

    private static Reference? Live(ConversationRow? row) =>
        row is { EndedAt: null } && Uri.TryCreate(row.ServiceUrl, UriKind.Absolute, out var service)
            ? new Reference(service, row.TenantId, row.ConversationId, row.BotId) { Name = row.Name, HasThreads = row.Kind == ConversationRow.Channel, Stamp = row.Stamp }
            : null;

    /// <summary>Whether the Connector itself says that we are not there. Who is blocked by somebody or by an administrator still is.</summary>
    private static bool IsRemoval(CallResult answer) => answer is CallResult.Refused { Status: StatusCodes.Status403Forbidden, Error: "BotNotInConversationRoster" };

    /// <summary>
    /// Whether the Connector says that there is no such person, rather than no such conversation
    /// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, "Status code responses").
    /// </summary>
    private static bool IsAboutPerson(CallResult.Refused refused) =>
        refused.Error == "MemberNotFoundInConversation" || (refused.Status == 404 && refused.Error is not ("ConversationNotFound" or "BotNotInConversationRoster"));

    /// <summary>Lets the tenant's workspace go on while we are anywhere in it, else ends it. Looked at again afterwards: it may have ended in between.</summary>
    private async Task SyncWorkspace(string tenantId, CancellationToken cancellation)
    {
        if (await table.ReadLatest(tenantId, cancellation) is not null)
        {
            await stores.ResumeWorkspace(TeamsSettings.Platform, tenantId, cancellation);
            if (await table.ReadLatest(tenantId, cancellation) is not null) return;
        }

        await stores.EndWorkspace(TeamsSettings.Platform, tenantId, clock.GetCurrentInstant(), cancellation);
        await table.ForgetOpened(tenantId, cancellation);
        LogEnded(logger, tenantId);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams says that the bot is not in a conversation of {TenantId} any more; nothing is sent there until something is heard from there")]
    private static partial void LogNotThere(ILogger logger, string tenantId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot was removed from its last conversation in {TenantId}: everything there has stopped")]
    private static partial void LogEnded(ILogger logger, string tenantId);
}

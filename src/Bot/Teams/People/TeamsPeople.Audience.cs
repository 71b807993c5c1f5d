using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Api;

namespace AccountNudge.Bot.Teams.People;

/// <content>
/// Who hears what is said somewhere. A channel is read anew after an hour or after news: what it is, and who is in it, page by page.
/// </content>
internal sealed partial class TeamsPeople
{
    /// <summary>How long one asker waits for a roster that is being read; it is read to its end all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Duration LongestWait = Duration.FromMinutes(1);

    private readonly SingleFlight<(string Tenant, string Place), CallResult?> reading = new();

    /// <summary>Of 500 people each, which is the most a page holds: more than fit into any team.</summary>
    internal int MostPages { get; init; } = 60;

    /// <summary>Whether outsiders hear it; read anew when older than an hour or when there was news.</summary>
    public async Task<TeamsAudience> AudienceOf(string tenantId, string placeId, CancellationToken cancellation)
    {
        var row = await table.Read(tenantId, placeId, cancellation);
        if (Live(row) is not { } asked) return new TeamsAudience(Sharing.Unknown, NotThere);
        if (row!.Kind == ConversationRow.Personal) return await AudienceOf(row, cancellation) with { Reference = asked };
        if (IsFresh(row)) return Judge(row) with { Reference = asked };
        var failure = await reading.Run((row.TenantId, row.ConversationId), () => Read(row)).WaitFor(Patience, time, cancellation);
        // As it is stored now: others may have heard news while it was read.
        row = await table.Read(tenantId, placeId, cancellation);
        if (Live(row) is not { } there) return new TeamsAudience(Sharing.Unknown, NotThere);
        return IsFresh(row!) ? Judge(row!) with { Reference = there } : new TeamsAudience(Sharing.Unknown, failure ?? Soon) { Reference = asked };
    }

    private static TeamsAudience Judge(ConversationRow row) => new(row.IsShared || row.HasGuests ? Sharing.Outsiders : Sharing.Internal);

    private async Task<TeamsAudience> AudienceOf(ConversationRow chat, CancellationToken cancellation)
    {
        if (chat.PersonId is null) return new TeamsAudience(Sharing.Unknown, NotThere);
        var (person, failure) = await Person(chat.TenantId, chat.ConversationId, chat.PersonId, null, cancellation);
        return person is null ? new TeamsAudience(Sharing.Unknown, failure) : new TeamsAudience(person.IsGuest ? Sharing.Outsiders : Sharing.Internal);
    }

    private bool IsFresh(ConversationRow row) => row.CheckedAt > Now - Kept && row.CheckedAt < Now + Apart;

    /// <summary>Reads one conversation and keeps what was found; null when all was read.</summary>
    private async Task<CallResult?> Read(ConversationRow row)
    {
        var (began, begun) = (Now, clock.GetCurrentInstant());
        var (service, shared, name) = (new Uri(row.ServiceUrl), false, (string?)null);
        if (row.Kind == ConversationRow.Channel)
        {
            var (found, unknown) = await ReadChannel(service, row);
            if (unknown is not null) return unknown;
            (shared, name) = found;
        }

        // Where a channel is shared, it does not matter who is in it at the moment.
        var people = new List<TeamsMember>();
        var (hasGuests, failure) = shared ? (row.HasGuests, null) : await AnyOutsider(service, row, people);
        if (failure is not null || !await table.Settle(row, shared, hasGuests, name, began, CancellationToken.None)) return failure;
        if (!shared && !hasGuests) await Follow(row, people, begun);
        return null;
    }

    /// <summary>
    /// Whether a channel is shared, and its name: by the list of its team's channels, and by what we were told of it
    /// (<c>ChannelInfo.Type</c> is standard, shared or private: microsoft/botbuilder-js, libraries/botframework-schema/src/teams/index.ts).
    /// The list need not hold private and shared channels: one that is not in it and was not said to be otherwise may be shared.
    /// </summary>
    private async Task<((bool IsShared, string? Name) Found, CallResult? Failure)> ReadChannel(Uri service, ConversationRow row)
    {
        // Without its team nobody can be asked what a channel is; any activity there may tell.
        if (row.TeamId is null) return (default, new CallResult.Refused("TeamUnknown", 404));
        var answer = await api.Channels(service, row.TeamId, CancellationToken.None);
        if (answer is not ChannelList list) return (default, answer);
        var listed = list.Channels.FirstOrDefault(channel => channel.Id == row.ConversationId);
        var type = listed?.Type ?? row.ChannelType;
        return ((ConversationRow.IsSharedType(type) || (listed is null && type is null), listed?.Name), null);
    }

    /// <summary>Whether anyone in a roster is an outsider: the first one suffices. Whoever was found on the way is among the people.</summary>
    private async Task<(bool HasGuests, CallResult? Failure)> AnyOutsider(Uri service, ConversationRow row, List<TeamsMember> people)
    {
        string? continuation = null;
        for (var page = 0; page < MostPages; page++)
        {
            var at = continuation;
            var answer = await CallResults.ReadPage(() => api.Members(service, row.ConversationId, at, CancellationToken.None), page, LongestWait, time);
            if (answer is not MemberPage found) return (false, answer);
            foreach (var member in found.Members)
            {
                if (MemberMapping.IsOutsider(member, row.TenantId)) return (true, null);
                people.Add(member);
            }

            if ((continuation = found.Continuation) is not null) continue;
            // Whoever spoke to us there is in it; a roster of nobody was not told in full.
            return people.Count > 0 ? (false, null) : (false, new CallResult.Uncertain());
        }

        return (false, new CallResult.Refused("TooManyPeople", 413));
    }
}

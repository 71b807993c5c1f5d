using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Wire;
using NodaTime;

namespace AccountNudge.Bot.Teams.People;

/// <content>
/// Who hears what is said somewhere. A channel is read anew after an hour or after news: what it is, and who is in it, page by page.
/// </content>
internal sealed partial class TeamsPeople
{
    /// <summary>How long one asker waits for a roster that is being read; it is read to its end all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Duration LongestWait = Duration.FromMinutes(1);

    private readonly Together<(string Tenant, string Place), TeamsAnswer?> reading = new();

    /// <summary>Of 500 people each, which is the most a page holds: more than fit into any team.</summary>
    internal int MostPages { get; init; } = 60;

    /// <summary>Whether outsiders hear it; read anew when older than an hour or when there was news.</summary>
    public async Task<Hearing> WhoHears(string tenantId, string placeId, CancellationToken cancellation)
    {
        var row = await table.Read(tenantId, placeId, cancellation);
        if (Live(row) is not { } asked) return new Hearing(Sharing.Unknown, NotThere);
        if (row!.Kind == ConversationRow.Personal) return await WhoHears(row, cancellation) with { Reference = asked };
        if (IsFresh(row)) return Judge(row) with { Reference = asked };
        var hindrance = await Patiently(row, cancellation);
        // As it is stored now: others may have heard news while it was read.
        row = await table.Read(tenantId, placeId, cancellation);
        if (Live(row) is not { } there) return new Hearing(Sharing.Unknown, NotThere);
        return IsFresh(row!) ? Judge(row!) with { Reference = there } : new Hearing(Sharing.Unknown, hindrance ?? Soon) { Reference = asked };
    }

    private static Hearing Judge(ConversationRow row) => new(row.IsShared || row.HasGuests ? Sharing.Outsiders : Sharing.Internal);

    private async Task<Hearing> WhoHears(ConversationRow chat, CancellationToken cancellation)
    {
        if (chat.PersonId is null) return new Hearing(Sharing.Unknown, NotThere);
        var (person, hindrance) = await Person(chat.TenantId, chat.ConversationId, chat.PersonId, null, cancellation);
        return person is null ? new Hearing(Sharing.Unknown, hindrance) : new Hearing(person.IsGuest ? Sharing.Outsiders : Sharing.Internal);
    }

    private bool IsFresh(ConversationRow row) => row.CheckedAt > Now - Kept && row.CheckedAt < Now + Apart;

    /// <summary>Waits for a reading that others may be waiting for too, for a while.</summary>
    private async Task<TeamsAnswer?> Patiently(ConversationRow row, CancellationToken cancellation)
    {
        try
        {
            return await reading.Ask((row.TenantId, row.ConversationId), () => Read(row)).WaitAsync(Patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            return new TeamsAnswer.Later(Duration.FromSeconds(5));
        }
    }

    /// <summary>Reads one conversation and keeps what was found; null when all was read.</summary>
    private async Task<TeamsAnswer?> Read(ConversationRow row)
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
        var people = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (hasGuests, hindrance) = shared ? (row.HasGuests, null) : await AnyOutsider(service, row, people);
        if (hindrance is not null || !await table.Settle(row, shared, hasGuests, name, began, CancellationToken.None)) return hindrance;
        if (!shared && !hasGuests) await PartUnless(row, people, begun);
        return null;
    }

    /// <summary>
    /// Whether a channel is shared, and its name: by the list of its team's channels, and by what we were told of it
    /// (<c>ChannelInfo.Type</c> is standard, shared or private: microsoft/botbuilder-js, libraries/botframework-schema/src/teams/index.ts).
    /// The list need not hold private and shared channels: one that is not in it and was not said to be otherwise may be shared.
    /// </summary>
    private async Task<((bool IsShared, string? Name) Found, TeamsAnswer? Hindrance)> ReadChannel(Uri service, ConversationRow row)
    {
        // Without its team nobody can be asked what a channel is; any activity there may tell.
        if (row.TeamId is null) return (default, new TeamsAnswer.Refused(404, "TeamUnknown"));
        var answer = await api.Channels(service, row.TeamId, CancellationToken.None);
        if (answer is not TeamsAnswer.List list) return (default, answer);
        var listed = list.Channels.FirstOrDefault(channel => channel.Id == row.ConversationId);
        var type = listed?.Type ?? row.ChannelType;
        return ((ConversationRow.IsSharedType(type) || (listed is null && type is null), listed?.Name), null);
    }

    /// <summary>Whether anyone in a roster is an outsider: the first one suffices. Whoever was found on the way is among the people.</summary>
    private async Task<(bool HasGuests, TeamsAnswer? Hindrance)> AnyOutsider(Uri service, ConversationRow row, HashSet<string> people)
    {
        string? continuation = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await Page(service, row, continuation, page);
            if (answer is not TeamsAnswer.Page found) return (false, answer);
            foreach (var member in found.Members)
            {
                if (Roster.IsOutsider(member, row.TenantId)) return (true, null);
                people.Add(member.Id);
            }

            if ((continuation = found.Continuation) is not null) continue;
            // Whoever spoke to us there is in it; a roster of nobody was not told in full.
            return people.Count > 0 ? (false, null) : (false, new TeamsAnswer.Uncertain());
        }

        return (false, new TeamsAnswer.Refused(413, "TooManyPeople"));
    }

    /// <summary>One page. For the first nobody waits here; later ones are waited for, so that what was read is not read again.</summary>
    private async Task<TeamsAnswer> Page(Uri service, ConversationRow row, string? continuation, int page)
    {
        var answer = await api.Members(service, row.ConversationId, continuation, CancellationToken.None);
        for (var waits = 0; page > 0 && waits < 3 && answer is TeamsAnswer.Later later && later.After < LongestWait; waits++)
        {
            await Task.Delay(later.After.ToTimeSpan(), time);
            answer = await api.Members(service, row.ConversationId, continuation, CancellationToken.None);
        }

        return answer;
    }
}

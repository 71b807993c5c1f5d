using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Slack.People;

/// <content>Whoever is in a channel that is a team's home belongs to the team: they come, they leave, or are found there.</content>
internal sealed partial class SlackPeople
{
    /// <summary>Reads who is in a channel now, and lets them belong to the team that is at home there; what Slack does not tell is made up for by the next reading.</summary>
    public Task FollowHome(string workspaceId, string channelId, CancellationToken cancellation) =>
        Patiently(workspaceId, $"members {channelId}", () => ReadMembers(workspaceId, channelId), cancellation);

    /// <summary>
    /// In which of these channels someone is (docs.slack.dev/reference/methods/users.conversations, of private ones those we are in too);
    /// null when Slack does not tell at the moment.
    /// </summary>
    public async Task<IReadOnlyCollection<string>?> ChannelsOf(string workspaceId, string userId, IReadOnlyCollection<string> among, CancellationToken cancellation)
    {
        var found = new List<string>();
        var arguments = ListOfChannels(workspaceId);
        arguments["user"] = userId;
        var failure = await Paging.Read(api, workspaceId, "users.conversations", arguments, MostPagesOfChannels,
            page => found.AddRange(page.Items("channels").Select(channel => channel.Text("id"))), time).WaitFor(Patience, time, cancellation);
        return failure is null or CallResult.Refused ? [.. among.Intersect(found, StringComparer.Ordinal)] : null;
    }

    /// <summary>Of someone whose profile is not told now, the next reading of the channel tells.</summary>
    private async Task Came(string workspaceId, string channelId, string userId)
    {
        var (home, at) = (Home(workspaceId, channelId), clock.GetCurrentInstant());
        if (await stores.Strangers(home, new HashSet<string> { userId }, CancellationToken.None) is not { Count: > 0 }) return;
        var (profile, _) = await KnownProfileOf(workspaceId, userId, CancellationToken.None);
        if (profile is null) Take(workspaceId, channelId, place => place with { MembersAt = TimeSpan.MinValue });
        else if (!profile.Person.IsGuest) await stores.Join(home, [profile.Person.Present], at, CancellationToken.None);
    }

    private Task Left(string workspaceId, string channelId, string userId)
    {
        places.Update((workspaceId, channelId), place => place with { MembersAt = place.HasGuests ? TimeSpan.MinValue : place.MembersAt, HeardAt = Now });
        return stores.Leave(Home(workspaceId, channelId), new HashSet<string> { userId }, clock.GetCurrentInstant(), CancellationToken.None);
    }

    /// <summary>Takes in a channel's members, as they were read; bots and whoever is certainly a guest are none.</summary>
    private async Task Follow(string workspaceId, string channelId, IReadOnlyCollection<string> members, Instant began)
    {
        var (home, people) = (Home(workspaceId, channelId), new List<ChatPerson>());
        var present = members.Where(id => KnownToBeOutside(workspaceId, id) is not true).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, userId) in await stores.Strangers(home, present, CancellationToken.None))
        {
            var (profile, failure) = await KnownProfileOf(workspaceId, userId, CancellationToken.None);
            if (profile is null && failure is not CallResult.Refused) return;
            if (profile is { Person: { IsGuest: false } person }) people.Add(person);
        }

        await stores.Follow(home, present, [.. people.Select(person => person.Present)], began, CancellationToken.None);
    }

    private static HomeChannels Home(string workspaceId, string channelId) => new(SlackSettings.Platform, workspaceId, [channelId]);
}

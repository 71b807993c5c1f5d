using System.Collections.Concurrent;
using System.Text.Json;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Slack.People;

/// <content>What events tell of people and channels: docs.slack.dev/reference/events.</content>
internal sealed partial class SlackPeople
{
    /// <summary>People of whom an event told while their workspace's list is being read.</summary>
    private readonly ConcurrentDictionary<string, HashSet<string>> beingRead = new(StringComparer.Ordinal);

    /// <summary>When an event last told of someone: what was read before no longer counts.</summary>
    private readonly LruCache<(string Workspace, string User), TimeSpan> changedAt = new(MostPeople);

    /// <summary>What events last told of someone: an outsider or not. Lets what people write about themselves be no news.</summary>
    private readonly LruCache<(string Workspace, string User), (bool IsOutsider, TimeSpan At)> standings = new(MostPeople);

    /// <summary>The latest news of a channel, or of everyone, that was taken in here.</summary>
    private readonly LruCache<(string Workspace, string Channel), string> stamps = new(MostChannels);

    /// <summary>When it was learnt that another node heard of a change among the people.</summary>
    private readonly LruCache<string, TimeSpan> peopleToldAt = new(MostWorkspaces);

    private readonly Lock catchingUp = new();

    /// <summary>Stands for a channel where news is about the people of a workspace.</summary>
    public const string Everyone = "";

    /// <summary>
    /// Takes in an event: <c>user_change</c>, <c>channel_rename</c>, <c>channel_shared</c>, <c>member_joined_channel</c> and the like;
    /// ignores others. Once this returns, all nodes know. Throws when they could not be told.
    /// </summary>
    public async Task Observe(string workspaceId, JsonElement happened, CancellationToken cancellation)
    {
        if (await Apply(workspaceId, happened, cancellation) is { } about) stamps.Set((workspaceId, about), await news.Tell(workspaceId, about, cancellation));
    }

    /// <summary>Takes it in on this node; which channel, or everyone, other nodes must read anew, and null when they need not.</summary>
    private async Task<string?> Apply(string workspaceId, JsonElement happened, CancellationToken cancellation)
    {
        var channelId = ChannelOf(happened);
        switch (happened.TextOrNull("type"))
        {
            case "user_change" or "team_join" or "user_profile_changed":
                await CatchUp(workspaceId, Everyone, cancellation);
                return await IsNewsOfPerson(workspaceId, happened.At("user")) ? Everyone : null;
            case "channel_rename" or "group_rename" when channelId is not null && happened.At("channel").TextOrNull("name") is { } name:
                places.Update((workspaceId, channelId), place => place with { Name = name });
                return null;
            case "channel_shared" when channelId is not null:
                Take(workspaceId, channelId, place => place with { IsShared = true, SharedAt = Now });
                return channelId;
            case "channel_unshared" or "channel_archive" or "channel_unarchive" or "group_archive" or "group_unarchive" or "channel_deleted" or "group_deleted"
                or "channel_left" or "group_left" or "channel_id_changed" when channelId is not null:
                TakeAsUnknown(workspaceId, channelId);
                return channelId;
            case "member_joined_channel" when channelId is not null && happened.TextOrNull("user") is { } userId:
                await CatchUp(workspaceId, Everyone, cancellation);
                var isNews = IsNewsOfMember(workspaceId, channelId, userId);
                await Came(workspaceId, channelId, userId);
                return isNews ? channelId : null;
            case "member_left_channel" when channelId is not null && happened.TextOrNull("user") is { } userId:
                await Left(workspaceId, channelId, userId);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Takes in what other nodes heard of a channel, and of the people of its workspace.</summary>
    public async Task CatchUp(string workspaceId, string channelId, CancellationToken cancellation)
    {
        foreach (var row in await news.Read(workspaceId, channelId, cancellation))
        {
            // By one asker only: what the others begin to read meanwhile counts.
            lock (catchingUp)
            {
                if (stamps.GetValueOrDefault((workspaceId, row.ChannelId)) == row.Stamp) continue;
                if (row.ChannelId != Everyone) TakeAsUnknown(workspaceId, row.ChannelId);
                else PeopleChanged(workspaceId);
                stamps.Set((workspaceId, row.ChannelId), row.Stamp);
            }
        }
    }

    private void PeopleChanged(string workspaceId)
    {
        var now = Now;
        peopleToldAt.Set(workspaceId, now);
        turnedAt.Set(workspaceId, now);
    }

    private static string? ChannelOf(JsonElement happened) =>
        happened.TextOrNull("channel") ?? happened.TextOrNull("old_channel_id") ?? happened.At("channel").TextOrNull("id");

    private async Task<bool> IsNewsOfPerson(string workspaceId, JsonElement user)
    {
        if (user.TextOrNull("id") is not { } id) return false;
        var enterpriseId = rosters.TryGet(workspaceId, out var roster) ? roster.EnterpriseId : await EnterpriseOf(workspaceId);
        var before = KnownToBeOutside(workspaceId, id);
        if (beingRead.TryGetValue(workspaceId, out var heard))
            lock (heard) heard.Add(id);

        bool? isOutsider = Profile.IsComplete(user) ? Profile.Read(user, workspaceId, enterpriseId, Now).IsOutsider : null;
        if (isOutsider is { } outside)
        {
            roster?.Set(id, outside);
            standings.Set((workspaceId, id), (outside, Now));
        }
        else
        {
            roster?.Remove(id);
            standings.Remove((workspaceId, id));
        }

        profiles.Remove((workspaceId, id));
        changedAt.Set((workspaceId, id), Now);
        if (before == isOutsider || (before is null && isOutsider is false)) return false;
        turnedAt.Set(workspaceId, Now);
        return true;
    }

    /// <summary>A guest who joins is heeded at once; of a stranger nothing is known yet, so the members are read anew.</summary>
    private bool IsNewsOfMember(string workspaceId, string channelId, string userId)
    {
        var isOutsider = KnownToBeOutside(workspaceId, userId);
        if (isOutsider is false) return false;
        Take(workspaceId, channelId, place => isOutsider is true ? place with { HasGuests = true, MembersAt = Now } : place with { MembersAt = TimeSpan.MinValue });
        return true;
    }

    private void TakeAsUnknown(string workspaceId, string channelId) =>
        Take(workspaceId, channelId, place => place with { SharedAt = TimeSpan.MinValue, MembersAt = TimeSpan.MinValue });

    /// <summary>Also of a channel nothing is known of: it may be being read.</summary>
    private void Take(string workspaceId, string channelId, Func<ChannelInfo, ChannelInfo> change)
    {
        var heardAt = Now;
        places.Change((workspaceId, channelId), change(new ChannelInfo(channelId)) with { HeardAt = heardAt }, place => change(place) with { HeardAt = heardAt });
    }

    private bool? KnownToBeOutside(string workspaceId, string userId) =>
        rosters.TryGet(workspaceId, out var roster) && IsCurrent(workspaceId, roster.At) && roster.IsOutsider(userId) is { } known ? known
        : profiles.TryGet((workspaceId, userId), out var profile) && IsCurrent(workspaceId, profile.At) ? profile.IsOutsider
        : standings.TryGet((workspaceId, userId), out var standing) && IsCurrent(workspaceId, standing.At) ? standing.IsOutsider : null;
}

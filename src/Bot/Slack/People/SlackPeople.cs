using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Storage;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Slack.People;

/// <summary>Who is who and what is where in Slack, remembered for a while and within bounds.</summary>
internal sealed partial class SlackPeople(SlackApi api, IDbContextFactory<ChatStore> chats, Stores stores, IClock clock, TimeProvider time)
{
    private const int MostPeople = 20_000;
    private const int MostChannels = 20_000;
    private const int MostWorkspaces = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>How long one asker waits for a list that is being read; it is read to its end all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LruCache<(string Workspace, string User), Profile> profiles = new(MostPeople);
    private readonly LruCache<(string Workspace, string Channel), ChannelInfo> places = new(MostChannels);
    private readonly LruCache<string, WorkspaceRoster> rosters = new(MostWorkspaces);
    private readonly LruCache<string, TimeSpan> listedAt = new(MostWorkspaces);

    /// <summary>When someone last turned from a colleague into a guest or back.</summary>
    private readonly LruCache<string, TimeSpan> turnedAt = new(MostWorkspaces);

    private readonly SharingNews news = new(chats);
    private readonly SingleFlight<(string Workspace, string User), CallResult> askingUsers = new();
    private readonly SingleFlight<(string Workspace, string What), CallResult?> reading = new();
    private readonly long origin = time.GetTimestamp();
    private long forgottenAt = long.MinValue;

    private TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>A person with name, locale and zone from the profile; a guest when Slack cannot tell.</summary>
    public async Task<ChatPerson> Person(string workspaceId, string userId, CancellationToken cancellation) =>
        (await KnownProfileOf(workspaceId, userId, cancellation)).Profile?.Person ?? Profile.Stranger(userId);

    /// <summary>A channel as the conversation knows it; shared when it is not known that it is not.</summary>
    /// <param name="workspaceId">Slack's team id.</param>
    /// <param name="channelId">Slack's channel id; <c>D…</c> is a direct message.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <param name="isCaughtUp">See <see cref="CatchUp"/>; it was done just now.</param>
    public async Task<ChatChannel> Channel(string workspaceId, string channelId, CancellationToken cancellation, bool isCaughtUp = false)
    {
        // Whoever speaks in a direct message is the only one who hears it, and is known to be a guest or not.
        if (IsDirect(channelId)) return new ChatChannel(channelId, "", IsDirect: true);
        var sharing = (await AudienceOf(workspaceId, channelId, cancellation, isCaughtUp)).Sharing;
        var name = places.TryGet((workspaceId, channelId), out var place) ? place.Name : channelId;
        return new ChatChannel(channelId, name, IsDirect: false, IsShared: sharing != Sharing.Internal);
    }

    /// <summary>Whether outsiders hear it, and if that is not known, why; read anew when older than an hour, or when any node heard news of it.</summary>
    public async Task<ChannelAudience> AudienceOf(string workspaceId, string channelId, CancellationToken cancellation, bool isCaughtUp = false)
    {
        if (!isCaughtUp) await CatchUp(workspaceId, channelId, cancellation);
        var key = (workspaceId, channelId);
        var place = places.TryGet(key, out var remembered) ? remembered : new ChannelInfo(channelId);
        if (!IsFresh(place.SharedAt))
        {
            if (await Patiently(workspaceId, $"shared {channelId}", () => ReadShared(workspaceId, channelId), cancellation) is { } failure) return new ChannelAudience(Sharing.Unknown, failure);
            if (!places.TryGet(key, out place) || !IsFresh(place.SharedAt)) return Changing;
        }

        if (place.IsShared) return new ChannelAudience(Sharing.Outsiders);
        if (place.Partner is { } partner) return await AudienceOf(workspaceId, partner, place, cancellation);
        if (!AreMembersFresh(workspaceId, place))
        {
            if (await Patiently(workspaceId, $"members {channelId}", () => ReadMembers(workspaceId, channelId), cancellation) is { } failure) return new ChannelAudience(Sharing.Unknown, failure);
            if (!places.TryGet(key, out place) || !AreMembersFresh(workspaceId, place)) return Changing;
        }

        return new ChannelAudience(place.HasGuests || place.IsShared ? Sharing.Outsiders : Sharing.Internal);
    }

    /// <summary>Who someone is; without a profile, the answer because of which it is not known.</summary>
    public async Task<(Profile? Profile, CallResult? Failure)> ProfileOf(string workspaceId, string userId, CancellationToken cancellation, bool isCaughtUp = false)
    {
        if (!isCaughtUp) await CatchUp(workspaceId, Everyone, cancellation);
        return await KnownProfileOf(workspaceId, userId, cancellation);
    }

    private async Task<(Profile? Profile, CallResult? Failure)> KnownProfileOf(string workspaceId, string userId, CancellationToken cancellation)
    {
        var key = (workspaceId, userId);
        if (profiles.TryGet(key, out var profile) && IsCurrent(workspaceId, profile.At)) return (profile, null);
        var answer = await askingUsers.Run(key, () => ReadPerson(workspaceId, userId)).WaitAsync(cancellation);
        return answer is SlackDone && profiles.TryGet(key, out profile) && IsCurrent(workspaceId, profile.At) ? (profile, null) : (null, answer is SlackDone ? Soon : answer);
    }

    /// <summary>Events may have been missed: everything known of channels is read anew before it is relied on.</summary>
    public void Forget() => Interlocked.Exchange(ref forgottenAt, Now.Ticks);

    private static CallResult Soon => new CallResult.Later(Duration.FromSeconds(1));

    /// <summary>The channel changed while it was being read; worth asking again.</summary>
    private static ChannelAudience Changing => new(Sharing.Unknown, Soon);

    private static bool IsDirect(string channelId) => channelId.StartsWith('D');

    private bool IsFresh(TimeSpan at) => at.Ticks > Interlocked.Read(ref forgottenAt) && at > Now - Kept;

    /// <summary>Of people: as fresh as any other thing, and no other node heard of a change since.</summary>
    private bool IsCurrent(string workspaceId, TimeSpan at) => IsFresh(at) && (!peopleToldAt.TryGet(workspaceId, out var told) || at > told);

    private bool AreMembersFresh(string workspaceId, ChannelInfo place) =>
        IsFresh(place.MembersAt) && (!turnedAt.TryGet(workspaceId, out var turned) || place.MembersAt > turned);

    private async Task<ChannelAudience> AudienceOf(string workspaceId, string partner, ChannelInfo place, CancellationToken cancellation)
    {
        var (profile, failure) = await KnownProfileOf(workspaceId, partner, cancellation);
        return profile is null ? new ChannelAudience(Sharing.Unknown, failure) : new ChannelAudience(profile.IsOutsider || place.IsShared ? Sharing.Outsiders : Sharing.Internal);
    }

    private Task<CallResult?> Patiently(string workspaceId, string what, Func<Task<CallResult?>> read, CancellationToken cancellation) =>
        reading.Run((workspaceId, what), read).WaitFor(Patience, time, cancellation);

    private async Task<CallResult> ReadPerson(string workspaceId, string userId)
    {
        var began = Now;
        var answer = await api.Call(workspaceId, "users.info", new JsonObject { ["user"] = userId, ["include_locale"] = true }, CancellationToken.None);
        if (answer is not SlackDone done) return answer;
        if (changedAt.TryGet((workspaceId, userId), out var changed) && changed >= began) return Soon;
        profiles.Set((workspaceId, userId), Profile.Read(done.Body.At("user"), workspaceId, await EnterpriseOf(workspaceId), began));
        return answer;
    }

    private async Task<string?> EnterpriseOf(string workspaceId) => (await api.Installed(workspaceId, CancellationToken.None))?.EnterpriseId;
}

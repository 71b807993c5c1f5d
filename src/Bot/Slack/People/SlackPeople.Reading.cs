using System.Text.Json;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;

namespace AccountNudge.Bot.Slack.People;

/// <content>
/// Reading channels sparingly: one list of the bot's channels and one of the workspace's people an hour, and each channel's
/// members when something is to be said there. Each reading counts as of its beginning.
/// </content>
internal sealed partial class SlackPeople
{
    private const int PageOfChannels = 999;
    private const int PageOfPeople = 1000;
    private const int MostPagesOfChannels = 10;
    private const int MostPagesOfPeople = 20;
    private const int MostPagesOfMembers = 10;

    /// <summary>All the bot's channels at once; one by itself only when it is not among them. Direct messages are in no list.</summary>
    private async Task<CallResult?> ReadShared(string workspaceId, string channelId)
    {
        if (!IsDirect(channelId) && !(listedAt.TryGet(workspaceId, out var listed) && IsFresh(listed)))
        {
            await reading.Run((workspaceId, "channels"), () => ReadChannels(workspaceId));
            if (places.TryGet((workspaceId, channelId), out var place) && IsFresh(place.SharedAt)) return null;
        }

        var began = Now;
        var answer = await api.Call(workspaceId, "conversations.info", new JsonObject { ["channel"] = channelId }, CancellationToken.None);
        if (answer is not SlackDone done) return answer;
        Learn(workspaceId, done.Body.At("channel"), began);
        return null;
    }

    private async Task<CallResult?> ReadChannels(string workspaceId)
    {
        var began = Now;
        var failure = await Paging.Read(api, workspaceId, "users.conversations", ListOfChannels(workspaceId), MostPagesOfChannels, page =>
        {
            foreach (var channel in page.Items("channels")) Learn(workspaceId, channel, began);
        }, time);
        // What Slack refuses now it will refuse for the next channel too; then each is asked for by itself.
        if (failure is null or CallResult.Refused) listedAt.Set(workspaceId, began);
        return failure;
    }

    private static JsonObject ListOfChannels(string workspaceId) =>
        new() { ["types"] = "public_channel,private_channel", ["exclude_archived"] = true, ["limit"] = PageOfChannels, ["team_id"] = workspaceId };

    private void Learn(string workspaceId, JsonElement channel, TimeSpan began)
    {
        if (channel.TextOrNull("id") is not { } id) return;
        var read = new ChannelInfo(channel.TextOrNull("name") ?? id) { IsShared = ChannelInfo.IsSharedOutside(channel), SharedAt = began, Partner = channel.IsTrue("is_im") ? channel.TextOrNull("user") : null };
        places.Change((workspaceId, id), read, known => known.HeardAt >= began
            ? known with { Name = read.Name, Partner = read.Partner }
            : known with { Name = read.Name, Partner = read.Partner, IsShared = read.IsShared, SharedAt = began });
    }

    private async Task<CallResult?> ReadMembers(string workspaceId, string channelId)
    {
        // Without the list, everyone is asked for by name.
        if (await RosterOf(workspaceId) is (null, CallResult.Later or CallResult.Uncertain or NotInstalled) and var (_, missing)) return missing;
        var (began, begun) = (Now, clock.GetCurrentInstant());
        var members = new List<string>();
        var arguments = new JsonObject { ["channel"] = channelId, ["limit"] = PageOfPeople };
        if (await Paging.Read(api, workspaceId, "conversations.members", arguments, MostPagesOfMembers,
            page => members.AddRange(page.Items("members").Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)), time) is { } failure) return failure;
        var (hasGuests, unknown) = await AnyOutsider(workspaceId, members);
        if (unknown is not null) return unknown;
        var isHeard = false;
        places.Update((workspaceId, channelId), known => (isHeard = known.HeardAt >= began) ? known : known with { HasGuests = hasGuests, MembersAt = began });
        if (!isHeard) await Follow(workspaceId, channelId, members, begun);
        return null;
    }

    private async Task<(bool HasGuests, CallResult? Failure)> AnyOutsider(string workspaceId, List<string> members)
    {
        var roster = rosters.TryGet(workspaceId, out var remembered) && IsCurrent(workspaceId, remembered.At) ? remembered : new WorkspaceRoster(Now, null);
        var known = members.ToLookup(roster.IsOutsider);
        if (known[true].Any()) return (true, null);
        foreach (var member in known[null])
        {
            var (profile, failure) = await KnownProfileOf(workspaceId, member, CancellationToken.None);
            if (profile is null) return (false, failure);
            if (profile.IsOutsider) return (true, null);
            roster.Set(member, isOutsider: false);
        }

        return (false, null);
    }

    private async Task<(WorkspaceRoster? WorkspaceRoster, CallResult? Failure)> RosterOf(string workspaceId)
    {
        if (rosters.TryGet(workspaceId, out var roster) && IsCurrent(workspaceId, roster.At)) return (roster, null);
        var failure = await reading.Run((workspaceId, "people"), () => ReadPeople(workspaceId));
        return rosters.TryGet(workspaceId, out roster) && IsCurrent(workspaceId, roster.At) ? (roster, null) : (null, failure ?? Soon);
    }

    private async Task<CallResult?> ReadPeople(string workspaceId)
    {
        var enterpriseId = await EnterpriseOf(workspaceId);
        var roster = new WorkspaceRoster(Now, enterpriseId);
        // What events tell while it is read is told to this one too, and wins over older pages.
        var heard = new HashSet<string>(StringComparer.Ordinal);
        beingRead[workspaceId] = heard;
        var failure = await Paging.Read(api, workspaceId, "users.list", new JsonObject { ["limit"] = PageOfPeople, ["team_id"] = workspaceId, ["include_locale"] = true }, MostPagesOfPeople, page =>
        {
            foreach (var user in page.Items("members"))
            {
                if (user.TextOrNull("id") is not { } id) continue;
                var profile = Profile.Read(user, workspaceId, enterpriseId, roster.At);
                roster.Set(id, profile.IsOutsider);
                // So that nobody has to be asked for by name; a profile without its locale would be only half of one.
                if (profile.Person.Locale is not null) profiles.Change((workspaceId, id), profile, known => known.At >= profile.At ? known : profile);
            }
        }, time);
        beingRead.TryRemove(workspaceId, out _);
        lock (heard)
            foreach (var id in heard) roster.Remove(id);
        // More people than are remembered: whoever is not among the first ones is asked for by name.
        if (failure is null or CallResult.Refused) rosters.Set(workspaceId, roster);
        return failure;
    }
}

using System.Globalization;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Local.Chat;

/// <summary>The local page as a chat platform: what is posted stands in the database and appears in every open browser.</summary>
public sealed class LocalPlatform(LocalChat chat, Stores stores, IClock clock) : IChatPlatform
{
    public string Name => LocalPlace.Platform;

    public async Task<Delivery> Post(ChatTarget target, Card card, string key, CancellationToken cancellation)
    {
        var place = LocalPlace.Of(target);
        if (await Objection(target, place, cancellation) is { } objection) return objection;
        var sequence = await chat.Post(chat.Draft(key, place, null, card), cancellation);
        return new Delivered(sequence.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<Lookup> Find(ChatTarget target, string key, Instant sentAfter, CancellationToken cancellation) =>
        await chat.MessageByKey(key, cancellation) is { } message && message.Place == LocalPlace.Of(target)
            ? new Found(message.Sequence.ToString(CultureInfo.InvariantCulture))
            : new Missing();

    public async Task<Delivery> Update(ChatTarget target, string messageId, Card card, CancellationToken cancellation) =>
        long.TryParse(messageId, CultureInfo.InvariantCulture, out var sequence)
        && await chat.Replace(LocalPlace.Of(target), sequence, card, cancellation)
            ? new Delivered(messageId)
            : new Refused("There is no such message.");

    public async Task FollowHome(string workspaceId, string channelId, CancellationToken cancellation)
    {
        var (roster, began) = (await chat.Roster(cancellation), clock.GetCurrentInstant());
        var here = roster.Channel(channelId)?.Members.Select(member => member.PersonId).ToHashSet(StringComparer.Ordinal) ?? [];
        var people = roster.People.Where(person => !person.IsGuest && here.Contains(person.Id)).Select(person => LocalAct.Chat(person).Present).ToList();
        await stores.Follow(new HomeChannels(Name, workspaceId, [channelId]), people.Select(person => person.Id).ToHashSet(StringComparer.Ordinal), people, began, cancellation);
    }

    public async Task<IReadOnlyCollection<string>?> ChannelsOf(string workspaceId, string personId, IReadOnlyCollection<string> among, CancellationToken cancellation) =>
        [.. (await chat.Roster(cancellation)).ChannelsOf(personId).Select(channel => channel.Id).Intersect(among, StringComparer.Ordinal)];

    private async Task<Refused?> Objection(ChatTarget target, string place, CancellationToken cancellation)
    {
        if (target.WorkspaceId != LocalPlace.Platform) return new Refused("There is no such workspace.");
        var roster = await chat.Roster(cancellation);
        if (LocalPlace.IsDirect(place))
        {
            var person = roster.Person(LocalPlace.Owner(place));
            return person is null ? new Refused("There is no such person.") : person.IsGuest ? new Refused("The person is a guest.") : null;
        }

        var channel = roster.Channel(place);
        return channel is null ? new Refused("There is no such channel.") : channel.IsShared ? Refused.Outsiders : null;
    }
}

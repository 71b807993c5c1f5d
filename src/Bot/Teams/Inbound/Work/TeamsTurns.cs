using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Inbox;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Bot.Teams.People;
using AccountNudge.Bot.Teams.Wire;
using AccountNudge.Bot.Wire;
using Turn = AccountNudge.Bot.Conversation.Turn;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Turns what Teams delivers into turns: who, where, and what was meant.</summary>
internal sealed class TeamsTurns(TeamsPeople people, ConnectorApi api)
{
    /// <summary>The turn; null when there is nobody to answer.</summary>
    /// <exception cref="NotYetException">Teams does not tell yet who or where it is.</exception>
    public async Task<Asked?> Of(Act act, CancellationToken cancellation)
    {
        if (await Speaker(act, cancellation) is not { IsGuest: false } speaker) return null;
        var (channel, place, sharing) = await Where(act, speaker, cancellation);
        var (input, mentioned) = await Read(act, channel, cancellation);
        var turn = new Turn(act.TurnKey, TeamsSettings.Platform, act.Activity.TenantId, channel, speaker, input) { Mentioned = mentioned };
        return new Asked(act, turn, place) { Sharing = sharing };
    }

    /// <summary>Who did something, by the roster of the place or, for menus and dialogs that also work where we are not, of their own chat with us.</summary>
    /// <exception cref="NotYetException">Teams does not tell yet.</exception>
    public async Task<ChatPerson?> Speaker(Act act, CancellationToken cancellation)
    {
        var activity = act.Activity;
        if (await Person(activity.PlaceId) is { } present) return present;
        if (act is not (Choice or Submission)) return null;
        var (own, hindrance) = await people.Personal(activity.TenantId, activity.PersonId, cancellation);
        if (own is null) hindrance.ThrowIfNotYet();
        return own is null ? null : await Person(own.ConversationId);

        async Task<ChatPerson?> Person(string placeId)
        {
            var (person, unknown) = await people.Person(activity.TenantId, placeId, activity.PersonId, activity.Locale, cancellation);
            if (person is null) unknown.ThrowIfNotYet();
            return person;
        }
    }

    /// <summary>
    /// Where it is. Menus are answered in the person's own chat with us wherever outsiders may listen, and forms wherever they
    /// certainly do: what was filled in for a team must not land elsewhere for a doubt.
    /// </summary>
    private async Task<(ChatChannel Channel, string Place, Sharing Sharing)> Where(Act act, ChatPerson speaker, CancellationToken cancellation)
    {
        var (activity, own) = (act.Activity, (new ChatChannel(speaker.Id, "", IsDirect: true), "", Sharing.Internal));
        var place = act switch
        {
            Invitation invitation => invitation.PlaceId,
            Submission { Origin.Place: { } from } when from.Length > 0 || !activity.IsPersonal => from,
            _ => activity.ConversationId,
        };
        var placeId = Conversations.PlaceOf(place);
        // A menu in a chat of two people calls that chat personal, too.
        if (activity.IsPersonal && placeId == activity.PlaceId) return act.Surface == Surface.Dialog ? own : (new ChatChannel(placeId, "", IsDirect: true), place, Sharing.Internal);
        if (place.Length == 0 || (placeId != activity.PlaceId && act is Submission && !await IsIn(act, placeId, cancellation))) return own;
        var heard = await people.WhoHears(activity.TenantId, placeId, cancellation);
        var known = await people.Find(activity.TenantId, placeId, cancellation);
        var channel = new ChatChannel(placeId, known?.Name ?? speaker.Name, IsDirect: false, heard.Sharing != Sharing.Internal);
        if (heard.Sharing == Sharing.Internal) return (channel, place, heard.Sharing);
        if (act is Choice || (act is Submission && known is null)) return own;
        heard.Hindrance.ThrowIfNotYet();
        return act is Submission && heard.Sharing == Sharing.Outsiders ? own : (channel, place, heard.Sharing);
    }

    /// <summary>A form says where it came from, but only Teams tells who is there now.</summary>
    private async Task<bool> IsIn(Act act, string placeId, CancellationToken cancellation)
    {
        if (await Ask(act, placeId, act.Activity.PersonId, cancellation) is not { } answer) return false;
        answer.ThrowIfNotYet();
        return answer is TeamsAnswer.Done;
    }

    /// <summary>The roster's answer about somebody; null where we are not ourselves.</summary>
    private async Task<TeamsAnswer?> Ask(Act act, string placeId, string personId, CancellationToken cancellation) =>
        await people.Find(act.Activity.TenantId, placeId, cancellation) is { } place ? await api.Member(place.ServiceUrl, placeId, personId, cancellation) : null;

    private async Task<(TurnInput Input, IReadOnlyList<ChatPerson> Mentioned)> Read(Act act, ChatChannel channel, CancellationToken cancellation) => act switch
    {
        Message => await Typed(act, channel, cancellation),
        Press press => (press.Pressed, []),
        Submission submission => (submission.Submitted, []),
        Choice choice => (choice.Chosen, []),
        Invitation { TeamId: { } teamId } => (new Invited { AlongWith = await people.Channels(act.Activity.TenantId, teamId, cancellation) }, []),
        _ => (new Invited(), []),
    };

    /// <summary>What was typed, and whom of the place it mentions.</summary>
    private async Task<(Typed Typed, IReadOnlyList<ChatPerson> Mentioned)> Typed(Act act, ChatChannel channel, CancellationToken cancellation)
    {
        var activity = act.Activity;
        var mentioned = TeamsText.Mentioned(activity);
        var typed = new Typed(TeamsText.Read(TeamsText.Of(activity), mentioned, activity.BotId));
        if (channel.IsDirect || channel.IsShared) return (typed, []);
        var ids = mentioned.Select(mention => mention.Id).Where(id => id != activity.BotId && id != activity.PersonId).Distinct(StringComparer.Ordinal);
        var found = await Task.WhenAll(ids.Select(id => Present(act, channel.Id, id, cancellation)));
        return (typed, [.. found.OfType<ChatPerson>()]);
    }

    /// <summary>Someone who is mentioned and there, as far as Teams tells.</summary>
    private async Task<ChatPerson?> Present(Act act, string placeId, string personId, CancellationToken cancellation) =>
        await Ask(act, placeId, personId, cancellation) is TeamsAnswer.Done ? (await people.Person(act.Activity.TenantId, placeId, personId, locale: null, cancellation)).Person : null;
}

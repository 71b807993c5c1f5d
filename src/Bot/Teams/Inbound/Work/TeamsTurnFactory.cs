using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Bot.Teams.People;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Turns what Teams delivers into turns: who, where, and what was meant.</summary>
internal sealed class TeamsTurnFactory(TeamsPeople people, ConnectorApi api, TeamsFiles files)
{
    /// <summary>The turn; null when there is nobody to answer.</summary>
    /// <exception cref="NotYetException">Teams does not tell yet who or where it is.</exception>
    public async Task<TeamsTurn?> Of(TeamsAction action, CancellationToken cancellation)
    {
        if (await Speaker(action, cancellation) is not { IsGuest: false } speaker) return null;
        var (channel, place, sharing) = await Where(action, speaker, cancellation);
        var (input, mentioned) = await Read(action, channel, cancellation);
        var turn = new Turn(action.TurnKey, TeamsSettings.Platform, action.Activity.TenantId, channel, speaker, input) { Mentioned = mentioned, CalledBy = "@AccountNudge" };
        return new TeamsTurn(action, turn, place) { Sharing = sharing };
    }

    /// <summary>Who did something, by the roster of the place or, for menus and dialogs that also work where we are not, of their own chat with us.</summary>
    /// <exception cref="NotYetException">Teams does not tell yet.</exception>
    public async Task<ChatPerson?> Speaker(TeamsAction action, CancellationToken cancellation)
    {
        var activity = action.Activity;
        if (await Person(activity.PlaceId) is { } present) return present;
        if (action is not (MessageAction or TeamsSubmission)) return null;
        var (own, failure) = await people.Personal(activity.TenantId, activity.PersonId, cancellation);
        if (own is null) failure.ThrowIfNotYet();
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
    private async Task<(ChatChannel Channel, string Place, Sharing Sharing)> Where(TeamsAction action, ChatPerson speaker, CancellationToken cancellation)
    {
        var (activity, own) = (action.Activity, (new ChatChannel(speaker.Id, "", IsDirect: true), "", Sharing.Internal));
        var place = action switch
        {
            BotAdded invitation => invitation.PlaceId,
            TeamsSubmission { Origin.Place: { } from } when from.Length > 0 || !activity.IsPersonal => from,
            _ => activity.ConversationId,
        };
        var placeId = ConversationIds.PlaceOf(place);
        // A menu in a chat of two people calls that chat personal, too.
        if (activity.IsPersonal && placeId == activity.PlaceId) return action.Surface == Surface.Dialog ? own : (new ChatChannel(placeId, "", IsDirect: true), place, Sharing.Internal);
        if (place.Length == 0 || (placeId != activity.PlaceId && action is TeamsSubmission && !await IsIn(action, placeId, cancellation))) return own;
        var heard = await people.AudienceOf(activity.TenantId, placeId, cancellation);
        var known = await people.Find(activity.TenantId, placeId, cancellation);
        var channel = new ChatChannel(placeId, known?.Name ?? speaker.Name, IsDirect: false, heard.Sharing != Sharing.Internal);
        if (heard.Sharing == Sharing.Internal) return (channel, place, heard.Sharing);
        if (action is MessageAction || (action is TeamsSubmission && known is null)) return own;
        heard.Failure.ThrowIfNotYet();
        return action is TeamsSubmission && heard.Sharing == Sharing.Outsiders ? own : (channel, place, heard.Sharing);
    }

    /// <summary>A form says where it came from, but only Teams tells who is there now.</summary>
    private async Task<bool> IsIn(TeamsAction action, string placeId, CancellationToken cancellation)
    {
        if (await Ask(action, placeId, action.Activity.PersonId, cancellation) is not { } answer) return false;
        answer.ThrowIfNotYet();
        return answer is CallResult.Done;
    }

    /// <summary>The roster's answer about somebody; null where we are not ourselves.</summary>
    private async Task<CallResult?> Ask(TeamsAction action, string placeId, string personId, CancellationToken cancellation) =>
        await people.Find(action.Activity.TenantId, placeId, cancellation) is { } place ? await api.Member(place.ServiceUrl, placeId, personId, cancellation) : null;

    private async Task<(TurnInput Input, IReadOnlyList<ChatPerson> Mentioned)> Read(TeamsAction action, ChatChannel channel, CancellationToken cancellation) => action switch
    {
        TeamsMessageActivity { Activity: { File: { } file } activity } when channel.IsDirect && (activity.Text.Trim().Length == 0 || FileSent.IsTable(file.Name)) =>
            (new FileSent(file.Name) { Fetch = ending => files.Fetch(file, ending) }, []),
        TeamsMessageActivity => await Typed(action, channel, cancellation),
        TeamsPress press => (press.Pressed, []),
        TeamsSubmission submission => (submission.Submitted, []),
        MessageAction choice => (choice.Chosen, []),
        BotAdded { TeamId: { } teamId } => (new Invited { AlongWith = await people.Channels(action.Activity.TenantId, teamId, cancellation) }, []),
        _ => (new Invited(), []),
    };

    /// <summary>What was typed, and whom of the place it mentions.</summary>
    private async Task<(Typed Typed, IReadOnlyList<ChatPerson> Mentioned)> Typed(TeamsAction action, ChatChannel channel, CancellationToken cancellation)
    {
        var activity = action.Activity;
        var mentioned = TeamsText.Mentioned(activity);
        var typed = new Typed(TeamsText.Read(TeamsText.Of(activity), mentioned, activity.BotId));
        if (channel.IsDirect || channel.IsShared) return (typed, []);
        var ids = mentioned.Select(mention => mention.Id).Where(id => id != activity.BotId && id != activity.PersonId).Distinct(StringComparer.Ordinal);
        var found = await Task.WhenAll(ids.Select(id => Present(action, channel.Id, id, cancellation)));
        return (typed, [.. found.OfType<ChatPerson>()]);
    }

    /// <summary>Someone who is mentioned and there, as far as Teams tells.</summary>
    private async Task<ChatPerson?> Present(TeamsAction action, string placeId, string personId, CancellationToken cancellation) =>
        await Ask(action, placeId, personId, cancellation) is CallResult.Done ? (await people.Person(action.Activity.TenantId, placeId, personId, locale: null, cancellation)).Person : null;
}

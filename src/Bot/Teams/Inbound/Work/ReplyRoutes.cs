using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound.Payloads;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Where a reply goes.</summary>
internal static class ReplyRoutes
{
    /// <summary>The ways to try for a reply's card, best first.</summary>
    /// <param name="asked">What it answers.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="index">Of the message, where it takes several.</param>
    public static IReadOnlyList<TeamsRoute> Of(TeamsTurn asked, Reply reply, int index) =>
        [.. index == 0 ? Replacing(asked, reply) : [], .. IsPersonal(asked, reply) ? ToAsker(asked) : ToEveryone(asked)];

    /// <summary>Only the person sees it: in their own chat with us at once, elsewhere as a message for them alone (learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages).</summary>
    public static IReadOnlyList<TeamsRoute> ToAsker(TeamsTurn asked) =>
        asked.Place.Length == 0 ? [TeamsRoute.Directly(asked.PersonId)] : [new TeamsRoute(asked.Place) { OnlyTo = asked.IsDirect ? null : asked.PersonId }, TeamsRoute.Directly(asked.PersonId)];

    /// <summary>What was pressed or filled in is for the asker alone and has served: a form, or a question that is answered.</summary>
    public static bool IsUsedUp(TeamsTurn asked, Reply reply) => asked.Action is TeamsSubmission { Surface: Surface.Card } || (asked.Action is TeamsPress && reply.AnswersQuestion);

    /// <summary>The place of a form or a question. Outside of personal chats only whoever it is for sees it.</summary>
    public static IEnumerable<TeamsRoute> OfUsedUp(Activity activity) =>
        activity.ReplyToId is { } message ? [new TeamsRoute(activity.ConversationId) { Replaced = message, OnlyTo = activity.IsPersonal ? null : activity.PersonId }] : [];

    /// <summary>A form or question gives way to its own answer, unless that is for others or takes another message's place.</summary>
    public static bool IsMine(TeamsTurn asked, Reply reply) =>
        IsUsedUp(asked, reply) && IsPersonal(asked, reply) && !(reply.Replaces && Target(asked, reply) is not null);

    /// <summary>A personal answer never takes the place of what others see.</summary>
    public static bool MayReplace(TeamsTurn asked, Reply reply) => !reply.OnlyAsker || asked.IsForAskerAlone;

    private static bool IsPersonal(TeamsTurn asked, Reply reply) => reply.OnlyAsker || asked.IsForAskerAlone;

    private static IEnumerable<TeamsRoute> Replacing(TeamsTurn asked, Reply reply)
    {
        if (IsMine(asked, reply)) return OfUsedUp(asked.Action.Activity);
        if (!reply.Replaces || Target(asked, reply) is not { } message) return [];
        var forAll = At(asked) with { Replaced = message };
        if (asked.IsDirect) return [forAll];
        var forOne = forAll with { OnlyTo = asked.PersonId, IsHeard = false };
        // What began privately only they see. Of anything else Teams does not say which of the two it is, and takes a change only of the right kind.
        return asked.IsForAskerAlone ? [forOne] : [forAll, forOne];
    }

    /// <summary>The message whose button was pressed, or had opened the form. Where a form's answer goes elsewhere, that message is not there.</summary>
    private static string? Target(TeamsTurn asked, Reply reply) => asked.Action switch
    {
        _ when !MayReplace(asked, reply) => null,
        TeamsPress press => press.Activity.ReplyToId,
        TeamsSubmission { Origin: var origin } when origin.Place.Length == 0 == asked.IsDirect => origin.Message,
        _ => null,
    };

    /// <summary>Where the thread is gone, the channel perhaps is not.</summary>
    private static TeamsRoute[] ToEveryone(TeamsTurn asked) => ConversationIds.PlaceOf(asked.Place) is var channel && channel != asked.Place
        ? [At(asked), At(asked) with { Place = channel }, TeamsRoute.Directly(asked.PersonId)]
        : [At(asked), TeamsRoute.Directly(asked.PersonId)];

    private static TeamsRoute At(TeamsTurn asked) => asked.Place.Length == 0 ? TeamsRoute.Directly(asked.PersonId) : new TeamsRoute(asked.Place) { IsHeard = !asked.IsDirect };
}

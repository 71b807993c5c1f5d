using System.Text.Json;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Teams.Framework;

namespace AccountNudge.Bot.Teams.Inbound.Payloads;

/// <summary>
/// What an activity means to us (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations, and for invokes
/// .../messaging-extensions/how-to/action-commands and learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model).
/// </summary>
internal static class TeamsPayload
{
    public static TeamsInput Read(Activity activity) => activity.Type switch
    {
        "message" => OfMessage(activity),
        "installationUpdate" when activity.Action == "add" => OfInvitation(activity),
        "conversationUpdate" when activity.Locale is not null && activity.Added.Contains(activity.BotId) => OfInvitation(activity),
        "invoke" => OfInvoke(activity),
        _ => new TeamsIgnored(),
    };

    /// <summary>Buttons of older cards (Action.Submit) come as messages without text. Outside of personal chats only what mentions us, or is shown to us alone, is for us.</summary>
    private static TeamsInput OfMessage(Activity activity)
    {
        if (activity.Text.Length == 0 && activity.Value.ValueKind == JsonValueKind.Object)
            return (TeamsInput?)OfButton(activity, activity.Value, Surface.None) ?? new TeamsIgnored();
        return activity.IsPersonal || activity.IsTargeted || TeamsText.Mentioned(activity).Any(mention => mention.Id == activity.BotId) ? new TeamsMessageActivity(activity) { IsPrivate = activity.IsTargeted } : new TeamsIgnored();
    }

    /// <summary>
    /// Whoever installs the bot in a team chooses a channel for it. Teams tells of it twice, in either order; what tells the language
    /// as well counts, for a team begins in it.
    /// </summary>
    private static BotAdded OfInvitation(Activity activity)
    {
        var chosen = activity.IsPersonal ? null : activity.SelectedChannelId;
        // Events of a team come from the team, whose id is its first channel's.
        var isOfTeam = chosen is not null || activity.PlaceId == activity.TeamId;
        return new BotAdded(activity, chosen ?? activity.PlaceId) { TeamId = isOfTeam ? activity.TeamId : null };
    }

    private static TeamsInput OfInvoke(Activity activity) => activity.Name switch
    {
        "adaptiveCard/action" => OfCard(activity, activity.Value.At("action", "data")),
        "composeExtension/fetchTask" => OfMenu(activity),
        "task/fetch" when OfButton(activity, activity.Value.At("data"), Surface.Dialog) is { } press => press,
        "composeExtension/submitAction" or "task/submit" => OfForm(activity, activity.Value.At("data"), Surface.Dialog),
        _ => new Unsupported(),
    };

    private static TeamsInput OfCard(Activity activity, JsonElement data) => OfButton(activity, data, Surface.Card) switch
    {
        { Pressed.ActionId: FormCard.CloseVerb } => new FormClosed(activity) { Surface = Surface.Card },
        { } press => press,
        null => OfForm(activity, data, Surface.Card),
    };

    private static TeamsPress? OfButton(Activity activity, JsonElement data, Surface surface) =>
        FormCard.ReadPress(data) is { } pressed ? new TeamsPress(activity, pressed) { Surface = surface, IsPrivate = PressData.IsPrivate(data) } : null;

    private static TeamsInput OfForm(Activity activity, JsonElement data, Surface surface) =>
        FormCard.Read(data) is var (submitted, origin, shown) && TeamsOrigin.Read(origin) is { } known ? new TeamsSubmission(activity, submitted, known, shown) { Surface = surface, IsPrivate = known.IsPrivate } : new Unsupported();

    /// <summary>A message is there only when the action was chosen in its menu.</summary>
    private static MessageAction OfMenu(Activity activity)
    {
        var message = activity.Value.At("messagePayload");
        var words = message.Text("body", "content");
        var text = message.Text("body", "contentType") == "text" ? words : Html.Plain(words);
        return new MessageAction(activity, new Chosen(activity.Value.Text("commandId"), text, message.Address("linkToMessage")?.AbsoluteUri)) { Surface = Surface.Dialog };
    }
}

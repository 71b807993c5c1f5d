using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Teams;

/// <summary>What people say and press, learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations.</summary>
public sealed partial class FakeTeams
{
    /// <summary>What a test may call a button by.</summary>
    private static readonly string[] Names = ["title", "id", "verb"];

    /// <summary>A message to the bot; outside of personal chats the mention is put before the text.</summary>
    /// <param name="by">Who says it.</param>
    /// <param name="place">Where; they must be in it.</param>
    /// <param name="text">What.</param>
    /// <param name="thread">Any message of the thread it answers; null begins a thread.</param>
    /// <param name="mention">Whether the bot is mentioned; never in personal chats.</param>
    public TeamsDelivery Says(FakePerson by, FakePlace place, string text, FakeChatMessage? thread = null, bool mention = true)
    {
        Require(place.Members.Contains(by.Id), $"{by.Name} is not there.");
        mention &= place.Kind != PlaceKind.Personal;
        var spoken = mention ? $"<at>{BotName}</at> {text}" : text;
        var message = Add(place, thread?.Root, by.Id, new JsonObject { ["type"] = "message", ["text"] = spoken });
        var activity = Activity("message", by, Conversation(place, message.Root), ChannelData(place), message.Id);
        (activity["text"], activity["textFormat"]) = (spoken, "plain");
        if (!mention) return new TeamsDelivery(activity) { Message = message };
        activity["entities"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "mention", ["text"] = $"<at>{BotName}</at>", ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = BotName },
        });
        activity["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/html", ["content"] = $"<div><div><span itemscope=\"\" itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">{BotName}</span>&nbsp;{WebUtility.HtmlEncode(text)}</div></div>",
        });
        return new TeamsDelivery(activity) { Message = message };
    }

    /// <summary>A message that the bot is not told of.</summary>
    public FakeChatMessage Writes(FakePerson by, FakePlace place, string text) => Add(place, null, by.Id, new JsonObject { ["type"] = "message", ["text"] = text });

    /// <summary>A press on the only button with this title, id or verb.</summary>
    /// <inheritdoc cref="Presses(FakePerson, FakeChatMessage, Func{JsonObject, bool}, IReadOnlyDictionary{string, string}?, JsonObject?)"/>
    public TeamsDelivery Presses(FakePerson by, FakeChatMessage message, string button, IReadOnlyDictionary<string, string>? typed = null, JsonObject? shown = null) =>
        Presses(by, message, Named(button), typed, shown);

    /// <summary>A press on the only button that fits.</summary>
    /// <param name="by">Who presses; they must see the message.</param>
    /// <param name="message">The bot's message.</param>
    /// <param name="button">Which of its buttons.</param>
    /// <param name="typed">What was typed into the card before, by input id.</param>
    /// <param name="shown">The card as they see it, when an earlier answer has changed it for them alone.</param>
    public TeamsDelivery Presses(FakePerson by, FakeChatMessage message, Func<JsonObject, bool> button, IReadOnlyDictionary<string, string>? typed = null, JsonObject? shown = null)
    {
        Require(message.Place.Members.Contains(by.Id) && (message.OnlyFor ?? by.Id) == by.Id, $"{by.Name} does not see the message.");
        var cards = shown is null ? message.Cards : [shown];
        var (card, pressed) = Only(cards, button);
        var data = AdaptiveCards.Pressed(card, pressed, typed);
        if (Text(pressed, "type") == "Action.Submit") return Submitted(by, message, data);
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = Text(pressed, "verb"), ["data"] = data };
        foreach (var name in new[] { "id", "title" })
        {
            if (pressed[name] is { } kept) action[name] = kept.DeepClone();
        }

        return Invoke("adaptiveCard/action", by, message, new JsonObject { ["action"] = action, ["trigger"] = "manual" });
    }

    /// <summary>An action from a message's menu, which opens a dialog.</summary>
    public TeamsDelivery Uses(FakePerson by, FakeChatMessage message, string command)
    {
        Require(message.Place.Members.Contains(by.Id), $"{by.Name} does not see the message.");
        return Invoke("composeExtension/fetchTask", by, message, new JsonObject
        {
            ["commandId"] = command, ["commandContext"] = "message", ["requestId"] = Guid.NewGuid().ToString("N"), ["messagePayload"] = Payload(message), ["context"] = new JsonObject { ["theme"] = "default" },
        });
    }

    /// <summary>A press on the only button of a dialog with this title, id or verb.</summary>
    /// <param name="opening">What opened the dialog.</param>
    /// <param name="dialog">What it was last answered with.</param>
    /// <param name="button">The button.</param>
    /// <param name="typed">What was typed, by input id.</param>
    public static TeamsDelivery Submits(TeamsDelivery opening, TeamsReply dialog, string button, IReadOnlyDictionary<string, string>? typed = null)
    {
        var (card, pressed) = Only([dialog.Card ?? throw new ArgumentException("No dialog is open.", nameof(dialog))], Named(button));
        Require(Text(pressed, "type") == "Action.Submit", "Dialogs are submitted with Action.Submit.");
        var activity = opening.Activity.DeepClone().AsObject();
        (activity["id"], activity["name"]) = (TeamsDelivery.NewId(), "composeExtension/submitAction");
        activity["value"]!["data"] = AdaptiveCards.Pressed(card, pressed, typed);
        return opening with { Activity = activity };
    }

    private TeamsDelivery Submitted(FakePerson by, FakeChatMessage message, JsonObject data)
    {
        var activity = Activity("message", by, Conversation(message.Place, message.Root), ChannelData(message.Place));
        (activity["value"], activity["replyToId"]) = (data, message.Id);
        return new TeamsDelivery(activity) { Message = message };
    }

    private TeamsDelivery Invoke(string name, FakePerson by, FakeChatMessage message, JsonObject value)
    {
        var activity = Activity("invoke", by, Conversation(message.Place, message.Root), ChannelData(message.Place));
        (activity["name"], activity["value"], activity["replyToId"]) = (name, value, message.Id);
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return new TeamsDelivery(activity) { Message = message };
    }

    /// <summary>As learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module shows it.</summary>
    private JsonObject Payload(FakeChatMessage message)
    {
        var at = message.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var person = people.GetValueOrDefault(message.From);
        return new JsonObject
        {
            ["linkToMessage"] = $"https://teams.microsoft.com/l/message/{message.Place.Id}/{message.Id}", ["id"] = message.Id, ["replyToId"] = message.Root == message.Id ? null : message.Root,
            ["createdDateTime"] = at, ["lastModifiedDateTime"] = null, ["deleted"] = false, ["summary"] = null, ["importance"] = "normal", ["locale"] = person?.Locale.ToLowerInvariant() ?? "en-us",
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = $"<div><div>{WebUtility.HtmlEncode(message.Text)}</div>\n</div>" },
            ["from"] = new JsonObject
            {
                ["device"] = null, ["conversation"] = null,
                ["user"] = person is null ? null : new JsonObject { ["userIdentityType"] = "aadUser", ["id"] = person.ObjectId, ["displayName"] = person.Name },
                ["application"] = person is null ? new JsonObject { ["applicationIdentityType"] = "bot", ["id"] = AppId, ["displayName"] = BotName } : null,
            },
            ["reactions"] = new JsonArray(), ["mentions"] = new JsonArray(), ["attachments"] = new JsonArray(),
        };
    }

    private static Func<JsonObject, bool> Named(string name) => button => Names.Any(field => Text(button, field) == name);

    private static (JsonObject Card, JsonObject Button) Only(IReadOnlyList<JsonObject> cards, Func<JsonObject, bool> fits)
    {
        var all = cards.SelectMany(card => AdaptiveCards.Buttons(card).Select(button => (Card: card, Button: button))).ToList();
        var found = all.Where(pair => fits(pair.Button)).ToList();
        Require(found.Count == 1, $"{found.Count} buttons fit; there are {string.Join(", ", all.Select(pair => Text(pair.Button, "title")))}.");
        return found[0];
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException(otherwise);
    }
}

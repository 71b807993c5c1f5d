using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Teams;

public sealed partial class FakeTeams
{
    /// <summary>Above this, clients of Teams show a card cut short or not at all: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference.</summary>
    private const int MostBytesOfJson = 28 * 1024;

    /// <summary>A message as it may stand in a conversation, each rule checked as far as the product relies on it.</summary>
    private JsonObject Checked(JsonObject? body)
    {
        var activity = Needed(body).DeepClone().AsObject();
        if (Text(activity, "type") != "message") Note($"an activity of type '{Text(activity, "type")}' was sent");
        if (Text(activity, "from", "id") is { Length: > 0 } from && from != BotId) Note("an activity was sent in someone else's name");
        var attachments = activity["attachments"] as JsonArray ?? [];
        if (attachments.Count == 0 && string.IsNullOrWhiteSpace(Text(activity, "text"))) throw Refused("BadSyntax", "a message has neither text nor attachments");
        foreach (var attachment in attachments) CheckCard(attachment);
        return activity;
    }

    private void CheckReply(JsonObject activity, TeamsReply reply, string text)
    {
        if (Text(activity, "type") == "invoke" && reply is { Status: 200, Body: null }) Note($"{Text(activity, "name")} is answered with nothing, which is shown as an error");
        if (Text(reply.Body, "task", "type") == "message") Note("a dialog is answered with a message that some clients do not show");
        if (Encoding.UTF8.GetByteCount(text) > MostBytesOfJson) Note(string.Create(CultureInfo.InvariantCulture, $"an answer has {Encoding.UTF8.GetByteCount(text)} bytes, more than {MostBytesOfJson}"));
        foreach (var problem in reply.Card is null ? [] : AdaptiveCards.Problems(reply.Card)) Note(problem);
    }

    private void CheckCard(JsonNode? attachment)
    {
        if (Text(attachment, "contentType") != AdaptiveCards.ContentType || attachment?["content"] is not JsonObject card || Text(card, "type") != "AdaptiveCard")
            throw Refused("BadSyntax", "an attachment is no Adaptive Card");
        foreach (var problem in AdaptiveCards.Problems(card)) Note(problem);
    }
}

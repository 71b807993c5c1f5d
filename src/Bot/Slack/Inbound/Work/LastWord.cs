using System.Text.Json;
using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Inbox;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.People;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Slack.Inbound.Work;

/// <summary>What a person is told directly when what they said was acknowledged and then could not be taken after all.</summary>
internal sealed class LastWord(SlackPeople people)
{
    /// <summary>The sentence, in English while Slack does not tell who it is; none for guests, and where nobody said anything.</summary>
    public async Task<IReadOnlyList<ReplyCall>> To(Claim claim, CancellationToken cancellation)
    {
        if (Read(claim) is Joined or HomeOpened) return [];
        var (profile, hindrance) = await people.ProfileOf(claim.WorkspaceId, claim.PersonId, cancellation);
        if (profile?.Person.IsGuest ?? hindrance is SlackAnswer.Refused) return [];
        var voice = profile is null ? Voice.English : Replies.VoiceOf(profile.Person);
        return [SlackReplies.Directly(claim.PersonId, new Card(InboundTexts.Lost.In(voice)))];
    }

    private static Incoming? Read(Claim claim)
    {
        try
        {
            using var payload = JsonDocument.Parse(claim.Payload ?? "{}");
            return SlackPayload.Read((SlackKind)claim.Kind, payload.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Text.Json;
using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Inbox;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Bot.Teams.Wire;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>What a person is told directly when what they said was taken and then could not be answered after all.</summary>
internal sealed class LastWord(TeamsTurns turns)
{
    /// <summary>The sentence; none for guests, while Teams does not tell who is one, and where nobody said anything.</summary>
    public async Task<IReadOnlyList<TeamsCall>> To(Claim claim, CancellationToken cancellation)
    {
        try
        {
            using var payload = JsonDocument.Parse(claim.Payload ?? "{}");
            if (TeamsPayload.Read(new Activity(payload.RootElement)) is not Act act || act is Invitation or Closing) return [];
            if (await turns.Speaker(act, cancellation) is not { IsGuest: false } speaker) return [];
            return [TeamsReplies.Directly(speaker.Id, new Card(InboundTexts.Lost.In(Replies.VoiceOf(speaker))))];
        }
        catch (Exception unknown) when (unknown is JsonException or NotYetException)
        {
            return [];
        }
    }
}

using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Inbox;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound.Payloads;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>What a person is told directly when what they said was taken and then could not be answered after all.</summary>
internal sealed class LastWord(TeamsTurns turns)
{
    /// <summary>The sentence; none for guests, while Teams does not tell who is one, and where nobody said anything.</summary>
    public async Task<IReadOnlyList<TeamsCall>> To(Claim claim, CancellationToken cancellation)
    {
        try
        {
            if (Activity.Read(claim.Payload) is not { } activity || TeamsPayload.Read(activity) is not Act act || act is Invitation or Closing) return [];
            if (await turns.Speaker(act, cancellation) is not { IsGuest: false } speaker) return [];
            return [TeamsReplies.Directly(speaker.Id, new Card(InboundTexts.Lost.In(Replies.VoiceOf(speaker))))];
        }
        catch (NotYetException)
        {
            return [];
        }
    }
}

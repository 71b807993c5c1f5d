using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Framework.Turns;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Bot.Teams.Inbound.Work;
using AccountNudge.Bot.Teams.People;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Teams.Inbound;

/// <summary>Works off Teams' inbox.</summary>
internal sealed partial class TeamsWorker(
    PlatformInbox<TeamsInboxRow> inbox, TeamsAdapter adapter, TeamsTurnFactory turns, TeamsPeople people, ConnectorApi api, Stores stores, ILogger<TeamsWorker> logger)
    : InboxWorker<TeamsInboxRow, TeamsCall>(TeamsSettings.Platform, inbox, logger)
{
    protected override async Task<IReadOnlyList<TeamsCall>> Answer(Claim claim, CancellationToken cancellation) => (await adapter.Work(claim, cancellation)).Calls;

    /// <summary>Null while Teams does not tell who it is.</summary>
    protected override async Task<Voice?> VoiceOf(Claim claim, CancellationToken cancellation)
    {
        try
        {
            if (Activity.Read(claim.Payload) is not { } activity || TeamsPayload.Read(activity) is not TeamsAction action || action is BotAdded or FormClosed) return null;
            return await turns.Speaker(action, cancellation) is { IsGuest: false } speaker ? Replies.VoiceOf(speaker) : null;
        }
        catch (NotYetException)
        {
            return null;
        }
    }

    protected override TeamsCall Directly(string personId, Card card) => TeamsReplies.Directly(personId, card);

    protected override string? HeardIn(TeamsCall call) => call.Routes is [{ IsHeard: true, Place: var place }, ..] ? ConversationIds.PlaceOf(place) : null;

    protected override async Task<ChannelAudience> AudienceOf(string workspaceId, string channelId, CancellationToken cancellation) => await people.AudienceOf(workspaceId, channelId, cancellation);

    protected override TeamsCall Privately(TeamsCall call) => call with { Routes = [.. call.Routes.Where(route => !route.IsHeard)] };

    protected override Task TidyMore(CancellationToken cancellation) => people.Tidy(cancellation);

    protected override TeamsCall? Begun(TeamsCall call) => call.Routes is [{ Replaced: null }, ..] ? call with { IsBegun = true } : null;

    protected override async Task<(TeamsCall? Left, Duration Wait)> Send(Claim claim, TeamsCall call, Duration age, CancellationToken cancellation)
    {
        if (call.Routes.Count == 0) return (null, Duration.Zero);
        var (answer, message) = call.IsBegun ? (new CallResult.Uncertain(), null) : await call.Send(api, people, claim.WorkspaceId, cancellation);
        if (call.PostId is { } post && message is { } stands) await stores.AnswerStands(post, stands.ToString(), cancellation);
        if (answer is CallResult.Refused refused) LogRefused(logger, claim.Sequence, refused.Status, refused.Error);
        if (answer is CallResult.Uncertain && call.Routes[0].Replaced is null) LogUncertain(logger, claim.Sequence);
        return call.After(answer, age);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Teams' inbox: an answer of row {Sequence} was refused ({Status} {Error})")]
    private static partial void LogRefused(ILogger logger, long sequence, int status, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams' inbox: whether an answer of row {Sequence} arrived is not known; it is not sent again")]
    private static partial void LogUncertain(ILogger logger, long sequence);
}

using System.Text.Json;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Installations;
using AccountNudge.Bot.Slack.People;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Slack.Inbound.Work;

/// <summary>Works off Slack's inbox.</summary>
internal sealed partial class SlackWorker(
    PlatformInbox<SlackInboxRow> inbox, SlackAnswers answers, SlackPeople people, SlackApi api, SlackInstallations installations, Stores stores, ILogger<SlackWorker> logger)
    : InboxWorker<SlackInboxRow, ReplyCall>(SlackSettings.Platform, inbox, logger)
{
    protected override async Task<IReadOnlyList<ReplyCall>> Answer(Claim claim, CancellationToken cancellation) => (await answers.Answer(claim, cancellation)).Calls;

    /// <summary>English while Slack does not tell who it is.</summary>
    protected override async Task<Voice?> VoiceOf(Claim claim, CancellationToken cancellation)
    {
        if (Read(claim) is Joined or HomeOpened) return null;
        var (profile, failure) = await people.ProfileOf(claim.WorkspaceId, claim.PersonId, cancellation);
        if (profile?.Person.IsGuest ?? failure is CallResult.Refused) return null;
        return profile is null ? Voice.English : Replies.VoiceOf(profile.Person);
    }

    protected override ReplyCall Directly(string personId, Card card) => SlackReplies.Directly(personId, card);

    protected override string? HeardIn(ReplyCall call) => call.Routes[0].HeardIn;

    protected override Task<ChannelAudience> AudienceOf(string workspaceId, string channelId, CancellationToken cancellation) => people.AudienceOf(workspaceId, channelId, cancellation);

    protected override ReplyCall Privately(ReplyCall call) => call with { Routes = [.. call.Routes.Where(route => route.HeardIn is null)] };

    protected override Task TidyMore(CancellationToken cancellation) => installations.Tidy(cancellation);

    protected override async Task<(ReplyCall? Left, Duration Wait)> Send(Claim claim, ReplyCall call, Duration age, CancellationToken cancellation)
    {
        var answer = await call.Send(api, claim.WorkspaceId, cancellation);
        if (call.PostId is { } post && answer is SlackDone done && done.Body.TextOrNull("ts") is { } message) await stores.AnswerStands(post, $"{done.Body.Text("channel")}:{message}", cancellation);
        if (answer is CallResult.Refused refused) LogRefused(logger, claim.Sequence, call.Routes[0].Method, refused.Error);
        return call.After(answer);
    }

    private static SlackInput? Read(Claim claim)
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's inbox: an answer of row {Sequence} was refused ({Method}: {Error})")]
    private static partial void LogRefused(ILogger logger, long sequence, string method, string error);
}

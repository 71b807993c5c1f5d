using AccountNudge.Bot.Inbox;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.People;
using AccountNudge.Bot.Wire;
using NodaTime;

namespace AccountNudge.Bot.Slack.Inbound.Work;

/// <summary>Works off Slack's inbox.</summary>
internal sealed partial class SlackWorker(
    PlatformInbox<SlackInboxRow> inbox, SlackAnswers answers, LastWord lastWord, SlackPeople people, SlackApi api, Installations.Installations installations, ILogger<SlackWorker> logger)
    : InboxWorker<SlackInboxRow, ReplyCall>(SlackSettings.Platform, inbox, logger)
{
    protected override async Task<IReadOnlyList<ReplyCall>> Answer(Claim claim, CancellationToken cancellation) => (await answers.Answer(claim, cancellation)).Calls;

    protected override Task<IReadOnlyList<ReplyCall>> LastWord(Claim claim, CancellationToken cancellation) => lastWord.To(claim, cancellation);

    protected override Task TidyMore(CancellationToken cancellation) => installations.Tidy(cancellation);

    protected override async Task<(ReplyCall? Left, Duration Wait)> Send(Claim claim, ReplyCall call, Duration age, CancellationToken cancellation)
    {
        var answer = await call.Send(api, claim.WorkspaceId, cancellation);
        if (answer is SlackAnswer.Refused refused) LogRefused(logger, claim.Sequence, call.Routes[0].Method, refused.Error);
        return call.After(answer);
    }

    protected override async Task<ReplyCall> Quietly(Claim claim, ReplyCall call, bool isLast, CancellationToken cancellation)
    {
        if (call.Routes[0].HeardIn is not { } channel) return call;
        var heard = await people.WhoHears(claim.WorkspaceId, channel, cancellation);
        if (heard.Sharing == Sharing.Internal) return call;
        if (!isLast) heard.Hindrance.ThrowIfNotYet();
        return call with { Routes = [.. call.Routes.Where(route => route.HeardIn is null)] };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's inbox: an answer of row {Sequence} was refused ({Method}: {Error})")]
    private static partial void LogRefused(ILogger logger, long sequence, string method, string error);
}

using AccountNudge.Bot.Inbox;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.People;
using AccountNudge.Bot.Teams.Wire;
using AccountNudge.Bot.Wire;
using NodaTime;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Works off Teams' inbox.</summary>
internal sealed partial class TeamsWorker(
    PlatformInbox<TeamsInboxRow> inbox, TeamsAdapter adapter, LastWord lastWord, TeamsPeople people, ConnectorApi api, ILogger<TeamsWorker> logger)
    : InboxWorker<TeamsInboxRow, TeamsCall>(TeamsSettings.Platform, inbox, logger)
{
    protected override async Task<IReadOnlyList<TeamsCall>> Answer(Claim claim, CancellationToken cancellation) => (await adapter.Work(claim, cancellation)).Calls;

    protected override Task<IReadOnlyList<TeamsCall>> LastWord(Claim claim, CancellationToken cancellation) => lastWord.To(claim, cancellation);

    protected override Task TidyMore(CancellationToken cancellation) => people.Tidy(cancellation);

    protected override TeamsCall? Begun(TeamsCall call) => call.Routes is [{ Replaced: null }, ..] ? call with { IsBegun = true } : null;

    protected override async Task<(TeamsCall? Left, Duration Wait)> Send(Claim claim, TeamsCall call, Duration age, CancellationToken cancellation)
    {
        if (call.Routes.Count == 0) return (null, Duration.Zero);
        var answer = call.IsBegun ? new TeamsAnswer.Uncertain() : await call.Send(api, people, claim.WorkspaceId, cancellation);
        if (answer is TeamsAnswer.Refused refused) LogRefused(logger, claim.Sequence, refused.Status, refused.Error);
        if (answer is TeamsAnswer.Uncertain && call.Routes[0].Replaced is null) LogUncertain(logger, claim.Sequence);
        return call.After(answer, age);
    }

    protected override async Task<TeamsCall> Quietly(Claim claim, TeamsCall call, bool isLast, CancellationToken cancellation)
    {
        if (call.Routes[0] is not { IsHeard: true, Place: var place }) return call;
        var heard = await people.WhoHears(claim.WorkspaceId, Conversations.PlaceOf(place), cancellation);
        if (heard.Sharing == Sharing.Internal) return call;
        if (!isLast) heard.Hindrance.ThrowIfNotYet();
        return call with { Routes = [.. call.Routes.Where(route => !route.IsHeard)] };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Teams' inbox: an answer of row {Sequence} was refused ({Status} {Error})")]
    private static partial void LogRefused(ILogger logger, long sequence, int status, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams' inbox: whether an answer of row {Sequence} arrived is not known; it is not sent again")]
    private static partial void LogUncertain(ILogger logger, long sequence);
}

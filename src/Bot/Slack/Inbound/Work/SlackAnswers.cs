using System.Text.Json;
using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Installations;
using AccountNudge.Bot.Slack.Messages;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Slack.Inbound.Work;

/// <summary>The answer to something a person did.</summary>
/// <param name="Calls">What is to be sent.</param>
internal sealed record SlackAnswer(IReadOnlyList<ReplyCall> Calls)
{
    /// <summary>What is wrong with a submitted form, by field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    public static readonly SlackAnswer Nothing = new([]);
}

/// <summary>Has the conversation answer what people did in Slack, and opens the forms it wants opened.</summary>
internal sealed class SlackAnswers(
    SlackTurnFactory turns, SlackApi api, PlatformInbox<SlackInboxRow> inbox, SlackInstallations installations, CommandRegistry registry, TurnHandler conversation)
{
    /// <summary>Real time of the three seconds a trigger lives (docs.slack.dev/interactivity/handling-user-interaction); the call needs the rest.</summary>
    public Duration TriggerLife { get; init; } = Duration.FromMilliseconds(2600);

    /// <summary>While a token is renewed, there may be none for a moment.</summary>
    private static readonly Duration Renewal = Duration.FromSeconds(5);
    private static readonly Duration AfterToken = Duration.FromSeconds(2);
    private const int LongestValue = 2000;

    /// <summary>Answers a stored action, for whoever has claimed it to send. What a form is told of its errors is for whoever can still show them in it.</summary>
    /// <exception cref="NotYetException">Slack does not tell yet who or where it is, or whether we are in the workspace.</exception>
    public async Task<SlackAnswer> Answer(Claim claim, CancellationToken cancellation)
    {
        using var payload = JsonDocument.Parse(claim.Payload ?? "{}");
        return SlackPayload.Read((SlackKind)claim.Kind, payload.RootElement) is SlackAction action ? await Answer(action, claim, isSentNext: false, cancellation) : SlackAnswer.Nothing;
    }

    /// <summary>Answers a stored action that was read already.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="claim">Its row.</param>
    /// <param name="isSentNext">Not whoever has claimed it sends the answer, but whoever takes the row next.</param>
    /// <param name="cancellation">Ends the answering.</param>
    /// <exception cref="NotYetException">Slack does not tell yet who or where it is, or whether we are in the workspace.</exception>
    public async Task<SlackAnswer> Answer(SlackAction action, Claim claim, bool isSentNext, CancellationToken cancellation)
    {
        if (action.Organisation is var (workspace, enterprise)) installations.Learn(workspace, enterprise);
        if (await api.Installed(action.WorkspaceId, cancellation) is null && (claim.Age < Renewal || await installations.MayBeInstalled(action.WorkspaceId, cancellation))) throw new NotYetException(AfterToken);
        if (await turns.Of(action, cancellation) is not { } asked) return SlackAnswer.Nothing;
        var (turn, voice) = (asked.Turn, Replies.VoiceOf(asked.Turn.Speaker));
        if (turn.Speaker.IsGuest) return SlackAnswer.Nothing;
        if (turn.Channel.IsShared) return action is Joined ? SlackAnswer.Nothing : new SlackAnswer(SlackReplies.Aside(asked, Saying(asked.Sharing == Sharing.Outsiders ? InboundTexts.Outsiders : InboundTexts.UnknownChannel, voice)));
        (Reply Reply, SlackAnswer Answer)? kept = null;
        var reply = await inbox.InTurn(() => conversation.Answer(turn, Keep, cancellation), cancellation);
        if (reply.File is { } file) await Send(asked, file, voice, cancellation);
        if (kept is { } stored && ReferenceEquals(stored.Reply, reply))
        {
            claim.IsAnswered = true;
            return stored.Answer;
        }

        if (reply.Errors.Count > 0) return new SlackAnswer(SlackReplies.Of(asked, NotTaken(reply.Errors, voice))) { Errors = reply.Errors };
        if (IsLost(claim, turn, reply)) reply = registry.OpensForm(turn.Input) ? Offer(turn.Input, InboundTexts.TooSlow, voice) : Reply.Asker(Saying(InboundTexts.AnswerLost, voice));
        if (reply.Form is { } form && await Open(claim, asked, form, cancellation) is { } missing) reply = Offer(turn.Input, missing, voice);
        return new SlackAnswer(SlackReplies.Of(asked, reply));

        // A form is opened after everything is recorded: whether it did is part of the answer.
        async Task<bool> Keep(Store store, Reply given, CancellationToken ending)
        {
            if (given.Form is not null || SlackReplies.Of(asked, given) is not { Count: > 0 } calls) return true;
            kept = (given, new SlackAnswer(calls));
            return await inbox.Keep(store, claim, calls, isSentNext, ending);
        }
    }

    /// <summary>Somebody worked on it before and did not come to an end, but the conversation remembers having answered it.</summary>
    private static bool IsLost(Claim claim, Turn turn, Reply reply) =>
        claim.Attempts > 1 && turn.Input is not (Invited or Visited) && reply is { Card: null, Form: null };

    /// <summary>Sends a file to the person alone; one that does not get there is asked for again.</summary>
    private async Task Send(SlackTurn asked, ReplyFile file, Voice voice, CancellationToken cancellation)
    {
        if (asked.Turn.Channel.IsDirect && await api.Upload(asked.Action.WorkspaceId, asked.Origin.Channel, file.Name, file.Content, cancellation)) return;
        await SlackReplies.Directly(asked.Turn.Speaker.Id, Saying(SlackTexts.NotSent, voice)).Send(api, asked.Action.WorkspaceId, cancellation);
    }

    /// <summary>Opens a form (docs.slack.dev/reference/methods/views.open); says why when it did not open.</summary>
    private async Task<Text?> Open(Claim claim, SlackTurn asked, Form form, CancellationToken cancellation)
    {
        if (asked.Action.TriggerId is not { } trigger) return InboundTexts.FillIn;
        if (claim.Age > TriggerLife) return InboundTexts.TooSlow;
        var answer = await api.Call(asked.Action.WorkspaceId, "views.open", new JsonObject { ["trigger_id"] = trigger, ["view"] = Modal.Of(form, asked.Origin.Write()) }, cancellation);
        return answer is SlackDone ? null : InboundTexts.TooSlow;
    }

    /// <summary>A button that opens the form: where it did not open, or could not without a press.</summary>
    private static Reply Offer(TurnInput input, Text why, Voice voice)
    {
        var label = ConversationTexts.OpenForm.Plain(voice);
        var button = input switch
        {
            Typed typed => new Button(SlackTurnFactory.Again, label, typed.Text),
            Pressed pressed => new Button(pressed.ActionId, label, pressed.Value),
            _ => null,
        };
        return Reply.Asker(button is { Value.Length: > 0 and <= LongestValue } ? new Card(why.In(voice), new Actions([button])) : Saying(why, voice));
    }

    /// <summary>A form that is closed already cannot show what is wrong with it.</summary>
    private static Reply NotTaken(IReadOnlyDictionary<string, string> errors, Voice voice) =>
        Reply.Asker(new Card(InboundTexts.NotRecorded.In(voice), [.. errors.Values.Select(error => new Paragraph(Text.Verbatim(error).In(voice)))]));

    private static Card Saying(Text text, Voice voice) => new(text.In(voice));
}

using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Bot.Teams.Inbound.Work;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace AccountNudge.Bot.Teams.Framework.Turns;

/// <summary>An invoke that waits for its answer.</summary>
/// <param name="Activity">What Teams delivered.</param>
/// <param name="ArrivedAt">When its request came, see <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>.</param>
internal sealed record InvokeTurn(Activity Activity, long ArrivedAt);

/// <summary>Something that was stored and is worked now.</summary>
internal sealed record StoredTurn(Activity Activity, Claim Claim)
{
    /// <summary>Set by the turn.</summary>
    public TeamsAnswer Answer { get; set; } = TeamsAnswer.Nothing;
}

/// <summary>
/// Takes turns: what was stored is answered with messages, which the worker sends, and an invoke within its request. The library's own
/// ways from an invoke's name to its handler read values as models that throw at anything unexpected, and from members that were added
/// they ask the roster for each; what an activity means to us says <see cref="TeamsPayload"/>.
/// </summary>
internal sealed class TeamsBot(TeamsIntake intake, TeamsAnswers answers) : ActivityHandler
{
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Work(turnContext, cancellationToken);

    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Work(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Work(turnContext, cancellationToken);

    /// <summary>Null, which the adapter answers with 501, where nobody here has an answer.</summary>
    protected override async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.TurnState.Get<InvokeTurn>() is { } asking)
            return TeamsPayload.Read(asking.Activity) is TeamsAction action ? CreateInvokeResponse(Body(await intake.Answer(action, asking.ArrivedAt))) : null;
        await Work(turnContext, cancellationToken);
        return null;
    }

    private async Task Work(ITurnContext turn, CancellationToken cancellation)
    {
        var working = turn.TurnState.Get<StoredTurn>();
        if (TeamsPayload.Read(working.Activity) is TeamsAction action) working.Answer = await answers.Answer(action, working.Claim, cancellation);
    }

    /// <summary>
    /// To buttons learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model (response format), to dialogs
    /// learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit.
    /// </summary>
    public static object? Body(InvokeReply? shown) => shown switch
    {
        InvokeReply.InPlace { Card: var card } => Pressed(AdaptiveCard, Raw(card)),
        InvokeReply.Below { Words: var words } => Pressed("application/vnd.microsoft.activity.message", words),
        InvokeReply.Dialog dialog => Dialog(dialog.Title, "medium", dialog.Card),
        InvokeReply.Ending ending => Dialog("AccountNudge", "small", ending.Card),
        _ => null,
    };

    private static AdaptiveCardInvokeResponse Pressed(string type, object value) => new() { StatusCode = StatusCodes.Status200OK, Type = type, Value = value };

    private static TaskModuleResponse Dialog(string title, string height, JsonObject card) => new(new TaskModuleContinueResponse(
        new TaskModuleTaskInfo { Title = title, Width = "medium", Height = height, Card = new Attachment(AdaptiveCard, content: Raw(card)) }));

    /// <summary>As it was drawn: the library cannot write the runtime's nodes without end.</summary>
    private static JRaw Raw(JsonObject card) => new(card.ToJsonString());
}

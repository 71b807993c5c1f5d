using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Promises;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Hosting;

/// <summary>What a chat platform goes through between a delivery and its acknowledgement, gone through without anybody hearing of it.</summary>
internal interface IPlatformWarmup
{
    /// <summary>Draws a reply as the platform does and reads what its form would bring, and shows it to nobody.</summary>
    void Draw(Reply reply);

    /// <summary>Reads one delivery of each kind as they arrive, and stores and answers them in a transaction that is never committed.</summary>
    Task Deliver(CancellationToken cancellation);
}

/// <summary>
/// Goes once through what the first delivery of each kind would have to go through, before anybody can send one, in transactions that are never committed.
/// Slack waits three seconds for an acknowledgement and Teams five for an answer, also to the first delivery after a start, when
/// no code is compiled yet and no query cached.
/// </summary>
internal sealed partial class Warmup(Stores stores, TurnHandler conversation, IEnumerable<IPlatformWarmup> platforms, ILogger<Warmup> logger)
{
    private const int Rounds = 3;

    /// <summary>What is done, one after another, each after the reply to the one before: lines, a shortcut, its form, a button, the own page.</summary>
    private static readonly Func<Reply, TurnInput>[] Inputs =
    [
        Says("account add Probe GmbH"), Says("contact add Paula Probe at Probe GmbH birthday 14 May"), Says("log Probe GmbH call with Paula Probe yesterday: wants a quote"),
        Says("complaint Probe GmbH by Paula Probe: late again"), Says("ack Probe GmbH: called back"), Says("brief Paula Probe"), Says("today"), Says("quiet"), Says("digest"),
        Says("log"), Says("unheard of"), _ => new Chosen("promise", "She has it by Friday"), reply => Filled(reply.Form!, []),
        reply => Filled(reply.Form!, new() { ["account"] = "Probe GmbH", ["due"] = "tomorrow" }), reply => Pressing(reply.Card!, KeptPressed.ActionId), _ => new Visited(),
    ];

    /// <summary>Warms up; whatever goes wrong is no reason not to start.</summary>
    public async Task Run(CancellationToken cancellation)
    {
#pragma warning disable CA1031 // See above.
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                await Answer(cancellation);
                foreach (var platform in platforms) await platform.Deliver(cancellation);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(logger, failure.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private async Task Answer(CancellationToken cancellation)
    {
        var (workspaceId, reply) = (Guid.NewGuid().ToString("N"), Reply.Silent);
        await using var store = stores.Open(Scope.Nothing);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        foreach (var (number, input) in Inputs.Index())
        {
            // Nothing of the turn before is left in it, as in a store of its own.
            store.Within(Scope.Nothing).ChangeTracker.Clear();
            store.Recording = null;
            var answer = await conversation.AnswerUncommitted(store, Turn($"warm-up {number}", workspaceId, input(reply)), cancellation);
            foreach (var platform in platforms) platform.Draw(answer);
            // A form that has errors stays open.
            if (answer.Errors.Count == 0) reply = answer;
        }
    }

    private static Turn Turn(string key, string workspaceId, TurnInput input) =>
        new(key, "warm-up", workspaceId, new ChatChannel("warm-up", "warm-up", IsDirect: input is Visited), new ChatPerson("U0", "Paul Probe", "en-GB", DateTimeZone.Utc), input);

    private static Func<Reply, TurnInput> Says(string line) => _ => new Typed(line);

    private static Submitted Filled(Form form, Dictionary<string, string> values) =>
        new(form.Id, form.Fields.ToDictionary(field => field.Name, field => values.GetValueOrDefault(field.Name) ?? field.Value, StringComparer.Ordinal), form.Context);

    private static Pressed Pressing(Card card, string actionId)
    {
        var button = card.Parts.OfType<Actions>().SelectMany(actions => actions.Buttons).First(button => button.ActionId == actionId);
        return new Pressed(button.ActionId, button.Value);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The warm-up failed ({Failure}); the first answers may take longer")]
    private static partial void LogFailed(ILogger logger, string failure);
}

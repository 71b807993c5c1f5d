using System.Text.Json;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>What the speaker recorded and may still take back, correct or complete: only their own, and only for a week.</summary>
internal static class OwnChanges
{
    private static readonly Duration Window = Duration.FromDays(7);

    /// <summary>
    /// The speaker's own change that is not undone yet; the latest where no id is given. What another system recorded is everybody's own where
    /// it is named: nobody else could take it back.
    /// </summary>
    public static Task<Change?> OwnChange(this TurnContext turn, Guid? changeId, CancellationToken cancellation)
    {
        var since = turn.Now - Window;
        var changes = turn.Store.Changes.Where(change => change.UndoneAt == null && change.At > since);
        var systems = turn.Store.ApiTokens;
        return (changeId is null
            ? changes.Where(change => change.MemberId == turn.Speaker.Id)
            : changes.Where(change => change.Id == changeId && (change.MemberId == turn.Speaker.Id || systems.Any(system => system.MemberId == change.MemberId))))
            .OrderByDescending(change => change.At).ThenByDescending(change => change.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>What other systems recorded of a client and can still be taken back, the rows of each as stored.</summary>
    public static async Task<IReadOnlyList<(Guid ChangeId, string Rows)>> ChangesOfSystems(this TurnContext turn, Account account, CancellationToken cancellation)
    {
        var (since, id, systems) = (turn.Now - Window, account.Id.ToString("N"), turn.Store.ApiTokens);
        var changes = await turn.Store.Changes.Where(change => change.UndoneAt == null && change.At > since && change.Given.Contains(id) && systems.Any(system => system.MemberId == change.MemberId))
            .Select(change => new { change.Id, change.Rows }).ToListAsync(cancellation);
        return [.. changes.Select(change => (change.Id, change.Rows))];
    }

    /// <summary>Why a change is none that the speaker may touch.</summary>
    public static async Task<Text> WhyNoChange(this TurnContext turn, Guid changeId, CancellationToken cancellation)
    {
        var change = await turn.Store.Changes.FirstOrDefaultAsync(change => change.Id == changeId, cancellation);
        if (change is null || change.UndoneAt is not null) return ConversationTexts.NotThere(turn.Turn.Call);
        var isTheirs = change.MemberId == turn.Speaker.Id || await turn.Store.ApiTokens.AnyAsync(system => system.MemberId == change.MemberId, cancellation);
        return isTheirs ? ConversationTexts.TooLongAgo : ConversationTexts.NotYours;
    }

    /// <summary>Goes on with a change for which something was not said: what is saved from here on belongs to it.</summary>
    public static void Complete(this TurnContext turn, Change change, string slot, string value)
    {
        Keep(change, slot, value);
        turn.Store.Recording = change;
    }

    /// <summary>Keeps something with what the command was given.</summary>
    public static void Keep(Change change, string key, string value = "")
    {
        var given = Given(change);
        given[key] = value;
        change.Given = JsonSerializer.Serialize(given);
    }

    /// <summary>What the command was given, by slot.</summary>
    public static Dictionary<string, string> Given(Change change) => JsonSerializer.Deserialize<Dictionary<string, string>>(change.Given)!;
}

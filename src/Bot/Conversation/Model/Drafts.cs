using System.Text.Json;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>Commands that wait until their speaker has answered a question.</summary>
internal static class Drafts
{
    /// <summary>Beside the slots: the change that is taken back when the command runs. No slot is called so.</summary>
    public const string Corrects = ":corrects";

    /// <summary>Beside the slots: where the next line is taken for the answer. No slot is called so.</summary>
    public const string Place = ":place";

    /// <summary>Keeps a command until the speaker answers.</summary>
    public static Draft KeepDraft(this TurnContext turn, Command command, IReadOnlyDictionary<string, string> raw, string corrects = "")
    {
        var given = new Dictionary<string, string>(raw, StringComparer.Ordinal);
        if (corrects.Length > 0) given[Corrects] = corrects;
        var draft = new Draft { WorkspaceId = turn.Workspace.Id, MemberId = turn.Speaker.Id, Command = command.Words.Id, Given = JsonSerializer.Serialize(given), At = turn.Now };
        turn.Store.Drafts.Add(draft);
        return draft;
    }

    /// <summary>The speaker's own draft; null for anybody else's.</summary>
    public static async Task<(Command Command, Dictionary<string, string> Raw)?> FindDraft(this TurnContext turn, Guid draftId, CancellationToken cancellation)
    {
        var draft = await turn.Store.Drafts.FirstOrDefaultAsync(draft => draft.Id == draftId && draft.MemberId == turn.Speaker.Id, cancellation);
        if (draft is null || turn.Registry.Find(draft.Command) is not { } command) return null;
        return (command, JsonSerializer.Deserialize<Dictionary<string, string>>(draft.Given)!);
    }
}

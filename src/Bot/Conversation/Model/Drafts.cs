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

    /// <summary>Opens the form with everything that was given.</summary>
    public const string FormAction = "draft.form";

    /// <summary>Runs the command as it waits.</summary>
    public const string RunAction = "draft.run";

    private const int MostChoices = 5;

    /// <summary>Keeps a command until the speaker answers.</summary>
    public static Draft KeepDraft(this TurnContext turn, Command command, IReadOnlyDictionary<string, string> raw, string corrects = "")
    {
        var given = new Dictionary<string, string>(raw, StringComparer.Ordinal);
        if (corrects.Length > 0) given[Corrects] = corrects;
        var draft = new Draft { WorkspaceId = turn.Workspace.Id, MemberId = turn.Speaker.Id, Command = command.Words.Id, Given = JsonSerializer.Serialize(given), At = turn.Now };
        turn.Store.Drafts.Add(draft);
        return draft;
    }

    /// <summary>The button that opens a draft's form.</summary>
    public static Button OpenForm(Draft draft, Text label, Voice voice, ButtonStyle style = ButtonStyle.Default) =>
        new(FormAction, label.Plain(voice), ButtonValue.For(draft.Id).ToString(), style);

    /// <summary>The button that runs a draft; of those with one token, one acts.</summary>
    public static Button Run(Draft draft, Text label, Voice voice, Guid token, ButtonStyle style = ButtonStyle.Default) =>
        new(RunAction, label.Plain(voice), new ButtonValue(draft.Id, token).ToString(), style);

    /// <summary>Asks which of several rows a command is about; all the buttons share one token, so that one of them acts.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="command">The command that waits.</param>
    /// <param name="arguments">What it was given.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="action">What goes on with the row that is chosen and, beside it, the draft.</param>
    /// <param name="choices">The rows, and what each is called.</param>
    public static Reply AskWhich(this TurnContext turn, Command command, Arguments arguments, Text question, string action, IEnumerable<(Guid Id, string Label)> choices)
    {
        var (draft, token) = (turn.KeepDraft(command, arguments.Raw), Guid.NewGuid());
        var buttons = choices.Take(MostChoices).Select(choice => new Button(action, choice.Label, new ButtonValue(choice.Id, token, draft.Id.ToString("N")).ToString()));
        return Reply.Asker(new Card(question.In(turn.OwnVoice), new Actions([.. buttons])));
    }

    /// <summary>The speaker's own draft; null for anybody else's.</summary>
    public static async Task<(Command Command, Dictionary<string, string> Raw)?> FindDraft(this TurnContext turn, Guid draftId, CancellationToken cancellation)
    {
        var draft = await turn.Store.Drafts.FirstOrDefaultAsync(draft => draft.Id == draftId && draft.MemberId == turn.Speaker.Id, cancellation);
        if (draft is null || turn.Registry.Find(draft.Command) is not { } command) return null;
        return (command, JsonSerializer.Deserialize<Dictionary<string, string>>(draft.Given)!);
    }
}

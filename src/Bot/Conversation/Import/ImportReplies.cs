using System.Globalization;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Import;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Import;

/// <summary>What is answered to whoever sends a file, and goes on with it. Only managers do, and only the sender sees it.</summary>
internal static class ImportReplies
{
    private const int MostTeams = 10;

    /// <summary>For so long an import can be taken back.</summary>
    public static readonly Duration UndoWindow = Duration.FromDays(1);

    /// <summary>Takes a file in; it is read in the background.</summary>
    public static async Task<Reply> Receive(TurnContext turn, FileSent file, CancellationToken cancellation)
    {
        if (turn.Teams.Count == 0) return Replies.Hint(turn, ConversationTexts.NoTeamYet(turn.Turn.Call));
        if (!turn.Turn.Channel.IsDirect) throw new RefusalException(ImportCardTexts.OnlyDirectly);
        var teams = await Managed(turn, cancellation);
        if (teams.Count == 0) throw new RefusalException(ManagerTexts.OnlyManagers(await TeamChoice.Managers(turn, turn.Team, cancellation)));
        if (file.Problem is { } problem) throw new RefusalException(problem);
        if (file.Content.Length > ImportLimits.Megabytes * 1024 * 1024) throw new RefusalException(ImportRefusals.TooLarge);
        var import = new ImportRun
        {
            WorkspaceId = turn.Workspace.Id,
            TeamId = teams[0].Id,
            MemberId = turn.Speaker.Id,
            FileName = NameOf(file.Name),
            File = file.Content,
            // Whoever manages several teams says for which it is; until then nobody reads it.
            State = teams.Count == 1 ? ImportState.Received : ImportState.Proposed,
            At = turn.Now,
        };
        turn.Store.Imports.Add(import);
        await turn.Store.SaveChangesAsync(cancellation);
        await turn.Store.ShowImport(import.Id, cancellation);
        if (teams.Count == 1) return Shown(turn, import, Guid.CreateVersion7());
        var buttons = teams.Take(MostTeams).Select(team => new Button("import.team", team.Name, ButtonValue.For(import.Id, team.Id.ToString("N")).ToString()));
        return Reply.Asker(new Card(ImportCardTexts.WhichTeam(import.FileName).In(turn.OwnVoice), new Actions([.. buttons])));
    }

    /// <summary>The import as it stands, drawn anew from now on.</summary>
    public static Reply Shown(TurnContext turn, ImportRun import, Guid postId, bool replaces = false)
    {
        var context = new RenderContext(turn.OwnVoice, turn.Zone, turn.Now, IsDirect: true) { Reader = turn.Speaker.Id };
        return new Reply
        {
            Card = ImportCards.Of(import, context, postId),
            Live = new LiveCard(postId, import, null, new Matter(ImportRun.Kind, import.Id)),
            OnlyAsker = true,
            Replaces = replaces,
        };
    }

    /// <summary>The speaker's own import, without its file; null where there is none of theirs.</summary>
    public static Task<ImportRun?> Own(TurnContext turn, Guid id, CancellationToken cancellation) =>
        turn.Store.Imports.Where(import => import.Id == id && import.MemberId == turn.Speaker.Id).WithoutFiles().FirstOrDefaultAsync(cancellation);

    /// <summary>The speaker's latest import of the last day with which something can still be done.</summary>
    public static Task<ImportRun?> Latest(TurnContext turn, CancellationToken cancellation)
    {
        var since = turn.Now - UndoWindow;
        return turn.Store.Imports.Where(import => import.MemberId == turn.Speaker.Id && import.At > since)
            .Where(import => import.State != ImportState.Refused && import.State != ImportState.Undone && import.State != ImportState.Cancelled && import.Report != "{}")
            .OrderByDescending(import => import.At).WithoutFiles().FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The import goes from one state to another, unless somebody or something was faster; then it is shown as it stands.</summary>
    public static async Task<Reply> Become(TurnContext turn, ImportRun import, Guid postId, ImportState to, bool replaces, CancellationToken cancellation)
    {
        await MustManage(turn, import, cancellation);
        var (id, from) = (import.Id, import.State);
        var steps = to == ImportState.Undoing ? await turn.Store.Changes.CountAsync(change => change.ImportId == id && change.UndoneAt == null, cancellation) : to == ImportState.Confirmed && from == ImportState.Proposed ? 0 : import.Steps;
        var done = to == ImportState.Undoing || (to == ImportState.Confirmed && from == ImportState.Proposed) ? 0 : import.StepsDone;
        await turn.Store.Imports.Where(row => row.Id == id && row.State == from).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, to).SetProperty(row => row.Steps, steps).SetProperty(row => row.StepsDone, done).SetProperty(row => row.LeaseUntil, Claims.Free), cancellation);
        if (to == ImportState.Cancelled)
            await turn.Store.Imports.Where(row => row.Id == id && row.State == to).ExecuteUpdateAsync(set => set.SetProperty(row => row.File, (byte[]?)null).SetProperty(row => row.Outcomes, (byte[]?)null).SetProperty(row => row.Report, "{}"), cancellation);
        await turn.Store.ShowImport(id, cancellation);
        return Shown(turn, (await Own(turn, id, cancellation))!, postId, replaces);
    }

    /// <summary>Takes a whole import back.</summary>
    public static async Task<Reply> TakeBack(TurnContext turn, Guid id, CancellationToken cancellation) =>
        await Own(turn, id, cancellation) is { } import && MayBeTakenBack(import, turn.Now)
            ? await Become(turn, import, Guid.CreateVersion7(), ImportState.Undoing, replaces: false, cancellation)
            : Replies.Hint(turn, ConversationTexts.TooLongAgo);

    /// <summary>Whether something was entered that can go again.</summary>
    public static bool MayBeTakenBack(ImportRun import, Instant now) => import.State == ImportState.Stopped || (import is { State: ImportState.Done, DoneAt: { } done } && done + UndoWindow > now);

    /// <summary>Refuses whoever does not manage the team any more.</summary>
    public static Task MustManage(TurnContext turn, ImportRun import, CancellationToken cancellation) =>
        TeamChoice.MustManage(turn, turn.Teams.First(team => team.Id == import.TeamId), cancellation);

    private static async Task<List<AccountTeam>> Managed(TurnContext turn, CancellationToken cancellation)
    {
        var managed = new List<AccountTeam>();
        foreach (var team in turn.Teams)
        {
            if (await turn.MayManage(team, cancellation)) managed.Add(team);
        }

        return managed;
    }

    /// <summary>A name that can be shown and stored, whatever the platform says it is.</summary>
    private static string NameOf(string name)
    {
        var shown = string.Concat(name.Where(character => !char.IsControl(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format && !char.IsSurrogate(character))).Trim();
        return shown.Length == 0 ? "import" : shown.Length <= ImportRun.LongestName ? shown : shown[..ImportRun.LongestName];
    }
}

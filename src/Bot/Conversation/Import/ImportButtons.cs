using System.Globalization;
using AccountNudge.Core.Import;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Import;

/// <summary>A button on the card of an import, for whoever sent it.</summary>
internal abstract class ImportAction : ButtonAction
{
    public sealed override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await ImportReplies.Own(turn, value.Subject, cancellation) is not { } import) return Replies.NotThere(turn);
        if (!Fits(import, turn.Now)) return ImportReplies.Shown(turn, import, LiveCard.PostOf(value.Extra) ?? Guid.CreateVersion7(), LiveCard.IsOn(value.Extra));
        return await Press(turn, import, value, cancellation);
    }

    /// <summary>Whether it can be pressed as things are.</summary>
    protected virtual bool Fits(ImportRun import, Instant now) => import.State == ImportState.Proposed;

    protected abstract Task<Reply> Press(TurnContext turn, ImportRun import, ButtonValue value, CancellationToken cancellation);

    protected static Task<Reply> Become(TurnContext turn, ImportRun import, ButtonValue value, ImportState to, CancellationToken cancellation) =>
        ImportReplies.Become(turn, import, LiveCard.PostOf(value.Extra) ?? Guid.CreateVersion7(), to, LiveCard.IsOn(value.Extra), cancellation);
}

/// <summary>[Import], and [Go on] after something went wrong.</summary>
internal sealed class RunImport : ImportAction
{
    public override string Id => "import.run";

    protected override bool Fits(ImportRun import, Instant now) => import.State is ImportState.Proposed or ImportState.Stopped;

    protected override Task<Reply> Press(TurnContext turn, ImportRun import, ButtonValue value, CancellationToken cancellation) => Become(turn, import, value, ImportState.Confirmed, cancellation);
}

/// <summary>[Cancel].</summary>
internal sealed class CancelImport : ImportAction
{
    public override string Id => "import.cancel";

    protected override Task<Reply> Press(TurnContext turn, ImportRun import, ButtonValue value, CancellationToken cancellation) => Become(turn, import, value, ImportState.Cancelled, cancellation);
}

/// <summary>[Take it all back].</summary>
internal sealed class UndoImport : ImportAction
{
    public override string Id => "import.undo";

    protected override bool Fits(ImportRun import, Instant now) => ImportReplies.MayBeTakenBack(import, now);

    protected override Task<Reply> Press(TurnContext turn, ImportRun import, ButtonValue value, CancellationToken cancellation) => Become(turn, import, value, ImportState.Undoing, cancellation);
}

/// <summary>[Columns …].</summary>
internal sealed class OpenColumns : ImportAction
{
    public override string Id => "import.columns";

    public override bool OnlyOpens => true;

    protected override Task<Reply> Press(TurnContext turn, ImportRun import, ButtonValue value, CancellationToken cancellation) => Task.FromResult(Reply.Open(ColumnForm.Of(import, turn.OwnVoice)));
}

/// <summary>Which comes first in the dates of a column.</summary>
internal sealed class ChooseOrder : ImportAction
{
    public override string Id => "import.order";

    protected override async Task<Reply> Press(TurnContext turn, ImportRun import, ButtonValue value, CancellationToken cancellation)
    {
        if (LiveCard.ArgumentOf(value.Extra).Split('-') is not [var at, var first] || !int.TryParse(at, CultureInfo.InvariantCulture, out var index) || !Enum.TryParse<DateOrder>(first, out var order)) return Replies.NotThere(turn);
        if (ImportReport.Of(import).Columns.FirstOrDefault(column => column.Index == index) is not { } asked) return Replies.NotThere(turn);
        var choices = ImportReport.ChoicesOf(import);
        choices[index] = new ColumnChoice(asked.Field, order);
        return await ImportCommand.ReadAgain(turn, import, choices, cancellation);
    }
}

/// <summary>[Every row as a file].</summary>
internal sealed class FetchOutcomes : ImportAction
{
    public override string Id => "import.file";

    public override bool OnlyOpens => false;

    protected override bool Fits(ImportRun import, Instant now) => import.State is ImportState.Proposed or ImportState.Done;

    protected override async Task<Reply> Press(TurnContext turn, ImportRun import, ButtonValue value, CancellationToken cancellation)
    {
        var id = import.Id;
        if (await turn.Store.Imports.Where(row => row.Id == id).Select(row => row.Outcomes).FirstOrDefaultAsync(cancellation) is not { } packed) return Replies.NotThere(turn);
        var name = $"{Path.GetFileNameWithoutExtension(import.FileName)}-{ImportCardTexts.FileSuffix.Plain(turn.OwnVoice)}.csv";
        return Reply.Asker(new Card(ImportCardTexts.HereItIs(name).In(turn.OwnVoice))) with { File = new ReplyFile(name, OutcomeFile.Unpack(packed)) };
    }
}

/// <summary>For which of several teams a file is.</summary>
internal sealed class ChooseImportTeam : ButtonAction
{
    public override string Id => "import.team";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(value.Extra, "N", out var teamId) || turn.Teams.FirstOrDefault(team => team.Id == teamId) is not { } team) return Replies.NotThere(turn);
        var sent = await turn.Store.Imports.FirstOrDefaultAsync(import => import.Id == value.Subject && import.MemberId == turn.Speaker.Id && import.State == ImportState.Proposed && import.File != null, cancellation);
        if (sent is null) return Replies.NotThere(turn);
        await Team.TeamChoice.MustManage(turn, team, cancellation);
        var import = new ImportRun { WorkspaceId = sent.WorkspaceId, TeamId = team.Id, MemberId = sent.MemberId, FileName = sent.FileName, File = sent.File, At = turn.Now };
        turn.Store.Imports.Remove(sent);
        turn.Store.Imports.Add(import);
        await turn.Store.SaveChangesAsync(cancellation);
        await turn.Store.ShowImport(import.Id, cancellation);
        return ImportReplies.Shown(turn, import, Guid.CreateVersion7()) with { AnswersQuestion = true };
    }
}

using System.Globalization;
using System.Text.Json;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Import;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Import;

/// <summary>Says how to send a file, or shows the one that was sent; and takes the form in which columns are given their meaning.</summary>
internal sealed class ImportCommand() : Command(
    new(ImportRun.Kind, CommandGroup.SetUp, new("import", "import"), ImportCardTexts.Does, new($"import", $"import"), ImportCardTexts.Title))
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        if (turn.Turn.Channel.IsDirect && await ImportReplies.Latest(turn, cancellation) is { } latest) return ImportReplies.Shown(turn, latest, Guid.CreateVersion7());
        await TeamChoice.MustManage(turn, turn.Team, cancellation);
        return Reply.Asker(new Card(ImportCardTexts.HowTo.In(turn.OwnVoice), new Paragraph(ImportCardTexts.WhatFirst.In(turn.OwnVoice)), new Note(ImportCardTexts.WhichColumns.In(turn.OwnVoice))));
    }

    public override async Task<Reply?> Take(TurnContext turn, Submitted submitted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(submitted);
        if (!Guid.TryParseExact(submitted.Context, "N", out var id)) return null;
        if (await ImportReplies.Own(turn, id, cancellation) is not { State: ImportState.Proposed } import) return Replies.NotThere(turn);
        var choices = ImportReport.ChoicesOf(import);
        foreach (var column in ImportReport.Of(import).Columns)
        {
            if (Value(ColumnForm.FieldName(column)) is not { } field || !Enum.IsDefined((ImportField)field)) continue;
            choices[column.Index] = new ColumnChoice((ImportField)field, Value(ColumnForm.OrderName(column)) is { } order && Enum.IsDefined((DateOrder)order) ? (DateOrder)order : column.Order);
        }

        return await ReadAgain(turn, import, choices, cancellation);

        int? Value(string name) => submitted.Values.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>The file is read anew with what somebody said of its columns.</summary>
    public static async Task<Reply> ReadAgain(TurnContext turn, ImportRun import, Dictionary<int, ColumnChoice> choices, CancellationToken cancellation)
    {
        await ImportReplies.MustManage(turn, import, cancellation);
        var (id, columns) = (import.Id, JsonSerializer.Serialize(choices));
        await turn.Store.Imports.Where(row => row.Id == id && row.State == ImportState.Proposed)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ImportState.Received).SetProperty(row => row.Columns, columns), cancellation);
        await turn.Store.ShowImport(id, cancellation);
        return Reply.Asker(new Card(ImportCardTexts.Reading(import.FileName).In(turn.OwnVoice)));
    }
}

/// <summary>The form in which the columns of a file are given their meaning.</summary>
internal static class ColumnForm
{
    /// <summary>Columns in one form: Slack shows a hundred fields at most, and a date has two.</summary>
    private const int Most = 45;

    public static string FieldName(ReportedColumn column) => string.Create(CultureInfo.InvariantCulture, $"column{column.Index}");

    public static string OrderName(ReportedColumn column) => string.Create(CultureInfo.InvariantCulture, $"order{column.Index}");

    public static Form Of(ImportRun import, Voice voice)
    {
        var columns = ImportReport.Of(import).Columns.OrderBy(column => column.IsUnknown && column.Header.Length == 0).Take(Most).OrderBy(column => column.Index);
        return new Form(ImportRun.Kind, ImportCardTexts.Title.Plain(voice), [.. columns.SelectMany(column => Fields(column, voice))], ImportCardTexts.ReadAgain.Plain(voice), import.Id.ToString("N"))
        {
            Close = ImportCardTexts.Cancel.Plain(voice),
        };
    }

    private static IEnumerable<Field> Fields(ReportedColumn column, Voice voice)
    {
        var header = column.Header.Length > 0 ? column.Header : ImportCardTexts.Column(column.Index + 1).Plain(voice);
        yield return new Field(FieldName(column), Shortening.Of(header, 70), FieldKind.Choice)
        {
            Required = true,
            Value = Number((int)column.Field),
            Hint = ImportCardTexts.ForExample(column.Example).Plain(voice),
            Choices = [.. Enum.GetValues<ImportField>().Select(field => new FieldChoice(Number((int)field), ImportFieldNames.NameOf(field).Plain(voice)))],
        };
        if (!column.IsAmbiguous && column.Order is null) yield break;
        yield return new Field(OrderName(column), Shortening.Of(ImportCardTexts.WhatFirstIn(header).Plain(voice), 70), FieldKind.Choice)
        {
            Value = column.Order is { } order ? Number((int)order) : "",
            Choices = [new FieldChoice(Number((int)DateOrder.DayFirst), ImportCardTexts.DayFirst.Plain(voice)), new FieldChoice(Number((int)DateOrder.MonthFirst), ImportCardTexts.MonthFirst.Plain(voice))],
        };
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

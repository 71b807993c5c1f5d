using System.Globalization;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Import;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Import;

/// <summary>An import as it stands.</summary>
internal static class ImportCards
{
    public static Card Of(ImportRun import, RenderContext context, Guid postId)
    {
        var (voice, report, name) = (context.Voice, ImportReport.Of(import), import.FileName);
        return import.State switch
        {
            ImportState.Received => new Card(ImportCardTexts.Reading(name).In(voice)),
            ImportState.Proposed => Proposed(import, report, voice, postId),
            ImportState.Refused => new Card(ImportCardTexts.Refused(name).In(voice), new Paragraph((report.Refusal?.ToText() ?? ImportTexts.WentWrong).In(voice))),
            ImportState.Confirmed => new Card(ImportCardTexts.Importing(name).In(voice), Bar(import, voice)),
            ImportState.Done => Done(import, report, context, postId),
            ImportState.Undoing => new Card(ImportCardTexts.TakingBack(name).In(voice), Bar(import, voice)),
            ImportState.Undone => new Card(ImportCardTexts.TakenBack(name).In(voice), report.Kept > 0 ? [new Paragraph(ImportCardTexts.Kept(report.Kept).In(voice))] : []),
            ImportState.Stopped => new Card(
                ImportCardTexts.Stopped(name).In(voice), Bar(import, voice), new Actions([
                    Button("import.run", ImportCardTexts.GoOn, import, postId, voice, ButtonStyle.Primary), Button("import.undo", ImportCardTexts.TakeBack, import, postId, voice)])),
            _ => new Card(ImportCardTexts.Cancelled(name).In(voice)),
        };
    }

    private static Progress Bar(ImportRun import, Voice voice) => new(ImportCardTexts.Progress(import.StepsDone, import.Steps).In(voice), import.StepsDone, Math.Max(1, import.Steps));

    private static Card Proposed(ImportRun import, ImportReport report, Voice voice, Guid postId)
    {
        var parts = new List<CardPart> { new Facts(Counts(report, voice)) };
        parts.AddRange(report.Columns.Where(column => column.IsAmbiguous).Select(column => Ask(import, column, voice, postId)));
        var unknown = report.Columns.Where(column => column.IsUnknown && column.Header.Length > 0).Select(column => column.Header).ToList();
        if (unknown.Count > 0) parts.Add(new Note(ImportCardTexts.Unknown(unknown).In(voice)));
        parts.AddRange(report.First.GroupBy(row => row.Kind).Select(rows => new Fold(ImportCardTexts.Examples(rows.Key, report.Counts.GetValueOrDefault(rows.Key)).In(voice), [.. rows.Select(row => Example(row, voice))])));
        if (report.NewAccounts > 0) parts.Add(new Note(ImportCardTexts.ByAndBy.In(voice)));
        parts.Add(new Note(ImportCardTexts.NothingYet.In(voice)));
        IEnumerable<Button> go = report.HasWork ? [Button("import.run", ImportCardTexts.Import, import, postId, voice, ButtonStyle.Primary)] : [];
        parts.Add(new Actions([
            .. go,
            Button("import.columns", ImportCardTexts.Columns, import, postId, voice),
            Button("import.file", ImportCardTexts.EveryRow, import, postId, voice),
            Button("import.cancel", ImportCardTexts.Cancel, import, postId, voice),
        ]));
        var headline = report.HasWork ? ImportCardTexts.Found(import.FileName, report.NewAccounts, report.NewContacts) : ImportCardTexts.NothingNew(import.FileName);
        return new Card(headline.In(voice), parts);
    }

    private static Card Done(ImportRun import, ImportReport report, RenderContext context, Guid postId)
    {
        var voice = context.Voice;
        var parts = new List<CardPart> { new Facts(Counts(report, voice)) };
        if (ImportReplies.MayBeTakenBack(import, context.Now))
            parts.AddRange([new Note(ImportCardTexts.UndoFor.In(voice)), new Actions([Button("import.undo", ImportCardTexts.TakeBack, import, postId, voice), Button("import.file", ImportCardTexts.EveryRow, import, postId, voice)])]);
        return new Card(ImportCardTexts.Done(import.FileName, report.NewAccounts, report.NewContacts).In(voice), parts);
    }

    private static IReadOnlyList<Fact> Counts(ImportReport report, Voice voice) =>
        [.. report.Counts.Where(count => count.Value > 0).OrderBy(count => count.Key).Select(count => new Fact(ImportTexts.Outcome(count.Key).Plain(voice), ImportCardTexts.Rows(count.Value).In(voice)))];

    private static Section Ask(ImportRun import, ReportedColumn column, Voice voice, Guid postId)
    {
        return new Section(ImportCardTexts.WhichFirst(column.Header, column.Example).In(voice), null, [Order(DateOrder.DayFirst, ImportCardTexts.DayFirst), Order(DateOrder.MonthFirst, ImportCardTexts.MonthFirst)]);

        Button Order(DateOrder order, Text label) =>
            Button("import.order", label, import, postId, voice, argument: string.Create(CultureInfo.InvariantCulture, $"{column.Index}-{(int)order}"));
    }

    /// <summary>Whom a row is about.</summary>
    public static string Who(ReportedRow row) => (row.Contact, row.Account) switch
    {
        ("", var account) => account,
        var (contact, account) => $"{contact}, {account}",
    };

    private static Paragraph Example(ReportedRow row, Voice voice) =>
        new(ImportCardTexts.Row(row.Row, Who(row), [.. row.Remarks.Select(remark => remark.ToText())]).In(voice));

    private static Button Button(string action, Text label, ImportRun import, Guid postId, Voice voice, ButtonStyle style = ButtonStyle.Default, string argument = "") =>
        new(action, label.Plain(voice), ButtonValue.For(import.Id, LiveCard.Extra(postId, argument)).ToString(), style);
}

using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>The speaker is away for some days; whoever stands in is reminded instead.</summary>
internal sealed class AwayCommand() : Command(
    new("away", CommandGroup.LookAfter, new("away", "abwesend"), AbsenceTexts.DoesAway, AbsenceTexts.ExampleAway, AbsenceTexts.TitleAway))
{
    private const int LongestDays = 366;

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new("from", SlotKind.When, AbsenceTexts.From) { Keyword = new("from", "ab|von|vom"), Word = new("DATE", "DATUM"), Hint = AbsenceTexts.FromHint },
        new("until", SlotKind.When, AbsenceTexts.Until) { After = "from", Keyword = new("until|till|to", "bis"), Word = new("DATE", "DATUM"), Hint = AbsenceTexts.UntilHint },
        new("deputy", SlotKind.Member, AbsenceTexts.Deputy) { Keyword = new("deputy|cover", "vertretung"), Hint = AbsenceTexts.DeputyHint },
    ];

    public override bool RunsBare => false;

    /// <summary>A day or a week that is named alone is meant alone; only what has an end and no beginning begins today.</summary>
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (first, last) = (arguments.When("from")?.Date, arguments.When("until")?.Date);
        if ((last ?? first) is not { } until) throw RefusalException.At("from", AbsenceTexts.WhichDays);
        var from = first ?? turn.Today;
        if (until < turn.Today || until < from || Period.DaysBetween(from, until) >= LongestDays) throw RefusalException.At("until", AbsenceTexts.NotThen);
        var deputy = arguments.NameOrNone("deputy");
        if (deputy?.Id == turn.Speaker.Id) throw RefusalException.At("deputy", AbsenceTexts.NotOneself);
        var change = turn.Record(this, arguments, turn.Team);
        var earlier = await turn.Store.Absences.Where(other => other.MemberId == turn.Speaker.Id && other.From <= until && other.Until >= from).ToListAsync(cancellation);
        var kept = earlier.SelectMany(other => Absences.Outside(other, new DateInterval(from, until))).OrderBy(other => other.From).ToList();
        turn.Store.Absences.RemoveRange(earlier);
        turn.Store.Absences.AddRange(kept);
        var absence = new Absence { WorkspaceId = turn.Workspace.Id, MemberId = turn.Speaker.Id, From = from, Until = until, DeputyId = deputy?.Id };
        turn.Store.Absences.Add(absence);
        var member = deputy is null ? null : await turn.Store.Members.FirstOrDefaultAsync(member => member.Id == deputy.Id, cancellation);
        return Absences.Tell(turn, voice => new Card(AbsenceTexts.Away(turn.Speaker.Name, absence, turn.Today).In(voice), [
            new Paragraph((member is null ? AbsenceTexts.EachDeputy : AbsenceTexts.StandsIn(member)).In(voice)),
            .. kept.Select(other => new Paragraph(AbsenceTexts.StaysNoted(other).In(voice))),
            new Note(AbsenceTexts.BackOn(Absences.FirstDayBack(turn, kept.Select(other => other.Until).Append(until).Max())).In(voice)),
            Replies.CorrectOrRemove(change.Id, voice),
        ]));
    }
}

/// <summary>The speaker is back, or will not be away after all.</summary>
internal sealed class BackCommand() : Command(
    new("back", CommandGroup.LookAfter, new("back", "zurück"), AbsenceTexts.DoesBack, AbsenceTexts.ExampleBack))
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var own = await turn.Store.Absences.Where(absence => absence.MemberId == turn.Speaker.Id && absence.Until >= turn.Today).OrderBy(absence => absence.From).ToListAsync(cancellation);
        if (own.FirstOrDefault() is not { } absence) return Replies.Hint(turn, AbsenceTexts.NotAway);
        turn.Record(this, arguments, turn.Team);
        turn.Store.Absences.Remove(absence);
        if (absence.From < turn.Today) turn.Store.Absences.Add(Absences.Part(absence, absence.From, turn.Today.PlusDays(-1)));
        var text = absence.From > turn.Today ? AbsenceTexts.StaysHere(turn.Speaker.Name, absence) : AbsenceTexts.IsBack(turn.Speaker.Name);
        return Absences.Tell(turn, voice => new Card(text.In(voice)));
    }
}

/// <summary>What both have in common.</summary>
internal static class Absences
{
    /// <summary>What is left of an absence outside of some days of it.</summary>
    public static IEnumerable<Absence> Outside(Absence absence, DateInterval days) =>
        new DateInterval(absence.From, absence.Until).Outside(days).Select(left => Part(absence, left.Start, left.End));

    /// <summary>Some days of an absence; whoever stood in for it stands in for them.</summary>
    public static Absence Part(Absence absence, LocalDate from, LocalDate until) =>
        new() { WorkspaceId = absence.WorkspaceId, MemberId = absence.MemberId, From = from, Until = until, DeputyId = absence.DeputyId };

    /// <summary>The first working day after the last day away.</summary>
    public static LocalDate FirstDayBack(TurnContext turn, LocalDate until) => turn.Team.Settings.Calendar(turn.Speaker).WorkingDateOnOrAfter(until.PlusDays(1));

    /// <summary>To everyone in the team's channel; anywhere else to the asker.</summary>
    public static Reply Tell(TurnContext turn, Func<Voice, Card> card) => TeamChoice.Tell(turn, turn.Team, card);
}

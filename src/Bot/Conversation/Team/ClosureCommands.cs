using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>Notes days on which the team is closed.</summary>
internal sealed class CloseTeam() : TeamCommand(
    new("team.closed", CommandGroup.SetUp, new("team closed|team closure", "team betriebsferien|team geschlossen"), TeamTexts.DoesClosed, TeamTexts.ExampleClosed, TeamTexts.TitleClosed))
{
    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new("from", SlotKind.When, TeamTexts.FirstDay) { Required = true, Word = new("DAY", "TAG") },
        new("until", SlotKind.When, TeamTexts.LastDay) { After = "from", Keyword = new("to|until|till", "bis"), Word = new("DAY", "TAG") },
    ];

    protected override async Task<Reply> Run(TurnContext turn, AccountTeam team, Arguments arguments, CancellationToken cancellation)
    {
        await TeamChoice.MustManage(turn, team, cancellation);
        var from = arguments.When("from")!.Value.Date;
        var closure = new Closure(from, arguments.When("until")?.Date ?? from);
        if (!ClosureText.IsSound(closure)) throw RefusalException.At("until", TeamTexts.Backwards);
        var settings = team.Settings with { Closures = [.. team.Settings.Closures.Where(other => other != closure && other.Until >= turn.Today).Append(closure).OrderBy(other => other.From)] };
        if (!WorkingTime.Remains(settings, turn.Now)) throw RefusalException.At("until", TeamTexts.NoWorkingTime);
        turn.Record(this, arguments, team);
        team.Settings = settings;
        return TeamChoice.Tell(turn, team, voice => new Card(TeamTexts.ClosedNow(ClosureText.Write(closure, voice.Language)).In(voice), new Note(turn.Speaker.Name)));
    }
}

/// <summary>Opens days on which the team would be closed; the other days of a closure stay closed.</summary>
internal sealed class OpenTeam() : TeamCommand(
    new("team.open", CommandGroup.SetUp, new("team open", "team offen|team geöffnet"), TeamTexts.DoesOpen, TeamTexts.ExampleOpen, TeamTexts.TitleOpen))
{
    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new("day", SlotKind.When, TeamTexts.FirstDay) { Required = true, Word = new("DAY", "TAG") },
        new("until", SlotKind.When, TeamTexts.LastDay) { After = "day", Keyword = new("to|until|till", "bis"), Word = new("DAY", "TAG"), Hint = TeamTexts.OneDay },
    ];

    protected override async Task<Reply> Run(TurnContext turn, AccountTeam team, Arguments arguments, CancellationToken cancellation)
    {
        await TeamChoice.MustManage(turn, team, cancellation);
        var from = arguments.When("day")!.Value.Date;
        var until = arguments.When("until")?.Date ?? from;
        if (until < from) throw RefusalException.At("until", TeamTexts.Backwards);
        var closed = team.Settings.Closures.Where(closure => closure.From <= until && from <= closure.Until).ToList();
        if (closed.Count == 0) throw RefusalException.At("day", TeamTexts.NotClosed);
        var left = closed.SelectMany(closure => new DateInterval(closure.From, closure.Until).Outside(new DateInterval(from, until))).Select(days => new Closure(days.Start, days.End)).ToList();
        turn.Record(this, arguments, team);
        team.Settings = team.Settings with { Closures = [.. team.Settings.Closures.Except(closed).Concat(left).OrderBy(closure => closure.From)] };
        var opened = closed.Select(closure => new Closure(LocalDate.Max(closure.From, from), LocalDate.Min(closure.Until, until)));
        return TeamChoice.Tell(turn, team, voice => new Card(TeamTexts.OpenNow(ClosureText.Write(opened, voice.Language)).In(voice), [
            .. left.Count == 0 ? [] : new[] { new Paragraph(TeamTexts.StillClosed(ClosureText.Write(left, voice.Language)).In(voice)) },
            new Note(turn.Speaker.Name),
        ]));
    }
}

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
        if (!ClosureText.IsSound(closure)) throw Refusal(TeamTexts.Backwards);
        var settings = team.Settings with { Closures = [.. team.Settings.Closures.Where(other => other != closure && other.Until >= turn.Today).Append(closure).OrderBy(other => other.From)] };
        if (!WorkingTime.Remains(settings, turn.Now)) throw Refusal(TeamTexts.NoWorkingTime);
        turn.Record(this, arguments, team);
        team.Settings = settings;
        return TeamChoice.Tell(turn, team, voice => new Card(TeamTexts.ClosedNow(ClosureText.Write(closure, voice.Language)).In(voice), new Note(turn.Speaker.Name)));
    }

    private static RefusalException Refusal(Text reason) => new(reason) { Fields = new Dictionary<string, Text> { ["until"] = reason } };
}

/// <summary>Takes a closure back.</summary>
internal sealed class OpenTeam() : TeamCommand(
    new("team.open", CommandGroup.SetUp, new("team open", "team offen|team geöffnet"), TeamTexts.DoesOpen, TeamTexts.ExampleOpen, TeamTexts.TitleOpen))
{
    public override IReadOnlyList<Slot> Slots { get; } = [new("day", SlotKind.When, TeamTexts.OpenDay) { Required = true, Word = new("DAY", "TAG") }];

    protected override async Task<Reply> Run(TurnContext turn, AccountTeam team, Arguments arguments, CancellationToken cancellation)
    {
        await TeamChoice.MustManage(turn, team, cancellation);
        var day = arguments.When("day")!.Value.Date;
        var gone = team.Settings.Closures.Where(closure => closure.From <= day && day <= closure.Until).ToList();
        if (gone.Count == 0) throw new RefusalException(TeamTexts.NotClosed) { Fields = new Dictionary<string, Text> { ["day"] = TeamTexts.NotClosed } };
        turn.Record(this, arguments, team);
        team.Settings = team.Settings with { Closures = [.. team.Settings.Closures.Except(gone)] };
        return TeamChoice.Tell(turn, team, voice => new Card(TeamTexts.OpenNow(ClosureText.Write(gone, voice.Language)).In(voice), new Note(turn.Speaker.Name)));
    }
}

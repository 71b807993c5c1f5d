using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Hints;

/// <summary>Shows which hints a team wants, with a button to turn each on or off.</summary>
internal sealed class ShowHints() : TeamCommand(
    new("hints", CommandGroup.SetUp, new("hints|suggestions", "hinweise|vorschläge"), HintSettingTexts.DoesShow, HintSettingTexts.ExampleShow))
{
    public override bool FoundsTeam => false;

    protected override async Task<Reply> Run(TurnContext turn, AccountTeam team, Arguments arguments, CancellationToken cancellation) =>
        Reply.Asker(await Card(turn, team, cancellation));

    /// <summary>Each hint as it stands.</summary>
    public static async Task<Card> Card(TurnContext turn, AccountTeam team, CancellationToken cancellation)
    {
        var (voice, terms) = (turn.OwnVoice, TeamTerms.Of(turn, team));
        var mayManage = await turn.MayManage(team, cancellation);
        var facts = new[] { Settings.HintDays, Settings.HintsPerMorning, Settings.VisitMonths }.Select(setting => new Fact(setting.Slot.Label.Plain(voice), SettingChange.Shown(setting, terms, voice)));
        return new Card(HintSettingTexts.HintsOf(team.Name).In(voice), [
            new Facts([.. facts]),
            .. HintSwitches.Kinds.Select(kind => new Section(HintSettingTexts.Stands(PracticeViews.Of(kind).Noun, team.Settings.Suggests(kind)).In(voice), null, mayManage ? [HintSwitched.Button(team, kind, voice)] : [])),
            new Note((mayManage ? HintSettingTexts.PerClient(turn.Turn.Call) : ManagerTexts.OnlyManagers(await TeamChoice.Managers(turn, team, cancellation))).In(voice)),
        ]);
    }
}

/// <summary>Turns a kind of hint on or off: for the team, which is for managers to say, or for one client.</summary>
internal sealed class SwitchHint() : Command(
    new("hint", CommandGroup.SetUp, new("hint|suggestion", "hinweis|vorschlag"), HintSettingTexts.Does, HintSettingTexts.Example, HintSettingTexts.Title))
{
    private static readonly Slot Hint = new("hint", SlotKind.Choice, HintSettingTexts.WhichLabel)
    {
        Required = true,
        Word = new("HINT", "HINWEIS"),
        Choices = [.. HintSwitches.Kinds.Select(kind => new SlotChoice(kind, PracticeViews.Of(kind).Called, PracticeViews.Of(kind).Noun))],
    };

    private static readonly Slot State = HintSwitches.State with { Name = "state", Required = true, Word = new("on/off", "an/aus") };
    private static readonly Slot Account = new("account", SlotKind.Account, HintSettingTexts.AccountLabel) { Keyword = new("for|at", "bei|für"), Hint = HintSettingTexts.AccountHint };

    public override IReadOnlyList<Slot> Slots { get; } = [Hint, State, Account];

    /// <summary>What is said to it of a kind of hint, as though it had been typed.</summary>
    public static Arguments Given(string kind, string state) =>
        new(new Dictionary<string, object>(), new Dictionary<string, string> { [Hint.Name] = kind, [State.Name] = state });

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (kind, isOn) = (arguments.Choice(Hint.Name)!, arguments.Choice(State.Name) == HintSwitches.On);
        if (arguments.NameOrNone(Account.Name) is { } name) return await ForClient(turn, arguments, await turn.Account(name, cancellation), kind, isOn, cancellation);
        return TeamChoice.Of(turn) is { } team
            ? await SettingChange.Make(turn, team, this, arguments, (HintSwitches.Of(kind), isOn ? HintSwitches.On : HintSwitches.Off), cancellation)
            : TeamChoice.Ask(turn, this, arguments);
    }

    private async Task<Reply> ForClient(TurnContext turn, Arguments arguments, Account account, string kind, bool isOn, CancellationToken cancellation)
    {
        var never = await turn.Store.HintAnswers.Where(answer => answer.AccountId == account.Id && answer.Kind == kind && answer.Reply == HintReply.NotForClient).ToListAsync(cancellation);
        var (voice, noun) = (turn.OwnVoice, PracticeViews.Of(kind).Noun);
        if (never.Count > 0 != isOn) return Reply.Asker(new Card(HintSettingTexts.ForClient(noun, account.Name, isOn).In(voice), new Note(TeamTexts.SetAlready.In(voice))));
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        if (isOn) turn.Store.HintAnswers.RemoveRange(never);
        else turn.Store.HintAnswers.Add(HintAnswered.New(turn, account, kind, HintReply.NotForClient));
        return Reply.Asker(new Card(HintSettingTexts.ForClient(noun, account.Name, isOn).In(voice), new Actions([Replies.Remove(change.Id, voice)])));
    }
}

/// <summary>[Turn on] and [Turn off] in the list of hints.</summary>
internal sealed class HintSwitched : ButtonAction
{
    public const string ActionId = "hint.switch";

    public override string Id => ActionId;

    public static Button Button(AccountTeam team, string kind, Voice voice)
    {
        var turnOn = !team.Settings.Suggests(kind);
        return new Button(ActionId, HintSettingTexts.Turn(turnOn).Plain(voice), ButtonValue.For(team.Id, $"{kind}:{(turnOn ? HintSwitches.On : HintSwitches.Off)}").ToString());
    }

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (value.Extra.Split(':') is not [var kind, var state] || !HintSwitches.Kinds.Contains(kind) || turn.Teams.FirstOrDefault(team => team.Id == value.Subject) is not { } team) return Replies.NotThere(turn);
        await TeamChoice.MustManage(turn, team, cancellation);
        var before = TeamTerms.Of(turn, team);
        var after = Setting.Apply(before, [(HintSwitches.Of(kind), state)], turn);
        turn.Record(turn.Registry.Commands.OfType<SwitchHint>().Single(), SwitchHint.Given(kind, state), team);
        after.Set(turn, team);
        return Reply.Asker(await ShowHints.Card(turn, team, cancellation)) with { Replaces = true };
    }
}

/// <summary>The words of what a team wants suggested.</summary>
internal static class HintSettingTexts
{
    public static readonly Text DoesShow = new($"shows which hints the team wants", $"zeigt, welche Hinweise das Team möchte");
    public static readonly Text ExampleShow = new($"hints", $"hinweise");
    public static readonly Text Does = new($"turns a kind of hint on or off, for the team or one client", $"schaltet eine Art Hinweis an oder aus, fürs Team oder einen Kunden");
    public static readonly Text Example = new($"hint visit off for Acme", $"hinweis besuch aus bei Weber");
    public static readonly Text Title = new($"Turn a hint on or off", $"Hinweis an oder aus");
    public static readonly Text WhichLabel = new($"Which hint?", $"Welcher Hinweis?");
    public static readonly Text AccountLabel = new($"Only for one client", $"Nur bei einem Kunden");
    public static readonly Text AccountHint = new($"Left empty it’s for the whole team; that’s for managers to say.", $"Ohne Angabe fürs ganze Team; das kann nur die Leitung.");

    public static Text HintsOf(string team) => new($"Hints · {team}", $"Hinweise · {team}");

    public static Text Stands(Text noun, bool isOn) => isOn ? new($"{noun}: on", $"{noun}: an") : new($"{noun}: off", $"{noun}: aus");

    public static Text Turn(bool on) => on ? new($"Turn on", $"Anschalten") : new($"Turn off", $"Ausschalten");

    public static Text PerClient(string call) => new(
        $"For one client: “{call}hint visit off for NAME”, and “on” to allow it again.",
        $"Bei einem einzelnen Kunden: „{call}hinweis besuch aus bei NAME“, mit „an“ wieder erlauben.");

    public static Text ForClient(Text noun, string account, bool isOn) => isOn
        ? new($"Turned on for {account}: {noun}", $"Bei {account} eingeschaltet: {noun}")
        : new($"Turned off for {account}: {noun}", $"Bei {account} ausgeschaltet: {noun}");
}

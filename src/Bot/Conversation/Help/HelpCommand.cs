using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Help;

/// <summary>What the bot can do, drawn from what the commands declare.</summary>
internal sealed class HelpCommand() : Command(
    new("help", CommandGroup.Ask, new("help|commands|?", "hilfe|befehle"), HelpTexts.Does, HelpTexts.Example, HelpTexts.Title))
{

    /// <summary>What the help shows first.</summary>
    internal static readonly string[] MostUseful = ["log", "complaint", "today", "brief", "undo", "settings"];

    public override bool NeedsTeam => false;

    public override IReadOnlyList<Slot> Slots { get; } = [new("about", SlotKind.Phrase, HelpTexts.About) { Word = new("command", "befehl") }];

    public override Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (voice, commands, typed) = (turn.OwnVoice, turn.Registry.Commands, arguments.Text("about"));
        if (typed.Length == 0) return Told(Overview(HelpTexts.Headline, turn));
        if (GroupOf(typed) is { } group) return Told(HelpPages.Of(group, turn));
        return Find(typed, commands) switch
        {
            [] => Told(Overview(HelpTexts.Unknown(Shortening.Typed(typed)), turn)),
            [var command] => Told(One(command, turn)),
            var several => Told(new Card(HelpTexts.Several(Shortening.Typed(typed)).In(voice), HelpPages.Listed(several, voice))),
        };
    }

    private static CommandGroup? GroupOf(string typed)
    {
        foreach (var group in Enum.GetValues<CommandGroup>())
        {
            if (((Voice[])[Voice.English, Voice.German]).Any(voice => TextFolding.Of(HelpTexts.Group(group).Plain(voice)) == TextFolding.Of(typed))) return group;
        }

        return null;
    }

    /// <summary>The command of these words, or all that begin with them.</summary>
    private static List<Command> Find(string typed, IReadOnlyList<Command> commands)
    {
        var words = Token.Of(typed).Select(token => token.Word).ToArray();
        var spelled = commands.Select(command => (Command: command, Spellings: Phrases.Spellings(command.Words.Phrase))).ToList();
        var exact = spelled.Where(pair => pair.Spellings.Any(spelling => spelling.SequenceEqual(words))).Select(pair => pair.Command).ToList();
        return exact.Count > 0 ? exact : [.. spelled.Where(pair => pair.Spellings.Any(spelling => spelling.Take(words.Length).SequenceEqual(words))).Select(pair => pair.Command)];
    }

    /// <summary>One command: how it is typed, what it does, what there is to choose from, and a line to copy.</summary>
    private static Card One(Command command, TurnContext turn)
    {
        var voice = turn.OwnVoice;
        var choices = command.Slots.Where(slot => slot.Kind == SlotKind.Choice)
            .Select(slot => new Fact(slot.Label.Plain(voice), string.Join(", ", slot.Choices.Select(choice => Phrases.First(choice.Spellings, voice.Language))))).ToList();
        return new Card(new RichText([new Strong(turn.Turn.Call + Usage.Of(command, voice.Language))]), [
            new Paragraph(command.Words.Does.In(voice)),
            .. choices.Count > 0 ? new CardPart[] { new Facts(choices) } : [],
            new Note(ConversationTexts.ForExample(turn.Turn.Call, command.Words.Example).In(voice)),
        ]);
    }

    /// <summary>One screen: what is used most, and a button for each group.</summary>
    private static Card Overview(Text headline, TurnContext turn)
    {
        var voice = turn.OwnVoice;
        var useful = MostUseful.Select(turn.Registry.Find).OfType<Command>().ToList();
        return new Card(headline.In(voice), HelpPages.Listed(useful, voice), HelpPages.Groups(turn), new Note(HelpTexts.More(turn.Turn.Call).In(voice)));
    }

    private static Task<Reply> Told(Card card) => Task.FromResult(Reply.Asker(card));
}

/// <summary>The commands by group.</summary>
internal static class HelpPages
{
    /// <summary>All commands of a group, and the way to the others.</summary>
    public static Card Of(CommandGroup group, TurnContext turn)
    {
        var (voice, commands) = (turn.OwnVoice, turn.Registry.Commands.Where(command => command.Words.Group == group));
        var sorted = commands.OrderBy(command => Phrases.First(command.Words.Phrase, voice.Language), StringComparer.Create(voice.Culture, ignoreCase: true));
        return new Card(HelpTexts.Group(group).In(voice), Listed([.. sorted], voice), Groups(turn), new Note(HelpTexts.More(turn.Turn.Call).In(voice)));
    }

    public static Actions Groups(TurnContext turn) => new([.. turn.Registry.Commands.Select(command => command.Words.Group).Distinct().Order()
        .Select(group => new Button(ShowGroup.ActionId, HelpTexts.Group(group).Plain(turn.OwnVoice), ButtonValue.For(turn.Workspace.Id, group.ToString()).ToString()))]);

    public static Facts Listed(IReadOnlyList<Command> commands, Voice voice) => new([.. commands.Select(command => new Fact(Usage.Of(command, voice.Language), command.Words.Does.In(voice)))]);
}

/// <summary>[Tell me], [Ask me] and the other groups; the page takes the place of the one before.</summary>
internal sealed class ShowGroup : ButtonAction
{
    public const string ActionId = "help.group";

    public override string Id => ActionId;

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        Task.FromResult(Enum.TryParse<CommandGroup>(value.Extra, out var group) && Enum.IsDefined(group) ? Reply.Asker(HelpPages.Of(group, turn)) with { AnswersQuestion = true } : Replies.NotThere(turn));
}

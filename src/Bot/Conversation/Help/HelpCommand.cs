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
        if (typed.Length == 0) return Told(Overview(HelpTexts.Headline, commands, voice));
        return Find(typed, commands) switch
        {
            [] => Told(Overview(HelpTexts.Unknown(Shown(typed)), commands, voice)),
            [var command] => Told(One(command, voice)),
            var several => Told(new Card(HelpTexts.Several(Shown(typed)).In(voice), Listed(several, voice))),
        };
    }

    /// <summary>The command of these words, or all that begin with them.</summary>
    private static List<Command> Find(string typed, IReadOnlyList<Command> commands)
    {
        var words = Token.Of(typed).Select(token => token.Word).ToArray();
        var spelled = commands.Select(command => (Command: command, Spellings: Phrases.Spellings(command.Words.Phrase))).ToList();
        var exact = spelled.Where(pair => pair.Spellings.Any(spelling => spelling.SequenceEqual(words))).Select(pair => pair.Command).ToList();
        return exact.Count > 0 ? exact : [.. spelled.Where(pair => pair.Spellings.Any(spelling => spelling.Take(words.Length).SequenceEqual(words))).Select(pair => pair.Command)];
    }

    private static Card One(Command command, Voice voice) => new(
        new RichText([new Strong(Usage.Of(command, voice.Language))]),
        new Paragraph(command.Words.Does.In(voice)),
        new Note(ConversationTexts.ForExample(command.Words.Example).In(voice)));

    private static Card Overview(Text headline, IReadOnlyList<Command> commands, Voice voice)
    {
        var useful = MostUseful.Select(id => commands.FirstOrDefault(command => command.Words.Id == id)).OfType<Command>().ToList();
        var parts = new List<CardPart>();
        if (useful.Count > 0) parts.Add(Listed(useful, voice));
        foreach (var group in commands.Except(useful).GroupBy(command => command.Words.Group).OrderBy(group => group.Key))
            parts.Add(new Fold(HelpTexts.Group(group.Key).In(voice), [Listed([.. group.OrderBy(command => Phrases.First(command.Words.Phrase, voice.Language), StringComparer.Create(voice.Culture, ignoreCase: true))], voice)]));
        parts.Add(new Note(HelpTexts.More.In(voice)));
        return new Card(headline.In(voice), parts);
    }

    private static Facts Listed(List<Command> commands, Voice voice) => new([.. commands.Select(command => new Fact(Usage.Of(command, voice.Language), command.Words.Does.In(voice)))]);

    private static string Shown(string typed) => typed.Length > 40 ? typed[..40] + "…" : typed;

    private static Task<Reply> Told(Card card) => Task.FromResult(Reply.Asker(card));
}

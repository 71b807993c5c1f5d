using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Plans;
using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>Answers lines that begin with no command: a name, small talk, a question, a sentence. Nothing is recorded before a button is pressed.</summary>
internal static class OwnWords
{
    private const int Typo = 80;
    private const int SureTypo = 90;
    private const int MostWordsOfName = 3;
    private const int LeastWordsOfSentence = 4;
    private const int MostClients = 4;

    /// <summary>The answer where a line is better taken as own words than as the command it was read as; else null.</summary>
    public static async Task<Reply?> Answer(TurnContext turn, Reading reading, string typed, CancellationToken cancellation)
    {
        if (reading is UnknownCommand unknown) return await OfNoCommand(turn, unknown, typed, cancellation);
        if (reading is not Understood { Arguments.Raw.Count: 0 } && SmallTalk.Of(typed) is { } said) return Chat(turn, said);
        if (!MayBeSentence(reading, typed)) return null;
        var sentence = await Read(turn, typed, cancellation);
        return IsSentence(reading, sentence, HasColon(typed)) ? await OfSentence(turn, sentence, cancellation) : null;
    }

    /// <summary>Proposes the note that a sentence tells of: a card, with a draft behind each of its buttons.</summary>
    public static async Task<Reply> Propose(TurnContext turn, Dictionary<string, string> raw, CancellationToken cancellation)
    {
        var (voice, names) = (turn.OwnVoice, await turn.Names(cancellation));
        var log = Log(turn);
        var note = turn.KeepDraft(log, raw);
        var token = Guid.NewGuid();
        var isComplaint = Says(SentenceWords.Complaining, raw[LogSlots.Words.Name]);
        var buttons = new List<Button> { Drafts.Run(note, OwnWordsTexts.NoteIt, voice, token, isComplaint ? ButtonStyle.Default : ButtonStyle.Primary) };
        if (turn.Registry.Find("complaint") is { } complaint)
        {
            var draft = turn.KeepDraft(complaint, Fitting(complaint, raw));
            buttons.Insert(isComplaint ? 0 : 1, Drafts.Run(draft, OwnWordsTexts.IsComplaint, voice, token, isComplaint ? ButtonStyle.Primary : ButtonStyle.Default));
        }

        if (turn.Registry.Find("promise") is { } promise) buttons.Add(Drafts.OpenForm(turn.KeepDraft(promise, Promised(turn, promise, raw)), OwnWordsTexts.IsPromise, voice));
        buttons.Add(Drafts.OpenForm(note, OwnWordsTexts.Change, voice));
        var headline = OwnWordsTexts.ShallNote(Who(raw, names), LogTexts.InShort(raw, turn.Today));
        return Reply.Asker(new Card(headline.In(voice), new Quote(raw[LogSlots.Words.Name]), new Actions(buttons)));
    }

    /// <summary>Proposes to keep in mind what a sentence says we promised, or to note it all the same; null where it tells of no promise of ours.</summary>
    private static async Task<Reply?> ProposePromise(TurnContext turn, Sentence sentence, Dictionary<string, string> raw, CancellationToken cancellation)
    {
        var (voice, names) = (turn.OwnVoice, await turn.Names(cancellation));
        if (turn.Registry.Find("promise") is not { } promise || !SentenceReader.Promises(sentence.Text)) return null;
        var given = Promised(turn, promise, raw);
        var (draft, token) = (turn.KeepDraft(promise, given), Guid.NewGuid());
        // What is missing, its form asks for.
        var take = promise.Slots.Where(slot => slot.Required).All(slot => given.ContainsKey(slot.Name))
            ? Drafts.Run(draft, OwnWordsTexts.IsPromise, voice, token, ButtonStyle.Primary)
            : Drafts.OpenForm(draft, OwnWordsTexts.IsPromise, voice, ButtonStyle.Primary);
        return Reply.Asker(new Card(OwnWordsTexts.ShallKeepPromise(Who(raw, names)).In(voice), new Quote(sentence.Text), new Actions([
            take,
            Drafts.Run(turn.KeepDraft(Log(turn), raw), OwnWordsTexts.OnlyNote, voice, token),
            Drafts.OpenForm(draft, OwnWordsTexts.Change, voice),
        ])));
    }

    /// <summary>What fits a promise, with the day by which it is due where the words name one.</summary>
    private static Dictionary<string, string> Promised(TurnContext turn, Command promise, Dictionary<string, string> raw)
    {
        var given = Fitting(promise, raw);
        if (promise.Slots.FirstOrDefault(slot => slot is { Kind: SlotKind.When, Required: true }) is { } due && SentenceReader.Due(raw[LogSlots.Words.Name], due, turn.LocalNow, turn.Calendar) is { } day)
            given[due.Name] = Given.Write(day);
        return given;
    }

    /// <summary>Proposes to plan the talk that a sentence says is to come, or to note it all the same; null where it says of none.</summary>
    private static async Task<Reply?> ProposePlan(TurnContext turn, Sentence sentence, Dictionary<string, string> raw, CancellationToken cancellation)
    {
        var (voice, names) = (turn.OwnVoice, await turn.Names(cancellation));
        if (turn.Registry.Commands.OfType<PlanCommand>().SingleOrDefault() is not { } plan) return null;
        if (SentenceReader.Planned(sentence.Text, plan, names, turn.LocalNow, turn.Calendar) is not { } planned) return null;
        var given = new Dictionary<string, string>(planned, StringComparer.Ordinal) { [CommonSlots.Account.Name] = raw[CommonSlots.Account.Name], [PlanSlots.For.Name] = sentence.Text };
        if (raw.TryGetValue(LogSlots.Contact.Name, out var contact)) given[PlanSlots.Contact.Name] = contact;
        var (draft, token) = (turn.KeepDraft(plan, given), Guid.NewGuid());
        return Reply.Asker(new Card(OwnWordsTexts.ShallPlan(Who(raw, names), PlanTexts.InShort(given, turn.Zone, turn.Now)).In(voice), new Quote(sentence.Text), new Actions([
            Drafts.Run(draft, OwnWordsTexts.PlanIt, voice, token, ButtonStyle.Primary),
            Drafts.Run(turn.KeepDraft(Log(turn), raw), OwnWordsTexts.OnlyNote, voice, token),
            Drafts.OpenForm(draft, OwnWordsTexts.Change, voice),
        ])));
    }

    /// <summary>What is wanted where something is said of a client's person, such as that they have left; null where nothing of the kind is.</summary>
    private static async Task<Reply?> ProposeOfPerson(TurnContext turn, Sentence sentence, Dictionary<string, string> raw, CancellationToken cancellation)
    {
        var person = sentence.People is [{ IsGone: false } only] ? only : null;
        if (person is null && sentence.People.Count > 0) return null;
        var (voice, names) = (turn.OwnVoice, await turn.Names(cancellation));
        var said = turn.Registry.Commands.FirstOrDefault(command => command is IProposedOfPerson of && (person is not null || of.AlsoOfClient) && of.Given(sentence.Text) is not null && SentenceReader.SaysHint(sentence.Text, command, names, turn.LocalNow, turn.Calendar));
        if (said is not IProposedOfPerson proposed) return null;
        var given = new Dictionary<string, string>(proposed.Given(sentence.Text)!, StringComparer.Ordinal) { [proposed.Person.Name] = person?.Id.ToString("N") ?? raw[CommonSlots.Account.Name] };
        var (draft, token) = (turn.KeepDraft(said, given), Guid.NewGuid());
        // What is missing, its form asks for.
        var isWhole = said.Slots.Where(slot => slot.Required).All(slot => given.ContainsKey(slot.Name));
        return Reply.Asker(new Card(proposed.Question(Who(raw, names)).In(voice), new Quote(sentence.Text), new Actions([
            isWhole
                ? new Button("draft.run", proposed.Answer.Plain(voice), new ButtonValue(draft.Id, token).ToString(), ButtonStyle.Primary)
                : new Button("draft.form", proposed.Answer.Plain(voice), ButtonValue.For(draft.Id).ToString(), ButtonStyle.Primary),
            new Button("draft.run", OwnWordsTexts.OnlyNote.Plain(voice), new ButtonValue(turn.KeepDraft(Log(turn), raw).Id, token).ToString()),
            new Button("draft.form", OwnWordsTexts.Change.Plain(voice), ButtonValue.For(draft.Id).ToString()),
        ])));
    }

    private static async Task<Reply> OfNoCommand(TurnContext turn, UnknownCommand unknown, string typed, CancellationToken cancellation)
    {
        if (SmallTalk.Of(typed) is { } said) return Chat(turn, said);
        var wanted = SmallTalk.Without(typed);
        if (wanted.Length < typed.Length) return await Routing.Type(turn, wanted, cancellation);
        var name = await Name(turn, typed, cancellation);
        if (name is Understood or SeveralNames) return await Routing.Follow(turn, name, cancellation);
        var sentence = await Read(turn, typed, cancellation);
        var isTypo = unknown.Nearest is [{ Likeness: >= Typo }, ..];
        if (!isTypo && sentence is { Accounts: [], IsQuestion: false } && await WaitingQuestion.Answer(turn, typed, cancellation) is { } answered) return answered;
        if (!isTypo && sentence is { Accounts: [], TellsSomething: false } && name is UnknownName { Suggestions.Count: > 0 } && Words(typed) <= MostWordsOfName) return await Routing.Follow(turn, name, cancellation);
        var isAbout = sentence.Accounts.Count > 0 || sentence.TellsSomething || (unknown.Nearest.Count == 0 && Words(typed) >= LeastWordsOfSentence);
        // "Der Kunde ist sauer" looks like "wieder Kunde", and is not.
        var tells = sentence.TellsOfTalk || (sentence.TellsSomething && unknown.Nearest is [{ Likeness: < SureTypo }, ..]);
        return isAbout && (!isTypo || tells) ? await OfSentence(turn, sentence, cancellation) : await OfNearest(turn, unknown, typed, cancellation);
    }

    /// <summary>The line read as a name or a number alone, whose brief is wanted; null when briefs there are none.</summary>
    private static async Task<Reading?> Name(TurnContext turn, string typed, CancellationToken cancellation)
    {
        if (turn.Registry.Find("brief") is not { } brief) return null;
        var line = $"{Phrases.First(brief.Words.Phrase, Language.English)} {Pasted.Number(typed.TrimEnd('?', '!', '.', ':', ' '))}";
        return CommandReader.Read(line, turn.Registry.Commands, await turn.Names(cancellation), turn.LocalNow, turn.Calendar);
    }

    private static async Task<Reply> OfSentence(TurnContext turn, Sentence sentence, CancellationToken cancellation)
    {
        if (sentence.IsQuestion) return await OfQuestion(turn, sentence, cancellation);
        var raw = Raw(sentence);
        switch (sentence.Accounts)
        {
            case [_]:
                return await ProposeOfPerson(turn, sentence, raw, cancellation) ?? await ProposePromise(turn, sentence, raw, cancellation)
                    ?? await ProposePlan(turn, sentence, raw, cancellation) ?? await Propose(turn, raw, cancellation);
            case []:
                if (sentence.Unknown is null) return AskForClient(turn, raw, OwnWordsTexts.WhichClient, await Latest(turn, cancellation));
                var known = await turn.Names(cancellation);
                // Within its sentence the name is nobody's; where a part of it is somebody's, it is asked about.
                return FormReader.Read(Log(turn), raw, known, turn.LocalNow, turn.Calendar) switch
                {
                    UnknownName unknown => await Drafting.OfferToCreate(turn, unknown, "", cancellation, OwnWordsTexts.WouldNote, LogTexts.InShort(raw, turn.Today)),
                    Filled filled => AskForClient(turn, raw, OwnWordsTexts.WhichClient, [filled.Arguments.Name(CommonSlots.Account.Name)]),
                    _ => await Drafting.Continue(turn, Log(turn), raw, cancellation),
                };
            default:
                var names = await turn.Names(cancellation);
                var several = sentence.Accounts.Select(named => names.First(name => name.Kind == NameKind.Account && name.Id == named.AccountId));
                return AskForClient(turn, raw, OwnWordsTexts.WhichOfThem, [.. several.Take(MostClients)]);
        }
    }

    /// <summary>A question about somebody known is answered with all there is.</summary>
    private static async Task<Reply> OfQuestion(TurnContext turn, Sentence sentence, CancellationToken cancellation)
    {
        if (sentence.Accounts.Count == 0 || turn.Registry.Find("brief") is not { } brief) return Suggest(turn, OwnWordsTexts.NoAnswer);
        var slot = brief.Slots[0];
        IReadOnlyList<KnownName> named = sentence is { People: [var person], Accounts.Count: 1 } ? [person] : sentence.Accounts;
        var raw = named.Count == 1 ? new Dictionary<string, string> { [slot.Name] = named[0].Id.ToString("N") } : [];
        if (named.Count == 1) return await Drafting.Continue(turn, brief, raw, cancellation);
        return Drafting.Ask(turn, new SeveralNames(brief, raw, slot, named[0].Name, named), "", await turn.Names(cancellation), OwnWordsTexts.WhichOfThem);
    }

    /// <summary>The nearest commands, with everything that was typed, to run at a press.</summary>
    private static async Task<Reply> OfNearest(TurnContext turn, UnknownCommand unknown, string typed, CancellationToken cancellation)
    {
        var headline = ConversationTexts.UnknownCommand(Shortening.Typed(unknown.Typed));
        if (unknown.Nearest.Count == 0) return Suggest(turn, headline);
        var names = await turn.Names(cancellation);
        var buttons = new List<Button>();
        foreach (var near in unknown.Nearest)
        {
            var (action, raw) = CommandReader.Read(near.Line, turn.Registry.Commands, names, turn.LocalNow, turn.Calendar) switch
            {
                Understood understood when understood.Command == near.Command => (Drafts.RunAction, understood.Arguments.Raw),
                UnknownName open => (Drafts.RunAction, open.Raw),
                SeveralNames open => (Drafts.RunAction, open.Raw),
                NotUnderstood partly => (Drafts.FormAction, partly.Prefill),
                Bare bare => (Drafts.FormAction, bare.Raw),
                _ => ("", null),
            };
            if (raw is null) continue;
            var value = ButtonValue.For(turn.KeepDraft(near.Command, raw).Id).ToString();
            buttons.Add(new Button(action, Shortening.Of(near.Line, 75), value, buttons.Count == 0 ? ButtonStyle.Primary : ButtonStyle.Default));
        }

        return Reply.Asker(new Card(headline.In(turn.OwnVoice), new Paragraph(OwnWordsTexts.DoYouMean.In(turn.OwnVoice)), new Actions(buttons), new Quote(typed)));
    }

    private static Reply Chat(TurnContext turn, SmallTalkKind said) => Suggest(turn, said switch
    {
        SmallTalkKind.Greeting => OwnWordsTexts.Hello,
        SmallTalkKind.Thanks => OwnWordsTexts.Welcome,
        SmallTalkKind.Goodbye => OwnWordsTexts.Goodbye,
        SmallTalkKind.Abilities => OwnWordsTexts.Abilities,
        _ => OwnWordsTexts.Fine,
    });

    /// <summary>A sentence, and three things to try.</summary>
    private static Reply Suggest(TurnContext turn, Text sentence)
    {
        var voice = turn.OwnVoice;
        var buttons = new List<Button>();
        Add("log", Drafts.FormAction, OwnWordsTexts.NoteTalk);
        Add("complaint", Drafts.FormAction, OwnWordsTexts.TellComplaint);
        Add("today", Drafts.RunAction, OwnWordsTexts.ShowToday);
        return Reply.Asker(new Card(sentence.In(voice), new Paragraph(OwnWordsTexts.HowToBegin(turn.Turn.Call).In(voice)), new Actions(buttons)));

        void Add(string id, string action, Text label)
        {
            if (turn.Registry.Find(id) is not { } command) return;
            buttons.Add(new Button(action, label.Plain(voice), ButtonValue.For(turn.KeepDraft(command, Arguments.None.Raw).Id).ToString()));
        }
    }

    private static Reply AskForClient(TurnContext turn, Dictionary<string, string> raw, Text question, IReadOnlyList<KnownName> clients)
    {
        var (voice, token) = (turn.OwnVoice, Guid.NewGuid());
        var draft = turn.KeepDraft(Log(turn), raw);
        var buttons = clients.Select(client => new Button("words.client", Shortening.Of(client.Name, 75), new ButtonValue(draft.Id, token, client.Id.ToString("N")).ToString()));
        var fresh = Drafts.OpenForm(draft, OwnWordsTexts.NewClient, voice);
        return Reply.Asker(new Card(question.In(voice), new Quote(raw[LogSlots.Words.Name]), new Actions([.. buttons, fresh])));
    }

    /// <summary>Whom the speaker noted something about last, then whom they look after.</summary>
    private static async Task<IReadOnlyList<KnownName>> Latest(TurnContext turn, CancellationToken cancellation)
    {
        var noted = await turn.Store.Interactions.Where(talk => talk.MemberId == turn.Speaker.Id).GroupBy(talk => talk.AccountId)
            .Select(talks => new { Id = talks.Key, At = talks.Max(talk => talk.RecordedAt) }).OrderByDescending(talk => talk.At).Take(MostClients).ToListAsync(cancellation);
        var owned = await turn.Store.Accounts.Where(account => account.OwnerId == turn.Speaker.Id).OrderBy(account => account.Name).Select(account => account.Id).Take(MostClients).ToListAsync(cancellation);
        var names = (await turn.Names(cancellation)).Where(name => name.Kind == NameKind.Account).ToDictionary(name => name.Id);
        return [.. noted.Select(talk => talk.Id).Concat(owned).Distinct().Where(names.ContainsKey).Take(MostClients).Select(id => names[id])];
    }

    /// <summary>A line that was read as a command and may be a sentence all the same.</summary>
    private static bool MayBeSentence(Reading reading, string typed) => reading switch
    {
        Bare => false,
        Understood understood when !reading.IsEveryday => IsStep(understood.Command) && typed.TrimEnd().EndsWith('?') && !HasColon(typed),
        _ => reading.IsEveryday || (CommandOf(reading) is { } command && !command.Words.Id.Contains('.', StringComparison.Ordinal) && !Takes(command, SlotKind.Prose)),
    };

    private static bool IsSentence(Reading reading, Sentence sentence, bool hasColon) => reading switch
    {
        Understood when !reading.IsEveryday => sentence.IsQuestion,
        Understood { Command.Sayings.Count: > 0 } understood => !hasColon || !IsSameDay(understood.Arguments.Raw, sentence.Says),
        Understood understood when Takes(understood.Command, SlotKind.Prose) => !hasColon && HasWords(understood.Command, understood.Arguments.Raw),
        Understood understood => !TakesName(understood.Command) && sentence.Accounts.Count > 0,
        UnknownName unknown when reading.IsEveryday => !hasColon && (HasWords(unknown.Command, unknown.Raw) || sentence.Accounts.Count > 0 || !char.IsUpper(unknown.Typed[0])),
        SeveralNames several when reading.IsEveryday => !hasColon && HasWords(several.Command, several.Raw),
        NotUnderstood { Command: { } away } when reading.IsEveryday && !TakesName(away) => sentence.TellsSomething || sentence.Accounts.Count > 0,
        NotUnderstood { Rest.Length: > 0, Command: { } command } => sentence.TellsSomething || (sentence.Accounts.Count > 0 && command.Slots.Count == 0),
        // Left a voicemail for Weber.
        UnknownName { Slot.Kind: SlotKind.Contact, Typed: [var first, ..] } when !char.IsUpper(first) => sentence.Accounts.Count > 0,
        UnknownName or SeveralNames => sentence.TellsSomething && sentence.Accounts.Count > 0,
        _ => false,
    };

    /// <summary>The day of a note is the day the sentence says for certain: <c>meeting with Weber on Monday</c> may be still to come.</summary>
    private static bool IsSameDay(IReadOnlyDictionary<string, string> raw, IReadOnlyDictionary<string, string> says) =>
        !raw.TryGetValue(LogSlots.When.Name, out var day) || day == says.GetValueOrDefault(LogSlots.When.Name);

    private static Command? CommandOf(Reading reading) => reading switch
    {
        NotUnderstood partly => partly.Command,
        UnknownName unknown => unknown.Command,
        SeveralNames several => several.Command,
        _ => null,
    };

    /// <summary>It says with a verb what was done about a complaint: <c>Wartet Weber noch?</c> asks.</summary>
    private static bool IsStep(Command command) => command.Sayings.Count == 0 && command.Slots.Any(slot => slot is { Kind: SlotKind.Prose, Required: false });

    private static bool Takes(Command command, SlotKind kind) => command.Slots.Any(slot => slot.Kind == kind);

    private static bool TakesName(Command command) => Takes(command, SlotKind.Account) || Takes(command, SlotKind.Contact) || Takes(command, SlotKind.AccountOrContact) || Takes(command, SlotKind.NewName);

    private static bool HasWords(Command command, IReadOnlyDictionary<string, string> raw) => command.Slots.Any(slot => slot.Kind == SlotKind.Prose && raw.ContainsKey(slot.Name));

    private static bool HasColon(string typed) => typed.Contains(": ", StringComparison.Ordinal) || typed.Contains(":\n", StringComparison.Ordinal);

    private static bool Says(Phrase words, string text) => Token.Of(text) is var tokens && Enumerable.Range(0, tokens.Count).Any(at => Phrases.LengthAt(words, tokens, at) > 0);

    private static int Words(string typed) => Token.Of(typed).Count(token => !token.IsPunctuation);

    private static Command Log(TurnContext turn) => turn.Registry.Commands.OfType<LogCommand>().Single();

    private static async Task<Sentence> Read(TurnContext turn, string typed, CancellationToken cancellation) =>
        SentenceReader.Read(typed, Log(turn), await turn.Names(cancellation), turn.LocalNow, turn.Calendar);

    /// <summary>The slots of a note, as far as the sentence fills them. That nobody talked is a plain note.</summary>
    internal static Dictionary<string, string> Raw(Sentence sentence)
    {
        var raw = new Dictionary<string, string>(sentence.Says, StringComparer.Ordinal) { [LogSlots.Words.Name] = sentence.Text };
        // That one talked, and not how: the card of the note asks.
        if (raw.GetValueOrDefault(LogSlots.Kind.Name) == nameof(InteractionKind.Note)) raw.Remove(LogSlots.Kind.Name);
        if (sentence.IsDenied) raw[LogSlots.Kind.Name] = nameof(InteractionKind.Note);
        if (sentence.Accounts is [var account]) raw[CommonSlots.Account.Name] = account.AccountId.ToString("N");
        if (sentence is { Accounts: [_], People: [var person] }) raw[LogSlots.Contact.Name] = person.Id.ToString("N");
        if (sentence is { Accounts: [], Unknown: { } unknown }) raw[CommonSlots.Account.Name] = unknown;
        return raw;
    }

    /// <summary>What another command takes of a note: the client, their person and the words.</summary>
    private static Dictionary<string, string> Fitting(Command command, Dictionary<string, string> raw)
    {
        var fitting = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var slot in command.Slots)
        {
            var value = slot.Kind switch
            {
                SlotKind.Account or SlotKind.AccountOrContact => raw.GetValueOrDefault(CommonSlots.Account.Name),
                SlotKind.Contact => raw.GetValueOrDefault(LogSlots.Contact.Name),
                SlotKind.Prose => raw.GetValueOrDefault(LogSlots.Words.Name),
                _ => null,
            };
            if (value is not null) fitting[slot.Name] = value;
        }

        return fitting;
    }

    private static RichText Who(Dictionary<string, string> raw, IReadOnlyList<KnownName> names)
    {
        var (account, contact) = (Named(CommonSlots.Account), Named(LogSlots.Contact));
        return new RichText(contact is null ? [new Strong(account ?? "")] : [new Strong(contact), new Words($", {account}")]);

        string? Named(Slot slot) => Guid.TryParseExact(raw.GetValueOrDefault(slot.Name), "N", out var id) ? names.FirstOrDefault(name => name.Id == id)?.Name : null;
    }
}

/// <summary>[Note it], [It is a complaint], and the commands that were meant: runs what waits in a draft.</summary>
internal sealed class RunDraft : ButtonAction
{
    public override string Id => Drafts.RunAction;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FindDraft(value.Subject, cancellation) is not ({ } command, { } raw)) return Replies.NotThere(turn);
        return Drafting.Answered(await Drafting.Continue(turn, command, raw, cancellation));
    }
}

/// <summary>The client that a sentence is about: what would be noted of it is shown first.</summary>
internal sealed class ChooseClient : ButtonAction
{
    public override string Id => "words.client";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FindDraft(value.Subject, cancellation) is not ({ } command, { } raw) || command is not LogCommand || !raw.ContainsKey(LogSlots.Words.Name)) return Replies.NotThere(turn);
        if (!Guid.TryParseExact(value.Extra, "N", out var id) || !(await turn.Names(cancellation)).Any(name => name.Kind == NameKind.Account && name.Id == id)) return Replies.NotThere(turn);
        raw[CommonSlots.Account.Name] = value.Extra;
        return Drafting.Answered(await OwnWords.Propose(turn, raw, cancellation));
    }
}

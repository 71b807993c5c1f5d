using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>Commands that cannot run yet: a name is unknown or stands for several, or something is missing. What was typed waits in a draft.</summary>
internal static class Drafting
{
    private const int MostSuggestions = 3;
    private const int MostCandidates = 5;

    /// <summary>Asks whether a name that looks like it was meant, and offers to create what was named and go on.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="unknown">The name.</param>
    /// <param name="corrects">The change that is corrected by it; empty where none is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="about">What the command will do, where nobody has typed it in so many words.</param>
    public static async Task<Reply> OfferToCreate(TurnContext turn, UnknownName unknown, string corrects, CancellationToken cancellation, params IReadOnlyList<Text> about)
    {
        var (voice, names) = (turn.OwnVoice, await turn.Names(cancellation));
        var draft = turn.KeepDraft(unknown.Command, unknown.Raw, corrects);
        var suggestions = unknown.Suggestions.Take(MostSuggestions).ToList();
        var buttons = suggestions.Select((name, at) => Choose(draft, unknown.Slot, name, ConversationTexts.Mean(Described(name, names)).Plain(voice), at == 0 ? ButtonStyle.Primary : ButtonStyle.Default)).ToList();
        var (sentence, effect) = await ToCreate(turn, unknown, cancellation);
        if (unknown.Command.NeverCreates is { } nobody) (sentence, effect) = (nobody, null);
        if (effect is not null) buttons.Add(new Button("draft.create", ConversationTexts.Create.Plain(voice), ButtonValue.For(draft.Id, unknown.Slot.Name).ToString(), buttons.Count == 0 ? ButtonStyle.Primary : ButtonStyle.Default));
        else if (NewClient(turn, unknown) is { } create)
        {
            buttons.Add(Drafts.Run(create, ConversationTexts.CreateClient, voice, Guid.NewGuid(), buttons.Count == 0 ? ButtonStyle.Primary : ButtonStyle.Default));
            effect = ConversationTexts.MakesClient(unknown.Typed, ConversationTexts.CreateClient);
        }

        buttons.Add(Drafts.OpenForm(draft, ConversationTexts.OpenForm, voice));
        var parts = about.Select(text => (CardPart)new Paragraph(text.In(voice))).ToList();
        if (effect is not null) parts.Add(new Note(effect.In(voice)));
        return Reply.Asker(new Card(sentence.In(voice), [.. parts, new Actions(buttons)]));
    }

    /// <summary>Asks which of several is meant.</summary>
    public static Reply Ask(TurnContext turn, SeveralNames several, string corrects, IReadOnlyList<KnownName> names, Text? question = null)
    {
        var draft = turn.KeepDraft(several.Command, several.Raw, corrects);
        var buttons = several.Candidates.Take(MostCandidates).Select(name => Choose(draft, several.Slot, name, Described(name, names)));
        return Reply.Asker(new Card((question ?? ConversationTexts.WhichOne(several.Typed)).In(turn.OwnVoice), new Actions([.. buttons, Drafts.OpenForm(draft, ConversationTexts.OpenForm, turn.OwnVoice)])));
    }

    /// <summary>Says what was understood, what was not, and gives one example; the form holds everything that was typed.</summary>
    public static Reply ShowForm(TurnContext turn, NotUnderstood partly, IReadOnlyList<KnownName> names)
    {
        var voice = turn.OwnVoice;
        if (partly.Command is not { } command) return Replies.Hint(turn, ConversationTexts.SayHelp(turn.Turn.Call));
        var draft = turn.KeepDraft(command, partly.Prefill);
        var parts = new List<CardPart>();
        var understood = command.Slots.Where(slot => partly.Raw.ContainsKey(slot.Name)).Select(slot => $"{slot.Label.Plain(voice)}: {ShownValue.Of(slot, partly.Raw[slot.Name], names, voice.Language)}");
        if (partly.Raw.Count > 0) parts.Add(new Paragraph(ConversationTexts.UnderstoodSoFar(string.Join(" · ", understood)).In(voice)));
        parts.AddRange(partly.Unfinished.Select(part => new Paragraph(Asked(part, partly.Raw.ContainsKey(part.Slot.Name)).In(voice))));
        if (partly.Rest.Length > 0) parts.Add(new Paragraph(ConversationTexts.NotUnderstoodSoFar(partly.Rest).In(voice)));
        if (partly.MissingSlots.Count > 0) parts.Add(new Paragraph(ConversationTexts.Missing(string.Join(", ", partly.MissingSlots.Select(slot => slot.Label.Plain(voice)))).In(voice)));
        parts.Add(new Note(ConversationTexts.ForExample(turn.Turn.Call, command.Words.Example).In(voice)));
        parts.Add(new Actions([Drafts.OpenForm(draft, ConversationTexts.OpenForm, voice)]));
        return Reply.Asker(new Card(ConversationTexts.Partly(Usage.Of(command, voice.Language)).In(voice), parts));
    }

    /// <summary>Which part it is, and what is missing in it.</summary>
    private static Text Asked(Unfinished part, bool isGiven)
    {
        var typed = $"{part.Keyword} {part.Value}".Trim();
        if (part is { Fault: { } fault, IsYearAlone: false }) return fault;
        if (isGiven) return ConversationTexts.SaidTwice(typed);
        if (part.Value.Length == 0) return ConversationTexts.NothingBehind(part.Keyword);
        if (part.Slot.Kind == SlotKind.Choice) return ConversationTexts.NoSuchChoice(typed, Choices(Language.English), Choices(Language.German));
        return part.IsYearAlone ? ConversationTexts.WhichDay(part.Keyword, part.Value) : ConversationTexts.NoSuchDay(typed);

        string Choices(Language language) => string.Join(", ", part.Slot.Choices.Select(choice => Phrases.First(choice.Spellings, language)));
    }

    /// <summary>Goes on with a form or a draft: runs it, or asks for what is still open.</summary>
    public static async Task<Reply> Continue(TurnContext turn, Command command, Dictionary<string, string> raw, CancellationToken cancellation)
    {
        var reading = FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow, turn.Calendar);
        var corrects = raw.GetValueOrDefault(Drafts.Corrects) ?? "";
        return reading switch
        {
            Filled when corrects.Length > 0 => await Create(turn, command, raw, cancellation),
            Filled filled => await Routing.Run(turn, command, filled.Arguments, cancellation),
            Faulty faulty when turn.Turn.Input is Submitted => new Reply { Errors = faulty.Errors.ToDictionary(error => error.Key, error => error.Value.Plain(turn.OwnVoice)) },
            Faulty => await FormBuilder.Open(turn, command, raw, cancellation, corrects),
            _ => await Routing.Follow(turn, reading, cancellation, corrects),
        };
    }

    /// <summary>Runs a command after making what it names; what it corrects is taken back first, in the same transaction.</summary>
    public static async Task<Reply> Create(TurnContext turn, Command command, Dictionary<string, string> raw, CancellationToken cancellation)
    {
        if (raw.Remove(Drafts.Corrects, out var corrects) && Guid.TryParseExact(corrects, "N", out var changeId)) await TakeBack(turn, raw, changeId, cancellation);
        var reading = FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow, turn.Calendar);
        for (var created = 0; created < command.Slots.Count && reading is UnknownName unknown; created++)
        {
            turn.Record(command, new Arguments(raw), turn.Team);
            if (Make(turn, unknown, raw) is not { } id) break;
            raw[unknown.Slot.Name] = id.ToString("N");
            await turn.Store.SaveChangesAsync(cancellation);
            turn.ForgetNames();
            reading = FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow, turn.Calendar);
        }

        return reading is Filled filled ? Homes.Offer(turn, command, await command.Run(turn, filled.Arguments, cancellation)) : await Continue(turn, command, raw, cancellation);
    }

    /// <summary>What was made in passing goes with the record it was made for; named again, it is made again.</summary>
    private static async Task TakeBack(TurnContext turn, Dictionary<string, string> raw, Guid changeId, CancellationToken cancellation)
    {
        var before = await turn.Names(cancellation);
        await turn.TakeBack(changeId, cancellation, isCorrected: true);
        var after = await turn.Names(cancellation);
        foreach (var (slot, value) in raw.ToList())
        {
            if (!Guid.TryParseExact(value, "N", out var id) || after.Any(name => name.Id == id)) continue;
            if (before.FirstOrDefault(name => name.Id == id) is { } gone) raw[slot] = gone.Name;
        }
    }

    private static Guid? Make(TurnContext turn, UnknownName unknown, Dictionary<string, string> raw)
    {
        if (!unknown.Command.FoundsTeam) return null;
        if (unknown.Slot.Kind == SlotKind.Account)
        {
            var account = new Account { WorkspaceId = turn.Workspace.Id, TeamId = turn.Team.Id, Name = unknown.Typed, OwnerId = turn.Speaker.Id, EnteredOn = turn.Today };
            turn.Store.Accounts.Add(account);
            return account.Id;
        }

        if (unknown.Slot.Kind != SlotKind.Contact || unknown.Slot.Within is not { } within || !Guid.TryParseExact(raw.GetValueOrDefault(within), "N", out var accountId)) return null;
        var of = turn.Store.Accounts.FirstOrDefault(candidate => candidate.Id == accountId);
        if (of is null) return null;
        var contact = new Contact { WorkspaceId = turn.Workspace.Id, TeamId = of.TeamId, AccountId = of.Id, Name = unknown.Typed };
        turn.Store.Contacts.Add(contact);
        return contact.Id;
    }

    /// <summary>What came of a question's button. A hint leaves the question to be answered otherwise.</summary>
    public static Reply Answered(Reply reply) =>
        reply with { AnswersQuestion = reply is { Card: { } card } && !(reply.OnlyAsker && card.Parts.Count == 0) };

    private static Button Choose(Draft draft, Slot slot, KnownName name, string label, ButtonStyle style = ButtonStyle.Default) =>
        new("draft.choose", Shortened(label), ButtonValue.For(draft.Id, $"{slot.Name}:{name.Id:N}").ToString(), style);

    /// <summary>What is unknown, and what [Create and record] would make, for there is no room on the button; no effect when it can make nothing.</summary>
    private static async Task<(Text Sentence, Text? Effect)> ToCreate(TurnContext turn, UnknownName unknown, CancellationToken cancellation)
    {
        if (unknown.Slot.Kind == SlotKind.Member) return (ConversationTexts.UnknownMember(unknown.Typed), null);
        if (!unknown.Command.FoundsTeam) return (ConversationTexts.UnknownName(unknown.Typed), null);
        if (unknown.Slot.Kind == SlotKind.Account)
        {
            var contact = unknown.Command.Slots.FirstOrDefault(slot => slot.Within == unknown.Slot.Name);
            var typed = contact is null ? null : unknown.Raw.GetValueOrDefault(contact.Name);
            return typed is null || Guid.TryParseExact(typed, "N", out _)
                ? (ConversationTexts.UnknownName(unknown.Typed), ConversationTexts.MakesClient(unknown.Typed, ConversationTexts.Create))
                : (ConversationTexts.UnknownNames(unknown.Typed, typed), ConversationTexts.MakesBoth(unknown.Typed, typed));
        }

        if (unknown.Slot is not { Kind: SlotKind.Contact, Within: { } within } || !Guid.TryParseExact(unknown.Raw.GetValueOrDefault(within), "N", out var accountId)) return (ConversationTexts.UnknownName(unknown.Typed), null);
        var account = await turn.Store.Accounts.Where(candidate => candidate.Id == accountId).Select(candidate => candidate.Name).FirstOrDefaultAsync(cancellation);
        return account is null ? (ConversationTexts.UnknownName(unknown.Typed), null) : (ConversationTexts.UnknownContact(unknown.Typed, account), ConversationTexts.MakesContact(unknown.Typed, account));
    }

    /// <summary>The client by that name, where nothing can be recorded with it yet; null for a number, and where only somebody can be meant who is known.</summary>
    private static Draft? NewClient(TurnContext turn, UnknownName unknown) =>
        unknown.Slot.Kind == SlotKind.AccountOrContact && unknown.Typed.Any(char.IsLetter) && !NameIndex.IsAddressed(Token.Of(unknown.Typed)[0]) && turn.Teams.Count > 0 && turn.Registry.Commands.OfType<AccountAdd>().FirstOrDefault() is { } add
            ? turn.KeepDraft(add, AccountAdd.Of(unknown.Typed)) : null;

    /// <summary>Equal names are told apart by company or team.</summary>
    private static string Described(KnownName name, IReadOnlyList<KnownName> names)
    {
        if (name.Kind == NameKind.Contact && names.FirstOrDefault(known => known.Kind == NameKind.Account && known.Id == name.AccountId) is { } account) return $"{name.Name} · {account.Name}";
        var hasTwin = names.Any(other => other.Kind == name.Kind && other.Id != name.Id && string.Equals(other.Name, name.Name, StringComparison.OrdinalIgnoreCase));
        return hasTwin && name.Team is { } team ? $"{name.Name} · {team}" : name.Name;
    }

    private static string Shortened(string label) => Shortening.Of(label, 75);
}

/// <summary>[Create and record].</summary>
internal sealed class CreateAndRecord : ButtonAction
{
    public override string Id => "draft.create";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FindDraft(value.Subject, cancellation) is not ({ } command, { } raw)) return Replies.NotThere(turn);
        if (turn.Teams.Count > 0) return Drafting.Answered(await Drafting.Create(turn, command, raw, cancellation));
        if (!command.FoundsTeam) return Replies.Hint(turn, ConversationTexts.NoTeamYet(turn.Turn.Call));
        var here = turn.With(await turn.Found(cancellation));
        var reply = Drafting.Answered(await Drafting.Create(here, command, raw, cancellation));
        return reply.Card is null ? reply : reply with { Card = reply.Card with { Parts = [.. reply.Card.Parts, .. Welcome.Afterwards(here, here.Team)] } };
    }
}

/// <summary>One of several names, or one that was not typed quite right.</summary>
internal sealed class ChooseName : ButtonAction
{
    public override string Id => "draft.choose";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FindDraft(value.Subject, cancellation) is not ({ } command, { } raw) || value.Extra.Split(':') is not [var slot, var id]) return Replies.NotThere(turn);
        if (command.Slots.All(known => known.Name != slot)) return Replies.NotThere(turn);
        raw[slot] = id;
        return Drafting.Answered(await Drafting.Continue(turn, command, raw, cancellation));
    }
}

/// <summary>The form with everything that was typed.</summary>
internal sealed class FillInForm : ButtonAction
{
    public override string Id => Drafts.FormAction;

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FindDraft(value.Subject, cancellation) is not ({ } command, { } raw)) return Replies.NotThere(turn);
        return await FormBuilder.Open(turn, command, raw, cancellation, raw.GetValueOrDefault(Drafts.Corrects) ?? "");
    }
}

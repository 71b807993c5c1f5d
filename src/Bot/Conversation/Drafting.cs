using System.Text.Json;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Conversation;

/// <summary>Commands that cannot run yet: a name is unknown or stands for several, or something is missing. What was typed waits in a draft.</summary>
internal static class Drafting
{
    private const int MostSuggestions = 3;
    private const int MostCandidates = 5;

    /// <summary>Offers to create what was named and go on, and names that look like it.</summary>
    public static async Task<Reply> OfferToCreate(TurnContext turn, UnknownName unknown, CancellationToken cancellation)
    {
        var voice = turn.OwnVoice;
        var draft = Keep(turn, unknown.Command, unknown.Raw);
        var buttons = new List<Button>();
        if (await Label(turn, unknown, cancellation) is { } label) buttons.Add(new Button("draft.create", Shortened(label.Plain(voice)), ButtonValue.For(draft.Id, unknown.Slot.Name).ToString(), ButtonStyle.Primary));
        buttons.AddRange(unknown.Suggestions.Take(MostSuggestions).Select(name => Choose(draft, unknown.Slot, name, ConversationTexts.Mean(name.Name).Plain(voice))));
        buttons.Add(OpenForm(draft, voice));
        return Reply.Asker(new Card(ConversationTexts.UnknownName(unknown.Typed).In(voice), new Actions(buttons)));
    }

    /// <summary>Asks which of several is meant.</summary>
    public static Reply Ask(TurnContext turn, Command command, IReadOnlyDictionary<string, string> raw, Slot slot, string typed, IReadOnlyList<KnownName> candidates, IReadOnlyList<KnownName> names)
    {
        var draft = Keep(turn, command, raw);
        var buttons = candidates.Take(MostCandidates).Select(name => Choose(draft, slot, name, Described(name, names)));
        return Reply.Asker(new Card(ConversationTexts.WhichOne(typed).In(turn.OwnVoice), new Actions([.. buttons, OpenForm(draft, turn.OwnVoice)])));
    }

    /// <summary>Says what was understood, what was not, and gives one example; the form holds everything that was typed.</summary>
    public static Reply ShowForm(TurnContext turn, NotUnderstood partly, IReadOnlyList<KnownName> names)
    {
        var voice = turn.OwnVoice;
        if (partly.Command is not { } command) return Replies.Hint(turn, ConversationTexts.SayHelp);
        var draft = Keep(turn, command, partly.Prefill);
        var parts = new List<CardPart>();
        var understood = command.Slots.Where(slot => partly.Raw.ContainsKey(slot.Name)).Select(slot => $"{slot.Label.Plain(voice)}: {Shown(partly.Raw[slot.Name], names)}");
        if (partly.Raw.Count > 0) parts.Add(new Paragraph(ConversationTexts.UnderstoodSoFar(string.Join(" · ", understood)).In(voice)));
        if (partly.Rest.Length > 0) parts.Add(new Paragraph(ConversationTexts.NotUnderstoodSoFar(partly.Rest).In(voice)));
        if (partly.MissingSlots.Count > 0) parts.Add(new Paragraph(ConversationTexts.Missing(string.Join(", ", partly.MissingSlots.Select(slot => slot.Label.Plain(voice)))).In(voice)));
        parts.Add(new Note(ConversationTexts.ForExample(command.Example).In(voice)));
        parts.Add(new Actions([OpenForm(draft, voice)]));
        return Reply.Asker(new Card(ConversationTexts.Partly(Usage.Of(command, voice.Language)).In(voice), parts));
    }

    /// <summary>Keeps a command until the speaker answers.</summary>
    public static Draft Keep(TurnContext turn, Command command, IReadOnlyDictionary<string, string> raw)
    {
        var draft = new Draft { WorkspaceId = turn.Workspace.Id, MemberId = turn.Speaker.Id, Command = command.Id, Given = JsonSerializer.Serialize(raw), At = turn.Now };
        turn.Store.Drafts.Add(draft);
        return draft;
    }

    /// <summary>The speaker's own draft; null for anybody else's.</summary>
    public static async Task<(Command Command, Dictionary<string, string> Raw)?> Find(TurnContext turn, Guid draftId, CancellationToken cancellation)
    {
        var draft = await turn.Store.Drafts.FirstOrDefaultAsync(draft => draft.Id == draftId && draft.MemberId == turn.Speaker.Id, cancellation);
        if (draft is null || turn.Registry.Find(draft.Command) is not { } command) return null;
        return (command, JsonSerializer.Deserialize<Dictionary<string, string>>(draft.Given)!);
    }

    private static Button Choose(Draft draft, Slot slot, KnownName name, string label) =>
        new("draft.choose", Shortened(label), ButtonValue.For(draft.Id, $"{slot.Name}:{name.Id:N}").ToString());

    private static Button OpenForm(Draft draft, Core.Texts.Voice voice) =>
        new("draft.form", ConversationTexts.OpenForm.Plain(voice), ButtonValue.For(draft.Id).ToString());

    private static async Task<Core.Texts.Text?> Label(TurnContext turn, UnknownName unknown, CancellationToken cancellation)
    {
        if (unknown.Slot.Kind == SlotKind.Account)
        {
            var contact = unknown.Command.Slots.FirstOrDefault(slot => slot.Within == unknown.Slot.Name);
            var typed = contact is null ? null : unknown.Raw.GetValueOrDefault(contact.Name);
            return typed is null || Guid.TryParseExact(typed, "N", out _) ? ConversationTexts.Create(unknown.Typed) : ConversationTexts.CreateBoth(unknown.Typed, typed);
        }

        var within = unknown.Slot.Within is { } account && unknown.Raw.TryGetValue(account, out var id) && Guid.TryParseExact(id, "N", out var accountId)
            && await turn.Store.Accounts.AnyAsync(candidate => candidate.Id == accountId, cancellation);
        return unknown.Slot.Kind == SlotKind.Contact && within ? ConversationTexts.Create(unknown.Typed) : null;
    }

    private static string Described(KnownName name, IReadOnlyList<KnownName> names) =>
        name.Kind == NameKind.Contact && names.FirstOrDefault(known => known.Kind == NameKind.Account && known.Id == name.AccountId) is { } account ? $"{name.Name} · {account.Name}" : name.Name;

    private static string Shown(string raw, IReadOnlyList<KnownName> names) =>
        Guid.TryParseExact(raw, "N", out var id) && names.FirstOrDefault(name => name.Id == id) is { } known ? known.Name : raw;

    private static string Shortened(string label) => label.Length <= 75 ? label : label[..74] + "…";
}

/// <summary>[Create X and record this].</summary>
internal sealed class CreateAndRecord : ButtonAction
{
    public override string Id => "draft.create";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await Drafting.Find(turn, value.Subject, cancellation) is not ({ } command, { } raw)) return Replies.NotThere(turn);
        var here = turn.Teams.Count > 0 ? turn : turn.With(await turn.Found(cancellation));
        var reading = Read(here, command, raw, await here.Names(cancellation));
        for (var created = 0; created < command.Slots.Count && reading is UnknownName unknown; created++)
        {
            here.Record(command, new Arguments(new Dictionary<string, object>(), raw), here.Team);
            if (Create(here, unknown, raw) is not { } id) break;
            raw[unknown.Slot.Name] = id.ToString("N");
            await here.Store.SaveChangesAsync(cancellation);
            here.ForgetNames();
            reading = Read(here, command, raw, await here.Names(cancellation));
        }

        var reply = reading is Filled filled ? await command.Run(here, filled.Arguments, cancellation) : await Routing.Follow(here, reading, "", cancellation);
        return turn.Teams.Count > 0 || reply.Card is null ? reply : reply with { Card = reply.Card with { Parts = [.. reply.Card.Parts, .. Directory.Welcome.Afterwards(here, here.Team)] } };
    }

    private static Reading Read(TurnContext turn, Command command, Dictionary<string, string> raw, IReadOnlyList<KnownName> names) =>
        FormReader.Read(command, raw, names, turn.LocalNow);

    private static Guid? Create(TurnContext turn, UnknownName unknown, Dictionary<string, string> raw)
    {
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
}

/// <summary>One of several names, or one that was not typed quite right.</summary>
internal sealed class ChooseName : ButtonAction
{
    public override string Id => "draft.choose";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await Drafting.Find(turn, value.Subject, cancellation) is not ({ } command, { } raw) || value.Extra.Split(':') is not [var slot, var id]) return Replies.NotThere(turn);
        raw[slot] = id;
        var reading = FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow);
        return reading is Filled filled ? await Routing.Run(turn, command, filled.Arguments, cancellation) : await Routing.Follow(turn, reading, "", cancellation);
    }
}

/// <summary>The form with everything that was typed.</summary>
internal sealed class FillInForm : ButtonAction
{
    public override string Id => "draft.form";

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await Drafting.Find(turn, value.Subject, cancellation) is not ({ } command, { } raw)) return Replies.NotThere(turn);
        return Reply.Open(FormBuilder.Build(command, raw, await turn.Names(cancellation), turn.OwnVoice, ""));
    }
}

using System.Text;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>From what was typed, pressed or submitted to the command or action that answers it.</summary>
internal static class Routing
{
    private const int Longest = 8000;

    public static async Task<Reply> Route(TurnContext turn, CancellationToken cancellation)
    {
        var reply = await Answer(turn, cancellation);
        if (reply.OnlyAsker) Correcting.KeepQuiet(turn);
        return WithAside(turn, Homes.Discreet(turn, reply));
    }

    /// <summary>Where nobody else reads the card, what is said beside it is its small print.</summary>
    private static Reply WithAside(TurnContext turn, Reply reply)
    {
        if (reply is not { Aside: { } aside, Card: { } card } || !(turn.Turn.Channel.IsDirect || reply.OnlyAsker)) return reply;
        var above = card.Parts.TakeWhile(part => part is not (Actions or Section)).ToList();
        return reply with { Aside = null, Card = card with { Parts = [.. above, new Note(aside), .. card.Parts.Skip(above.Count)] } };
    }

    private static Task<Reply> Answer(TurnContext turn, CancellationToken cancellation) => turn.Turn.Input switch
    {
        Typed typed => Type(turn, Readable(typed.Text), cancellation),
        Pressed pressed => Press(turn, pressed, cancellation),
        Submitted submitted => Submit(turn, submitted, cancellation),
        Invited invited => Welcome.Greet(turn, invited, cancellation),
        Visited => OwnPage.OwnPageCards.Show(turn, cancellation),
        Chosen chosen => Choose(turn, chosen, cancellation),
        FileSent file => Import.ImportReplies.Receive(turn, file, cancellation),
        _ => Task.FromResult(Reply.Silent),
    };

    /// <summary>Answers a typed line.</summary>
    public static async Task<Reply> Type(TurnContext turn, string text, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text)) return Replies.Hint(turn, ConversationTexts.SayHelp(turn.Turn.Call));
        if (WaitingQuestion.Offers(turn.Registry, text) && await WaitingQuestion.Answer(turn, Pasted.Line(text), cancellation) is { } answered) return answered;
        // A team may have thousands: they are read only for what can name one.
        var names = CommandReader.NeedsNames(text, turn.Registry.Commands) ? await turn.Names(cancellation) : [];
        var reading = CommandReader.Read(text, turn.Registry.Commands, names, turn.LocalNow, turn.Calendar);
        return await OwnWords.Answer(turn, reading, Pasted.Line(text), cancellation) ?? await Follow(turn, reading, cancellation);
    }

    /// <summary>Goes on from a reading, wherever it came from.</summary>
    public static async Task<Reply> Follow(TurnContext turn, Reading reading, CancellationToken cancellation, string corrects = "")
    {
        switch (reading)
        {
            case Understood understood:
                return await Run(turn, understood.Command, understood.Arguments, cancellation);
            case Bare bare:
                return await FormBuilder.Open(turn, bare.Command, bare.Raw, cancellation);
            case UnknownName { Command.FoundsTeam: false } when turn.Teams.Count == 0:
                return Replies.Hint(turn, ConversationTexts.NoTeamYet(turn.Turn.Call));
            case UnknownName { Command.NeverCreates: { } nobody, Suggestions.Count: 0 }:
                return Replies.Hint(turn, nobody);
            case UnknownName unknown:
                return await Drafting.OfferToCreate(turn, unknown, corrects, cancellation);
            case SeveralNames several:
                return Drafting.Ask(turn, several, corrects, await turn.Names(cancellation));
            case NotUnderstood partly:
                return Drafting.ShowForm(turn, partly, await turn.Names(cancellation));
            default:
                return Replies.Hint(turn, ConversationTexts.SayHelp(turn.Turn.Call));
        }
    }

    /// <summary>Runs a command, for the speaker's team; the first words of someone without a team make one.</summary>
    public static async Task<Reply> Run(TurnContext turn, Command command, Arguments arguments, CancellationToken cancellation, bool alsoGone = false)
    {
        if (!alsoGone && GonePeople.Named(command, arguments) is { } gone) return await GonePeople.Ask(turn, command, arguments, gone, cancellation);
        if (turn.Teams.Count > 0 || !command.NeedsTeam) return Homes.Offer(turn, command, await command.Run(turn, arguments, cancellation));
        if (!command.FoundsTeam) return Replies.Hint(turn, ConversationTexts.NoTeamYet(turn.Turn.Call));
        var team = await turn.Found(cancellation);
        var reply = await command.Run(turn.With(team), arguments, cancellation);
        return reply.Card is null ? reply : reply with { Card = reply.Card with { Parts = [.. reply.Card.Parts, .. Welcome.Afterwards(turn.With(team), team)] } };
    }

    /// <summary>A second press of the same button acts no second time.</summary>
    private static async Task<Reply> Press(TurnContext turn, Pressed pressed, CancellationToken cancellation)
    {
        if (!turn.Registry.Actions.TryGetValue(pressed.ActionId, out var action) || !ButtonValue.TryParse(pressed.Value, out var value)) return Replies.NotThere(turn);
        if (!action.Opens(value))
        {
            var key = $"press:{value.Token:N}";
            if (await turn.Store.Receipts.AnyAsync(receipt => receipt.Key == key, cancellation)) return Replies.Hint(turn, ConversationTexts.PressedAlready);
            turn.Store.Receipts.Add(new Receipt { WorkspaceId = turn.Workspace.Id, Key = key, At = turn.Now });
        }

        return await action.Press(turn, value, cancellation);
    }

    private static async Task<Reply> Submit(TurnContext turn, Submitted submitted, CancellationToken cancellation)
    {
        if (turn.Registry.Find(submitted.FormId) is not { } command) return Replies.NotThere(turn);
        if (await command.Take(turn, submitted, cancellation) is { } taken) return taken;
        var raw = command.Slots.Where(slot => submitted.Values.ContainsKey(slot.Name)).ToDictionary(slot => slot.Name, slot => Readable(submitted.Values[slot.Name] ?? ""), StringComparer.Ordinal);
        var names = await turn.Names(cancellation);
        if (command.Prose is { } prose && raw.TryGetValue(prose.Name, out var said)) raw[prose.Name] = MentionsInWords.Read(said, names);
        if (Guid.TryParseExact(submitted.Context, "N", out _)) raw[Drafts.Corrects] = submitted.Context;
        return await Drafting.Continue(turn, command, raw, cancellation);
    }

    /// <summary>Opens the form of a shortcut's command; a message that was picked for it stands in it, with its link.</summary>
    private static async Task<Reply> Choose(TurnContext turn, Chosen chosen, CancellationToken cancellation)
    {
        if (turn.Registry.Find(chosen.CommandId) is not { } command) return Replies.NotThere(turn);
        var prefill = new Dictionary<string, string>(StringComparer.Ordinal);
        var picked = string.Join('\n', new[] { Readable(chosen.Text), chosen.Link ?? "" }.Where(line => line.Length > 0));
        if (picked.Length > 0 && command.Prose is { } words) prefill[words.Name] = picked;
        return await FormBuilder.Open(turn, command, prefill, cancellation);
    }

    /// <summary>At most so much, and only characters that can be seen and that every database and platform can hold.</summary>
    private static string Readable(string text)
    {
        var readable = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in TextFolding.Plain(text.Length > Longest ? text[..Longest] : text).EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')) readable.Append(rune.ToString());
        }

        return readable.ToString();
    }
}

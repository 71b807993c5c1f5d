using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Conversation;

/// <summary>From what was typed, pressed or submitted to the command or action that answers it.</summary>
internal static class Routing
{
    private const int Longest = 8000;

    public static Task<Reply> Route(TurnContext turn, CancellationToken cancellation) => turn.Turn.Input switch
    {
        Typed typed => Type(turn, typed.Text.Length > Longest ? typed.Text[..Longest] : typed.Text, cancellation),
        Pressed pressed => Press(turn, pressed, cancellation),
        Submitted submitted => Submit(turn, submitted, cancellation),
        Invited => Directory.Welcome.Greet(turn, cancellation),
        _ => Task.FromResult(Reply.Silent),
    };

    private static async Task<Reply> Type(TurnContext turn, string text, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text)) return Replies.Hint(turn, ConversationTexts.SayHelp);
        var reading = CommandReader.Read(text, turn.Registry.Commands, await turn.Names(cancellation), turn.LocalNow);
        return await Follow(turn, reading, text, cancellation);
    }

    /// <summary>Goes on from a reading, wherever it came from.</summary>
    public static async Task<Reply> Follow(TurnContext turn, Reading reading, string typed, CancellationToken cancellation)
    {
        switch (reading)
        {
            case Understood understood:
                return await Run(turn, understood.Command, understood.Arguments, cancellation);
            case Bare bare:
                return Reply.Open(FormBuilder.Build(bare.Command, new Dictionary<string, string>(), await turn.Names(cancellation), turn.OwnVoice, ""));
            case UnknownName unknown:
                return await Drafting.OfferToCreate(turn, unknown, cancellation);
            case SeveralNames several:
                return Drafting.Ask(turn, several.Command, several.Raw, several.Slot, several.Typed, several.Candidates, await turn.Names(cancellation));
            case NotUnderstood partly:
                return Drafting.ShowForm(turn, partly, await turn.Names(cancellation));
            case UnknownCommand unknown:
                return Replies.UnknownCommand(turn, unknown, typed);
            default:
                return Replies.Hint(turn, ConversationTexts.SayHelp);
        }
    }

    /// <summary>Runs a command, for the speaker's team; the first words of someone without a team make one.</summary>
    public static async Task<Reply> Run(TurnContext turn, Command command, Arguments arguments, CancellationToken cancellation)
    {
        if (turn.Teams.Count > 0) return await command.Run(turn, arguments, cancellation);
        if (!command.FoundsTeam) return Replies.Hint(turn, ConversationTexts.NoTeamYet);
        var team = await turn.Found(cancellation);
        var reply = await command.Run(turn.With(team), arguments, cancellation);
        return reply.Card is null ? reply : reply with { Card = reply.Card with { Parts = [.. reply.Card.Parts, .. Directory.Welcome.Afterwards(turn.With(team), team)] } };
    }

    /// <summary>A second press of the same button acts no second time.</summary>
    private static async Task<Reply> Press(TurnContext turn, Pressed pressed, CancellationToken cancellation)
    {
        if (!turn.Registry.Actions.TryGetValue(pressed.ActionId, out var action) || !ButtonValue.TryParse(pressed.Value, out var value)) return Replies.NotThere(turn);
        if (!action.OnlyOpens)
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
        var reading = FormReader.Read(command, submitted.Values, await turn.Names(cancellation), turn.LocalNow);
        if (reading is Faulty faulty) return new Reply { Errors = faulty.Errors.ToDictionary(error => error.Key, error => error.Value.Plain(turn.OwnVoice)) };
        if (reading is Filled && Guid.TryParseExact(submitted.Context, "N", out var corrected)) await Correcting.TakeBack(turn, corrected, cancellation);
        return reading is Filled filled
            ? await Run(turn, command, filled.Arguments, cancellation)
            : await Follow(turn, reading, "", cancellation);
    }
}

using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound.Payloads;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>The answer to something a person did.</summary>
/// <param name="Calls">What is to be sent when nothing goes back with the request.</param>
internal sealed record TeamsAnswer(IReadOnlyList<TeamsCall> Calls)
{
    public static readonly TeamsAnswer Nothing = new([]);

    /// <summary>What goes back with the request; null for an empty body.</summary>
    public InvokeReply? Body { get; init; }

    /// <summary>What is to be sent when <see cref="Body"/> does go back.</summary>
    public IReadOnlyList<TeamsCall> Beside { get; init; } = [];

    /// <summary>Nothing was done, and the same form may come again.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>From a reply to what shows it: in the request's own answer, and in messages where, to whom, and what to try when Teams refuses.</summary>
internal static class TeamsReplies
{
    /// <summary>The answer that shows a reply.</summary>
    public static TeamsAnswer Of(TeamsTurn asked, Reply reply)
    {
        var voice = Replies.VoiceOf(asked.Turn.Speaker);
        if (reply.File is not null) reply = reply with { File = null, Card = new Card(TeamsTexts.NoFiles.In(voice)) };
        var drawn = RenderedReply.Of(asked, reply, voice);
        var answer = asked.Action.Surface switch
        {
            Surface.Card => OnCard(asked, reply, drawn, voice),
            Surface.Dialog => InDialog(asked, reply, drawn, voice),
            _ => new TeamsAnswer(drawn.Calls),
        };
        if (reply.Aside is not { } aside) return answer;
        // The line beside the card, for the asker alone.
        var beside = TeamsCall.Of(new Card(aside), ReplyRoutes.ToAsker(asked));
        return answer with { Calls = [.. answer.Calls, beside], Beside = [.. answer.Beside, beside] };
    }

    /// <summary>A sentence where nothing may be said to others.</summary>
    public static TeamsAnswer Aside(TeamsTurn asked, Text text)
    {
        var said = text.In(Replies.VoiceOf(asked.Turn.Speaker));
        return new TeamsAnswer([Directly(asked.PersonId, new Card(said))]) { Body = Said(asked.Action.Surface, said.Plain) };
    }

    /// <summary>Nobody to answer; yet Teams shows an error for a press that is answered with nothing.</summary>
    public static TeamsAnswer Nothing(TeamsAction action) => TeamsAnswer.Nothing with { Body = Said(action, TeamsTexts.ColleaguesOnly) };

    /// <summary>A form is put away, and one line stands in its place.</summary>
    public static TeamsAnswer Closed(Activity activity, Voice voice)
    {
        var card = new Card(TeamsTexts.Closed.In(voice));
        IReadOnlyList<TeamsCall> calls = [.. ReplyRoutes.OfUsedUp(activity).Select(route => TeamsCall.Of(card, [route]))];
        return new TeamsAnswer(calls) { Body = new InvokeReply.InPlace(AdaptiveCardRenderer.One(card)), Beside = calls };
    }

    /// <summary>Something to a person alone, whatever became of the place where they said something.</summary>
    public static TeamsCall Directly(string personId, Card card) => TeamsCall.Of(card, [TeamsRoute.Directly(personId)]);

    /// <summary>A line in the language that came along, where the request came from: it waits for nobody. Null where none can stand.</summary>
    public static InvokeReply? Said(TeamsAction action, Text text) => Said(action.Surface, text.Plain(Replies.VoiceOf(new ChatPerson(action.Activity.PersonId, "", action.Activity.Locale))));

    private static InvokeReply? Said(Surface surface, string words) => surface switch
    {
        Surface.Card => new InvokeReply.Below(words),
        Surface.Dialog => Ending(words),
        _ => null,
    };

    private static TeamsAnswer OnCard(TeamsTurn asked, Reply reply, RenderedReply drawn, Voice voice)
    {
        var all = new TeamsAnswer(drawn.Calls) { Beside = drawn.Calls };
        var isUsedUp = ReplyRoutes.IsUsedUp(asked, reply);
        if (drawn.Form is { } form) return asked.Action is TeamsSubmission ? all with { Body = new InvokeReply.InPlace(form), Beside = [], IsOpen = reply.Errors.Count > 0 } : all with { Body = Said(TeamsTexts.FormBelow) };
        if (reply.Card is not { } card) return all with { Body = Said(ConversationTexts.PressedAlready) };
        var words = new InvokeReply.Below(card.Headline.Plain);
        if (isUsedUp && ReplyRoutes.IsMine(asked, reply)) return all with { Body = new InvokeReply.InPlace(drawn.Cards[0]), Beside = [.. drawn.Calls.Select((call, index) => index == 0 ? call with { Routes = [.. call.Routes.Take(1)] } : call)] };
        if (isUsedUp) return all with { Body = new InvokeReply.InPlace(AdaptiveCardRenderer.One(new Card(TeamsTexts.ForAll.In(voice)))) };
        if (IsHint(reply)) return all with { Body = words, Beside = [] };
        if (!reply.Replaces) return all with { Body = words };
        return all with { Body = new InvokeReply.InPlace(drawn.Cards[0]), Beside = ReplyRoutes.MayReplace(asked, reply) ? [.. drawn.Calls.Select(InPlaceOnly)] : [.. drawn.Calls.Skip(1)] };

        // Whoever pressed sees it already: it is nothing new to anybody.
        static TeamsCall InPlaceOnly(TeamsCall call, int index) => index == 0 ? call with { Routes = [.. call.Routes.Where(route => route.Replaced is not null)] } : call;

        InvokeReply.Below Said(Text text) => new InvokeReply.Below(text.Plain(voice));
    }

    /// <summary>A dialog says how it ended: with an empty answer some clients leave it open as it is.</summary>
    private static TeamsAnswer InDialog(TeamsTurn asked, Reply reply, RenderedReply drawn, Voice voice)
    {
        var all = new TeamsAnswer(drawn.Calls) { Beside = drawn.Calls };
        if (drawn.Form is { } form) return all with { Body = new InvokeReply.Dialog(drawn.Title, form), Beside = [], IsOpen = reply.Errors.Count > 0 };
        if (reply.Card is not { } card) return all with { Body = Ending(ConversationTexts.PressedAlready.Plain(voice)) };
        return all with { Body = Ending(card.Headline), Beside = IsHint(reply) ? [] : drawn.Calls };
    }

    private static InvokeReply.Ending Ending(RichText words) => new InvokeReply.Ending(AdaptiveCardRenderer.One(new Card(words)));

    private static bool IsHint(Reply reply) => reply is { OnlyAsker: true, Card.Parts.Count: 0 };
}

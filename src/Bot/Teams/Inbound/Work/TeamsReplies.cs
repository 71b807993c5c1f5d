using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>The answer to something a person did.</summary>
/// <param name="Calls">What is to be sent when nothing goes back with the request.</param>
internal sealed record Answer(IReadOnlyList<TeamsCall> Calls)
{
    public static readonly Answer Nothing = new([]);

    /// <summary>What goes back with the request; null for an empty body.</summary>
    public Shown? Body { get; init; }

    /// <summary>What is to be sent when <see cref="Body"/> does go back.</summary>
    public IReadOnlyList<TeamsCall> Beside { get; init; } = [];

    /// <summary>Nothing was done, and the same form may come again.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>From a reply to what shows it: in the request's own answer, and in messages where, to whom, and what to try when Teams refuses.</summary>
internal static class TeamsReplies
{
    /// <summary>The answer that shows a reply.</summary>
    public static Answer Of(Asked asked, Reply reply)
    {
        var voice = Replies.VoiceOf(asked.Turn.Speaker);
        var drawn = Drawn.Of(asked, reply, voice);
        return asked.Act.Surface switch
        {
            Surface.Card => OnCard(asked, reply, drawn, voice),
            Surface.Dialog => InDialog(asked, reply, drawn, voice),
            _ => new Answer(drawn.Calls),
        };
    }

    /// <summary>A sentence where nothing may be said to others.</summary>
    public static Answer Aside(Asked asked, Text text)
    {
        var said = text.In(Replies.VoiceOf(asked.Turn.Speaker));
        return new Answer([Directly(asked.PersonId, new Card(said))]) { Body = Said(asked.Act.Surface, said.Plain) };
    }

    /// <summary>Nobody to answer; yet Teams shows an error for a press that is answered with nothing.</summary>
    public static Answer Nothing(Act act) => Answer.Nothing with { Body = Said(act, TeamsTexts.ColleaguesOnly) };

    /// <summary>A form is put away, and one line stands in its place.</summary>
    public static Answer Closed(Activity activity, Voice voice)
    {
        var card = new Card(TeamsTexts.Closed.In(voice));
        IReadOnlyList<TeamsCall> calls = [.. Ways.OfUsedUp(activity).Select(route => TeamsCall.Of(card, [route]))];
        return new Answer(calls) { Body = new Shown.InPlace(AdaptiveCardRenderer.One(card)), Beside = calls };
    }

    /// <summary>Something to a person alone, whatever became of the place where they said something.</summary>
    public static TeamsCall Directly(string personId, Card card) => TeamsCall.Of(card, [Route.Directly(personId)]);

    /// <summary>A line in the language that came along, where the request came from: it waits for nobody. Null where none can stand.</summary>
    public static Shown? Said(Act act, Text text) => Said(act.Surface, text.Plain(Replies.VoiceOf(new ChatPerson(act.Activity.PersonId, "", act.Activity.Locale))));

    private static Shown? Said(Surface surface, string words) => surface switch
    {
        Surface.Card => new Shown.Below(words),
        Surface.Dialog => Ending(words),
        _ => null,
    };

    private static Answer OnCard(Asked asked, Reply reply, Drawn drawn, Voice voice)
    {
        var all = new Answer(drawn.Calls) { Beside = drawn.Calls };
        var isUsedUp = Ways.IsUsedUp(asked, reply);
        if (drawn.Form is { } form) return asked.Act is Submission ? all with { Body = new Shown.InPlace(form), Beside = [], IsOpen = reply.Errors.Count > 0 } : all with { Body = Said(TeamsTexts.FormBelow) };
        if (reply.Card is not { } card) return all with { Body = Said(ConversationTexts.PressedAlready) };
        var words = new Shown.Below(card.Headline.Plain);
        if (isUsedUp && Ways.IsMine(asked, reply)) return all with { Body = new Shown.InPlace(drawn.Cards[0]), Beside = [.. drawn.Calls.Select((call, index) => index == 0 ? call with { Routes = [.. call.Routes.Take(1)] } : call)] };
        if (isUsedUp) return all with { Body = new Shown.InPlace(AdaptiveCardRenderer.One(new Card(TeamsTexts.ForAll.In(voice)))) };
        if (IsHint(reply)) return all with { Body = words, Beside = [] };
        if (!reply.Replaces) return all with { Body = words };
        return all with { Body = new Shown.InPlace(drawn.Cards[0]), Beside = Ways.MayReplace(asked, reply) ? [.. drawn.Calls.Select(InPlaceOnly)] : [.. drawn.Calls.Skip(1)] };

        // Whoever pressed sees it already: it is nothing new to anybody.
        static TeamsCall InPlaceOnly(TeamsCall call, int index) => index == 0 ? call with { Routes = [.. call.Routes.Where(route => route.Replaced is not null)] } : call;

        Shown.Below Said(Text text) => new Shown.Below(text.Plain(voice));
    }

    /// <summary>A dialog says how it ended: with an empty answer some clients leave it open as it is.</summary>
    private static Answer InDialog(Asked asked, Reply reply, Drawn drawn, Voice voice)
    {
        var all = new Answer(drawn.Calls) { Beside = drawn.Calls };
        if (drawn.Form is { } form) return all with { Body = new Shown.Dialog(drawn.Title, form), Beside = [], IsOpen = reply.Errors.Count > 0 };
        if (reply.Card is not { } card) return all with { Body = Ending(ConversationTexts.PressedAlready.Plain(voice)) };
        return all with { Body = Ending(card.Headline), Beside = IsHint(reply) ? [] : drawn.Calls };
    }

    private static Shown.Ending Ending(RichText words) => new Shown.Ending(AdaptiveCardRenderer.One(new Card(words)));

    private static bool IsHint(Reply reply) => reply is { OnlyAsker: true, Card.Parts.Count: 0 };
}

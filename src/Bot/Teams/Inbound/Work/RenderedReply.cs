using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Cards;
using AccountNudge.Bot.Teams.Inbound.Payloads;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>A reply as Teams shows it.</summary>
/// <param name="Calls">The messages that show all of it.</param>
internal sealed record RenderedReply(IReadOnlyList<TeamsCall> Calls)
{
    /// <summary>The reply's card, on as many as it takes.</summary>
    public IReadOnlyList<JsonObject> Cards { get; init; } = [];

    /// <summary>The form to show where the request came from; null when there is none.</summary>
    public JsonObject? Form { get; init; }

    /// <summary>The form's title.</summary>
    public string Title { get; init; } = "";

    public static RenderedReply Of(TeamsTurn asked, Reply reply, Voice voice)
    {
        if (asked.Action is TeamsSubmission submission && reply.Errors.Count > 0) return Again(asked, submission, reply.Errors, voice);
        if (reply.Form is { } form) return Opened(asked, form, voice);
        return reply.Card is { } card ? Of(asked, reply, card, voice) : new RenderedReply([]);
    }

    private static RenderedReply Of(TeamsTurn asked, Reply reply, Card card, Voice voice)
    {
        var cards = AdaptiveCardRenderer.All(card, asked.Action.IsPrivate);
        var calls = cards.Select((part, index) => TeamsCall.Of(part, card, ReplyRoutes.Of(asked, reply, index)))
            // The words of the first say all of it.
            .Select((call, index) => index == 0 ? call : call with { Plain = null }).ToList();
        if (reply.IsRenewed) return new RenderedReply([]) { Cards = cards };
        if (calls is [var only] && reply.Live is { } live) calls = [only with { PostId = live.PostId }];
        return new RenderedReply([.. calls, .. ReplyRoutes.IsMine(asked, reply) ? [] : InPlaceOfUsedUp(asked, reply, voice)]) { Cards = cards };
    }

    /// <summary>Where the form or question stood, one line says that all see the answer. Nothing of it: what is removed later must not stay there.</summary>
    private static IEnumerable<TeamsCall> InPlaceOfUsedUp(TeamsTurn asked, Reply reply, Voice voice) => !ReplyRoutes.IsUsedUp(asked, reply) ? [] :
        ReplyRoutes.OfUsedUp(asked.Action.Activity).Select(route => TeamsCall.Of(new Card(TeamsTexts.ForAll.In(voice)), [route]));

    private static RenderedReply Opened(TeamsTurn asked, Form form, Voice voice)
    {
        var message = asked.Action is TeamsSubmission submission ? submission.Origin.Message : (asked.Action as TeamsPress)?.Activity.ReplyToId;
        var origin = TeamsOrigin.New(asked.IsDirect ? "" : asked.Place, message, asked.Action.IsPrivate).Write();
        return new RenderedReply([InMessage(asked, FormCard.Of(form, origin, inDialog: false), form.Title, new Card(TeamsTexts.NoForm.In(voice)))]) { Form = FormCard.Of(form, origin, asked.Action.Surface == Surface.Dialog), Title = form.Title };
    }

    /// <summary>The form with what is wrong with it; a dialog that is closed already can only be told of.</summary>
    private static RenderedReply Again(TeamsTurn asked, TeamsSubmission submission, IReadOnlyDictionary<string, string> errors, Voice voice)
    {
        var (shown, inDialog) = (submission.Form, submission.Surface == Surface.Dialog);
        var form = FormCard.Of(shown, submission.Origin.Write(), inDialog, submission.Submitted.Values, errors);
        var told = new Card(InboundTexts.NotRecorded.In(voice), [.. errors.Values.Select(error => new Paragraph(Text.Verbatim(error).In(voice)))]);
        var call = inDialog ? TeamsCall.Of(told, ReplyRoutes.ToAsker(asked)) : InMessage(asked, form, shown.Title, told);
        return new RenderedReply([call]) { Form = form, Title = shown.Title };
    }

    /// <summary>A form, and what is said where Teams does not take it.</summary>
    private static TeamsCall InMessage(TeamsTurn asked, JsonObject form, string title, Card told) =>
        new(AdaptiveCardRenderer.Message(form, title), [.. asked.Action is TeamsSubmission { Surface: Surface.Card } ? ReplyRoutes.OfUsedUp(asked.Action.Activity) : [], .. ReplyRoutes.ToAsker(asked)]) { Plain = PlainMessage.Of(told) };
}

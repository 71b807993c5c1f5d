using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;

namespace AccountNudge.Bot.Conversation.Briefs;

/// <summary>[Brief]: that of an account or of a contact.</summary>
internal sealed class OpenBrief : ButtonAction
{
    private const string ActionId = "brief.open";
    private static readonly Text Label = new($"Brief", $"Kurzprofil");

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    /// <summary>A button that opens the brief of an account or contact.</summary>
    public static Button Button(Guid accountOrContactId, Voice voice) => new(ActionId, Label.Plain(voice), ButtonValue.For(accountOrContactId).ToString());

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var contact = await turn.Contact(value.Subject, cancellation);
        return await turn.Store.BriefOf(contact?.AccountId ?? value.Subject, contact?.Id, turn.Now, cancellation) is { } brief
            ? Reply.Asker(BriefCards.Of(brief, turn.ForAsker() with { Reader = turn.Speaker.Id }))
            : Replies.NotThere(turn);
    }
}

using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;

namespace AccountNudge.Bot.Conversation.Briefs;

/// <summary>Everything for one call, by the name of an account or a contact or by phone number; for the asker's eyes only (practice F1).</summary>
internal sealed class BriefCommand() : Command(
    new("brief", CommandGroup.Ask, new("brief", "kurzprofil"), BriefTexts.Does, BriefTexts.Example, BriefTexts.Title))
{
    public override IReadOnlyList<Slot> Slots { get; } =
        [new("name", SlotKind.AccountOrContact, BriefTexts.Name) { Required = true, Hint = BriefTexts.NameHint, Word = BriefTexts.NameWord }];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name("name");
        var contactId = name.Kind == NameKind.Contact ? name.Id : (Guid?)null;
        return await turn.Store.BriefOf(name.AccountId, contactId, turn.Now, cancellation) is { } brief
            ? Reply.Asker(BriefCards.Of(brief, turn.ForAsker() with { Reader = turn.Speaker.Id }))
            : Replies.NotThere(turn);
    }
}

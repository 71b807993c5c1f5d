using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>[Log it]: the form of a talk with the account already in it, and with whom where the card is about one contact.</summary>
internal sealed class OpenLog : ButtonAction
{
    private const string ActionId = "interaction.open";
    private static readonly Text Label = new($"Log it", $"Notieren");

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public static Button Button(Guid accountId, Voice voice, Guid? contactId = null) =>
        new(ActionId, Label.Plain(voice), ButtonValue.For(accountId, contactId?.ToString("N") ?? "").ToString(), ButtonStyle.Primary);

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var isTheirs = Guid.TryParse(value.Extra, out var contactId)
            && (await turn.Names(cancellation)).Any(name => name.Kind == NameKind.Contact && name.Id == contactId && name.AccountId == value.Subject);
        return await FormBuilder.OpenAbout(turn, value.Subject, turn.Registry.Commands.OfType<LogCommand>().Single(), cancellation, isTheirs ? [(LogSlots.Contact, contactId.ToString("N"))] : []);
    }
}

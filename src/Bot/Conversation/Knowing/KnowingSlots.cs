using AccountNudge.Bot.Conversation.Briefs;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Knowing;

/// <summary>What commands about a client or somebody there have in common.</summary>
internal static class KnowingSlots
{
    public static readonly Slot Who = new("name", SlotKind.AccountOrContact, BriefTexts.Name) { Required = true, Hint = BriefTexts.NameHint, Word = BriefTexts.NameWord };

    /// <summary>The client that was named, by itself or by somebody there, and whom of.</summary>
    public static async Task<(AccountFacts Facts, Contact? Contact)> About(this TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name(Who.Name);
        var facts = await turn.FactsOf(name, cancellation);
        if (name.Kind != NameKind.Contact) return (facts, null);
        var contact = facts.Contacts.First(known => known.Id == name.Id);
        return contact.State == ContactState.Deceased ? throw Refused(Who, KnowingTexts.HasDied(contact.Name)) : (facts, contact);
    }

    /// <summary>Why something cannot be, at its field of a form.</summary>
    public static RefusalException Refused(Slot slot, Text reason) => new(reason) { Fields = new Dictionary<string, Text> { [slot.Name] = reason } };
}

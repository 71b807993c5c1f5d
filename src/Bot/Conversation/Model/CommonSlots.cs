namespace AccountNudge.Bot.Conversation.Model;

/// <summary>Slots that several commands have in common.</summary>
internal static class CommonSlots
{
    /// <summary>The account, right after the command.</summary>
    public static readonly Slot Account = new("account", SlotKind.Account, new Text($"Account", $"Kunde")) { Required = true };

    /// <summary>The slot that says in which way one talked, or means to.</summary>
    public const string KindName = "kind";

    /// <summary>The account as a command would be given it, for the rest to be added.</summary>
    public static Dictionary<string, string> Given(Guid accountId) => new(StringComparer.Ordinal) { [Account.Name] = accountId.ToString("N") };

    /// <summary>Someone of that account.</summary>
    public static Slot Contact(Phrase keyword, Text label) => new("contact", SlotKind.Contact, label) { Keyword = keyword, Within = Account.Name };

    /// <summary>Free text.</summary>
    public static Slot Text(Text label, bool required = false) => new("text", SlotKind.Prose, label) { Required = required };
}

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>What the directory's commands have in common to ask for.</summary>
internal static class DirectorySlots
{
    private static readonly Phrase To = new("to|into", "in|zu");
    public static readonly Slot Account = new("account", SlotKind.Account, AccountTexts.Account) { Required = true };
    public static readonly Slot Contact = new("contact", SlotKind.Contact, ContactTexts.Contact) { Required = true, AlsoGone = true };
    public static readonly Slot Member = new("member", SlotKind.Member, AccountTexts.Who) { Required = true };
    public static readonly Slot NewName = new("name", SlotKind.NewName, AccountTexts.NewName) { Required = true, Keyword = To, Word = new("NEW", "NEU") };

    public static readonly Slot Tier = new("tier", SlotKind.Choice, AccountTexts.Tier)
    {
        Hint = AccountTexts.TierHint,
        Choices = [.. Enum.GetNames<Tier>().Select(tier => new SlotChoice(tier, new(tier, tier), AccountTexts.TierChoice(tier)))],
    };
}

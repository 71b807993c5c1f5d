using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>What is written down about a contact, and how it is shown.</summary>
internal static class ContactDetails
{
    public static string Role(string role) => role.Length <= DirectoryRules.LongestDetail ? role : throw new RefusalException(ContactTexts.TooLong);

    public static string Phone(string phone) =>
        phone.Length <= DirectoryRules.LongestDetail && Grammar.Phone.Read(phone) is { Number.Length: >= 3, Rest.Length: <= 30 }
            ? Grammar.Phone.Plain(phone)
            : throw new RefusalException(ContactTexts.NoPhone);

    public static string Email(string email) =>
        email.Length <= DirectoryRules.LongestDetail && Pasted.Email(email) is var address && DirectoryRules.IsEmail(address) ? address : throw new RefusalException(ContactTexts.NoEmail);

    /// <summary>The same words at the same client are the same person, with a title or without.</summary>
    public static async Task RefuseTaken(TurnContext turn, Account account, string name, Guid? own, CancellationToken cancellation)
    {
        var words = ComparedNames.PersonWords(name);
        var others = await turn.Store.Contacts.Where(contact => contact.AccountId == account.Id && contact.Id != own).Select(contact => contact.Name).ToListAsync(cancellation);
        if (others.Find(other => ComparedNames.PersonWords(other).SequenceEqual(words)) is { } taken) throw new RefusalException(ContactTexts.Taken(turn.Turn.Call, taken, account.Name));
    }

    /// <summary>The person first, then the company.</summary>
    public static RichText Who(Contact contact, Account account) => new([new Strong(contact.Name), new Words($", {account.Name}")]);

    public static Facts Facts(Contact contact, Voice voice)
    {
        var facts = new List<Fact>();
        Add(ContactTexts.Role, contact.Role);
        Add(ContactTexts.Phone, contact.Phone);
        Add(ContactTexts.Email, contact.Email);
        if (contact.Birthday is { } day) Add(ContactTexts.Birthday, ContactTexts.BirthdayOn(day, contact.BirthYear).Plain(voice));
        if (contact.OccasionsInChannel) Add(ContactTexts.Occasions, ContactTexts.InChannel.Plain(voice));
        return new Facts(facts);

        void Add(Text label, string value)
        {
            if (value.Length > 0) facts.Add(new Fact(label.Plain(voice), value));
        }
    }
}

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Enters someone at an account. With a birthday the answer is for the asker alone.</summary>
internal sealed class ContactAdd() : Command(
    new("contact.add", CommandGroup.LookAfter, new("contact add|contact new", "ansprechperson neu"), ContactTexts.DoesAdd, ContactTexts.ExampleAdd, ContactTexts.TitleAdd))
{
    private static readonly Slot Name = new("name", SlotKind.NewName, AccountTexts.Name) { Required = true };
    private static readonly Slot At = DirectorySlots.Account with { Keyword = new("at", "bei") };
    private static readonly Slot Role = new("role", SlotKind.Phrase, ContactTexts.Role) { Keyword = new("role", "rolle") };
    private static readonly Slot Phone = new("phone", SlotKind.Phrase, ContactTexts.Phone) { Keyword = new("phone|tel", "telefon|tel") };
    private static readonly Slot Email = new("email", SlotKind.Phrase, ContactTexts.Email) { Keyword = new("email|mail|e-mail", "mail|e-mail") };
    private static readonly Slot Birthday = new("birthday", SlotKind.DayOfYear, ContactTexts.Birthday) { Keyword = new("birthday", "geburtstag"), Hint = ContactTexts.BirthdayHint };

    public override IReadOnlyList<Slot> Slots { get; } = [Name, At, Role, Phone, Email, Birthday];

    public override bool FoundsTeam => true;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(At.Name), cancellation);
        var contact = Contact(turn, account, arguments);
        await ContactDetails.RefuseTaken(turn, account, contact.Name, null, cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        turn.Store.Contacts.Add(contact);
        turn.ForgetNames();
        return contact.Birthday is null ? DirectoryReplies.ToTeam(turn, Shown) : Reply.Asker(Shown(turn.OwnVoice));

        Card Shown(Voice voice)
        {
            var facts = ContactDetails.Facts(contact, voice);
            return new Card(ContactDetails.Who(contact, account), [.. facts.Items.Count > 0 ? [facts] : Array.Empty<CardPart>(), Replies.CorrectOrRemove(change.Id, voice)]);
        }
    }

    private static Contact Contact(TurnContext turn, Account account, Arguments arguments)
    {
        var contact = new Contact
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            Name = DirectoryReplies.Usable(arguments.Text(Name.Name)),
            Role = ContactDetails.Role(arguments.Text(Role.Name)),
        };
        if (arguments.Has(Phone.Name)) contact.Phone = ContactDetails.Phone(arguments.Text(Phone.Name));
        if (arguments.Has(Email.Name)) contact.Email = ContactDetails.Email(arguments.Text(Email.Name));
        if (!arguments.Has(Birthday.Name)) return contact;
        var day = arguments.DayOfYear(Birthday.Name);
        PossibleDays.RefuseBirthday(day, turn.Today, Birthday.Name);
        (contact.Birthday, contact.BirthYear) = (day.Day, day.Year);
        return contact;
    }
}

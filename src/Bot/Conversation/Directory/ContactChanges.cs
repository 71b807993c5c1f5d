using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Shows what is known about someone, to the asker alone.</summary>
internal sealed class ContactShow() : Command(
    new("contact.show", CommandGroup.LookAfter, new("contact show", "ansprechperson zeigen"), ContactTexts.DoesShow, ContactTexts.ExampleShow, ContactTexts.TitleShow))
{
    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Contact];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var voice = turn.OwnVoice;
        var name = arguments.Name(DirectorySlots.Contact.Name);
        var (contact, account) = (await DirectoryReplies.ContactOf(turn, name, cancellation), await turn.Account(name, cancellation));
        var last = await turn.Store.Interactions.OnlyTalks().Where(talk => talk.ContactId == contact.Id).OrderByDescending(talk => talk.On).FirstOrDefaultAsync(cancellation);
        var facts = await turn.FactsOf(name, cancellation);
        var known = PracticeViews.All.SelectMany(view => view.ContactFacts(contact, facts, turn.ForAsker())).Select(fact => new Fact(fact.Label.Plain(voice), fact.Value.In(voice)));
        if (contact.ObjectedOn is { } objected) known = known.Append(new Fact(ContactTexts.Objection.Plain(voice), ContactTexts.ObjectedSince(objected).In(voice)));
        var talked = new Fact(AccountTexts.LastTalk.Plain(voice), (last is null ? AccountTexts.NoTalk : AccountTexts.Day(last.On)).In(voice));
        return Reply.Asker(new Card(ContactDetails.Who(contact, account), new Facts([.. known, .. ContactDetails.Facts(contact, voice).Items, talked]), new Note(ContactTexts.OnlyYou.In(voice))));
    }
}

/// <summary>Gives a contact another name.</summary>
internal sealed class ContactRename() : Command(
    new("contact.rename", CommandGroup.LookAfter, new("contact rename", "ansprechperson umbenennen"), ContactTexts.DoesRename, ContactTexts.ExampleRename, ContactTexts.TitleRename))
{
    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Contact, DirectorySlots.NewName];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var known = arguments.Name(DirectorySlots.Contact.Name);
        var (contact, account) = (await DirectoryReplies.ContactOf(turn, known, cancellation), await turn.Account(known, cancellation));
        var (old, name) = (contact.Name, DirectoryReplies.Usable(arguments.Text(DirectorySlots.NewName.Name)));
        if (old == name) throw new RefusalException(AccountTexts.CalledSoAlready(name));
        await ContactDetails.RefuseTaken(turn, account, name, contact.Id, cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        contact.Name = name;
        turn.ForgetNames();
        return DirectoryReplies.Noted(turn, change, ContactTexts.Renamed(old, name, account.Name));
    }
}

/// <summary>Notes one detail about a contact.</summary>
internal abstract class ContactDetail(CommandWords words, Text label, Func<Contact, string> get, Action<Contact, string> set) : Command(words)
{
    private const string Value = "value";

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Contact, new(Value, SlotKind.Phrase, label) { Required = true }];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name(DirectorySlots.Contact.Name);
        var (contact, account) = (await DirectoryReplies.ContactOf(turn, name, cancellation), await turn.Account(name, cancellation));
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var before = get(contact);
        set(contact, arguments.Text(Value));
        turn.ForgetNames();
        return DirectoryReplies.Noted(turn, change, ContactTexts.Changed(contact.Name, account.Name, label, get(contact)), DirectoryReplies.Formerly(before, get(contact)));
    }
}

internal sealed class ContactRole() : ContactDetail(
    new("contact.role", CommandGroup.LookAfter, new("contact role", "ansprechperson rolle"), ContactTexts.DoesRole, ContactTexts.ExampleRole, ContactTexts.TitleRole), ContactTexts.Role,
    contact => contact.Role, (contact, value) => contact.Role = ContactDetails.Role(value));

internal sealed class ContactPhone() : ContactDetail(
    new("contact.phone", CommandGroup.LookAfter, new("contact phone", "ansprechperson telefon"), ContactTexts.DoesPhone, ContactTexts.ExamplePhone, ContactTexts.TitlePhone), ContactTexts.Phone,
    contact => contact.Phone, (contact, value) => contact.Phone = ContactDetails.Phone(value));

internal sealed class ContactEmail() : ContactDetail(
    new("contact.email", CommandGroup.LookAfter, new("contact email|contact mail", "ansprechperson mail"), ContactTexts.DoesEmail, ContactTexts.ExampleEmail, ContactTexts.TitleEmail), ContactTexts.Email,
    contact => contact.Email, (contact, value) => contact.Email = ContactDetails.Email(value));

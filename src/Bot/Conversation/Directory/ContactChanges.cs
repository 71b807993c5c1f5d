using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Shows what is known about someone, to the asker alone.</summary>
internal sealed class ContactShow : Command
{
    public override string Id => "contact.show";

    public override Phrase Phrase => new("contact show", "ansprechperson zeigen");

    public override Text Does => ContactTexts.DoesShow;

    public override Text Title => ContactTexts.TitleShow;

    public override Text Example => ContactTexts.ExampleShow;

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Contact];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var voice = turn.OwnVoice;
        var name = arguments.Name(DirectorySlots.Contact.Name);
        var (contact, account) = (await DirectoryReplies.ContactOf(turn, name, cancellation), await turn.Account(name, cancellation));
        var last = await turn.Store.Interactions.Where(talk => talk.ContactId == contact.Id && talk.Kind < InteractionKind.Greeting).OrderByDescending(talk => talk.On).FirstOrDefaultAsync(cancellation);
        var talked = new Fact(AccountTexts.LastTalk.Plain(voice), (last is null ? AccountTexts.NoTalk : AccountTexts.Day(last.On)).In(voice));
        return Reply.Asker(new Card(ContactDetails.Who(contact, account), new Facts([.. ContactDetails.Facts(contact, voice).Items, talked]), new Note(ContactTexts.OnlyYou.In(voice))));
    }
}

/// <summary>Gives a contact another name.</summary>
internal sealed class ContactRename : Command
{
    public override string Id => "contact.rename";

    public override Phrase Phrase => new("contact rename", "ansprechperson umbenennen");

    public override Text Does => ContactTexts.DoesRename;

    public override Text Title => ContactTexts.TitleRename;

    public override Text Example => ContactTexts.ExampleRename;

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
internal abstract class ContactDetail(string detail, Text label, Text does, Text title, Text example, Phrase phrase, Action<Contact, string> set) : Command
{
    private const string Value = "value";

    public override string Id => $"contact.{detail}";

    public override Phrase Phrase => phrase;

    public override Text Does => does;

    public override Text Title => title;

    public override Text Example => example;

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Contact, new(Value, SlotKind.Phrase, label) { Required = true }];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name(DirectorySlots.Contact.Name);
        var (contact, account) = (await DirectoryReplies.ContactOf(turn, name, cancellation), await turn.Account(name, cancellation));
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        set(contact, arguments.Text(Value));
        turn.ForgetNames();
        return DirectoryReplies.Noted(turn, change, ContactTexts.Changed(contact.Name, account.Name, label, arguments.Text(Value)));
    }
}

internal sealed class ContactRole() : ContactDetail(
    "role", ContactTexts.Role, ContactTexts.DoesRole, ContactTexts.TitleRole, ContactTexts.ExampleRole, new("contact role", "ansprechperson rolle"),
    (contact, value) => contact.Role = ContactDetails.Role(value));

internal sealed class ContactPhone() : ContactDetail(
    "phone", ContactTexts.Phone, ContactTexts.DoesPhone, ContactTexts.TitlePhone, ContactTexts.ExamplePhone, new("contact phone", "ansprechperson telefon"),
    (contact, value) => contact.Phone = ContactDetails.Phone(value));

internal sealed class ContactEmail() : ContactDetail(
    "email", ContactTexts.Email, ContactTexts.DoesEmail, ContactTexts.TitleEmail, ContactTexts.ExampleEmail, new("contact email|contact mail", "ansprechperson mail"),
    (contact, value) => contact.Email = ContactDetails.Email(value));

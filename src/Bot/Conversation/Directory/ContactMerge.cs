using AccountNudge.Core;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Makes one contact of two at the same account. What refers to the first then refers to the second; it cannot be undone.</summary>
internal sealed class ContactMerge() : Command(
    new("contact.merge", CommandGroup.LookAfter, new("contact merge", "ansprechperson zusammenführen"), ContactTexts.DoesMerge, ContactTexts.ExampleMerge, ContactTexts.TitleMerge))
{
    private static readonly Slot Into = new("into", SlotKind.Contact, ContactTexts.Into) { Required = true, Keyword = new("into|with", "in|mit"), Hint = ContactTexts.MergeHint };

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Contact, Into];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (first, second) = (arguments.Name(DirectorySlots.Contact.Name), arguments.Name(Into.Name));
        if (first.Id == second.Id) throw new RefusalException(ContactTexts.SamePerson);
        if (first.AccountId != second.AccountId) throw new RefusalException(ContactTexts.OtherAccount);
        var account = await turn.Account(second, cancellation);
        var (from, into) = (await DirectoryReplies.ContactOf(turn, first, cancellation), await DirectoryReplies.ContactOf(turn, second, cancellation));
        await turn.Store.Lock(turn.Store.Accounts.Where(row => row.Id == account.Id), cancellation);
        await turn.Store.MoveContactReferences(PracticeCatalog.All, from.Id, into.Id, cancellation);
        FillGaps(from, into);
        turn.Store.Contacts.Remove(from);
        turn.ForgetNames();
        return DirectoryReplies.ToTeam(turn, voice => new Card(ContactTexts.Merged(from.Name, into.Name, account.Name).In(voice), new Note(ContactTexts.MergeDetail.In(voice))));
    }

    private static void FillGaps(Contact from, Contact into)
    {
        if (into.Role.Length == 0) into.Role = from.Role;
        if (into.Phone.Length == 0) into.Phone = from.Phone;
        if (into.Email.Length == 0) into.Email = from.Email;
        if (into.Birthday is not null && into.Birthday != from.Birthday) return;
        into.Birthday = from.Birthday;
        into.BirthYear ??= from.BirthYear;
    }
}

using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Makes one contact of two at the same account. What refers to the first then refers to the second; it cannot be undone.</summary>
internal sealed class ContactMerge : Command
{
    private static readonly Slot Into = new("into", SlotKind.Contact, ContactTexts.Into) { Required = true, Keyword = new("into|with", "in|mit"), Hint = ContactTexts.MergeHint };

    public override string Id => "contact.merge";

    public override Phrase Phrase => new("contact merge", "ansprechperson zusammenführen");

    public override Text Does => ContactTexts.DoesMerge;

    public override Text Title => ContactTexts.TitleMerge;

    public override Text Example => ContactTexts.ExampleMerge;

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Contact, Into];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (first, second) = (arguments.Name(DirectorySlots.Contact.Name), arguments.Name(Into.Name));
        if (first.Id == second.Id) throw new RefusalException(ContactTexts.SamePerson);
        if (first.AccountId != second.AccountId) throw new RefusalException(ContactTexts.OtherAccount);
        var account = await turn.Account(second, cancellation);
        var (from, into) = (await DirectoryReplies.ContactOf(turn, first, cancellation), await DirectoryReplies.ContactOf(turn, second, cancellation));
        await turn.Store.Lock(turn.Store.Accounts.Where(row => row.Id == account.Id), cancellation);
        await MoveReferences(turn.Store, from.Id, into.Id, cancellation);
        FillGaps(from, into);
        turn.Store.Contacts.Remove(from);
        turn.ForgetNames();
        return DirectoryReplies.ToTeam(turn, voice => new Card(ContactTexts.Merged(from.Name, into.Name, account.Name).In(voice), new Note(ContactTexts.MergeDetail.In(voice))));
    }

    /// <summary>What was decided or asked about a birthday moves along, unless it was decided or asked for the one who stays.</summary>
    private static async Task MoveReferences(Store store, Guid from, Guid into, CancellationToken cancellation)
    {
        await store.Interactions.Where(talk => talk.ContactId == from).ExecuteUpdateAsync(set => set.SetProperty(talk => talk.ContactId, into), cancellation);
        await store.Complaints.Where(complaint => complaint.ContactId == from).ExecuteUpdateAsync(set => set.SetProperty(complaint => complaint.ContactId, into), cancellation);
        var decided = await store.OccasionChoices.Where(choice => choice.Subject == into).Select(choice => choice.Year).ToListAsync(cancellation);
        await store.OccasionChoices.Where(choice => choice.Subject == from && !decided.Contains(choice.Year)).ExecuteUpdateAsync(set => set.SetProperty(choice => choice.Subject, into), cancellation);
        await store.OccasionChoices.Where(choice => choice.Subject == from).ExecuteDeleteAsync(cancellation);
        await store.Snoozes.Where(snooze => snooze.Kind == BirthdayPractice.Kind && snooze.Subject == from).ExecuteUpdateAsync(set => set.SetProperty(snooze => snooze.Subject, into), cancellation);
        await store.Overrides.Where(release => release.Kind == BirthdayPractice.Kind && release.Subject == from).ExecuteUpdateAsync(set => set.SetProperty(release => release.Subject, into), cancellation);
        var asked = await store.Nudges.Where(nudge => nudge.Kind == BirthdayPractice.Kind && nudge.Subject == into).Select(nudge => nudge.Cycle).ToListAsync(cancellation);
        await store.Nudges.Where(nudge => nudge.Kind == BirthdayPractice.Kind && nudge.Subject == from && !asked.Contains(nudge.Cycle))
            .ExecuteUpdateAsync(set => set.SetProperty(nudge => nudge.Subject, into), cancellation);
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

using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Makes one contact of two at the same account. What refers to the first then refers to the second; it cannot be undone, so it asks first.</summary>
internal sealed class ContactMerge() : Command(
    new("contact.merge", CommandGroup.LookAfter, new("contact merge", "ansprechperson zusammenführen"), ContactTexts.DoesMerge, ContactTexts.ExampleMerge, ContactTexts.TitleMerge))
{
    private static readonly Slot Into = new("into", SlotKind.Contact, ContactTexts.Into) { Required = true, AlsoGone = true, Keyword = new("into|with", "in|mit"), Hint = ContactTexts.MergeHint };

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Contact, Into];

    /// <summary>Says what becomes of the two, and does it when that is confirmed.</summary>
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (from, into, account) = await Both(turn, arguments, cancellation);
        var voice = turn.OwnVoice;
        var (gained, lost) = ContactUnion.Of(from, into, voice);
        var draft = turn.KeepDraft(this, arguments.Raw);
        return Reply.Asker(new Card(ContactTexts.AskMerge(from.Name, into.Name, account.Name).In(voice), [
            .. gained.Count == 0 ? [] : new CardPart[] { new Paragraph(ContactTexts.Gains(into.Name).In(voice)), new Facts(gained) },
            .. lost.Count == 0 ? [] : new CardPart[] { new Paragraph(ContactTexts.Loses(from.Name).In(voice)), new Facts(lost) },
            new Note(ContactTexts.MergeMoves.In(voice)),
            new Actions([new Button(ConfirmMerge.ActionId, ContactTexts.MergeNow.Plain(voice), ButtonValue.For(draft.Id).ToString(), ButtonStyle.Primary)]),
        ]));
    }

    /// <summary>Makes one of the two.</summary>
    public static async Task<Reply> Merge(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (from, into, account) = await Both(turn, arguments, cancellation);
        await turn.Store.Lock(turn.Store.Accounts.Where(row => row.Id == account.Id), cancellation);
        await turn.Store.MoveContactReferences(PracticeCatalog.All, from.Id, into.Id, cancellation);
        ContactUnion.FillGaps(from, into);
        turn.Store.Contacts.Remove(from);
        turn.ForgetNames();
        return DirectoryReplies.ToTeam(turn, voice => new Card(ContactTexts.Merged(from.Name, into.Name, account.Name).In(voice), new Note(ContactTexts.MergeDetail.In(voice))));
    }

    private static async Task<(Contact From, Contact Into, Account Account)> Both(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (first, second) = (arguments.Name(DirectorySlots.Contact.Name), arguments.Name(Into.Name));
        if (first.Id == second.Id) throw new RefusalException(ContactTexts.SamePerson);
        if (first.AccountId != second.AccountId) throw new RefusalException(ContactTexts.OtherAccount);
        if (first.State != second.State) throw new RefusalException(ContactTexts.OneIsGone(turn.Turn.Call, (first.IsGone ? first : second).Name));
        return (await DirectoryReplies.ContactOf(turn, first, cancellation), await DirectoryReplies.ContactOf(turn, second, cancellation), await turn.Account(second, cancellation));
    }
}

/// <summary>[Make it one entry].</summary>
internal sealed class ConfirmMerge : ButtonAction
{
    public const string ActionId = "contact.merge";

    public override string Id => ActionId;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FindDraft(value.Subject, cancellation) is not (ContactMerge command, { } raw)) return Replies.NotThere(turn);
        if (FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow) is not Filled filled) return Replies.NotThere(turn);
        return await ContactMerge.Merge(turn, filled.Arguments, cancellation) with { AnswersQuestion = true };
    }
}

/// <summary>What two entries of one person come to.</summary>
internal static class ContactUnion
{
    /// <summary>What the one who stays gains of the other, and what of the other goes because it is noted differently.</summary>
    public static (IReadOnlyList<Fact> Gained, IReadOnlyList<Fact> Lost) Of(Contact from, Contact into, Voice voice)
    {
        var (gained, lost) = (new List<Fact>(), new List<Fact>());
        Compare(ContactTexts.Role, from.Role, into.Role);
        Compare(ContactTexts.Phone, from.Phone, into.Phone);
        Compare(ContactTexts.Email, from.Email, into.Email);
        if (from.Birthday is { } day)
        {
            var isSame = day == into.Birthday && (from.BirthYear is null || from.BirthYear == into.BirthYear);
            var isGained = into.Birthday is null || (day == into.Birthday && into.BirthYear is null);
            if (!isSame) (isGained ? gained : lost).Add(new Fact(ContactTexts.Birthday.Plain(voice), ContactTexts.BirthdayOn(day, from.BirthYear).Plain(voice)));
        }

        return (gained, lost);

        void Compare(Text label, string goes, string stays)
        {
            if (goes.Length > 0 && goes != stays) (stays.Length == 0 ? gained : lost).Add(new Fact(label.Plain(voice), goes));
        }
    }

    /// <summary>Takes over what the one who stays does not have.</summary>
    public static void FillGaps(Contact from, Contact into)
    {
        if (into.Role.Length == 0) into.Role = from.Role;
        if (into.Phone.Length == 0) into.Phone = from.Phone;
        if (into.Email.Length == 0) into.Email = from.Email;
        // What was private of either stays private.
        into.OccasionsInChannel &= from.OccasionsInChannel;
        if (into.Birthday is not null && into.Birthday != from.Birthday) return;
        into.Birthday = from.Birthday;
        into.BirthYear ??= from.BirthYear;
    }
}

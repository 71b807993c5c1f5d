using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Privacy;

/// <summary>Notes that someone does not want to be thought of, or no longer minds. For managers alone.</summary>
internal sealed class ObjectionCommand() : Command(
    new("objection", CommandGroup.LookAfter, new("objection|objects", "widerspruch|widerspricht"), PrivacyTexts.DoesObject, PrivacyTexts.ExampleObject, PrivacyTexts.TitleObject))
{
    private static readonly Slot Ended = new("ended", SlotKind.Choice, PrivacyTexts.Withdrawn)
    {
        Choices = [new("yes", new("taken back|withdrawn", "zurückgenommen|zurückgezogen"), PrivacyTexts.Withdrawn)],
    };

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Contact, Ended];

    public override Text? NeverCreates => PrivacyTexts.NobodyOfThatName;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name(DirectorySlots.Contact.Name);
        var (contact, account) = (await DirectoryReplies.ContactOf(turn, name, cancellation), await turn.Account(name, cancellation));
        var team = turn.TeamOf(account);
        await TeamChoice.MustManage(turn, team, cancellation);
        if (contact.State == ContactState.Deceased) throw new RefusalException(PrivacyTexts.HasDied);
        var (isOver, voice) = (arguments.Choice(Ended.Name) is not null, turn.OwnVoice);
        if (!isOver && contact.ObjectedOn is { } since) throw new RefusalException(PrivacyTexts.AlreadyObjected(contact.Name, since));
        if (isOver && contact.ObjectedOn is null) throw new RefusalException(PrivacyTexts.NeverObjected);
        var change = turn.Record(this, arguments, team);
        contact.ObjectedOn = isOver ? null : turn.CalendarOf(account).DateOf(turn.Now);
        turn.Store.Audit.Add(new AuditEntry
        {
            WorkspaceId = account.WorkspaceId, TeamId = team.Id, MemberId = turn.Speaker.Id, At = turn.Now, Act = isOver ? PrivacyAct.ObjectionWithdrawn : PrivacyAct.Objected, Count = 1,
        });
        var who = People.Of(contact, account);
        return Reply.Asker(contact.ObjectedOn is { } on
            ? new Card(PrivacyTexts.Objected(who, on).In(voice), new Paragraph(PrivacyTexts.ObjectionEffect.In(voice)), new Actions([Replies.Remove(change.Id, voice)]))
            : new Card(PrivacyTexts.ObjectionEnded(who).In(voice), new Actions([Replies.Remove(change.Id, voice)])));
    }
}

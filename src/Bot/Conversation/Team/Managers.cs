using AccountNudge.Core.Digests;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>A command about who manages a team. While nobody does, everyone is to hear who will.</summary>
internal abstract class ManagerCommand(CommandWords words) : TeamCommand(words)
{
    public override IReadOnlyList<Slot> Slots { get; } = [new("who", SlotKind.Member, ManagerTexts.Who) { Required = true }];

    protected sealed override async Task<Reply> Run(TurnContext turn, AccountTeam team, Arguments arguments, CancellationToken cancellation)
    {
        await TeamChoice.MustManage(turn, team, cancellation);
        var (id, name) = (arguments.Name("who").Id, arguments.Name("who").Name);
        var member = await turn.Store.Members.FirstAsync(member => member.Id == id, cancellation);
        var place = await turn.Store.Memberships.FirstOrDefaultAsync(place => place.TeamId == team.Id && place.MemberId == id, cancellation)
            ?? turn.Store.Memberships.Local.FirstOrDefault(place => place.TeamId == team.Id && place.MemberId == id)
            ?? throw new RefusalException(ManagerTexts.NotInTeam(name, team.Name));
        return await Run(turn, team, member, place, cancellation);
    }

    protected abstract Task<Reply> Run(TurnContext turn, AccountTeam team, Member member, Membership place, CancellationToken cancellation);

    protected static async Task<int> Others(TurnContext turn, AccountTeam team, Member member, CancellationToken cancellation) =>
        await turn.Store.Memberships.CountAsync(place => place.TeamId == team.Id && place.IsManager && place.MemberId != member.Id, cancellation);
}

/// <summary>Names a manager.</summary>
internal sealed class AppointManager() : ManagerCommand(
    new("team.manager", CommandGroup.SetUp, new("team manager", "team leitung"), ManagerTexts.DoesAppoint, ManagerTexts.ExampleAppoint, ManagerTexts.TitleAppoint))
{
    protected override async Task<Reply> Run(TurnContext turn, AccountTeam team, Member member, Membership place, CancellationToken cancellation)
    {
        if (place.IsManager) throw new RefusalException(ManagerTexts.Already(member.Name, team.Name));
        var isFirst = await Others(turn, team, member, cancellation) == 0;
        if (isFirst && !team.HomeIsDirect && !TeamChoice.IsAt(turn, team)) throw new RefusalException(ManagerTexts.SayItThere);
        var calendar = team.Settings.Calendar(member);
        place.IsManager = true;
        member.WeekAt ??= ManagerWeek.NextAfter(turn.Now, calendar, team.Settings.Morning);
        var first = calendar.DateOf(member.WeekAt.Value);
        return TeamChoice.Tell(turn, team, voice => new Card(ManagerTexts.Appointed(member, team.Name).In(voice), [
            new Paragraph(ManagerTexts.Week(new Text($"{first:dddd d MMMM}", $"{first:dddd, d. MMMM}")).In(voice)),
            .. isFirst ? new CardPart[] { new Paragraph(ManagerTexts.First.In(voice)) } : [],
            new Note(ManagerTexts.By(turn.Speaker.Name).In(voice)),
        ]));
    }
}

/// <summary>Ends someone's managing.</summary>
internal sealed class RemoveManager() : ManagerCommand(
    new("team.manager.remove", CommandGroup.SetUp, new("team manager remove|team manager without", "team leitung ohne|team leitung entfernen"), ManagerTexts.DoesRemove, ManagerTexts.ExampleRemove, ManagerTexts.TitleRemove))
{
    protected override async Task<Reply> Run(TurnContext turn, AccountTeam team, Member member, Membership place, CancellationToken cancellation)
    {
        if (!place.IsManager) throw new RefusalException(ManagerTexts.NotManaging(member.Name, team.Name));
        var isLast = await Others(turn, team, member, cancellation) == 0;
        place.IsManager = false;
        if (!await turn.Store.ManagesBesides(member.Id, team.Id, cancellation)) member.WeekAt = null;
        return TeamChoice.Tell(turn, team, voice => new Card(ManagerTexts.Removed(member, team.Name).In(voice), [
            .. isLast ? new CardPart[] { new Paragraph(ManagerTexts.Last.In(voice)) } : [],
            new Note(ManagerTexts.By(turn.Speaker.Name).In(voice)),
        ]));
    }
}

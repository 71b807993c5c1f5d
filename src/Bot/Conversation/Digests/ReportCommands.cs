using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Digests;

namespace AccountNudge.Bot.Conversation.Digests;

/// <summary>My open matters; for the asker's eyes only.</summary>
internal sealed class TodayCommand() : Command(
    new("today", CommandGroup.Ask, new("today", "heute"), new($"shows what is open for you", $"zeigt, was für ‹dich|Sie› offen ist"), new($"today", $"heute")))
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation) =>
        Reply.Asker(TodayCards.Of(await turn.Store.TodayOf(turn.Speaker.Id, turn.Now, cancellation), turn.ForAsker()));
}

/// <summary>[Show Today], below a morning message that could not hold everything.</summary>
internal sealed class OpenToday(IServiceProvider services) : ButtonAction
{
    private readonly TodayCommand today = ActivatorUtilities.CreateInstance<TodayCommand>(services);

    public override string Id => "today.open";

    public override bool OnlyOpens => true;

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        turn.Teams.Count > 0 ? today.Run(turn, Arguments.None, cancellation) : Task.FromResult(Replies.Hint(turn, ConversationTexts.NoTeamYet(turn.Turn.Call)));
}

/// <summary>The report now, over the teams in scope: the channel's own, or in a direct message all of the speaker's.</summary>
internal sealed class DigestCommand() : Command(
    new("digest", CommandGroup.Ask, new("digest", "überblick"), new($"shows how things stand", $"zeigt, wie es steht"), new($"digest", $"überblick")))
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var managed = await turn.Store.Memberships.Where(place => place.MemberId == turn.Speaker.Id && place.IsManager).Select(place => place.TeamId).ToListAsync(cancellation);
        // What only managers may know is said to those who manage all of it, and where nobody else reads.
        var isForManagers = turn.Turn.Channel.IsDirect && turn.Teams.All(team => managed.Contains(team.Id));
        var report = await turn.Store.DigestOf(turn.Now, isForManagers, cancellation);
        return report is null
            ? Replies.Hint(turn, ConversationTexts.NoTeamYet(turn.Turn.Call))
            : turn.ReplyToTeam(context => DigestCards.Of(report, DigestTexts.Overview(string.Join(", ", report.Teams.Select(team => team.Name))), context));
    }
}

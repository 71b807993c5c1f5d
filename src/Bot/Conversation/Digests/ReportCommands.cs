using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Conversation.Digests;

/// <summary>My open matters; for the asker's eyes only.</summary>
internal sealed class TodayCommand : Command
{
    public override string Id => "today";

    public override Phrase Phrase => new("today", "heute");

    public override Text Does => new($"shows what is open for you", $"zeigt, was für ‹dich|Sie› offen ist");

    public override Text Example => new($"today", $"heute");

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation) =>
        Reply.Asker(TodayCards.Of(await turn.Store.TodayOf(turn.Speaker.Id, turn.Now, cancellation), turn.ToAsker()));
}

/// <summary>[Show Today], below a morning message that could not hold everything.</summary>
internal sealed class OpenToday(IServiceProvider services) : ButtonAction
{
    private readonly TodayCommand today = ActivatorUtilities.CreateInstance<TodayCommand>(services);

    public override string Id => "today.open";

    public override bool OnlyOpens => true;

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        Routing.Run(turn, today, Arguments.None, cancellation);
}

/// <summary>The report now, over the teams in scope: the channel's own, or in a direct message all of the speaker's.</summary>
internal sealed class DigestCommand : Command
{
    public override string Id => "digest";

    public override Phrase Phrase => new("digest", "überblick");

    public override Text Does => new($"shows how things stand", $"zeigt, wie es steht");

    public override Text Example => new($"digest", $"überblick");

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var report = await turn.Store.DigestOf(turn.Now, cancellation);
        return report is null
            ? Replies.Hint(turn, ConversationTexts.NoTeamYet)
            : turn.ToTeam(telling => DigestCards.Of(report, DigestTexts.Overview(string.Join(", ", report.Teams.Select(team => team.Name))), telling));
    }
}

/// <summary>To whom a report is told.</summary>
internal static class Tellings
{
    /// <summary>To the asker alone.</summary>
    public static Telling ToAsker(this TurnContext turn) => new(turn.OwnVoice, turn.Zone, turn.Now, IsDirect: true);

    /// <summary>To everyone in the team's own channel; anywhere else to the asker alone.</summary>
    public static Reply ToTeam(this TurnContext turn, Func<Telling, Card> card) => turn.IsElsewhere
        ? Reply.Asker(card(turn.ToAsker()))
        : Reply.Everyone(card(new Telling(turn.Voice, turn.Zone, turn.Now, IsDirect: false)));
}

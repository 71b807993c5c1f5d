using AccountNudge.Core.Posting;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>Which channel is whose home.</summary>
internal static class Homes
{
    /// <summary>In a channel that is nobody's home others may read along, whatever answers: then it is for the asker alone.</summary>
    public static Reply Discreet(TurnContext turn, Reply reply) =>
        turn.IsElsewhere && reply.Card is not null && !IsHomeNow(turn) ? reply with { OnlyAsker = true } : reply;

    /// <summary>What was recorded elsewhere went to the speaker's own team; perhaps this channel should have one.</summary>
    public static Reply Offer(TurnContext turn, Command command, Reply reply)
    {
        if (!turn.IsElsewhere || !command.FoundsTeam || reply.Card is not { } card || IsHomeNow(turn)) return reply;
        var button = new Button("team.found", HomeTexts.NewTeamHere.Plain(turn.OwnVoice), ButtonValue.For(turn.Workspace.Id).ToString());
        return reply with { Card = card with { Parts = [.. card.Parts, new Actions([button])] } };
    }

    /// <summary>The team that the speaker began in direct messages.</summary>
    public static AccountTeam? TeamOfOne(TurnContext turn) => turn.Teams.FirstOrDefault(team => team.HomeIsDirect && team.Home == turn.Speaker.PersonId);

    /// <summary>To someone who began in direct messages and now invites the bot into a channel: their own team, or a new one?</summary>
    public static Reply AskWhose(TurnContext turn)
    {
        var voice = turn.OwnVoice;
        return Reply.Asker(new Card(HomeTexts.WeKnowEachOther(turn.Speaker.Name).In(voice), new Paragraph(HomeTexts.BringAlong.In(voice)), new Actions([
            new Button("team.move", HomeTexts.MoveItHere.Plain(voice), ButtonValue.For(turn.Workspace.Id).ToString(), ButtonStyle.Primary),
            new Button("team.found", HomeTexts.NewTeamHere.Plain(voice), ButtonValue.For(turn.Workspace.Id).ToString()),
        ])));
    }

    /// <summary>This very turn has made the channel a home.</summary>
    public static bool IsHomeNow(TurnContext turn) =>
        turn.Store.ChangeTracker.Entries<AccountTeam>().Any(entry => entry.Entity.Home == turn.Turn.Channel.Id);
}

/// <summary>[New team here].</summary>
internal sealed class FoundTeam : ButtonAction
{
    public override string Id => "team.found";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (turn.Turn.Channel.IsDirect || (turn.Teams.Count > 0 && !turn.IsElsewhere)) return Replies.Hint(turn, HomeTexts.HasHome);
        return Welcome.To(turn, await turn.Found(cancellation));
    }
}

/// <summary>[Bring it here].</summary>
internal sealed class MoveTeam : ButtonAction
{
    public override string Id => "team.move";

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        turn.Registry.Find("team.here")!.Run(turn, Arguments.None, cancellation);
}

/// <summary>Moves a team of one from its direct message to this channel, or a team whose channel takes no posts any more.</summary>
internal sealed class MoveHere() : Command(
    new("team.here", CommandGroup.SetUp, new("team here", "team hier"), HomeTexts.DoesHere, HomeTexts.ExampleHere))
{
    public override bool FoundsTeam => true;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var channel = turn.Turn.Channel;
        if (channel.IsDirect) throw new RefusalException(HomeTexts.SayItInChannel(turn.Turn.CalledBy + " "));
        if (!turn.IsElsewhere) return Replies.Hint(turn, HomeTexts.IsHome(turn.Team.Name));
        if ((Homes.TeamOfOne(turn) ?? turn.Teams.FirstOrDefault(homeless => homeless.UnreachableSince is not null)) is not { } team) return Replies.Hint(turn, HomeTexts.NothingToMove);
        await TeamChoice.MustManage(turn, team, cancellation);
        if (team.Name == turn.Speaker.Name) team.Name = channel.Name;
        (team.Home, team.HomeIsDirect) = (channel.Id, false);
        await turn.Store.HomeReachable(team, turn.Now, cancellation);
        return Reply.Everyone(new Card(HomeTexts.Moved(team.Name, turn.Speaker.Name).In(turn.Workspace.Voice(team.Settings.Language)), Welcome.Afterwards(turn, team)));
    }
}

/// <summary>The words about homes.</summary>
internal static class HomeTexts
{
    public static readonly Text DoesHere = new($"moves your team to this channel", $"zieht das eigene Team in diesen Kanal um");
    public static readonly Text ExampleHere = new($"team here", $"team hier");
    public static readonly Text NewTeamHere = new($"New team here", $"Neues Team hier");
    public static readonly Text MoveItHere = new($"Bring it here", $"Hierher umziehen");

    public static readonly Text BringAlong = new(
        $"Shall I bring your notes from our direct messages here, or is this a new team?",
        $"Soll hierher umziehen, was ‹du|Sie› in ‹deinen|Ihren› Direktnachrichten notiert ‹hast|haben›, oder beginnt hier ein anderes Team?");

    public static readonly Text HasHome = new($"This channel is already a team’s home.", $"Hier ist schon ein Team zu Hause.");

    public static Text SayItInChannel(string call) => new(
        $"Please say “{call}team here” in the channel you’d like as the team’s home.",
        $"„{call}team hier“ bitte in dem Kanal sagen, in dem das Team zu Hause sein soll.");

    public static readonly Text NothingToMove = new(
        $"Your team already has its channel. This one could become another team’s home.",
        $"‹Dein|Ihr› Team hat schon seinen Kanal. Hier kann ein weiteres entstehen.");

    public static Text WeKnowEachOther(string name) => new($"{name}, thank you for inviting me.", $"{name}, danke für die Einladung.");

    public static Text IsHome(string team) => new($"This is the home of {team}.", $"Hier ist {team} zu Hause.");

    public static Text Moved(string team, string who) => new(
        $"{team} has moved here with everything {who} has noted so far.",
        $"{team} ist hierher umgezogen, mit allem, was {who} bisher notiert hat.");
}

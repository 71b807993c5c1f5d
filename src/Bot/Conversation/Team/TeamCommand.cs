using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>A command about one team as such. Whoever looks after several is asked which one.</summary>
internal abstract class TeamCommand(CommandWords words) : Command(words)
{
    public override bool FoundsTeam => true;

    public sealed override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation) =>
        TeamChoice.Of(turn) is { } team ? await Run(turn, team, arguments, cancellation) : TeamChoice.Ask(turn, this, arguments);

    protected abstract Task<Reply> Run(TurnContext turn, AccountTeam team, Arguments arguments, CancellationToken cancellation);
}

/// <summary>Which team is meant.</summary>
internal static class TeamChoice
{
    private const string Prefix = "team:";
    private const int MostTeams = 10;

    /// <summary>What a form carries, so that it comes back to the same team.</summary>
    public static string Context(AccountTeam team) => $"{Prefix}{team.Id:N}";

    /// <summary>The team the form was opened for, or the only one; null when it has to be asked.</summary>
    public static AccountTeam? Of(TurnContext turn)
    {
        if (turn.Turn.Input is Submitted { Context: var context } && context.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(context[Prefix.Length..], "N", out var id))
            return turn.Teams.FirstOrDefault(team => team.Id == id) ?? throw new RefusalException(ConversationTexts.NotThere(turn.Turn.Call));
        return turn.Teams.Count == 1 ? turn.Team : null;
    }

    public static Reply Ask(TurnContext turn, Command command, Arguments arguments)
    {
        var draft = turn.KeepDraft(command, arguments.Raw);
        var buttons = turn.Teams.Take(MostTeams).Select(team => new Button("team.choose", team.Name, ButtonValue.For(draft.Id, team.Id.ToString("N")).ToString()));
        return Reply.Asker(new Card(TeamTexts.WhichTeam.In(turn.OwnVoice), new Actions([.. buttons])));
    }

    /// <summary>To everyone in the team's own channel; anywhere else to the asker.</summary>
    public static Reply Tell(TurnContext turn, AccountTeam team, Func<Voice, Card> card) => IsAt(turn, team)
        ? Reply.Everyone(card(turn.Workspace.Voice(team.Settings.Language)))
        : Reply.Asker(card(turn.OwnVoice));

    /// <summary>Whether this is said in the team's own channel.</summary>
    public static bool IsAt(TurnContext turn, AccountTeam team) => !turn.Turn.Channel.IsDirect && turn.Turn.Channel.Id == team.Home;

    public static async Task<List<Member>> Managers(TurnContext turn, AccountTeam team, CancellationToken cancellation) =>
        await turn.Store.Memberships.Where(place => place.TeamId == team.Id && place.IsManager).OrderBy(place => place.JoinedAt)
            .Join(turn.Store.Members, place => place.MemberId, member => member.Id, (place, member) => member).ToListAsync(cancellation);

    /// <summary>Refuses, naming who can, unless the speaker manages the team or nobody does yet.</summary>
    public static async Task MustManage(TurnContext turn, AccountTeam team, CancellationToken cancellation)
    {
        if (!await turn.MayManage(team, cancellation)) throw new RefusalException(ManagerTexts.OnlyManagers(await Managers(turn, team, cancellation)));
    }
}

/// <summary>One of the speaker's teams, for a command that waits.</summary>
internal sealed class ChooseTeam : ButtonAction
{
    public override string Id => "team.choose";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FindDraft(value.Subject, cancellation) is not ({ } command, { } raw) || !Guid.TryParseExact(value.Extra, "N", out var id)) return Replies.NotThere(turn);
        if (turn.Teams.FirstOrDefault(team => team.Id == id) is not { } team) return Replies.NotThere(turn);
        return FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow) is Filled filled
            ? await command.Run(turn.With(team), filled.Arguments, cancellation)
            : await FormBuilder.Open(turn, command, raw, cancellation, TeamChoice.Context(team));
    }
}

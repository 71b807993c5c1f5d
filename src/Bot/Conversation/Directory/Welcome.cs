using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Team;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>The first words of the bot in a new home. They ask one thing, the public holidays, and never twice.</summary>
internal static class Welcome
{
    /// <summary>Below another message, which the answer is not to take the place of.</summary>
    public const char Below = '+';

    /// <summary>Answers an invitation.</summary>
    public static async Task<Reply> Greet(TurnContext turn, CancellationToken cancellation)
    {
        if (turn.Teams.Count > 0 && !turn.IsElsewhere)
        {
            // Invited back: what could not be said here meanwhile is planned anew.
            await turn.Store.HomeReachable(turn.Team, turn.Now, cancellation);
            return Reply.Silent;
        }

        if (turn.IsElsewhere && Homes.TeamOfOne(turn) is not null) return Homes.AskWhose(turn);
        return turn.Turn.Channel.IsDirect ? Replies.Hint(turn, ConversationTexts.NoTeamYet) : To(turn, await turn.Found(cancellation));
    }

    /// <summary>The welcome of a new team.</summary>
    public static Reply To(TurnContext turn, AccountTeam team)
    {
        var voice = turn.Workspace.Voice(team.Settings.Language);
        return Reply.Everyone(new Card(WelcomeTexts.Hello.In(voice), [.. Question(turn, team, voice, ""), new Note(WelcomeTexts.Begin.In(voice))]));
    }

    /// <summary>The one question, under the first reply to someone who brought a team about by simply beginning.</summary>
    public static IReadOnlyList<CardPart> Afterwards(TurnContext turn, AccountTeam team) =>
        team.Settings.RegionAsked ? [] : [new Divider(), .. Question(turn, team, turn.Workspace.Voice(team.Settings.Language), Below.ToString())];

    private static CardPart[] Question(TurnContext turn, AccountTeam team, Voice voice, string mark)
    {
        var regions = Regions.Likely(team.Settings.Zone, turn.Turn.Speaker.Locale);
        return
        [
            new Paragraph(WelcomeTexts.WhichRegion.In(voice)),
            new Actions([
                .. regions.Select(region => Answer(Regions.Name(region).Plain(voice), region)),
                new Button("team.region.other", WelcomeTexts.Other.Plain(voice), ButtonValue.For(team.Id).ToString()),
                Answer(WelcomeTexts.None.Plain(voice), HolidayRegion.None),
            ]),
        ];

        Button Answer(string label, HolidayRegion region) => new("team.region", label, ButtonValue.For(team.Id, region.Code + mark).ToString());
    }
}

/// <summary>One of the likely regions.</summary>
internal sealed class AnswerRegion : ButtonAction
{
    public override string Id => "team.region";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var code = value.Extra.TrimEnd(Welcome.Below);
        if (turn.Teams.FirstOrDefault(team => team.Id == value.Subject) is not { } team || HolidayRegion.All.FirstOrDefault(region => region.Code == code) is not { } region) return Replies.NotThere(turn);
        await TeamChoice.MustManage(turn, team, cancellation);
        if (team.Settings.RegionAsked) return Replies.Hint(turn, WelcomeTexts.Answered(HolidayRegion.Find(team.Settings.Region) ?? region));
        team.Settings = team.Settings with { Region = region.Code, RegionAsked = true };
        var voice = turn.Workspace.Voice(team.Settings.Language);
        var card = new Card(WelcomeTexts.Thanks(region).In(voice), new Paragraph(WelcomeTexts.Begin.In(voice)), new Note(WelcomeTexts.Change.In(voice)));
        return Reply.Everyone(card) with { Replaces = code == value.Extra };
    }
}

/// <summary>[Other…].</summary>
internal sealed class OtherRegion : ButtonAction
{
    public override string Id => "team.region.other";

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (turn.Teams.FirstOrDefault(team => team.Id == value.Subject) is not { } team) return Replies.NotThere(turn);
        await TeamChoice.MustManage(turn, team, cancellation);
        return Reply.Open(FormBuilder.Build(turn.Registry.Find("team.region")!, new Dictionary<string, string>(), [], turn.OwnVoice, TeamChoice.Context(team)));
    }
}

/// <summary>The first words.</summary>
internal static class WelcomeTexts
{
    public static readonly Text Hello = new(
        $"Hello! I remember what your clients say and remind whoever should know, during working hours only.",
        $"Hallo! Ich merke mir, was ‹eure|Ihre› Kunden sagen, und erinnere, wen es angeht, nur während der Arbeitszeit.");

    public static readonly Text WhichRegion = new(
        $"One question, so that I keep quiet on public holidays: which ones apply to you?",
        $"Eine Frage, damit ich an Feiertagen still bin: Welche gelten bei ‹euch|Ihnen›?");

    public static readonly Text Begin = new(
        $"To begin, simply tell me: “log Acme called, wants a quote”. “help” shows the rest.",
        $"Zum Anfangen einfach erzählen: „notiz Weber rief an, möchte ein Angebot“. „hilfe“ zeigt den Rest.");

    public static readonly Text Other = new($"Other…", $"Andere …");

    public static readonly Text None = new($"None", $"Keine");

    public static readonly Text Change = new($"“team region” changes it at any time.", $"„team region“ ändert das jederzeit.");

    public static Text Thanks(HolidayRegion region) => new($"Thank you. Public holidays: {region.NameEn}.", $"Danke. Feiertage: {region.NameDe}.");

    public static Text Answered(HolidayRegion region) => new(
        $"That has been answered: {region.NameEn}. “team region” changes it.",
        $"Das ist schon beantwortet: {region.NameDe}. „team region“ ändert es.");
}

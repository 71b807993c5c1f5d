using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Posting;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>
/// The first words of the bot in a new home. They ask one thing, the public holidays, and never twice. Where the platform
/// tells no zone, they ask for that too unless the holidays answer it; one question at a time, in the place of the one before. There
/// they offer the other language, too.
/// </summary>
internal static class Welcome
{
    /// <summary>Below another message, which the answer is not to take the place of.</summary>
    public const char Below = '+';

    /// <summary>Answers an invitation. Invited back, what could not be said at home meanwhile is planned anew.</summary>
    public static async Task<Reply> Greet(TurnContext turn, Invited invited, CancellationToken cancellation)
    {
        var homes = await turn.InvitedBack(invited, cancellation);
        foreach (var home in homes) await turn.Store.HomeReachable(home, turn.Now, cancellation);
        if (homes.Count > 0) return Reply.Silent;
        if (turn.Turn.Channel.IsDirect) return turn.Teams.Count > 0 ? Reply.Silent : Replies.Hint(turn, ConversationTexts.NoTeamYet(turn.Turn.Call));
        return Homes.TeamOfOne(turn) is null ? To(turn, await turn.Found(cancellation)) : Homes.AskWhose(turn);
    }

    /// <summary>The welcome of a new team.</summary>
    public static Reply To(TurnContext turn, AccountTeam team)
    {
        var voice = VoiceOf(turn, team);
        return Reply.Everyone(new Card(WelcomeTexts.Hello.In(voice), [.. Question(turn, team, "", isFirst: true), .. OtherLanguage(turn, team, ""), new Note(WelcomeTexts.Begin(turn.Turn.Call).In(voice))]));
    }

    /// <summary>The question that is open, under the first reply to someone who brought a team about by simply beginning.</summary>
    public static IReadOnlyList<CardPart> Afterwards(TurnContext turn, AccountTeam team) => Question(turn, team, Below.ToString(), isFirst: true) is { Count: > 0 } question
        ? [new Divider(), .. question, .. OtherLanguage(turn, team, Below.ToString())]
        : [];

    /// <summary>The next question, where what was just set has answered the one before.</summary>
    public static IReadOnlyList<CardPart> Next(TurnContext turn, AccountTeam team, TeamSettings before)
    {
        var locale = turn.Turn.Speaker.Locale;
        if (turn.HasFounded || Open(before, locale) == Open(team.Settings, locale)) return [];
        return Question(turn, team, Below.ToString(), isFirst: false) is { Count: > 0 } question ? [new Divider(), .. question] : [];
    }

    /// <summary>The question that is open now; none when all is answered.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="team">Whose.</param>
    /// <param name="mark"><see cref="Below"/>, or nothing.</param>
    /// <param name="isFirst">Nothing was asked before.</param>
    public static IReadOnlyList<CardPart> Question(TurnContext turn, AccountTeam team, string mark, bool isFirst)
    {
        var open = Open(team.Settings, turn.Turn.Speaker.Locale);
        if (open == Settings.Region) return WhichRegion(turn, team, mark, isFirst);
        return open == Settings.Zone ? WhichZone(turn, team, mark, isFirst) : [];
    }

    /// <summary>The team's voice.</summary>
    public static Voice VoiceOf(TurnContext turn, AccountTeam team) => turn.Workspace.Voice(team.Settings.Language);

    /// <summary>The holidays first, for they often answer the zone; but the zone where nothing hints at any holidays.</summary>
    private static Setting? Open(TeamSettings settings, string? locale)
    {
        if (settings.ZoneIsGuess && (settings.RegionAsked || Regions.Likely(settings.Zone, locale).Count == 0)) return Settings.Zone;
        return settings.RegionAsked ? null : Settings.Region;
    }

    private static CardPart[] WhichRegion(TurnContext turn, AccountTeam team, string mark, bool isFirst)
    {
        var voice = VoiceOf(turn, team);
        var regions = Regions.Likely(team.Settings.Zone, turn.Turn.Speaker.Locale);
        return
        [
            new Paragraph(WelcomeTexts.WhichRegion(isFirst).In(voice)),
            new Actions([
                .. regions.Select(region => Answer(Regions.Name(region).Plain(voice), region)),
                new Button("team.region.other", WelcomeTexts.Other.Plain(voice), ButtonValue.For(team.Id).ToString()),
                Answer(WelcomeTexts.None.Plain(voice), HolidayRegion.None),
            ]),
        ];

        Button Answer(string label, HolidayRegion region) => new("team.region", label, ButtonValue.For(team.Id, region.Code + mark).ToString());
    }

    private static CardPart[] WhichZone(TurnContext turn, AccountTeam team, string mark, bool isFirst)
    {
        var voice = VoiceOf(turn, team);
        var zones = Zones.Likely(HolidayRegion.Find(team.Settings.Region) ?? HolidayRegion.None, team.Settings.Zone, turn.Turn.Speaker.Locale);
        return
        [
            new Paragraph(WelcomeTexts.WhichZone(isFirst).In(voice)),
            new Actions([
                .. zones.Select(zone => new Button("team.zone", Zones.City(zone).Plain(voice), ButtonValue.For(team.Id, zone + mark).ToString())),
                new Button("team.zone.other", WelcomeTexts.Other.Plain(voice), ButtonValue.For(team.Id).ToString()),
            ]),
        ];
    }

    /// <summary>
    /// Where the zone is a guess, the language is one as well, for how somebody's client is set does not say what their team speaks:
    /// the other one is a press away. In a direct message the replies follow the client, as far as it tells a language that we speak.
    /// </summary>
    private static IEnumerable<CardPart> OtherLanguage(TurnContext turn, AccountTeam team, string mark)
    {
        if (!team.Settings.ZoneIsGuess || (turn.Turn.Channel.IsDirect && Locales.Language(turn.Turn.Speaker.Locale) is not null)) yield break;
        var (label, code) = team.Settings.Language == Language.German ? (WelcomeTexts.EnglishInstead, "en") : (WelcomeTexts.GermanInstead, "de");
        yield return new Actions([new Button("team.language", label.Plain(VoiceOf(turn, team)), ButtonValue.For(team.Id, code + mark).ToString())]);
    }
}

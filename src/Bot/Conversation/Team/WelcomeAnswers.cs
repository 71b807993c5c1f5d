using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>A button under the first words: an answer for one of the speaker's own teams, by whoever may manage it.</summary>
internal abstract class WelcomeAnswer : ButtonAction
{
    public sealed override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (turn.Teams.FirstOrDefault(team => team.Id == value.Subject) is not { } team) return Replies.NotThere(turn);
        await TeamChoice.MustManage(turn, team, cancellation);
        var given = value.Extra.TrimEnd(Welcome.Below);
        return Take(turn, team, given, value.Extra[given.Length..]);
    }

    /// <summary>Takes the answer, which comes from outside.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="team">The team.</param>
    /// <param name="given">The answer.</param>
    /// <param name="mark"><see cref="Welcome.Below"/> when it stood below another message.</param>
    protected abstract Reply Take(TurnContext turn, AccountTeam team, string given, string mark);

    /// <summary>Thanks, and the next question, or how to begin; in the place of the question.</summary>
    protected static Reply Thank(TurnContext turn, AccountTeam team, string mark, Text thanks, Text change)
    {
        var voice = Welcome.VoiceOf(turn, team);
        IReadOnlyList<CardPart> next = Welcome.Question(turn, team, mark, isFirst: false) is { Count: > 0 } question ? question : [new Paragraph(WelcomeTexts.Begin(turn.Turn.Call).In(voice))];
        return Reply.Everyone(new Card(thanks.In(voice), [.. next, new Note(change.In(voice))])) with { Replaces = mark.Length == 0 };
    }
}

/// <summary>One of the likely regions.</summary>
internal sealed class AnswerRegion : WelcomeAnswer
{
    public override string Id => "team.region";

    protected override Reply Take(TurnContext turn, AccountTeam team, string given, string mark)
    {
        if (HolidayRegion.All.FirstOrDefault(region => region.Code == given) is not { } region) return Replies.NotThere(turn);
        var before = team.Settings;
        if (before.RegionAsked) return Replies.Hint(turn, WelcomeTexts.Answered(turn.Turn.Call, HolidayRegion.Find(before.Region) ?? region));
        team.Settings = Regions.Answer(before, region);
        return before.ZoneIsGuess && !team.Settings.ZoneIsGuess
            ? Thank(turn, team, mark, WelcomeTexts.Thanks(region, team.Settings.Zone), WelcomeTexts.ChangeBoth(turn.Turn.Call))
            : Thank(turn, team, mark, WelcomeTexts.Thanks(region), WelcomeTexts.Change(turn.Turn.Call));
    }
}

/// <summary>One of the likely zones.</summary>
internal sealed class AnswerZone : WelcomeAnswer
{
    public override string Id => "team.zone";

    protected override Reply Take(TurnContext turn, AccountTeam team, string given, string mark)
    {
        if (Zones.Find(given) is not { } zone) return Replies.NotThere(turn);
        if (!team.Settings.ZoneIsGuess) return Replies.Hint(turn, WelcomeTexts.Answered(turn.Turn.Call, team.Settings.Zone));
        team.Settings = team.Settings with { Zone = zone, ZoneIsGuess = false };
        return Thank(turn, team, mark, WelcomeTexts.Thanks(zone), WelcomeTexts.ChangeZone(turn.Turn.Call));
    }
}

/// <summary>The other language, for the team and, where their client tells none, for whoever asked for it.</summary>
internal sealed class AnswerLanguage : WelcomeAnswer
{
    public override string Id => "team.language";

    protected override Reply Take(TurnContext turn, AccountTeam team, string given, string mark)
    {
        if (Locales.Language(given) is not { } language) return Replies.NotThere(turn);
        team.Settings = team.Settings with { Language = language };
        turn.Speaker.Language = Locales.Language(turn.Turn.Speaker.Locale) ?? language;
        var voice = Welcome.VoiceOf(turn, team);
        var headline = mark.Length == 0 ? WelcomeTexts.Hello : WelcomeTexts.Switched;
        return Reply.Everyone(new Card(headline.In(voice), [.. Welcome.Question(turn, team, mark, isFirst: true), new Note(WelcomeTexts.Begin(turn.Turn.Call).In(voice))])) with { Replaces = mark.Length == 0 };
    }
}

/// <summary>[Other…], which opens the form of the same setting.</summary>
internal abstract class OtherAnswer(string commandId) : ButtonAction
{
    public override string Id => $"{commandId}.other";

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (turn.Teams.FirstOrDefault(team => team.Id == value.Subject) is not { } team) return Replies.NotThere(turn);
        await TeamChoice.MustManage(turn, team, cancellation);
        return Reply.Open(FormBuilder.Build(turn.Registry.Find(commandId)!, Arguments.None.Raw, [], turn.OwnVoice, TeamChoice.Context(team)));
    }
}

internal sealed class OtherRegion() : OtherAnswer("team.region");

internal sealed class OtherZone() : OtherAnswer("team.zone");

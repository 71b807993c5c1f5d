using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>How a hint is said: a question or a suggestion, and four ways to answer it.</summary>
internal abstract class HintView(string kind, Text noun) : IPracticeView
{
    public string Kind => kind;

    /// <summary>Also its name among the team's settings.</summary>
    public Text Noun => noun;

    /// <summary>Its short names, besides <see cref="Noun"/>.</summary>
    protected virtual Phrase? ShortNames => null;

    public Phrase Called
    {
        get
        {
            var (english, german) = (Noun.Plain(Voice.English), Noun.Plain(Voice.German));
            return ShortNames is { } names ? new($"{names.English}|{english}", $"{names.German}|{german}") : new(english, german);
        }
    }

    public abstract Text Sentence(NudgeLine line, RenderContext context);

    public virtual IEnumerable<Text?> Details(NudgeLine line, RenderContext context) => [];

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => [.. Ways(line, voice), .. HintButtons.For(line.Nudge.Id, voice, HasDone)];

    /// <summary>That something was done is an answer of its own, besides what can be done right away.</summary>
    protected virtual bool HasDone => true;

    /// <summary>What can be done right away.</summary>
    protected virtual IEnumerable<Button> Ways(NudgeLine line, Voice voice) => [];

    /// <summary>What somebody did without answering, after their name.</summary>
    protected virtual Text Followed(string settlement) => NudgeTexts.Done;

    public virtual Text? Closed(NudgeLine line, RenderContext context) =>
        line.Nudge.SettledAt >= HintPractice.LetBeAt(line.Nudge, line.Facts.Calendar) ? HintTexts.LetBe : null;

    public Text Settled(string settlement) => settlement == HintPractice.Planned ? NudgeTexts.TalkIsPlanned : Enum.TryParse<HintReply>(settlement, out var reply) ? HintTexts.Said(reply) : Followed(settlement);

    public virtual Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) => Task.FromResult(Noun);
}

/// <summary>The answers to a hint; all of them carry one token, so that one of them acts.</summary>
internal static class HintButtons
{
    public const string Action = "hint";

    public static IReadOnlyList<Button> For(Guid nudgeId, Voice voice, bool withDone)
    {
        var token = Guid.NewGuid();
        return [.. Enum.GetValues<HintReply>().Where(reply => withDone || reply != HintReply.Done).Select(reply => new Button(ActionId(reply), HintTexts.Of(reply).Plain(voice), new ButtonValue(nudgeId, token, reply.ToString()).ToString()))];
    }

    public static string ActionId(HintReply reply) => $"{Action}.{reply}";
}

/// <summary>The words that all hints share.</summary>
internal static class HintTexts
{
    /// <summary>Nobody answered it.</summary>
    public static readonly Text LetBe = new($"Left for now", $"Ruht fürs Erste");

    public static Text Of(HintReply reply) => reply switch
    {
        HintReply.Done => new($"Done", $"Erledigt"),
        HintReply.NotNow => new($"Not now", $"Jetzt nicht"),
        HintReply.NotForClient => new($"Not for this client", $"Nicht bei diesem Kunden"),
        _ => new($"Not helpful", $"Nicht hilfreich"),
    };

    /// <summary>What was answered, after a name.</summary>
    public static Text Said(HintReply reply) => reply switch
    {
        HintReply.Done => NudgeTexts.Done,
        HintReply.NotNow => new($"not now", $"jetzt nicht"),
        HintReply.NotForClient => new($"not for this client", $"nicht bei diesem Kunden"),
        _ => new($"not helpful", $"nicht hilfreich"),
    };

    /// <summary>What follows from an answer.</summary>
    public static Text Follows(HintReply reply, string account) => reply switch
    {
        HintReply.Done => new($"Good. I’ll leave it at that for a while.", $"Gut. Fürs Erste komme ich nicht mehr darauf zurück."),
        HintReply.NotNow => new($"All right, not now.", $"In Ordnung, jetzt nicht."),
        HintReply.NotForClient => new($"All right, I won’t suggest this for {account} again.", $"In Ordnung, bei {account} schlage ich das nicht mehr vor."),
        _ => new($"Thanks for saying so. I’ll bring it up less often.", $"Danke für den Hinweis. Ich bringe das seltener zur Sprache."),
    };
}

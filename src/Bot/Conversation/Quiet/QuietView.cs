using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Quiet;

namespace AccountNudge.Bot.Conversation.Quiet;

/// <summary>How quiet accounts are said.</summary>
internal sealed class QuietView : IPracticeView
{
    public string Kind => QuietPractice.Kind;

    public Text Noun { get; } = new($"getting in touch", $"wieder melden");

    /// <summary>Whoever was talked to last, if they are still there and have not objected.</summary>
    public Contact? Contact(NudgeLine line) => line.Facts.ContactThere(line.Facts.LastTalk?.ContactId) is { MayBeThoughtOf: true } there ? there : null;

    public Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        var days = line.Facts.LastTalk is { } last ? Period.DaysBetween(last.On, context.Today) : 0;
        Text silence = line.Facts.LastTalk is null
            ? new($"{who}: no talk noted yet.", $"{who}: Noch ist kein Gespräch notiert.")
            : new($"{who}: no talk for {days} days.", $"{who}: seit {days} Tagen kein Gespräch.");
        if (line.Nudge.Rung != Ladder.DeputyRung) return new($"{silence} A good moment for a few words?", $"{silence} Ein guter Moment für ein paar Worte?");
        if (line.Owner is { } absent && absent.Id != line.Addressee?.Id && line.OwnerAway(context.Today) is not null)
            return new($"{silence} Could you get in touch while {absent.Name} is away?", $"{silence} ‹Kannst du dich|Können Sie sich› melden, solange {absent.Name} nicht da ist?");
        return line.Owner is { } owner && owner.Id != line.Addressee?.Id
            ? new($"{silence} Could you get in touch if {owner.Name} is busy?", $"{silence} ‹Magst du|Möchten Sie› anrufen, falls {owner.Name} gerade viel zu tun hat?")
            : new($"{silence} Could you get in touch?", $"{silence} ‹Magst du|Möchten Sie› anrufen?");
    }

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.LastTalk is not null) yield return Wording.LastTalk(line.Facts, context);
        yield return RhythmTexts.OfTheirs(line.Facts.Agreed);
        foreach (var text in PracticeViews.All.SelectMany(view => view.ForNextTalk(line.Facts, context))) yield return text;
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => [OpenLog.Button(line.Account.Id, voice), SnoozePressed.Later(line.Nudge.Id, voice)];

    public Text Need(DigestNeed need, RenderContext context)
    {
        var who = new Strong(Wording.Who(need.Account, need.Contact));
        return new($"{who}: no talk for {QuietTexts.Days(need.Count)}", $"{who}: seit {need.Count} Tagen kein Gespräch");
    }

    public IEnumerable<(Text Label, Text Value)> FiguresNow(DigestReport report)
    {
        if (report.Of<QuietFigures>() is { } figures) yield return (QuietTexts.Accounts, Wording.Number(figures.PerTier.Values.Sum()));
    }

    public IEnumerable<Chart> ChartsNow(DigestReport report, RenderContext context)
    {
        var voice = context.Voice;
        if (report.Of<QuietFigures>()?.PerTier is not { } perTier || perTier.Values.All(count => count == 0)) yield break;
        yield return new Chart(ChartKind.Bar, QuietTexts.PerTier.Plain(voice), [.. perTier.Keys.Select(tier => QuietTexts.Tier(tier).Plain(voice))], [
            new(QuietTexts.Quiet.Plain(voice), [.. perTier.Values.Select(count => (decimal)count)]),
        ]);
    }

    public Text Settled(string settlement) => settlement switch
    {
        QuietPractice.Heard => new($"the client got in touch", $"der Kunde hat sich gemeldet"),
        QuietPractice.Planned => NudgeTexts.TalkIsPlanned,
        _ => new($"got in touch", $"hat sich gemeldet"),
    };

    /// <summary>Something else comes first, or the client wants to be left alone for a while.</summary>
    public Text? Closed(NudgeLine line, RenderContext context)
    {
        var (facts, account) = (line.Facts, line.Account);
        if (facts.Gate(facts.ReadAt).ClientWaits) return QuietTexts.Waits(PracticeViews.WhyGateIsShut(facts, context with { Now = facts.ReadAt }));
        return account.PausedUntil is { } until && until > facts.Today(facts.ReadAt) ? QuietTexts.PausedUntil(Wording.Date(until, context)) : null;
    }

    public Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) => Task.FromResult(new Text($"Not talked for a while", $"Lange nichts gehört"));
}

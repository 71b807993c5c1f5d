using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Digests;

/// <summary>The report as a card: first what needs someone, then figures.</summary>
internal static class DigestCards
{
    private const int MostNames = 20;
    private const int MostButtons = 4;
    private const int MostAhead = 5;

    /// <summary>Of days up to today it says how things stand and what was done; of days that are over what was done, and below it how things stand by now.</summary>
    public static Card Of(DigestReport report, Text headline, RenderContext context)
    {
        var practices = PracticeViews.All;
        IEnumerable<CardPart> first = [.. NeedParts(report, context), .. practices.SelectMany(view => view.DigestParts(report, context)), .. ComingUp(report, context)];
        IReadOnlyList<CardPart> parts = report.Days.End >= report.At.InZone(report.Zone).Date
            ?
            [
                .. first,
                new Heading(DigestTexts.Figures(report.Days, context).In(context.Voice)),
                Facts([Accounts(report), .. practices.SelectMany(view => view.FiguresNow(report).Concat(view.Figures(report))), .. Talks(report), .. Held(report)], context),
                .. practices.SelectMany(view => view.ChartsNow(report, context).Concat(view.Charts(report, context))),
                .. TalkCharts(report, context.Voice),
                .. Releases(report, context),
            ]
            :
            [
                new Heading(DigestTexts.Figures(report.Days, context).In(context.Voice)),
                Facts([.. practices.SelectMany(view => view.Figures(report)), .. Talks(report)], context),
                .. practices.SelectMany(view => view.Charts(report, context)),
                .. TalkCharts(report, context.Voice),
                .. Releases(report, context).Select(Below),
                new Heading(DigestTexts.Now.In(context.Voice)),
                .. first.Select(Below),
                Facts([Accounts(report), .. practices.SelectMany(view => view.FiguresNow(report)), .. Held(report)], context),
                .. practices.SelectMany(view => view.ChartsNow(report, context)),
            ];
        return new Card(headline.In(context.Voice), parts);

        static CardPart Below(CardPart part) => part is Heading heading ? heading.Below : part;
    }

    private static IEnumerable<CardPart> NeedParts(DigestReport report, RenderContext context)
    {
        if (report.Needs.Count + report.Ownerless.Count == 0)
        {
            yield return new Paragraph((report.Owed == 0 ? DigestTexts.NothingPresses : DigestTexts.NothingIsLate(report.Owed)).In(context.Voice));
            yield break;
        }

        yield return new Heading(DigestTexts.First.In(context.Voice));
        // Clients whom nobody looks after always stand here, in one line, until somebody does.
        var most = DigestReport.MostNeeds - (report.Ownerless.Count > 0 ? 1 : 0);
        foreach (var need in report.Needs.Take(most)) yield return new Section(Need(need, context).In(context.Voice), null, []);
        if (report.Ownerless.Count > 0) yield return Ownerless(report.Ownerless, context.Voice);
        if (report.Needs.Count > most) yield return new Note(DigestTexts.More(report.Needs.Count - most).In(context.Voice));
    }

    private static Facts Facts(IEnumerable<(Text Label, Text Value)> figures, RenderContext context) =>
        new([.. figures.Select(figure => new Fact(figure.Label.Plain(context.Voice), figure.Value.In(context.Voice)))]);

    private static (Text Label, Text Value) Accounts(DigestReport report) => (DigestTexts.Accounts, Wording.Number(report.Accounts));

    private static IEnumerable<(Text Label, Text Value)> Talks(DigestReport report)
    {
        yield return (DigestTexts.Talks, Wording.Number(report.Talks.Sum(talk => talk.Count)));
        if (report.TalksPerTier.Count > 1) yield return (DigestTexts.TalksPerTier, DigestTexts.PerTier(report.TalksPerTier));
        if (report.ExpiredTalks > 0) yield return (DigestTexts.ExpiredTalks, Wording.Number(report.ExpiredTalks));
    }

    private static IEnumerable<(Text Label, Text Value)> Held(DigestReport report)
    {
        if (report.Held > 0) yield return (DigestTexts.Held, Wording.Number(report.Held));
    }

    private static IEnumerable<CardPart> TalkCharts(DigestReport report, Voice voice)
    {
        if (report.Talks.Count > 0)
        {
            yield return new Chart(ChartKind.Bar, DigestTexts.TalksPerKind.Plain(voice), [.. report.Talks.Select(talk => Wording.Kind(talk.Kind).Plain(voice))], [
                new(DigestTexts.Talks.Plain(voice), [.. report.Talks.Select(talk => (decimal)talk.Count)]),
            ]);
        }

        if (report.TalksPerWeek.Any(count => count > 0)) yield return Wording.PerWeek(DigestTexts.TalksPerWeek, report, voice, (DigestTexts.Talks, report.TalksPerWeek));
    }

    /// <summary>What the channel will hear of within the week.</summary>
    private static IEnumerable<CardPart> ComingUp(DigestReport report, RenderContext context) => report.ComingUp.Count == 0
        ? []
        :
        [
            new Heading(DigestTexts.Ahead.In(context.Voice)),
            .. report.ComingUp.Take(MostAhead).Select(line => new Paragraph(PracticeViews.Of(line.Nudge.Kind).Coming(line, line.Day!.Value, context).In(context.Voice))),
            .. report.ComingUp.Count > MostAhead ? [new Note(DigestTexts.More(report.ComingUp.Count - MostAhead).In(context.Voice))] : Array.Empty<CardPart>(),
        ];

    /// <summary>The person, what they wait for, who looks after them.</summary>
    private static Text Need(DigestNeed need, RenderContext context)
    {
        var line = PracticeViews.Of(need.Kind).Need(need, context);
        return need.Owner is { } owner ? new($"{line} · {owner.Name}", $"{line} · {owner.Name}") : line;
    }

    private static IEnumerable<CardPart> Releases(DigestReport report, RenderContext context) => report.Releases.Count == 0
        ? []
        : [new Heading(DigestTexts.Releases.In(context.Voice)), .. report.Releases.Select(released => new Paragraph(DigestTexts.Release(released).In(context.Voice)))];

    private static Section Ownerless(IReadOnlyList<Account> accounts, Voice voice)
    {
        var names = string.Join(", ", accounts.Take(MostNames).Select(account => account.Name));
        var listed = accounts.Count > MostNames ? DigestTexts.AndMore(names, accounts.Count - MostNames) : Text.Verbatim(names);
        return new Section(
            DigestTexts.NobodyLooksAfter(accounts.Count, listed).In(voice), null,
            [.. accounts.Take(MostButtons).Select(account => NameOwnerPressed.Button(account, accounts.Count == 1, voice))]);
    }
}

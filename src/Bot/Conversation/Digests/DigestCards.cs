using System.Globalization;
using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Conversation.Digests;

/// <summary>The report as a card: first what needs someone, then figures.</summary>
internal static class DigestCards
{
    private const int MostNames = 20;

    public static Card Of(DigestReport report, Text headline, Telling telling) => new(headline.In(telling.Voice), [
        .. NeedParts(report, telling),
        .. Figures(report, telling.Voice),
        .. Charts(report, telling),
        .. Releases(report, telling),
        .. Ownerless(report, telling.Voice),
    ]);

    private static IEnumerable<CardPart> NeedParts(DigestReport report, Telling telling)
    {
        if (report.Needs.Count == 0)
        {
            yield return new Paragraph(DigestTexts.NothingPresses.In(telling.Voice));
            yield break;
        }

        yield return new Heading(DigestTexts.First.In(telling.Voice));
        foreach (var need in report.Needs.Take(DigestReport.MostNeeds)) yield return new Section(DigestTexts.Need(need, telling).In(telling.Voice), null, []);
        if (report.Needs.Count > DigestReport.MostNeeds) yield return new Note(DigestTexts.More(report.Needs.Count - DigestReport.MostNeeds).In(telling.Voice));
    }

    private static IEnumerable<CardPart> Figures(DigestReport report, Voice voice)
    {
        yield return new Heading(DigestTexts.Figures.In(voice));
        yield return new Facts([
            Figure(DigestTexts.Accounts, report.Accounts),
            Figure(DigestTexts.OpenComplaints, report.OpenComplaints),
            Figure(DigestTexts.QuietAccounts, report.QuietPerTier.Values.Sum()),
            Figure(DigestTexts.Talks, report.Talks.Sum(talk => talk.Count)),
        ]);

        Fact Figure(Text label, int count) => new(label.Plain(voice), count.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<CardPart> Charts(DigestReport report, Telling telling)
    {
        var voice = telling.Voice;
        if (report.Weeks.Any(week => week.Opened + week.Confirmed > 0))
        {
            yield return new Chart(ChartKind.Bar, DigestTexts.Complaints.Plain(voice), [.. report.Weeks.Select(week => Saying.Label(week.Monday).Plain(voice))], [
                new(DigestTexts.Opened.Plain(voice), [.. report.Weeks.Select(week => (decimal)week.Opened)]),
                new(DigestTexts.Confirmed.Plain(voice), [.. report.Weeks.Select(week => (decimal)week.Confirmed)]),
            ]);
        }

        if (report.QuietPerTier.Values.Any(count => count > 0))
        {
            yield return new Chart(ChartKind.Bar, DigestTexts.QuietPerTier.Plain(voice), [.. report.QuietPerTier.Keys.Select(tier => DigestTexts.Tier(tier).Plain(voice))], [
                new(DigestTexts.Quiet.Plain(voice), [.. report.QuietPerTier.Values.Select(count => (decimal)count)]),
            ]);
        }

        if (report.Talks.Count > 0)
        {
            yield return new Chart(ChartKind.Bar, DigestTexts.TalksPerKind.Plain(voice), [.. report.Talks.Select(talk => Saying.Kind(talk.Kind).Plain(voice))], [
                new(DigestTexts.Talks.Plain(voice), [.. report.Talks.Select(talk => (decimal)talk.Count)]),
            ]);
        }
    }

    private static IEnumerable<CardPart> Releases(DigestReport report, Telling telling) => report.Releases.Count == 0
        ? []
        : [new Heading(DigestTexts.Releases.In(telling.Voice)), .. report.Releases.Select(released => new Paragraph(DigestTexts.Release(released).In(telling.Voice)))];

    private static IEnumerable<CardPart> Ownerless(DigestReport report, Voice voice)
    {
        if (report.Ownerless.Count == 0) yield break;
        yield return new Heading(DigestTexts.Ownerless.In(voice));
        yield return new Paragraph(string.Join(", ", report.Ownerless.Take(MostNames).Select(account => account.Name)));
        if (report.Ownerless.Count > MostNames) yield return new Note(DigestTexts.More(report.Ownerless.Count - MostNames).In(voice));
    }
}

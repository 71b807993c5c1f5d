using AccountNudge.Bot.Conversation.Digests;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Quiet;

namespace AccountNudge.Bot.Conversation.Quiet;

/// <summary>Quiet accounts as a card, furthest past their rhythm first, then those that soon will be.</summary>
internal static class QuietCards
{
    private const int Most = 10;

    public static Card Of(IReadOnlyList<QuietAccount> accounts, RenderContext context)
    {
        var voice = context.Voice;
        if (accounts.Count == 0) return new Card(QuietTexts.NobodyQuiet.In(voice));
        var (quiet, soon) = (accounts.Where(account => account.IsQuiet).ToList(), accounts.Where(account => !account.IsQuiet).ToList());
        var parts = new List<CardPart>(Sections(quiet, context));
        if (soon.Count > 0) parts.AddRange([new Heading(QuietTexts.Soon.In(voice)), .. Sections(soon, context)]);
        return new Card(QuietTexts.Headline(quiet.Count).In(voice), parts);
    }

    private static IEnumerable<CardPart> Sections(List<QuietAccount> accounts, RenderContext context)
    {
        foreach (var account in accounts.Take(Most))
        {
            var who = new Strong(Wording.Who(account.Account, account.LastTalkWith));
            yield return new Section(
                QuietTexts.Silent(who, account).In(context.Voice),
                Wording.Beside(context.Voice, Wording.LastTalk(account.LastTalk, account.LastTalkWith, account.LastTalkBy, context), RhythmTexts.OfTheirs(account.Agreed)),
                [OpenLog.Button(account.Account.Id, context.Voice)]);
        }

        if (accounts.Count > Most) yield return new Note(DigestTexts.More(accounts.Count - Most).In(context.Voice));
    }
}

using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Hints;

/// <summary>How it is said that everything hangs by one person, to the owner and in the manager's week.</summary>
internal sealed class SingleThreadHintView() : HintView(SingleThreadHint.Kind, new($"a second person there", $"eine zweite Ansprechperson")), IPracticeView
{
    private const int MostNames = 10;

    protected override Phrase? ShortNames { get; } = new("second person|one person", "zweite person|zweite ansprechperson");

    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        return line.Facts.ContactsThere is [var only, ..]
            ? new($"{who}: {only.Name} is the only one you know there. Who else could you meet?", $"{who}: {only.Name} ist dort bisher die einzige Ansprechperson. Wen ‹könntest du|könnten Sie› noch kennenlernen?")
            : new($"{who}: who else could you meet there?", $"{who}: Wen ‹könntest du|könnten Sie› dort noch kennenlernen?");
    }

    public override Text? Closed(NudgeLine line, RenderContext context) => line.Facts.ContactsThere.Count > 1 ? AnotherIsKnown : base.Closed(line, context);

    public IEnumerable<CardPart> DigestParts(DigestReport report, RenderContext context)
    {
        if (report.Of<SingleThreads>()?.Accounts is not { Count: > 0 } accounts) yield break;
        var names = string.Join(", ", accounts.Take(MostNames).Select(account => account.Name));
        var listed = accounts.Count > MostNames ? $"{names}, +{accounts.Count - MostNames}" : names;
        yield return new Note(OnlyOne(listed).In(context.Voice));
    }

    private static readonly Text AnotherIsKnown = new($"✓ Somebody else is known there now", $"✓ Inzwischen gibt es noch eine Ansprechperson");

    private static Text OnlyOne(string names) => new($"Only one person known there: {names}", $"Nur eine Ansprechperson: {names}");
}

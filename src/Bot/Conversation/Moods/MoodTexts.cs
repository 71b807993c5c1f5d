using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Moods;

/// <summary>The words of the hint at tense talks.</summary>
internal static class MoodTexts
{
    public static readonly Text Done = new($"Done", $"Erledigt");
    public static readonly Text NotNow = new($"Not now", $"Jetzt nicht");
    public static readonly Text PutAside = new($"not now", $"jetzt nicht");
    public static readonly Text OnlyYou = new($"Only you can see this.", $"Das ‹siehst|sehen› nur ‹du|Sie›.");
    public static readonly Text Better = new($"✓ A better talk since", $"✓ Seither war es wieder besser");
    public static readonly Text NotedDone = new($"Good. I won’t bring it up again.", $"Gut. Ich komme nicht mehr darauf zurück.");
    public static readonly Text NotedNotNow = new($"All right, not now.", $"In Ordnung, jetzt nicht.");

    /// <summary>The hint, without a word about whose fault it might be.</summary>
    public static Text TenseTwice(Strong who) => new(
        $"{who}: the last two talks were tense. That happens. A quiet word in person often helps, perhaps with a colleague along.",
        $"{who}: Die letzten beiden Gespräche waren angespannt. Das kommt vor. Oft hilft ein ruhiges persönliches Gespräch, vielleicht mit Verstärkung aus dem Team.");

    /// <summary>One of the two, in small print.</summary>
    public static Text Talk(Interaction talk, RenderContext context)
    {
        var (kind, day) = (Wording.Kind(talk.Kind), Wording.Date(talk.On, context));
        return new($"{kind}, {day}", $"{kind}, {day}");
    }
}

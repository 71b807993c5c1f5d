using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Lists;

/// <summary>What happened, as a line: the day, what, with whom, who noted it, how it felt; below it what was said.</summary>
internal static class StoryLines
{
    /// <summary>Such as <c>Yesterday · call with Sabine Klein · Anna · tense</c>.</summary>
    public static Section Of(StoryEntry entry, RichText? words, string? contact, string? member, RenderContext context, params IReadOnlyList<Button> buttons)
    {
        var day = Moments.On(entry.On, context.Today).Plain(context.Voice);
        var begins = new Strong(char.ToUpper(day[0], context.Voice.Culture) + day[1..]);
        var head = Wording.Beside(context.Voice, [new Text($"{begins}", $"{begins}"), What(entry, contact), member is null ? null : Text.Verbatim(member), .. Feel(entry)]);
        return new Section(head, words, buttons);
    }

    private static Text What(StoryEntry entry, string? contact)
    {
        if (entry.Fact is Text told) return told;
        if (entry.Fact is not Interaction interaction) return PracticeViews.Of(entry.Kind).Told(entry, contact);
        return Wording.With(interaction, contact);
    }

    private static IEnumerable<Text> Feel(StoryEntry entry)
    {
        if (entry.Fact is not Interaction interaction) yield break;
        if (interaction.Direction == Direction.They) yield return LogTexts.Incoming;
        if (interaction.Mood != Mood.Unsaid) yield return interaction.Mood switch { Mood.Good => LogTexts.Good, Mood.SoSo => LogTexts.SoSo, _ => LogTexts.Tense };
    }
}

using AccountNudge.Bot.Conversation.Knowing;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Hooks;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Hooks;

/// <summary>Where small notes for the next talk come up.</summary>
internal sealed class HookView : UnspokenView, IPracticeView
{
    private const int MostInBrief = 3;
    private const int MostBelow = 2;

    public override string Kind => HookPractice.Kind;

    public override Text Noun => HookTexts.Noun;

    public Text Told(StoryEntry entry, string? contact) => HookTexts.Told(contact);

    public IEnumerable<(Text Label, Text Value)> BriefFacts(Brief brief, RenderContext context)
    {
        var (facts, contact) = (brief.Facts, brief.Contact?.Id);
        return facts.OpenHooks(context.Now).Where(hook => contact is null || hook.ContactId is null || hook.ContactId == contact).Take(MostInBrief)
            .Select(hook => (HookTexts.Label, HookTexts.Quoted(hook.Text, contact is null ? facts.Contact(hook.ContactId)?.Name : null)));
    }

    public IEnumerable<Text> ToTalkAbout(AccountFacts facts, RenderContext context) =>
        facts.OpenHooks(context.Now).Take(MostBelow).Select(hook => HookTexts.Quoted(hook.Text, facts.Contact(hook.ContactId)?.Name));

    public IEnumerable<Text> ForNextTalk(AccountFacts facts, RenderContext context) =>
        !context.IsDirect && facts.OpenHooks(context.Now).Any() ? [HookTexts.InTheBrief] : ToTalkAbout(facts, context);
}

using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Hooks;

/// <summary>What a hook says when something does not fit.</summary>
public static class HookRefusals
{
    /// <summary>Nothing was said.</summary>
    public static readonly Text Empty = new(
        $"What would you like to bring up next time?",
        $"Was ‹möchtest du|möchten Sie› beim nächsten Mal ansprechen?");

    /// <summary>The last day is over.</summary>
    public static readonly Text IsOver = new(
        $"That day is already over. Please pick a later one.",
        $"Dieser Tag ist schon vorbei. Bitte einen späteren wählen.");

    /// <summary>Nobody means to keep a small note that long.</summary>
    public static readonly Text TooFar = new(
        $"That’s more than a year ahead. Please pick an earlier day.",
        $"Das ist mehr als ein Jahr hin. Bitte einen früheren Tag wählen.");
}

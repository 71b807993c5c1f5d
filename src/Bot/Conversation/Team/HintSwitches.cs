using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>Whether a team wants each kind of hint: settings with a form of their own, since that of all others is full on Teams.</summary>
internal static class HintSwitches
{
    public const string On = "on";
    public const string Off = "off";

    private static readonly Text IsOn = new($"on", $"an");
    private static readonly Text IsOff = new($"off", $"aus");

    /// <summary>On or off.</summary>
    public static readonly Slot State = new("state", SlotKind.Choice, new($"On or off", $"An oder aus"))
    {
        Choices = [new(On, new("on|again", "an|ein|wieder"), IsOn), new(Off, new("off|never", "aus|nie"), IsOff)],
    };

    /// <summary>The kinds of hints, the most important first.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. PracticeCatalog.Hints.Select(hint => hint.Kind)];

    /// <summary>Those of all kinds.</summary>
    public static IReadOnlyList<Setting> All { get; } = [.. Kinds.Select(Make)];

    /// <summary>That of a kind.</summary>
    public static Setting Of(string kind) => All[Kinds.ToList().IndexOf(kind)];

    private static Setting Make(string kind) => new(
        State with { Name = kind, Label = PracticeViews.Of(kind).Noun, Group = TeamTexts.GroupHints, Required = true },
        (terms, _) => terms.Settings.PracticesOff.Contains(kind) ? Off : On,
        (terms, given, _) =>
        {
            var others = terms.Settings.PracticesOff.Where(other => other != kind);
            return (terms with { Settings = terms.Settings with { PracticesOff = given == Off ? [.. others.Append(kind)] : [.. others] } }, null);
        });
}

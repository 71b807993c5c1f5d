using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Plans;

/// <summary>The words of a sentence by which the speaker means to talk with a client; <c>§</c> stands for the client's name.</summary>
internal static class PlanHints
{
    private static readonly string[] Going = ["i'll", "i will", "we'll", "we will", "i'm going to", "i am going to", "we're going to", "we are going to"];
    private static readonly string[] Doing = ["i'm", "i am", "we're", "we are"];
    private static readonly string[] Meet = ["meet §", "meet with §", "meet up with §", "visit §", "see §", "have lunch with §", "have a meeting with §"];
    private static readonly string[] Meeting = ["meeting §", "meeting with §", "visiting §", "seeing §", "having lunch with §"];
    private static readonly string[] Call = ["call §", "ring §", "phone §"];

    public static IReadOnlyList<Saying> All { get; } =
    [
        Of(InteractionKind.Visit, [.. Each(Going, Meet), .. Each(Doing, Meeting)]),
        Of(InteractionKind.Visit, German("treffe", "treffen", "* §")),
        Of(InteractionKind.Visit, ["ich treffe mich * mit §", "treffe ich mich * mit §", "wir treffen uns * mit §", "treffen wir uns * mit §"]),
        Of(InteractionKind.Visit, [.. German("besuche", "besuchen", "* §"), .. German("fahre", "fahren", "* zu §"), .. German("bin", "sind", "* bei §")]),
        Of(InteractionKind.Call, [.. Each(Going, Call), .. Each(Doing, ["calling §", "ringing §", "phoning §"])]),
        Of(InteractionKind.Call, [.. German("rufe", "rufen", "* §"), .. German("telefoniere", "telefonieren", "* mit §")]),
    ];

    private static IEnumerable<string> Each(string[] beginnings, string[] ends) => beginnings.SelectMany(beginning => ends.Select(end => $"{beginning} {end}"));

    private static string[] German(string mine, string ours, string end) => [$"ich {mine} {end}", $"{mine} ich {end}", $"wir {ours} {end}", $"{ours} wir {end}"];

    private static Saying Of(InteractionKind kind, string[] words) => new(new(string.Join('|', words), ""), new Dictionary<string, string> { [PlanSlots.Kind.Name] = kind.ToString() });
}

namespace AccountNudge.Bot.Conversation.Departures;

/// <summary>The words of a sentence by which somebody at a client has left or died; <c>§</c> stands for a name. Of <c>Sabine's assistant</c> they say nothing.</summary>
internal static class DepartureHints
{
    private static readonly Dictionary<string, string> Nothing = [];

    private static readonly string[] HasLeft =
    [
        "is no longer with us", "is no longer with them", "is no longer with §", "is no longer at §", "is no longer there", "isn't with us anymore", "isn't with § anymore", "isn't at § anymore",
        "no longer works for §", "no longer works at §", "no longer works there", "has left the company", "left the company", "is leaving the company", "is leaving §", "has left §", "left §",
        "has quit", "has resigned", "has handed in her notice", "has handed in his notice", "handed in her notice", "handed in his notice", "handed in their notice",
    ];

    private static readonly string[] IstGegangen =
    [
        "ist nicht mehr bei uns", "ist nicht mehr bei ihnen", "ist nicht mehr bei §", "ist nicht mehr dort", "ist nicht mehr im unternehmen", "ist nicht mehr in der firma", "arbeitet nicht mehr bei §",
        "arbeitet nicht mehr dort", "hat gekündigt", "verlässt das unternehmen", "verlässt die firma", "verlässt §", "hat das unternehmen verlassen", "hat die firma verlassen", "hat § verlassen",
        "ist ausgeschieden", "scheidet aus",
    ];

    public static IReadOnlyList<Saying> Left { get; } =
    [
        Of(HasLeft.Select(end => $"§ {end}"), [.. IstGegangen.Select(end => $"§ {end}"), .. IstGegangen.Select(Turned)]),
        Of(["§ has left", "§ is leaving"], ["§ ist gegangen"]) with { EndsClause = true },
    ];

    public static IReadOnlyList<Saying> Died { get; } =
        [Of(["§ has died", "§ died", "§ has passed away", "§ passed away"], ["§ ist gestorben", "§ ist verstorben", "§ ist leider gestorben", "§ ist leider verstorben", "ist § gestorben", "ist § verstorben"])];

    /// <summary><c>Seit gestern ist Frau Klein nicht mehr bei uns</c>: the verb stands before the name.</summary>
    private static string Turned(string end) => end.Split(' ', 2) is [var verb, var rest] ? $"{verb} § {rest}" : end;

    private static Saying Of(IEnumerable<string> english, IEnumerable<string> german) => new(new(string.Join('|', english), string.Join('|', german)), Nothing);
}

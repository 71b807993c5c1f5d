using AccountNudge.Core.Nudges;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>Words that the nudges of all practices share: how many, in which lane, what became of them.</summary>
internal static class NudgeTexts
{
    private static readonly string[] Numbers = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
    public static readonly Text Done = new($"done", $"erledigt");
    public static readonly Text TalkIsPlanned = new($"the next talk is planned", $"das nächste Gespräch ist geplant");
    public static readonly Text GoesOnBelow = new($"the latest is further down", $"aktueller Stand weiter unten");
    public static readonly Text GoesOnInChannel = new($"goes on in the team’s channel", $"weiter geht es im Kanal des Teams");
    public static readonly Text IsOpen = new($"still open", $"noch offen");
    public static readonly Text TakenBack = new($"taken back since", $"wurde zurückgenommen");
    public static readonly Text Settled = new($"✓ Settled since", $"✓ Hat sich erledigt");

    /// <summary>Matters as people count them.</summary>
    public static Text Matters(int count) => new(
        $"{count} {(count == 1 ? "matter" : "matters")}",
        $"{(count < Numbers.Length ? Numbers[count] : count)} Anliegen");

    public static Text Of(Lane lane) => lane switch
    {
        Lane.News => new($"News", $"Neuigkeiten"),
        Lane.StayClose => new($"Stay close", $"Dranbleiben"),
        _ => new($"We owe", $"Wir schulden"),
    };

    public static Text Times(int count) => new(
        $"{(count switch { 1 => "once", 2 => "twice", _ => FormattableString.Invariant($"{count} times") })}",
        $"{(count < Numbers.Length ? Numbers[count] + "mal" : FormattableString.Invariant($"{count}-mal"))}");

    /// <summary>For whom somebody stands in.</summary>
    public static Text StandingIn(string owner, Text until) => new($"for {owner}, who is away through {until}", $"in Vertretung für {owner} – bis {until} nicht da");

    /// <summary>Who did what, when; by itself without a name.</summary>
    public static Text Acted(string? name, Text what, Text at) => name is null
        ? new($"✓ {what} · {at}", $"✓ {what} · {at}")
        : new($"✓ {name}: {what} · {at}", $"✓ {name}: {what} · {at}");

    public static Text PutOff(string? name, Text until) => name is null
        ? new($"Put off until {until}", $"Wiedervorlage: {until}")
        : new($"{name}: put off until {until}", $"{name}: Wiedervorlage {until}");
}

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>What a sentence of own words says, as far as that is certain; everything else stays open.</summary>
/// <param name="Text">As it was said.</param>
/// <param name="Accounts">The clients it names, also by their people; one short name may mean several.</param>
/// <param name="People">The clients' people it names.</param>
/// <param name="Says">What it says about the slots of a note, as <c>Raw</c>.</param>
internal sealed record Sentence(string Text, IReadOnlyList<KnownName> Accounts, IReadOnlyList<KnownName> People, IReadOnlyDictionary<string, string> Says)
{
    /// <summary>It asks; nothing is to be noted.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>It says that a talk did not happen.</summary>
    public bool IsDenied { get; init; }

    /// <summary>What stands where the client's name would, when nobody is known by it; null when nothing does.</summary>
    public string? Unknown { get; init; }

    /// <summary>It says how one talked, or that one did not.</summary>
    public bool TellsOfTalk { get; init; }

    /// <summary>It says that one talked, or how that felt.</summary>
    public bool TellsSomething => Says.Count > 0 || TellsOfTalk;
}

using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Departures;

/// <summary>What a departure says when something does not fit.</summary>
public static class DepartureRefusals
{
    internal static readonly Text Over = new(
        $"This is closed already.",
        $"Das ist schon abgeschlossen.");

    /// <summary>Nobody follows them yet who could take anything over.</summary>
    public static readonly Text NobodyToTakeOver = new(
        $"Nobody follows them yet. Who takes over?",
        $"Die Nachfolge ist noch offen. Wer übernimmt?");

    internal static readonly Text Themselves = new(
        $"Nobody can follow themselves. Who takes over?",
        $"Niemand folgt auf sich selbst. Wer übernimmt?");

    internal static readonly Text CongratulatedAlready = new(
        $"Someone has already done that.",
        $"Das hat schon jemand gemacht.");

    /// <summary>Whoever it is about is not there any more.</summary>
    public static Text GoneAlready(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.State == ContactState.Deceased
            ? new($"{contact.Name} has died. That’s noted already.", $"{contact.Name} ist verstorben. Das ist schon vermerkt.")
            : new($"{contact.Name} has left. That’s noted already.", $"{contact.Name} ist nicht mehr dort. Das ist schon vermerkt.");
    }

    internal static Text OtherAccount(string name) => new(
        $"{name} is at another client.",
        $"{name} ist bei einem anderen Kunden.");

    internal static Text FollowsAlready(string name) => new(
        $"{name} is down as the successor already.",
        $"{name} ist schon als Nachfolge vermerkt.");
}

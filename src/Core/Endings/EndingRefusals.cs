using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Endings;

/// <summary>What the end of a relationship says when something does not fit.</summary>
public static class EndingRefusals
{
    /// <summary>They are with us again.</summary>
    public static readonly Text IsBack = new(
        $"They’re back with us by now.",
        $"Der Kunde ist inzwischen wieder da.");

    internal static readonly Text HaveParted = new(
        $"You’ve parted already, everything is settled.",
        $"Die Trennung ist schon abgeschlossen.");

    internal static readonly Text SettledAlready = new(
        $"That’s settled already.",
        $"Das ist schon erledigt.");

    internal static readonly Text WhichDay = new(
        $"On which day is their data to be deleted?",
        $"An welchem Tag sollen die Daten gelöscht werden?");

    /// <summary>The day has passed.</summary>
    public static readonly Text DayIsOver = new(
        $"That day is already over. Please pick a later one.",
        $"Dieser Tag ist schon vorbei. Bitte einen späteren wählen.");

    internal static readonly Text TooFar = new(
        $"That’s more than ten years ahead. Please pick an earlier day.",
        $"Das ist mehr als zehn Jahre hin. Bitte einen früheren Tag wählen.");

    internal static Text StillOwed(int count) => count == 1
        ? new($"One thing is still open with them. Once it’s settled, you can tick this off.", $"Ein Anliegen ist noch offen. Sobald es erledigt ist, lässt sich das abhaken.")
        : new($"{count} things are still open with them. Once they’re settled, you can tick this off.", $"{count} Anliegen sind noch offen. Sobald sie erledigt sind, lässt sich das abhaken.");

    internal static Text NeverLeft(string account) => new($"{account} is with us. Nothing to change.", $"{account} ist bei uns. Da ist nichts zu ändern.");

    /// <summary>The relationship is over, or about to be.</summary>
    public static Text OverAlready(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.State switch
        {
            AccountState.Lost => new($"{account.Name} is noted as lost already.", $"{account.Name} ist schon als verloren vermerkt."),
            AccountState.Parting => new($"You’re already parting with {account.Name}.", $"Die Trennung von {account.Name} läuft schon."),
            _ => new($"You’ve already parted with {account.Name}.", $"Von {account.Name} ‹habt ihr euch|haben Sie sich› schon getrennt."),
        };
    }
}

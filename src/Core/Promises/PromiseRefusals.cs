using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Promises;

/// <summary>What a promise says when something does not fit.</summary>
public static class PromiseRefusals
{
    /// <summary>The day or its time is over.</summary>
    public static readonly Text IsOver = new(
        $"That’s in the past. Please pick a day that is still to come.",
        $"Das ist schon vorbei. Bitte einen Tag wählen, der noch kommt.");

    internal static readonly Text TooFar = new(
        $"That’s more than two years ahead. Please pick an earlier day.",
        $"Das ist mehr als zwei Jahre hin. Bitte einen früheren Tag wählen.");

    internal static readonly Text Kept = new(
        $"This promise has already been kept.",
        $"Diese Zusage ist schon gehalten.");

    internal static readonly Text Withdrawn = new(
        $"This promise has already been withdrawn.",
        $"Diese Zusage ist schon zurückgezogen.");

    internal static readonly Text NothingToConfirm = new(
        $"There’s nothing for the client to confirm here. If it’s done, use “kept”.",
        $"Hier muss der Kunde nichts bestätigen. Ist die Zusage erfüllt, bitte „gehalten“.");

    internal static readonly Text KeptAhead = new(
        $"That day is still to come.",
        $"Dieser Tag kommt erst noch.");

    internal static readonly Text KeptBefore = new(
        $"It wasn’t promised for that date yet on that day.",
        $"An diesem Tag war das noch nicht so zugesagt.");

    internal static readonly Text RecommendedWhom = new(
        $"Whom did they recommend us to?",
        $"Wem haben sie uns empfohlen?");

    internal static Text RecommendedAlready(string whom) => new(
        $"That’s noted already, with a thank-you: {whom}.",
        $"Das ist schon notiert, mit einem Dank: {whom}.");

    internal static readonly Text SnoozedOnce = new(
        $"It has been put off since it was due, and they’re still waiting. A new date they know of helps more: “moved”.",
        $"Seit dem Termin war das schon einmal auf Wiedervorlage, und der Kunde wartet noch. Mehr hilft ein neuer Termin, den er kennt: „verschoben“.");
}

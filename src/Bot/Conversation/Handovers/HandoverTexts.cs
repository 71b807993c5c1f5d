using AccountNudge.Core.Handovers;

namespace AccountNudge.Bot.Conversation.Handovers;

/// <summary>The words of handovers.</summary>
internal static class HandoverTexts
{
    public static readonly Text Does = new($"hand an account over, with brief and first talk", $"Kunden übergeben, mit Kurzprofil und erstem Gespräch");
    public static readonly Text Title = new($"Hand an account over", $"Kunden übergeben");
    public static readonly Text Example = new($"handover Weber GmbH to @Ben deputy @Anna", $"übergabe Weber GmbH an @Ben vertretung @Anna");
    public static readonly Text To = new($"Who takes over?", $"Wer übernimmt?");
    public static readonly Text Deputy = new($"Deputy", $"Vertretung");
    public static readonly Text DeputyHint = new($"Nobody named: as before", $"Ohne Angabe: wie bisher");
    public static readonly Text FirstTalk = new($"Introduced …", $"Vorgestellt …");
    public static readonly Text TakenOver = new($"Taken over", $"Übernommen");
    public static readonly Text IsClosed = new($"This is settled.", $"Das ist erledigt.");

    /// <summary>The one sentence the team hears.</summary>
    public static Text TakesOver(object account, string to, string? from) => from is null
        ? new($"{account}: {to} looks after it from now on.", $"{account}: Ab jetzt ist {to} zuständig.")
        : new($"{account}: {to} takes over from {from}.", $"{account}: {to} übernimmt von {from}.");

    public static Text Deputising(string member) => new($"Deputy: {member}", $"Vertretung: {member}");

    public static Text BriefComes(string to, string? from) => from is null
        ? new($"{to} gets the brief and everything open by direct message.", $"{to} bekommt das Kurzprofil und alles Offene per Direktnachricht.")
        : new($"{to} and {from} get the brief and everything open by direct message.", $"{to} und {from} bekommen das Kurzprofil und alles Offene per Direktnachricht.");

    public static Text FirstTalkBy(string to, Text by) => new($"First talk with {to}{by}", $"Erstes Gespräch mit {to}{by}");

    public static Text HasTalked(string to) => new($"✓ {to} has introduced themselves.", $"✓ {to} hat sich vorgestellt.");

    /// <summary>To whoever takes over.</summary>
    public static Text IsYours(object account, string? from, Text by) => from is null
        ? new($"{account} is yours from now on. Please introduce yourself{by}.", $"{account}: Ab jetzt ‹bist du|sind Sie› zuständig. Bitte ‹stell dich|stellen Sie sich› vor{by}.")
        : new($"{account} is yours from now on, {from} looked after it until today. Please introduce yourself{by}.", $"{account}: Ab jetzt ‹bist du|sind Sie› zuständig, bisher war es {from}. Bitte ‹stell dich|stellen Sie sich› vor{by}.");

    /// <summary>To whoever looked after it until now.</summary>
    /// <summary>The news in the channel, to whoever took over.</summary>
    public static Text IsWithYou(object account, string? from) => from is null
        ? new($"{account} is with you now.", $"{account} liegt jetzt bei ‹dir|Ihnen›.")
        : new($"{account} is with you now; so far it was with {from}.", $"{account} liegt jetzt bei ‹dir|Ihnen›, bisher bei {from}.");

    public static Text PassOn(object account, string to) => new(
        $"{account}: {to} takes over from you. Here is what there is to pass on.",
        $"{account}: {to} übernimmt von ‹dir|Ihnen›. Das gibt es weiterzugeben.");

    public static Text NotMet(object account, string to) => new(
        $"{account} hasn’t met {to} yet, who looks after them now.",
        $"{account} kennt {to} noch nicht; die Betreuung hat gerade gewechselt.");

    /// <summary>The same to whoever it is.</summary>
    public static Text NotMetYou(object account) => new(
        $"{account} hasn’t met you yet, now that you look after them. Best to introduce yourself today.",
        $"{account} kennt ‹dich|Sie› noch nicht. Am besten heute noch vorstellen.");

    public static Text Now(string to) => new($"✓ {to} took over", $"✓ {to} hat übernommen");

    public static Text Since(Text day) => new($"handed over {day}", $"übergeben {day}");

    public static Text Due(Text by) => new($"first talk{by}", $"erstes Gespräch{by}");

    /// <summary>What is open about it, in a brief and on the account's card.</summary>
    public static Text Standing(string to, string? from, Text by) => from is null
        ? new($"{to}; first talk{by}", $"{to}; erstes Gespräch{by}")
        : new($"{to}, from {from}; first talk{by}", $"{to}, von {from}; erstes Gespräch{by}");

    public static Text Told(HandoverEvent told) => told.From is { } from
        ? new($"handed over from {from} to {told.To}", $"Übergabe von {from} an {told.To}")
        : new($"handed over to {told.To}", $"Übergabe an {told.To}");

    public static Text NotMetYet(object account, string? to) => to is null
        ? new($"{account}: the new owner hasn’t introduced themselves yet", $"{account}: Die neue Betreuung hat sich noch nicht vorgestellt")
        : new($"{account}: {to} hasn’t introduced themselves yet", $"{account}: {to} hat sich noch nicht vorgestellt");
}

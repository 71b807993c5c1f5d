using AccountNudge.Bot.Conversation.Practices;

namespace AccountNudge.Bot.Conversation.Announcements;

/// <summary>The words around the matters of a post.</summary>
internal static class AnnouncementTexts
{
    public static readonly Text ShowToday = new($"Show Today", $"Heute zeigen");

    public static Text GoodMorning(int count) => new($"Good morning — {NudgeTexts.Matters(count)}", $"Guten Morgen – {NudgeTexts.Matters(count)}");

    public static Text GoodMorningSettled(int count) => count == 1
        ? new($"Good morning — 1 matter, settled", $"Guten Morgen – ein Anliegen, erledigt")
        : new($"Good morning — {NudgeTexts.Matters(count)}, all settled", $"Guten Morgen – {NudgeTexts.Matters(count)}, alle erledigt");

    /// <summary>Some of it was done, and of the rest the day has passed.</summary>
    public static Text GoodMorningOver(int count) => new($"Good morning — {NudgeTexts.Matters(count)}, nothing left open", $"Guten Morgen – {NudgeTexts.Matters(count)}, nichts mehr offen");

    public static Text CatchUp(int count) => new($"While I was away — {NudgeTexts.Matters(count)}", $"Während ich nicht da war – {NudgeTexts.Matters(count)}");

    public static Text More(int count) => new($"+{count} in Today", $"+{count} in Heute");

    public static Text Unreachable(string team) => new(
        $"I can no longer post in the channel of {team}.",
        $"In den Kanal von {team} kann ich nichts mehr schreiben.");

    /// <summary>Why a channel takes no posts, and what helps.</summary>
    public static Text WhatHappened(RefusalReason? reason) => reason switch
    {
        RefusalReason.Archived => new($"It has been archived. Unarchive it, or say “team here” in another channel.", $"Er ist archiviert. ‹Hol|Holen Sie› ihn zurück, oder ‹sag|sagen Sie› „team hier“ in einem anderen Kanal."),
        RefusalReason.NotInChannel => new($"I’m not in it any more. Inviting me again is enough.", $"Ich bin nicht mehr darin. Es genügt, mich wieder einzuladen."),
        RefusalReason.Outsiders => new($"It is shared with people from outside, and I keep client matters among colleagues. “team here” in another channel moves the team.", $"Dort lesen Außenstehende mit, und Kundensachen bleiben unter uns. „team hier“ in einem anderen Kanal zieht das Team um."),
        RefusalReason.Removed => new($"I was removed from it. Adding me again is enough; “team here” in another channel moves the team.", $"Ich wurde daraus entfernt. Es genügt, mich wieder hinzuzufügen; „team hier“ in einem anderen Kanal zieht das Team um."),
        RefusalReason.NotAllowed => new($"I’m not allowed to post there any more, perhaps because apps are restricted. Whoever manages them for you can allow me again; “team here” works in any channel where I may post.", $"Ich darf dort nicht mehr schreiben, vielleicht wurden Apps eingeschränkt. Wer sie bei ‹euch|Ihnen› verwaltet, kann mich wieder zulassen; „team hier“ geht in jedem Kanal, in dem ich schreiben darf."),
        _ => new($"Perhaps it was deleted, or I was removed from it. Invite me again, or say “team here” in another channel.", $"Vielleicht wurde er gelöscht, oder ich wurde entfernt. ‹Lade|Laden Sie› mich wieder ein, oder ‹sag|sagen Sie› „team hier“ in einem anderen Kanal."),
    };

    public static readonly Text Cleared = new(
        $"Something stood here that may have named a person who wanted to be forgotten.",
        $"Hier stand etwas, das eine Person genannt haben kann, die gelöscht werden wollte.");

    public static readonly Text MayBeRepeated = new(
        $"You may see this twice: the connection dropped just as I was sending it.",
        $"Das steht hier vielleicht doppelt: Beim Senden ist die Verbindung abgerissen.");

    public static readonly Text MeanwhileDirectly = new(
        $"Until then, anything urgent goes to people directly; everything else is in Today.",
        $"Bis dahin schicke ich alles Dringende als Direktnachricht; der Rest steht in Heute.");

    public static Text Week(string name) => new($"Good morning, {name} — your week", $"Guten Morgen, {name} – ‹deine|Ihre› Woche");
}

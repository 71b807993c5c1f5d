using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Digests;

namespace AccountNudge.Bot.Conversation.Digests;

/// <summary>The words of the report, of Today and of the quiet accounts.</summary>
internal static class DigestTexts
{
    public static readonly Text First = new($"First", $"Zuerst");
    public static readonly Text Now = new($"As things stand today", $"Stand heute");
    public static readonly Text NothingPresses = new($"Nothing is pressing. Nobody is waiting longer than agreed.", $"Gerade drängt nichts. Niemand wartet länger als vereinbart.");
    public static readonly Text TalksPerKind = new($"Talks by kind", $"Gespräche nach Art");
    public static readonly Text TalksPerTier = new($"Talks per tier", $"Gespräche je Stufe");
    public static readonly Text TalksPerWeek = new($"Talks per week", $"Gespräche pro Woche");
    public static readonly Text DaysFrom = new($"Or since which day?", $"Oder seit welchem Tag?");
    public static readonly Text Span = new($"Which days?", $"Welcher Zeitraum?");
    public static readonly Text SpanHint = new($"The last seven days, unless you say otherwise", $"Ohne Angabe die letzten sieben Tage");
    public static readonly Text Talks = new($"Talks", $"Gespräche");
    public static readonly Text Accounts = new($"Accounts", $"Kunden");
    public static readonly Text Releases = new($"Sent although it was held back", $"Trotzdem gesendet");

    public static readonly Text TodayEmpty = new(
        $"Nothing is waiting for you. A good moment to ring someone just because.",
        $"Auf ‹dich|Sie› wartet gerade nichts. Ein guter Moment, jemanden einfach so anzurufen.");

    public static readonly Text ExpiredTalks = new($"Old talks deleted as agreed", $"Fristgerecht gelöschte alte Gespräche");
    public static readonly Text Held = new($"Held back", $"Zurückgehalten");
    public static readonly Text PutOff = new($"Put off", $"Auf Wiedervorlage");
    public static readonly Text Ahead = new($"Coming up", $"Demnächst");
    public static readonly Text Undeliverable = new($"I could not deliver this one.", $"Das ließ sich nicht zustellen.");

    /// <summary>What is counted, and over which days.</summary>
    public static Text Figures(DateInterval days, RenderContext context)
    {
        var (from, until) = (Wording.Date(days.Start, context), Wording.Date(days.End, context));
        if (days.End != context.Today) return new($"In figures, {from} to {until}", $"In Zahlen, {from} bis {until}");
        return days.Length == 8 ? new($"In figures, the last seven days", $"In Zahlen, die letzten sieben Tage") : new($"In figures since {from}", $"In Zahlen seit {from}");
    }

    /// <summary>How many talks each tier had.</summary>
    public static Text PerTier(IReadOnlyList<(Tier Tier, int Count)> tiers)
    {
        var listed = string.Join(" · ", tiers.Select(tier => $"{tier.Tier}: {tier.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));
        return new($"{listed}", $"{listed}");
    }

    public static Text Overview(string teams) => new($"How things stand · {teams}", $"Überblick · {teams}");

    public static Text Today(int count) => new($"Today — {NudgeTexts.Matters(count)}", $"Heute – {NudgeTexts.Matters(count)}");

    public static Text More(int count) => new($"+{count} more", $"+{count} weitere");

    public static Text AndMore(string names, int count) => new($"{names} and {count} more", $"{names} und {count} weitere");

    /// <summary>Clients without anybody who looks after them, in one line.</summary>
    public static Text NobodyLooksAfter(int count, Text names) => count == 1
        ? new($"Nobody looks after {names} yet", $"Um {names} kümmert sich noch niemand")
        : new($"{count} clients have nobody looking after them yet: {names}", $"{count} Kunden haben noch niemanden, der sie betreut: {names}");

    public static Text Release(Released released) => released.Member is { } member
        ? new($"{released.Account.Name} ({member.Name}): {released.Reason}", $"{released.Account.Name} ({member.Name}): {released.Reason}")
        : new($"{released.Account.Name}: {released.Reason}", $"{released.Account.Name}: {released.Reason}");

    /// <summary>Things are owed to clients, and there is time yet.</summary>
    public static Text NothingIsLate(int owed) => owed == 1
        ? new($"Nothing is late. One thing is still owed to a client.", $"Nichts ist überfällig. Ein Anliegen ist noch offen.")
        : new($"Nothing is late. {owed} things are still owed to clients.", $"Nichts ist überfällig. {owed} Anliegen sind noch offen.");

    public static Text HeldBecause(Text why, string call, string account) => new(
        $"Held{why}. “{call}override {account}: reason” releases it.",
        $"Zurückgehalten{why}. „{call}trotzdem {account}: Grund“ gibt es frei.");

    /// <summary>It would not have been said yet.</summary>
    public static Text WillBeHeld(Text why) => new($"I’ll hold it back{why}.", $"Das halte ich zurück{why}.");

    public static Text Until(Text until) => new($"until {until}", $"bis {until}");
}

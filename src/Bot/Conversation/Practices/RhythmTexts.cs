using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>How often and how to talk to a client, in words that can be typed as well.</summary>
internal static class RhythmTexts
{
    private const int Week = 7;
    private const int MostWeeks = 12;
    private const int Month = 30;
    private const int Year = 365;

    public static readonly Text Label = new($"Rhythm", $"Rhythmus");

    /// <summary>At least so often.</summary>
    public static Text Every(int days) => days switch
    {
        1 => new($"every day", $"täglich"),
        Week => new($"every week", $"jede Woche"),
        Month => new($"every month", $"jeden Monat"),
        Year => new($"every year", $"jedes Jahr"),
        _ when days % Week == 0 && days <= MostWeeks * Week => new($"every {days / Week} weeks", $"alle {days / Week} Wochen"),
        _ when days % Month == 0 => new($"every {days / Month} months", $"alle {days / Month} Monate"),
        _ => new($"every {days} days", $"alle {days} Tage"),
    };

    /// <summary>At most so often.</summary>
    public static Text AtMost(Ceiling ceiling)
    {
        var times = NudgeTexts.Times(ceiling.Contacts);
        return ceiling.Days switch
        {
            1 => new($"at most {times} a day", $"höchstens {times} am Tag"),
            Week => new($"at most {times} a week", $"höchstens {times} pro Woche"),
            Month => new($"at most {times} a month", $"höchstens {times} pro Monat"),
            _ => new($"at most {times} {Every(ceiling.Days)}", $"höchstens {times} {Every(ceiling.Days)}"),
        };
    }

    /// <summary>By which way.</summary>
    public static Text By(InteractionKind kind) => kind switch
    {
        InteractionKind.Visit => new($"in person", $"persönlich"),
        InteractionKind.Call => new($"by phone", $"per Telefon"),
        InteractionKind.Video => new($"by video", $"per Video"),
        InteractionKind.Mail => new($"by mail", $"per Mail"),
        _ => new($"by chat", $"per Chat"),
    };

    /// <summary>What was agreed, part by part; null where nothing was.</summary>
    public static Text? Of(AgreedRhythm? agreed)
    {
        if (agreed is not { IsOwn: true }) return null;
        var often = agreed.FloorDays is { } days ? Every(days) : null;
        var by = agreed.Channel is { } channel ? By(channel) : null;
        var first = often is not null && by is not null ? new Text($"{often} {by}", $"{often} {by}") : often ?? by;
        var most = agreed.Ceiling is { } ceiling ? AtMost(ceiling) : null;
        return first is not null && most is not null ? new Text($"{first}, {most}", $"{first}, {most}") : first ?? most;
    }

    /// <summary>The same, and that it is this client's own; null where nothing was agreed.</summary>
    public static Text? OfTheirs(AgreedRhythm? agreed) =>
        Of(agreed) is { } rhythm ? new($"{rhythm}, set for this client", $"{rhythm}, für diesen Kunden vereinbart") : null;

    /// <summary>Talked in another way than they like best.</summary>
    public static Text Rather(InteractionKind channel) => new($"they prefer to talk {By(channel)}", $"am liebsten {By(channel)}");
}

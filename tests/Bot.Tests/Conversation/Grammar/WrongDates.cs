using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

/// <summary>What is said of a wrong date in a line.</summary>
internal static class WrongDates
{
    /// <summary>Which date is wrong and why; null when none is.</summary>
    public static Text? Fault(this NotUnderstood asked) => asked.Unfinished.Select(part => part.Fault).FirstOrDefault(fault => fault is not null);

    /// <summary>The wrong dates as they were typed, with their keywords.</summary>
    public static string Wrong(this NotUnderstood asked) => string.Join(' ', asked.Unfinished.Select(part => $"{part.Keyword} {part.Value}".Trim()));
}

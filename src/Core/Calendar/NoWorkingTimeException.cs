namespace AccountNudge.Core.Calendar;

/// <summary>
/// A calendar has no working time for so long that looking further makes no sense, usually because of a mistyped
/// closure. The message is a sentence for the person who keeps the calendar.
/// </summary>
public sealed class NoWorkingTimeException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">A sentence that says where the search began and how far it went.</param>
    public NoWorkingTimeException(string message)
        : base(message)
    {
    }
}

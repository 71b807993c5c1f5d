using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>Whether a team's settings leave any time to work: without it nothing would ever fall due.</summary>
internal static class WorkingTime
{
    public static bool Remains(TeamSettings settings, Instant now)
    {
        try
        {
            var calendar = settings.Calendar();
            foreach (var at in settings.Closures.Select(closure => calendar.At(closure.From, LocalTime.Midnight)).Where(at => at > now).Prepend(now)) calendar.NextOpening(at);
            return true;
        }
        catch (NoWorkingTimeException)
        {
            return false;
        }
    }
}

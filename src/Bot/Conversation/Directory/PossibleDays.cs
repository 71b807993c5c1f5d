namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Days in years that cannot be: still ahead, or so long ago that they stand for "unknown", such as 1900.</summary>
internal static class PossibleDays
{
    /// <summary>Refuses a year in which nobody who is at a client today was born.</summary>
    public static void RefuseBirthday(DayOfYear day, LocalDate today, string field)
    {
        if (day.Year is not { } year) return;
        if (year > today.Year) throw RefusalException.At(field, ContactTexts.YearAhead);
        if (!DirectoryRules.IsBirthYear(year, today)) throw RefusalException.At(field, ContactTexts.ImpossibleBirth(year));
    }

    /// <summary>Refuses a day on which no work that still goes on can have begun.</summary>
    public static void RefuseBeginning(LocalDate day, LocalDate today, string field)
    {
        if (day > today) throw RefusalException.At(field, AccountTexts.DayAhead);
        if (DirectoryRules.IsTooLongAgo(day, today)) throw RefusalException.At(field, AccountTexts.TooLongAgo(day.Year));
    }
}

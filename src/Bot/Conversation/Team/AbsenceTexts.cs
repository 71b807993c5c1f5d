namespace AccountNudge.Bot.Conversation.Team;

/// <summary>The words about being away.</summary>
internal static class AbsenceTexts
{
    public static readonly Text Until = new($"Last day away", $"Letzter Tag der Abwesenheit");
    public static readonly Text From = new($"First day away", $"Erster Tag der Abwesenheit");
    public static readonly Text FromHint = new($"Leave it empty to begin today", $"Leer heißt ab heute");
    public static readonly Text UntilHint = new($"Leave it empty for a single day", $"Leer heißt nur dieser eine Tag");
    public static readonly Text Deputy = new($"Who stands in", $"Vertretung");
    public static readonly Text DeputyHint = new($"Without one, each account’s own deputy", $"Ohne Angabe die Vertretung beim jeweiligen Kunden");
    public static readonly Text DoesAway = new($"says how long you are away", $"merkt sich eine Abwesenheit");
    public static readonly Text TitleAway = new($"Note an absence", $"Abwesenheit merken");
    public static readonly Text ExampleAway = new($"away until Friday deputy @Ben", $"abwesend bis Freitag vertretung @Ben");
    public static readonly Text DoesBack = new($"says you are back", $"beendet die Abwesenheit");
    public static readonly Text ExampleBack = new($"back", $"zurück");
    public static readonly Text EachDeputy = new($"Each account’s deputy will cover.", $"Es vertritt, wer beim jeweiligen Kunden dafür eingetragen ist.");

    public static readonly Text NotThen = new(
        $"The last day can’t be in the past, before the first day, or more than a year ahead.",
        $"Der letzte Tag darf nicht vorbei sein, nicht vor dem ersten liegen und höchstens ein Jahr voraus.");

    public static readonly Text WhichDays = new($"On which days are you away?", $"An welchen Tagen ‹bist du|sind Sie› abwesend?");
    public static readonly Text NotOneself = new($"Please name someone else to stand in.", $"Bitte jemand anderen für die Vertretung nennen.");
    public static readonly Text NotAway = new($"You’re not down as away. Good to have you here.", $"Es ist keine Abwesenheit notiert. Schön, dass ‹du da bist|Sie da sind›.");

    public static Text Away(string name, Absence absence, LocalDate today) => absence.From == absence.Until
        ? new($"{name} is away on {Day(absence.From)}, just that day.", $"{name}: abwesend am {Day(absence.From)}, nur an diesem Tag.")
        : absence.From == today
            ? new($"{name} is away until {Day(absence.Until)}.", $"{name}: abwesend bis {Day(absence.Until)}.")
            : new($"{name} is away from {Day(absence.From)} until {Day(absence.Until)}.", $"{name}: abwesend von {Day(absence.From)} bis {Day(absence.Until)}.");

    /// <summary>Days of an earlier absence that the new one does not touch.</summary>
    public static Text StaysNoted(Absence absence) => absence.From == absence.Until
        ? new($"Still away: {Day(absence.From)}.", $"Weiterhin abwesend: {Day(absence.From)}.")
        : new($"Still away: {Day(absence.From)} to {Day(absence.Until)}.", $"Weiterhin abwesend: {Day(absence.From)} bis {Day(absence.Until)}.");

    public static Text StandsIn(Member deputy) => new($"{deputy.Mention} stands in.", $"Die Vertretung übernimmt {deputy.Mention}.");

    public static Text BackOn(LocalDate day) => new($"Back on {Day(day)}.", $"Wieder da am {Day(day)}.");

    public static Text IsBack(string name) => new($"{name} is back.", $"{name} ist wieder da.");

    public static Text StaysHere(string name, Absence absence) => new(
        $"{name} will not be away from {Day(absence.From)} after all.",
        $"{name}: doch keine Abwesenheit ab {Day(absence.From)}.");

    private static Text Day(LocalDate day) => new($"{day:dddd d MMMM uuuu}", $"{day:dddd, d. MMMM uuuu}");
}

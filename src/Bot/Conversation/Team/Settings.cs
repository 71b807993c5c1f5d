using System.Globalization;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Practices;
using NodaTime.Text;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>All settings of a team, in the order of the form.</summary>
internal static class Settings
{
    private const int LongestName = 80;
    private static readonly LocalDateTime AnyDay = new(2000, 1, 1, 0, 0);
    private static readonly (string English, string German)[] Days = [("Mon", "Mo"), ("Tue", "Di"), ("Wed", "Mi"), ("Thu", "Do"), ("Fri", "Fr"), ("Sat", "Sa"), ("Sun", "So")];


    public static readonly Setting Name = new(
        new Slot("name", SlotKind.NewName, TeamTexts.Name) { Group = TeamTexts.GroupTeam, Required = true },
        (terms, _) => terms.Name,
        (terms, given, _) => given.Length is > 0 and <= LongestName ? (terms with { Name = given }, null) : (terms, TeamTexts.NameTooLong(LongestName)));

    public static readonly Setting Language = new(
        new Slot("language", SlotKind.Choice, TeamTexts.Language)
        {
            Required = true,
            Group = TeamTexts.GroupTeam,
            Choices =
            [
                new("en", new("English|en", "Englisch"), TeamTexts.LanguageName(Core.Texts.Language.English)),
                new("de", new("German", "Deutsch|de"), TeamTexts.LanguageName(Core.Texts.Language.German)),
            ],
        },
        (terms, _) => terms.Settings.Language == Core.Texts.Language.German ? "de" : "en",
        (terms, given, _) => (With(terms, settings => settings with { Language = given == "de" ? Core.Texts.Language.German : Core.Texts.Language.English }), null));

    public static readonly Setting Address = new(
        new Slot("address", SlotKind.Choice, TeamTexts.Address)
        {
            Group = TeamTexts.GroupTeam,
            Required = true,
            Hint = TeamTexts.ForAll,
            Choices = [new("du", new("du", "du|duzen"), Text.Verbatim("Du")), new("sie", new("sie", "sie|siezen"), Text.Verbatim("Sie"))],
        },
        (terms, _) => terms.Address == FormOfAddress.Sie ? "sie" : "du",
        (terms, given, _) => (terms with { Address = given == "sie" ? FormOfAddress.Sie : FormOfAddress.Du }, null));

    public static readonly Setting Spelling = new(
        new Slot("spelling", SlotKind.Choice, TeamTexts.Spelling)
        {
            Group = TeamTexts.GroupTeam,
            Required = true,
            Hint = TeamTexts.ForAll,
            Choices = [new("de", new("German|Germany", "Deutschland|deutsch|eszett"), TeamTexts.SharpS), new("ch", new("Swiss|Switzerland", "Schweiz|schweizerisch"), TeamTexts.DoubleS)],
        },
        (terms, _) => terms.SharpS ? "de" : "ch",
        (terms, given, _) => (terms with { SharpS = given != "ch" }, null));

    public static readonly Setting Zone = new(
        new Slot("zone", SlotKind.Phrase, TeamTexts.Zone) { Group = TeamTexts.GroupTeam, Required = true, Hint = TeamTexts.ZoneHint },
        (terms, _) => terms.Settings.Zone,
        (terms, given, _) => Zones.Find(given) is { } zone ? (With(terms, settings => settings with { Zone = zone, ZoneIsGuess = false }), null) : (terms, TeamTexts.UnknownZone(Shortening.Typed(given))));

    public static readonly Setting Region = new(
        new Slot("region", SlotKind.Phrase, TeamTexts.Region) { Group = TeamTexts.GroupWorkingTime, Required = true, Choices = [.. HolidayRegion.All.Select(region => new SlotChoice(region.Code, new(region.NameEn, region.NameDe), Regions.Name(region)))] },
        (terms, language) => HolidayRegion.Find(terms.Settings.Region) is { } region ? (language == Core.Texts.Language.German ? region.NameDe : region.NameEn) : terms.Settings.Region,
        (terms, given, _) => HolidayRegion.Find(given) is { } region
            ? (With(terms, settings => Regions.Answer(settings, region)), null)
            : (terms, TeamTexts.UnknownRegion(Shortening.Typed(given), Regions.Like(given))));

    public static readonly Setting Hours = new(
        new Slot("hours", SlotKind.Phrase, TeamTexts.Hours) { Group = TeamTexts.GroupWorkingTime, Required = true, Hint = TeamTexts.HoursHint },
        (terms, language) => InLanguage(terms.Settings.Hours, language),
        (terms, given, _) => WeeklyHours.TryParse(given, out var hours) ? (With(terms, settings => settings with { Hours = hours.ToString() }), null) : (terms, TeamTexts.UnknownHours));

    public static readonly Setting Closed = new(
        new Slot("closed", SlotKind.Phrase, TeamTexts.Closed) { Group = TeamTexts.GroupWorkingTime, Hint = TeamTexts.ClosedHint },
        (terms, language) => ClosureText.Write(terms.Settings.Closures, language),
        (terms, given, now) => ClosureText.Read(given, now) is { } closures
            ? (With(terms, settings => settings with { Closures = [.. closures.Where(closure => closure.Until >= now.Date).OrderBy(closure => closure.From)] }), null)
            : (terms, TeamTexts.UnknownClosures));

    public static readonly Setting Morning = new(
        new Slot("morning", SlotKind.Phrase, TeamTexts.Morning) { Group = TeamTexts.GroupWorkingTime, Required = true, Hint = TeamTexts.MorningHint },
        (terms, _) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(terms.Settings.Morning),
        (terms, given, _) => Time(given) is { } time ? (With(terms, settings => settings with { Morning = time }), null) : (terms, TeamTexts.UnknownTime));

    public static readonly Setting FloorA = Floor(Tier.A, settings => settings.FloorA, (settings, days) => settings with { FloorA = days });
    public static readonly Setting FloorB = Floor(Tier.B, settings => settings.FloorB, (settings, days) => settings with { FloorB = days });
    public static readonly Setting FloorC = Floor(Tier.C, settings => settings.FloorC, (settings, days) => settings with { FloorC = days });

    public static readonly Setting CeilingA = Ceiling(Tier.A, settings => settings.CeilingA, (settings, contacts) => settings with { CeilingA = contacts });
    public static readonly Setting CeilingB = Ceiling(Tier.B, settings => settings.CeilingB, (settings, contacts) => settings with { CeilingB = contacts });
    public static readonly Setting CeilingC = Ceiling(Tier.C, settings => settings.CeilingC, (settings, contacts) => settings with { CeilingC = contacts });

    public static readonly Setting HookDays = Worded(
        new("DAYS", "TAGE"),
        Setting.Number("hookdays", TeamTexts.GroupOccasions, TeamTexts.HookDays, (1, 365), settings => settings.HookDays, (settings, days) => settings with { HookDays = days }));

    public static readonly Setting HintDays = Worded(
        new("DAYS", "TAGE"),
        Setting.Number("hintdays", TeamTexts.GroupHints, TeamTexts.HintDays, (1, 365), settings => settings.HintDays, (settings, days) => settings with { HintDays = days }));

    public static readonly Setting HintsPerMorning = Worded(
        new("NUMBER", "ZAHL"),
        Setting.Number("hintsmorning", TeamTexts.GroupHints, TeamTexts.HintsPerMorning, (0, 10), settings => settings.HintsPerMorning, (settings, count) => settings with { HintsPerMorning = count }));

    public static readonly Setting VisitMonths = Worded(
        new("MONTHS", "MONATE"),
        Setting.Number("visitmonths", TeamTexts.GroupHints, TeamTexts.VisitMonths, (1, 60), settings => settings.VisitMonths, (settings, months) => settings with { VisitMonths = months }));

    public static readonly Setting KeepGone = Worded(
        new("DAYS", "TAGE"),
        Setting.Number("keepgone", TeamTexts.GroupGone, TeamTexts.KeepGone, (1, 3650), settings => settings.KeepGoneDays, (settings, days) => settings with { KeepGoneDays = days }));

    public static readonly Setting KeepTalks = Worded(
        new("MONTHS", "MONATE"),
        Setting.Number("keeptalks", TeamTexts.GroupGone, TeamTexts.KeepTalks, (6, 240), settings => settings.KeepTalksMonths, (settings, months) => settings with { KeepTalksMonths = months }));

    public static readonly Setting KeepFormer = Worded(
        new("MONTHS", "MONATE"),
        Setting.Number("keepformer", TeamTexts.GroupGone, TeamTexts.KeepFormer, (1, 240), settings => settings.KeepFormerMonths, (settings, months) => settings with { KeepFormerMonths = months }));

    public static readonly IReadOnlyList<Setting> All =
    [
        Name, Language, Address, Spelling, Zone, Region, Hours, Closed, Morning, FloorA, FloorB, FloorC,
        Setting.Number("quietdeputy", TeamTexts.GroupQuiet, TeamTexts.QuietDeputy, (1, 60), settings => settings.QuietDeputyDays, (settings, days) => settings with { QuietDeputyDays = days }),
        CeilingA, CeilingB, CeilingC,
        Setting.Number("acknowledge", TeamTexts.GroupComplaints, TeamTexts.Acknowledge, (1, 80), settings => settings.AcknowledgeHours, (settings, hours) => settings with { AcknowledgeHours = hours }),
        Setting.Number("update", TeamTexts.GroupComplaints, TeamTexts.Update, (1, 30), settings => settings.UpdateDays, (settings, days) => settings with { UpdateDays = days }),
        Setting.Number("confirm", TeamTexts.GroupComplaints, TeamTexts.Confirm, (1, 60), settings => settings.ConfirmDays, (settings, days) => settings with { ConfirmDays = days }),
        Setting.Number("waiting", TeamTexts.GroupComplaints, TeamTexts.Waiting, (1, 60), settings => settings.WaitingDays, (settings, days) => settings with { WaitingDays = days }),
        Setting.Number("breach", TeamTexts.GroupComplaints, TeamTexts.BreachRest, (0, BreachOfTrust.MostRestDays), settings => settings.BreachRestDays, (settings, days) => settings with { BreachRestDays = days }),
        Setting.Number("promise", TeamTexts.GroupPromises, TeamTexts.PromiseLead, (0, 20), settings => settings.PromiseLeadDays, (settings, days) => settings with { PromiseLeadDays = days }),
        Setting.Number("climb", TeamTexts.GroupReminders, TeamTexts.Climb, (1, 80), settings => settings.ClimbHours, (settings, hours) => settings with { ClimbHours = hours }),
        Setting.Number("climbmanager", TeamTexts.GroupReminders, TeamTexts.ClimbManager, (1, 30), settings => settings.ClimbManagerDays, (settings, days) => settings with { ClimbManagerDays = days }),
        Setting.Number("climbthird", TeamTexts.GroupReminders, TeamTexts.ClimbThird, (1, 60), settings => settings.ClimbThirdPersonDays, (settings, days) => settings with { ClimbThirdPersonDays = days }),
        KeepGone, KeepTalks, KeepFormer,
        Setting.Number("birthday", TeamTexts.GroupOccasions, TeamTexts.BirthdayLead, (0, 30), settings => settings.BirthdayLeadDays, (settings, days) => settings with { BirthdayLeadDays = days }),
        HookDays, HintDays, HintsPerMorning, VisitMonths,
    ];

    /// <summary>The floor of a tier.</summary>
    public static Setting FloorOf(string tier) => tier switch { "A" => FloorA, "B" => FloorB, _ => FloorC };

    private static Setting Floor(Tier tier, Func<TeamSettings, int> get, Func<TeamSettings, int, TeamSettings> set) =>
        Setting.Number($"floor{tier}", TeamTexts.GroupQuiet, TeamTexts.Floor(tier), (1, 730), get, set);

    /// <summary>The ceiling of a tier.</summary>
    public static Setting CeilingOf(string tier) => tier switch { "A" => CeilingA, "B" => CeilingB, _ => CeilingC };

    private static Setting Ceiling(Tier tier, Func<TeamSettings, int> get, Func<TeamSettings, int, TeamSettings> set) =>
        Setting.Number($"ceiling{tier}", TeamTexts.GroupCeiling, TeamTexts.Ceiling(tier), (1, 50), get, set);

    /// <summary>With a short word for its value in the usage line of its command.</summary>
    private static Setting Worded(Phrase word, Setting setting) => setting with { Slot = setting.Slot with { Word = word } };

    private static TeamTerms With(TeamTerms terms, Func<TeamSettings, TeamSettings> change) => terms with { Settings = change(terms.Settings) };

    /// <summary>Hours as they are written in a language, such that they read the same.</summary>
    public static string InLanguage(string hours, Language language) => language == Core.Texts.Language.German
        ? Days.Aggregate(hours, (text, day) => text.Replace(day.English, day.German, StringComparison.Ordinal))
        : hours;

    /// <summary><c>9</c>, <c>9:30</c>, <c>9 Uhr</c>, <c>8.30</c>, <c>8am</c>.</summary>
    private static LocalTime? Time(string given)
    {
        var text = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"{given}:00" : given;
        return DateReader.Read(text, AnyDay)?.Time ?? DateReader.Read(text.Replace('.', ':'), AnyDay)?.Time;
    }
}

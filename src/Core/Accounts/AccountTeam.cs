using AccountNudge.Core.Calendar;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Accounts;

/// <summary>The people who look after accounts together, with one home channel and one working calendar.</summary>
public sealed class AccountTeam : IWorkspaceOwned
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <summary>What it is called, at first as its channel.</summary>
    public required string Name { get; set; }

    /// <summary>The platform's id of the home channel, or of the one person of a team without a channel.</summary>
    public required string Home { get; set; }

    /// <summary>A team of one whose home is a direct message.</summary>
    public bool HomeIsDirect { get; set; }

    /// <summary>Since when the platform refuses what is posted to the home channel; null while it takes it.</summary>
    public Instant? UnreachableSince { get; set; }

    /// <summary>Why; null while it takes it.</summary>
    public RefusalReason? UnreachableReason { get; set; }

    /// <summary>Until when nothing is tried there; null while it is reachable.</summary>
    public Instant? TryHomeAgainAt { get; set; }

    /// <summary>The last day on which a manager noted to have rung the team's own number; null when nobody did.</summary>
    public LocalDate? OwnLineTriedOn { get; set; }

    /// <summary>Everything a team may set.</summary>
    public TeamSettings Settings { get; set; } = new();

    /// <summary>When it was made.</summary>
    public required Instant CreatedAt { get; init; }
}

/// <summary>A stretch of days on which a team is closed.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record Closure(LocalDate From, LocalDate Until);

/// <summary>Everything a team may set; the defaults are the product's.</summary>
public sealed record TeamSettings
{
    /// <summary>IANA id of the team's zone.</summary>
    public string Zone { get; init; } = "Europe/Berlin";

    /// <summary>The platform tells no zone and nobody has answered the question about it: the zone is our guess.</summary>
    public bool ZoneIsGuess { get; init; }

    /// <summary>The language of what is posted to the team.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Code of the holiday region.</summary>
    public string Region { get; init; } = "NONE";

    /// <summary>Whether anyone has answered the one question about the region.</summary>
    public bool RegionAsked { get; init; }

    /// <summary>Working time per weekday, as <see cref="WeeklyHours"/> writes it.</summary>
    public string Hours { get; init; } = WeeklyHours.Default.ToString();

    /// <summary>Days on which the team is closed besides public holidays.</summary>
    public EquatableList<Closure> Closures { get; init; } = [];

    /// <summary>When the morning message is posted, local time.</summary>
    public LocalTime Morning { get; init; } = new(9, 0);

    /// <summary>Hours of working time until a complaint is to be acknowledged.</summary>
    public int AcknowledgeHours { get; init; } = 4;

    /// <summary>Working days between two words to the client while a complaint is open.</summary>
    public int UpdateDays { get; init; } = 2;

    /// <summary>Working days of silence after which a resolved complaint confirms itself.</summary>
    public int ConfirmDays { get; init; } = 5;

    /// <summary>Working days after which we look again at a complaint that waits for the client.</summary>
    public int WaitingDays { get; init; } = 5;

    /// <summary>Calendar days for which the gate stays shut once a breach of trust is confirmed as made good.</summary>
    public int BreachRestDays { get; init; } = 30;

    /// <summary>Calendar days without a substantive interaction after which an account counts as quiet, per tier.</summary>
    public int FloorA { get; init; } = 14;

    /// <summary>See <see cref="FloorA"/>.</summary>
    public int FloorB { get; init; } = 30;

    /// <summary>See <see cref="FloorA"/>.</summary>
    public int FloorC { get; init; } = 90;

    /// <summary>Contacts by us within a week, all colleagues together, after which whoever adds one is told; per tier.</summary>
    public int CeilingA { get; init; } = 3;

    /// <summary>See <see cref="CeilingA"/>.</summary>
    public int CeilingB { get; init; } = 2;

    /// <summary>See <see cref="CeilingA"/>.</summary>
    public int CeilingC { get; init; } = 1;

    /// <summary>Hours of working time from the first rung to the second.</summary>
    public int ClimbHours { get; init; } = 4;

    /// <summary>Working days from the second rung to the third.</summary>
    public int ClimbManagerDays { get; init; } = 1;

    /// <summary>Working days from the third rung to the hint at a neutral third person.</summary>
    public int ClimbThirdPersonDays { get; init; } = 3;

    /// <summary>Working days until a quiet account's deputy is told too.</summary>
    public int QuietDeputyDays { get; init; } = 5;

    /// <summary>Working days before a birthday on which it is first mentioned; cards need post.</summary>
    public int BirthdayLeadDays { get; init; } = 5;

    /// <summary>Working days before a promise is due on which whoever made it is first reminded.</summary>
    public int PromiseLeadDays { get; init; } = 1;

    /// <summary>Days for which the personal data of a contact who left is kept.</summary>
    public int KeepGoneDays { get; init; } = 180;

    /// <summary>Months for which noted talks are kept; the latest of each client stays.</summary>
    public int KeepTalksMonths { get; init; } = 72;

    /// <summary>Months for which the people of a client are kept once the relationship is over.</summary>
    public int KeepFormerMonths { get; init; } = 36;

    /// <summary>Days after which a small note for the next talk is forgotten.</summary>
    public int HookDays { get; init; } = 90;

    /// <summary>Days after a hint in which the same client is brought up by no other one.</summary>
    public int HintDays { get; init; } = 30;

    /// <summary>Hints in one person's morning message at most; 0 for none at all.</summary>
    public int HintsPerMorning { get; init; } = 2;

    /// <summary>The kinds of practices that the team does not want, see <see cref="PracticeCatalog.Of"/>; hints are turned off by it one by one.</summary>
    public EquatableList<string> PracticesOff { get; init; } = [];

    /// <summary>Months without a meeting in person after which one is suggested.</summary>
    public int VisitMonths { get; init; } = 6;

    /// <summary>Whether the team wants hints of a kind.</summary>
    public bool Suggests(string kind) => HintsPerMorning > 0 && !PracticesOff.Contains(kind);

    /// <summary>The floor of a tier, in calendar days.</summary>
    public int Floor(Tier tier) => tier switch { Tier.A => FloorA, Tier.B => FloorB, _ => FloorC };

    /// <summary>The ceiling of a tier, in contacts a week.</summary>
    public int Ceiling(Tier tier) => tier switch { Tier.A => CeilingA, Tier.B => CeilingB, _ => CeilingC };

    /// <summary>The calendar in which deadlines run and posts wait; a reader's direct messages wait in the reader's own zone and hours.</summary>
    public WorkingCalendar Calendar(Member? reader = null) => new(
        reader?.Zone ?? DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? DateTimeZone.Utc,
        WeeklyHours.TryParse(reader?.Hours ?? Hours, out var hours) ? hours! : WeeklyHours.Default,
        HolidayRegion.Find(Region) ?? HolidayRegion.Find("NONE")!,
        [.. Closures.Select(closure => new DateInterval(closure.From, closure.Until))]);
}

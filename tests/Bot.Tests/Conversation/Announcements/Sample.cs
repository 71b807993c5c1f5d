using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Core;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Announcements;

/// <summary>A team, a client and what may be said about it, on Monday 8 March 2027, 11:00 in Berlin.</summary>
internal sealed class Sample
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Guid Ids = Guid.NewGuid();
    private readonly TeamSettings terms = new();

    public Instant Now { get; init; } = In(2027, 3, 8, 11);

    public Workspace Workspace { get; } = new() { Platform = "local", ExternalId = "test" };

    public Member Anna { get; } = new() { WorkspaceId = Ids, PersonId = "U-ANNA", Name = "Anna" };

    public Member Ben { get; } = new() { WorkspaceId = Ids, PersonId = "U-BEN", Name = "Ben" };

    public Account Weber { get; }

    public Contact Sabine { get; }

    public Sample()
    {
        Weber = new Account { WorkspaceId = Ids, TeamId = Ids, Name = "Weber GmbH", OwnerId = Anna.Id, EnteredOn = new(2024, 1, 8), Since = new(2022, 3, 8) };
        Sabine = new Contact { WorkspaceId = Ids, TeamId = Ids, AccountId = Weber.Id, Name = "Sabine Klein", Birthday = new(3, 13) };
    }

    public static Instant In(int year, int month, int day, int hour, int minute = 0) => new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(Berlin).ToInstant();

    public ComplaintAct Act(Instant at, string text = "") => new(Anna.Id, at, terms.Calendar(), terms, text);

    public Complaint Complaint(string text = "The delivery is late again") => Core.Complaints.Complaint.Open(Weber, Sabine.Id, Act(In(2027, 3, 5, 15), text));

    public Nudge Nudge(string ask, string kind, Guid subject, int rung = 0, Cycle cycle = default, Lane lane = Lane.WeOwe) => new()
    {
        WorkspaceId = Ids,
        TeamId = Ids,
        AccountId = Weber.Id,
        Kind = kind,
        Subject = subject,
        Cycle = cycle,
        Rung = rung,
        Ask = ask,
        Lane = lane,
        DueAt = In(2027, 3, 8, 11),
        State = NudgeState.Posted,
        PostedAt = Now,
    };

    /// <summary>A line about a complaint.</summary>
    public NudgeLine About(string ask, int rung = 0, Action<Complaint>? before = null, bool isOwned = true)
    {
        var complaint = Complaint();
        before?.Invoke(complaint);
        var lane = ask is ComplaintPractice.Acknowledge or ComplaintPractice.AnswerChaser ? Lane.Severe : ask == ComplaintPractice.SeeConfirmation ? Lane.News : Lane.WeOwe;
        var nudge = Nudge(ask, ComplaintPractice.Kind, complaint.Id, rung, lane: lane);
        nudge.AddresseeId = rung switch { _ when !isOwned => null, 0 or 2 => Anna.Id, 1 => Ben.Id, _ => null };
        if (!isOwned) Weber.OwnerId = null;
        return new NudgeLine(nudge, Facts() with { OfPractices = [new ComplaintFacts([complaint])] });
    }

    public NudgeLine Quiet(int rung = 0, LocalDate? last = null, bool everTalked = true)
    {
        var nudge = Nudge(QuietPractice.GetInTouch, QuietPractice.Kind, Weber.Id, rung, lane: Lane.StayClose);
        nudge.AddresseeId = rung == 0 ? Anna.Id : Ben.Id;
        return new NudgeLine(nudge, !everTalked ? Facts() : Facts() with
        {
            LastTalk = new ClientTalk(Weber.Id, last ?? new(2027, 2, 4), Anna.Id, Now, InteractionKind.Call, Sabine.Id),
        });
    }

    public NudgeLine Birthday(string ask, LocalDate on, int? born = null, params OccasionChoice[] choices)
    {
        var nudge = Nudge(ask, BirthdayPractice.Kind, Sabine.Id, cycle: new Cycle("day", on), lane: Lane.StayClose);
        nudge.AddresseeId = Anna.Id;
        Sabine.BirthYear = born;
        return new NudgeLine(nudge, Facts() with { OfPractices = [new OccasionFacts(choices)] });
    }

    public NudgeLine Anniversary(LocalDate since, LocalDate on)
    {
        Weber.Since = since;
        var nudge = Nudge(AnniversaryPractice.Mention, AnniversaryPractice.Kind, Weber.Id, cycle: new Cycle("day", on), lane: Lane.StayClose);
        nudge.AddresseeId = Anna.Id;
        return new NudgeLine(nudge, Facts());
    }

    private AccountFacts Facts() => new()
    {
        ReadAt = Now,
        Account = Weber,
        Terms = terms,
        Calendar = terms.Calendar(),
        Roster = new TeamRoster([Anna, Ben], [], []),
        Contacts = [Sabine],
        Practices = PracticeCatalog.All,
    };

    public OccasionChoice Choice(int year, OccasionDecision decision) => new()
    {
        WorkspaceId = Ids, TeamId = Ids, AccountId = Weber.Id, Subject = Sabine.Id, Year = year, Decision = decision, MemberId = Anna.Id, At = In(year, 3, 5, 9),
    };

    public Announcement Post(Voice voice, PostKind kind, bool isDirect, params NudgeLine[] lines) => new(
        new Post { WorkspaceId = Ids, TeamId = Ids, Key = "key", Kind = kind, DecidedAt = Now, LeaseUntil = Now }, Workspace, "C", isDirect, voice, Berlin, lines);

    public string Say(Voice voice, NudgeLine line, PostKind kind = PostKind.Severe, bool isDirect = false) => CardText.Of(AnnouncementCards.Of(Post(voice, kind, isDirect, line)));
}

using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
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

    public ComplaintAct Act(Instant at, string text = "") => new(Anna.Id, at, terms.Calendar(Berlin), terms, text);

    public Complaint Complaint(string text = "The delivery is late again") => Core.Complaints.Complaint.Open(Weber, Sabine.Id, Act(In(2027, 3, 5, 15), text));

    public Nudge Nudge(Ask ask, MatterKind kind, Guid subject, int rung = 0, string cycle = "", Lane lane = Lane.WeOwe) => new()
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

    public NudgeLine About(Ask ask, int rung = 0, Action<Complaint>? before = null)
    {
        var complaint = Complaint();
        before?.Invoke(complaint);
        var lane = ask is Ask.Acknowledge or Ask.AnswerChaser ? Lane.Severe : ask == Ask.SeeConfirmation ? Lane.News : Lane.WeOwe;
        return new NudgeLine(Nudge(ask, MatterKind.Complaint, complaint.Id, rung, lane: lane), Weber)
        {
            Complaint = complaint,
            Contact = Sabine,
            Owner = Anna,
            Addressee = rung switch { 0 or 2 => Anna, 1 => Ben, _ => null },
        };
    }

    public NudgeLine Quiet(int rung = 0, LocalDate? last = null, bool everTalked = true) => new(Nudge(Ask.GetInTouch, MatterKind.Quiet, Weber.Id, rung, lane: Lane.StayClose), Weber)
    {
        Owner = Anna,
        Addressee = rung == 0 ? Anna : Ben,
        LastTalkOn = everTalked ? last ?? new(2027, 2, 4) : null,
        LastTalkKind = everTalked ? InteractionKind.Call : null,
        LastTalkBy = everTalked ? Anna : null,
        LastTalkWith = everTalked ? Sabine : null,
    };

    public NudgeLine Birthday(Ask ask, LocalDate on, int? born = null, params OccasionChoice[] choices) =>
        new(Nudge(ask, MatterKind.Birthday, Sabine.Id, lane: Lane.StayClose), Weber) { Owner = Anna, Addressee = Anna, Contact = Born(born), OccasionOn = on, EarlierChoices = choices };

    public NudgeLine Anniversary(LocalDate since, LocalDate on)
    {
        Weber.Since = since;
        return new(Nudge(Ask.MentionAnniversary, MatterKind.Anniversary, Weber.Id, lane: Lane.StayClose), Weber) { Owner = Anna, Addressee = Anna, OccasionOn = on };
    }

    public OccasionChoice Choice(int year, OccasionDecision decision) => new()
    {
        WorkspaceId = Ids, TeamId = Ids, AccountId = Weber.Id, Subject = Sabine.Id, Year = year, Decision = decision, MemberId = Anna.Id, At = In(year, 3, 5, 9),
    };

    public Announcement Post(Voice voice, PostKind kind, bool isDirect, params NudgeLine[] lines) => new(
        new Post { WorkspaceId = Ids, TeamId = Ids, Key = "key", Kind = kind, DecidedAt = Now, LeaseUntil = Now }, Workspace, "C", isDirect, voice, Berlin, lines);

    public string Say(Voice voice, NudgeLine line, PostKind kind = PostKind.Severe, bool isDirect = false) => CardText.Of(AnnouncementCards.Of(Post(voice, kind, isDirect, line)));

    private Contact Born(int? year)
    {
        Sabine.BirthYear = year;
        return Sabine;
    }
}

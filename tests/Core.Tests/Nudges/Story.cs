using System.Globalization;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Moods;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Practices;
using NodaTime;
using NodaTime.Text;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>
/// One account and the people around it, told in memory: facts, planning, rows and a delivery that marks what is due.
/// Walks through time as the bot does, from one due instant to the next.
/// </summary>
public sealed class Story
{
    private static readonly InstantPattern Times = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");
    private readonly HashSet<(Guid?, LocalDate)> mornings = [];
    private readonly List<Member> members = [];
    private readonly List<Guid> managers = [];
    private TeamSettings terms = new() { Zone = "Europe/Berlin" };
    private WorkingCalendar? calendar;

    public Story(string start, Tier tier = Tier.B, TeamSettings? terms = null)
    {
        this.terms = terms ?? this.terms;
        Now = At(start);
        Account = new Account
        {
            WorkspaceId = Guid.NewGuid(),
            TeamId = Guid.NewGuid(),
            Name = "Weber GmbH",
            Tier = tier,
            EnteredOn = Calendar.DateOf(Now),
            LookAgainAt = Now,
        };
    }

    public Instant Now { get; private set; }

    public Account Account { get; }

    public TeamSettings Terms
    {
        get => terms;
        set => (terms, calendar) = (value, null);
    }

    public WorkingCalendar Calendar => calendar ??= terms.Calendar();

    public List<Contact> Contacts { get; } = [];

    public List<Complaint> Complaints { get; } = [];

    public List<Absence> Absences { get; } = [];

    public List<OccasionChoice> Choices { get; } = [];

    public List<Snooze> Snoozes { get; } = [];

    public List<Override> Overrides { get; } = [];

    public List<Nudge> Nudges { get; } = [];

    public List<Interaction> Interactions { get; } = [];

    public List<Plan> Plans { get; } = [];

    public List<MoodAnswer> MoodAnswers { get; } = [];

    public IReadOnlyList<Member> Members => members;

    /// <summary>How long after its instant a post stands there, as with the real jobs.</summary>
    public Duration Lag { get; set; } = Duration.Zero;

    /// <summary>What was posted: when, where, to whom, what.</summary>
    public List<string> Said { get; } = [];

    /// <summary>What was posted of some kinds.</summary>
    public IReadOnlyList<string> SaidOf(params string[] asks) => [.. Said.Where(said => asks.Any(ask => said.EndsWith($": {Named(ask)}", StringComparison.Ordinal)))];

    /// <summary>Rows that were posted a second time; there must be none.</summary>
    public HashSet<(Matter, Cycle, int)> Keys { get; } = [];

    public AccountFacts Facts => FactsAt(Now);

    public Guid this[string name] => members.Single(member => member.Name == name).Id;

    public Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture(local.Length == 16 ? "uuuu-MM-dd'T'HH:mm" : "uuuu-MM-dd'T'HH:mm:ss").Parse(local).Value.InZoneLeniently(Calendar.Zone).ToInstant();

    public Story With(string name, bool owner = false, bool deputy = false, bool manager = false, string? zone = null)
    {
        var member = new Member { WorkspaceId = Account.WorkspaceId, PersonId = name, Name = name, Zone = zone is null ? null : DateTimeZoneProviders.Tzdb[zone] };
        members.Add(member);
        if (owner) Account.OwnerId = member.Id;
        if (deputy) Account.DeputyId = member.Id;
        if (manager) managers.Add(member.Id);
        return this;
    }

    public Story Team() => With("Anna", owner: true).With("Ben", deputy: true).With("Cleo").With("Max", manager: true);

    public Story Away(string name, LocalDate from, LocalDate until, string? deputy = null)
    {
        Absences.Add(new Absence { WorkspaceId = Account.WorkspaceId, MemberId = this[name], From = from, Until = until, DeputyId = deputy is null ? null : this[deputy] });
        return Wake();
    }

    public Contact Contact(string name, AnnualDate birthday)
    {
        var contact = new Contact { WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id, Name = name, Birthday = birthday };
        Contacts.Add(contact);
        Wake();
        return contact;
    }

    public ComplaintAct Act(string? by = null, string text = "late again") => new(by is null ? members[0].Id : this[by], Now, Calendar, Terms, text);

    public Complaint Complain()
    {
        var complaint = Complaint.Open(Account, null, Act());
        Complaints.Add(complaint);
        Wake();
        return complaint;
    }

    public Story Do(Action<Story> act)
    {
        act(this);
        return Wake();
    }

    public Story Log(InteractionKind kind, LocalDate? on = null, Mood mood = Mood.Unsaid, string? by = null)
    {
        Interactions.Add(new Interaction
        {
            WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id,
            Kind = kind, On = on ?? Calendar.DateOf(Now), RecordedAt = Now, MemberId = by is null ? members[0].Id : this[by], Mood = mood,
        });
        return Wake();
    }

    /// <summary>Somebody answers the hint at two tense talks, if there is one.</summary>
    public Story AnswerHint(bool isDone)
    {
        if (MoodFacts.Of(Interactions, []) is { LastPair: var (_, second) })
            MoodAnswers.Add(new MoodAnswer { WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id, TalkId = second.Id, IsDone = isDone, MemberId = members[0].Id, At = Now });
        return Wake();
    }

    public PlanAct PlanAct(string? by = null) => new(by is null ? members[0].Id : this[by], Now, Calendar);

    public Plan Plan(LocalDate on, LocalTime? time = null, InteractionKind? kind = null, string? by = null)
    {
        var plan = Core.Plans.Plan.Make(Account, null, kind, on, time, "", PlanAct(by));
        Plans.Add(plan);
        Wake();
        return plan;
    }

    public Story Snooze(Matter matter, Instant until)
    {
        Snoozes.Add(new Snooze
        {
            WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id,
            Kind = matter.Kind, Subject = matter.Subject, At = Now, Until = until, MemberId = members[0].Id,
        });
        return Wake();
    }

    public Story Choose(Guid subject, int year, OccasionDecision decision)
    {
        Choices.Add(new OccasionChoice
        {
            WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id,
            Subject = subject, Year = year, Decision = decision, MemberId = members[0].Id, At = Now,
        });
        return Wake();
    }

    public Story Release(Matter matter, Cycle cycle)
    {
        Overrides.Add(new Override
        {
            WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id,
            Kind = matter.Kind, Subject = matter.Subject, Cycle = cycle, Reason = "they asked for it", MemberId = members[0].Id, At = Now,
        });
        return Wake();
    }

    /// <summary>A fact changed: look again now.</summary>
    public Story Wake()
    {
        Account.LookAgainAt = Now;
        return this;
    }

    /// <summary>The facts as the store would read them at an instant.</summary>
    public AccountFacts FactsAt(Instant now)
    {
        var today = Calendar.DateOf(now);
        var talk = Interactions.Where(interaction => interaction.IsSubstantive).Select(interaction => (interaction.On, interaction.MemberId, interaction.RecordedAt))
            .Concat(Complaints.SelectMany(complaint => complaint.Steps).Where(step => step.MemberId is not null && step.Kind.IsWithClient).Select(step => (On: Calendar.DateOf(step.At), MemberId: step.MemberId!.Value, RecordedAt: step.At)))
            .OrderBy(talk => talk.On).ThenBy(talk => talk.RecordedAt).Select(talk => ((LocalDate On, Guid MemberId, Instant RecordedAt)?)talk).LastOrDefault();
        var plans = new PlanFacts(Plans, [.. Interactions.Where(interaction => interaction.IsSubstantive)]);
        return new AccountFacts
        {
            Account = Account,
            Terms = Terms,
            Calendar = Calendar,
            Roster = new TeamRoster(members, managers, [.. Absences.Where(absence => absence.Until >= today.PlusDays(-1))]),
            Contacts = Contacts,
            LastTalk = talk is { } last ? new LatestTalk(Account.Id, last.On, last.MemberId, last.RecordedAt, null, null) : null,
            PlannedTalk = new PlanFactsReader().PlannedIn(plans, Calendar),
            Practices = PracticeCatalog.All,
            OfPractices =
            [
                new ComplaintFacts([.. Complaints.Where(complaint => complaint.ClosedAt is not { } closed || closed > now - Duration.FromDays(60) || complaint.IsCoolingDown)])
                {
                    Talks = [.. Interactions.Where(talk => talk.IsSubstantive && Complaints.Exists(complaint => (complaint.IsOpen || complaint.IsCoolingDown) && complaint.OpenedAt <= talk.RecordedAt))],
                },
                MoodFacts.Of(Interactions, MoodAnswers),
                new OccasionFacts(Choices),
                plans,
            ],
            Snoozes = Snoozes,
            Overrides = Overrides,
            Nudges = Nudges,
        };
    }

    /// <summary>Walks to an instant as if the bot had been up all the time.</summary>
    public Story Until(string local) => Until(At(local));

    public Story Until(Instant target)
    {
        Settle();
        while (NextDue() is { } due && due <= target)
        {
            Now = Instant.Max(Now, due);
            Settle();
        }

        Now = Instant.Max(Now, target);
        return this;
    }

    /// <summary>The bot is down until then and comes back.</summary>
    public Story DownUntil(string local)
    {
        Now = At(local);
        return Until(Now);
    }

    /// <summary>The next instant at which something happens by itself.</summary>
    public Instant? NextDue() => Nudges.Where(nudge => nudge.State == NudgeState.Planned).Select(nudge => (Instant?)(nudge.PostAt + Lag)).Append(Account.LookAgainAt).Min();

    private void Settle()
    {
        for (var turns = 0; Step(); turns++)
        {
            if (turns > 50) throw new InvalidOperationException($"It never comes to rest at {Times.Format(Now)}.");
        }
    }

    private bool Step()
    {
        var reviewed = Account.LookAgainAt <= Now;
        if (reviewed) Review();
        return Deliver() || reviewed;
    }

    private void Review() => PlanWriter.Review(Facts, Now, Nudges.Add, nudge => Nudges.Remove(nudge));

    private List<Nudge> Due() => [.. Nudges.Where(nudge => nudge.State == NudgeState.Planned && nudge.PostAt + Lag <= Now).OrderBy(nudge => nudge.Lane).ThenBy(nudge => nudge.PostAt).ThenBy(nudge => nudge.Rung)];

    private bool Deliver()
    {
        if (Due().Count == 0) return false;
        Review();
        foreach (var place in Due().GroupBy(nudge => nudge.IsDirect ? nudge.AddresseeId : null)) Deliver(place.Key, [.. place]);
        return true;
    }

    private void Deliver(Guid? reader, List<Nudge> nudges)
    {
        foreach (var appointment in nudges.Where(nudge => nudge.Lane == Lane.Appointment)) Post(appointment);
        nudges.RemoveAll(nudge => nudge.Lane == Lane.Appointment);
        if (nudges.Count == 0) return;
        var hours = Terms.Calendar(members.Find(member => member.Id == reader));
        if (!hours.IsOpen(Now) && !hours.IsOpen(Now - Duration.FromSeconds(1)))
        {
            foreach (var nudge in nudges) nudge.PostAt = hours.NextOpening(Now);
            return;
        }

        var morning = nudges.Where(nudge => nudge.Lane != Lane.Severe && !Overrides.Exists(released => released.Subject == nudge.Subject && released.Cycle == nudge.Cycle)).ToList();
        var today = hours.DateOf(Now);
        var isFull = morning.Count > 0 && !mornings.Add((reader, today));
        foreach (var nudge in nudges)
        {
            if (isFull && morning.Contains(nudge)) nudge.PostAt = hours.At(hours.AddWorkingDates(today, 1), Terms.Morning);
            else Post(nudge);
        }
    }

    private void Post(Nudge nudge)
    {
        if (!Keys.Add((nudge.Matter, nudge.Cycle, nudge.Rung))) throw new InvalidOperationException($"{nudge.Cycle} rung {nudge.Rung} was said twice.");
        (nudge.State, nudge.PostedAt, nudge.PostId) = (NudgeState.Posted, Now, Guid.NewGuid());
        Account.LookAgainAt = Now;
        var name = members.Find(member => member.Id == nudge.AddresseeId)?.Name ?? "everyone";
        var local = Now.InZone(Calendar.Zone).LocalDateTime.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
        Said.Add($"{local} {(nudge.IsDirect ? "direct" : "channel")} {name}: {Named(nudge.Ask)}");
    }

    /// <summary>An ask as it reads in a story: <c>get-in-touch</c> as <c>GetInTouch</c>.</summary>
    private static string Named(string ask) => string.Concat(ask.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}

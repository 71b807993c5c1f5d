using System.Globalization;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Departures;
using AccountNudge.Core.Dependence;
using AccountNudge.Core.Endings;
using AccountNudge.Core.Expectations;
using AccountNudge.Core.Handovers;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Hooks;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Moods;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Promises;
using AccountNudge.Core.Risks;
using AccountNudge.Core.Satisfaction;
using AccountNudge.Core.Statuses;
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

    /// <summary>Stories of other practices are told without hints; whoever tells of hints says so in the terms.</summary>
    private TeamSettings terms = new() { Zone = "Europe/Berlin", HintsPerMorning = 0 };

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

    public bool GateIsShut => Facts.Gate(Now).IsShut;

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

    public List<Milestone> Milestones { get; } = [];

    public List<Occasion> Occasions { get; } = [];

    public List<Snooze> Snoozes { get; } = [];

    public List<Override> Overrides { get; } = [];

    public List<Nudge> Nudges { get; } = [];

    public List<Interaction> Interactions { get; } = [];

    public List<Plan> Plans { get; } = [];

    public List<Promise> Promises { get; } = [];

    /// <summary>What is agreed about how often to talk; null while nothing is.</summary>
    public Cadence? Cadence { get; set; }

    /// <summary>What status updates are agreed; null while none are.</summary>
    public StatusAgreement? Status { get; set; }

    public List<Delay> Delays { get; } = [];

    public List<Departure> Departures { get; } = [];

    public List<Handover> Handovers { get; } = [];

    public List<Hook> Hooks { get; } = [];

    public List<MoodAnswer> MoodAnswers { get; } = [];

    public List<HintAnswer> HintAnswers { get; } = [];

    public List<SatisfactionNote> SatisfactionNotes { get; } = [];

    /// <summary>How much of the revenue comes from them; null while nobody said.</summary>
    public RevenueShare? Share { get; set; }

    public List<Loss> Losses { get; } = [];

    public List<Parting> Partings { get; } = [];

    public List<Risk> Risks { get; } = [];

    public List<Expectation> Expectations { get; } = [];

    public List<Project> Projects { get; } = [];

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

    public Contact Contact(string name)
    {
        var contact = new Contact { WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id, Name = name };
        Contacts.Add(contact);
        Wake();
        return contact;
    }

    public DepartureAct DepartureAct(string? by = null) => new(by is null ? members[0].Id : this[by], Now, Calendar, Terms);

    /// <summary>Someone leaves; whoever follows is there already.</summary>
    public Departure Leaves(Contact contact, string? by = null, Contact? successor = null)
    {
        var departure = Departure.Leave(contact, "", DepartureAct(by));
        if (successor is not null) departure.NameSuccessor(successor, DepartureAct(by));
        Departures.Add(departure);
        Wake();
        return departure;
    }

    public Handover HandOver(string to, string? by = null, bool teamKnows = true)
    {
        var handover = Handover.Make(Account, members.Single(member => member.Name == to), null, formerStays: members.Exists(member => member.Id == Account.OwnerId), new HandoverAct(by is null ? members[0].Id : this[by], Now, Calendar.DateOf(Now), teamKnows));
        Handovers.Add(handover);
        Wake();
        return handover;
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

    public Story Log(InteractionKind kind, LocalDate? on = null, Direction direction = Direction.We, Contact? with = null, string? by = null, Mood mood = Mood.Unsaid, bool isJustTalk = false)
    {
        Interactions.Add(new Interaction
        {
            WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id, ContactId = with?.Id, Mood = mood, IsJustTalk = isJustTalk,
            Kind = kind, Direction = direction, On = on ?? Calendar.DateOf(Now), RecordedAt = Now, MemberId = by is null ? members[0].Id : this[by],
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

    /// <summary>Somebody answers a hint.</summary>
    public Story Answer(string kind, HintReply reply)
    {
        HintAnswers.Add(new HintAnswer { WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id, Kind = kind, Reply = reply, MemberId = members[0].Id, At = Now });
        return Wake();
    }

    /// <summary>Somebody asks whether they are content.</summary>
    public Story Satisfied(Content content, LocalDate? on = null, string? by = null)
    {
        SatisfactionNotes.Add(new SatisfactionNote
        {
            WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id, Content = content,
            On = on ?? Calendar.DateOf(Now), NotedAt = Now, MemberId = by is null ? members[0].Id : this[by],
        });
        return Wake();
    }

    /// <summary>A manager says how much of the revenue comes from them.</summary>
    public Story Shares(int? percent, string planB = "")
    {
        (Share ??= new RevenueShare { WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id }).Say(percent, planB, members[0].Id, Now, Calendar.DateOf(Now));
        return Wake();
    }

    public MemberAct MemberAct(string? by = null) => new(by is null ? members[0].Id : this[by], Now, Calendar);

    public Plan Plan(LocalDate on, LocalTime? time = null, InteractionKind? kind = null, string? by = null)
    {
        var plan = Core.Plans.Plan.Make(Account, null, kind, on, time, "", MemberAct(by));
        Plans.Add(plan);
        Wake();
        return plan;
    }

    public Promise Promise(LocalDate on, LocalTime? time = null, string? by = null, string text = "the confirmation by post")
    {
        var act = MemberAct(by);
        var promise = Core.Promises.Promise.Make(Account, null, act.MemberId, text, on, time, act);
        Promises.Add(promise);
        Wake();
        return promise;
    }

    public CadenceAct CadenceAct() => new(members[0].Id, Now, Calendar.DateOf(Now), Account.Name);

    /// <summary>Something is agreed about how often to talk.</summary>
    public Story Agree(CadenceTerms terms, LocalDate? reviewOn = null) => Agreed(cadence => cadence.Agree(terms, Calendar.DateOf(Now), reviewOn, CadenceAct()));

    public Story Agreed(Action<Cadence> act)
    {
        act(Cadence ??= Cadence.Of(Account));
        if (Cadence.IsEmpty) Cadence = null;
        return Wake();
    }

    public Story AgreeOnStatus(StatusRhythm rhythm)
    {
        (Status ??= StatusAgreement.Of(Account)).Agree(rhythm, MemberAct());
        return Wake();
    }

    public Story SendStatus(LocalDate? on = null)
    {
        Interactions.Add(new Interaction
        {
            WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id,
            Kind = InteractionKind.Mail, IsStatus = true, On = on ?? Calendar.DateOf(Now), RecordedAt = Now, MemberId = members[0].Id,
        });
        return Wake();
    }

    public Delay Delay(bool isKnown = false)
    {
        var delay = Core.Statuses.Delay.Note(Account, "the parts are late", isKnown, MemberAct());
        Delays.Add(delay);
        Wake();
        return delay;
    }

    public Hook Hook(string text = "Fuerteventura", Contact? with = null, LocalDate? until = null)
    {
        var hook = Core.Hooks.Hook.Note(Account, with?.Id, text, until, new HookAct(members[0].Id, Now, Calendar.DateOf(Now)));
        Hooks.Add(hook);
        Wake();
        return hook;
    }

    public Loss Lose(LossReason? reason = null)
    {
        var loss = Loss.Note(Account, reason, null, "", MemberAct());
        Losses.Add(loss);
        Wake();
        return loss;
    }

    public Parting Part()
    {
        var parting = Parting.Begin(Account, "", MemberAct());
        Partings.Add(parting);
        Wake();
        return parting;
    }

    public Story ComeBack(string? by = null)
    {
        Facts.Return(MemberAct(by));
        return Wake();
    }

    public Risk Risk(RiskKind kind = RiskKind.Competitor, LocalDate? on = null, string? step = null)
    {
        var risk = Core.Risks.Risk.Note(Account, kind, "", new NextStep("", on, step is null ? members[0].Id : this[step]), MemberAct());
        Risks.Add(risk);
        Wake();
        return risk;
    }

    public Expectation Expect(LocalDate? reviewOn = null, LocalDate? agreedOn = null)
    {
        var expectation = Expectation.Agree(Account, null, new ExpectationTerms("more leads", "", "", agreedOn, reviewOn), MemberAct());
        Expectations.Add(expectation);
        Wake();
        return expectation;
    }

    public Project Project(LocalDate? startsOn = null)
    {
        var project = Core.Expectations.Project.Start(Account, "New site", startsOn, MemberAct());
        Projects.Add(project);
        Wake();
        return project;
    }

    public Milestone Achieve(string text, LocalDate on, bool isGoodForBoss = false, bool isHonestAdvice = false)
    {
        var milestone = new Milestone { WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id, Text = text, On = on, IsGoodForBoss = isGoodForBoss, IsHonestAdvice = isHonestAdvice, MemberId = members[0].Id, NotedAt = Now };
        Milestones.Add(milestone);
        Wake();
        return milestone;
    }

    public Occasion Occasion(string text, AnnualDate day, int? year = null, Contact? of = null)
    {
        var occasion = new Occasion
        {
            WorkspaceId = Account.WorkspaceId, TeamId = Account.TeamId, AccountId = Account.Id, ContactId = of?.Id,
            Text = text, Day = day, Year = year, MemberId = members[0].Id, NotedAt = Now,
        };
        Occasions.Add(occasion);
        Wake();
        return occasion;
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
        var talk = Interactions.Where(interaction => interaction.IsSubstantive)
            .Select(noted => new ClientTalk(Account.Id, noted.On, noted.MemberId, noted.RecordedAt, noted.Kind, noted.ContactId) { IsTheirs = noted.Direction == Direction.They, IsJustTalk = noted.IsJustTalk })
            .Concat(Complaints.SelectMany(complaint => complaint.Steps).Where(step => step.MemberId is not null && step.Kind.IsWithClient)
                .Select(step => new ClientTalk(Account.Id, Calendar.DateOf(step.At), step.MemberId!.Value, step.At, null, null)))
            .OrderBy(talk => talk.On).ThenBy(talk => talk.RecordedAt).LastOrDefault();
        var complaints = new ComplaintFacts([.. Complaints.Where(complaint => complaint.ClosedAt is not { } closed || closed > now - FirstTalks.Known || complaint.IsCoolingDown)])
        {
            Talks = [.. Interactions.Where(talk => talk.IsSubstantive && Complaints.Exists(complaint => (complaint.IsOpen || complaint.IsCoolingDown) && complaint.OpenedAt <= talk.RecordedAt))],
        };
        var plans = new PlanFacts(Plans, [.. Interactions.Where(interaction => interaction.IsSubstantive)]);
        return new AccountFacts
        {
            Account = Account,
            Terms = Terms,
            Calendar = Calendar,
            Roster = new TeamRoster(members, managers, [.. Absences.Where(absence => absence.Until >= today.PlusDays(-1))]),
            Contacts = Contacts,
            LastTalk = talk,
            OtherTalks = [.. new ComplaintFactsReader().TalksIn(complaints, Calendar)],
            ReadAt = now,
            PlannedTalk = new PlanFactsReader().PlannedIn(plans, Calendar),
            Practices = PracticeCatalog.All,
            OfPractices =
            [
                complaints,
                MoodFacts.Of(Interactions, MoodAnswers),
                new HintFacts(HintAnswers),
                TalkHistory.Of(Interactions, now),
                .. SatisfactionFacts.Of(SatisfactionNotes) is { } satisfaction ? new object[] { satisfaction } : [],
                .. Share is { } share ? new object[] { new DependenceFacts(share) } : [],
                new PromiseFacts([.. Promises.Where(promise => promise.ClosedAt is not { } closed || closed > now - Duration.FromDays(promise.ConfirmedAt is null ? 30 : BreachOfTrust.MostRestDays + 1))])
                {
                    Talks = [.. Interactions.Where(talk => talk.IsSubstantive && Promises.Exists(promise => promise.BreachedAt(now) <= talk.RecordedAt))],
                },
                new OccasionFacts(Choices) { Milestones = Milestones, Occasions = Occasions },
                plans,
                .. Cadence is null ? Array.Empty<object>() : [new CadenceFacts(Cadence)],
                new StatusFacts
                {
                    Agreement = Status,
                    LastSent = Interactions.Where(interaction => interaction.IsStatus).OrderBy(sent => sent.On).ThenBy(sent => sent.RecordedAt).LastOrDefault(),
                    Delays = Delays,
                    Words = [.. Interactions.Where(interaction => interaction is { IsSubstantive: true, Direction: Direction.We })],
                },
                new DepartureFacts(Departures, Interactions),
                new HandoverFacts(Handovers, Interactions),
                new HookFacts([.. Hooks], plans.Talks),
                new EndingFacts(Losses, Partings),
                new RiskFacts([.. Risks.Where(risk => risk.ResolvedAt is not { } resolved || resolved > now - Duration.FromDays(60))]),
                new ExpectationFacts(Expectations, [.. Projects.Where(project => project.DoneAt is not { } done || done > now - Duration.FromDays(60))]),
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

    private void Review()
    {
        var facts = Facts;
        PlanWriter.Review(facts, Now, Nudges.Add, nudge => Nudges.Remove(nudge));
        var gone = facts.Practices.SelectMany(practice => practice.Gone(facts, Now)).ToList();
        Hooks.RemoveAll(gone.Contains);
    }

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

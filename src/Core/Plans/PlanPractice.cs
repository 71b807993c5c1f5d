using System.Globalization;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Plans;

/// <summary>What plans want said (practice F9), each to whoever made it.</summary>
public sealed class PlanPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "plan";

    /// <summary>Get ready for a meeting that begins soon; the brief comes with it.</summary>
    public const string Prepare = "prepare-meeting";

    /// <summary>Know in the morning what is planned for the day.</summary>
    public const string Remember = "remember-plan";

    /// <summary>Say how it went.</summary>
    public const string Tell = "tell-how-it-went";

    /// <summary>A talk was noted.</summary>
    public const string Kept = "Kept";

    /// <summary>It was moved.</summary>
    public const string Moved = "Moved";

    /// <summary>It was called off before.</summary>
    public const string CalledOff = "CalledOff";

    /// <summary>It did not happen.</summary>
    public const string NotHappened = "NotHappened";

    /// <summary>Days after which nobody is asked any more how it went.</summary>
    internal const int AskedForDays = 21;

    private static readonly Duration BriefAhead = Duration.FromMinutes(30);

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new PlanFactsReader()];

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var plans = facts.OpenPlans;
        var turns = plans.SelectMany(plan => (Instant[])[plan.PassesAt(facts.Calendar), EndOfDay(plan, facts.Calendar), EndOfAsking(plan, facts.Calendar)]);
        return new Review([.. plans.SelectMany(plan => Requests(plan, facts, now))], turns.Where(turn => turn > now).Cast<Instant?>().Min());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var contact = question.ContactId;
        var plans = await question.Among(question.Store.Plans).Where(plan => contact == null || plan.ContactId == contact)
            .OrderByDescending(plan => plan.MadeAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return [.. plans.Select(plan => new StoryEntry(plan.AccountId, question.CalendarOf(plan.TeamId).DateOf(plan.MadeAt), plan.MadeAt, plan)
        {
            Kind = Kind,
            ContactId = plan.ContactId,
            MemberId = plan.MemberId,
            Text = plan.Text,
        })];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CalendarDay>> ReadCalendar(CalendarQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (member, since) = (question.MemberId, question.Since);
        var plans = await question.Store.Plans.Where(plan => plan.MemberId == member && plan.DroppedAt == null && plan.On >= since).AsNoTracking().ToListAsync(cancellation);
        return [.. plans.Select(plan => new CalendarDay(Kind, plan.Id, plan.AccountId, plan.On) { Time = plan.Time, ContactId = plan.ContactId, Text = plan.Text, Fact = plan })];
    }

    /// <inheritdoc/>
    public bool PassTime(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var isNew = false;
        foreach (var plan in facts.Of<PlanFacts>()?.All ?? []) isNew |= plan.Keep(facts.KeptBy(plan)?.RecordedAt);
        return isNew;
    }

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Plan(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        if (facts.Plan(nudge.Subject) is not { } plan) return null;
        if (plan.DroppedAt is { } dropped && dropped >= nudge.PostedAt)
            return new Act(dropped < plan.PassesAt(facts.Calendar) ? CalledOff : NotHappened, plan.DroppedBy!.Value, dropped);
        if (facts.KeptBy(plan) is { } talk && talk.RecordedAt >= nudge.PostedAt) return new Act(Kept, talk.MemberId, talk.RecordedAt);
        return plan.MovedAt is { } moved && moved >= nudge.PostedAt ? new Act(Moved, plan.MovedBy!.Value, moved) : null;
    }

    /// <inheritdoc/>
    public bool SpeaksOfDays => true;

    /// <inheritdoc/>
    public LocalDate? DayOf(Nudge nudge) => nudge.Cycle.Day;

    /// <inheritdoc/>
    public Guid? ContactOf(Guid subject, AccountFacts facts) => facts.Plan(subject)?.ContactId;

    /// <inheritdoc/>
    public Guid? MemberOf(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return facts.Plan(nudge.Subject)?.MemberId;
    }

    /// <inheritdoc/>
    public bool BringsBrief(Nudge nudge)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return nudge.Ask == Prepare;
    }

    /// <summary>When the brief for a meeting is due.</summary>
    public static Instant BriefDueAt(Plan plan, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.PassesAt(calendar) - BriefAhead;
    }

    /// <summary>The morning on which whoever made a plan hears of it: of its day or, before a day off, of the working day before.</summary>
    public static Instant ReminderDueAt(Plan plan, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Calendar.At(facts.Calendar.WorkingDateOnOrBefore(plan.On), facts.Terms.Morning);
    }

    /// <summary>The end of the day on which it is asked how a plan went: until then nothing else asks for a talk.</summary>
    internal static Instant EndOfQuestion(Plan plan, WorkingCalendar calendar) => calendar.StartOf(calendar.AddWorkingDates(plan.On, 1).PlusDays(1));

    private static IEnumerable<NudgeRequest> Requests(Plan plan, AccountFacts facts, Instant now)
    {
        var (calendar, matter, isToday) = (facts.Calendar, new Matter(Kind, plan.Id), now < EndOfDay(plan, facts.Calendar));
        if (plan.IsMeeting)
        {
            var begins = plan.PassesAt(calendar);
            // Moved within its day it is another meeting; with the team's zone moved it is the same one.
            var cycle = new Cycle(string.Create(CultureInfo.InvariantCulture, $"brief-{plan.Time!.Value:HHmm}"), plan.On);
            // A brief that stands there is needed all through the meeting.
            if (now < begins || (isToday && WasSaid(matter, cycle, facts))) yield return Request(cycle, Prepare, Lane.Appointment, BriefDueAt(plan, calendar));
        }
        else
        {
            var morning = ReminderDueAt(plan, facts);
            if (isToday && plan.SetAt < morning) yield return Request(new Cycle("day", plan.On), Remember, Lane.StayClose, morning);
        }

        if (now < EndOfAsking(plan, calendar))
            yield return Request(new Cycle("passed", plan.On), Tell, Lane.StayClose, calendar.At(calendar.AddWorkingDates(plan.On, 1), facts.Terms.Morning));

        NudgeRequest Request(Cycle cycle, string ask, Lane lane, Instant due) => new(matter, cycle, plan.SetAt, ask, lane, due, Climb.Never) { IsPersonal = true, ForMember = plan.MemberId };
    }

    private static bool WasSaid(Matter matter, Cycle cycle, AccountFacts facts) => facts.NudgesOf(matter).Any(nudge => nudge.Cycle.Event == cycle && nudge.WentOut);

    private static Instant EndOfDay(Plan plan, WorkingCalendar calendar) => calendar.StartOf(plan.On.PlusDays(1));

    private static Instant EndOfAsking(Plan plan, WorkingCalendar calendar) => calendar.StartOf(plan.On.PlusDays(AskedForDays));
}

using AccountNudge.Core.Accounts;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Endings;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Risks;
using AccountNudge.Core.Satisfaction;
using AccountNudge.Core.Statuses;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>Random teams, accounts and acts, crowded around clock changes, days off and odd hours; the same for the same seed.</summary>
internal sealed class RandomStory
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "America/Santiago", "Pacific/Kiritimati", "UTC",
    ];

    private readonly Random random;

    private readonly bool isPeaceful;

    /// <param name="seed">Which.</param>
    /// <param name="isPeaceful">Nothing is owed, so that the gate stays open.</param>
    public RandomStory(int seed, bool isPeaceful = false)
    {
        this.isPeaceful = isPeaceful;
#pragma warning disable CA5394 // The same cases every time are wanted.
        random = new Random(seed);
#pragma warning restore CA5394
        Story = new Story($"{Pick(2009, 2011, 2015, 2023, 2026, 2027)}-{Int(1, 12):00}-{Int(1, 28):00}T{Int(0, 23):00}:{Int(0, 59):00}", Pick(Tier.A, Tier.B, Tier.C), Terms());
        People();
        if (Chance(60)) Story.Account.Since = Today.PlusDays(Int(-4000, 400));
        if (Chance(20)) Story.Account.PausedUntil = Today.PlusDays(Int(-30, 60));
        for (var left = Int(0, 3); left > 0; left--) Story.Contact("Ms Haas", Birthday());
        for (var left = isPeaceful ? 0 : Int(0, 2); left > 0; left--) Story.Complain();
        for (var left = isPeaceful ? 0 : Int(0, 2); left > 0; left--) Promise();
        for (var left = Int(0, 4); left > 0; left--) Note();
        if (Chance(30)) Story.Lag = Duration.FromSeconds(Int(1, 90));
    }

    public Story Story { get; }

    private LocalDate Today => Story.Calendar.DateOf(Story.Now);

    /// <summary>Someone does something, or nobody does.</summary>
    public void Act()
    {
        Action[] acts = isPeaceful ? [Snooze, Choose, Log, Leave, Turn, Plan, Agree, Agree, Hook, Note, Answer, () => { }] : [Move, Move, Move, Snooze, Choose, Release, Log, Leave, Turn, Plan, Plan, Promise, Promise, Agree, Agree, Status, Status, Depart, Depart, HandOver, Hook, Note, Answer, Answer, End, Endanger, Expect, () => { }];
        Pick(acts)();
        Story.Wake();
    }

    public Duration Pause() => Duration.FromSeconds(Pick(Int(0, 3600), Int(0, 86_400), Int(0, 86_400 * 7), Int(0, 86_400 * 30)));

    private TeamSettings Terms()
    {
        var hours = Chance(40) ? WeeklyHours.Default : OddHours();
        return new TeamSettings
        {
            Zone = Pick(Zones),
            Hours = hours.ToString(),
            Region = Pick("NONE", "DE-BY", "CH-TI", "IE", "US", "AT"),
            Morning = new LocalTime(Pick(9, 9, 9, 0, 2, 7, 15, 23), Pick(0, 0, 30)),
            AcknowledgeHours = Pick(4, 4, 1, 0, 12),
            UpdateDays = Pick(2, 2, 1, 0, 5),
            ConfirmDays = Pick(5, 5, 1, 0),
            WaitingDays = Pick(5, 5, 1),
            BreachRestDays = Pick(30, 30, 1, 0, 90),
            FloorA = Pick(14, 1, 0),
            BirthdayLeadDays = Pick(5, 5, 0, 1, 30),
            HookDays = Pick(90, 90, 1, 20),
            ClimbHours = Pick(4, 4, 1, 20),
            ClimbManagerDays = Pick(1, 1, 2),
            QuietDeputyDays = Pick(5, 1),
            PromiseLeadDays = Pick(1, 1, 0, 3),
            HintDays = Pick(30, 30, 1, 90),
            HintsPerMorning = Pick(2, 2, 2, 0),
            PracticesOff = Chance(20) ? [Pick(PracticeCatalog.Hints).Kind] : [],
            VisitMonths = Pick(6, 1, 12),
        };
    }

    private WeeklyHours OddHours()
    {
        var days = Enumerable.Range(1, 7).Where(_ => Chance(60)).DefaultIfEmpty(Int(1, 7)).ToList();
        return WeeklyHours.Of([.. days.SelectMany(day => Opening((IsoDayOfWeek)day))]);
    }

    private IEnumerable<(IsoDayOfWeek, LocalTime, LocalTime)> Opening(IsoDayOfWeek day)
    {
        var marks = Enumerable.Range(0, Pick(2, 2, 4)).Select(_ => Int(0, 96)).Distinct().Order().Chunk(2).Where(pair => pair.Length == 2).ToList();
        if (marks.Count == 0) marks = [[5, 12]];
        return marks.Select(pair => (day, LocalTime.FromMinutesSinceMidnight(pair[0] * 15), LocalTime.FromMinutesSinceMidnight(pair[1] % 96 * 15)));
    }

    private void People()
    {
        var count = Pick(1, 2, 3, 4, 4);
        for (var i = 0; i < count; i++)
            Story.With($"M{i}", owner: i == 0 && Chance(80), deputy: Chance(40), manager: Chance(40), zone: Chance(30) ? Pick(Zones) : null);
        if (Chance(40)) Close();
        for (var left = Int(0, 3); left > 0; left--) Leave();
    }

    private void Close()
    {
        var from = Today.PlusDays(Int(-5, 300));
        Story.Terms = Story.Terms with { Closures = [new Closure(from, from.PlusDays(Int(0, 25)))] };
    }

    private void Leave()
    {
        var from = Today.PlusDays(Int(-5, 90));
        Story.Away(Pick(Story.Members).Name, from, from.PlusDays(Int(0, 30)), Chance(50) ? Pick(Story.Members).Name : null);
    }

    private static void AgreeOnSolution(Complaint complaint, Instant by, ComplaintAct act)
    {
        var local = by.InZone(act.Calendar.Zone).LocalDateTime;
        complaint.AgreeOnSolution(local.Date, local.TimeOfDay, act);
    }

    private void Move()
    {
        if (Story.Complaints.Count == 0 || Chance(10))
        {
            Story.Complain();
            return;
        }

        var complaint = Pick(Story.Complaints);
        Action<ComplaintAct>[] steps =
        [
            complaint.Acknowledge, complaint.Update, complaint.Chase, complaint.Chase, complaint.AwaitClient, complaint.Resolve, complaint.Resolve,
            complaint.Confirm, complaint.Reopen, complaint.CloseAsUnjustified, complaint.OnIt, complaint.Update, complaint.Update, complaint.Update,
            complaint.MarkAsBreach, complaint.MarkAsBreach, complaint.TalkAsSenior, complaint.DeclineMediator, act => complaint.NameMediator(Pick(Story.Members).Id, Story.Account, act),
            act => AgreeOnSolution(complaint, act.Now + Duration.FromHours(Int(-50, 400)), act),
        ];
        try
        {
            Pick(steps)(Story.Act());
        }
        catch (RefusalException)
        {
            // It did not fit; nothing happened.
        }
    }

    private void Snooze()
    {
        var matters = Story.Nudges.Select(nudge => nudge.Matter).Distinct().ToList();
        if (matters.Count > 0) Story.Snooze(Pick(matters), Story.Now + Duration.FromSeconds(Int(0, 86_400 * 12)));
    }

    private void Choose()
    {
        var subjects = Story.Contacts.Select(contact => contact.Id).Append(Story.Account.Id)
            .Concat(Story.Milestones.Select(milestone => milestone.Id)).Concat(Story.Occasions.Select(occasion => occasion.Id)).ToList();
        Story.Choose(Pick(subjects), Today.Year + Int(0, 1), Pick(Enum.GetValues<OccasionDecision>()));
    }

    /// <summary>Somebody notes what was achieved or a day worth a word, or takes it back.</summary>
    private void Note()
    {
        if (Chance(20) && Story.Milestones.Count > 0) Story.Milestones.Remove(Pick(Story.Milestones));
        else if (Chance(20) && Story.Occasions.Count > 0) Story.Occasions.Remove(Pick(Story.Occasions));
        else if (Chance(50)) Story.Achieve("launched", Today.PlusDays(-Int(0, 400)), isGoodForBoss: Chance(40), isHonestAdvice: Chance(20));
        else Story.Occasion("trade fair", Birthday(), Chance(40) ? Today.Year + Int(-1, 2) : null, Story.Contacts.Count > 0 && Chance(50) ? Pick(Story.Contacts) : null);
    }

    private void Release()
    {
        var held = Story.Nudges.Where(nudge => nudge.State == NudgeState.Held).ToList();
        if (held.Count > 0 && Pick(held) is var nudge) Story.Release(nudge.Matter, nudge.Cycle.Event);
    }

    private void Log()
    {
        if (Chance(20)) Story.AnswerHint(Chance(50));
        for (var alike = Chance(30) ? Int(4, 9) : 0; alike > 0; alike--) Story.Log(InteractionKind.Mail, Today.PlusDays(-Int(0, 500)), by: Pick(Story.Members).Name);
        Story.Log(Pick(Enum.GetValues<InteractionKind>()), Today.PlusDays(-Int(0, 20)), isJustTalk: Chance(20), mood: Pick(Mood.Unsaid, Mood.Tense, Mood.Tense, Mood.Good), by: Pick(Story.Members).Name);
    }

    private void Plan()
    {
        try
        {
            var (day, time) = (Today.PlusDays(Int(0, 40)), Chance(60) ? new LocalTime(Int(0, 23), Pick(0, 15, 59)) : (LocalTime?)null);
            if (Story.Plans.Count == 0 || Chance(50)) Story.Plan(day, time, Chance(30) ? null : Pick(InteractionKind.Visit, InteractionKind.Call, InteractionKind.Mail), Pick(Story.Members).Name);
            else if (Chance(70)) Pick(Story.Plans).Move(day, time, Story.MemberAct());
            else Pick(Story.Plans).Drop(Story.MemberAct());
        }
        catch (RefusalException)
        {
            // It did not fit; nothing happened.
        }
    }

    private void Promise()
    {
        try
        {
            var (day, time) = (Today.PlusDays(Int(0, 30)), Chance(40) ? new LocalTime(Int(0, 23), Pick(0, 15, 59)) : (LocalTime?)null);
            var open = Story.Promises.Where(promise => promise.IsOpen).ToList();
            if (open.Count == 0 || Chance(30))
            {
                Story.Promise(day, time, Pick(Story.Members).Name, Pick("the offer", "the offer for the new hall", "a sample"));
                return;
            }

            var promise = Pick(open);
            Action<MemberAct>[] acts = [act => promise.Keep(act), promise.Withdraw, promise.Confirm, promise.Confirm, act => promise.Move(day, time, Chance(50), act), act => promise.Move(day, time, Chance(50), act)];
            Pick(acts)(Story.MemberAct());
        }
        catch (RefusalException)
        {
            // It did not fit; nothing happened.
        }
    }

    /// <summary>Somebody answers a hint, seldom for ever.</summary>
    private void Answer()
    {
        if (Chance(30)) Story.Satisfied(Pick(Enum.GetValues<Content>()), Today.PlusDays(-Int(0, 300)));
        if (Chance(30)) Story.Shares(Int(1, 60), Chance(20) ? "two more clients" : "");
        Story.Answer(Pick(PracticeCatalog.Hints).Kind, Chance(10) ? HintReply.NotForClient : Pick(HintReply.Done, HintReply.NotNow, HintReply.NotHelpful));
    }

    private void Agree()
    {
        try
        {
            Action<Cadence>[] acts =
            [
                cadence => cadence.Agree(
                    new CadenceTerms(Chance(70) ? Int(1, 60) : null, Chance(30) ? new Ceiling(Int(1, 9), Pick(1, 7, 30)) : null, Chance(30) ? InteractionKind.Call : null),
                    Today.PlusDays(-Int(0, 500)), Chance(70) ? Today.PlusDays(Int(1, 120)) : null, Story.CadenceAct()),
                cadence => cadence.Confirm(Story.CadenceAct()),
                cadence => cadence.Reserve(Chance(50), Story.CadenceAct()),
                cadence => cadence.Unreserve(Story.CadenceAct()),
            ];
            Story.Agreed(Pick(acts));
        }
        catch (RefusalException)
        {
            // It did not fit; nothing happened.
            if (Story.Cadence is { IsEmpty: true }) Story.Cadence = null;
        }
    }

    private void Status()
    {
        if (Chance(30)) Story.AgreeOnStatus(new StatusRhythm(Int(1, 4), Chance(30), (IsoDayOfWeek)Int(1, 7)));
        else if (Chance(20)) Story.Status = null;
        else if (Chance(40)) Story.SendStatus(Today.PlusDays(-Int(0, 10)));
        else if (Story.Delays.FirstOrDefault(delay => delay.ToldAt is null) is { } delay && Chance(50)) delay.Tell(Story.MemberAct());
        else Story.Delay(Chance(20));
    }

    private void Depart()
    {
        try
        {
            var (contact, act) = (Pick([.. Story.Contacts, Story.Contact("Mr Berg")]), Story.DepartureAct(Pick(Story.Members).Name));
            if (Story.Departures.Count == 0 || Chance(30)) Story.Leaves(contact, Pick(Story.Members).Name, Chance(30) ? Pick(Story.Contacts) : null);
            else if (Chance(50)) Pick(Story.Departures).NameSuccessor(contact, act);
            else if (Chance(50)) Story.Log(InteractionKind.Call, with: contact);
            else Pick(Story.Departures).FollowedByNobody(act);
        }
        catch (RefusalException)
        {
            // It did not fit; nothing happened.
        }
    }

    private void HandOver()
    {
        try
        {
            if (Chance(60)) Story.HandOver(Pick(Story.Members).Name, teamKnows: Chance(50));
            else Story.Log(InteractionKind.Call, by: Pick(Story.Members).Name);
        }
        catch (RefusalException)
        {
            // It did not fit; nothing happened.
        }
    }

    private void Hook() => Story.Hook(
        with: Story.Contacts.Count > 0 && Chance(50) ? Pick(Story.Contacts) : null, until: Chance(40) ? Today.PlusDays(Int(0, 60)) : null);

    /// <summary>A client leaves, or we part with them; most come back.</summary>
    private void End()
    {
        try
        {
            if (!Story.Account.IsWithUs && Chance(60)) Story.ComeBack();
            else if (Story.Losses.LastOrDefault(loss => loss.ReturnedAt is null) is { } lost && Chance(60)) lost.Remind(Pick(6, 12), Story.MemberAct());
            else if (Story.Partings.LastOrDefault(parting => parting.IsOpen) is { } parting && Chance(80)) Settle(parting);
            else if (Chance(40)) Story.Part();
            else if (Chance(60)) Story.Lose(Pick(Enum.GetValues<LossReason>()));
        }
        catch (RefusalException)
        {
            // It did not fit; nothing happened.
        }
    }

    private void Settle(Parting parting)
    {
        if (Chance(30)) parting.DeleteDataOn(Today.PlusDays(Int(0, 100)), Story.Account, Story.MemberAct());
        else parting.Settle(Pick([.. parting.Missing]), Story.Account, Story.Facts.StillOwed.Count, Story.MemberAct());
    }

    private void Endanger()
    {
        try
        {
            var (open, step) = (Story.Risks.Where(risk => risk.IsOpen).ToList(), new NextStep("", Today.PlusDays(Int(0, 40)), Pick(Story.Members).Id));
            if (open.Count == 0 || Chance(40)) Story.Risk(Pick(Enum.GetValues<RiskKind>()), step.On, Pick(Story.Members).Name);
            else if (Chance(50)) Pick(open).Plan(step, Story.MemberAct());
            else Pick(open).Resolve(Story.MemberAct());
        }
        catch (RefusalException)
        {
            // It did not fit; nothing happened.
        }
    }

    private void Expect()
    {
        try
        {
            Action[] acts =
            [
                () => Story.Project(Today.PlusDays(Int(-30, 30))), () => Story.Project(),
                () => Story.Expect(Chance(60) ? Today.PlusDays(Int(0, 90)) : null, Today.PlusDays(-Int(0, 90))),
                () => Pick(Story.Expectations).StillHolds(Story.MemberAct()), () => Pick(Story.Expectations).End(Story.MemberAct()),
                () => Pick(Story.Projects).SayBest("the prize", Story.MemberAct()), () => Pick(Story.Projects).Finish(Story.MemberAct()),
            ];
            var fitting = Story is { Expectations.Count: > 0, Projects.Count: > 0 } ? acts : acts[..3];
            Pick(fitting)();
        }
        catch (RefusalException)
        {
            // It did not fit; nothing happened.
        }
    }

    private void Turn()
    {
        Story.Account.Tier = Pick(Tier.A, Tier.B, Tier.C);
        if (Story.Contacts.Count > 0) (Pick(Story.Contacts).Birthday, Pick(Story.Contacts).OccasionsInChannel) = (Birthday(), Chance(30));
        Story.Account.OwnerId = Chance(50) ? Pick(Story.Members).Id : null;
        if (Chance(20)) Close();
    }

    private AnnualDate Birthday() => Chance(20) ? new AnnualDate(2, 29) : Chance(20) ? Pick(new AnnualDate(12, 31), new AnnualDate(1, 1)) : new AnnualDate(Int(1, 12), Int(1, 28));

#pragma warning disable CA5394
    private int Int(int from, int to) => random.Next(from, to + 1);

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Pick<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
#pragma warning restore CA5394
}

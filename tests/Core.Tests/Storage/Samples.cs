using AccountNudge.Core.Access;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Departures;
using AccountNudge.Core.Dependence;
using AccountNudge.Core.Endings;
using AccountNudge.Core.Expectations;
using AccountNudge.Core.Handovers;
using AccountNudge.Core.Hooks;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Knowing;
using AccountNudge.Core.Moods;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Promises;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Risks;
using AccountNudge.Core.Satisfaction;
using AccountNudge.Core.Statuses;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using AccountNudge.Testing;
using NodaTime;

namespace AccountNudge.Core.Tests.Storage;

/// <summary>One row of every kind, with every property set.</summary>
internal sealed record Samples(IReadOnlyList<object> Rows, Account Account, Complaint Complaint)
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 6, 15, 4, 5);

    /// <summary>Settings none of which is the default.</summary>
    public static readonly TeamSettings EverythingSet = new()
    {
        Zone = "Europe/Zurich",
        ZoneIsGuess = true,
        Language = Language.German,
        Region = "CH-ZH",
        RegionAsked = true,
        Closures = [new(new(2026, 12, 24), new(2027, 1, 1)), new(new(2026, 5, 15), new(2026, 5, 15))],
        Morning = new LocalTime(8, 15),
        AcknowledgeHours = 2,
        UpdateDays = 1,
        ConfirmDays = 7,
        WaitingDays = 3,
        BreachRestDays = 20,
        FloorA = 7,
        FloorB = 21,
        FloorC = 60,
        CeilingA = 6,
        CeilingB = 5,
        CeilingC = 4,
        ClimbHours = 3,
        ClimbManagerDays = 2,
        ClimbThirdPersonDays = 4,
        QuietDeputyDays = 6,
        BirthdayLeadDays = 8,
        PromiseLeadDays = 2,
        KeepGoneDays = 90,
        HookDays = 45,
        HintDays = 20,
        HintsPerMorning = 1,
        PracticesOff = ["visit-hint", "own-line"],
        VisitMonths = 4,
    };

    public static Samples Of(Office office)
    {
        var (workspace, team) = (office.Workspace.Id, office.Team.Id);
        var member = new Member { WorkspaceId = workspace, PersonId = $"U{Guid.NewGuid():N}", Name = "Zoë", Language = Language.German, Zone = DateTimeZoneProviders.Tzdb["America/New_York"], WeekAt = At };
        var account = new Account { WorkspaceId = workspace, TeamId = team, Name = "Ütli AG", Tier = Tier.A, OwnerId = member.Id, DeputyId = member.Id, Since = new(2000, 2, 29), EnteredOn = new(2026, 3, 6), PausedUntil = new(2026, 4, 1), FirstQuietOn = new(2026, 5, 4) };
        var contact = new Contact { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, Name = "Frau Weiß", Role = "CFO", Phone = "+41 1", Email = "w@example.com", Birthday = new(2, 29), BirthYear = 1980, OccasionsInChannel = true, ImportedOn = new(2026, 3, 6) };
        var act = new ComplaintAct(member.Id, At, office.Team.Settings.Calendar(), office.Team.Settings, "Größe falsch") { IsOfSystem = true };
        var complaint = Complaint.Open(account, contact.Id, act);
        complaint.AgreeOnSolution(new(2026, 12, 1), null, act);
        complaint.Acknowledge(act with { Text = "rang", Now = At + Duration.FromMinutes(1) });
        complaint.Chase(act with { Now = At + Duration.FromMinutes(2) });
        complaint.NameMediator(Guid.NewGuid(), account, act with { Now = At + Duration.FromMinutes(3) });
        complaint.MarkAsBreach(act with { Now = At + Duration.FromMinutes(4) });
        complaint.TalkAsSenior(act with { Now = At + Duration.FromMinutes(5), How = InteractionKind.Call });
        complaint.OnIt(act);
        var planning = new MemberAct(member.Id, At, office.Team.Settings.Calendar());
        var plan = Plan.Make(account, contact.Id, InteractionKind.Visit, new(2026, 3, 20), null, "Jährliches Gespräch", planning);
        plan.Move(new(2026, 3, 21), new(10, 15), planning);
        plan.Drop(planning);
        plan.Balance = Balance.Ask;
        var promising = new MemberAct(member.Id, At, office.Team.Settings.Calendar(), Guid.NewGuid());
        var promise = Promise.Make(account, contact.Id, member.Id, "Bestätigung per Post", new(2026, 3, 9), null, promising);
        promise.Move(new(2026, 3, 10), new(14, 30), isTold: false, promising);
        promise.Move(new(2026, 3, 11), new(14, 30), isTold: false, promising);
        promise.Keep(promising);
        promise.Confirm(promising);
        var (referral, thanks) = Referral.Note(account, contact.Id, "Müller & Söhne", "Danke sagen", member.Id, [], promising);
        var cadence = Cadence.Of(account);
        cadence.Agree(new CadenceTerms(14, new Ceiling(2, 7), InteractionKind.Call), new(2026, 3, 1), new(2027, 2, 1), new CadenceAct(member.Id, At, new(2026, 3, 6), account.Name));
        cadence.Reserve(wantsOccasions: true, new CadenceAct(member.Id, At, new(2026, 3, 6), account.Name, Guid.NewGuid()));
        var acting = new MemberAct(member.Id, At, office.Team.Settings.Calendar(), Guid.NewGuid());
        var status = StatusAgreement.Of(account);
        status.Agree(new StatusRhythm(2, true, IsoDayOfWeek.Thursday), acting);
        var delay = Delay.Note(account, "Verspätete Teile", isKnown: false, acting);
        delay.Tell(acting);
        delay.Hear(At);
        var successor = new Contact { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, Name = "Herr Groß" };
        var leaving = new DepartureAct(member.Id, At, office.Team.Settings.Calendar(), office.Team.Settings, Guid.NewGuid());
        var departure = Departure.Leave(contact, "Größer & Söhne", leaving);
        departure.NameSuccessor(successor, leaving);
        departure.Congratulate(leaving);
        departure.FollowedByNobody(leaving);
        departure.Introduce(At);
        var handover = Handover.Make(new Account { WorkspaceId = workspace, TeamId = team, Name = "Ütli AG", Id = account.Id, OwnerId = Guid.NewGuid(), EnteredOn = account.EnteredOn }, member, null, formerStays: true, new HandoverAct(member.Id, At, new(2026, 3, 6), TeamKnows: true, Guid.NewGuid()));
        handover.Introduce(At);
        var share = new RevenueShare { WorkspaceId = workspace, TeamId = team, AccountId = account.Id };
        share.Say(40, "Zwei größere Kunden", member.Id, At, new(2026, 3, 6));
        var ending = new MemberAct(member.Id, At, office.Team.Settings.Calendar(), Guid.NewGuid());
        var ended = new Account { WorkspaceId = workspace, TeamId = team, Name = "Ütli AG", Id = account.Id, EnteredOn = account.EnteredOn };
        var parting = Parting.Begin(ended, "Im Guten", ending);
        foreach (var step in new[] { PartingSteps.Promises, PartingSteps.Material, PartingSteps.LastTalk, PartingSteps.Thanks }) parting.Settle(step, ended, 0, ending);
        parting.DeleteDataOn(new(2026, 12, 31), ended, ending);
        ended.Become(AccountState.Active, ending.Today);
        var loss = Loss.Note(ended, LossReason.Price, RootCause.Attention, "Größere Agentur", ending);
        loss.Remind(6, ending);
        new AccountFacts { ReadAt = At, Account = ended, Terms = office.Team.Settings, Calendar = office.Team.Settings.Calendar(), Roster = new TeamRoster([], [], []), Practices = [], OfPractices = [new EndingFacts([loss], [parting])] }.Return(ending);
        account.Become(AccountState.Returned, new(2026, 3, 5));
        var risking = new MemberAct(member.Id, At, office.Team.Settings.Calendar(), Guid.NewGuid());
        var risk = Risk.Note(account, RiskKind.Dissatisfaction, "Unzufrieden mit der Qualität", new NextStep("Persönlich fragen", new(2026, 3, 9), member.Id), risking);
        risk.Resolve(risking);
        var expecting = new MemberAct(member.Id, At, office.Team.Settings.Calendar(), Guid.NewGuid());
        var expectation = Expectation.Agree(account, contact.Id, new ExpectationTerms("Mehr Anfragen", "Budget für Fotos", "Sommerpause", new(2026, 3, 1), new(2026, 9, 1)), expecting);
        expectation.End(expecting);
        var project = Project.Start(account, "Neue Website", new(2026, 3, 9), expecting);
        project.SayBest("Preiswürdig", expecting);
        project.Finish(expecting);
        var post = new Post { WorkspaceId = workspace, TeamId = team, Key = $"k{team}", Kind = PostKind.Morning, MemberId = member.Id, State = PostState.Posted, MessageId = "1", Home = "C1", IsUncertain = true, DecidedAt = At, LeaseUntil = At, FirstTriedAt = At, Attempts = 2, Edits = 3, EditsShown = 2 };
        return new Samples(
            [
                member,
                new Membership { WorkspaceId = workspace, TeamId = team, MemberId = member.Id, IsManager = true, JoinedAt = At },
                new Absence { WorkspaceId = workspace, MemberId = member.Id, From = new(2026, 3, 7), Until = new(2026, 3, 9), DeputyId = member.Id },
                account,
                contact,
                new Interaction { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, ContactId = contact.Id, Kind = InteractionKind.Mail, Direction = Direction.They, Balance = Balance.Ask, Mood = Mood.Tense, On = new(2026, 3, 5), RecordedAt = At, MemberId = member.Id, Text = "naïve", IsStatus = true, IsJustTalk = true },
                complaint,
                .. complaint.Steps,
                plan,
                promise,
                .. promise.Steps,
                referral,
                thanks,
                .. thanks.Steps,
                cadence,
                status,
                delay,
                loss,
                parting,
                risk,
                expectation,
                project,
                departure,
                handover,
                Hook.Note(account, contact.Id, "Fährt nach Fuerteventura", new(2026, 4, 30), new HookAct(member.Id, At, new(2026, 3, 6), Guid.CreateVersion7())),
                LastingNote.Wish(account, contact.Id, "Berichte montags", InteractionKind.Mail, FormOfAddress.Sie, new NoteAct(member.Id, At, new(2026, 3, 6))),
                new Milestone { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, Text = "Prämiert", On = new(2026, 3, 4), IsGoodForBoss = true, IsHonestAdvice = true, MemberId = member.Id, NotedAt = At, ChangeId = Guid.NewGuid() },
                new Occasion { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, ContactId = contact.Id, Text = "Jubiläum", Day = new(2, 29), Year = 2028, MemberId = member.Id, NotedAt = At, ChangeId = Guid.NewGuid() },
                new OccasionChoice { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, Subject = contact.Id, Year = 2026, Decision = OccasionDecision.Ring, MemberId = member.Id, At = At },
                new MoodAnswer { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, TalkId = contact.Id, IsDone = true, MemberId = member.Id, At = At },
                new HintAnswer { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, Kind = "visit-hint", Reply = HintReply.NotHelpful, MemberId = member.Id, At = At },
                new SatisfactionNote { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, ContactId = contact.Id, Content = Content.Partly, Text = "Größtenteils", On = new(2026, 3, 4), NotedAt = At, MemberId = member.Id, ChangeId = Guid.NewGuid() },
                share,
                new Nudge { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, Kind = ComplaintPractice.Kind, Subject = complaint.Id, Cycle = Cycle.Parse("ack@1~2"), Rung = 1, Ask = ComplaintPractice.Update, Lane = Lane.WeOwe, DueAt = At, PostAt = At, RetryAt = At, AddresseeId = member.Id, IsDirect = true, State = NudgeState.Acted, Held = HeldReason.Undeliverable, PostId = post.Id, PostedAt = At, SettledAt = At, SettledBy = member.Id, Settlement = "Acknowledged" },
                new Snooze { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, Kind = QuietPractice.Kind, Subject = account.Id, At = At, Until = At, MemberId = member.Id },
                new Override { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, Kind = BirthdayPractice.Kind, Subject = contact.Id, Cycle = new Cycle("day", new LocalDate(2026, 2, 28)), Reason = "why", MemberId = member.Id, At = At },
                post,
                new Change { WorkspaceId = workspace, TeamId = team, MemberId = member.Id, At = At, Command = "log", Given = "{}", UndoneAt = At, ImportId = Guid.NewGuid() },
                new EarlierTalk { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, On = new(2026, 1, 7), RecordedAt = At, MemberId = member.Id },
                new ImportRun { WorkspaceId = workspace, TeamId = team, MemberId = member.Id, FileName = "Größen.csv", File = [1, 2], Columns = "{\"1\":{}}", Report = "{\"Kept\":1}", Outcomes = [3], State = ImportState.Done, Steps = 7, StepsDone = 6, At = At, DoneAt = At, LeaseUntil = At, ClaimCount = 2 },
                new Draft { WorkspaceId = workspace, MemberId = member.Id, Command = "log", Given = "{\"text\":\"é\"}", At = At },
                new Receipt { WorkspaceId = workspace, Key = $"turn{team}", At = At },
                new AuditEntry { WorkspaceId = workspace, TeamId = team, MemberId = member.Id, At = At, Act = PrivacyAct.Forgotten, Count = 3 },
                new ErasedKey { WorkspaceId = workspace, TeamId = team, Hash = "ab12", At = At },
                new ExportFile { WorkspaceId = workspace, TeamId = team, MemberId = member.Id, TokenHash = $"{team:N}", Name = "Größen.csv", Content = [1, 2], ExpiresAt = At },
                new ApiToken { WorkspaceId = workspace, TeamId = team, MemberId = member.Id, Name = "Töne", Hash = Secret.HashOf($"token{team}"), Scopes = ApiScopes.Complaints | ApiScopes.Brief, MadeBy = member.Id, MadeAt = At, UsedAt = At, RevokedAt = At },
                new ApiReceipt { WorkspaceId = workspace, TeamId = team, TokenId = Guid.NewGuid(), Key = Secret.HashOf("key"), Asked = Secret.HashOf("asked"), ChangeId = Guid.NewGuid(), At = At },
                new CalendarFeed { WorkspaceId = workspace, MemberId = member.Id, Hash = Secret.HashOf($"calendar{team}"), MadeAt = At },
            ],
            account,
            complaint);
    }

    public async Task Save(Office office)
    {
        await using var store = office.Store();
        foreach (var row in Rows) store.Add(row);
        await store.SaveChangesAsync();
    }
}

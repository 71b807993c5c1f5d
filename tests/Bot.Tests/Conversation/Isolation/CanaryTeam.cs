using System.Globalization;
using System.Text.Json;
using AccountNudge.Core;
using AccountNudge.Core.Access;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Moods;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Promises;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Statuses;
using AccountNudge.Core.Storage;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Isolation;

/// <summary>One row of somebody else's: its table, its id, and the words by which it would be recognised.</summary>
internal sealed record Foreign(string Table, Guid Id);

/// <summary>
/// A team full of canary words: a row in every table, a word of its own in every text. Nothing of it falls due while the test runs.
/// </summary>
internal sealed class CanaryTeam(Store store, Guid workspaceId, Instant now, string canary)
{
    private static readonly Duration Never = Duration.FromDays(300);
    private readonly Guid teamId = Guid.CreateVersion7();
    private Guid memberId;
    private int words;

    public List<string> Canaries { get; } = [];

    public List<Foreign> Rows { get; } = [];

    /// <summary>What people would type to reach its rows.</summary>
    public List<string> Names { get; } = [];

    public async Task<CanaryTeam> Fill(CancellationToken cancellation)
    {
        store.Within(new Scope(workspaceId, teamId));
        var team = Add(new AccountTeam { Id = teamId, WorkspaceId = workspaceId, Name = Word(), Home = Word(), CreatedAt = now });
        var member = Add(new Member { WorkspaceId = workspaceId, PersonId = Word(), Name = Named() });
        memberId = member.Id;
        Names.Add($"@[{member.PersonId}|{member.Name}]");
        store.Add(new Membership { WorkspaceId = workspaceId, TeamId = teamId, MemberId = memberId, IsManager = true, JoinedAt = now });
        Add(new Absence { WorkspaceId = workspaceId, MemberId = memberId, From = new LocalDate(2027, 3, 1), Until = new LocalDate(2027, 3, 9), DeputyId = memberId });
        await store.SaveChangesAsync(cancellation);
        var account = Add(new Account { WorkspaceId = workspaceId, TeamId = teamId, Name = Named(), Tier = Tier.A, OwnerId = memberId, Since = new LocalDate(2020, 3, 10), EnteredOn = new LocalDate(2027, 1, 4) });
        var contact = Add(new Contact
        {
            WorkspaceId = workspaceId, TeamId = teamId, AccountId = account.Id, Name = Named(), Role = Word(), Phone = $"+49 30 5550{words:000}", Email = $"{Word()}@birds.example",
            Birthday = new AnnualDate(3, 9), BirthYear = 1971,
        });
        Names.AddRange([contact.Phone, contact.Email]);
        Canaries.Add(contact.Phone);
        var complaint = FillFacts(account, contact, team);
        FillNudges(account, contact, complaint);
        FillBooks(account, contact);
        FillOthers(account, contact);
        await store.SaveChangesAsync(cancellation);
        return this;
    }

    private Complaint FillFacts(Account account, Contact contact, AccountTeam team)
    {
        Add(new Interaction
        {
            WorkspaceId = workspaceId, TeamId = teamId, AccountId = account.Id, ContactId = contact.Id, Kind = InteractionKind.Call, Mood = Mood.Tense, On = new LocalDate(2027, 2, 26),
            RecordedAt = now, MemberId = memberId, Text = Word(),
        });
        var complaint = Complaint.Open(account, contact.Id, Act(team));
        complaint.Acknowledge(Act(team));
        complaint.Chase(Act(team));
        store.Add(complaint);
        Rows.Add(new("complaints", complaint.Id));
        Rows.AddRange(complaint.Steps.Select(step => new Foreign("complaint_steps", step.Id)));
        var closed = Complaint.Open(account, contact.Id, Act(team));
        closed.CloseAsUnjustified(Act(team));
        closed.Learn(RootCause.Delay, Word());
        store.Add(closed);
        Rows.Add(new("complaints", closed.Id));
        var acting = new MemberAct(memberId, now, team.Settings.Calendar());
        var status = StatusAgreement.Of(account);
        status.Agree(new StatusRhythm(12, true, IsoDayOfWeek.Friday), acting);
        Add(status);
        Add(Delay.Note(account, Word(), isKnown: true, acting));
        var promise = Promise.Make(account, contact.Id, memberId, Word(), new LocalDate(2027, 3, 5), null, new MemberAct(memberId, now, team.Settings.Calendar()));
        store.Add(promise);
        Rows.Add(new("promises", promise.Id));
        Rows.AddRange(promise.Steps.Select(step => new Foreign("promise_steps", step.Id)));
        Add(new OccasionChoice { WorkspaceId = workspaceId, TeamId = teamId, AccountId = account.Id, Subject = contact.Id, Year = 2027, Decision = OccasionDecision.Ring, MemberId = memberId, At = now });
        Add(new MoodAnswer { WorkspaceId = workspaceId, TeamId = teamId, AccountId = account.Id, TalkId = account.Id, IsDone = false, MemberId = memberId, At = now });
        Add(new Snooze { WorkspaceId = workspaceId, TeamId = teamId, AccountId = account.Id, Kind = QuietPractice.Kind, Subject = account.Id, At = now, Until = now + Never, MemberId = memberId });
        Add(new Override
        {
            WorkspaceId = workspaceId, TeamId = teamId, AccountId = account.Id, Kind = BirthdayPractice.Kind, Subject = contact.Id, Cycle = Cycle.Parse(Word()), Reason = Word(), MemberId = memberId, At = now,
        });
        return complaint;
    }

    private ComplaintAct Act(AccountTeam team) => new(memberId, now, team.Settings.Calendar(), team.Settings, Word());

    /// <summary>A nudge and a post in every state.</summary>
    private void FillNudges(Account account, Contact contact, Complaint complaint)
    {
        var kinds = PracticeCatalog.All.Select(practice => practice.Kind).ToList();
        var posts = Enum.GetValues<PostState>().Select(state => Add(new Post
        {
            WorkspaceId = workspaceId, TeamId = teamId, Key = Word(), Kind = PostKind.Severe, State = state, MessageId = Word(), Home = Word(), DecidedAt = now, LeaseUntil = now + Never, FirstTriedAt = now,
            AccountId = account.Id, SubjectKind = Word(), Subject = complaint.Id,
        })).ToList();
        foreach (var state in Enum.GetValues<NudgeState>())
        {
            var kind = kinds[(int)state % kinds.Count];
            Add(new Nudge
            {
                WorkspaceId = workspaceId, TeamId = teamId, AccountId = account.Id, Kind = kind, Cycle = Cycle.Parse(Word()), Rung = 0, Ask = QuietPractice.GetInTouch, Lane = Lane.StayClose,
                Subject = kind switch { ComplaintPractice.Kind => complaint.Id, BirthdayPractice.Kind => contact.Id, _ => account.Id },
                DueAt = now + Never, PostAt = now + Never, AddresseeId = memberId, State = state, Settlement = Word(), PostId = posts[0].Id, PostedAt = now,
            });
        }
    }

    private void FillBooks(Account account, Contact contact)
    {
        var given = JsonSerializer.Serialize(new Dictionary<string, string> { ["account"] = account.Id.ToString("N"), ["contact"] = contact.Id.ToString("N"), ["text"] = Word(), ["name"] = Word() });
        foreach (var command in new[] { "log", "complaint", "account.add" })
        {
            Add(new Change { WorkspaceId = workspaceId, TeamId = teamId, MemberId = memberId, At = now, Command = command, Given = given });
            Add(new Draft { WorkspaceId = workspaceId, MemberId = memberId, Command = command, Given = given, At = now });
        }

        Add(new ImportRun
        {
            WorkspaceId = workspaceId, TeamId = teamId, MemberId = memberId, FileName = Word(), State = ImportState.Proposed, File = [1], Outcomes = [1], At = now,
            Columns = JsonSerializer.Serialize(new Dictionary<string, string> { ["1"] = Word() }),
            Report = JsonSerializer.Serialize(new { HasWork = true, Refusal = new { English = Word(), German = Word() } }),
        });
        store.Add(new Receipt { WorkspaceId = workspaceId, Key = Word(), At = now });
        var token = Add(new ApiToken { WorkspaceId = workspaceId, TeamId = teamId, MemberId = memberId, Name = Named(), Hash = Secret.HashOf(Word()), Scopes = ApiScopes.All, MadeBy = memberId, MadeAt = now });
        store.Add(new ApiReceipt { WorkspaceId = workspaceId, TeamId = teamId, TokenId = token.Id, Key = Secret.HashOf(Word()), Asked = Secret.HashOf(Word()), ChangeId = Guid.NewGuid(), At = now });
        Add(new CalendarFeed { WorkspaceId = workspaceId, MemberId = memberId, Hash = Secret.HashOf(Word()), MadeAt = now });
        Add(new AuditEntry { WorkspaceId = workspaceId, TeamId = teamId, MemberId = memberId, At = now, Act = PrivacyAct.Forgotten, Count = 1 });
        Add(new ErasedKey { WorkspaceId = workspaceId, TeamId = teamId, Hash = Word(), At = now });
        Add(new ExportFile { WorkspaceId = workspaceId, TeamId = teamId, MemberId = memberId, TokenHash = Word(), Name = Word(), Content = System.Text.Encoding.UTF8.GetBytes(Word()), ExpiresAt = now + Never });
    }

    /// <summary>The tables of practices that are not filled by hand above.</summary>
    private void FillOthers(Account account, Contact contact)
    {
        var filled = store.ChangeTracker.Entries().Select(entry => entry.Metadata.ClrType).ToHashSet();
        foreach (var type in store.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IAccountFact)) && !filled.Contains(type.ClrType)))
        {
            var entry = store.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
            foreach (var property in type.GetProperties())
            {
                object? value = (property.Name, Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) switch
                {
                    ("Id", _) => Guid.CreateVersion7(),
                    (nameof(IAccountFact.WorkspaceId), _) => workspaceId,
                    (nameof(IAccountFact.TeamId), _) => teamId,
                    (nameof(IAccountFact.AccountId), _) => account.Id,
                    ("ContactId" or "Subject", _) => contact.Id,
                    (_, var text) when text == typeof(string) => Word(),
                    (_, var id) when id == typeof(Guid) => memberId,
                    (_, var at) when at == typeof(Instant) => now + Never,
                    _ => entry.Property(property.Name).CurrentValue,
                };
                entry.Property(property.Name).CurrentValue = value;
            }

            entry.State = Microsoft.EntityFrameworkCore.EntityState.Added;
            Rows.Add(new(type.ClrType.Name, (Guid)entry.Property("Id").CurrentValue!));
        }
    }

    private T Add<T>(T row)
        where T : class
    {
        var entry = store.Add(row);
        Rows.Add(new(entry.Metadata.ClrType.Name, (Guid)entry.Property("Id").CurrentValue!));
        return row;
    }

    private string Named()
    {
        var name = Word();
        Names.Add(name);
        return name;
    }

    private string Word()
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"{canary}{++words:000}");
        Canaries.Add(word);
        return word;
    }
}

using System.Text.Json;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>
/// Everything a command may use to answer one turn. The store sees the speaker's own teams and nothing else; the turn's
/// transaction is opened before and committed after the command.
/// </summary>
public sealed class TurnContext
{
    private IReadOnlyList<KnownName>? names;

    public required Turn Turn { get; init; }

    public required Store Store { get; init; }

    public required Workspace Workspace { get; init; }

    public required Member Speaker { get; init; }

    /// <summary>Who spoke or was mentioned and was known before.</summary>
    public IReadOnlyList<Member> Known { get; init; } = [];

    /// <summary>The teams in scope: the channel's own, or in a direct message all of the speaker's, earliest first.</summary>
    public required IReadOnlyList<AccountTeam> Teams { get; init; }

    public required Instant Now { get; init; }

    /// <summary>All commands and button actions.</summary>
    public required CommandRegistry Registry { get; init; }

    /// <summary>The channel is nobody's home although the speaker has a team elsewhere.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>This very turn has made the team, and asks its questions below the reply.</summary>
    public bool HasFounded { get; set; }

    /// <summary>What is recorded goes to this team unless the account says otherwise.</summary>
    public AccountTeam Team => Teams.Count > 0 ? Teams[0] : throw new InvalidOperationException("No team is in scope.");

    /// <summary>The voice of a reply everyone sees in a team's channel, else the speaker's own.</summary>
    public Voice Voice => Turn.Channel.IsDirect || Teams.Count == 0 ? OwnVoice : Workspace.Voice(Team.Settings.Language);

    /// <summary>The voice of what only the speaker sees.</summary>
    public Voice OwnVoice => Workspace.Voice(Speaker.Language);

    /// <summary>The calendar by which the speaker's working days are counted; null while there is no team.</summary>
    public WorkingCalendar? Calendar => Teams.Count > 0 ? Team.Settings.Calendar() : null;

    /// <summary>The zone in which the speaker's words about time are understood.</summary>
    public DateTimeZone Zone => Calendar?.Zone ?? OwnZone;

    /// <summary>The speaker's own zone; where the platform tells none, the best guess.</summary>
    public required DateTimeZone OwnZone { get; init; }

    public LocalDateTime LocalNow => Now.InZone(Zone).LocalDateTime;

    public LocalDate Today => LocalNow.Date;

    /// <summary>Accounts, contacts and members of the teams in scope; whoever has no team yet knows themselves.</summary>
    public async Task<IReadOnlyList<KnownName>> Names(CancellationToken cancellation)
    {
        if (names is not null) return names;
        return names = Teams.Count == 0
            ? [.. (await KnownNames.Of(Store, Teams, cancellation)).Where(name => name.Kind != NameKind.Member), new KnownName(NameKind.Member, Speaker.Id, Speaker.Name, default, null, Speaker.PersonId)]
            : await KnownNames.Of(Store, Teams, cancellation);
    }

    /// <summary>Names changed within this turn.</summary>
    public void ForgetNames() => names = null;

    public AccountTeam TeamOf(Account account) => Teams.First(team => team.Id == account.TeamId);

    public WorkingCalendar CalendarOf(Account account) => TeamOf(account).Settings.Calendar();

    /// <summary>The account a known name stands for, or belongs to.</summary>
    public Task<Account> Account(KnownName name, CancellationToken cancellation) => Store.Accounts.FirstAsync(account => account.Id == name.AccountId, cancellation);

    /// <summary>The account a known name stands for, or belongs to, with all that is known of it.</summary>
    public async Task<AccountFacts> FactsOf(KnownName name, CancellationToken cancellation) =>
        await Store.FactsOf(name.AccountId, Now, cancellation) ?? throw new InvalidOperationException("A known name has no account.");

    /// <summary>All that is known of the account that a record is about; null when there is no such record.</summary>
    public async Task<AccountFacts?> FactsOf<T>(Guid id, CancellationToken cancellation)
        where T : class, IAccountFact
    {
        var accountId = await Store.Set<T>().Where(record => record.Id == id).Select(record => (Guid?)record.AccountId).FirstOrDefaultAsync(cancellation);
        return accountId is { } known ? await Store.FactsOf(known, Now, cancellation) : null;
    }

    /// <summary>An act of the speaker on something of an account, now.</summary>
    public MemberAct MemberActOn(AccountFacts facts, Guid? changeId = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new MemberAct(Speaker.Id, Now, facts.Calendar, changeId);
    }

    /// <summary>Whether the speaker manages a team, or nobody does yet.</summary>
    public async Task<bool> MayManage(AccountTeam team, CancellationToken cancellation)
    {
        var managers = await Store.Memberships.Where(place => place.TeamId == team.Id && place.IsManager).Select(place => place.MemberId).ToListAsync(cancellation);
        return managers.Count == 0 || managers.Contains(Speaker.Id);
    }

    /// <summary>
    /// From here on what is saved can be undone, and corrected by the same command with these arguments.
    /// Call it once, before anything is changed; the returned change's id goes into the [Correct] and [Remove] buttons.
    /// </summary>
    public Change Record(Command command, Arguments arguments, AccountTeam team)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(team);
        if (Store.Recording is { } running) return running;
        var change = new Change
        {
            WorkspaceId = Workspace.Id,
            TeamId = team.Id,
            MemberId = Speaker.Id,
            At = Now,
            Command = command.Words.Id,
            Given = JsonSerializer.Serialize(arguments.Raw),
        };
        Store.Changes.Add(change);
        return Store.Recording = change;
    }
}

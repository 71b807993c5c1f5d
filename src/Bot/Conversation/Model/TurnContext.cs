using System.Text.Json;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

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

    /// <summary>The zone in which the speaker's words about time are understood.</summary>
    public DateTimeZone Zone => Teams.Count > 0 ? Team.Settings.Calendar().Zone : OwnZone;

    /// <summary>The speaker's own zone; where the platform tells none, the best guess.</summary>
    public required DateTimeZone OwnZone { get; init; }

    public LocalDateTime LocalNow => Now.InZone(Zone).LocalDateTime;

    public LocalDate Today => LocalNow.Date;

    /// <summary>Accounts touched by this turn; they are reviewed right after it.</summary>
    public HashSet<Guid> Touched { get; init; } = [];

    /// <summary>Accounts, contacts and members of the teams in scope; whoever has no team yet knows themselves.</summary>
    public async Task<IReadOnlyList<KnownName>> Names(CancellationToken cancellation)
    {
        if (names is not null) return names;
        var accounts = await Store.Accounts.Select(account => new KnownName(NameKind.Account, account.Id, account.Name, account.Id, null, null)).ToListAsync(cancellation);
        var contacts = await Store.Contacts.Select(contact => new KnownName(NameKind.Contact, contact.Id, contact.Name, contact.AccountId, contact.Phone, null)).ToListAsync(cancellation);
        var members = await Store.Memberships.Join(Store.Members, place => place.MemberId, member => member.Id, (place, member) => member).Distinct()
            .Select(member => new KnownName(NameKind.Member, member.Id, member.Name, default, null, member.PersonId)).ToListAsync(cancellation);
        if (Teams.Count == 0) members = [new KnownName(NameKind.Member, Speaker.Id, Speaker.Name, default, null, Speaker.PersonId)];
        return names = [.. accounts, .. contacts, .. members];
    }

    /// <summary>Names changed within this turn.</summary>
    public void ForgetNames() => names = null;

    public AccountTeam TeamOf(Account account) => Teams.First(team => team.Id == account.TeamId);

    public WorkingCalendar CalendarOf(Account account) => TeamOf(account).Settings.Calendar();

    /// <summary>The account a known name stands for, or belongs to.</summary>
    public async Task<Account> Account(KnownName name, CancellationToken cancellation)
    {
        var account = await Store.Accounts.FirstAsync(account => account.Id == name.AccountId, cancellation);
        Touched.Add(account.Id);
        return account;
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

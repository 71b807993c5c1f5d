using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Testing;

/// <summary>A team in a workspace of its own, with whoever a test puts into it.</summary>
public sealed class Office
{
    private readonly Database database;

    private Office(Database database, Workspace workspace, AccountTeam team)
    {
        this.database = database;
        Workspace = workspace;
        Team = team;
        Scope = new Scope(workspace.Id, team.Id);
    }

    public Workspace Workspace { get; }

    public AccountTeam Team { get; }

    public Scope Scope { get; }

    /// <summary>A team in Berlin, Monday to Friday from nine to five, in a new workspace or beside another team.</summary>
    public static async Task<Office> Open(Database database, TeamSettings? settings = null, Office? beside = null)
    {
        var workspace = beside?.Workspace ?? new Workspace { Platform = "local", ExternalId = Guid.NewGuid().ToString("N") };
        var team = new AccountTeam
        {
            WorkspaceId = workspace.Id,
            Name = "team",
            Home = "C" + Guid.NewGuid().ToString("N"),
            Settings = settings ?? new TeamSettings(),
            CreatedAt = database.Now,
        };
        await using var store = database.Stores.Open(new Scope(workspace.Id, team.Id));
        if (beside is null) store.Workspaces.Add(workspace);
        store.Teams.Add(team);
        await store.SaveChangesAsync();
        return new Office(database, workspace, team);
    }

    /// <summary>A store within the team.</summary>
    public Store Store() => database.Stores.Open(Scope);

    public async Task<Member> Hire(string name, bool isManager = false, DateTimeZone? zone = null)
    {
        var member = new Member { WorkspaceId = Workspace.Id, PersonId = "U" + Guid.NewGuid().ToString("N"), Name = name, Zone = zone };
        await using var store = Store();
        store.Members.Add(member);
        store.Memberships.Add(new Membership { WorkspaceId = Workspace.Id, TeamId = Team.Id, MemberId = member.Id, IsManager = isManager, JoinedAt = database.Now });
        await store.SaveChangesAsync();
        return member;
    }

    public Account NewAccount(string name, Member? owner = null, Member? deputy = null) => new()
    {
        WorkspaceId = Workspace.Id,
        TeamId = Team.Id,
        Name = name,
        OwnerId = owner?.Id,
        DeputyId = deputy?.Id,
        EnteredOn = Team.Settings.Calendar().DateOf(database.Now),
    };

    public async Task<Account> Win(string name, Member? owner = null, Member? deputy = null)
    {
        var account = NewAccount(name, owner, deputy);
        await using var store = Store();
        store.Accounts.Add(account);
        await store.SaveChangesAsync();
        return account;
    }

    /// <summary>A complaint logged now.</summary>
    public async Task<Complaint> Complain(Account account, string text = "late again", Member? by = null)
    {
        await using var store = Store();
        var complaint = Complaint.Open(account, null, Act(by, text));
        store.Complaints.Add(complaint);
        await store.SaveChangesAsync();
        return complaint;
    }

    /// <summary>Changes a complaint now, as a command would.</summary>
    public async Task Change(Complaint complaint, Action<Complaint, ComplaintAct> how, Member? by = null)
    {
        await using var store = Store();
        how(await store.Complaints.FirstAsync(row => row.Id == complaint.Id), Act(by, "said so"));
        await store.SaveChangesAsync();
    }

    /// <summary>The team's row of an account as it stands now.</summary>
    public async Task<Account> Read(Account account)
    {
        await using var store = Store();
        return await store.Accounts.FirstAsync(row => row.Id == account.Id);
    }

    private ComplaintAct Act(Member? by, string text) => new(by?.Id, database.Now, Team.Settings.Calendar(), Team.Settings, text);
}

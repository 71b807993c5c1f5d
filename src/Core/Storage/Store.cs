using System.Reflection;
using System.Text.Json;
using AccountNudge.Core.Access;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AccountNudge.Core.Storage;

/// <summary>
/// The domain's tables, seen through a <see cref="Scope"/>: every query is filtered by workspace and team here and nowhere else,
/// and a row outside the scope cannot be written. Whatever changes an account wakes it (see <see cref="SaveChangesAsync(bool, CancellationToken)"/>).
/// </summary>
public abstract partial class Store(DbContextOptions options) : DbContext(options)
{
    /// <summary>What this store may see and write.</summary>
    public Scope Scope { get; private set; } = Scope.Nothing;

    /// <summary>Workspaces; not filtered, they are looked up by platform and id to find the scope.</summary>
    public DbSet<Workspace> Workspaces => Set<Workspace>();

    /// <summary>People of the workspace.</summary>
    public DbSet<Member> Members => Set<Member>();

    /// <summary>Teams of the scope.</summary>
    public DbSet<AccountTeam> Teams => Set<AccountTeam>();

    /// <summary>Who is in which team.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Who is away.</summary>
    public DbSet<Absence> Absences => Set<Absence>();

    /// <summary>Clients.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Their people.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>What was said and done.</summary>
    public DbSet<Interaction> Interactions => Set<Interaction>();

    /// <summary>Nudges.</summary>
    public DbSet<Nudge> Nudges => Set<Nudge>();

    /// <summary>Snoozes.</summary>
    public DbSet<Snooze> Snoozes => Set<Snooze>();

    /// <summary>Held nudges that were let through.</summary>
    public DbSet<Override> Overrides => Set<Override>();

    /// <summary>Messages.</summary>
    public DbSet<Post> Posts => Set<Post>();

    /// <summary>What can be undone.</summary>
    public DbSet<Change> Changes => Set<Change>();

    /// <summary>Files that were sent to be imported.</summary>
    public DbSet<ImportRun> Imports => Set<ImportRun>();

    /// <summary>Commands that wait for an answer.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>Turns that were recorded.</summary>
    public DbSet<Receipt> Receipts => Set<Receipt>();

    /// <summary>Other systems' access.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>What other systems recorded under keys of their own.</summary>
    public DbSet<ApiReceipt> ApiReceipts => Set<ApiReceipt>();

    /// <summary>Members' calendar addresses.</summary>
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    /// <summary>What was done with personal data.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>Who was erased.</summary>
    public DbSet<ErasedKey> ErasedKeys => Set<ErasedKey>();

    /// <summary>Files that wait to be fetched.</summary>
    public DbSet<ExportFile> ExportFiles => Set<ExportFile>();

    /// <summary>What erasing needs beside these tables.</summary>
    public ErasureOptions Erasing { get; set; } = new();

    /// <summary>Where the simulated clock stands.</summary>
    public DbSet<ClockState> Clocks => Set<ClockState>();

    /// <summary>The product's clock, at which changed accounts are woken.</summary>
    public IClock Clock { get; set; } = SystemClock.Instance;

    /// <summary>Sets what this store may see and write.</summary>
    public Store Within(Scope scope)
    {
        Scope = scope;
        return this;
    }

    /// <summary>What is to be done before migrating, while nobody else does.</summary>
    internal virtual Task PrepareFile(CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.UseNodaTime();
        configurationBuilder.UseOwnTypes();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        MapPeople(modelBuilder);
        MapFacts(modelBuilder);
        MapNudges(modelBuilder);
        MapBookkeeping(modelBuilder);
        MapAccess(modelBuilder);
        foreach (var id in modelBuilder.Model.GetEntityTypes().Select(type => type.FindProperty("Id")).OfType<IMutableProperty>())
            id.ValueGenerated = ValueGenerated.Never;
    }

    private void MapPeople(ModelBuilder model)
    {
        model.Entity<Workspace>(row =>
        {
            row.ToTable("workspaces");
            row.HasIndex(workspace => new { workspace.Platform, workspace.ExternalId }).IsUnique();
        });
        model.Entity<Member>(row =>
        {
            row.ToTable("members");
            row.HasAlternateKey(member => new { member.WorkspaceId, member.Id });
            row.HasIndex(member => new { member.WorkspaceId, member.PersonId }).IsUnique();
            row.HasIndex(member => member.WeekAt);
            row.HasOne<Workspace>().WithMany().HasForeignKey(member => member.WorkspaceId);
            row.HasQueryFilter(member => Scope.WorkspaceIds.Contains(member.WorkspaceId));
            row.Ignore(member => member.Mention);
        });
        model.Entity<AccountTeam>(row =>
        {
            row.ToTable("teams");
            row.HasAlternateKey(team => new { team.WorkspaceId, team.Id });
            row.HasIndex(team => new { team.WorkspaceId, team.Home }).IsUnique();
            row.HasOne<Workspace>().WithMany().HasForeignKey(team => team.WorkspaceId);
            row.Property(team => team.Settings).HasConversion(
                settings => JsonSerializer.Serialize(settings, SettingsJson.Options),
                stored => JsonSerializer.Deserialize<TeamSettings>(stored, SettingsJson.Options)!);
            row.HasQueryFilter(team => Scope.WorkspaceIds.Contains(team.WorkspaceId) && Scope.TeamIds.Contains(team.Id));
        });
        model.Entity<Membership>(row =>
        {
            row.ToTable("memberships");
            row.HasKey(membership => new { membership.TeamId, membership.MemberId });
            row.HasIndex(membership => membership.MemberId);
            row.HasOne<AccountTeam>().WithMany().HasForeignKey(membership => new { membership.WorkspaceId, membership.TeamId }).HasPrincipalKey(team => new { team.WorkspaceId, team.Id });
            row.HasOne<Member>().WithMany().HasForeignKey(membership => new { membership.WorkspaceId, membership.MemberId }).HasPrincipalKey(member => new { member.WorkspaceId, member.Id });
            row.HasQueryFilter(membership => Scope.WorkspaceIds.Contains(membership.WorkspaceId) && Scope.TeamIds.Contains(membership.TeamId));
        });
        model.Entity<Absence>(row =>
        {
            row.ToTable("absences");
            row.HasOne<Member>().WithMany().HasForeignKey(absence => new { absence.WorkspaceId, absence.MemberId }).HasPrincipalKey(member => new { member.WorkspaceId, member.Id });
            row.HasQueryFilter(absence => Scope.WorkspaceIds.Contains(absence.WorkspaceId));
        });
    }

    private void MapFacts(ModelBuilder model)
    {
        model.Entity<Account>(row =>
        {
            row.ToTable("accounts");
            row.HasAlternateKey(account => new { account.TeamId, account.Id });
            row.HasIndex(account => account.LookAgainAt);
            row.Property(account => account.Revision).IsConcurrencyToken();
            row.HasOne<AccountTeam>().WithMany().HasForeignKey(account => new { account.WorkspaceId, account.TeamId }).HasPrincipalKey(team => new { team.WorkspaceId, team.Id });
            row.HasQueryFilter(account => Scope.WorkspaceIds.Contains(account.WorkspaceId) && Scope.TeamIds.Contains(account.TeamId));
        });
        model.Entity<Contact>().ToTable("contacts");
        model.Entity<Interaction>(row =>
        {
            row.ToTable("interactions");
            row.HasIndex(interaction => new { interaction.AccountId, interaction.On });
            // Few are told of how they felt: those are found however long the history is.
            row.HasIndex(interaction => new { interaction.AccountId, interaction.Mood }).HasFilter("\"Mood\" <> 0");
            // So are the last meeting in person, and the last talk that had no agenda.
            row.HasIndex(interaction => new { interaction.AccountId, interaction.On }, "IX_interactions_visits").HasFilter("\"Kind\" = 0");
            row.HasIndex(interaction => new { interaction.AccountId, interaction.On }, "IX_interactions_just_talk").HasFilter("\"IsJustTalk\"");
            // And what was given and asked.
            row.HasIndex(interaction => new { interaction.AccountId, interaction.On }, "IX_interactions_balance").HasFilter("\"Balance\" <> 0");
        });
        model.Entity<Snooze>(row =>
        {
            row.ToTable("snoozes");
            row.Property(snooze => snooze.Kind).HasMaxLength(40);
        });
        model.Entity<Override>(row =>
        {
            row.ToTable("overrides");
            row.Property(released => released.Kind).HasMaxLength(40);
        });
        model.ApplyConfigurationsFromAssembly(typeof(Store).Assembly);
        foreach (var fact in model.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(IAccountFact))).ToList())
            typeof(Store).GetMethod(nameof(MapFact), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(fact).Invoke(this, [model]);
    }

    /// <summary>What every fact of an account has in common, whichever folder maps the rest of it: the account it belongs to, and who may see it.</summary>
    private void MapFact<T>(ModelBuilder model)
        where T : class, IAccountFact
    {
        var row = model.Entity<T>();
        // What only concerns nudges goes with the account; of everything else the account is kept.
        var onDelete = typeof(T) == typeof(Snooze) || typeof(T) == typeof(Override) ? DeleteBehavior.Cascade : DeleteBehavior.Restrict;
        row.HasOne<Account>().WithMany().HasForeignKey(nameof(IAccountFact.TeamId), nameof(IAccountFact.AccountId))
            .HasPrincipalKey(account => new { account.TeamId, account.Id }).OnDelete(onDelete);
        row.HasQueryFilter(fact => Scope.WorkspaceIds.Contains(fact.WorkspaceId) && Scope.TeamIds.Contains(fact.TeamId));
        if (typeof(T).IsAssignableTo(typeof(INoted))) NotedWords.Map(row);
    }

    /// <summary>What belongs to a team as a whole.</summary>
    private void MapTeams<T>(ModelBuilder model)
        where T : class, ITeamOwned
    {
        var row = model.Entity<T>();
        row.HasOne<AccountTeam>().WithMany().HasForeignKey(nameof(ITeamOwned.WorkspaceId), nameof(ITeamOwned.TeamId))
            .HasPrincipalKey(team => new { team.WorkspaceId, team.Id });
        row.HasQueryFilter(owned => Scope.WorkspaceIds.Contains(owned.WorkspaceId) && Scope.TeamIds.Contains(owned.TeamId));
    }

    private void MapNudges(ModelBuilder model)
    {
        model.Entity<Nudge>(row =>
        {
            row.ToTable("nudges");
            row.Property(nudge => nudge.Kind).HasMaxLength(40);
            row.Property(nudge => nudge.Ask).HasMaxLength(40);
            row.Property(nudge => nudge.Cycle).HasMaxLength(100);
            row.Property(nudge => nudge.State).IsConcurrencyToken();
            row.HasIndex(nudge => new { nudge.Kind, nudge.Subject, nudge.Cycle, nudge.Rung }).IsUnique();
            row.HasIndex(nudge => new { nudge.State, nudge.PostAt });
            row.HasIndex(nudge => nudge.AccountId);
            row.HasIndex(nudge => nudge.PostId);
            row.HasOne<Account>().WithMany().HasForeignKey(nudge => new { nudge.TeamId, nudge.AccountId })
                .HasPrincipalKey(account => new { account.TeamId, account.Id }).OnDelete(DeleteBehavior.Cascade);
            row.HasQueryFilter(nudge => Scope.WorkspaceIds.Contains(nudge.WorkspaceId) && Scope.TeamIds.Contains(nudge.TeamId));
        });
        model.Entity<Post>(row =>
        {
            row.ToTable("posts");
            row.Property(post => post.Key).HasMaxLength(200);
            row.Property(post => post.LeaseUntil).IsConcurrencyToken();
            row.HasIndex(post => post.Key).IsUnique();
            row.HasIndex(post => new { post.State, post.LeaseUntil });
            row.HasIndex(post => post.Edits).HasFilter("\"Edits\" > \"EditsShown\"");
            row.HasIndex(post => post.Subject).HasFilter("\"Subject\" IS NOT NULL");
            row.HasIndex(post => post.ChangeId).HasFilter("\"ChangeId\" IS NOT NULL");
            row.Property(post => post.SubjectKind).HasMaxLength(40);
            row.Ignore(post => post.About);
            row.HasOne<Workspace>().WithMany().HasForeignKey(post => post.WorkspaceId);
            row.HasOne<AccountTeam>().WithMany().HasForeignKey(post => new { post.WorkspaceId, post.TeamId })
                .HasPrincipalKey(team => new { team.WorkspaceId, team.Id }).OnDelete(DeleteBehavior.Cascade);
            row.HasQueryFilter(post => Scope.WorkspaceIds.Contains(post.WorkspaceId));
        });
    }

    private void MapBookkeeping(ModelBuilder model)
    {
        model.Entity<Change>(row =>
        {
            row.ToTable("changes");
            row.HasIndex(change => new { change.MemberId, change.At });
            row.HasIndex(change => new { change.TeamId, change.Command });
            row.HasIndex(change => change.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
            row.HasQueryFilter(change => Scope.WorkspaceIds.Contains(change.WorkspaceId) && Scope.TeamIds.Contains(change.TeamId));
        });
        model.Entity<ImportRun>(row =>
        {
            row.ToTable("imports");
            row.Property(import => import.FileName).HasMaxLength(ImportRun.LongestName);
            row.HasIndex(import => new { import.State, import.At });
            row.HasOne<AccountTeam>().WithMany().HasForeignKey(import => new { import.WorkspaceId, import.TeamId }).HasPrincipalKey(team => new { team.WorkspaceId, team.Id });
            row.HasQueryFilter(import => Scope.WorkspaceIds.Contains(import.WorkspaceId) && Scope.TeamIds.Contains(import.TeamId));
        });
        model.Entity<Draft>(row =>
        {
            row.ToTable("drafts");
            row.HasIndex(draft => draft.At);
            row.HasQueryFilter(draft => Scope.WorkspaceIds.Contains(draft.WorkspaceId));
        });
        model.Entity<Receipt>(row =>
        {
            row.ToTable("receipts");
            row.HasKey(receipt => new { receipt.WorkspaceId, receipt.Key });
            row.Property(receipt => receipt.Key).HasMaxLength(200);
            row.HasIndex(receipt => receipt.At);
            row.HasQueryFilter(receipt => Scope.WorkspaceIds.Contains(receipt.WorkspaceId));
        });
        MapTeams<AuditEntry>(model);
        MapTeams<ErasedKey>(model);
        MapTeams<ExportFile>(model);
        model.Entity<TableState>(row => row.ToTable("tables"));
        model.Entity<ClockState>(row => row.ToTable("clock"));
    }

    private void MapAccess(ModelBuilder model)
    {
        model.Entity<ApiToken>(row =>
        {
            row.ToTable("api_tokens");
            row.HasIndex(token => token.Hash).IsUnique();
            row.HasIndex(token => new { token.TeamId, token.Name }).IsUnique().HasFilter("\"RevokedAt\" IS NULL");
            row.HasIndex(token => token.MemberId);
            row.Property(token => token.Name).HasMaxLength(ApiToken.LongestName);
            row.Ignore(token => token.PersonId);
            row.HasOne<AccountTeam>().WithMany().HasForeignKey(token => new { token.WorkspaceId, token.TeamId }).HasPrincipalKey(team => new { team.WorkspaceId, team.Id });
            row.HasOne<Member>().WithMany().HasForeignKey(token => new { token.WorkspaceId, token.MemberId }).HasPrincipalKey(member => new { member.WorkspaceId, member.Id });
            row.HasQueryFilter(token => Scope.WorkspaceIds.Contains(token.WorkspaceId) && Scope.TeamIds.Contains(token.TeamId));
        });
        model.Entity<ApiReceipt>(row =>
        {
            row.ToTable("api_receipts");
            row.HasKey(receipt => new { receipt.TokenId, receipt.Key });
            row.HasIndex(receipt => receipt.At);
            row.HasOne<AccountTeam>().WithMany().HasForeignKey(receipt => new { receipt.WorkspaceId, receipt.TeamId }).HasPrincipalKey(team => new { team.WorkspaceId, team.Id });
            row.HasQueryFilter(receipt => Scope.WorkspaceIds.Contains(receipt.WorkspaceId) && Scope.TeamIds.Contains(receipt.TeamId));
        });
        model.Entity<CalendarFeed>(row =>
        {
            row.ToTable("calendar_feeds");
            row.HasIndex(feed => feed.Hash).IsUnique();
            row.HasIndex(feed => new { feed.WorkspaceId, feed.MemberId }).IsUnique();
            row.HasOne<Member>().WithMany().HasForeignKey(feed => new { feed.WorkspaceId, feed.MemberId }).HasPrincipalKey(member => new { member.WorkspaceId, member.Id });
            row.HasQueryFilter(feed => Scope.WorkspaceIds.Contains(feed.WorkspaceId));
        });
    }
}

/// <summary>The embedded default.</summary>
public sealed class SqliteStore(DbContextOptions<SqliteStore> options) : Store(options)
{
    internal override async Task PrepareFile(CancellationToken cancellation)
    {
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
        // Left behind when a process was killed while it migrated; Entity Framework would wait for it for ever.
        await Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
    }
}

/// <summary>With <c>ConnectionStrings:Postgres</c>.</summary>
public sealed class PostgresStore(DbContextOptions<PostgresStore> options) : Store(options);

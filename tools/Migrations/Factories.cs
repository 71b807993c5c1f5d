using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AccountNudge.Migrations;

// dotnet-ef makes a context to compare its model with the last snapshot; it never connects to these databases.

internal abstract class SqliteFactory<TContext> : IDesignTimeDbContextFactory<TContext>
    where TContext : DbContext
{
    public TContext CreateDbContext(string[] args) => (TContext)Activator.CreateInstance(
        typeof(TContext), new DbContextOptionsBuilder<TContext>().UseSqlite("Data Source=:memory:").Options)!;
}

internal abstract class PostgresFactory<TContext> : IDesignTimeDbContextFactory<TContext>
    where TContext : DbContext
{
    public TContext CreateDbContext(string[] args) => (TContext)Activator.CreateInstance(
        typeof(TContext), new DbContextOptionsBuilder<TContext>().UseNpgsql("Host=127.0.0.1").Options)!;
}

using System.Reflection;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Tests.Nudges;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Core.Tests.Storage;

/// <summary>
/// A database that the version before wrote goes on where it was. Its rows are in the folder "Before", as that version left them on
/// Monday, 9 March 2026, 12:30 in Berlin: three open complaints of which one is snoozed, two nudges posted, others planned and held.
/// </summary>
public class UpgradeTests
{
    /// <summary>The last migration of the version before.</summary>
    private const string Before = "AddUncertainPosts";

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_planned_posted_snoozed_and_held_goes_on_and_nothing_is_said_twice(DatabaseKind kind)
    {
        await using var database = await Upgraded(kind);
        var clock = new SimulatedClock(Simulation.Berlin(2026, 3, 9, 12, 30));
        var messenger = new FakeMessenger();
        var stores = database.On(clock);
        var dispatcher = new Dispatcher(stores, messenger, clock, NullLogger<Dispatcher>.Instance);
        var travel = new TimeTravel(stores, new Sweep(stores, NullLogger<Sweep>.Instance), dispatcher, clock);
        (await All(database)).Select(nudge => $"{nudge.Kind} {nudge.Ask} {nudge.State}").Order(StringComparer.Ordinal).ShouldBe(
        [
            "anniversary mention-anniversary Held",
            "birthday congratulate Held",
            "birthday prepare-birthday Held",
            "complaint acknowledge Planned",
            "complaint acknowledge Planned",
            "complaint acknowledge Planned",
            "complaint acknowledge Posted",
            "complaint acknowledge Snoozed",
        ]);

        await travel.To(Simulation.Berlin(2026, 3, 9, 12, 40), CancellationToken.None);
        messenger.Posted.ShouldBeEmpty();

        await travel.To(Simulation.Berlin(2026, 3, 11, 9, 30), CancellationToken.None);
        messenger.Posted.SelectMany(message => message.Lines).Select(line => $"{line.Account.Name}: {line.Nudge.Ask}, rung {line.Nudge.Rung}").Order(StringComparer.Ordinal).ShouldBe(
        [
            "Brauhaus Lindner: acknowledge, rung 0",
            "Brauhaus Lindner: acknowledge, rung 1",
            "Weber GmbH: acknowledge, rung 0", // the snoozed one
            "Weber GmbH: acknowledge, rung 1", // the posted one
        ]);
        (await All(database)).Where(nudge => nudge.PostedAt is not null).Select(nudge => (nudge.Matter, nudge.Cycle, nudge.Rung)).ShouldBeUnique();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_recorded_before_can_be_taken_back(DatabaseKind kind)
    {
        await using var database = await Upgraded(kind);
        await using var store = database.Stores.Open(await TeamOf(database));
        var change = await store.Changes.SingleAsync();

        (await store.TryUndo(change, CancellationToken.None)).ShouldBeTrue();
        await store.SaveChangesAsync();

        (await store.Snoozes.AnyAsync()).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Why_a_home_refused_posts_and_which_post_caught_up_is_read_right(DatabaseKind kind)
    {
        await using var database = await Upgraded(kind, """
            UPDATE teams SET "UnreachableReason" = 'is_archived';
            UPDATE posts SET "Kind" = 1, "Key" = 'catch-up:' || "Key"
            """);
        await using var store = database.Stores.Open(await TeamOf(database));

        (await store.Teams.SingleAsync()).UnreachableReason.ShouldBe(RefusalReason.Archived);
        (await store.Posts.Select(post => post.Kind).Distinct().ToListAsync()).ShouldBe([PostKind.CatchUp]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_way_back_ends_where_it_began(DatabaseKind kind)
    {
        await using var database = await Upgraded(kind);
        var numbers = await Numbers(database);

        await using (var store = database.Stores.Open(Scope.Nothing)) await store.GetService<IMigrator>().MigrateAsync(Before);
        (await Numbers(database)).ShouldNotBe(numbers);
        await database.Stores.Migrate(CancellationToken.None);

        (await Numbers(database)).ShouldBe(numbers);
    }

    /// <summary>A database of the version before, with one more change of its rows where wished, brought up to date.</summary>
    private static async Task<Database> Upgraded(DatabaseKind kind, string andThen = "")
    {
        var database = await Database.CreateEmpty(kind);
        await using (var store = database.Stores.Open(Scope.Nothing))
        {
            await store.GetService<IMigrator>().MigrateAsync(Before);
            await store.Database.OpenConnectionAsync();
            await using var insert = store.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // A file of this project.
            insert.CommandText = $"{await Rows(kind)};{andThen}";
#pragma warning restore CA2100
            await insert.ExecuteNonQueryAsync();
        }

        await database.Stores.Migrate(CancellationToken.None);
        return database;
    }

    private static async Task<string> Rows(DatabaseKind kind)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Before.{kind}.sql")!);
        return await reader.ReadToEndAsync();
    }

    private static async Task<List<Nudge>> All(Database database)
    {
        await using var store = database.Stores.Open(await TeamOf(database));
        return await store.Nudges.AsNoTracking().ToListAsync();
    }

    private static async Task<Scope> TeamOf(Database database)
    {
        await using var store = database.Stores.Open(Scope.Nothing);
        var team = await store.Teams.IgnoreQueryFilters().SingleAsync();
        return new Scope(team.WorkspaceId, [team.Id]);
    }

    /// <summary>The columns as they are stored, whatever they hold.</summary>
    private static async Task<string> Numbers(Database database)
    {
        await using var store = database.Stores.Open(Scope.Nothing);
        return string.Join('\n', await store.Database.SqlQueryRaw<string>(
            """SELECT CAST("Kind" AS text) || ' ' || CAST("Ask" AS text) AS "Value" FROM nudges UNION ALL SELECT CAST("Kind" AS text) FROM snoozes ORDER BY 1""").ToListAsync());
    }
}

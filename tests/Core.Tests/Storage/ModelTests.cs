using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AccountNudge.Core.Tests.Storage;

public class ModelTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_foreign_key_between_rows_of_a_team_includes_the_team(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        await using var store = database.Stores.Open(Scope.Nothing);

        foreach (var type in store.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(ITeamOwned))))
        {
            foreach (var key in type.GetForeignKeys().Where(key => key.PrincipalEntityType.ClrType.IsAssignableTo(typeof(ITeamOwned)) || key.PrincipalEntityType.ClrType == typeof(AccountTeam)))
                key.Properties.Select(property => property.Name).ShouldContain("TeamId", key.ToString());
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_row_of_a_workspace_or_a_team_is_seen_within_it_only(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var ours = await Office.Open(database);
        var beside = await Office.Open(database, beside: ours);
        var elsewhere = await Office.Open(database);
        foreach (var office in new[] { ours, beside, elsewhere }) await Samples.Of(office).Save(office);

        await using var store = ours.Store();
        foreach (var type in store.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IWorkspaceOwned))))
        {
            var rows = await Rows(store, type.ClrType);
            rows.ShouldNotBeEmpty(type.ClrType.Name);
            rows.ShouldAllBe(row => row.WorkspaceId == ours.Workspace.Id, type.ClrType.Name);
            rows.OfType<ITeamOwned>().ShouldAllBe(row => row.TeamId == ours.Team.Id, type.ClrType.Name);
            type.GetDeclaredQueryFilters().ShouldNotBeEmpty(type.ClrType.Name);
        }

        (await store.Teams.ToListAsync()).ShouldHaveSingleItem().Id.ShouldBe(ours.Team.Id);
        await using var nothing = database.Stores.Open(Scope.Nothing);
        foreach (var type in store.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IWorkspaceOwned))))
            (await Rows(nothing, type.ClrType)).ShouldBeEmpty(type.ClrType.Name);
    }

    [Fact]
    public async Task Whatever_names_a_contact_is_known_to_do_so()
    {
        await using var database = await Database.Create(DatabaseKind.Sqlite);
        await using var store = database.Stores.Open(Scope.Nothing);
        store.Model.GetEntityTypes().Where(type => type.GetProperties().Any(property => property.Name.EndsWith("ContactId", StringComparison.Ordinal))).Select(type => type.ClrType)
            .ShouldBe(store.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(INamesContact))), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_row_outside_the_scope_is_not_written(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var ours = await Office.Open(database);
        var beside = await Office.Open(database, beside: ours);
        var samples = Samples.Of(beside);
        await samples.Save(beside);

        foreach (var row in samples.Rows.Where(row => row is ITeamOwned or AccountTeam))
        {
            await using var store = ours.Store();
            store.Remove(row);
            (await Should.ThrowAsync<InvalidOperationException>(() => store.SaveChangesAsync())).Message.ShouldContain(row.GetType().Name);
        }

        var elsewhere = await Office.Open(database);
        foreach (var row in Samples.Of(elsewhere).Rows)
        {
            await using var store = ours.Store();
            store.Entry(row).State = EntityState.Added;
            await Should.ThrowAsync<InvalidOperationException>(() => store.SaveChangesAsync());
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_kind_of_row_comes_back_as_it_was_written(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database, Samples.EverythingSet);
        var samples = Samples.Of(office);
        await samples.Save(office);

        await using var store = office.Store();
        foreach (var row in samples.Rows.Append(office.Team))
        {
            var type = store.Model.FindEntityType(row.GetType())!;
            var key = type.FindPrimaryKey()!.Properties.Select(property => property.PropertyInfo!.GetValue(row)).ToArray();
            var read = (await store.FindAsync(row.GetType(), key)).ShouldNotBeNull();
            foreach (var property in type.GetProperties().Where(property => !property.IsShadowProperty() && property.Name is not (nameof(Account.LookAgainAt) or nameof(Account.Revision))))
                Value(property, read).ShouldBe(Value(property, row), $"{row.GetType().Name}.{property.Name}");
        }

        samples.Rows.Select(row => row.GetType()).Append(typeof(AccountTeam)).ToHashSet()
            .ShouldBe(store.Model.GetEntityTypes().Select(type => type.ClrType).Except([typeof(Workspace), typeof(ClockState), typeof(TableState), typeof(ErasureSecret)]), ignoreOrder: true);
        (await store.Complaints.SingleAsync()).Steps.Select(step => (step.Kind, step.Text)).ShouldBe(samples.Complaint.Steps.Select(step => (step.Kind, step.Text)), ignoreOrder: true);
    }

    private static object? Value(IProperty property, object row) =>
        property.PropertyInfo!.GetValue(row) is { } value ? value : null;

    private static async Task<IReadOnlyList<IWorkspaceOwned>> Rows(Store store, Type type) =>
        await (Task<IReadOnlyList<IWorkspaceOwned>>)typeof(ModelTests).GetMethod(nameof(RowsOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [store])!;

    private static async Task<IReadOnlyList<IWorkspaceOwned>> RowsOf<T>(Store store)
        where T : class, IWorkspaceOwned =>
        await store.Set<T>().ToListAsync();
}

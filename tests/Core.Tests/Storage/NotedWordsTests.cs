using AccountNudge.Core.Complaints;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Core.Tests.Storage;

public class NotedWordsTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_noted_before_there_was_a_place_for_its_words_is_found_once_the_tables_are_brought_up_to_date(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        await office.Complain(await office.Win("Weber GmbH"), "Die Straße war gesperrt, sagt @[U-BEN|Ben]");
        (await Found(office, "strasse")).ShouldBe(1);

        await using (var store = office.Store()) await store.Database.ExecuteSqlRawAsync("UPDATE complaints SET \"Words\" = NULL");
        (await Found(office, "strasse")).ShouldBe(0);

        await database.Stores.Migrate(CancellationToken.None);
        (await Found(office, "strasse")).ShouldBe(1);
        (await Found(office, "ben")).ShouldBe(1);
        (await Found(office, "u")).ShouldBe(0);
        (await Found(office, "rasse")).ShouldBe(0);
    }

    private static async Task<int> Found(Office office, string word)
    {
        await using var store = office.Store();
        return await store.Complaints.Saying([new SoughtWord(word, [])]).CountAsync();
    }
}

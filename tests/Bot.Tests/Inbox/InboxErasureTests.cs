using AccountNudge.Bot.Slack.Inbound.Work;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Tests.Inbox;

/// <summary>Whoever is forgotten is taken out of what still waits, too, and of no other workspace.</summary>
public sealed class InboxErasureTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_waits_names_them_no_more(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var inbox = fixture.Node();
        await inbox.Add(InboxFixture.InboxItem("t1"));
        await inbox.Add(InboxFixture.InboxItem("t2"));
        var workspace = (await fixture.Rows())[0].WorkspaceId;
        await using (var chat = fixture.CreateDbContext())
        {
            await chat.Set<SlackInboxRow>().Where(row => row.Key == "t1").ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Payload, """{"text":"log Weber with Renate Zwan\u0061ry: late","inner":"{\"value\":\"Frau Zwanary\"}"}""")
                .SetProperty(row => row.Calls, """[{"text":"Renate Zwanary, Weber"}]"""));
            await chat.Set<SlackInboxRow>().Where(row => row.Key == "t2").ExecuteUpdateAsync(set => set.SetProperty(row => row.WorkspaceId, "T-OTHER").SetProperty(row => row.Payload, """{"text":"Renate Zwanary"}"""));
        }

        var known = new Workspace { Platform = "slack", ExternalId = workspace };
        var contact = new Contact { WorkspaceId = known.Id, TeamId = Guid.Empty, AccountId = Guid.Empty, Name = "Renate Zwanary" };
        await using (var store = fixture.Database.Stores.Open(new Scope(known.Id, Guid.Empty)))
        {
            store.Add(known);
            await store.SaveChangesAsync();
            await using var transaction = await store.Database.BeginTransactionAsync();
            await inbox.Erase(store, new ErasedPerson(known.Id, new PersonWords(contact, []), "a former contact", Voice.English), default);
            await transaction.CommitAsync();
        }

        var rows = (await fixture.Rows()).ToDictionary(row => row.Key);
        $"{rows["t1"].Payload} {rows["t1"].Calls}".ShouldNotContain("zwanary", Case.Insensitive);
        rows["t1"].Payload.ShouldNotBeNull().ShouldContain("log Weber with a former contact: late");
        rows["t2"].Payload.ShouldNotBeNull().ShouldContain("Renate Zwanary");
    }
}

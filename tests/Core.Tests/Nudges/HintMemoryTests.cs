using AccountNudge.Core.Hints;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Quiet;
using AccountNudge.Testing;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>A hint rests by when it was said last, however long ago that is; other nudges are forgotten after a year.</summary>
public class HintMemoryTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_suggested_is_remembered_for_good(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var account = await office.Win("Acme", await office.Hire("Anna"));
        await using (var store = office.Store())
        {
            foreach (var said in new[] { VisitHint.Kind, QuietPractice.Kind })
            {
                store.Nudges.Add(new Nudge
                {
                    WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Kind = said, Subject = account.Id, Cycle = new Cycle(said, new LocalDate(2024, 1, 8)), Rung = 0,
                    Ask = said, Lane = Lane.StayClose, State = NudgeState.Superseded, PostedAt = Instant.FromUtc(2024, 1, 8, 8, 0), SettledAt = Instant.FromUtc(2024, 2, 7, 8, 0),
                });
            }

            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var read = office.Store();
        var facts = await read.FactsOf(account.Id, database.Now, TestContext.Current.CancellationToken);
        facts!.Nudges.Select(nudge => nudge.Kind).ShouldBe([VisitHint.Kind]);
    }
}

using AccountNudge.Core.Hints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Planning;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What hints read of an account's talks is what was noted, on either database and around the turn of a month.</summary>
public class TalkHistoryTests
{
    public static TheoryData<DatabaseKind, int> Cases => new(from kind in Database.Kinds from day in new[] { 30, 31, 1, 15 } select (kind, day));

    [Theory, MemberData(nameof(Cases))]
    public async Task Reads_what_was_noted(DatabaseKind kind, int day)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var anna = await office.Hire("Anna");
        var (acme, other, silent) = (await office.Win("Acme", anna), await office.Win("Other", anna), await office.Win("Silent", anna));
        var now = Instant.FromUtc(2026, day >= 30 ? 5 : 6, day, 23, 30);
        await using (var store = office.Store())
        {
            var random = new Random(day);
            foreach (var account in new[] { acme, other })
            {
                for (var talk = 0; talk < 120; talk++)
                {
#pragma warning disable CA5394 // The same cases every time are wanted.
                    var (kinds, direction) = (Enum.GetValues<InteractionKind>(), random.Next(3) == 0 ? Direction.They : Direction.We);
                    store.Interactions.Add(new Interaction
                    {
                        WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Kind = kinds[random.Next(kinds.Length)], Direction = direction,
                        IsJustTalk = random.Next(10) == 0, IsStatus = random.Next(10) == 0, On = new LocalDate(2026, 6, 16).PlusDays(-random.Next(520)),
                        RecordedAt = now - Duration.FromMinutes(talk), MemberId = anna.Id,
                    });
#pragma warning restore CA5394
                }
            }

            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var read = office.Store();
        var facts = await read.FactsOf([acme.Id, other.Id, silent.Id], now, TestContext.Current.CancellationToken);
        foreach (var of in facts)
        {
            var noted = await read.Interactions.Where(interaction => interaction.AccountId == of.Account.Id).ToListAsync(TestContext.Current.CancellationToken);
            var (history, expected) = (of.Of<TalkHistory>().ShouldNotBeNull(), TalkHistory.Of(noted, now));
            (history.LastVisit, history.LastJustTalk, history.First).ShouldBe((expected.LastVisit, expected.LastJustTalk, expected.First));
            history.LastKinds.ShouldBe(expected.LastKinds);
            history.HeardFromUs.Order().ShouldBe(expected.HeardFromUs.Order());
            history.Seasons.OrderBy(season => season.Key).ShouldBe(expected.Seasons.OrderBy(season => season.Key));
        }

        facts[2].Of<TalkHistory>()!.LastKinds.ShouldBeEmpty();
        facts[0].Of<TalkHistory>()!.Seasons.Count.ShouldBe(day is 31 or 1 ? 2 : 1, "on either side of the dateline it may be another month");
    }
}

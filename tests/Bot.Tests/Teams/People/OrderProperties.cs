using AccountNudge.Bot.Teams.People;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AccountNudge.Bot.Tests.Teams.People;

public sealed class OrderProperties
{
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 9, 0);

    /// <summary>Installs and uninstalls, each delivered twice and in no certain order.</summary>
    private static Gen<(int At, bool IsFarewell)[]> Deliveries =>
        from events in Gen.Choose(1, 6).Zip(Gen.Elements(true, false)).NonEmptyListOf()
        from delivered in Gen.Shuffle([.. events, .. events])
        select delivered;

    [Fact]
    public void Whatever_the_order_the_latest_word_counts_and_of_two_at_once_the_farewell() =>
        Prop.ForAll(Deliveries.ToArbitrary(), deliveries =>
        {
            var row = new ConversationRow { TenantId = "T", ConversationId = "C", Kind = ConversationRow.Channel };
            foreach (var (at, isFarewell) in deliveries)
            {
                if (isFarewell) row.Left(at, Now);
                else row.Came(at);
            }

            var latest = deliveries.Max(one => one.At);
            (row.EndedAt is not null).ShouldBe(deliveries.Any(one => one.At == latest && one.IsFarewell));
        }).QuickCheckThrowOnFailure();
}

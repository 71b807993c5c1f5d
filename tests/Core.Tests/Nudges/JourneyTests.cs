using AccountNudge.Testing;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>A journey through time can be watched and stopped; stopped or not, the same is said on the way.</summary>
public class JourneyTests
{
    private static readonly LocalDateTime Target = new(2026, 3, 16, 9, 0);

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_journey_stops_at_the_instant_it_has_reached_and_goes_on_from_there(DatabaseKind kind)
    {
        var whole = await Told(kind, stops: 0);
        whole.Reached.Count.ShouldBeGreaterThan(3);
        whole.Reached.ShouldBeInOrder();
        whole.Reached[^1].ShouldBe(Simulation.Berlin(2026, 3, 16, 9));

        var inParts = await Told(kind, stops: 3);
        inParts.Reached.ShouldBe(whole.Reached);
        inParts.Posted.ShouldBe(whole.Posted);
    }

    /// <summary>An unanswered complaint, told up to the target, with stops after the first instants.</summary>
    private static async Task<(List<Instant> Reached, List<string> Posted)> Told(DatabaseKind kind, int stops)
    {
        await using var simulation = await Simulation.Begin(kind);
        await simulation.Office.Hire("Max", isManager: true);
        await simulation.Office.Complain(await simulation.Office.Win("Acme", await simulation.Office.Hire("Anna"), await simulation.Office.Hire("Ben")));
        var reached = new List<Instant>();
        for (var stop = 0; stop < stops; stop++)
        {
            using var stopping = new CancellationTokenSource();
            var arrival = await simulation.To(Target, instant => { reached.Add(instant); stopping.Cancel(); }, stopping.Token);
            arrival.Now.ShouldBe(reached[^1]);
            arrival.Now.ShouldBeLessThan(Simulation.Berlin(2026, 3, 16, 9));
            arrival.Pending.ShouldBeEmpty();
        }

        (await simulation.To(Target, reached.Add, CancellationToken.None)).Now.ShouldBe(Simulation.Berlin(2026, 3, 16, 9));
        return (reached, [.. simulation.Messenger.Posted.Select(post => $"{post.IsDirect} {string.Join(',', post.Lines.Select(line => line.Nudge.Rung))}")]);
    }
}

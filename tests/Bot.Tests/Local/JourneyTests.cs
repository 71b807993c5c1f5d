using AccountNudge.Bot.Local;
using AccountNudge.Bot.Local.Page;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Local;

/// <summary>While the clock is moved far, the page shows how far it is, stays usable, and can stop it.</summary>
public sealed class JourneyTests
{
    private static readonly Instant HalfWay = LocalFixture.Start + Duration.FromDays(3) + Duration.FromHours(12);

    [Theory]
    [InlineData("anna", "Angehalten: Es ist Montag, 23. November 2026, 22:00.")]
    [InlineData("ben", "Stopped: it is Monday, 23 November 2026, 22:00.")]
    public async Task A_journey_is_shown_and_can_be_stopped(string person, string hint)
    {
        var started = new TaskCompletionSource();
        await using var local = await new LocalFixture(travel: async (target, reached, stop, _) =>
        {
            reached(HalfWay);
            started.SetResult();
            await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            return new Arrival(HalfWay, []);
        }).WithPeople();
        var travelling = Travel(local, person, "week");
        await started.Task;

        var page = await Page(local, "ben");
        page.ShouldContain("data-testid=\"journey-progress\"");
        page.ShouldContain("data-stop-travel");
        (await Travel(local, "ben", "hour")).Hint.ShouldBe("The clock is already being moved.");
        (await local.Get<LocalActs>().Say(new SayRequest("ben", "home", Guid.NewGuid(), "/nudge week"), default)).Errors.ShouldBeEmpty();

        local.Get<LocalClock>().Stop();
        (await travelling).Hint.ShouldBe(hint);
        (await Page(local, "ben")).ShouldNotContain("journey-progress");
    }

    [Theory]
    [InlineData("anna", "hour", "Angekommen.")]
    [InlineData("ben", "week", "Arrived.")]
    [InlineData("ben", "2026-12-24T10:00", "Arrived.")]
    public async Task Who_arrives_is_told_so(string person, string to, string hint)
    {
        await using var local = await Arriving().WithPeople();
        var answer = await Travel(local, person, to);
        (answer.Hint, answer.Errors.Count).ShouldBe((hint, 0));
        local.Get<LocalClock>().UnderWay.ShouldBeNull();
    }

    [Theory]
    [InlineData("anna", "2026-11-20T09:59", "Die Uhr geht nur vorwärts: wähle einen späteren Zeitpunkt.")]
    [InlineData("anna", "2026-11-20T10:00", "Die Uhr geht nur vorwärts: wähle einen späteren Zeitpunkt.")]
    [InlineData("ben", "1999-01-01T00:00", "The clock only moves forward: choose a later date and time.")]
    [InlineData("ben", "someday", "The clock only moves forward: choose a later date and time.")]
    public async Task An_instant_that_has_passed_is_refused_at_its_field(string person, string to, string error)
    {
        await using var local = await Arriving().WithPeople();
        (await Travel(local, person, to)).Errors.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create("to", error));
    }

    [Fact]
    public async Task A_journey_that_fails_leaves_the_clock_free()
    {
        await using var local = await new LocalFixture(travel: (_, _, _, _) => throw new InvalidOperationException()).WithPeople();
        await Should.ThrowAsync<InvalidOperationException>(() => Travel(local, "anna", "week"));
        local.Get<LocalClock>().UnderWay.ShouldBeNull();
        local.Get<LocalClock>().Stop();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 10)]
    [InlineData(5, 50)]
    [InlineData(10, 100)]
    public void How_much_is_done_is_counted_in_hundredths(int days, int percent) =>
        new Journey(LocalFixture.Start, LocalFixture.Start + Duration.FromDays(10)).Percent(LocalFixture.Start + Duration.FromDays(days)).ShouldBe(percent);

    private static LocalFixture Arriving() => new(travel: (target, reached, _, _) =>
    {
        reached(target);
        return Task.FromResult(new Arrival(target, []));
    });

    private static Task<ActAnswer> Travel(LocalFixture local, string person, string to) =>
        local.Get<LocalActs>().Travel(new TravelRequest(person, "home", Guid.NewGuid(), to), default);

    private static async Task<string> Page(LocalFixture local, string person) =>
        await local.Get<PageRenderer>().Draw<LocalPage>(new() { ["View"] = await local.Get<PageViews>().Gather(person, "home", null, Voice.English, default) });
}

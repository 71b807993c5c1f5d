using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Tests.Nudges;

public sealed class PracticeCatalogTests
{
    public static TheoryData<string> Kinds => [.. PracticeCatalog.All.Select(practice => practice.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whoever_knows_the_day_of_a_nudge_speaks_of_days(string kind)
    {
        var practice = PracticeCatalog.Find(kind)!;
        practice.SpeaksOfDays.ShouldBe(practice.GetType().GetMethod(nameof(IPractice.DayOf)) is not null);
    }

    [Fact]
    public void Every_practice_has_a_kind_of_its_own() => PracticeCatalog.All.Select(practice => practice.Kind).Distinct().Count().ShouldBe(PracticeCatalog.All.Count);
}

using AccountNudge.Core.Nudges;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

public class CycleTests
{
    private static readonly Instant At = Instant.FromUnixTimeSeconds(1_795_000_000);

    [Theory]
    [InlineData("ack@1795000000")]
    [InlineData("ack@1795000000~1795003600")]
    [InlineData("day@2027-03-18")]
    [InlineData("day@2027-03-18~1795003600")]
    [InlineData("quiet")]
    [InlineData("quiet~1795003600")]
    [InlineData("")]
    [InlineData("ack@")]
    [InlineData("ack@01795000000")]
    [InlineData("day@2027-02-30")]
    [InlineData("a@1@2")]
    [InlineData("a~1~2")]
    [InlineData("a~b")]
    [InlineData("@1")]
    [InlineData("ack@99999999999999999999")]
    public void What_was_stored_is_stored_again_as_it_was(string stored) => Cycle.Parse(stored).ToString().ShouldBe(stored);

    [Fact]
    public void What_was_stored_reads_as_what_was_made()
    {
        Cycle.Parse("ack@1795000000").ShouldBe(new Cycle("ack", At + Duration.FromMilliseconds(500)));
        Cycle.Parse("day@2027-03-18").ShouldBe(new Cycle("day", new LocalDate(2027, 3, 18)));
        Cycle.Parse("ack@1795000000~1795003600").ShouldBe(new Cycle("ack", At).AfterSnooze(At + Duration.FromHours(1)));
        Cycle.Parse("ack@1795000000~1795003600").Event.ShouldBe(new Cycle("ack", At));
        Cycle.Parse("").ShouldBe(default);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using AccountNudge.Bot.Hosting;
using AccountNudge.Core.Posting;
using AccountNudge.Testing;
using NodaTime;

namespace AccountNudge.Bot.Tests.Hosting;

public sealed class ClockEndpointTests
{
    [Theory]
    [InlineData("""{"advance":"PT5H"}""", "2027-03-01T14:00:00Z")]
    [InlineData("""{"advance":"PT0S"}""", "2027-03-01T09:00:00Z")]
    [InlineData("""{"advance":"P7D"}""", "2027-03-08T09:00:00Z")]
    [InlineData("""{"advance":"P1W"}""", "2027-03-08T09:00:00Z")]
    [InlineData("""{"advance":"P1M"}""", "2027-04-01T09:00:00Z")]
    [InlineData("""{"advance":"P1DT1H30M5S"}""", "2027-03-02T10:30:05Z")]
    [InlineData("""{"to":"2027-03-01T09:00:00Z"}""", "2027-03-01T09:00:00Z")]
    [InlineData("""{"to":"2027-03-01T12:00:00+02:00"}""", "2027-03-01T10:00:00Z")]
    [InlineData("""{"to":"2027-03-01T10:00:00.7Z"}""", "2027-03-01T10:00:00Z")]
    public async Task The_clock_moves_forward(string body, string now)
    {
        await using var host = await GuardedHost.Run(travel: (target, _) => Task.FromResult(new Arrival(target, ["one", "two"])));

        using var response = await host.Move(body);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe($$"""{"now":"{{now}}","pending":["one","two"]}""");
    }

    [Theory]
    [InlineData("""{"to":"2027-03-01T08:59:59Z"}""", "only moves forward")]
    [InlineData("""{"advance":"-PT1H"}""", "\"advance\" must be")]
    [InlineData("""{"advance":"PT-1H"}""", "only moves forward")]
    [InlineData("""{"advance":"P-1D"}""", "only moves forward")]
    [InlineData("""{"advance":"P99999Y"}""", "too far")]
    [InlineData("""{"advance":"P2147483647D"}""", "too far")]
    [InlineData("""{"advance":"PT99999999999999999999H"}""", "\"advance\" must be")]
    [InlineData("""{"advance":"five hours"}""", "\"advance\" must be")]
    [InlineData("""{"advance":""}""", "\"advance\" must be")]
    [InlineData("""{"to":"2027-03-01"}""", "\"to\" must be")]
    [InlineData("""{"to":"2027-03-01T09:00:00"}""", "\"to\" must be")]
    [InlineData("""{"to":"9999-12-31T23:59:59Z"}""", "\"to\" must be")]
    [InlineData("""{"advance":"PT5H","to":"2027-03-02T09:00:00Z"}""", "Say either")]
    [InlineData("""{"advance":"PT5H","advance":"PT6H"}""", "not valid JSON")]
    [InlineData("{}", "Say either")]
    [InlineData("""{"advance":5}""", "Say either")]
    [InlineData("""{"to":null}""", "Say either")]
    [InlineData("""{"tomorrow":"x"}""", "Say either")]
    [InlineData("[]", "Say either")]
    [InlineData("\"PT5H\"", "Say either")]
    [InlineData("{\"advance\":", "not valid JSON")]
    [InlineData("", "not valid JSON")]
    public async Task Nonsense_is_answered_in_one_sentence(string body, string sentence)
    {
        var travelled = false;
        await using var host = await GuardedHost.Run(travel: (target, _) =>
        {
            travelled = true;
            return Task.FromResult(new Arrival(target, []));
        });

        using var response = await host.Move(body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<ErrorBody>())!.Error.ShouldContain(sentence);
        travelled.ShouldBeFalse();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData(null)]
    public async Task A_body_a_foreign_form_could_send_is_refused(string? type)
    {
        await using var host = await GuardedHost.Run();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"advance":"PT5H"}"""));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        using var response = await host.Client.PostAsync("/clock", content);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task The_time_can_be_read()
    {
        await using var host = await GuardedHost.Run();

        (await host.Client.GetStringAsync("/clock")).ShouldBe("""{"now":"2027-03-01T09:00:00Z","mode":"Simulated"}""");
    }

    [Fact]
    public async Task Real_time_cannot_be_moved()
    {
        await using var host = await GuardedHost.Run(mode: ClockMode.System);

        using var response = await host.Move("""{"advance":"PT5H"}""");

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await host.Client.GetStringAsync("/clock")).ShouldContain("\"mode\":\"System\"");
    }

    [Fact]
    public async Task A_second_journey_waits_for_the_first()
    {
        var journeys = new List<(Instant Target, TaskCompletionSource<Arrival> End)>();
        await using var host = await GuardedHost.Run(travel: (target, _) =>
        {
            var end = new TaskCompletionSource<Arrival>();
            lock (journeys)
            {
                journeys.Add((target, end));
            }

            return end.Task;
        });

        var both = new[] { host.Move("""{"advance":"PT1H"}"""), host.Move("""{"advance":"PT1H"}""") };
        await Wait.Until(() => journeys.Count == 1);
        // The clock answers at once, while a second journey would have had every chance to begin.
        await host.Client.GetStringAsync("/clock");
        journeys.Count.ShouldBe(1);
        journeys[0].End.SetResult(new(journeys[0].Target, []));
        await Wait.Until(() => journeys.Count == 2);
        journeys[1].End.SetResult(new(journeys[1].Target, []));

        (await Task.WhenAll(both)).ShouldAllBe(response => response.IsSuccessStatusCode);
    }
}

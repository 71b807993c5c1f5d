using System.Text.Json;
using NodaTime.Text;

namespace AccountNudge.Bot.Hosting;

/// <summary>A body of <c>POST /clock</c>: how far, or where to.</summary>
internal abstract record ClockRequest
{
    private const string Usage = """Say either {"advance":"PT5H"} or {"to":"2027-03-01T09:00:00Z"}.""";

    private ClockRequest()
    {
    }

    /// <summary>Where this leads to from here; null when it leads out of any calendar.</summary>
    public abstract Instant? From(Instant now);

    /// <summary>Reads a body, or says in one sentence what is wrong with it.</summary>
    public static (ClockRequest? Request, string Problem) Parse(JsonElement body)
    {
        var properties = body.ValueKind == JsonValueKind.Object ? body.EnumerateObject().ToArray() : [];
        if (properties is not [{ Name: "advance" or "to", Value.ValueKind: JsonValueKind.String } only])
        {
            return (null, Usage);
        }

        var text = only.Value.GetString()!;
        return only.Name == "advance" ? ParseAdvance(text) : ParseTarget(text);
    }

    private static (ClockRequest?, string) ParseAdvance(string text)
    {
        var period = PeriodPattern.Roundtrip.Parse(text);
        return period.Success
            ? (new Advance(period.Value), "")
            : (null, "\"advance\" must be an ISO 8601 duration such as PT5H or P7D.");
    }

    private static (ClockRequest?, string) ParseTarget(string text) => IsoInstant.Parse(text) is { } instant
        ? (new Target(instant), "")
        : (null, "\"to\" must be an instant such as 2027-03-01T09:00:00Z.");

    /// <summary>Days and longer are calendar days in UTC, so that <c>P7D</c> is the same time a week later.</summary>
    private sealed record Advance(Period Period) : ClockRequest
    {
        public override Instant? From(Instant now)
        {
            try
            {
                return IsoInstant.Sensible((now.InUtc().LocalDateTime + Period).InUtc().ToInstant());
            }
            catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
            {
                return null;
            }
        }
    }

    private sealed record Target(Instant Instant) : ClockRequest
    {
        public override Instant? From(Instant now) => Instant;
    }
}

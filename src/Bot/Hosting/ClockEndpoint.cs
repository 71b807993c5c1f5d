using System.Text.Json;
using AccountNudge.Core.Posting;

namespace AccountNudge.Bot.Hosting;

/// <summary>Moves the clock and returns when everything due on the way has been decided and delivered.</summary>
public delegate Task<Arrival> Travel(Instant target, CancellationToken cancellation);

/// <summary><c>/clock</c>: reads the time, and moves it in Simulated mode.</summary>
internal sealed class ClockEndpoint(IClock clock, ClockMode mode, Travel travel, IHostApplicationLifetime lifetime) : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    private readonly SemaphoreSlim oneAtATime = new(1);

    public void Dispose() => oneAtATime.Dispose();

    public IResult Read() => Results.Json(new { now = IsoInstant.Write(clock.GetCurrentInstant()), mode = mode.ToString() });

    public async Task<IResult> Move(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return Say(StatusCodes.Status415UnsupportedMediaType, "The body must be JSON, with Content-Type: application/json.");
        }

        if (mode != ClockMode.Simulated)
        {
            return Say(StatusCodes.Status409Conflict, "The clock shows the real time; start with Clock:Mode=Simulated to move it.");
        }

        var (wanted, problem) = await ReadBody(request);
        return wanted is null ? Say(StatusCodes.Status400BadRequest, problem) : await Go(wanted, request.HttpContext.RequestAborted);
    }

    /// <summary>Whoever waits may give up, but a journey once begun is finished, or the caller would not know where the clock stands.</summary>
    private async Task<IResult> Go(ClockRequest wanted, CancellationToken aborted)
    {
        await oneAtATime.WaitAsync(aborted);
        try
        {
            var now = clock.GetCurrentInstant();
            if (wanted.From(now) is not { } target)
            {
                return Say(StatusCodes.Status400BadRequest, "That is too far away.");
            }

            if (target < now)
            {
                return Say(StatusCodes.Status400BadRequest, $"The clock only moves forward, and it is already {IsoInstant.Write(now)}.");
            }

            var arrival = await travel(target, lifetime.ApplicationStopping);
            return Results.Json(new { now = IsoInstant.Write(arrival.Now), pending = arrival.Pending });
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private static async Task<(ClockRequest?, string)> ReadBody(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, Strict, request.HttpContext.RequestAborted);
            return ClockRequest.Parse(body.RootElement);
        }
        catch (JsonException)
        {
            return (null, "The body is not valid JSON.");
        }
    }

    private static IResult Say(int status, string sentence) => Results.Json(new ErrorBody(sentence), statusCode: status);
}

/// <summary>Puts <c>/clock</c> into the host.</summary>
public static class ClockRegistration
{
    /// <summary>Registers the clock by the settings. <see cref="Travel"/> is registered by whoever can travel.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(provider => new ClockEndpoint(
            provider.GetRequiredService<IClock>(),
            settings.Clock,
            provider.GetRequiredService<Travel>(),
            provider.GetRequiredService<IHostApplicationLifetime>()));
        if (settings.Clock == ClockMode.System)
        {
            services.AddSingleton<Travel>((_, _) => throw new InvalidOperationException("Real time cannot be travelled."));
            return services.AddSingleton<IClock>(SystemClock.Instance);
        }

        var clock = new SimulatedClock(settings.ClockStart ?? SystemClock.Instance.GetCurrentInstant());
        return services.AddSingleton(clock).AddSingleton<IClock>(clock);
    }

    /// <summary>Maps <c>GET</c> and <c>POST /clock</c>, for this machine only.</summary>
    public static void MapClock(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/clock", (ClockEndpoint clock) => clock.Read());
        routes.MapPost("/clock", (ClockEndpoint clock, HttpRequest request) => clock.Move(request));
    }
}

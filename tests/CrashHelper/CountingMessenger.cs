using System.Collections.Concurrent;
using System.Globalization;

namespace AccountNudge.CrashHelper;

/// <summary>What the messenger has seen.</summary>
/// <param name="Posts">The key of every message that was posted, twice when it was posted twice.</param>
/// <param name="Subjects">The subject of every nudge in them.</param>
/// <param name="Finds">How often it was asked whether a message stands there.</param>
/// <param name="Found">How often it did.</param>
public sealed record Count(IReadOnlyList<string> Posts, IReadOnlyList<Guid> Subjects, int Finds, int Found);

/// <summary>A chat platform in small: takes messages, tells whether one stands there, and counts. It takes its time now and then.</summary>
internal static class CountingMessenger
{
    public static async Task Run(string port, string seed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var random = new Random(int.Parse(seed, CultureInfo.InvariantCulture));
        var posts = new ConcurrentQueue<string>();
        var subjects = new ConcurrentQueue<Guid>();
        var (finds, found) = (0, 0);

        app.MapPost("/post/{key}", async (string key, Guid[] about) =>
        {
            await Dawdle(random);
            posts.Enqueue(key);
            foreach (var subject in about) subjects.Enqueue(subject);
            await Dawdle(random);
            return key;
        });
        app.MapGet("/find/{key}", (string key) =>
        {
            Interlocked.Increment(ref finds);
            var stands = posts.Contains(key);
            if (stands) Interlocked.Increment(ref found);
            return stands;
        });
        app.MapGet("/reached/{posted:int}", async (int posted, CancellationToken ending) =>
        {
            while (posts.Count < posted) await Task.Delay(1, ending);
        });
        app.MapGet("/count", () => new Count([.. posts], [.. subjects], finds, found));
        await app.RunAsync();
    }

    private static Task Dawdle(Random random)
    {
        int milliseconds;
        lock (random) milliseconds = random.Next(25);
        return Task.Delay(milliseconds);
    }
}

using System.Globalization;
using AccountNudge.Core.Nudges;
using NodaTime;

namespace AccountNudge.CrashHelper;

/// <summary>A clock that stands at an instant, given in seconds since 1970.</summary>
internal sealed class StoppedClock(string seconds) : IClock
{
    private readonly Instant now = Instant.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));

    public Instant GetCurrentInstant() => now;
}

/// <summary>Posts to <see cref="CountingMessenger"/>.</summary>
internal sealed class HttpMessenger(HttpClient client) : IMessenger
{
    public async Task<Delivery> Post(Announcement announcement, CancellationToken cancellation)
    {
        using var answer = await client.PostAsJsonAsync($"/post/{announcement.Post.Key}", announcement.Lines.Select(line => line.Nudge.Subject), cancellation);
        answer.EnsureSuccessStatusCode();
        return new Delivered(announcement.Post.Key);
    }

    public async Task<Lookup> Find(Announcement announcement, CancellationToken cancellation) =>
        await client.GetFromJsonAsync<bool>($"/find/{announcement.Post.Key}", cancellation) ? new Found(announcement.Post.Key) : new Missing();

    public Task<Delivery> Update(Announcement announcement, CancellationToken cancellation) =>
        Task.FromResult<Delivery>(new Delivered(announcement.Post.Key));
}

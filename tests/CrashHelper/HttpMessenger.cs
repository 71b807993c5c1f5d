using AccountNudge.Core.Posting;

namespace AccountNudge.CrashHelper;

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

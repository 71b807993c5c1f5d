using AccountNudge.Core.Posting;

namespace AccountNudge.Bot.Conversation.Announcements;

/// <summary>Draws announcements as cards and hands them to the chat platform of their workspace.</summary>
public sealed class ChatMessenger(IEnumerable<IChatPlatform> platforms) : IMessenger
{
    private readonly Dictionary<string, IChatPlatform> platforms = platforms.ToDictionary(platform => platform.Name, StringComparer.Ordinal);

    public Task<Delivery> Post(Announcement announcement, CancellationToken cancellation) =>
        On(announcement) is { } platform
            ? platform.Post(Target(announcement), AnnouncementCards.Of(announcement), announcement.Post.Key, cancellation)
            : NobodyThere(announcement);

    public Task<Lookup> Find(Announcement announcement, CancellationToken cancellation) =>
        On(announcement) is { } platform
            ? platform.Find(Target(announcement), announcement.Post.Key, announcement.Post.FirstTriedAt ?? announcement.Post.DecidedAt, cancellation)
            : Task.FromResult<Lookup>(new Missing());

    public Task<Delivery> Update(Announcement announcement, CancellationToken cancellation)
    {
        if (On(announcement) is not { } platform) return NobodyThere(announcement);
        var messageId = announcement.Post.MessageId ?? "";
        return AnnouncementCards.Renewed(announcement) is { } card
            ? platform.Update(Target(announcement), messageId, card, cancellation)
            : Task.FromResult<Delivery>(new Delivered(messageId));
    }

    private IChatPlatform? On(Announcement announcement) => platforms.GetValueOrDefault(announcement.Workspace.Platform);

    private static ChatTarget Target(Announcement announcement) =>
        new(announcement.Workspace.ExternalId, announcement.Address, announcement.IsDirect) { FollowsMessageId = announcement.EarlierMessageId };

    private static Task<Delivery> NobodyThere(Announcement announcement) => Task.FromResult<Delivery>(new Refused($"{announcement.Workspace.Platform} is not connected"));
}

namespace AccountNudge.Bot.Platforms.Inbox;

/// <summary>Something a person did on a platform, as it arrived.</summary>
/// <param name="Key">The same for a redelivery; unique on the platform.</param>
/// <param name="WorkspaceId">The platform's id of the workspace.</param>
/// <param name="PersonId">Whose it is: what one person does is worked in its order.</param>
/// <param name="Kind">How it came, as the platform counts it.</param>
/// <param name="Payload">What came, JSON.</param>
internal sealed record InboxItem(string Key, string WorkspaceId, string PersonId, int Kind, string Payload);

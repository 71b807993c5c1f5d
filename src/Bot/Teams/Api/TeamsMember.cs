namespace AccountNudge.Bot.Teams.Api;

/// <summary>
/// Someone in a roster (<c>TeamsChannelAccount</c>: microsoft/botbuilder-dotnet, libraries/Microsoft.Bot.Schema/Teams/TeamsChannelAccount.cs).
/// What is not told is empty.
/// </summary>
internal sealed record TeamsMember(string Id, string Name, string Role, string TenantId, string PrincipalName);

/// <summary>A channel as its team's list or an event tells of it. What is not told is null.</summary>
/// <param name="Id">Empty when not told.</param>
/// <param name="Name">A team's first channel has none.</param>
/// <param name="Type"><c>standard</c>, <c>private</c> or <c>shared</c>.</param>
internal sealed record ListedChannel(string Id, string? Name, string? Type);

using AccountNudge.Core.Access;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Api;

/// <summary>Who calls: a token of one team.</summary>
/// <param name="Token">The token.</param>
/// <param name="Team">Its team.</param>
/// <param name="Workspace">The team's workspace.</param>
/// <param name="Language">In which it is answered: as asked for, else the team's.</param>
internal sealed record ApiCaller(ApiToken Token, AccountTeam Team, Workspace Workspace, Language Language)
{
    /// <summary>What it may see and write.</summary>
    public Scope Scope => new(Workspace.Id, Team.Id);

    /// <summary>The voice of what it is answered.</summary>
    public Voice Voice => Workspace.Voice(Language);
}

/// <summary>Lets calls in that have a good token for what they ask.</summary>
internal sealed class ApiAccess(Stores stores, IClock clock)
{
    private const string Scheme = "Bearer ";

    /// <summary>The token that a request sends; null where there is none.</summary>
    public static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;

    /// <summary>Who calls, or why they are not let in.</summary>
    public async Task<(ApiCaller? Caller, ApiProblem? Problem)> Enter(HttpContext http, ApiScopes needed, CancellationToken cancellation)
    {
        if (TokenOf(http.Request) is not { } text) return (null, Refused(http, ApiTexts.NoToken));
        if (Secret.Read(ApiToken.Prefix, text) is not { } hash) return (null, Refused(http, ApiTexts.WrongToken));
        await using var store = stores.Open(Scope.Nothing);
        if (await store.TokenOf(hash, cancellation) is not ({ } token, { } team, { } workspace)) return (null, Refused(http, ApiTexts.WrongToken));
        if (!token.Scopes.HasFlag(needed)) return (null, new ApiProblem(StatusCodes.Status403Forbidden, "not-allowed", ApiTexts.MayNot(token)));
        var caller = new ApiCaller(token, team, workspace, ApiLanguage.Of(http.Request) ?? team.Settings.Language);
        var now = clock.GetCurrentInstant();
        if (token.IsUseNew(now)) await store.Within(caller.Scope).ApiTokens.Where(used => used.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(used => used.UsedAt, now), cancellation);
        return (caller, null);
    }

    private static ApiProblem Refused(HttpContext http, Text why)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return new ApiProblem(StatusCodes.Status401Unauthorized, "no-access", why);
    }
}

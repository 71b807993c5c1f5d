using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Slack;

public sealed partial class FakeSlack
{
    private readonly Dictionary<string, Grant> tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grant> refreshTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Code> codes = new(StringComparer.Ordinal);

    /// <summary>With token rotation: how long a new token lives; null gives tokens that live for ever.</summary>
    public TimeSpan? TokenLife { get; set; }

    /// <summary>What somebody agreed to on Slack's page: the code that comes back with the redirect.</summary>
    public string Agree(string team, string? redirectUri = null, bool orgWide = false, string installer = "U0INSTALLER")
    {
        lock (gate)
        {
            var code = Guid.NewGuid().ToString("N");
            codes[code] = new Code(new Grant(team, workspaces[team].EnterpriseId, orgWide) { Installer = installer }, redirectUri);
            return code;
        }
    }

    /// <summary>Whether Slack still takes a token.</summary>
    public bool Takes(string token)
    {
        lock (gate) return tokens.TryGetValue(token, out var grant) && !grant.IsRevoked && grant.Expires > DateTimeOffset.UtcNow;
    }

    /// <summary>Ends every token of a workspace, without any event.</summary>
    public void Revoke(string team)
    {
        lock (gate)
        {
            foreach (var grant in tokens.Values.Concat(refreshTokens.Values).Where(grant => Covers(grant, team))) grant.IsRevoked = true;
        }
    }

    private Grant Caller(string? token)
    {
        if (string.IsNullOrEmpty(token)) throw new SlackErrorException("not_authed");
        if (!tokens.TryGetValue(token, out var grant)) throw new SlackErrorException("invalid_auth");
        if (grant.IsRevoked) throw new SlackErrorException("token_revoked");
        return grant.Expires > DateTimeOffset.UtcNow ? grant : throw new SlackErrorException("token_expired");
    }

    private JsonObject Test(Grant caller)
    {
        var workspace = workspaces[caller.Team];
        return new JsonObject
        {
            ["url"] = ApiUrl.GetLeftPart(UriPartial.Authority) + "/", ["team"] = workspace.Name, ["user"] = "accountnudge",
            ["team_id"] = caller.OrgWide ? caller.EnterpriseId : caller.Team, ["user_id"] = workspace.BotUserId, ["bot_id"] = workspace.BotId,
            ["enterprise_id"] = caller.EnterpriseId, ["is_enterprise_install"] = caller.OrgWide,
        };
    }

    private static JsonObject Revoke(Grant caller)
    {
        caller.IsRevoked = true;
        return new JsonObject { ["revoked"] = true };
    }

    /// <summary>docs.slack.dev/reference/methods/oauth.v2.access: codes and refresh tokens are good for one use.</summary>
    private JsonObject Access(JsonObject arguments, (string Id, string Secret)? client)
    {
        var (id, secret) = client ?? (Text(arguments, "client_id") ?? "", Text(arguments, "client_secret") ?? "");
        if (id != ClientId) throw new SlackErrorException("invalid_client_id");
        if (secret != ClientSecret) throw new SlackErrorException("bad_client_secret");
        return (Text(arguments, "grant_type") ?? "authorization_code") switch
        {
            "authorization_code" => Issue(Redeem(Need(arguments, "code"), Text(arguments, "redirect_uri"))),
            "refresh_token" => Issue(refreshTokens.Remove(Need(arguments, "refresh_token"), out var grant) && !grant.IsRevoked ? grant : throw new SlackErrorException("invalid_refresh_token")),
            _ => throw new SlackErrorException("invalid_grant_type"),
        };
    }

    private Grant Redeem(string given, string? redirectUri)
    {
        if (!codes.TryGetValue(given, out var code)) throw new SlackErrorException("invalid_code");
        if (code.IsUsed) throw new SlackErrorException("code_already_used");
        if (code.RedirectUri is { } agreed && agreed != redirectUri) throw new SlackErrorException("bad_redirect_uri");
        code.IsUsed = true;
        return code.Grant;
    }

    private JsonObject Issue(Grant grant)
    {
        var workspace = workspaces[grant.Team];
        var token = $"xoxb-{Guid.NewGuid():N}";
        tokens[token] = grant with { Expires = TokenLife is { } life ? DateTimeOffset.UtcNow + life : DateTimeOffset.MaxValue };
        var answer = new JsonObject
        {
            ["access_token"] = token, ["token_type"] = "bot", ["scope"] = "chat:write,commands", ["bot_user_id"] = workspace.BotUserId, ["app_id"] = AppId,
            ["team"] = grant.OrgWide ? null : new JsonObject { ["id"] = workspace.Id, ["name"] = workspace.Name },
            ["enterprise"] = grant.EnterpriseId is { } enterprise ? new JsonObject { ["id"] = enterprise, ["name"] = enterprise } : null,
            ["is_enterprise_install"] = grant.OrgWide, ["authed_user"] = new JsonObject { ["id"] = grant.Installer },
        };
        if (TokenLife is not { } lasts) return answer;
        var refresh = $"xoxe-1-{Guid.NewGuid():N}";
        refreshTokens[refresh] = grant with { IsRevoked = false };
        answer["refresh_token"] = refresh;
        answer["expires_in"] = (int)lasts.TotalSeconds;
        return answer;
    }

    private bool Covers(Grant grant, string team) => grant.Team == team || (grant.OrgWide && workspaces[team].EnterpriseId == grant.EnterpriseId);

    private string BotOf(Grant caller, string team) => workspaces[caller.OrgWide ? team : caller.Team].BotUserId;

    private string BotIdOf(Grant caller, string team) => workspaces[caller.OrgWide ? team : caller.Team].BotId;

    /// <summary>What a token allows: one workspace, or all of an organisation's.</summary>
    private sealed record Grant(string Team, string? EnterpriseId, bool OrgWide)
    {
        public string Installer { get; init; } = "U0INSTALLER";

        public DateTimeOffset Expires { get; init; } = DateTimeOffset.MaxValue;

        public bool IsRevoked { get; set; }
    }

    private sealed record Code(Grant Grant, string? RedirectUri)
    {
        public bool IsUsed { get; set; }
    }
}

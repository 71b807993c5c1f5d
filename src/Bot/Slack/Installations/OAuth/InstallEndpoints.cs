namespace AccountNudge.Bot.Slack.Installations.OAuth;

/// <summary>
/// <c>/slack/install</c> sends a browser to Slack, <c>/slack/oauth/callback</c> takes it back with a code
/// (docs.slack.dev/authentication/installing-with-oauth).
/// </summary>
internal sealed class InstallEndpoints(SlackSettings settings, InstallState state, Installer installer)
{
    private Uri StartAddress => new(settings.PublicUrl!, "slack/install");

    /// <summary>To Slack's page where people agree, which lies on the same host as the Web API.</summary>
    public IResult Start(HttpContext http)
    {
        var query = QueryString.Create("client_id", settings.ClientId!).Add("scope", string.Join(',', SlackScopes.Bot))
            .Add("redirect_uri", installer.RedirectUri).Add("state", state.Begin(http));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(new Uri(settings.ApiUrl, "/oauth/v2/authorize").AbsoluteUri + query.Value);
    }

    /// <summary>Takes the browser back from Slack: installs, or shows why not.</summary>
    public async Task Return(HttpContext http)
    {
        var query = http.Request.Query;
        var isOurs = state.Complete(http, query["state"]);
        if (query["error"].ToString() is { Length: > 0 } error)
        {
            var page = error == "access_denied" ? Page(InstallTexts.Declined, InstallTexts.DeclinedLead) : Failure("authorize");
            await page.Write(http, StatusCodes.Status200OK);
            return;
        }

        if (!isOurs || query["code"].ToString() is not { Length: > 0 } code)
        {
            await Page(InstallTexts.Expired, InstallTexts.ExpiredLead).Write(http, StatusCodes.Status400BadRequest);
            return;
        }

        // Whoever closes the window has agreed nevertheless: what was begun is finished.
        var (next, status) = await installer.Install(code, CancellationToken.None) switch
        {
            InstallOutcome.Installed done => (Success(done), StatusCodes.Status200OK),
            InstallOutcome.Stale => (Page(InstallTexts.Expired, InstallTexts.ExpiredLead), StatusCodes.Status400BadRequest),
            InstallOutcome.Refused refused => (Failure(refused.Error), StatusCodes.Status502BadGateway),
            _ => (Page(InstallTexts.NoAnswer, InstallTexts.NoAnswerLead), StatusCodes.Status503ServiceUnavailable),
        };
        await next.Write(http, status);
    }

    /// <summary>Slack's own way to open an app (docs.slack.dev/interactivity/deep-linking).</summary>
    private InstallPage Success(InstallOutcome.Installed done)
    {
        var app = QueryString.Create("app", done.AppId);
        return new InstallPage(
            InstallTexts.Installed(done.Place),
            [done.WorkspaceId is null ? InstallTexts.InstalledEverywhereLead : InstallTexts.InstalledLead, InstallTexts.Help],
            InstallTexts.OpenSlack,
            new Uri(settings.ApiUrl, "/app_redirect" + (done.WorkspaceId is { } workspace ? app.Add("team", workspace) : app).Value));
    }

    private InstallPage Failure(string error) => Page(InstallTexts.Failed, InstallTexts.FailedLead(error));

    private InstallPage Page(Text heading, Text lead) => new(heading, [lead], InstallTexts.TryAgain, StartAddress);
}

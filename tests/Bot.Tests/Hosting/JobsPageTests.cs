using System.Net;
using AccountNudge.Bot.Hosting;
using AccountNudge.Core.Posting;
using AccountNudge.Scheduler;
using AccountNudge.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AccountNudge.Bot.Tests.Hosting;

/// <summary>The jobs' dashboard in a real Kestrel: it shows, and changes nothing.</summary>
public sealed class JobsPageTests
{
    private static readonly string[] Pages =
    [
        "/jobs", "/jobs/recurring", "/jobs/servers", "/jobs/retries", "/jobs/jobs/enqueued", "/jobs/jobs/processing", "/jobs/jobs/scheduled", "/jobs/jobs/succeeded",
        "/jobs/jobs/failed", "/jobs/jobs/deleted", "/jobs/jobs/awaiting",
    ];

    private static readonly string[] Commands =
    [
        "/jobs/recurring/remove", "/jobs/recurring/trigger", "/jobs/jobs/enqueued/delete", "/jobs/jobs/enqueued/requeue", "/jobs/jobs/processing/delete",
        "/jobs/jobs/processing/requeue", "/jobs/jobs/scheduled/enqueue", "/jobs/jobs/scheduled/delete", "/jobs/jobs/succeeded/requeue", "/jobs/jobs/failed/requeue",
        "/jobs/jobs/failed/delete", "/jobs/jobs/deleted/requeue", "/jobs/jobs/awaiting/enqueue", "/jobs/jobs/awaiting/delete", "/jobs/jobs/actions/requeue/1", "/jobs/jobs/actions/delete/1",
    ];

    [Fact]
    public async Task It_names_the_jobs_in_words_and_changes_nothing()
    {
        await using var database = await Database.Create(DatabaseKind.Postgres);
        await using var app = await Run(database, isLocal: true);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        foreach (var page in Pages)
        {
            var html = await client.GetStringAsync(page);
            html.ShouldNotContain("js-jobs-list-command", customMessage: page);
            html.ShouldNotContain(database.ConnectionString.Split(';')[0], customMessage: page);
        }

        var before = await client.GetStringAsync("/jobs/recurring");
        string[] titles = ["Review the accounts whose next review has come", "Post the nudges that are due", "Tidy up: old receipts, drafts and ended workspaces"];
        foreach (var title in titles) before.ShouldContain(title);
        foreach (var command in Commands)
        {
            using var form = new FormUrlEncodedContent([new("jobs[]", "post-nudges"), new("jobs[]", "1")]);
            using var answer = await client.PostAsync(command, form);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, command);
        }

        var after = await client.GetStringAsync("/jobs/recurring");
        foreach (var title in titles) after.ShouldContain(title);
    }

    [Fact]
    public async Task It_is_for_this_machine_only()
    {
        await using var database = await Database.Create(DatabaseKind.Sqlite);
        await using var outside = await Run(database, isLocal: false);
        using var client = new HttpClient { BaseAddress = new Uri(outside.Urls.Single()) };
        foreach (var page in (string[])[.. Pages, "/jobs/stats", "/jobs/anything"]) (await client.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);

        await using var inside = await Run(database, isLocal: true);
        using var proxied = new HttpClient { BaseAddress = new Uri(inside.Urls.Single()), DefaultRequestHeaders = { { "X-Forwarded-For", "192.0.2.1" } } };
        foreach (var page in Pages) (await proxied.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, page);
    }

    private static async Task<WebApplication> Run(Database database, bool isLocal)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var settings = new BotSettings { Listeners = [], IsLocal = isLocal, StoragePath = "", Clock = ClockMode.System };
        builder.Services.AddSingleton(database.Stores).AddSingleton<IClock>(database.Clock).AddDomain(settings).AddSingleton<IMessenger>(new FakeMessenger());
        builder.Services.AddScheduler(database.Kind == DatabaseKind.Postgres ? database.ConnectionString : null);
        var app = builder.Build();
        app.UseLocalGuard(settings);
        app.MapJobs();
        await app.StartAsync();
        return app;
    }
}

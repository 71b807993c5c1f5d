using AccountNudge.Bot.Api;
using AccountNudge.Bot.Files;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Local;
using AccountNudge.Bot.Slack;
using AccountNudge.Bot.Storage;
using AccountNudge.Bot.Teams;
using AccountNudge.Core.Storage;
using AccountNudge.Scheduler;

var import = ServerImport.Asked(args);
if (import is { Problem: { } wrong })
{
    return Startup.Refuse([wrong]);
}

var builder = WebApplication.CreateBuilder(import?.Rest ?? args);
var reader = new SettingsReader(builder.Configuration);
var slack = SlackSettings.Read(reader);
var teams = TeamsSettings.Read(reader);
var settings = BotSettings.Read(reader);
if (reader.Problems.Count > 0)
{
    return Startup.Refuse(reader.Problems);
}

if (settings.Postgres is null && SqliteFile.Prepare(settings.StoragePath) is { } unusable)
{
    return Startup.Refuse([unusable]);
}

builder.Configuration.QuietLibraries();
builder.WebHost.UseListeners(builder.Configuration, settings);

// What it stands on.
builder.Services.AddStorage(settings.Postgres, settings.StoragePath);
builder.Services.AddKeyRing(settings);
builder.Services.AddClock(settings);
builder.Services.AddHealth(settings);

// What it decides and when.
builder.Services.AddDomain(settings);
if (settings.Clock == ClockMode.System)
{
    builder.Services.AddScheduler(settings.Postgres);
}

// Whom it talks to.
builder.Services.AddConversation();
builder.Services.AddApi(settings);
builder.Services.AddLocalPage();
builder.Services.AddSlack(slack);
builder.Services.AddTeams(teams);

var app = builder.Build();

if (await app.Services.MigrateStorage(settings.Postgres) is { } unreachable)
{
    return Startup.Refuse([unreachable]);
}

if (app.Services.CheckKeyRing() is { } locked)
{
    return Startup.Refuse([locked]);
}

await app.Services.ResumeClock();
if (import is not null)
{
    return await import.Run(app.Services);
}

await app.Services.WarmUp();

app.UseLocalGuard(settings);
app.UseRateLimiter();
app.MapHealth();
app.MapApi();
app.MapClock();
app.MapLocalPage();
app.MapFiles();
if (settings.Clock == ClockMode.System)
{
    app.MapJobs();
}

app.MapSlack(slack);
app.MapTeams(teams);

app.Lifetime.ApplicationStarted.Register(() => Startup.Announce(settings, app.Urls));
await app.RunAsync();
return 0;

using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Local;
using AccountNudge.Bot.Slack;
using AccountNudge.Bot.Storage;
using AccountNudge.Bot.Teams;
using AccountNudge.Core.Storage;
using AccountNudge.Scheduler;

var builder = WebApplication.CreateBuilder(args);
var (settings, problems) = BotSettings.Read(builder.Configuration);
if (settings is null)
{
    return Startup.Refuse(problems);
}

if (settings.Postgres is null && SqliteFile.Prepare(settings.StoragePath) is { } unusable)
{
    return Startup.Refuse([unusable]);
}

builder.Configuration.SpeakLittle();
builder.WebHost.UseListeners(builder.Configuration, settings);

// What it stands on.
builder.Services.AddStorage(settings);
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
builder.Services.AddLocalPage();
builder.Services.AddSlack(settings);
builder.Services.AddTeams(settings);

var app = builder.Build();

if (await app.Services.MigrateStorage(settings) is { } unreachable)
{
    return Startup.Refuse([unreachable]);
}

if (app.Services.CheckKeyRing() is { } locked)
{
    return Startup.Refuse([locked]);
}

await app.Services.ResumeClock();
await app.Services.Rehearse();

app.UseLocalGuard(settings);
app.MapHealth();
app.MapClock();
app.MapLocalPage();
if (settings.Clock == ClockMode.System)
{
    app.MapJobs();
}

app.MapSlack(settings);
app.MapTeams(settings);

app.Lifetime.ApplicationStarted.Register(() => Startup.Announce(settings, app.Urls));
await app.RunAsync();
return 0;

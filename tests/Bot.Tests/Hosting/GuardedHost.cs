using System.Net.Sockets;
using System.Text;
using AccountNudge.Bot.Hosting;
using AccountNudge.Core.Posting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AccountNudge.Bot.Tests.Hosting;

/// <summary>A real Kestrel on a free loopback port with a page, its socket, <c>/clock</c> and one endpoint for the world.</summary>
internal sealed class GuardedHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private GuardedHost(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public static Instant Start { get; } = Instant.FromUtc(2027, 3, 1, 9, 0);

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static async Task<GuardedHost> Run(bool local = true, ClockMode mode = ClockMode.Simulated, Travel? travel = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var settings = new BotSettings
        {
            Listeners = [], IsLocal = local, StoragePath = "", Clock = mode, ClockStart = Start,
        };
        builder.Services.AddClock(settings);
        builder.Services.AddSingleton(travel ?? ((target, _) => Task.FromResult(new Arrival(target, []))));
        var bot = builder.Build();
        bot.UseLocalGuard(settings);
        bot.UseWebSockets();
        bot.MapGet("/", () => "the page");
        bot.MapGet("/_framework/blazor.web.js", () => "a script");
        bot.Map("/_blazor", Upgrade);
        bot.MapGet("/slack/events", () => "the world").AllowPublicAccess();
        bot.MapClock();
        await bot.StartAsync();
        return new GuardedHost(bot);
    }

    public Task<HttpResponseMessage> Move(string json) => Client.PostAsync("/clock", new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>The status of a request written line by line, where a client would correct it.</summary>
    public async Task<int> Raw(string requestLine, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", [$"{requestLine} HTTP/1.1", .. headers, "", ""])));
        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync();
        return int.Parse(status!.Split(' ')[1]);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static async Task Upgrade(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
        }
        else
        {
            await context.Response.WriteAsync("no socket");
        }
    }
}

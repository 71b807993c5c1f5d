using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Scheduler;
using NodaTime;

namespace AccountNudge.CrashHelper;

/// <summary>A node with the real jobs on PostgreSQL, at one instant, until it is killed. Begins when it reads a line.</summary>
internal static class SchedulerNode
{
    public static async Task Run(string connection, string port, string now)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        builder.Services.AddSingleton<IClock>(Worker.ClockAt(now)).AddSingleton(provider => Stores.OnPostgres(connection, provider.GetRequiredService<IClock>()));
        builder.Services.AddSingleton<IMessenger>(new HttpMessenger(client)).AddSingleton<Sweep>();
        builder.Services.AddSingleton(provider => new Dispatcher(
            provider.GetRequiredService<Stores>(), provider.GetRequiredService<IMessenger>(), provider.GetRequiredService<IClock>(), provider.GetRequiredService<ILogger<Dispatcher>>())
        { Lease = Worker.Lease });
        builder.Services.AddScheduler(connection);
        using var host = builder.Build();
        await using (var store = host.Services.GetRequiredService<Stores>().Open(Scope.Nothing)) _ = store.Model;

        await Console.Out.WriteLineAsync("ready");
        if (await Console.In.ReadLineAsync() is not null) await host.RunAsync();
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using AccountNudge.Testing;

namespace AccountNudge.Acceptance.Tests;

/// <summary>
/// The bot itself, running as a process of its own with its own working directory, on a free loopback port. It
/// ends when disposed, and also if the test process is killed.
/// </summary>
public sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly ProcessGuard guard;
    private readonly TempFolder folder = new();
    private readonly StringBuilder output = new();

    private BotProcess(int port, IEnumerable<KeyValuePair<string, string>> configuration)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        Client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(10) };

        var project = Metadata("BotProject");
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [
                Path.Combine(project, Metadata("BotOutput")),
                $"--contentRoot={project}",
                $"--Urls={Address.GetLeftPart(UriPartial.Authority)}",
                .. configuration.Select(pair => $"--{pair.Key}={pair.Value}")])
            {
                UseShellExecute = false,
                WorkingDirectory = folder.Path,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // As in the test runs themselves: it is over before profiling pays off.
                Environment = { ["DOTNET_TieredPGO"] = "0" },
            },
        };
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        guard = new ProcessGuard(
            "kill -KILL \"$1\"; rm -rf \"$2\"",
            process.Id.ToString(CultureInfo.InvariantCulture), folder.Path);
    }

    public Uri Address { get; }

    /// <summary>Speaks to this bot; its base address is set.</summary>
    public HttpClient Client { get; }

    public int ProcessId => process.Id;

    /// <summary>Everything the bot has written to its console so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Starts a bot and returns when it answers GET /health/live.</summary>
    /// <example><code>await BotProcess.Start(("Clock:Mode", "Simulated"), ("ConnectionStrings:Postgres", database))</code></example>
    public static Task<BotProcess> Start(params (string Key, string Value)[] configuration) =>
        Start(FreePort.Next(), configuration);

    /// <summary>Starts a bot on a given port, for one that takes another's place.</summary>
    public static async Task<BotProcess> Start(int port, params (string Key, string Value)[] configuration)
    {
        var bot = new BotProcess(
            port, configuration.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        try
        {
            await bot.UntilLive();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the bot at once (SIGKILL), as a crash or a power cut would.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks the bot to stop (SIGTERM), as a service manager would, and returns its exit code.</summary>
    public async Task<int> Stop()
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"The bot did not stop within {StopLimit.TotalSeconds} s.\n{Output}", e);
        }

        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Kill();
        }

        guard.LetGo();
        process.Dispose();
        Client.Dispose();
        folder.Dispose();
    }

    private static string Metadata(string key) => typeof(BotProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!;

    private async Task UntilLive()
    {
        var waiting = Stopwatch.StartNew();
        var answer = "nothing";
        while (waiting.Elapsed < StartLimit)
        {
            if (process.HasExited)
            {
                await process.WaitForExitAsync();
                throw new InvalidOperationException(
                    $"The bot ended while starting, with exit code {process.ExitCode}.\n{Output}");
            }

            try
            {
                using var response = await Client.GetAsync("/health/live");
                if (response.IsSuccessStatusCode)
                {
                    return;
                }

                answer = response.StatusCode.ToString();
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException(
            $"The bot did not come alive within {StartLimit.TotalSeconds} s; /health/live last answered {answer}.\n{Output}");
    }

    private void Write(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }
    }
}

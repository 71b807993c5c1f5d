using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using AccountNudge.Testing;

namespace AccountNudge.Crash.Tests;

/// <summary>A process of tests/CrashHelper. It ends when disposed, and also if the test process is killed.</summary>
internal sealed class HelperProcess : IDisposable
{
    private static readonly string Program = typeof(HelperProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "CrashHelper").Value!;

    private readonly Process process;
    private readonly ProcessGuard guard;
    private readonly ConcurrentQueue<string> errors = new();

    public HelperProcess(params string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // It lives for moments only: optimising its code is not worth the while.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_TC_CallCounting"] = "0", ["DOTNET_gcConcurrent"] = "0" },
        })!;
        process.ErrorDataReceived += (_, line) => { if (line.Data is { Length: > 0 } data) errors.Enqueue(data); };
        process.BeginErrorReadLine();
        guard = new ProcessGuard("kill -KILL \"$1\"", process.Id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What it wrote to its error stream, where its log goes.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    public bool HasEnded => process.HasExited;

    /// <summary>Waits until it is ready, then lets it begin.</summary>
    public async Task Begin()
    {
        if (await process.StandardOutput.ReadLineAsync() != "ready") throw new InvalidOperationException("The helper did not become ready.");
        await process.StandardInput.WriteLineAsync("go");
        await process.StandardInput.FlushAsync();
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        guard.LetGo();
        process.Dispose();
    }
}

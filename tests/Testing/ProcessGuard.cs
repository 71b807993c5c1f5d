using System.Diagnostics;

namespace AccountNudge.Testing;

/// <summary>
/// Makes sure that what a test started also ends with it, even if the test process is killed: a small shell
/// waits on a pipe from this process, and when the pipe closes, for whatever reason, it runs its clean-up.
/// </summary>
public sealed class ProcessGuard : IDisposable
{
    private readonly Process shell;
    private int gone;

    /// <param name="cleanUp">Shell commands to run; the arguments are "$1", "$2" and so on.</param>
    public ProcessGuard(string cleanUp, params string[] arguments)
    {
        // In its own session, and deaf to signals, so that Ctrl-C in the terminal does not end it too early.
        shell = Process.Start(new ProcessStartInfo("setsid",
            ["sh", "-c", $"trap '' INT TERM HUP; if read -r _; then exit 0; fi; exec 2>/dev/null; {cleanUp}", "leash", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        })!;
    }

    /// <summary>Ends the watch without cleaning up: what was watched is already gone.</summary>
    public void LetGo() => End(static pipe => pipe.WriteLine());

    /// <summary>Cleans up now and returns when that is done.</summary>
    public void Dispose() => End(static _ => { });

    private void End(Action<StreamWriter> farewell)
    {
        if (Interlocked.Exchange(ref gone, 1) == 1)
        {
            return;
        }

        farewell(shell.StandardInput);
        shell.StandardInput.Close();
        shell.WaitForExit();
        shell.Dispose();
    }
}

using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace AccountNudge.Testing;

/// <summary>
/// A private PostgreSQL server for tests, in a temporary folder and on a loopback port of its own. It knows
/// nothing of any other server on the machine, and it ends with the test process, however that ends.
/// </summary>
/// <remarks>
/// Most tests want <see cref="Shared"/> and a database of their own from <see cref="CreateDatabase"/>. A test
/// that stops the server starts its own with <see cref="StartNew"/>.
/// </remarks>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string FolderPrefix = "accountnudge-pg-";

    private static readonly Lazy<Task<PostgresCluster>> SharedCluster = new(StartNew);

    private readonly string binaries;
    private readonly string folder;
    private readonly ProcessGuard guard;
    private int databases;

    private PostgresCluster(string binaries, string folder, int port)
    {
        this.binaries = binaries;
        this.folder = folder;
        Port = port;
        guard = new ProcessGuard(
            """
            pid=$(head -n 1 "$1/data/postmaster.pid") && kill -QUIT "$pid"
            while [ -e "/proc/$pid/exe" ]; do sleep 0.02; done
            rm -rf "$1"
            """,
            folder);
    }

    public int Port { get; }

    /// <summary>The folder of PostgreSQL's programs.</summary>
    internal static string Binaries => FindBinaries();

    private string Data => Path.Combine(folder, "data");

    private string Log => Path.Combine(folder, "log");

    /// <summary>The one server that all tests of this process share; started when first asked for.</summary>
    public static Task<PostgresCluster> Shared() => SharedCluster.Value;

    /// <summary>A server for one test alone, which may stop it; dispose it afterwards.</summary>
    public static async Task<PostgresCluster> StartNew()
    {
        SweepUp();
        var cluster = new PostgresCluster(FindBinaries(), NewFolder(), FreePort.Next());
        try
        {
            await cluster.Initialise();
            await cluster.Start();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates a new database and returns the connection string to it.</summary>
    /// <param name="template">
    /// A connection string from an earlier call, to start from a copy of that database instead of an empty one;
    /// nobody may be connected to it.
    /// </param>
    public async Task<string> CreateDatabase(string? template = null)
    {
        var source = "template0";
        if (template is not null)
        {
            using var connection = new NpgsqlConnection(template);
            NpgsqlConnection.ClearPool(connection);
            source = connection.Database;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        await using var admin = NpgsqlDataSource.Create(ConnectionTo("postgres") + ";Pooling=false");
        await using var create = admin.CreateCommand($"CREATE DATABASE \"{name}\" TEMPLATE \"{source}\"");
        await create.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    /// <summary>Starts the server again after <see cref="StopHard"/>, on the same port.</summary>
    public Task Start() => PgCtl("start", "-l", Log);

    /// <summary>Ends the server in the midst of whatever it does: connections break, nothing is flushed.</summary>
    public Task StopHard() => PgCtl("stop", "-m", "immediate");

    /// <summary>Stops the server in order, breaking open connections, and starts it again.</summary>
    public Task Restart() => PgCtl("restart", "-m", "fast", "-l", Log);

    public ValueTask DisposeAsync()
    {
        guard.Dispose();
        return ValueTask.CompletedTask;
    }

    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = "postgres",
        Database = database,
        IncludeErrorDetail = true,
        // Each test's database has a pool of its own, and they all share one server: idle connections go soon.
        MaxPoolSize = 20,
        ConnectionIdleLifetime = 5,
        ConnectionPruningInterval = 1,
        // Seconds; a busy machine takes its time.
        Timeout = 120,
        CommandTimeout = 180,
    }.ConnectionString;

    private async Task Initialise()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await Run("chown", ["postgres:", folder]);
        }

        await RunAsServerUser("initdb", [
            "--pgdata", Data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8",
            "--locale", "C.UTF-8", "--no-sync", "--no-instructions"]);
        await File.WriteAllTextAsync(Path.Combine(Data, "pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), $"""

            listen_addresses = '127.0.0.1'
            port = {Port}
            unix_socket_directories = '{folder}'
            max_connections = 200
            fsync = off
            full_page_writes = off
            autovacuum = off
            shared_preload_libraries = 'pg_stat_statements'
            pg_stat_statements.max = 20000
            jit = off
            timezone = 'UTC'

            """);
    }

    private Task PgCtl(string action, params string[] options) =>
        RunAsServerUser("pg_ctl", [action, "--pgdata", Data, "--wait", "--silent", .. options]);

    /// <summary>PostgreSQL refuses to run as root, so there it runs as the user its package has made.</summary>
    private Task RunAsServerUser(string program, string[] arguments)
    {
        var path = Path.Combine(binaries, program);
        return Environment.IsPrivilegedProcess
            ? Run("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--init-groups", path, .. arguments])
            : Run(path, arguments);
    }

    private async Task Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            var log = File.Exists(Log) ? await File.ReadAllTextAsync(Log) : "";
            throw new InvalidOperationException(
                $"{Path.GetFileName(program)} {string.Join(' ', arguments)} failed: {await output}{await errors}{log}");
        }
    }

    private static string NewFolder() => Directory
        .CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{FolderPrefix}{Environment.ProcessId}-"))
        .FullName;

    private static string FindBinaries()
    {
        const string Installed = "/usr/lib/postgresql";
        var versions = Directory.Exists(Installed) ? Directory.GetDirectories(Installed) : [];
        return versions
            .Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .MaxBy(bin => int.TryParse(bin.Split('/')[^2], CultureInfo.InvariantCulture, out var version) ? version : 0)
            ?? throw new InvalidOperationException(
                $"These tests need the PostgreSQL server in {Installed}: please install the package postgresql.");
    }

    /// <summary>
    /// Removes what test processes left behind that were killed together with their <see cref="ProcessGuard"/>.
    /// </summary>
    private static void SweepUp()
    {
        foreach (var stale in Directory.EnumerateDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var owner = Path.GetFileName(stale)[FolderPrefix.Length..].Split('-')[0];
            if (Directory.Exists($"/proc/{owner}"))
            {
                continue;
            }

            try
            {
                EndServerIn(stale);
                Directory.Delete(stale, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It belongs to someone else, or someone else is sweeping it up just now.
            }
        }
    }

    private static void EndServerIn(string stale)
    {
        var pidFile = Path.Combine(stale, "data", "postmaster.pid");
        if (!File.Exists(pidFile))
        {
            return;
        }

        var pid = File.ReadLines(pidFile).First();
        var commandLine = $"/proc/{pid}/cmdline";
        // The number may have passed to some other program since.
        if (File.Exists(commandLine) && File.ReadAllText(commandLine).Contains(stale, StringComparison.Ordinal))
        {
            using var server = Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture));
            server.Kill();
            server.WaitForExit();
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AccountNudge.Testing;

namespace AccountNudge.Acceptance.Tests;

/// <summary>
/// Microsoft's own playground for Teams bots, the npm package <c>@microsoft/m365agentsplayground</c>: it looks like Teams
/// in a browser, sends activities and serves the Connector. It runs offline and is never installed from here: the
/// environment variable PLAYGROUND_PATH names the folder of the package, and without it these tests are skipped.
/// It ends when disposed, and also if the test process is killed.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    /// <summary>The name of the bot there, which a mention in a channel begins with.</summary>
    public const string BotName = "AccountNudge";

    /// <summary>The team with its channels General and <see cref="Channel"/>.</summary>
    public const string Team = "Accounts";

    /// <summary>The id of <see cref="Channel"/>.</summary>
    public const string ChannelId = "19:clients@thread.tacv2";

    /// <summary>The one channel beside General.</summary>
    public const string Channel = "clients";

    /// <summary>Who sits in front of it.</summary>
    public const string Me = "Anna Berg";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly string[] Colleagues = ["Bert Maier", "Cem Demir", "Dora Wolf", "Emil Roth", "Fatma Kaya"];

    private readonly Process process;
    private readonly ProcessGuard guard;
    private readonly TempFolder folder = new();
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Playground(string package, int port, PlaygroundProxy proxy)
    {
        Proxy = proxy;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

        // It reads this file in its working directory; YAML takes JSON.
        File.WriteAllText(folder.File(".m365agentsplayground.yml"), Cast());
        process = new Process
        {
            StartInfo = new ProcessStartInfo("node", [
                Path.Combine(package, "cli.js"), "start",
                "--app-endpoint", new Uri(proxy.Address, PlaygroundProxy.ToBot).ToString(),
                "--service-url", new Uri(proxy.Address, PlaygroundProxy.ToPlayground).ToString(),
                "--channel-id", "msteams",
                "--port", port.ToString(CultureInfo.InvariantCulture),
                "--disable-telemetry"])
            {
                UseShellExecute = false,
                WorkingDirectory = folder.Path,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["TEAMSAPPTESTER_BROWSER"] = "none" },
            },
        };
        process.OutputDataReceived += (_, line) => Hear(line.Data, port);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        guard = new ProcessGuard("kill -KILL \"$1\"; rm -rf \"$2\"", process.Id.ToString(CultureInfo.InvariantCulture), folder.Path);
    }

    public Uri Address { get; }

    /// <summary>What went to and fro.</summary>
    public PlaygroundProxy Proxy { get; }

    /// <summary>Skips the test, saying why, unless Node and the package are on this machine.</summary>
    public static string PackageOrSkip()
    {
        var package = Environment.GetEnvironmentVariable("PLAYGROUND_PATH") ?? "";
        Assert.SkipUnless(
            File.Exists(Path.Combine(package, "cli.js")) && IsOnPath("node"),
            "Microsoft's playground for Teams is not here: it needs Node, and PLAYGROUND_PATH naming the folder of the npm package @microsoft/m365agentsplayground.");
        return package;
    }

    /// <summary>Starts it in front of a bot.</summary>
    /// <param name="package">From <see cref="PackageOrSkip"/>.</param>
    /// <param name="bot">Whom to talk to.</param>
    /// <param name="locale">What the people's Teams is set to, such as <c>de-DE</c>.</param>
    public static async Task<Playground> Start(string package, Uri bot, string locale)
    {
        var port = FreePort.Next();
        var proxy = await PlaygroundProxy.Start(bot, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")), locale);
        var playground = new Playground(package, port, proxy);
        try
        {
            await playground.listening.Task.WaitAsync(StartLimit);
            return playground;
        }
        catch
        {
            await playground.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        guard.LetGo();
        process.Dispose();
        await Proxy.DisposeAsync();
        folder.Dispose();
    }

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Everyone and everything there, with ids as Teams has them. It wants exactly five colleagues and at most one channel.</summary>
    private static string Cast() => JsonSerializer.Serialize(new
    {
        version = "0.1.1",
        tenantId = "6f1d2c3b-1111-4222-8333-444455556666",
        bot = new { id = "28:7a1b2c3d-aaaa-4bbb-8ccc-ddddeeeeffff", name = BotName },
        currentUser = Person(Me),
        users = Colleagues.Select(Person).ToArray(),
        personalChat = new { id = "a:1personal" },
        groupChat = new { id = "19:group@thread.v2", name = "Group" },
        team = new
        {
            id = "19:general@thread.tacv2",
            name = Team,
            aadGroupId = "00000000-0000-4000-8000-000000000031",
            channels = new[] { new { id = ChannelId, name = Channel } },
        },
    });

    private static object Person(string name)
    {
        var (given, surname) = (name.Split(' ')[0], name.Split(' ')[1]);
        var address = $"{given.ToLowerInvariant()}@example.com";
        return new
        {
            id = $"29:1{given.ToLowerInvariant()}",
            name,

            // Misspelt by the playground itself.
            userPrincipleName = address,
            aadObjectId = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{Array.IndexOf(Colleagues, name) + 2:D12}"),
            givenName = given,
            surname,
            email = address,
        };
    }

    /// <summary>It says where it listens; on another port than asked for it would not be reached.</summary>
    private void Hear(string? line, int port)
    {
        if (line is null)
        {
            listening.TrySetException(new InvalidOperationException("The playground ended while starting."));
        }
        else if (line == string.Create(CultureInfo.InvariantCulture, $"Listening on {port}"))
        {
            listening.TrySetResult();
        }
    }
}

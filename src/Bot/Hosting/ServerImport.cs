using AccountNudge.Bot.Conversation.Import;
using AccountNudge.Core.Import;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Hosting;

/// <summary>
/// <c>./run import FILE --team NAME [--yes]</c>: an import by whoever sits at the server, beside a bot that may be running. It says what would
/// happen, asks, and tells how far it is; what it begins goes on with the bot should it be ended.
/// </summary>
internal sealed class ServerImport
{
    private const string Usage = "Say which file and for which team: ./run import FILE --team NAME. --yes does not ask before anything is entered.";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(300);
    private static readonly Text Yes = new($"yes", $"ja");
    private static readonly Text AskYes = new($"Import? Type yes: ", $"Importieren? Dann bitte ja eingeben: ");

    private string file = "";
    private string team = "";
    private bool isSure;

    /// <summary>What else was said, for the configuration.</summary>
    public string[] Rest { get; private init; } = [];

    /// <summary>Why it cannot be done; null where nothing is missing.</summary>
    public string? Problem { get; private init; }

    /// <summary>What was asked for; null where it was no import.</summary>
    public static ServerImport? Asked(string[] arguments)
    {
        if (arguments is not ["import", ..]) return null;
        var rest = new List<string>();
        var (file, team, isSure) = ("", "", false);
        for (var at = 1; at < arguments.Length; at++)
        {
            if (arguments[at] == "--yes") isSure = true;
            else if (arguments[at] == "--team" && at + 1 < arguments.Length) team = arguments[++at];
            else if (arguments[at].StartsWith("--team=", StringComparison.Ordinal)) team = arguments[at]["--team=".Length..];
            else if (arguments[at].StartsWith('-') || file.Length > 0) rest.Add(arguments[at]);
            else file = arguments[at];
        }

        var problem = file.Length == 0 || team.Length == 0 ? Usage : File.Exists(file) ? null : $"There is no file {file}.";
        return new ServerImport { file = file, team = team, isSure = isSure, Rest = [.. rest], Problem = problem };
    }

    /// <summary>Carries it out; the exit code.</summary>
    public async Task<int> Run(IServiceProvider services)
    {
        using var ended = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            ended.Cancel();
        };
        try
        {
            return await Run(services.GetRequiredService<Stores>(), services.GetRequiredService<IClock>(), services.GetRequiredService<ILogger<ImportRunner>>(), ended.Token);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Ended. What was begun goes on as soon as the bot runs.");
            return 1;
        }
    }

    private async Task<int> Run(Stores stores, IClock clock, ILogger<ImportRunner> logger, CancellationToken cancellation)
    {
        var (known, problem) = await Find(stores, cancellation);
        if (known is not { MemberId: { } memberId }) return Startup.Refuse([problem]);
        var (scope, voice) = (new Scope(known.Value.Team.WorkspaceId, known.Value.Team.Id), new Voice(known.Value.Team.Settings.Language));
        if (new FileInfo(file).Length > ImportLimits.Megabytes * 1024L * 1024) return Startup.Refuse([ImportRefusals.TooLarge.Plain(voice)]);
        var import = new ImportRun
        {
            WorkspaceId = known.Value.Team.WorkspaceId,
            TeamId = known.Value.Team.Id,
            MemberId = memberId,
            FileName = Path.GetFileName(file) is var name && name.Length > ImportRun.LongestName ? name[..ImportRun.LongestName] : Path.GetFileName(file),
            File = await File.ReadAllBytesAsync(file, cancellation),
            At = Instant.FromUnixTimeSeconds(clock.GetCurrentInstant().ToUnixTimeSeconds()),
        };
        await using (var store = stores.Open(scope))
        {
            store.Imports.Add(import);
            await store.SaveChangesAsync(cancellation);
        }

        var runner = new ImportRunner(stores, clock, _ => Task.CompletedTask, logger);
        var read = await Follow(stores, scope, import.Id, runner, voice, cancellation);
        var report = ImportReport.Of(read);
        if (read.State == ImportState.Refused) return Startup.Refuse([(report.Refusal?.ToText() ?? ImportTexts.WentWrong).Plain(voice)]);
        Say(read, report, voice);
        if (!report.HasWork) return 0;
        var isMeant = isSure;
        if (!isMeant)
        {
            await Console.Out.WriteAsync(AskYes.Plain(voice));
            isMeant = string.Equals((await Console.In.ReadLineAsync(cancellation))?.Trim(), Yes.Plain(voice), StringComparison.OrdinalIgnoreCase);
        }

        await Become(stores, scope, import.Id, isMeant ? ImportState.Confirmed : ImportState.Cancelled, cancellation);
        if (!isMeant)
        {
            Console.WriteLine(ImportCardTexts.Cancelled(read.FileName).Plain(voice));
            return 1;
        }

        var done = await Follow(stores, scope, import.Id, runner, voice, cancellation);
        if (done.State != ImportState.Done) return Startup.Refuse([ImportCardTexts.Stopped(done.FileName).Plain(voice)]);
        var brought = ImportReport.Of(done);
        Console.WriteLine(ImportCardTexts.Done(done.FileName, brought.NewAccounts, brought.NewContacts).Plain(voice));
        return 0;
    }

    private async Task<((AccountTeam Team, Guid? MemberId)? Known, string Problem)> Find(Stores stores, CancellationToken cancellation)
    {
        await using var store = stores.Open(Scope.Nothing);
        var all = await store.AllTeams(cancellation);
        var named = all.Where(known => string.Equals(known.Team.Name, team, StringComparison.OrdinalIgnoreCase)).ToList();
        return named switch
        {
            [{ MemberId: null }] => (null, $"Nobody is in the team {team} yet."),
            [var only] => (only, ""),
            [] => (null, $"There is no team {team}. There is: {string.Join(", ", all.Select(known => known.Team.Name))}."),
            _ => (null, $"There are several teams called {team}. Rename one of them first."),
        };
    }

    /// <summary>Waits until there is something to say or it is over, and tells how far it is.</summary>
    private static async Task<ImportRun> Follow(Stores stores, Scope scope, Guid id, ImportRunner runner, Voice voice, CancellationToken cancellation)
    {
        // On SQLite it keeps its thread.
        var working = Task.Run(() => runner.Run(cancellation), cancellation);
        var said = -1;
        while (true)
        {
            await Task.WhenAny(working, Task.Delay(Between, cancellation));
            if (working.IsFaulted) await working;
            await using var store = stores.Open(scope);
            var import = await store.Imports.Where(row => row.Id == id).WithoutFiles().FirstAsync(cancellation);
            if (import.State == ImportState.Confirmed && import.Steps > 0 && import.StepsDone * 20L / import.Steps is var step && step != said)
            {
                said = (int)step;
                Console.WriteLine(ImportCardTexts.Progress(import.StepsDone, import.Steps).Plain(voice));
            }

            if (import.State is not (ImportState.Received or ImportState.Confirmed)) return import;
            // Somebody else works on it, such as the bot that runs beside.
            if (working.IsCompleted) working = Again();
        }

        async Task<int> Again()
        {
            await Task.Delay(Between, cancellation);
            return await Task.Run(() => runner.Run(cancellation), cancellation);
        }
    }

    private static async Task Become(Stores stores, Scope scope, Guid id, ImportState state, CancellationToken cancellation)
    {
        await using var store = stores.Open(scope);
        await store.Imports.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state), cancellation);
        if (state == ImportState.Cancelled) await store.Imports.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.File, (byte[]?)null), cancellation);
    }

    private static void Say(ImportRun import, ImportReport report, Voice voice)
    {
        Console.WriteLine((report.HasWork ? ImportCardTexts.Found(import.FileName, report.NewAccounts, report.NewContacts) : ImportCardTexts.NothingNew(import.FileName)).Plain(voice));
        foreach (var (kind, count) in report.Counts.Where(count => count.Value > 0).OrderBy(count => count.Key))
        {
            Console.WriteLine($"  {ImportTexts.Outcome(kind).Plain(voice)}: {ImportCardTexts.Rows(count).Plain(voice)}");
            foreach (var row in report.First.Where(row => row.Kind == kind)) Console.WriteLine($"    {ImportCardTexts.Row(row.Row, ImportCards.Who(row), [.. row.Remarks.Select(remark => remark.ToText())]).Plain(voice)}");
        }

        foreach (var column in report.Columns.Where(column => column.IsAmbiguous)) Console.WriteLine($"  {ImportCardTexts.WhichFirst(column.Header, column.Example).Plain(voice)}");
        var unknown = report.Columns.Where(column => column.IsUnknown && column.Header.Length > 0).Select(column => column.Header).ToList();
        if (unknown.Count > 0) Console.WriteLine($"  {ImportCardTexts.Unknown(unknown).Plain(voice)}");
    }
}

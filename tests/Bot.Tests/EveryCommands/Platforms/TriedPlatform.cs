using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AccountNudge.Bot.Tests.EveryCommands.Platforms;

/// <summary>The platforms that people may be on.</summary>
public enum PlatformKind
{
    Slack,
    Teams,
    Local,
}

/// <summary>
/// A platform with Anna, Ben and Clara in one channel with the bot, spoken to through its own input alone. What it shows is told as
/// letters and digits in one: nothing of the platform's markup is left.
/// </summary>
internal abstract partial class TriedPlatform : IAsyncDisposable
{
    /// <summary>What calls the bot differs by platform.</summary>
    private static readonly string[] Calls = ["/nudge ", "@AccountNudge "];

    private static readonly Instant Now = EveryCommand.Now.InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant();

    /// <summary>When the team begins.</summary>
    protected static readonly Instant Start = Now - Duration.FromHours(1);

    public abstract IServiceProvider Services { get; }

    protected abstract Database Database { get; }

    /// <summary>What it shows anew.</summary>
    protected abstract IReadOnlyList<string> News();

    /// <summary>Somebody says a line in the channel; colleagues as <c>@Ben</c>.</summary>
    protected abstract Task Type(string person, string line);

    /// <summary>Somebody says the words of a command alone; whether a form has opened.</summary>
    protected abstract Task<bool> Open(string person, string words);

    /// <summary>The form that was opened is filled in; why it stays open, if it does.</summary>
    protected abstract Task<string?> Fill(string person, IReadOnlyDictionary<string, string> values);

    /// <summary>Presses the first button of an action on what was shown last.</summary>
    protected abstract Task Press(string person, string action);

    public abstract ValueTask DisposeAsync();

    /// <summary>What people see when somebody says a line.</summary>
    public async Task<string> Say(string person, string line)
    {
        News();
        await Type(person, line);
        return Told();
    }

    /// <summary>What people see when somebody fills in the form of a command; null when none opens.</summary>
    public async Task<string?> Submit(string person, string words, IReadOnlyDictionary<string, string> values)
    {
        if (!await Open(person, words)) return null;
        News();
        if (await Fill(person, values) is { } complaint) throw new ShouldAssertException($"The form stays open: {complaint}");
        return Told();
    }

    /// <summary>What people see when somebody presses a button on what was shown last.</summary>
    public async Task<string> PressNext(string person, string action)
    {
        await Press(person, action);
        var told = Told();
        // An answer may wait until the platform takes the messages before it.
        if (told.Length == 0) await Wait.Until(() => (told = Told()).Length > 0);
        return told;
    }

    /// <summary>Time passes until the examples are said.</summary>
    public Task Arrive() => Services.GetRequiredService<TimeTravel>().To(Now, CancellationToken.None);

    public Task<StoredRows> KeepRows() => StoredRows.Keep(Database.ConnectionString, Services.GetRequiredService<Stores>());

    public CommandRegistry Registry => Services.GetRequiredService<CommandRegistry>();

    /// <summary>Nothing but the letters and digits of a text, whoever is called how, and without secrets, which are new each time.</summary>
    public static string Letters(string text) => string.Concat(Calls.Aggregate(Secrets().Replace(text, ""), (left, call) => left.Replace(call, "", StringComparison.Ordinal)).Where(char.IsLetterOrDigit));

    [GeneratedRegex("an(api|cal)[a-z0-9]{50}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secrets();

    private string Told() => Letters(string.Join('\n', News()));
}

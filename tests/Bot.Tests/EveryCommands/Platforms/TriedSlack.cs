using System.Text.RegularExpressions;
using AccountNudge.Bot.Tests.Cards;
using AccountNudge.Bot.Tests.Slack.Inbound;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;

namespace AccountNudge.Bot.Tests.EveryCommands.Platforms;

/// <summary>Slack over signed HTTP: lines are mentions, forms are modals after the slash command.</summary>
internal sealed partial class TriedSlack : TriedPlatform
{
    private readonly SlackHost host;
    private readonly HashSet<string> seen = [];
    private List<FakeMessage> latest = [];

    private TriedSlack(SlackHost host) => this.host = host;

    public override IServiceProvider Services => host.Services;

    protected override Database Database => host.Database;

    public static async Task<TriedSlack> Begin() => new(await SlackHost.Run(now: Start, before: slack =>
    {
        slack.AddUser(SlackHost.Team, IdOf("Clara"), "Clara", locale: "de-DE");
        slack.AddChannel(SlackHost.Team, SlackHost.Clients, "clients", [SlackHost.Anna, SlackHost.Ben, IdOf("Clara")]);
    }));

    public override ValueTask DisposeAsync() => host.DisposeAsync();

    protected override IReadOnlyList<string> News()
    {
        // What one person alone sees is replaced by the answer to its button.
        latest = [.. host.Everything().Where(message => seen.Add($"{message.Channel} {message.Ts} {message.OnlyFor} {(message.OnlyFor is null ? "" : message.Text)}"))];
        return [.. latest.Select(message => Person().Replace($"{CardWords.Shown(message.Blocks)}\n{message.Text}", found => NameOf(found.Groups["id"].Value)))];
    }

    protected override async Task Type(string person, string line)
    {
        await host.Deliver(host.Slack.Mention(IdOf(person), SlackHost.Clients, EveryCommand.Mentioning(line, name => $"<@{IdOf(name)}>").Replace("&", "&amp;", StringComparison.Ordinal)));
        await host.Settles();
    }

    protected override async Task<bool> Open(string person, string words)
    {
        var before = host.Slack.Views.Count;
        await host.Deliver(host.Slack.Slash(IdOf(person), SlackHost.Clients, words));
        await host.Settles();
        return host.Slack.Views.Count > before;
    }

    protected override async Task<string?> Fill(string person, IReadOnlyDictionary<string, string> values)
    {
        var body = await host.Deliver(host.Slack.Submit(host.Slack.Views[^1], values));
        await host.Settles();
        return body.Contains("errors", StringComparison.Ordinal) ? body : null;
    }

    protected override async Task Press(string person, string action)
    {
        await host.Deliver(host.Slack.Click(latest.First(message => SlackHost.Said(message).Contains($"\"{action}", StringComparison.Ordinal)), action, IdOf(person)));
        await host.Settles();
    }

    private static string IdOf(string name) => "U0" + name.ToUpperInvariant();

    private static string NameOf(string id) => id[2..3] + id[3..].ToLowerInvariant();

    [GeneratedRegex("<@(?<id>U0[A-Z]+)(\\|[^>]*)?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Person();
}

using System.Collections.Concurrent;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;
using AccountNudge.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

/// <summary>
/// Whatever is said, by every command in both languages, and whatever goes wrong with it: no word of it stands in a log, at whichever level of
/// ours, nor in what Slack keeps beside our messages.
/// </summary>
public sealed class NothingPersonalIsLoggedTests
{
    private static readonly string[] Canaries = ["Kolibri", "Pirol", "Zaunkönig", "Rotkehlchen", "7654321", "eisvogel"];

    [Fact]
    public async Task By_every_command_whether_it_works_or_not()
    {
        var log = new Log();
        await using var host = await SlackHost.Run(logging: logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Information).AddFilter("AccountNudge", LogLevel.Trace).AddFilter("Hangfire", LogLevel.Trace));
        foreach (var line in new[] { "account add Kolibri GmbH", "contact add Pirol Zaunkönig at Kolibri GmbH phone +49 30 7654321 email eisvogel@kolibri.example birthday 14 May" }) await Say(host, line);
        var registry = host.Services.GetRequiredService<CommandRegistry>();
        foreach (var command in registry.Commands)
        {
            foreach (var voice in new[] { Voice.English, Voice.German }) await Say(host, Personal(command.Words.Example.Plain(voice)));
        }

        foreach (var fault in new SlackFault[] { new SlackFault.Status(500), new SlackFault.Error("channel_not_found"), new SlackFault.WebPage(), new SlackFault.Truncated(), new SlackFault.Reset() })
        {
            foreach (var method in new[] { "chat.postMessage", "chat.postEphemeral", "chat.update", "views.open" }) host.Slack.Break(fault, method);
            await Say(host, "complaint Kolibri by Pirol Zaunkönig: Rotkehlchen");
            await Say(host, "log Kolibry: Rotkehlchen 7654321");
        }

        host.Slack.Mend();
        log.Lines.ShouldNotBeEmpty();
        log.Lines.Where(Tells).ShouldBeEmpty();
        host.Everything().Count.ShouldBeGreaterThan(100);
        host.Everything().Where(message => message.Metadata is { } metadata && Tells(metadata.ToJsonString())).ShouldBeEmpty();
    }

    private static bool Tells(string text) => Canaries.Any(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase));

    private static async Task Say(SlackHost host, string line)
    {
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, line));
        await host.Settles();
    }

    /// <summary>An example with names and words of our own.</summary>
    private static string Personal(string example)
    {
        foreach (var (name, own) in new[] { ("Maria Jones", "Pirol Zaunkönig"), ("Sabine Klein", "Pirol Zaunkönig"), ("Acme", "Kolibri"), ("Weber GmbH", "Kolibri"), ("Weber", "Kolibri") })
            example = example.Replace(name, own, StringComparison.Ordinal);
        return example.Contains(": ", StringComparison.Ordinal) ? $"{example} Rotkehlchen" : example;
    }

    private sealed class Log : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Category(categoryName, Lines);

        public void Dispose()
        {
            // Nothing is held.
        }

        private sealed class Category(string name, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                lines.Enqueue($"{name} {state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{name} {formatter(state, exception)} {exception}");
        }
    }
}

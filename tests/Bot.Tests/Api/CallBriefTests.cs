using System.Collections.Concurrent;
using System.Globalization;
using AccountNudge.Bot.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Api;

/// <summary>Everything for one call, on a telephone's screen.</summary>
public sealed class CallBriefTests
{
    [Theory]
    [InlineData("%2B491711234567")]
    [InlineData("+49 171 1234567")]
    [InlineData("0049%20171%201234567")]
    [InlineData("0171-1234567")]
    [InlineData("tel:%2B49(0)171/1234567")]
    public async Task A_number_is_known_however_it_is_written(string phone)
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        await using var host = await ApiHost.Run(talk);

        var brief = await host.Brief(phone, await ApiRecordingTests.Token(talk));

        brief.Status.ShouldBe(200, brief.Text);
        ((string?)brief.Json["title"], (string?)brief.Json["account"], (string?)brief.Json["contact"]).ShouldBe(("Sabine Klein (Weber GmbH)", "Weber GmbH", "Sabine Klein"));
        brief.Caching.ShouldBe("no-store");
    }

    [Fact]
    public async Task It_says_what_a_colleague_reads_in_chat_in_the_language_that_is_asked_for_and_nothing_for_managers_or_one_person_alone()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        foreach (var line in (string[])["complaint Weber by Sabine Klein: the part is broken", "promise Weber to Sabine Klein: the sample by 2027-03-12", "hook Sabine Klein: was off to Fuerteventura", "log Weber call with Sabine Klein 2027-03-08: wants a quote", "share Weber 40 %: two more clients", "risk Weber competitor: a cheaper offer"])
            await talk.Say(Ben, line, DirectOf(Ben));
        var token = await ApiRecordingTests.Token(talk);
        await using var host = await ApiHost.Run(talk);

        var (english, german) = (await host.Brief("+491711234567", token), await host.Brief("+491711234567", token, ("Accept-Language", "de")));

        foreach (var words in (string[])["Buyer", "the part is broken", "the sample", "Fuerteventura", "wants a quote", "Ben"]) english.Text.ShouldContain(words);
        foreach (var hidden in (string[])["40 %", "two more clients", "cheaper offer", "competitor"]) english.Text.ShouldNotContain(hidden);
        ((string?)english.Json["language"], (string?)german.Json["language"]).ShouldBe(("en", "de"));
        german.Json["sections"]!.AsArray().Select(section => (string?)section!["title"]).ShouldContain("Zuletzt");
        english.Json["sections"]!.AsArray().Select(section => (string?)section!["title"]).ShouldContain("Lately");
    }

    [Fact]
    public async Task A_number_of_nobody_and_of_several_is_told_and_somebody_else_may_not_ask()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        foreach (var line in (string[])["contact add Otto Groß at Weber phone 030 5550100", "contact add Tom Berg at Weber phone +49 30 5550100"]) await talk.Say(Ben, line);
        var (token, recorder) = (await ApiRecordingTests.Token(talk), await ApiRecordingTests.Token(talk, "Mail may talks"));
        await using var host = await ApiHost.Run(talk);
        var before = await host.Counts();

        (await host.Brief("030999999", token)).Code.ShouldBe("unknown-phone");
        (await host.Brief("hello", token)).Code.ShouldBe("wrong-field");
        (await host.Brief("", token)).Code.ShouldBe("wrong-field");
        var several = await host.Brief("030%205550100", token);
        (several.Status, several.Json["candidates"]!.AsArray().Count).ShouldBe((409, 2));
        (await host.Brief("0301", recorder)).Status.ShouldBe(403);
        (await host.Call(HttpMethod.Get, "/api/v1/brief", token)).Status.ShouldBe(400);
        (await host.Counts()).ShouldBe(before);
    }

    [Fact]
    public async Task No_number_name_or_secret_lands_in_the_log_even_where_the_libraries_speak()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        var token = await ApiRecordingTests.Token(talk);
        var calendar = ApiHost.SecretIn(await talk.Say(Ben, "calendar on", DirectOf(Ben)));
        using var log = new Log();
        await using var host = await ApiHost.Run(talk, null, builder =>
        {
            ((IConfigurationBuilder)builder.Configuration).QuietLibraries();
            builder.Configuration.AddInMemoryCollection([new("Logging:LogLevel:Default", "Debug"), new("Logging:LogLevel:Microsoft.AspNetCore", "Information")]);
            builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddProvider(log);
        });

        await host.Brief("%2B491711234567", token);
        await host.Brief("0309876543", token);
        await host.Post("interactions", token, """{"phone":"+49 171 1234567","kind":"call","text":"Rotkehlchen"}""", "key-Kolibri");
        await host.Post("interactions", token, """{"account":"Zaunkönig","kind":"call"}""");
        await host.Call(HttpMethod.Get, calendar, null);

        log.Lines.ShouldNotBeEmpty();
        foreach (var personal in (string[])["1711234567", "9876543", "Rotkehlchen", "Kolibri", "Zaun", "Klein", token, calendar[10..60]])
            log.Lines.ShouldNotContain(line => line.Contains(personal, StringComparison.OrdinalIgnoreCase), personal);
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
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{name} {formatter(state, exception)} {exception}"));
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Local;
using AccountNudge.Bot.Local.Chat;
using AccountNudge.Bot.Storage;
using AccountNudge.Bot.Tests.Cards;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using IRelationalDatabaseCreator = Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator;

namespace AccountNudge.Bot.Tests.EveryCommands.Platforms;

/// <summary>The local page as its script speaks to it: <c>/local/say</c>, <c>/local/submit</c> and <c>/local/press</c>.</summary>
internal sealed partial class TriedLocalPage : TriedPlatform
{
    private const string Channel = "clients";

    private readonly WebApplication app;
    private readonly HttpClient page;
    private readonly Database database;
    private long shown;
    private string? form;

    private TriedLocalPage(WebApplication app, Database database)
    {
        (this.app, this.database) = (app, database);
        page = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public override IServiceProvider Services => app.Services;

    protected override Database Database => database;

    /// <summary>The cards that were shown last, as they were meant to be drawn.</summary>
    public IReadOnlyList<(long Message, Card Card)> Latest { get; private set; } = [];

    public static async Task<TriedLocalPage> Begin()
    {
        var stored = await Database.Create(DatabaseKind.Sqlite);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var settings = new BotSettings
        {
            Listeners = [], IsLocal = true, Clock = ClockMode.Simulated, ClockStart = Start, StoragePath = new SqliteConnectionStringBuilder(stored.ConnectionString).DataSource,
        };
        builder.Services.AddStorage(settings.Postgres, settings.StoragePath).AddKeyRing(settings);
        builder.Services.AddClock(settings).AddHealth(settings).AddDomain(settings).AddConversation().AddLocalPage();
        var host = builder.Build();
        await using (var store = await host.Services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync())
            await store.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        host.UseLocalGuard(settings);
        host.MapLocalPage();
        await host.StartAsync();
        var chat = host.Services.GetRequiredService<LocalChat>();
        var channel = new LocalChannel { Id = Channel, Name = Channel };
        foreach (var (name, locale) in ((string, string)[])[("Anna", "en-GB"), ("Ben", "de-DE"), ("Clara", "de-DE")])
        {
            await chat.Add(new LocalPerson { Id = name, Name = name, Locale = locale, Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] }, default);
            channel.Members.Add(new LocalMembership { ChannelId = Channel, PersonId = name });
        }

        await chat.Add(channel, default);
        return new TriedLocalPage(host, stored);
    }

    public override async ValueTask DisposeAsync()
    {
        page.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    protected override IReadOnlyList<string> News()
    {
        using var store = app.Services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContext();
        List<LocalMessage> all = [.. store.Set<LocalMessage>().AsNoTracking().Where(message => message.Sequence > shown).OrderBy(message => message.Sequence)];
        // What somebody else is told directly is in their own language.
        Latest = [.. all.Where(message => message.AuthorId is null && message.Place == Channel).Select(message => (message.Sequence, CardJson.Read(message.Card)))];
        if (all.Count > 0) shown = all[^1].Sequence;
        return [.. Latest.Select(said => string.Join('\n', CardWords.Of(said.Card)))];
    }

    protected override async Task Type(string person, string line)
    {
        var answer = await Post("say", new SayRequest(person, Channel, Guid.NewGuid(), $"/nudge {line}"));
        form = answer.Form;
    }

    protected override async Task<bool> Open(string person, string words)
    {
        await Type(person, words);
        return form is not null;
    }

    protected override async Task<string?> Fill(string person, IReadOnlyDictionary<string, string> values)
    {
        var html = form!;
        var filled = Fields().Matches(html).ToDictionary(field => field.Groups["name"].Value, field => Standing(html, field));
        foreach (var (name, value) in values) filled[name] = filled.ContainsKey(name) ? value : throw new ShouldAssertException($"The form has no field {name}.");
        var answer = await Post("submit", new SubmitRequest(person, Channel, Guid.NewGuid(), Attribute(html, "data-form"), Attribute(html, "data-context"), filled, null));
        return answer.Errors.Count == 0 ? null : string.Join(", ", answer.Errors.Select(error => $"{error.Key}: {error.Value}"));
    }

    protected override async Task Press(string person, string action)
    {
        var (message, card) = Latest.First(said => Talk.ButtonsOf(said.Card).Any(button => button.ActionId == action));
        var button = Talk.ButtonOf(card, action);
        await Post("press", new PressRequest(person, Channel, Guid.NewGuid(), message, button.ActionId, button.Value));
        // It may have taken the place of the question.
        var now = (await app.Services.GetRequiredService<LocalChat>().Message(message, default))?.Card;
        if (now is not null && CardText.Of(CardJson.Read(now)) != CardText.Of(card)) shown = message - 1;
    }

    private async Task<ActAnswer> Post<T>(string act, T request)
    {
        using var answer = await page.PostAsJsonAsync($"/local/{act}", request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<ActAnswer>())!;
    }

    /// <summary>What stands in a field when the form opens.</summary>
    private static string Standing(string html, Match field)
    {
        var tag = field.Value;
        if (tag.StartsWith("<textarea", StringComparison.Ordinal)) return WebUtility.HtmlDecode(html[(field.Index + tag.Length)..html.IndexOf("</textarea>", field.Index, StringComparison.Ordinal)]);
        if (!tag.StartsWith("<select", StringComparison.Ordinal)) return Attribute(tag, tag.Contains("data-value=", StringComparison.Ordinal) ? "data-value" : "value");
        var chosen = Chosen().Match(html[field.Index..html.IndexOf("</select>", field.Index, StringComparison.Ordinal)]);
        return chosen.Success ? Attribute(chosen.Value, "value") : "";
    }

    private static string Attribute(string tag, string name)
    {
        var found = Regex.Match(tag, $" {name}=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return WebUtility.HtmlDecode(found.Groups["value"].Value);
    }

    [GeneratedRegex("<(input|textarea|select)[^>]* name=\"(?<name>[^\"]+)\"[^>]*>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fields();

    [GeneratedRegex("<option[^>]* selected[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chosen();
}

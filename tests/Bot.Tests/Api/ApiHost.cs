using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Api;
using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Core.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AccountNudge.Bot.Tests.Api;

/// <summary>The API and the calendars on a real Kestrel, beside a conversation and on its database and clock.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Talk talk;

    private ApiHost(WebApplication app, Talk talk)
    {
        (this.app, this.talk) = (app, talk);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public static async Task<ApiHost> Run(Talk talk, ApiLimits? limits = null, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        configure?.Invoke(builder);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var settings = new BotSettings { Listeners = [], IsLocal = false, StoragePath = "", Clock = ClockMode.System };
        builder.Services.AddSingleton(talk.Stores).AddSingleton<IClock>(new ClockOf(talk)).AddSingleton(talk.Registry).AddSingleton<TurnHandler>();
        builder.Services.AddSingleton<Deliver>(_ => Task.CompletedTask);
        builder.Services.AddApi(settings, limits);
        var node = builder.Build();
        node.UseLocalGuard(settings);
        node.UseRateLimiter();
        node.MapApi();
        await node.StartAsync();
        return new ApiHost(node, talk);
    }

    /// <summary>The secret that an answer in chat shows.</summary>
    public static string SecretIn(Reply reply) => reply.Card!.Parts.OfType<Paragraph>().First().Text.Plain;

    /// <summary>Calls, with a token unless it is null.</summary>
    public async Task<Answer> Call(HttpMethod method, string path, string? token, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(response, text);
    }

    public Task<Answer> Post(string call, string token, string json, string? key = null, params (string Name, string Value)[] headers) =>
        Call(HttpMethod.Post, $"/api/v1/{call}", token, new StringContent(json, Encoding.UTF8, "application/json"), key is null ? headers : [("Idempotency-Key", key), .. headers]);

    public Task<Answer> Brief(string phone, string token, params (string Name, string Value)[] headers) =>
        Call(HttpMethod.Get, $"/api/v1/brief?phone={phone}", token, null, headers);

    /// <summary>How many rows each table has.</summary>
    public async Task<string> Counts()
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        var connection = store.Database.GetDbConnection();
        await connection.OpenAsync();
        var counts = new StringBuilder();
        foreach (var table in store.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name of a table of ours.
            command.CommandText = $"SELECT count(*) FROM \"{table}\"";
#pragma warning restore CA2100
            counts.Append(CultureInfo.InvariantCulture, $"{table}={await command.ExecuteScalarAsync()} ");
        }

        return counts.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>What came back.</summary>
    internal sealed class Answer
    {
        public Answer(HttpResponseMessage response, string text)
        {
            (Status, Text) = ((int)response.StatusCode, text);
            (Type, RetryAfter) = (response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter?.Delta);
            (Tag, Caching) = (response.Headers.ETag?.Tag, response.Headers.CacheControl?.ToString());
        }

        public int Status { get; }

        public string Text { get; }

        public string? Type { get; }

        public TimeSpan? RetryAfter { get; }

        public string? Tag { get; }

        public string? Caching { get; }

        public JsonNode Json => JsonNode.Parse(Text)!;

        /// <summary>The word for programs of a problem.</summary>
        public string? Code => Type == "application/problem+json" ? (string?)Json["code"] : null;
    }

    private sealed class ClockOf(Talk talk) : IClock
    {
        public Instant GetCurrentInstant() => talk.Now;
    }
}

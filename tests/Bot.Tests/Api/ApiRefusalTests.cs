using System.Net.Http.Headers;
using System.Text;
using AccountNudge.Bot.Api;
using AccountNudge.Bot.Tests.Conversation;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Api;

/// <summary>Whatever is wrong with a call, it says so in a sentence and leaves no row behind.</summary>
public sealed class ApiRefusalTests(ApiRefusalTests.Office office) : IClassFixture<ApiRefusalTests.Office>
{
    private const string Json = "application/json";

    /// <summary>What is sent: to which call, with whose token, with which body and type; and the status and word that come back.</summary>
    public static TheoryData<string, string, string, string?, string, int, string> Rows => new()
    {
        { "no token", "interactions", "none", "{}", Json, 401, "no-access" },
        { "a token of another shape", "interactions", "Hello", "{}", Json, 401, "no-access" },
        { "an unknown token", "interactions", "unknown", "{}", Json, 401, "no-access" },
        { "a revoked token", "interactions", "revoked", """{"account":"Weber","kind":"call"}""", Json, 401, "no-access" },
        { "another team's token", "interactions", "foreign", """{"account":"Weber","kind":"call"}""", Json, 404, "unknown-account" },
        { "another team's number", "interactions", "foreign", """{"phone":"+491711234567","kind":"call"}""", Json, 404, "unknown-phone" },
        { "a scope that is missing", "interactions", "briefs", """{"account":"Weber","kind":"call"}""", Json, 403, "not-allowed" },
        { "another scope that is missing", "complaints", "briefs", """{"account":"Weber","text":"late"}""", Json, 403, "not-allowed" },
        { "no JSON by its type", "interactions", "good", """{"account":"Weber","kind":"call"}""", "text/plain", 415, "not-json" },
        { "malformed JSON", "interactions", "good", """{"account":"Weber",""", Json, 400, "malformed" },
        { "an empty body", "interactions", "good", "", Json, 400, "malformed" },
        { "a list", "interactions", "good", "[]", Json, 400, "malformed" },
        { "a field twice", "interactions", "good", """{"account":"Weber","account":"Acme"}""", Json, 400, "malformed" },
        { "deep JSON", "interactions", "good", new string('[', 5000), Json, 400, "malformed" },
        { "an unknown field", "interactions", "good", """{"account":"Weber","kind":"call","colour":"red"}""", Json, 400, "wrong-field" },
        { "a field in another case", "interactions", "good", """{"Account":"Weber","kind":"call"}""", Json, 400, "wrong-field" },
        { "an unknown kind", "interactions", "good", """{"account":"Weber","kind":"telepathy"}""", Json, 400, "wrong-field" },
        { "a kind by number", "interactions", "good", """{"account":"Weber","kind":1}""", Json, 400, "wrong-field" },
        { "a name that is a number", "interactions", "good", """{"account":7,"kind":"call"}""", Json, 400, "wrong-field" },
        { "a day that is none", "interactions", "good", """{"account":"Weber","kind":"call","on":"2027-02-30"}""", Json, 400, "wrong-field" },
        { "a day in words", "interactions", "good", """{"account":"Weber","kind":"call","on":"yesterday"}""", Json, 400, "wrong-field" },
        { "a day to come", "interactions", "good", """{"account":"Weber","kind":"call","on":"2027-03-20"}""", Json, 400, "refused" },
        { "a note without words", "interactions", "good", """{"account":"Weber"}""", Json, 400, "wrong-field" },
        { "nobody it is about", "interactions", "good", """{"kind":"call"}""", Json, 400, "wrong-field" },
        { "a number that is none", "interactions", "good", """{"phone":"hello","kind":"call"}""", Json, 400, "wrong-field" },
        { "an unknown client", "interactions", "good", """{"account":"Nobody AG","kind":"call"}""", Json, 404, "unknown-account" },
        { "an unknown number", "interactions", "good", """{"phone":"+49 30 999999","kind":"call"}""", Json, 404, "unknown-phone" },
        { "an unknown person", "interactions", "good", """{"account":"Weber","contact":"Otto","kind":"call"}""", Json, 404, "unknown-contact" },
        { "a name of several", "interactions", "good", """{"contact":"Klein","kind":"call"}""", Json, 409, "several" },
        { "a number of several", "interactions", "good", """{"phone":"030 5550100","kind":"call"}""", Json, 409, "several" },
        { "a number of somebody elsewhere", "interactions", "good", """{"phone":"+49 171 1234567","account":"Acme","kind":"call"}""", Json, 409, "elsewhere" },
        { "somebody who has left", "interactions", "good", """{"account":"Acme","contact":"Paul Roth","kind":"call"}""", Json, 409, "gone" },
        { "too long a text", "interactions", "good", $$"""{"account":"Weber","text":"{{new string('x', ApiLimits.LongestText + 1)}}"}""", Json, 400, "wrong-field" },
        { "an oversized body", "interactions", "good", $$"""{"account":"Weber","text":"{{new string('x', ApiLimits.LongestBody)}}"}""", Json, 413, "too-long" },
        { "a complaint about nothing", "complaints", "good", """{"account":"Weber"}""", Json, 400, "wrong-field" },
        { "a solution in the past", "complaints", "good", """{"account":"Weber","text":"late","resolveBy":"2027-01-01"}""", Json, 400, "" },
        { "no such call", "appointments", "good", "{}", Json, 404, "no-such-call" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Nothing_is_recorded(string what, string call, string token, string? body, string type, int status, string code)
    {
        var before = await office.Host.Counts();

        var answer = await office.Host.Call(HttpMethod.Post, $"/api/v1/{call}", office.Tokens.GetValueOrDefault(token, token == "none" ? null : token), new StringContent(body ?? "", Encoding.UTF8, MediaTypeHeaderValue.Parse(type)), ("Idempotency-Key", what));

        (answer.Status, answer.Type).ShouldBe((status, "application/problem+json"), $"{what}: {answer.Text}");
        if (code.Length > 0) answer.Code.ShouldBe(code, answer.Text);
        ((string?)answer.Json["detail"]).ShouldNotBeNullOrEmpty();
        (await office.Host.Counts()).ShouldBe(before, what);
    }

    [Theory]
    [InlineData("de-DE,de;q=0.9,en;q=0.5", "Einen Kunden")]
    [InlineData("en", "knows no client")]
    [InlineData("fr", "knows no client")]
    public async Task The_sentence_is_in_the_language_that_is_asked_for(string accepted, string words) =>
        ((string?)(await office.Host.Post("interactions", office.Tokens["good"]!, """{"account":"Nobody AG","kind":"call"}""", null, ("Accept-Language", accepted))).Json["detail"]).ShouldNotBeNull().ShouldContain(words);

    [Fact]
    public async Task What_is_wrong_is_named_by_its_field_and_who_may_be_meant_by_name()
    {
        var token = office.Tokens["good"]!;
        (await office.Host.Post("interactions", token, """{"account":"Weber","kind":"call","colour":"red"}""")).Json["errors"]!["colour"].ShouldNotBeNull();
        (await office.Host.Post("interactions", token, """{"account":"Weber","kind":"call","on":"2027-02-30"}""")).Json["errors"]!["on"].ShouldNotBeNull();
        (await office.Host.Post("interactions", token, """{"contact":"Klein","kind":"call"}""")).Json["candidates"]!.AsArray().Select(name => (string?)name).ShouldBe(["Sabine Klein (Weber GmbH)", "Otto Klein (Acme Ltd)"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        var before = await office.Host.Counts();
        using var endless = new StreamContent(new MemoryStream(new byte[3 * ApiLimits.LongestBody]));
        endless.Headers.ContentType = MediaTypeHeaderValue.Parse(Json);
        endless.Headers.ContentLength = null;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/interactions") { Content = endless };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", office.Tokens["good"]);

        using var response = await office.Host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(413);
        (await office.Host.Counts()).ShouldBe(before);
    }

    [Fact]
    public async Task Too_many_calls_are_told_when_to_come_back_and_each_token_has_its_own_limit()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-01T10:00");
        var (token, other) = (await ApiRecordingTests.Token(talk), await ApiRecordingTests.Token(talk, "Mail"));
        await using var host = await ApiHost.Run(talk, new ApiLimits { CallsPerMinute = 2 });
        const string note = """{"account":"Weber","kind":"call"}""";
        (await host.Post("interactions", token, note)).Status.ShouldBe(201);
        (await host.Post("interactions", token, note)).Status.ShouldBe(201);
        var before = await host.Counts();

        var over = await host.Post("interactions", token, note);

        (over.Status, over.Code).ShouldBe((429, "too-many-calls"), over.Text);
        over.RetryAfter.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        (await host.Counts()).ShouldBe(before);
        (await host.Post("interactions", other, note)).Status.ShouldBe(201);
    }

    /// <summary>A team with two clients, tokens of every kind, and a foreign team beside it.</summary>
    public sealed class Office : IAsyncLifetime
    {
        private Talk? talk;

        internal ApiHost Host { get; private set; } = null!;

        internal Dictionary<string, string?> Tokens { get; } = [];

        public async ValueTask InitializeAsync()
        {
            talk = await ApiRecordingTests.Team("2027-03-10T10:00");
            foreach (var line in (string[])["account add \"Acme Ltd\"", "contact add Otto Klein at Acme phone 030 5550100", "contact add Tom Berg at Acme phone +49 30 5550100", "contact add Paul Roth at Acme phone 030 777777", "left Paul Roth"]) await talk.Say(Ben, line);
            await talk.Say(Clara, "kunde neu Fremd AG", new("C-OTHER", "other", IsDirect: false));
            Tokens["foreign"] = ApiHost.SecretIn(await talk.Say(Clara, "token neu Anlage", new("C-OTHER", "other", IsDirect: false)));
            Tokens["good"] = await ApiRecordingTests.Token(talk);
            Tokens["revoked"] = await ApiRecordingTests.Token(talk, "Old");
            await talk.Say(Ben, "token revoke Old");
            Tokens["briefs"] = await ApiRecordingTests.Token(talk, "Screens may briefs");
            Tokens["unknown"] = Core.Access.Secret.New(Core.Access.ApiToken.Prefix).Text;
            Host = await ApiHost.Run(talk, new ApiLimits { CallsPerMinute = 10_000 });
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            talk?.Dispose();
        }
    }
}

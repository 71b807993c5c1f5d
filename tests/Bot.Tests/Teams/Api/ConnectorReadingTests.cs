using System.Text.Json;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Bot.Tests.Teams.Api;

public sealed class ConnectorReadingTests
{
    [Theory]
    [InlineData("POST", 200, """{"id":"1:a"}""", "Done 1:a")]
    [InlineData("POST", 201, """{"id":"1:a"}""", "Done 1:a")]
    [InlineData("POST", 202, "", "Done")]
    [InlineData("POST", 200, "", "Done")]
    [InlineData("POST", 200, "<html>", "Done")]
    [InlineData("PUT", 202, "", "Done")]
    [InlineData("GET", 200, """{"id":"29:a"}""", "Done 29:a")]
    [InlineData("GET", 200, "", "Uncertain")]
    [InlineData("GET", 200, """{"members":[{"id":""", "Uncertain")]
    [InlineData("GET", 200, "[]", "Uncertain")]
    [InlineData("POST", 302, "", "Uncertain")]
    [InlineData("POST", 307, "", "Uncertain")]
    [InlineData("POST", 400, """{"error":{"code":"Bad argument","message":"Anna said so"}}""", "Refused 400 Badargument")]
    [InlineData("POST", 403, """{"error":{"code":"BotNotInConversationRoster","message":"…"}}""", "Refused 403 BotNotInConversationRoster")]
    [InlineData("POST", 403, """{"error":{"code":403}}""", "Refused 403 http_403")]
    [InlineData("POST", 403, """{"error":"Forbidden"}""", "Refused 403 http_403")]
    [InlineData("GET", 404, """{"error":{"code":"ConversationNotFound"}}""", "Refused 404 ConversationNotFound")]
    [InlineData("POST", 413, """{"error":{"code":"MessageSizeTooBig"}}""", "Refused 413 MessageSizeTooBig")]
    [InlineData("POST", 401, "", "Refused 401 http_401")]
    [InlineData("POST", 404, "not here", "Refused 404 http_404")]
    [InlineData("POST", 408, "", "Uncertain")]
    [InlineData("POST", 412, """{"error":{"code":"PreconditionFailed"}}""", "limited")]
    [InlineData("POST", 429, """{"error":{"code":"TooManyRequests"}}""", "limited")]
    [InlineData("POST", 500, """{"error":{"code":"ServiceError"}}""", "Uncertain")]
    [InlineData("POST", 502, "", "Uncertain")]
    [InlineData("POST", 503, """{"id":"1"}""", "Uncertain")]
    [InlineData("PUT", 504, "", "Uncertain")]
    [InlineData("GET", 500, "", "Uncertain")]
    public async Task Says_what_an_answer_means(string method, int status, string body, string meaning) => Words(await Ask(method, status, body)).ShouldBe(meaning);

    [Fact]
    public async Task An_error_is_never_more_than_a_word()
    {
        var body = JsonSerializer.Serialize(new { error = new { code = "Nobody\r\n<b>reads</b> " + new string('x', 500) } });

        var refused = (await Ask("POST", 400, body)).ShouldBeOfType<CallResult.Refused>();

        refused.Error.ShouldBe("Nobodybreadsb" + new string('x', 51));
    }

    [Theory]
    [InlineData("POST", "Done")]
    [InlineData("GET", "Uncertain")]
    public async Task An_answer_as_deep_as_a_well_is_not_gone_down(string method, string meaning)
    {
        var deep = $$"""{"id":"1","more":{{new string('[', 200_000)}}{{new string(']', 200_000)}}}""";

        Words(await Ask(method, 200, deep)).ShouldBe(meaning);
    }

    /// <summary>What comes of an answer by all of the library's way and ours.</summary>
    private static async Task<CallResult> Ask(string method, int status, string body)
    {
        await using var connector = await FakeConnector.Start();
        connector.Answer = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        };
        var settings = new TeamsSettings { AllowUnauthenticated = true, OpenIdMetadataUrl = connector.ServiceUrl, AuthorityUrl = connector.ServiceUrl };
        using var tokens = new AccessTokens(settings, TimeProvider.System, NullLogger<AccessTokens>.Instance);
        using var api = new ConnectorApi(settings, tokens, TimeProvider.System, NullLogger<ConnectorApi>.Instance);
        return method switch
        {
            "GET" => await api.Member(connector.ServiceUrl, "19:abc", "29:a", default),
            "PUT" => await api.Update(connector.ServiceUrl, "19:abc", "1", new() { ["type"] = "message" }, isToOne: false, default),
            _ => await api.Send(connector.ServiceUrl, "19:abc", new() { ["type"] = "message" }, null, null, default),
        };
    }

    private static string Words(CallResult heard) => heard switch
    {
        CallResult.Later => "limited",
        MemberFound found => $"Done {found.Member.Id}",
        ConnectorDone done => $"Done {done.Id}".TrimEnd(),
        CallResult.Refused refused => $"Refused {refused.Status} {refused.Error}",
        var answer => answer.GetType().Name,
    };
}

using System.Text;
using System.Text.Json;
using AccountNudge.Bot.Teams.Api;

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
    public void Says_what_an_answer_means(string method, int status, string body, string meaning) =>
        Words(ConnectorReading.Read(new HttpMethod(method), status, null, Encoding.UTF8.GetBytes(body))).ShouldBe(meaning);

    [Fact]
    public void An_error_is_never_more_than_a_word()
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { error = new { code = "Nobody\r\n<b>reads</b> " + new string('x', 500) } });

        var refused = ConnectorReading.Read(HttpMethod.Post, 400, null, body).Answer.ShouldBeOfType<TeamsAnswer.Refused>();

        refused.Error.ShouldBe("Nobodybreadsb" + new string('x', 51));
    }

    private static string Words(Heard heard) => heard.Answer switch
    {
        null => "limited",
        TeamsAnswer.Done done => done.Body.ValueKind == JsonValueKind.Undefined ? "Done" : $"Done {done.Body.GetProperty("id").GetString()}",
        TeamsAnswer.Refused refused => $"Refused {refused.Status} {refused.Error}",
        var answer => answer.GetType().Name,
    };
}

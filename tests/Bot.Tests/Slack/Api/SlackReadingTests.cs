using System.Text;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;

namespace AccountNudge.Bot.Tests.Slack.Api;

public sealed class SlackReadingTests
{
    [Theory]
    [InlineData(200, """{"ok":true,"ts":"1.2"}""", "Done")]
    [InlineData(200, "ok", "Done")]
    [InlineData(200, """{"ok":false,"error":"channel_not_found"}""", "Refused channel_not_found")]
    [InlineData(200, """{"ok":false}""", "Refused unknown_error")]
    [InlineData(200, """{"ok":false,"error":"fatal_error"}""", "Uncertain")]
    [InlineData(200, """{"ok":false,"error":"internal_error"}""", "Uncertain")]
    [InlineData(200, """{"ok":false,"error":"service_unavailable"}""", "Uncertain")]
    [InlineData(200, """{"ok":false,"error":"request_timeout"}""", "Uncertain")]
    [InlineData(200, """{"ok":false,"error":"ratelimited"}""", "Later 30, everybody")]
    [InlineData(200, """{"ok":false,"error":"token_expired"}""", "Later 2")]
    [InlineData(200, """{"ok":"yes"}""", "Uncertain")]
    [InlineData(200, """{"ok":tr""", "Uncertain")]
    [InlineData(200, "[]", "Uncertain")]
    [InlineData(200, "", "Uncertain")]
    [InlineData(200, "<html>maintenance</html>", "Uncertain")]
    [InlineData(302, "", "Uncertain")]
    [InlineData(404, """{"ok":false,"error":"used_url"}""", "Refused used_url")]
    [InlineData(404, "no such thing", "Refused http_404")]
    [InlineData(408, "", "Uncertain")]
    [InlineData(429, "", "Later 30, everybody")]
    [InlineData(500, """{"ok":true}""", "Uncertain")]
    [InlineData(503, """{"ok":false,"error":"channel_not_found"}""", "Uncertain")]
    public void Says_what_an_answer_means(int status, string body, string meaning) =>
        Words(SlackReading.Read(status, null, Encoding.UTF8.GetBytes(body))).ShouldBe(meaning);

    [Theory]
    [InlineData(2, "Later 2, everybody")]
    [InlineData(0, "Later 1, everybody")]
    [InlineData(-5, "Later 1, everybody")]
    [InlineData(3600, "Later 3600, everybody")]
    public void Takes_Retry_After_at_its_word(int seconds, string meaning) =>
        Words(SlackReading.Read(429, TimeSpan.FromSeconds(seconds), default)).ShouldBe(meaning);

    private static string Words(CallResult result) => result switch
    {
        CallResult.Refused refused => $"Refused {refused.Error}",
        CallResult.Later later => $"Later {later.After.TotalSeconds}",
        CallResult.Limited limited => $"Later {limited.RetryAfter!.Value.TotalSeconds}, everybody",
        SlackDone => "Done",
        var other => other.GetType().Name,
    };
}

using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Slack;
using Microsoft.Extensions.Configuration;

namespace AccountNudge.Bot.Tests.Slack.Installations;

public class PublicUrlTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("http://bot.example.com", true)]
    [InlineData("bot.example.com", true)]
    [InlineData("https://bot.example.com/?x=1", true)]
    [InlineData("https://bot.example.com", false)]
    [InlineData("https://example.com/bot/", false)]
    [InlineData("http://localhost:3978", false)]
    public void The_public_address_must_be_one_people_can_come_back_to(string? address, bool wrong)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:ClientId"] = "1.2", ["Slack:ClientSecret"] = "s", ["Slack:SigningSecret"] = "s", ["Slack:PublicUrl"] = address,
        }).Build();
        var reader = new SettingsReader(configuration);

        var settings = SlackSettings.Read(reader)!;

        reader.Problems.Any(problem => problem.StartsWith("Slack:ClientId needs Slack:PublicUrl", StringComparison.Ordinal)).ShouldBe(wrong);
        if (!wrong) new Uri(settings.PublicUrl!, "slack/install").AbsoluteUri.ShouldBe(address!.TrimEnd('/') + "/slack/install");
    }
}

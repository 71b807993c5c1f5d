using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Slack;
using AccountNudge.Bot.Teams;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace AccountNudge.Bot.Tests.Hosting;

public sealed class BotSettingsTests
{
    private const string Postgres = "ConnectionStrings:Postgres=Host=db;Username=u;Password=geheim";
    private const string GoodKey = "Secrets:MasterKey=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    [Fact]
    public void Nothing_configured_is_a_bot_on_this_machine()
    {
        var settings = Good();

        settings.Listeners.ShouldBe(["http://localhost:3978"]);
        settings.IsLocal.ShouldBeTrue();
        settings.Postgres.ShouldBeNull();
        settings.StoragePath.ShouldBe(Path.Combine("data", "accountnudge.db"));
        settings.MasterKey.ShouldBeNull();
        settings.Clock.ShouldBe(ClockMode.System);
        settings.ClockStart.ShouldBeNull();
        Read().Teams.ShouldBeNull();
    }

    [Fact]
    public void Everything_configured_is_read()
    {
        var settings = Good(
            "Urls=http://*:80;https://+:443", Postgres, GoodKey, "Storage:Path=/x/y.db", "Clock:Mode=system",
            "Clock:Start=2027-03-01T10:00:00.9+01:00", "Slack:BotToken=xoxb", "Slack:AppToken=geheim");

        settings.Listeners.ShouldBe(["http://*:80", "https://+:443"]);
        settings.IsLocal.ShouldBeFalse();
        settings.Postgres.ShouldStartWith("Host=db");
        settings.MasterKey.ShouldBe(Enumerable.Range(0, 32).Select(i => (byte)i));
        settings.ClockStart.ShouldBe(Instant.FromUtc(2027, 3, 1, 9, 0));
        Read("Slack:BotToken=xoxb", "Slack:AppToken=geheim").Slack!.BotToken.ShouldBe("xoxb");
        settings.ToString().ShouldNotContain("geheim");
    }

    [Theory]
    [InlineData("so that it can hear", "Slack:BotToken=x")]
    [InlineData("so that it can speak", "Slack:AppToken=x")]
    [InlineData("belong together", "Slack:BotToken=x", "Slack:SigningSecret=x", "Slack:ClientId=x")]
    [InlineData("Slack:PublicUrl", "Slack:SigningSecret=x", "Slack:ClientId=x", "Slack:ClientSecret=x")]
    [InlineData("Slack:PublicUrl", "Slack:SigningSecret=x", "Slack:ClientId=x", "Slack:ClientSecret=x", "Slack:PublicUrl=http://bot.example")]
    [InlineData("slash command", "Slack:BotToken=x", "Slack:AppToken=x", "Slack:Command=nudge")]
    public void What_Slack_lacks_is_named_in_a_sentence(string sentence, params string[] settings) =>
        Read(settings).Problems.ShouldContain(problem => problem.Contains(sentence, StringComparison.Ordinal));

    [Theory]
    [InlineData(true, "Urls=http://localhost:1")]
    [InlineData(true, "Urls=http://LOCALHOST")]
    [InlineData(true, "Urls=http://127.0.0.1:0;http://[::1]:5000")]
    [InlineData(true, "Urls=http://127.8.9.10:5000")]
    [InlineData(true, "Urls=http://[::ffff:127.0.0.1]:5000")]
    [InlineData(true, "HTTP_PORTS=8080", "Urls=http://localhost:1")]
    [InlineData(true, "Kestrel:Endpoints:A:Url=http://localhost:1", "HTTP_PORTS=8080")]
    [InlineData(true, "Slack:ApiUrl=https://slack.com/api/")]
    [InlineData(true, "Slack:ApiUrl=http://127.0.0.1:9000/api/", "Slack:BotToken=x", "Slack:AppToken=x")]
    [InlineData(true, "Teams:AppId=12345678-1234-1234-1234-123456789abc", "Teams:TenantId=12345678-1234-1234-1234-123456789abc", "Teams:ClientSecret=x", "Teams:OpenIdMetadataUrl=http://localhost:1/x", "Teams:AuthorityUrl=http://localhost:1/")]
    [InlineData(false, "Urls=http://localhost:1;http://0.0.0.0:2")]
    [InlineData(false, "Urls=http://*:1")]
    [InlineData(false, "Urls=http://+:1")]
    [InlineData(false, "Urls=http://[::]:1")]
    [InlineData(false, "Urls=http://192.168.1.5:1")]
    [InlineData(false, "Urls=http://localhost.example:1")]
    [InlineData(false, "Urls=http://myhost")]
    [InlineData(false, "Urls=http://unix:/run/bot.sock")]
    [InlineData(false, "HTTP_PORTS=8080")]
    [InlineData(false, "HTTPS_PORTS=8443")]
    [InlineData(false, "Kestrel:Endpoints:A:Url=http://*:80", "Urls=http://localhost:1")]
    [InlineData(false, "FORWARDEDHEADERS_ENABLED=true")]
    [InlineData(false, "Slack:BotToken=x", "Slack:AppToken=x")]
    [InlineData(false, "Slack:BotToken=x", "Slack:SigningSecret=x")]
    [InlineData(false, "Slack:ClientId=x", "Slack:ClientSecret=x", "Slack:SigningSecret=x", "Slack:PublicUrl=http://localhost:1")]
    [InlineData(false, "Slack:BotToken=x", "Slack:AppToken=x", "Slack:ApiUrl=https://localhost.example/api/")]
    [InlineData(false, "Teams:AppId=12345678-1234-1234-1234-123456789abc", "Teams:TenantId=12345678-1234-1234-1234-123456789abc", "Teams:ClientSecret=x")]
    [InlineData(false, "Teams:AppId=12345678-1234-1234-1234-123456789abc", "Teams:TenantId=12345678-1234-1234-1234-123456789abc", "Teams:ClientSecret=x", "Teams:OpenIdMetadataUrl=http://localhost:1/x")]
    public void Local_is_only_who_listens_and_speaks_on_loopback_alone(bool local, params string[] settings) =>
        Good(settings).IsLocal.ShouldBe(local);

    [Theory]
    [InlineData("Urls must be an address", "Urls=nonsense")]
    [InlineData("Urls must be an address", "Urls=ftp://localhost")]
    [InlineData("Kestrel:Endpoints:A:Url must be an address", "Kestrel:Endpoints:A:Protocols=Http1")]
    [InlineData("Slack:ApiUrl must be an address", "Slack:ApiUrl=slack.com")]
    [InlineData("ConnectionStrings:Postgres must be a connection string", "ConnectionStrings:Postgres=geheim", GoodKey)]
    [InlineData("ConnectionStrings:Postgres must be a connection string", "ConnectionStrings:Postgres=Port=geheim", GoodKey)]
    [InlineData("ConnectionStrings:Postgres must be a connection string", "ConnectionStrings:Postgres=Password=geheim", GoodKey)]
    [InlineData("Secrets:MasterKey is required with ConnectionStrings:Postgres", Postgres)]
    [InlineData("Secrets:MasterKey must be 32 random bytes or more in base64", "Secrets:MasterKey=geheim!")]
    [InlineData("Secrets:MasterKey must be 32 random bytes or more in base64", "Secrets:MasterKey=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==")]
    [InlineData("Storage:Path must be the path of a file", "Storage:Path=/var/lib/")]
    [InlineData("Clock:Mode must be System or Simulated, not \"1\".", "Clock:Mode=1")]
    [InlineData("Clock:Mode must be System or Simulated, not \"Fast\".", "Clock:Mode=Fast")]
    [InlineData("Clock:Start must be an instant", "Clock:Start=2027-03-01")]
    [InlineData("Clock:Start must be an instant", "Clock:Start=2027-02-30T00:00:00Z")]
    [InlineData("Teams needs Teams:AppId", "Teams:TenantId=12345678-1234-1234-1234-123456789abc", "Teams:ClientSecret=x")]
    [InlineData("Teams needs Teams:TenantId", "Teams:AppId=12345678-1234-1234-1234-123456789abc", "Teams:TenantId=common", "Teams:ClientSecret=x")]
    [InlineData("Teams needs either", "Teams:AppId=12345678-1234-1234-1234-123456789abc", "Teams:TenantId=12345678-1234-1234-1234-123456789abc")]
    [InlineData("Teams:AllowUnauthenticated must be true or false", "Teams:AllowUnauthenticated=1")]
    [InlineData("Clock:Mode=Simulated needs every listener", "Clock:Mode=Simulated", "Urls=http://*:80")]
    [InlineData("Clock:Mode=Simulated needs every listener", "Clock:Mode=Simulated", "Slack:BotToken=geheim", "Slack:AppToken=geheim")]
    [InlineData("Clock:Mode=Simulated needs every listener", "Clock:Mode=Simulated", "FORWARDEDHEADERS_ENABLED=true")]
    [InlineData("Teams:AllowUnauthenticated needs every listener", "Teams:AllowUnauthenticated=true", "Urls=http://*:80")]
    public void A_bad_setting_is_named_in_one_sentence_without_its_secret(string start, params string[] settings)
    {
        var problems = Read(settings).Problems;

        problems.ShouldHaveSingleItem().ShouldStartWith(start);
        problems[0].ShouldNotContain("geheim");
    }

    [Fact]
    public void All_bad_settings_are_named_at_once() =>
        Read("Urls=x", "Clock:Mode=x", "Clock:Start=x", "Secrets:MasterKey=x", "Storage:Path=x/", "Slack:ApiUrl=x").Problems.Count.ShouldBe(6);

    [Fact]
    public void Blank_is_the_same_as_not_set() =>
        Good("Urls=", "Clock:Mode= ", "Clock:Start=", "ConnectionStrings:Postgres=", "Secrets:MasterKey=", "Slack:BotToken=").IsLocal.ShouldBeTrue();

    private static BotSettings Good(params string[] settings)
    {
        var read = Read(settings);
        read.Problems.ShouldBeEmpty();
        return read.Bot;
    }

    /// <summary>Reads them in the order in which the host does.</summary>
    private static (SlackSettings? Slack, TeamsSettings? Teams, BotSettings Bot, IReadOnlyList<string> Problems) Read(params string[] settings)
    {
        var reader = new SettingsReader(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
            .Build());
        return (SlackSettings.Read(reader), TeamsSettings.Read(reader), BotSettings.Read(reader), reader.Problems);
    }
}

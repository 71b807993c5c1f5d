using AccountNudge.Bot.Teams.Api;

namespace AccountNudge.Bot.Tests.Teams.Api;

public sealed class ServiceUrlTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://smba.trafficmanager.net", true)]
    [InlineData("https://SMBA.TrafficManager.net:443/amer/aaaaaaaa-1234-1234-1234-123456789abc/", true)]
    [InlineData("https://smba.onyx.prod.teams.trafficmanager.net/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc", true)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch", false)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/emea/", false)]
    [InlineData("https://user@smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net./", false)]
    [InlineData("https://smba.trafficmanager.net/emea/?next=https://evil.example", false)]
    [InlineData("https://smba.trafficmanager.net/emea/#x", false)]
    [InlineData("https://smba.trafficmanager.net\\@evil.example/", false)]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/", false)]
    [InlineData("https://ѕmba.trafficmanager.net/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("http://localhost:56150/_connector", false)]
    [InlineData("https://169.254.169.254/", false)]
    [InlineData("//smba.trafficmanager.net/", false)]
    [InlineData("/emea/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Tokens_go_to_Teams_own_hosts_only(string? serviceUrl, bool isAllowed) => ServiceUrls.IsAllowed(serviceUrl, isLocal: false).ShouldBe(isAllowed);

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:56150/", true)]
    [InlineData("http://[::1]:56150/", true)]
    [InlineData("https://127.0.0.1/", true)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://user@localhost/", false)]
    [InlineData("ftp://localhost/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/etc/passwd", false)]
    public void Without_tokens_nothing_leaves_this_machine(string serviceUrl, bool isAllowed) => ServiceUrls.IsAllowed(serviceUrl, isLocal: true).ShouldBe(isAllowed);
}

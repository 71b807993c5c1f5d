using System.Security.Cryptography;
using System.Text;
using AccountNudge.Bot.Slack.Inbound.Http;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

public sealed class SignatureTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&command=%2Fweather&text=94070";
    private const long SentAt = 1531420618;

    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(SentAt);

    [Fact]
    public void A_signed_body_is_valid() => IsValid("1531420618", Signed("1531420618", Body), Body, Sent).ShouldBeTrue();

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void Five_minutes_apart_is_the_most_in_either_direction(int seconds, bool valid) =>
        IsValid("1531420618", Signed("1531420618", Body), Body, Sent.AddSeconds(seconds)).ShouldBe(valid);

    [Fact]
    public void Part_of_a_second_makes_no_difference() =>
        IsValid("1531420618", Signed("1531420618", Body), Body, Sent.AddSeconds(300.9)).ShouldBeTrue();

    [Fact]
    public void Another_secret_is_refused() =>
        SlackSignature.IsValid("another", "1531420618", Signed("1531420618", Body), Encoding.UTF8.GetBytes(Body), Sent).ShouldBeFalse();

    [Fact]
    public void A_changed_body_is_refused() => IsValid("1531420618", Signed("1531420618", Body), Body + "&x=1", Sent).ShouldBeFalse();

    [Fact]
    public void A_changed_timestamp_is_refused() => IsValid("1531420619", Signed("1531420618", Body), Body, Sent).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-a-number")]
    [InlineData("-1531420618")]
    [InlineData("+1531420618")]
    [InlineData(" 1531420618")]
    [InlineData("1531420618.0")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    public void A_timestamp_that_is_none_is_refused_although_it_is_signed(string? timestamp) =>
        IsValid(timestamp, Signed(timestamp ?? "", Body), Body, Sent).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v0=zz")]
    [InlineData("v0=00")]
    [InlineData("v0=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("v0=zz00000000000000000000000000000000000000000000000000000000000000")]
    public void A_signature_that_is_none_is_refused(string? signature) => IsValid("1531420618", signature, Body, Sent).ShouldBeFalse();

    [Theory]
    [InlineData("v9=")]
    [InlineData("V0=")]
    [InlineData("")]
    [InlineData("v0")]
    public void Another_version_is_refused(string version) =>
        IsValid("1531420618", version + Signed("1531420618", Body)[3..], Body, Sent).ShouldBeFalse();

    [Fact]
    public void Something_behind_the_signature_is_refused() => IsValid("1531420618", Signed("1531420618", Body) + "0", Body, Sent).ShouldBeFalse();

    private static bool IsValid(string? timestamp, string? signature, string body, DateTimeOffset now) =>
        SlackSignature.IsValid(Secret, timestamp, signature, Encoding.UTF8.GetBytes(body), now);

    private static string Signed(string timestamp, string body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));
}

using AccountNudge.Bot.Conversation.Model;

namespace AccountNudge.Bot.Tests.Conversation;

public sealed class ShorteningTests
{
    [Theory]
    [InlineData("the sample", 20, "the sample")]
    [InlineData("the sample by post", 10, "the sampl…")]
    [InlineData("the sample https://example.com/archives/C1/p2", 20, "the sample…")]
    [InlineData("the sample https://example.com/archives/C1/p2", 12, "the sample…")]
    [InlineData("siehe http://example.com/a danach", 26, "siehe…")]
    [InlineData("siehe http://example.com/a danach", 27, "siehe http://example.com/a…")]
    [InlineData("https://example.com/archives/C1/p2", 20, "https://example.com…")]
    [InlineData("first line\nhttps://example.com/archives", 20, "first line…")]
    public void Half_an_address_is_left_out(string words, int most, string shown) => Shortening.Of(words, most).ShouldBe(shown);
}

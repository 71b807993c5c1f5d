using AccountNudge.Bot.Tests.Conversation.Announcements;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Departures;

/// <summary>What is known of somebody who has left or died does not come up any more, and what is somebody else's is not in one's day.</summary>
public sealed class NotBroughtUpTests
{
    [Theory]
    [InlineData("hook Sabine Klein: loves sailing")]
    [InlineData("merke Sabine Klein: loves sailing")]
    [InlineData("prefer Sabine Klein: loves sailing")]
    [InlineData("vorliebe Sabine Klein: loves sailing")]
    [InlineData("topic Sabine Klein: loves sailing")]
    [InlineData("thema Sabine Klein: loves sailing")]
    [InlineData("limit Sabine Klein: loves sailing")]
    [InlineData("grenze Sabine Klein: loves sailing")]
    [InlineData("situation Sabine Klein: loves sailing")]
    [InlineData("lage Sabine Klein: loves sailing")]
    public async Task Of_somebody_who_is_gone(string noted)
    {
        foreach (var gone in (string[])["left Sabine Klein", "verstorben Sabine Klein"])
        {
            using var talk = await Client.At("2027-03-01T10:00");
            await talk.Say(Anna, "log Weber call with Sabine Klein: fine");
            await talk.Say(Anna, noted);
            CardText.Of(await talk.Say(Anna, "brief Weber")).ShouldContain("sailing");
            await talk.Say(Anna, gone);
            CardText.Of(await talk.Say(Anna, "brief Weber")).ShouldNotContain("sailing");
            await talk.Until("2027-04-06T10:00");
            var posted = talk.Cards.Values.Select(CardText.Of).ToList();
            posted.ShouldContain(text => text.Contains("Weber GmbH: no talk for", StringComparison.Ordinal));
            posted.ShouldAllBe(text => !text.Contains("sailing", StringComparison.Ordinal) && !text.Contains("(Weber GmbH): no talk", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("hook Sabine Klein: loves sailing")]
    [InlineData("vorliebe Sabine Klein: segelt gern")]
    public async Task Nothing_new_is_noted_about_the_dead(string noted)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "deceased Sabine Klein");
        CardText.Of(await talk.Say(Anna, noted)).ShouldContain("Sabine Klein has died.");
        CardText.Of(await talk.Say(Anna, "brief Weber")).ShouldNotContain("sail");
    }

    [Fact]
    public async Task Of_somebody_elses_client_what_one_promised_there_and_nothing_else()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Clara, "zusage Weber: das Muster bis Freitag");
        await talk.Say(Anna, "complaint Weber: late again");
        CardText.Of(await talk.Say(Clara, "heute")).ShouldSatisfyAllConditions(text => text.ShouldContain("das Muster"), text => text.ShouldNotContain("late again"));
        CardText.Of(await talk.Say(Anna, "today")).ShouldSatisfyAllConditions(text => text.ShouldContain("das Muster"), text => text.ShouldContain("late again"));
    }
}

using AccountNudge.Bot.Conversation.Announcements;
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

    /// <summary>What is owed or planned goes on for the client; whoever left is named only where that is what it is about.</summary>
    [Theory]
    [InlineData("complaint Weber by Sabine Klein: late again", "Weber GmbH has been waiting for an answer")]
    [InlineData("beschwerde Weber von Sabine Klein: schon wieder zu spät", "Weber GmbH has been waiting for an answer")]
    [InlineData("promise Weber to Sabine Klein: the sample by Wednesday", "Weber GmbH is expecting this today")]
    [InlineData("zusage Weber an Sabine Klein: das Muster bis Mittwoch", "Weber GmbH is still waiting for what we promised")]
    [InlineData("plan Weber visit with Sabine Klein on Wednesday 14:00: yearly review", "Weber GmbH: a visit is planned today at 14:00")]
    [InlineData("termin Weber besuch mit Sabine Klein am Mittwoch um 14 Uhr: Jahresgespräch", "Weber GmbH: a visit is planned today at 14:00")]
    public async Task What_is_open_with_somebody_who_is_gone_is_the_clients(string noted, string said)
    {
        foreach (var gone in (string[])["left Sabine Klein", "gegangen Sabine Klein zu Globex", "verstorben Sabine Klein"])
        {
            using var talk = await Client.At("2027-03-01T10:00");
            await talk.Say(Anna, noted);
            await talk.Say(Anna, gone);
            var today = CardText.Of(await talk.Say(Anna, "today"));
            await talk.Until("2027-03-05T10:00");
            var posted = talk.Posted.Where(announcement => announcement.Lines.All(line => line.Nudge.Kind != "departure")).Select(announcement => CardText.Of(AnnouncementCards.Of(announcement)).Split('\n')).ToList();
            posted.ShouldContain(lines => lines.Any(line => line.Contains(said, StringComparison.Ordinal)), $"{gone}\n{string.Join('\n', posted.SelectMany(lines => lines))}");
            posted.ShouldAllBe(lines => !lines[0].Contains("Sabine", StringComparison.Ordinal) && lines.All(line => !line.Contains("Sabine Klein (Weber GmbH)", StringComparison.Ordinal)));
            today.Split('\n').ShouldAllBe(line => !line.Contains("Sabine Klein (Weber GmbH)", StringComparison.Ordinal) || line.Contains("has left", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("left Sabine Klein", "brief Sabine Klein", "No longer there", "Worth asking")]
    [InlineData("gegangen Sabine Klein", "kurzprofil Sabine Klein", "Nicht mehr dort", "Was noch fehlt")]
    public async Task Nobody_is_asked_who_is_not_there_and_a_departure_has_a_heading_of_its_own(string left, string brief, string heading, string questions)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var person = brief.StartsWith("brief", StringComparison.Ordinal) ? Anna : Clara;
        await talk.Say(person, "promise Weber to Sabine Klein: the sample by Friday");
        CardText.Of(await talk.Say(person, brief)).ShouldContain(questions);
        await talk.Say(person, left);
        CardText.Of(await talk.Say(person, brief)).ShouldSatisfyAllConditions(
            text => text.ShouldNotContain(questions), text => text.ReplaceLineEndings("\n").ShouldContain($"  ## {heading}\n  - Sabine Klein\n"));
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

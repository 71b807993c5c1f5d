using AccountNudge.Bot.Tests.Conversation.Team;

namespace AccountNudge.Bot.Tests.Conversation.Directory;

/// <summary>Whatever replaces something says what it replaced, and nothing where there was nothing.</summary>
public sealed class ReplacedTests
{
    [Theory] // by Anna in English and Clara in German, each in a direct message
    [InlineData("birthday Sabine Klein 4 May", "birthday Sabine Klein 12 March", "Instead of 4 May")]
    [InlineData("birthday Sabine Klein 4 May", "birthday Sabine Klein 4 May 1980", "Instead of 4 May")]
    [InlineData("geburtstag Sabine Klein 4.5.1980", "geburtstag Sabine Klein 12.3.", "Statt 4. Mai 1980")]
    [InlineData("since Weber GmbH 1 March 2019", "since Weber GmbH 1 March 2018", "Instead of 1 March 2019")]
    [InlineData("seit Weber GmbH 1.3.2019", "seit Weber GmbH 1.3.2018", "Statt 1. März 2019")]
    [InlineData("contact phone Sabine Klein +49 221 111", "contact phone Sabine Klein +49 221 222", "Before: +49 221 111")]
    [InlineData("ansprechperson telefon Sabine Klein +49 221 111", "ansprechperson telefon Sabine Klein +49 221 222", "Bisher: +49 221 111")]
    [InlineData("contact email Sabine Klein old@weber.example", "contact email Sabine Klein new@weber.example", "Before: old@weber.example")]
    [InlineData("ansprechperson mail Sabine Klein alt@weber.example", "ansprechperson mail Sabine Klein neu@weber.example", "Bisher: alt@weber.example")]
    [InlineData("contact role Sabine Klein Buyer", "contact role Sabine Klein Head of Buying", "Before: Buyer")]
    [InlineData("ansprechperson rolle Sabine Klein Einkauf", "ansprechperson rolle Sabine Klein Vertrieb", "Bisher: Einkauf")]
    [InlineData("account tier Weber GmbH C", "account tier Weber GmbH A", "Before: C: a talk every 90 days")]
    [InlineData("kunde stufe Weber GmbH C", "kunde stufe Weber GmbH A", "Bisher: C: mindestens alle 90 Tage")]
    [InlineData("account owner Weber GmbH Anna", "account owner Weber GmbH Ben", "Before: Anna")]
    [InlineData("account deputy Weber GmbH Ben", "account deputy Weber GmbH Anna", "Before: Ben")]
    [InlineData("kunde vertretung Weber GmbH Ben", "kunde vertretung Weber GmbH Anna", "Bisher: Ben")]
    [InlineData("account pause Weber GmbH until 9 April", "account pause Weber GmbH until 30 April", "Before: 9 April 2027")]
    [InlineData("team zone Berlin", "team zone London", "Before: Europe/Berlin")]
    [InlineData("team hours Mon-Fri 9-17", "team hours Mon-Thu 8-14", "Before: Mon-Fri 09:00-17:00")]
    [InlineData("team zeiten Mo-Fr 9-17", "team zeiten Mo-Do 8-14", "Vorher: Mo-Fr 09:00-17:00")]
    [InlineData("team region Bavaria", "team region England", "Before: Bavaria")]
    [InlineData("team sprache Englisch", "team sprache Deutsch", "Vorher: Englisch")]
    public async Task The_second_says_what_the_first_had_said(string first, string second, string said)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        await talk.Say(Talk.Ben, "account add Weber GmbH owner Clara");
        await talk.Say(Talk.Ben, "contact add Sabine Klein at Weber GmbH");
        await talk.Say(Talk.Anna, "team region none");
        var person = said.Contains("Bisher", StringComparison.Ordinal) || said.Contains("Statt", StringComparison.Ordinal) || said.Contains("Vorher", StringComparison.Ordinal) ? Talk.Clara : Talk.Anna;
        var before = await talk.Say(person, first, Talk.DirectOf(person));
        if (!first.StartsWith("team", StringComparison.Ordinal) && !first.Contains("owner", StringComparison.Ordinal) && !first.Contains(" tier ", StringComparison.Ordinal) && !first.Contains(" stufe ", StringComparison.Ordinal))
            new[] { "Before:", "Bisher:", "Instead of", "Statt" }.ShouldAllBe(word => !CardText.Of(before).Contains(word, StringComparison.Ordinal));

        CardText.Of(await talk.Say(person, second, Talk.DirectOf(person))).ShouldContain(said);
        var again = CardText.Of(await talk.Say(person, second, Talk.DirectOf(person)));
        new[] { "Before: 4", "Instead of", "Statt", "Bisher:" }.ShouldAllBe(word => !again.Contains(word, StringComparison.Ordinal), again);
    }

    [Theory] // what Frau Klein has, what Sabine Klein has, what the one who stays gains, and what goes
    [InlineData("role Buyer", "", "gains: Role: Buyer", "")]
    [InlineData("phone +49 221 111", "phone +49 221 222", "", "loses: Phone: +49 221 111")]
    [InlineData("email a@weber.example", "email b@weber.example", "", "loses: Email: a@weber.example")]
    [InlineData("birthday 4 May", "", "gains: Birthday: 4 May", "")]
    [InlineData("birthday 4 May", "birthday 12 March", "", "loses: Birthday: 4 May")]
    [InlineData("birthday 4 May 1980", "birthday 4 May", "gains: Birthday: 4 May 1980", "")]
    [InlineData("birthday 4 May 1980", "birthday 4 May 1981", "", "loses: Birthday: 4 May 1980")]
    [InlineData("birthday 4 May", "birthday 4 May 1980", "", "")]
    [InlineData("role Buyer phone +49 221 111", "role Boss", "gains: Phone: +49 221 111", "loses: Role: Buyer")]
    [InlineData("role Buyer", "role Buyer", "", "")]
    [InlineData("", "", "", "")]
    public async Task Merging_says_what_is_gained_and_what_goes_before_it_does_so(string goes, string stays, string gained, string lost)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        await talk.Say(Talk.Anna, "account add Weber GmbH");
        await talk.Say(Talk.Anna, $"contact add \"Frau Klein\" at Weber GmbH {goes}");
        await talk.Say(Talk.Anna, $"contact add \"Sabine Klein\" at Weber GmbH {stays}");

        var asked = await talk.Say(Talk.Anna, "contact merge \"Frau Klein\" into \"Sabine Klein\"");

        var text = string.Join(' ', CardText.Of(asked).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        (text.Contains("gains:", StringComparison.Ordinal), text.Contains("loses:", StringComparison.Ordinal)).ShouldBe((gained.Length > 0, lost.Length > 0), text);
        text.ShouldContain(gained);
        text.ShouldContain(lost);
        text.ShouldContain("can’t be undone");
        CardText.Of(await talk.Say(Talk.Anna, "contact show \"Frau Klein\"")).ShouldContain("Frau Klein, Weber GmbH", customMessage: "nothing is done before it is confirmed");

        var merged = await talk.Press(Talk.Anna, asked, "contact.merge");
        CardText.Of(merged).ShouldContain("part of this entry");
        var kept = string.Join(' ', CardText.Of(await talk.Say(Talk.Anna, "contact show \"Sabine Klein\"")).Split('\n', StringSplitOptions.TrimEntries));
        if (gained.Length > 0) kept.ShouldContain(gained["gains: ".Length..]);
        if (lost.Length > 0) kept.ShouldNotContain(lost["loses: ".Length..]);
    }
}

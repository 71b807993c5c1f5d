using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Conversation.Team;

/// <summary>A member's own hours and zone, and how a whole workspace is spoken to.</summary>
public sealed class OwnHoursTests
{
    [Theory] // what was said before, what is said, the hours and the zone that hold then, and the answer
    [InlineData("", "hours Mon-Thu 8-14", "Mon-Thu 08:00-14:00", "", "Your working hours: Mon-Thu 08:00-14:00, Europe/Berlin")]
    [InlineData("", "hours 9am-5pm", "Mon-Fri 09:00-17:00", "", "Mon-Fri 09:00-17:00")]
    [InlineData("", "my hours Tue, Thu 10-12", "Tue 10:00-12:00, Thu 10:00-12:00", "", "Tue 10:00-12:00")]
    [InlineData("", "hours zone Lisbon", "", "Europe/Lisbon", "Mon-Fri 09:00-17:00, Europe/Lisbon")]
    [InlineData("", "hours Mon-Thu 8-14 zone London", "Mon-Thu 08:00-14:00", "Europe/London", "Europe/London")]
    [InlineData("hours Mon-Thu 8-14 zone London", "hours Mon-Fri 8-12", "Mon-Fri 08:00-12:00", "Europe/London", "Before: Mon-Thu 08:00-14:00, Europe/London")]
    [InlineData("hours Mon-Thu 8-14", "hours team", "", "", "The same as the team’s.")]
    [InlineData("hours zone London", "hours zone team", "", "", "Mon-Fri 09:00-17:00, Europe/Berlin")]
    [InlineData("", "zeiten Mo-Do 8-14", "Mon-Thu 08:00-14:00", "", "Deine Arbeitszeiten: Mo-Do 08:00-14:00, Europe/Berlin")]
    [InlineData("", "meine zeiten Mo-Fr 8-12 zone Lissabon", "Mon-Fri 08:00-12:00", "Europe/Lisbon", "Europe/Lisbon")]
    [InlineData("zeiten Mo-Do 8-14", "zeiten zurücksetzen", "", "", "So wie im Team.")]
    [InlineData("zeiten Mo-Do 8-14", "zeiten Fr 9-10", "Fri 09:00-10:00", "", "Bisher: Mo-Do 08:00-14:00")]
    [InlineData("", "hours whenever", "", "", "I couldn’t read those hours.")]
    [InlineData("", "zeiten irgendwann", "", "", "Diese Zeiten verstehe ich nicht.")]
    [InlineData("", "hours zone Atlantis", "", "", "I don’t know a time zone called “Atlantis”")]
    public async Task Own_hours_are_set_and_given_back_and_the_teams_stay(string first, string line, string hours, string zone, string answered)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        var person = line.Contains("zeiten", StringComparison.Ordinal) ? Talk.Clara : Talk.Anna;
        if (first.Length > 0) await talk.Say(person, first);

        var reply = await talk.Say(person, line);

        reply.OnlyAsker.ShouldBeTrue();
        CardText.Of(reply).ShouldContain(answered);
        var member = await talk.Member(person);
        (member.Hours ?? "", member.HasChosenZone ? member.Zone!.Id : "").ShouldBe((hours, zone));
        (await talk.Team()).Settings.Hours.ShouldBe("Mon-Fri 09:00-17:00");
        await talk.Say(person, "settings");
        (await talk.Member(person)).Zone!.Id.ShouldBe(zone.Length > 0 ? zone : "Europe/Berlin", "what the profile tells does not change a chosen zone");
    }

    [Theory] // by form: what stands in it, what is filled in, and what holds then
    [InlineData("", "Mon-Thu 8-14", "", "Mon-Thu 08:00-14:00", "")]
    [InlineData("hours Mon-Thu 8-14 zone London", "Mon-Thu 8-14", "London", "Mon-Thu 08:00-14:00", "Europe/London")]
    [InlineData("hours Mon-Thu 8-14 zone London", "", "", "", "")]
    [InlineData("hours Mon-Thu 8-14 zone London", "team", "Lisbon", "", "Europe/Lisbon")]
    public async Task The_form_holds_what_holds_and_empty_is_the_teams(string first, string hours, string zone, string holds, string inZone)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        if (first.Length > 0) await talk.Say(Talk.Anna, first);
        var opened = await talk.Say(Talk.Anna, "hours");
        opened.Form!.Fields.Select(field => field.Value).ShouldBe(first.Length > 0 ? ["Mon-Thu 08:00-14:00", "Europe/London"] : ["", ""]);

        await talk.Submit(Talk.Anna, opened, ("hours", hours), ("zone", zone));

        var member = await talk.Member(Talk.Anna);
        (member.Hours ?? "", member.HasChosenZone ? member.Zone!.Id : "").ShouldBe((holds, inZone));
    }

    [Theory] // whose hours, when a birthday is mentioned ahead in a direct message
    [InlineData("", "2027-03-05T09:00")]
    [InlineData("hours Mon-Fri 13-17", "2027-03-05T13:00")]
    [InlineData("hours Mon-Thu 8-14", "2027-03-08T08:00")]
    [InlineData("hours Mon-Fri 9-17 zone London", "2027-03-05T10:00")]
    public async Task Direct_messages_wait_for_them(string line, string saidAt)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        foreach (var said in new[] { "account add Weber GmbH", "contact add Sabine Klein at Weber GmbH", "birthday Sabine Klein 12 March" }) await talk.Say(Talk.Anna, said);
        if (line.Length > 0) await talk.Say(Talk.Anna, line);
        var at = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(saidAt).Value;

        await talk.Until($"{at.PlusMinutes(-1):uuuu-MM-dd'T'HH:mm}");
        talk.Posted.ShouldBeEmpty();
        await talk.Until($"{at:uuuu-MM-dd'T'HH:mm}");
        talk.Posted.ShouldHaveSingleItem().IsDirect.ShouldBeTrue();
    }

    [Theory] // the setting, how Clara is spoken to then, and what the answer says
    [InlineData("team address Sie", FormOfAddress.Sie, true, "Before: Du")]
    [InlineData("team anrede sie", FormOfAddress.Sie, true, "Before: Du")]
    [InlineData("team anrede siezen", FormOfAddress.Sie, true, "Address in German: Sie")]
    [InlineData("team address du", FormOfAddress.Du, true, "That was already set.")]
    [InlineData("team anrede duzen", FormOfAddress.Du, true, "That was already set.")]
    [InlineData("team spelling Switzerland", FormOfAddress.Du, false, "Before: as in Germany")]
    [InlineData("team schreibweise schweiz", FormOfAddress.Du, false, "Spelling in German: as in Switzerland")]
    [InlineData("team spelling Swiss", FormOfAddress.Du, false, "as in Switzerland")]
    [InlineData("team schreibweise deutschland", FormOfAddress.Du, true, "That was already set.")]
    [InlineData("team schreibweise eszett", FormOfAddress.Du, true, "That was already set.")]
    public async Task A_workspace_chooses_how_it_is_spoken_to(string line, FormOfAddress address, bool sharpS, string answered)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        CardText.Of(await talk.Say(Talk.Anna, line)).ShouldContain(answered);

        var back = CardText.Of(await talk.Say(Talk.Clara, "zurück", Talk.DirectOf(Talk.Clara)));
        back.ShouldContain(address == FormOfAddress.Sie ? "dass Sie da sind" : "dass du da bist");
        if (!sharpS) CardText.Of(await talk.Say(Talk.Clara, "hilfe", Talk.DirectOf(Talk.Clara))).ShouldNotContain("ß");
        var form = (await talk.Say(Talk.Anna, "team settings")).Form!;
        form.Fields.Where(field => field.Name is "address" or "spelling").Select(field => field.Value).ShouldBe([address == FormOfAddress.Sie ? "sie" : "du", sharpS ? "de" : "ch"]);
        if (answered.StartsWith("It was", StringComparison.Ordinal)) return;
        await talk.Say(Talk.Anna, "undo");
        CardText.Of(await talk.Say(Talk.Clara, "zurück", Talk.DirectOf(Talk.Clara))).ShouldContain("dass du da bist");
    }

    [Fact]
    public async Task Once_there_are_managers_only_they_choose()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-22T10:00");
        await talk.Say(Talk.Ben, "team manager Ben");
        CardText.Of(await talk.Say(Talk.Anna, "team address Sie")).ShouldContain("Ben");
        CardText.Of(await talk.Say(Talk.Clara, "zurück", Talk.DirectOf(Talk.Clara))).ShouldContain("dass du da bist");
        await talk.Say(Talk.Ben, "team address Sie");
        CardText.Of(await talk.Say(Talk.Clara, "zurück", Talk.DirectOf(Talk.Clara))).ShouldContain("dass Sie da sind");
    }
}

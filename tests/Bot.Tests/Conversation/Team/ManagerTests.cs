using AccountNudge.Bot.Conversation.Model;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Team;

public sealed class ManagerTests
{
    [Theory]
    [InlineData("team zone London")]
    [InlineData("team region Bayern")]
    [InlineData("team language German")]
    [InlineData("team hours Mon-Fri 8-16")]
    [InlineData("team morning 8:30")]
    [InlineData("team rename Key accounts")]
    [InlineData("team floor A 10")]
    [InlineData("team closed 24 December to 1 January")]
    [InlineData("team manager @[U-CLARA|Clara]")]
    [InlineData("team manager remove @[U-ANNA|Anna]")]
    public async Task Anyone_may_set_up_until_a_manager_exists_then_only_managers(string line)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        if (!line.Contains("remove", StringComparison.Ordinal))
        {
            (await talk.Say(Talk.Ben, line)).OnlyAsker.ShouldBeFalse();
            using var again = await ExampleTeam.WithTeam("2027-03-01T10:00");
            await again.Say(Talk.Ben, "team manager @[U-ANNA|Anna]");
            await Refused(again, line);
            (await again.Say(Talk.Anna, line)).OnlyAsker.ShouldBeFalse();
            return;
        }

        await talk.Say(Talk.Ben, "team manager @[U-ANNA|Anna]");
        await Refused(talk, line);
        (await talk.Say(Talk.Anna, line)).OnlyAsker.ShouldBeFalse();
    }

    [Fact]
    public async Task The_form_is_for_managers_too_however_it_comes()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var shown = await talk.Say(Talk.Ben, "settings");
        var form = await talk.Press(Talk.Ben, shown, "team.settings.open");
        await talk.Say(Talk.Anna, $"team manager {ExampleTeam.MentionOf(Talk.Anna)}");
        CardText.Of(await talk.Submit(Talk.Ben, form, ("zone", "London"))).ShouldContain("Only managers can change this. Ask Anna.");
        CardText.Of(await talk.Press(Talk.Ben, shown, "team.settings.open")).ShouldContain("Only managers can change this. Ask Anna.");
        CardText.Of(await talk.Say(Talk.Clara, "team einstellungen")).ShouldContain("Das kann nur die Leitung ändern. Frag am besten Anna.");
        Talk.ButtonsOf((await talk.Say(Talk.Ben, "settings")).Card!).ShouldBeEmpty();
        (await talk.Team()).Settings.Zone.ShouldBe("Europe/Berlin");
    }

    [Fact]
    public async Task A_first_manager_is_announced_in_the_channel_only()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        CardText.Of(await talk.Say(Talk.Ben, "team manager Anna", Talk.DirectOf(Talk.Ben))).ShouldContain("so everyone hears about it");
        CardText.Of(await talk.Say(Talk.Ben, "team manager Anna", ExampleTeam.Other)).ShouldContain("so everyone hears about it");
        var reply = await talk.Say(Talk.Ben, "team manager Anna");
        reply.OnlyAsker.ShouldBeFalse();
        CardText.Of(reply).ShouldContain("Anna now manages clients.");
        // Monday is a public holiday in Berlin.
        CardText.Of(reply).ShouldContain("starting on Tuesday 9 March.");
        CardText.Of(reply).ShouldContain("By Ben");
    }

    [Fact]
    public async Task The_week_is_set_in_the_managers_zone_and_cleared_with_the_last_team()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var far = Talk.Ben with { Zone = DateTimeZoneProviders.Tzdb["America/New_York"] };
        await talk.Say(far, "team manager @[U-BEN|Ben]");
        (await talk.Member(Talk.Ben)).WeekAt.ShouldBe(Instant.FromUtc(2027, 3, 1, 14, 0));
        await talk.Turn(far, new Invited(), ExampleTeam.Other);
        await talk.Say(far, "team manager @[U-BEN|Ben]", ExampleTeam.Other);
        await talk.Say(far, "team manager remove @[U-BEN|Ben]");
        (await talk.Member(Talk.Ben)).WeekAt.ShouldNotBeNull();
        var last = await talk.Say(far, "team leitung ohne @[U-BEN|Ben]", ExampleTeam.Other);
        CardText.Of(last).ShouldContain("anyone in it can name one");
        (await talk.Member(Talk.Ben)).WeekAt.ShouldBeNull();
        (await talk.Say(Talk.Anna, "team zone London")).OnlyAsker.ShouldBeFalse();
    }

    [Fact]
    public async Task Someone_who_is_not_in_the_team_yet_is_told_how_to_join()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        CardText.Of(await talk.Say(Talk.Anna, "team manager @[U-NEW|Nora]")).ShouldContain("Nora isn’t in the team yet. One message to me in the team’s channel is enough");
        CardText.Of(await talk.Say(Talk.Clara, "abwesend bis Freitag vertretung @[U-NEW|Nora]")).ShouldContain("Nora gehört noch nicht zum Team.");
    }

    [Fact]
    public async Task Naming_twice_and_removing_nobody_is_answered_kindly()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        CardText.Of(await talk.Say(Talk.Anna, "team manager remove Ben")).ShouldContain("Ben doesn’t manage clients.");
        await talk.Say(Talk.Anna, "team manager Anna");
        CardText.Of(await talk.Say(Talk.Anna, "team manager Anna")).ShouldContain("Anna already manages clients.");
    }

    private static async Task Refused(Talk talk, string line)
    {
        var before = (await talk.Team()).Settings;
        var refused = await talk.Say(Talk.Ben, line);
        refused.OnlyAsker.ShouldBeTrue();
        refused.Card!.Headline.Plain.ShouldBe("Only managers can change this. Ask Anna.");
        (await talk.Team()).Settings.ShouldBe(before);
    }
}

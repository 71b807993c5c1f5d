using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Conversation.Team;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Team;

public sealed class WelcomeTests
{
    private const string Question = "which ones apply to you?";

    [Fact]
    public async Task An_invitation_is_welcomed_once_with_one_question()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var welcome = await talk.Turn(Talk.Anna, new Invited(), null);
        welcome.OnlyAsker.ShouldBeFalse();
        CardText.Of(welcome).ShouldContain(Question);
        CardText.Of(welcome).ShouldContain("[Bavaria] [Berlin] [North Rhine-Westphalia] [Hesse] [Hamburg] [Other…] [None]");
        CardText.Of(welcome).ShouldContain("log Acme called, wants a quote");
        (await talk.Turn(Talk.Ben, new Invited(), null)).ShouldBe(Reply.Silent);
        var answer = await talk.Press(Talk.Ben, welcome, "team.region");
        answer.Replaces.ShouldBeTrue();
        CardText.Of(answer).ShouldContain("Thank you. Public holidays: Bavaria.");
        (await talk.Team()).Settings.ShouldSatisfyAllConditions(settings => settings.Region.ShouldBe("DE-BY"), settings => settings.RegionAsked.ShouldBeTrue());
        CardText.Of(await talk.Press(Talk.Anna, Talk.ButtonsOf(welcome.Card!).Last())).ShouldContain("That’s already been answered: Bavaria.");
    }

    [Fact]
    public async Task Another_region_is_asked_by_its_form()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var welcome = await talk.Turn(Talk.Clara, new Invited(), null);
        CardText.Of(welcome).ShouldContain("Welche gelten bei euch?");
        var form = await talk.Press(Talk.Clara, welcome, "team.region.other");
        form.Form!.Fields.Single().Choices.Count.ShouldBeGreaterThan(40);
        (await talk.Submit(Talk.Clara, form, ("region", "Bayen"))).Errors["region"].ShouldContain("Vielleicht Bayern");
        await talk.Submit(Talk.Clara, form, ("region", "Sachsen"));
        (await talk.Team()).Settings.Region.ShouldBe("DE-SN");
    }

    [Fact]
    public async Task A_first_command_founds_the_team_and_asks_once_below_its_reply()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var first = await talk.Say(Talk.Anna, "team zone Berlin");
        CardText.Of(first).ShouldContain("Time zone: Europe/Berlin");
        CardText.Of(first).ShouldContain(Question);
        CardText.Of(await talk.Say(Talk.Ben, "team morning 8")).ShouldNotContain(Question);
        (await talk.Press(Talk.Ben, first, "team.region")).Replaces.ShouldBeFalse();
        (await talk.Team()).ShouldSatisfyAllConditions(team => team.Home.ShouldBe(Talk.Channel.Id), team => team.Name.ShouldBe("clients"), team => team.Settings.Region.ShouldBe("DE-BY"));
    }

    [Fact]
    public async Task What_is_refused_founds_no_team()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var form = await talk.Say(Talk.Anna, "team zone");
        (await talk.Submit(Talk.Anna, form, ("zone", "Nowhere"))).Errors.Keys.ShouldBe(["zone"]);
        await talk.Say(Talk.Anna, "team zone Nowhere");
        (await talk.Teams()).ShouldBeEmpty();
        CardText.Of(await talk.Submit(Talk.Anna, form, ("zone", "Wien"))).ShouldContain(Question);
    }

    [Fact]
    public async Task The_very_first_word_may_name_oneself_manager()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        CardText.Of(await talk.Say(Talk.Anna, "team manager @[U-ANNA|Anna]")).ShouldContain("Anna now manages clients.");
    }

    [Fact]
    public async Task A_direct_message_makes_a_team_of_one_that_can_move_to_a_channel()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "team zone Berlin", Talk.DirectOf(Talk.Anna));
        (await talk.Team()).ShouldSatisfyAllConditions(team => team.HomeIsDirect.ShouldBeTrue(), team => team.Home.ShouldBe(Talk.Anna.Id));
        CardText.Of(await talk.Say(Talk.Anna, "team here", Talk.DirectOf(Talk.Anna))).ShouldContain("in the channel you’d like as the team’s home");
        var moved = await talk.Say(Talk.Anna, "team here");
        CardText.Of(moved).ShouldContain("clients has moved here");
        CardText.Of(moved).ShouldNotContain("New team here");
        (await talk.Team()).ShouldSatisfyAllConditions(team => team.HomeIsDirect.ShouldBeFalse(), team => team.Home.ShouldBe(Talk.Channel.Id));
        CardText.Of(await talk.Say(Talk.Anna, "team hier")).ShouldContain("This is the home of clients.");
    }

    [Fact]
    public async Task Elsewhere_the_speakers_team_is_used_and_a_new_one_offered()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var reply = await talk.Say(Talk.Anna, "team morning 8:30", ExampleTeam.Other);
        reply.OnlyAsker.ShouldBeTrue();
        (await talk.Team()).Settings.Morning.ShouldBe(new LocalTime(8, 30));
        CardText.Of(await talk.Press(Talk.Anna, reply, "team.found", ExampleTeam.Other)).ShouldContain(Question);
        (await talk.Teams()).Select(team => team.Home).ShouldBe([Talk.Channel.Id, ExampleTeam.Other.Id], ignoreOrder: true);
        var late = new Button("team.found", "", ButtonValue.For(Guid.NewGuid()).ToString());
        CardText.Of(await talk.Press(Talk.Anna, late, ExampleTeam.Other)).ShouldContain("already a team’s home");
    }

    [Fact]
    public async Task A_new_client_recorded_elsewhere_offers_a_new_team_too()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var asked = await talk.Say(Talk.Anna, "log Acme called, wants a quote", ExampleTeam.Other);
        var recorded = await talk.Press(Talk.Anna, asked, "draft.create", ExampleTeam.Other);
        CardText.Of(recorded).ShouldContain("[New team here]");
        CardText.Of(await talk.Say(Talk.Anna, "log Acme called again", ExampleTeam.Other)).ShouldContain("[New team here]");
        CardText.Of(await talk.Say(Talk.Anna, "log Acme called again")).ShouldNotContain("[New team here]");
    }

    [Fact]
    public async Task Whoever_has_several_teams_is_asked_which_one_in_a_direct_message()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Turn(Talk.Anna, new Invited(), ExampleTeam.Other);
        var asked = await talk.Say(Talk.Anna, "team morning 8:30", Talk.DirectOf(Talk.Anna));
        CardText.Of(asked).ShouldContain("[clients] [other]");
        await talk.Press(Talk.Anna, Talk.ButtonsOf(asked.Card!).Last(), Talk.DirectOf(Talk.Anna));
        (await talk.Teams()).Single(team => team.Home == ExampleTeam.Other.Id).Settings.Morning.ShouldBe(new LocalTime(8, 30));
        (await talk.Teams()).Single(team => team.Home == Talk.Channel.Id).Settings.Morning.ShouldBe(new LocalTime(9, 0));
    }

    [Fact]
    public async Task Guests_and_shared_channels_get_nothing()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var (guest, shared) = (Talk.Ben with { IsGuest = true }, new ChatChannel("C-SHARED", "shared", IsDirect: false, IsShared: true));
        foreach (var input in new TurnInput[] { new Invited(), new Typed("settings"), new Typed("help"), new Typed("team zone London") })
        {
            (await talk.Turn(guest, input, null)).ShouldBe(Reply.Silent);
            (await talk.Turn(Talk.Anna, input, shared)).ShouldBe(Reply.Silent);
        }

        (await talk.Team()).Settings.Zone.ShouldBe("Europe/Berlin");
    }

    [Fact]
    public async Task A_foreign_team_is_answered_like_a_missing_one()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var stranger = new ChatPerson("U-EVE", "Eve", "en-GB", Talk.Anna.Zone);
        var team = await talk.Team();
        foreach (var action in new[] { "team.region", "team.region.other", "team.settings.open" })
            CardText.Of(await talk.Press(stranger, new Button(action, "", ButtonValue.For(team.Id, "AT").ToString()), Talk.DirectOf(stranger))).ShouldContain("I can’t find that any more.");
        CardText.Of(await talk.Turn(Talk.Ben, new Submitted("team.zone", new Dictionary<string, string> { ["zone"] = "London" }, $"team:{Guid.NewGuid():N}"), null)).ShouldContain("I can’t find that any more.");
    }

    [Theory]
    [InlineData("Europe/Berlin", null, "DE-BY DE-BE DE-NW DE-HE DE-HH")]
    [InlineData("Europe/Vienna", null, "AT")]
    [InlineData("Europe/Zurich", null, "CH-ZH CH-BE CH-BS CH-LU CH-SG")]
    [InlineData("Europe/London", null, "GB-ENG GB-SCT")]
    [InlineData("Europe/Dublin", null, "IE")]
    [InlineData("America/New_York", null, "US")]
    [InlineData("America/Los_Angeles", null, "US")]
    [InlineData("UTC", "de-AT", "AT")]
    [InlineData("UTC", null, "")]
    [InlineData("Asia/Tokyo", "ja-JP", "")]
    public void Likely_regions_follow_the_zone_then_the_locale(string zone, string? locale, string codes) =>
        string.Join(' ', Regions.Likely(zone, locale).Select(region => region.Code)).ShouldBe(codes);
}

using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Model;

namespace AccountNudge.Bot.Tests.Conversation.OwnPage;

public class OwnPageTests
{
    [Fact]
    public async Task A_page_shows_what_is_open_whom_one_looks_after_and_how_one_is_treated()
    {
        using var talk = await Talk.At("2027-03-05T15:00");
        await talk.Say(Talk.Anna, "account add Weber GmbH tier A");
        await talk.Say(Talk.Anna, "contact add Sabine Klein at Weber GmbH");
        await talk.Say(Talk.Anna, "account add Acme");
        await talk.Say(Talk.Anna, "log Acme call yesterday: wants a quote");
        await talk.Say(Talk.Anna, "complaint Weber by Sabine Klein: the invoice was wrong again");
        await talk.Turn(Talk.Anna, new Visited(), Talk.DirectOf(Talk.Anna));

        await talk.Say(Talk.Clara, "account deputy Acme @[U-CLARA|Clara]");
        await talk.Say(Talk.Clara, "abwesend bis 19.3.");
        await talk.Turn(Talk.Clara, new Visited(), Talk.DirectOf(Talk.Clara));

        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Whoever_has_no_team_yet_is_told_how_to_begin()
    {
        using var talk = await Talk.At("2027-03-05T15:00");
        var page = await talk.Turn(Talk.Clara, new Visited(), Talk.DirectOf(Talk.Clara));

        page.OnlyAsker.ShouldBeTrue();
        page.Card!.Headline.Plain.ShouldBe("Hallo, Clara! Schön, dich kennenzulernen.");
        (await talk.Press(Talk.Clara, page, "command.open", Talk.DirectOf(Talk.Clara))).Form!.Id.ShouldBe("log");
    }

    [Fact]
    public async Task A_shortcut_opens_its_form_with_the_message_that_was_picked_and_its_link()
    {
        using var talk = await Talk.At("2027-03-05T15:00");
        await talk.Say(Talk.Anna, "account add Weber GmbH");

        var opened = await talk.Turn(Talk.Anna, new Chosen("complaint", "Late again!", "https://acme.slack.com/archives/C1/p1"), Talk.DirectOf(Talk.Anna));
        opened.Form!.Fields.Single(field => field.Value.Length > 0).Value.ShouldBe("Late again!\nhttps://acme.slack.com/archives/C1/p1");
        (await talk.Submit(Talk.Anna, opened, ("account", "Weber"))).Card!.Headline.Plain.ShouldContain("Weber GmbH");

        (await talk.Turn(Talk.Anna, new Chosen("nonsense"), null)).Form.ShouldBeNull();
    }

    [Fact]
    public async Task A_form_that_was_wrong_at_first_is_recorded_when_it_is_right()
    {
        using var talk = await Talk.At("2027-03-05T15:00");
        await talk.Say(Talk.Anna, "account add Weber GmbH");
        var opened = await talk.Say(Talk.Anna, "complaint");
        var values = opened.Form!.Fields.ToDictionary(field => field.Name, field => field.Value);
        var wrong = talk.Make(Talk.Anna, new Submitted("complaint", values, ""));
        (await talk.Answer(wrong)).Errors.ShouldNotBeEmpty();

        values["account"] = "Weber";
        values["text"] = "late again";
        var right = wrong with { Input = new Submitted("complaint", values, "") };
        (await talk.Answer(right)).Card!.Headline.Plain.ShouldContain("Weber GmbH");
        (await talk.Answer(right)).ShouldBe(Reply.Silent);
    }

    [Theory]
    [InlineData("log", true)]
    [InlineData("  Notiz ", true)]
    [InlineData("team hours", true)]
    [InlineData("beschwerde:", true)]
    [InlineData("log Acme called", false)]
    [InlineData("today", false)]
    [InlineData("heute", false)]
    [InlineData("what is this", false)]
    [InlineData("", false)]
    public async Task What_opens_a_form_is_known_beforehand(string typed, bool opens)
    {
        using var talk = await Talk.At("2027-03-05T15:00");
        await talk.Say(Talk.Anna, "account add Acme");

        talk.Registry.OpensForm(new Typed(typed)).ShouldBe(opens);
        ((await talk.Say(Talk.Anna, typed)).Form is not null).ShouldBe(opens);
    }

    [Fact]
    public async Task Someone_who_began_in_direct_messages_may_bring_their_team_along()
    {
        using var talk = await Talk.At("2027-03-05T15:00");
        await talk.Say(Talk.Anna, "account add Acme", Talk.DirectOf(Talk.Anna));

        var asked = await talk.Turn(Talk.Anna, new Invited(), null);
        asked.OnlyAsker.ShouldBeTrue();
        await talk.Press(Talk.Anna, asked, "team.move");

        (await talk.Say(Talk.Ben, "account show Acme")).Card!.Headline.Plain.ShouldBe("Acme");
    }
}

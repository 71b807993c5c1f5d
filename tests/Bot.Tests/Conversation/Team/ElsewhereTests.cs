using AccountNudge.Bot.Conversation.Model;

namespace AccountNudge.Bot.Tests.Conversation.Team;

/// <summary>In a channel that is nobody's home, whoever reads along need not belong to the team.</summary>
public sealed class ElsewhereTests
{
    [Theory]
    [InlineData("log Acme called, wants a quote")]
    [InlineData("complaint Acme: the delivery is late")]
    [InlineData("account show Acme")]
    [InlineData("account tier Acme A")]
    [InlineData("contact add Jane Miller at Acme")]
    [InlineData("quiet")]
    [InlineData("today")]
    [InlineData("brief Acme")]
    [InlineData("digest")]
    [InlineData("undo")]
    [InlineData("away until 5 March")]
    [InlineData("settings")]
    [InlineData("zwischenbescheid Acme: morgen mehr")]
    [InlineData("snooze Acme until Friday")]
    [InlineData("override Acme: they asked for it")]
    public async Task Only_the_asker_sees_what_concerns_the_team(string line)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "account add Acme");
        await talk.Say(Talk.Anna, "complaint Acme: the invoice is wrong");
        var reply = await talk.Say(Talk.Anna, line, ExampleTeam.Other);
        reply.Card.ShouldNotBeNull();
        reply.OnlyAsker.ShouldBeTrue();
    }

    [Fact]
    public async Task Buttons_answer_the_asker_alone_too()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "account add Acme");
        var complaint = await talk.Say(Talk.Anna, "complaint Acme: the invoice is wrong", ExampleTeam.Other);
        (await talk.Press(Talk.Anna, complaint, "complaint.acknowledge", ExampleTeam.Other)).OnlyAsker.ShouldBeTrue();
    }

    [Fact]
    public async Task A_client_created_in_passing_is_answered_like_a_known_one()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        var asked = await talk.Say(Talk.Anna, "log Newcomer called, wants a quote", ExampleTeam.Other);
        var reply = await talk.Press(Talk.Anna, asked, "draft.create", ExampleTeam.Other);
        reply.OnlyAsker.ShouldBeTrue();
        Talk.ButtonsOf(reply.Card!).Count(button => button.ActionId == "team.found").ShouldBe(1);
    }

    [Fact]
    public async Task A_new_home_is_announced_to_everyone_in_it()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "account add Acme");
        var noted = await talk.Say(Talk.Anna, "log Acme called, wants a quote", ExampleTeam.Other);
        (await talk.Press(Talk.Anna, noted, "team.found", ExampleTeam.Other)).OnlyAsker.ShouldBeFalse();
        (await talk.Say(Talk.Anna, "account add Beta", ExampleTeam.Other)).OnlyAsker.ShouldBeFalse();
    }

    [Fact]
    public async Task At_home_everyone_sees_what_was_recorded()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "account add Acme");
        (await talk.Say(Talk.Anna, "log Acme called, wants a quote")).OnlyAsker.ShouldBeFalse();
        (await talk.Say(Talk.Anna, "log Acme called again", Talk.DirectOf(Talk.Anna))).OnlyAsker.ShouldBeFalse();
    }
}

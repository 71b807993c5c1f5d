using AccountNudge.Bot.Conversation;

namespace AccountNudge.Bot.Tests.Conversation.Team;

/// <summary>Being invited again, where a home refuses posts.</summary>
public sealed class InvitationTests
{
    [Fact]
    public async Task Whoever_invites_the_bot_back_into_the_home_makes_it_reachable()
    {
        using var talk = await Place.WithTeam("2027-03-01T10:00");
        await talk.Refuse(await talk.Team());
        (await talk.Turn(Talk.Ben, new Invited(), null)).ShouldBe(Reply.Silent);
        (await talk.Refusing()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_opens_the_app_for_themselves_says_nothing_about_the_teams_channel()
    {
        using var talk = await Place.WithTeam("2027-03-01T10:00");
        await talk.Refuse(await talk.Team());
        foreach (var member in new[] { Talk.Ben, Talk.Clara }) (await talk.Turn(member, new Invited(), Talk.DirectOf(member))).ShouldBe(Reply.Silent);
        (await talk.Team()).ShouldSatisfyAllConditions(team => team.UnreachableReason.ShouldBe("outsiders"), team => team.TryHomeAgainAt.ShouldNotBeNull());
    }

    [Fact]
    public async Task Whoever_opens_the_app_again_in_which_their_team_of_one_is_at_home_makes_that_reachable()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "team zone Berlin", Talk.DirectOf(Talk.Anna));
        await talk.Say(Talk.Ben, "team zone Berlin");
        await talk.Say(Talk.Anna, "settings");
        foreach (var team in await talk.Teams()) await talk.Refuse(team);
        (await talk.Turn(Talk.Ben, new Invited(), Talk.DirectOf(Talk.Ben))).ShouldBe(Reply.Silent);
        (await talk.Refusing()).ShouldBe([Talk.Channel.Id, Talk.Anna.Id], ignoreOrder: true);
        (await talk.Turn(Talk.Anna, new Invited(), Talk.DirectOf(Talk.Anna))).ShouldBe(Reply.Silent);
        (await talk.Refusing()).ShouldBe([Talk.Channel.Id]);
    }
}

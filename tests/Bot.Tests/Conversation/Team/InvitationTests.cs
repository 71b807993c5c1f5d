using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Accounts;

namespace AccountNudge.Bot.Tests.Conversation.Team;

/// <summary>Being invited again, where a home refuses posts.</summary>
public sealed class InvitationTests
{
    private static readonly ChatChannel General = new("C-GENERAL", "general", IsDirect: false);
    private static readonly ChatPerson Nora = new("U-NORA", "Nora", "de-DE", Talk.Anna.Zone);

    [Fact]
    public async Task Whoever_invites_the_bot_back_into_the_home_makes_it_reachable()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Refuse(await talk.Team());
        (await talk.Turn(Talk.Ben, new Invited(), null)).ShouldBe(Reply.Silent);
        (await talk.Refusing()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_opens_the_app_for_themselves_says_nothing_about_the_teams_channel()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Refuse(await talk.Team());
        foreach (var member in new[] { Talk.Ben, Talk.Clara }) (await talk.Turn(member, new Invited(), Talk.DirectOf(member))).ShouldBe(Reply.Silent);
        (await talk.Team()).ShouldSatisfyAllConditions(team => team.UnreachableReason.ShouldBe(RefusalReason.Outsiders), team => team.TryHomeAgainAt.ShouldNotBeNull());
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_invitation_that_also_leads_into_a_home_is_a_return_to_it_and_founds_nothing(bool isNewcomer)
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        await talk.Refuse(await talk.Team());
        (await talk.Turn(isNewcomer ? Nora : Talk.Anna, new Invited { AlongWith = [General.Id, Talk.Channel.Id] }, General)).ShouldBe(Reply.Silent);
        (await talk.Team()).ShouldSatisfyAllConditions(team => team.Home.ShouldBe(Talk.Channel.Id), team => team.UnreachableSince.ShouldBeNull());
        CardText.Of(await talk.Say(Talk.Anna, "team morning 8:30", General)).ShouldContain("[New team here]");
    }

    [Fact]
    public async Task All_homes_to_which_an_invitation_leads_are_reachable_again_and_no_other()
    {
        using var talk = await ExampleTeam.WithTeam("2027-03-01T10:00");
        foreach (var channel in new[] { ExampleTeam.Other, General }) await talk.Turn(Talk.Anna, new Invited(), channel);
        foreach (var team in await talk.Teams()) await talk.Refuse(team);
        (await talk.Turn(Talk.Ben, new Invited { AlongWith = [Talk.Channel.Id] }, ExampleTeam.Other)).ShouldBe(Reply.Silent);
        (await talk.Refusing()).ShouldBe([General.Id]);
    }

    [Fact]
    public async Task Whoever_began_alone_is_not_asked_whose_a_channel_is_to_be_when_the_bot_only_comes_back()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "team zone Berlin", Talk.DirectOf(Talk.Anna));
        await talk.Say(Talk.Ben, "team zone Berlin");
        (await talk.Turn(Talk.Anna, new Invited { AlongWith = [Talk.Channel.Id] }, General)).ShouldBe(Reply.Silent);
        CardText.Of(await talk.Turn(Talk.Anna, new Invited { AlongWith = [ExampleTeam.Other.Id] }, General)).ShouldContain("thank you for inviting me");
    }

    [Fact]
    public async Task Where_nobody_is_at_home_in_any_of_the_channels_the_first_invitation_founds_a_team()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        CardText.Of(await talk.Turn(Talk.Anna, new Invited { AlongWith = [General.Id, ExampleTeam.Other.Id] }, General)).ShouldContain("which ones apply to you?");
        (await talk.Team()).Home.ShouldBe(General.Id);
    }
}

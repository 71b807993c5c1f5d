using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

/// <summary>Whoever is in a team's home channel belongs to the team, spoken or not.</summary>
public sealed class SilentMemberTests
{
    /// <summary>How Cara came to be in the channel.</summary>
    public enum Way
    {
        /// <summary>Before it was a home.</summary>
        There,

        /// <summary>Afterwards, and Teams told.</summary>
        Joined,

        /// <summary>Afterwards, and nobody told.</summary>
        Unheard,
    }

    [Theory]
    [InlineData(Way.There, "en-US", "log Acme rang about the invoice", "the invoice")]
    [InlineData(Way.There, "en-US", "brief Acme", "two samples")]
    [InlineData(Way.There, "de-DE", "notiz Acme rief wegen der Rechnung an", "der Rechnung")]
    [InlineData(Way.There, "de-DE", "kurzprofil Acme", "two samples")]
    [InlineData(Way.Joined, "en-US", "complaint Acme: third broken pallet", "third broken pallet")]
    [InlineData(Way.Joined, "de-DE", "beschwerde Acme: dritte Palette", "dritte Palette")]
    [InlineData(Way.Joined, "de-DE", "kunde neu Delta", "Delta")]
    [InlineData(Way.Unheard, "en-US", "brief Acme", "two samples")]
    [InlineData(Way.Unheard, "en-US", "account add Delta", "Delta")]
    [InlineData(Way.Unheard, "de-DE", "beschwerde Acme: dritte Palette", "dritte Palette")]
    public async Task Their_first_word_is_for_the_team_and_begins_none_of_their_own(Way way, string locale, string said, string answered)
    {
        await using var host = await TeamsHost.Run(isInvited: false);
        var cara = host.Teams.AddPerson(host.World.Tenant, "Cara Lang", locale);
        if (way == Way.There) host.Teams.Joins(cara, host.World.Office);
        foreach (var delivery in host.World.Invitations()) await host.Deliver(delivery);
        await host.Settles();
        await host.Begin();
        if (way != Way.There && host.Teams.Joins(cara, host.World.Office, host.Anna) is var joined && way == Way.Joined) await host.Deliver(joined);
        await host.Settles();
        (await Members(host)).Contains("Cara Lang").ShouldBe(way != Way.Unheard, "before they say anything");

        var own = host.Teams.PersonalChat(cara);
        foreach (var delivery in host.Teams.Installs(cara, own)) await host.Deliver(delivery);
        await host.Settles();
        (await host.Ask(cara, own, said)).Wording.ShouldContain(answered);

        (await Members(host)).ShouldContain("Cara Lang");
        await using var store = host.Database.Stores.Open(Scope.Nothing);
        (await store.Teams.IgnoreQueryFilters().CountAsync()).ShouldBe(1);
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_guest_who_comes_is_no_member_and_whoever_leaves_is_none_any_more()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        (await Members(host)).ShouldBe(["Anna Beck", "Ben Kurz"]);

        await host.Deliver(host.Teams.Joins(host.World.Guest, host.World.Office, host.Anna));
        (await Members(host)).ShouldBe(["Anna Beck", "Ben Kurz"]);
        await host.Deliver(host.Teams.Leaves(host.Ben, host.World.Office));
        (await Members(host)).ShouldBe(["Anna Beck"]);
    }

    private static async Task<List<string>> Members(TeamsHost host)
    {
        await using var store = host.Database.Stores.Open(Scope.Nothing);
        var home = store.Teams.IgnoreQueryFilters().Where(team => team.Home == host.Clients.Id);
        return await store.Memberships.IgnoreQueryFilters().Where(place => home.Any(team => team.Id == place.TeamId))
            .Join(store.Members.IgnoreQueryFilters(), place => place.MemberId, member => member.Id, (_, member) => member.Name).OrderBy(name => name).ToListAsync();
    }
}

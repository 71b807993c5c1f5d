using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using AccountNudge.Testing.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

public sealed class TeamsRemovalTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Whoever_leaves_the_team_is_told_nothing_of_its_clients_until_they_are_back(DatabaseKind kind)
    {
        await using var host = await TeamsHost.Run(kind);
        await host.Begin();
        var own = host.Teams.PersonalChat(host.Ben);
        foreach (var delivery in host.Teams.Installs(host.Ben, own)) await host.Deliver(delivery);
        await host.Settles();
        await host.Ask(host.Ben, host.Clients, "log Acme paid at last");
        await host.Ask(host.Ben, host.Clients, "account add Beck");
        (await host.Ask(host.Anna, host.Clients, "account show Beck")).Wording.ShouldContain("Ben Kurz");
        await host.Ask(host.Ben, host.Clients, "team manager Ben Kurz");
        (await host.Ask(host.Ben, own, "brief Acme")).Wording.ShouldContain("paid at last");

        await host.Deliver(host.Teams.Leaves(host.Ben, host.World.Office));

        (await PlaceOf(host, host.Ben)).ShouldBeNull();
        (await PlaceOf(host, host.Anna)).ShouldNotBeNull();
        foreach (var asked in new[] { "brief Acme", "digest", "today", "account show Acme" })
            (await host.Ask(host.Ben, own, asked)).Wording.ShouldNotContain("paid at last", customMessage: asked);
        (await host.Ask(host.Anna, host.Clients, "account show Beck")).Wording.ShouldNotContain("Ben Kurz");
        (await host.Ask(host.Anna, host.Clients, "team manager Anna Beck")).Wording.ShouldContain("Anna Beck", customMessage: "nobody manages it any more, so she may");

        await host.Deliver(host.Teams.Joins(host.Ben, host.World.Office, host.Anna));
        (await PlaceOf(host, host.Ben)).ShouldNotBeNull().IsManager.ShouldBeFalse();
        (await host.Ask(host.Ben, own, "brief Acme")).Wording.ShouldContain("paid at last");
        host.Teams.Violations.ShouldBeEmpty();
    }

    private static async Task<Membership?> PlaceOf(TeamsHost host, FakePerson person)
    {
        await using var store = host.Services.GetRequiredService<Stores>().Open(Scope.Nothing);
        var ids = store.Members.IgnoreQueryFilters().Where(member => member.PersonId == person.Id).Select(member => member.Id);
        var home = store.Teams.IgnoreQueryFilters().Where(team => team.Home == host.Clients.Id).Select(team => team.Id);
        return await store.Memberships.IgnoreQueryFilters().SingleOrDefaultAsync(place => ids.Contains(place.MemberId) && home.Contains(place.TeamId));
    }
}

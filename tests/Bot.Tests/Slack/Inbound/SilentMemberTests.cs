using AccountNudge.Core.Storage;
using AccountNudge.Testing.Slack;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

/// <summary>Whoever is in a team's home channel belongs to the team, spoken or not.</summary>
public sealed class SilentMemberTests
{
    private const string Cara = "U0CARA";
    private const string Elsewhere = "C0ELSEWHERE";

    /// <summary>How Cara came to be in the channel.</summary>
    public enum Way
    {
        /// <summary>Before it was a home.</summary>
        There,

        /// <summary>Afterwards, and Slack told.</summary>
        Joined,

        /// <summary>Afterwards, and nobody told.</summary>
        Unheard,
    }

    [Theory]
    [InlineData(Way.There, "en-US", "direct", "log Acme rang about the invoice", "the invoice")]
    [InlineData(Way.There, "en-US", "direct", "brief Acme", "wants a quote")]
    [InlineData(Way.There, "de-DE", "direct", "notiz Acme rief wegen der Rechnung an", "der Rechnung")]
    [InlineData(Way.There, "de-DE", "direct", "kurzprofil Acme", "wants a quote")]
    [InlineData(Way.There, "en-US", "elsewhere", "brief Acme", "wants a quote")]
    [InlineData(Way.There, "de-DE", "direct", "kunde neu Delta", "Delta")]
    [InlineData(Way.Joined, "en-US", "direct", "complaint Acme: third broken pallet", "third broken pallet")]
    [InlineData(Way.Joined, "de-DE", "direct", "beschwerde Acme: dritte Palette", "dritte Palette")]
    [InlineData(Way.Joined, "de-DE", "elsewhere", "kurzprofil Acme", "wants a quote")]
    [InlineData(Way.Unheard, "en-US", "direct", "log Acme rang about the invoice", "the invoice")]
    [InlineData(Way.Unheard, "de-DE", "direct", "beschwerde Acme: dritte Palette", "dritte Palette")]
    [InlineData(Way.Unheard, "en-US", "elsewhere", "brief Acme", "wants a quote")]
    [InlineData(Way.Unheard, "en-US", "direct", "account add Delta", "Delta")]
    public async Task Their_first_word_is_for_the_team_and_begins_none_of_their_own(Way way, string locale, string where, string said, string answered)
    {
        await using var host = await SlackHost.Run(before: slack =>
        {
            slack.AddUser(SlackHost.Team, Cara, "Cara", locale);
            slack.AddChannel(SlackHost.Team, Elsewhere, "elsewhere", [Cara]);
            if (way == Way.There) slack.Joined(SlackHost.Clients, user: Cara);
        });
        await Begin(host);
        if (way != Way.There && host.Slack.Joined(SlackHost.Clients, user: Cara) is var joined && way == Way.Joined) await host.Deliver(joined);
        (await Members(host)).Contains("Cara").ShouldBe(way != Way.Unheard, "before they say anything");

        var before = host.Everything();
        await host.Deliver(where == "direct" ? host.Slack.DirectMessage(Cara, said) : host.Slack.Slash(Cara, Elsewhere, said));
        await host.Settles();

        host.Everything().Except(before).ShouldContain(message => SlackHost.Said(message).Contains(answered, StringComparison.Ordinal), string.Join(" | ", host.Everything().Select(SlackHost.Said)));
        (await Members(host)).ShouldContain("Cara");
        await using var store = host.Database.Stores.Open(Scope.Nothing);
        (await store.Teams.IgnoreQueryFilters().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Colleagues_in_the_channel_can_be_named_at_once_and_guests_never()
    {
        await using var host = await SlackHost.Run(before: slack => slack.AddUser(SlackHost.Team, Cara, "Cara"));
        await Begin(host);
        (await Members(host)).ShouldBe(["Anna", "Ben"]);

        await host.Deliver(host.Slack.Joined(SlackHost.Clients, user: Cara));
        await Say(host, "account add Delta owner Cara");
        await Say(host, "account show Delta");
        SlackHost.Said(await host.Appears("Delta")).ShouldContain("Cara");

        await host.Deliver(host.Slack.Left(SlackHost.Clients, Cara));
        (await Members(host)).ShouldBe(["Anna", "Ben"]);
        await host.Deliver(host.Slack.Joined(SlackHost.Clients, user: SlackHost.Guest));
        (await Members(host)).ShouldBe(["Anna", "Ben"]);
    }

    [Fact]
    public async Task While_Slack_does_not_tell_where_someone_is_they_begin_no_team_of_their_own()
    {
        await using var host = await SlackHost.Run(before: slack => slack.AddUser(SlackHost.Team, Cara, "Cara", "de-DE"));
        await Begin(host);
        host.Slack.Joined(SlackHost.Clients, user: Cara);
        host.Slack.Break(new SlackFault.Status(500), "users.conversations", times: 20);

        await host.Deliver(host.Slack.DirectMessage(Cara, "notiz Acme rief an, Lieferschein fehlt"));
        (await host.Appears("in welchen Kanälen du bist")).Channel.ShouldBe(host.Slack.DirectChannel(Cara).Id);
        host.Slack.Mend();
        await host.Deliver(host.Slack.DirectMessage(Cara, "notiz Acme rief an, Lieferschein fehlt"));
        await host.Appears("Lieferschein fehlt");

        (await Members(host)).ShouldBe(["Anna", "Ben", "Cara"]);
    }

    private static async Task Begin(SlackHost host)
    {
        await Say(host, "account add Acme");
        await Say(host, "log Acme called, wants a quote");
    }

    private static async Task Say(SlackHost host, string text)
    {
        await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, text));
        await host.Settles();
    }

    private static async Task<List<string>> Members(SlackHost host)
    {
        await using var store = host.Database.Stores.Open(Scope.Nothing);
        var home = store.Teams.IgnoreQueryFilters().Where(team => team.Home == SlackHost.Clients);
        return await store.Memberships.IgnoreQueryFilters().Where(place => home.Any(team => team.Id == place.TeamId))
            .Join(store.Members.IgnoreQueryFilters(), place => place.MemberId, member => member.Id, (_, member) => member.Name).OrderBy(name => name).ToListAsync();
    }
}

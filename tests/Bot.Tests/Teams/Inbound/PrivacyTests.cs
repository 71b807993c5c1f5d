using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Inbox;
using AccountNudge.Bot.Teams.Inbound;
using AccountNudge.Bot.Teams.Inbound.Work;
using AccountNudge.Testing.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

/// <summary>What one person was told, or told us alone, stays with them.</summary>
public sealed class PrivacyTests
{
    [Fact]
    public async Task What_is_said_to_us_alone_is_answered_to_its_sender_alone()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var before = host.Teams.Posts.Count;
        var said = TeamsWorld.With(host.Teams.Says(host.Anna, host.Clients, "log Acme called, wants a quote", mention: false), activity => activity["recipient"]!["isTargeted"] = true);
        (await host.Deliver(said)).Status.ShouldBe(202);
        await host.Settles();
        host.Said("wants a quote").OnlyFor.ShouldBe(host.Anna.Id);
        host.Teams.Posts.Count.ShouldBe(before);
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_that_one_person_sees_is_changed_for_them_alone()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        await host.Deliver(TeamsWorld.With(host.Teams.Says(host.Anna, host.Clients, "log Acme called, wants a quote", mention: false), activity => activity["recipient"]!["isTargeted"] = true));
        await host.Settles();
        var (own, before) = (host.Said("wants a quote"), host.Everything().Count);
        (await host.Deliver(host.Teams.Presses(host.Anna, own, "record.remove"))).Card.ShouldNotBeNull();
        await host.Settles();
        (own.Earlier.Count, own.Wording.Contains("wants a quote", StringComparison.Ordinal), host.Everything().Count).ShouldBe((1, false, before));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Via", "1.1 tunnel")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Host", "elsewhere.example")]
    [InlineData("Content-Type", "text/plain")]
    public async Task Without_tokens_only_programs_on_this_machine_are_let_in(string header, string value)
    {
        await using var host = await TeamsHost.Run();
        var rows = host.Rows().Count;
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Teams.BotUrl);
        request.Content = new StringContent(host.Teams.Says(host.Anna, host.Clients, "log Acme called").Activity.ToJsonString(), Encoding.UTF8, header == "Content-Type" ? value : "application/json");
        if (header != "Content-Type") request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();
        using var response = await http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Rows().Count.ShouldBe(rows);
    }

    [Fact]
    public async Task A_reply_that_was_being_sent_when_the_process_died_is_not_sent_again()
    {
        await using var host = await TeamsHost.Run(works: false);
        await host.WorkOff();
        var before = host.Everything().Count;
        await host.Deliver(host.Teams.Says(host.Anna, host.Clients, "gibberish"));
        var inbox = host.Services.GetRequiredService<PlatformInbox<TeamsInboxRow>>();
        var claim = (await inbox.Next(NodaTime.Duration.FromSeconds(60), default)).ShouldNotBeNull();
        var call = new TeamsCall(new JsonObject { ["type"] = "message", ["text"] = "gibberish" }, [new Route(host.Clients.Id)]) { IsBegun = true };
        await inbox.HandOver(claim, [call], default);
        await host.WorkOff();
        host.Everything().Count.ShouldBe(before);
        host.Rows().ShouldAllBe(row => row.State == InboxState.Done);
    }

    [Fact]
    public async Task An_answer_to_all_stays_in_the_channel_when_its_thread_is_gone()
    {
        await using var host = await TeamsHost.Run(works: false);
        await host.Deliver(host.Teams.Says(host.Anna, host.Clients, "account add Acme"));
        host.Teams.Break(ConnectorFault.Missing, "send", host.Clients);
        await host.WorkOff();
        host.Said("Acme").ShouldSatisfyAllConditions(said => said.Place.ShouldBe(host.Clients), said => said.OnlyFor.ShouldBeNull());
    }

    [Fact]
    public async Task News_of_a_place_need_not_say_whose_doing_it_was()
    {
        await using var host = await TeamsHost.Run();
        foreach (var removal in host.Teams.Uninstalls(host.Anna, host.World.Office)) (await host.Deliver(TeamsWorld.With(removal, activity => activity.Remove("from")))).Status.ShouldBe(200);
        await using var store = host.Store();
        (await store.Set<AccountNudge.Bot.Teams.People.ConversationRow>().SingleAsync(row => row.ConversationId == host.Clients.Id)).EndedAt.ShouldNotBeNull();
    }
}

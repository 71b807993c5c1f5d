using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Inbound.Payloads;
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
        await Whisper(host, "log Acme called, wants a quote");
        host.Said("wants a quote").OnlyFor.ShouldBe(host.Anna.Id);
        host.Teams.Posts.Count.ShouldBe(before);
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_that_one_person_sees_is_changed_for_them_alone()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        await Whisper(host, "log Acme called, wants a quote");
        var (own, before) = (host.Said("wants a quote"), host.Everything().Count);
        (await host.Deliver(host.Teams.Presses(host.Anna, own, "record.remove"))).Card.ShouldNotBeNull();
        await host.Settles();
        (own.Earlier.Count, own.Wording.Contains("wants a quote", StringComparison.Ordinal), host.Everything().Count).ShouldBe((1, false, before));
    }

    [Theory]
    [InlineData("log", "form.submit")]
    [InlineData("complaint Webr: furious about the delay", "draft.create")]
    [InlineData("complaint Acne: furious about the delay", "draft.choose")]
    [InlineData("complaint Acne: furious about the delay", "draft.form", "form.submit")]
    [InlineData("log Acme called, wants a quote", "record.correct", "form.submit")]
    [InlineData("log", "form.submit", "record.correct", "form.submit")]
    public async Task Whatever_follows_from_what_was_said_to_us_alone_stays_with_its_sender(string said, params string[] presses)
    {
        foreach (var isLate in (bool[])[false, true])
        {
            await using var host = await TeamsHost.Run(longestAnswer: isLate ? TimeSpan.FromMilliseconds(50) : null);
            await host.Begin();
            var before = host.Teams.Posts.Count;
            await Whisper(host, said);
            foreach (var verb in presses) await Press(host, verb, isLate);
            host.Everything()[^1].ShouldSatisfyAllConditions(
                last => last.OnlyFor.ShouldBe(host.Anna.Id), last => last.Place.ShouldBe(host.Clients), last => last.Wording.ShouldContain(presses[^1] == "form.submit" ? "crooked label" : "furious"));
            host.Teams.Posts.Count.ShouldBe(before);
            host.Teams.Violations.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_late_answer_on_a_private_card_is_said_to_its_person_alone_when_the_card_cannot_be_changed(bool maySpeakThere)
    {
        await using var host = await TeamsHost.Run(longestAnswer: TimeSpan.FromMilliseconds(50));
        await host.Begin();
        await Whisper(host, "log Acme called, wants a quote");
        var own = host.Said("wants a quote");
        host.Teams.Break(ConnectorFault.Missing, "update", host.Clients, times: 9);
        if (!maySpeakThere) host.Teams.Break(ConnectorFault.Missing, "send", host.Clients);
        var before = host.Everything();
        await Press(host, "record.remove", isLate: true);
        own.Earlier.ShouldBeEmpty();
        host.Everything().Except(before).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            said => said.Wording.ShouldContain("emoved"),
            said => said.Place.ShouldBe(maySpeakThere ? host.Clients : host.Teams.PersonalChat(host.Anna)),
            said => said.OnlyFor.ShouldBe(maySpeakThere ? host.Anna.Id : null));
    }

    [Fact]
    public async Task A_private_form_that_was_not_filled_in_right_stays_private()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        var before = host.Teams.Posts.Count;
        var form = await Whisper(host, "log");
        var wrong = await host.Deliver(host.Teams.Presses(host.Anna, form, "form.submit", new Dictionary<string, string>(TeamsFormTests.Filled(form.Cards.Single(), "crooked label")) { ["i_when"] = "2099-01-04" }));
        await host.Deliver(host.Teams.Presses(host.Anna, form, "form.submit", new Dictionary<string, string> { ["i_when"] = "2020-01-06" }, wrong.Card));
        await host.Settles();
        host.Said("crooked label").OnlyFor.ShouldBe(host.Anna.Id);
        host.Teams.Posts.Count.ShouldBe(before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_form_says_that_it_is_private_only_where_it_is(bool isPrivate)
    {
        var written = TeamsOrigin.New("19:a@thread.tacv2", "1", isPrivate).Write();
        written.Contains("rivate", StringComparison.Ordinal).ShouldBe(isPrivate);
        TeamsOrigin.Read(written)!.IsPrivate.ShouldBe(isPrivate);
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
        var call = new TeamsCall(new JsonObject { ["type"] = "message", ["text"] = "gibberish" }, [new TeamsRoute(host.Clients.Id)]) { IsBegun = true };
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

    /// <summary>Anna says something in the channel with <c>/</c>, which nobody else sees; what she is answered.</summary>
    private static async Task<FakeChatMessage> Whisper(TeamsHost host, string text)
    {
        var said = TeamsWorld.With(host.Teams.Says(host.Anna, host.Clients, text, mention: false), activity => activity["recipient"]!["isTargeted"] = true);
        (await host.Deliver(said)).Status.ShouldBe(202);
        await host.Settles();
        return host.Everything()[^1];
    }

    /// <summary>Anna presses a button of what she was told last, a form filled in, and all of it is worked; late, nobody gets an answer while she waits for hers.</summary>
    private static async Task Press(TeamsHost host, string verb, bool isLate)
    {
        var shown = host.Everything()[^1];
        var press = host.Teams.Presses(host.Anna, shown, verb, verb == "form.submit" ? TeamsFormTests.Filled(shown.Cards.Single(), "crooked label") : null);
        if (isLate) await host.HoldUp(async () => (await host.Deliver(press)).Words.ShouldNotBeNull().ShouldContain("will follow"));
        else await host.Deliver(press);
        await host.Settles();
    }
}

using System.Text.Json;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Bot.Teams.Inbound.Work;
using AccountNudge.Bot.Tests.Slack.Inbound;
using AccountNudge.Testing.Teams;
using FsCheck.Fluent;
using NodaTime;

namespace AccountNudge.Bot.Tests.Teams.Inbound;

public sealed class SendingTests
{
    private static readonly TeamsRoute New = new("19:a@thread.tacv2") { IsHeard = true };
    private static readonly TeamsRoute Replacing = New with { Replaced = "1" };
    private static readonly TeamsRoute Own = TeamsRoute.Directly("29:anna");

    [Fact]
    public void What_was_refused_is_tried_another_way_while_there_is_one()
    {
        var refused = new CallResult.Refused("BotNotInConversationRoster", 403);
        new TeamsCall([], [New, Own]).After(refused, Duration.Zero).ShouldSatisfyAllConditions(left => left.Left!.Routes.ShouldBe([Own]), left => left.Wait.ShouldBe(Duration.Zero));
        new TeamsCall([], [Own]).After(refused, Duration.Zero).Left.ShouldBeNull();
    }

    [Fact]
    public void What_is_refused_as_it_is_is_said_in_words_before_another_way_is_tried()
    {
        var call = new TeamsCall([], [New, Own]) { Plain = new() { ["text"] = "crooked label" } };
        var (asItIs, gone) = (new CallResult.Refused("BadSyntax", 400), new CallResult.Refused("ConversationNotFound", 404));
        var inWords = call.After(asItIs, Duration.Zero).Left!;
        inWords.ShouldSatisfyAllConditions(left => left.IsInWords.ShouldBeTrue(), left => left.Routes.ShouldBe([New, Own]));
        foreach (var refused in new[] { asItIs, gone })
            inWords.After(refused, Duration.Zero).Left!.ShouldSatisfyAllConditions(left => left.IsInWords.ShouldBeFalse(), left => left.Routes.ShouldBe([Own]));
        call.After(gone, Duration.Zero).Left!.IsInWords.ShouldBeFalse();
        (inWords with { Routes = [Own] }).After(asItIs, Duration.Zero).Left.ShouldBeNull();
    }

    [Fact]
    public void An_answer_that_was_stored_without_words_is_sent_as_it_is()
    {
        var stored = Outgoing<TeamsCall>.Read("""{"Since":1,"Calls":[{"Content":{"type":"message"},"Routes":[{"Place":"19:a@thread.tacv2","IsHeard":true}]}]}""").Calls.Single();
        (stored.Plain, stored.IsInWords).ShouldBe((null, false));
        stored.After(new CallResult.Refused("BadSyntax", 400), Duration.Zero).Left.ShouldBeNull();
        var call = stored with { Plain = new() { ["text"] = "x" }, IsInWords = true };
        Outgoing<TeamsCall>.Read(new Outgoing<TeamsCall>(1, [call]).Write()).Calls.Single().ShouldSatisfyAllConditions(read => read.IsInWords.ShouldBeTrue(), read => read.Plain!.ToJsonString().ShouldBe(call.Plain.ToJsonString()));
    }

    [Fact]
    public void What_was_not_done_waits_and_is_tried_again() =>
        new TeamsCall([], [New, Own]).After(new CallResult.Later(Duration.FromSeconds(7)), Duration.Zero).ShouldSatisfyAllConditions(left => left.Left!.Routes.Count.ShouldBe(2), left => left.Wait.ShouldBe(Duration.FromSeconds(7)));

    [Fact]
    public void Where_nobody_knows_whether_it_was_done_only_replacing_is_repeated()
    {
        new TeamsCall([], [New, Own]).After(new CallResult.Uncertain(), Duration.Zero).Left.ShouldBeNull();
        new TeamsCall([], [Replacing, Own]).After(new CallResult.Uncertain(), Duration.Zero).ShouldSatisfyAllConditions(left => left.Left!.Routes[0].ShouldBe(Replacing), left => left.Wait.ShouldBeGreaterThan(Duration.Zero));
    }

    [Fact]
    public void What_cannot_be_replaced_for_a_minute_is_said_anew_and_holds_up_nobody()
    {
        var minute = Duration.FromMinutes(1);
        new TeamsCall([], [Replacing, Own]).After(new CallResult.Uncertain(), minute).Left!.Routes.ShouldBe([Own]);
        new TeamsCall([], [Replacing]).After(new CallResult.Uncertain(), minute).Left.ShouldBeNull();
    }

    [Fact]
    public void An_answer_survives_being_stored()
    {
        var call = new TeamsCall(new() { ["type"] = "message" }, [Replacing with { OnlyTo = "29:anna" }, New, Own]);
        var read = JsonSerializer.Deserialize<TeamsCall>(JsonSerializer.Serialize(call))!;
        (read.Routes, read.Content.ToJsonString()).ShouldSatisfyAllConditions(stored => stored.Routes.ShouldBe(call.Routes), stored => stored.Item2.ShouldBe(call.Content.ToJsonString()));
    }

    [Fact]
    public void Whatever_arrives_is_read_or_turned_away()
    {
        foreach (var json in AnyJson.Payload.Sample(60, 1000))
        {
            if (Activity.Read(json) is not { Type.Length: > 0, TenantId.Length: > 0, PlaceId.Length: > 0, BotId.Length: > 0, PersonId.Length: > 0 } activity) continue;
            if (TeamsPayload.Read(activity) is TeamsAction act) act.InboxItem.Key.Length.ShouldBeInRange(1, 200);
        }
    }

    [Fact]
    public async Task A_message_that_may_stand_there_is_not_said_again()
    {
        await using var host = await TeamsHost.Run();
        host.Teams.Break(new ConnectorFault.AcceptedStatus(), "send", host.Clients, times: 9);
        (await host.Ask(host.Anna, host.Clients, "gibberish")).OnlyFor.ShouldBe(host.Anna.Id);
    }

    [Theory]
    [InlineData(400, "BadSyntax")]
    [InlineData(413, "MessageSizeTooBig")]
    public async Task A_card_that_Teams_does_not_take_is_said_in_words_where_it_was_to_stand(int status, string word)
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        host.Teams.Break(new ConnectorFault.Refusal(status, word), "send", host.Clients);
        var said = await host.Ask(host.Anna, host.Clients, "complaint Acme: crooked label");
        (said.Place, said.OnlyFor, said.Cards.Count).ShouldBe((host.Clients, null, 0));
        said.Wording.ShouldContain("crooked label");
        host.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_way_is_tried_in_words_too()
    {
        await using var host = await TeamsHost.Run();
        var own = host.Teams.PersonalChat(host.Anna);
        foreach (var delivery in host.Teams.Installs(host.Anna, own)) await host.Deliver(delivery);
        await host.Settles();
        // The card, its words, and the card once more on the other way to the same chat.
        host.Teams.Break(ConnectorFault.TooBig, "send", own, times: 3);
        (await host.Ask(host.Anna, own, "gibberish")).ShouldSatisfyAllConditions(said => said.Cards.ShouldBeEmpty(), said => said.Wording.ShouldContain("gibberish"));
    }

    [Fact]
    public async Task A_form_that_Teams_does_not_take_leaves_a_sentence()
    {
        await using var host = await TeamsHost.Run();
        await host.Begin();
        host.Teams.Break(ConnectorFault.TooBig, "send", host.Clients);
        var said = await host.Ask(host.Anna, host.Clients, "complaint");
        (said.Place, said.OnlyFor).ShouldBe((host.Clients, host.Anna.Id));
        said.Wording.ShouldContain("help");
    }

    [Fact]
    public async Task A_replaced_card_is_replaced_again_until_Teams_says_that_it_was()
    {
        await using var host = await TeamsHost.Run(works: false);
        await host.Deliver(host.Teams.Says(host.Anna, host.Clients, "log Acme: needs two samples"));
        await host.WorkOff();
        await host.Deliver(host.Teams.Presses(host.Anna, host.Said("Create and record"), "draft.create"));
        await host.WorkOff();
        host.Teams.Break(new ConnectorFault.Refusal(502), "update", times: 2);
        await host.Deliver(host.Teams.Presses(host.Anna, host.Said("needs two samples"), "Call"));
        await host.WorkOff();
        host.Said("needs two samples").Wording.ShouldContain("**: call");
    }

    [Fact]
    public async Task An_answer_that_comes_late_goes_to_its_person_alone_when_outsiders_have_come()
    {
        await using var host = await TeamsHost.Run(works: false);
        await host.Deliver(host.Teams.Says(host.Anna, host.Clients, "log Acme called, needs two samples"));
        await host.WorkOff();
        await host.Deliver(host.Teams.Presses(host.Anna, host.Said("Create and record"), "draft.create"));
        await host.Age(Duration.FromSeconds(10));
        await host.Deliver(host.Teams.Joins(host.Teams.AddPerson(host.World.Tenant, "Gina", guest: true), host.World.Office));
        await host.WorkOff();
        host.Said("needs two samples").Place.ShouldBe(host.Teams.PersonalChat(host.Anna));
        host.Teams.Posts.ShouldNotContain(message => message.Place == host.Clients && message.Wording.Contains("needs two samples", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_fails_again_and_again_is_put_aside_and_its_person_hears_so()
    {
        await using var host = await TeamsHost.Run(works: false);
        var before = host.Everything().Count;
        host.Teams.Break(new ConnectorFault.Refusal(500), "pagedmembers", times: int.MaxValue);
        await host.Deliver(host.Teams.Joins(host.Teams.AddPerson(host.World.Tenant, "Carla"), host.World.Office));
        await host.Deliver(host.Teams.Says(host.Ben, host.Clients, "notiz Acme rief an"));
        await host.Pass(Duration.FromHours(7));
        await host.WorkOff(40);
        host.Everything().Skip(before).ShouldHaveSingleItem().ShouldSatisfyAllConditions(said => said.Place.ShouldBe(host.Teams.PersonalChat(host.Ben)), said => said.Wording.ShouldContain("wurde nicht notiert"));
    }
}

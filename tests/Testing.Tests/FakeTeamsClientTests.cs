using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using AccountNudge.Testing.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Tests;

/// <summary>The people's side; what they do arrives at a small bot that answers what a test wishes.</summary>
public sealed class FakeTeamsClientTests : IAsyncLifetime
{
    private const string Card = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"Acme waits."},
          {"type":"FactSet","facts":[{"title":"Since","value":"Monday"}]},
          {"type":"Input.Text","id":"note","isRequired":true},
          {"type":"Input.Date","id":"due","value":"2031-05-04"},
          {"type":"Input.Text","id":"empty"},
          {"type":"ActionSet","actions":[
            {"type":"Action.Execute","title":"Done","verb":"do","data":{"action":"complaint.close","value":"7"}},
            {"type":"Action.Execute","title":"Later","verb":"do","associatedInputs":"none","data":{"action":"later"}},
            {"type":"Action.Submit","title":"Save","data":{"form":"f"}}]}]}
        """;

    private readonly string tenant = FakeTeams.NewTenant();
    private readonly ConcurrentQueue<(JsonNode Activity, string Authorization)> heard = [];
    private WebApplication bot = null!;
    private FakeTeams teams = null!;
    private JsonNode? answer;

    public async ValueTask InitializeAsync()
    {
        teams = await FakeTeams.Start();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        bot = builder.Build();
        bot.Run(async context =>
        {
            heard.Enqueue(((await JsonNode.ParseAsync(context.Request.Body))!, context.Request.Headers.Authorization.ToString()));
            if (answer is not null) await context.Response.WriteAsync(answer.ToJsonString());
        });
        await bot.StartAsync();
        teams.BotUrl = new Uri(new Uri(bot.Urls.Single()), "/api/messages");
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task What_is_said_in_a_channel_mentions_the_bot_and_names_its_thread()
    {
        var (bea, channel) = Channel();
        teams.Token = serviceUrl => $"signed for {serviceUrl}";

        var first = teams.Says(bea, channel, "log call Acme");
        await teams.Deliver(first);
        await teams.Deliver(teams.Says(bea, channel, "and more", first.Message));

        var (activity, authorization) = heard.First();
        authorization.ShouldBe($"Bearer signed for {teams.ServiceUrl(tenant)}");
        Text(activity, "text").ShouldBe("<at>AccountNudge</at> log call Acme");
        Text(activity, "conversation", "id").ShouldBe($"{channel.Id};messageid={first.Message!.Id}");
        Text(heard.Last().Activity, "conversation", "id").ShouldBe(Text(activity, "conversation", "id"));
        (Text(activity, "conversation", "conversationType"), Text(activity, "conversation", "tenantId")).ShouldBe(("channel", tenant));
        (Text(activity, "channelData", "team", "id"), Text(activity, "channelData", "tenant", "id")).ShouldBe((channel.Team!.Id, tenant));
        (Text(activity, "from", "id"), Text(activity, "recipient", "id")).ShouldBe((bea.Id, teams.BotId));
        activity["entities"]!.AsArray().Select(entity => Text(entity!, "type")).ShouldBe(["clientInfo", "mention"]);
    }

    [Fact]
    public async Task What_is_said_in_private_needs_no_mention_and_a_resend_keeps_its_id()
    {
        var bea = teams.AddPerson(tenant, "Bea", locale: "de-DE");
        var said = teams.Says(bea, teams.PersonalChat(bea), "hilfe");

        await teams.Deliver(said);
        await teams.Deliver(said);
        await teams.Deliver(said.Anew());

        heard.Select(delivery => Text(delivery.Activity, "text")).ShouldAllBe(text => text == "hilfe");
        heard.Select(delivery => Text(delivery.Activity, "id")).Distinct().Count().ShouldBe(2);
        (Text(heard.First().Activity, "conversation", "conversationType"), Text(heard.First().Activity, "locale")).ShouldBe(("personal", "de-DE"));
    }

    [Fact]
    public async Task A_press_carries_what_the_button_carries_and_what_was_typed_and_gets_its_answer()
    {
        var (bea, message) = await Posted();
        answer = JsonNode.Parse("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Thank you."}""");

        var reply = await teams.Deliver(teams.Presses(bea, message, "Done", new Dictionary<string, string> { ["note"] = "called" }));

        (reply.Status, reply.Words, reply.Card).ShouldBe((200, "Thank you.", null));
        teams.Violations.ShouldBeEmpty();
        var activity = heard.Single().Activity;
        (Text(activity, "name"), Text(activity, "replyToId"), Text(activity, "value", "action", "type")).ShouldBe(("adaptiveCard/action", message.Id, "Action.Execute"));
        activity["value"]!["action"]!["data"]!.ToJsonString().ShouldBe("""{"action":"complaint.close","value":"7","note":"called","due":"2031-05-04"}""");
        message.Wording.ShouldContain("Since\nMonday");
    }

    [Fact]
    public async Task An_answer_may_change_the_card_for_whoever_pressed_and_is_held_to_the_same_rules()
    {
        var (bea, message) = await Posted();
        answer = JsonNode.Parse("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.6","actions":[{"type":"Action.Execute","title":"Undo","data":{"action":"undo"}}]}}""");

        var reply = await teams.Deliver(teams.Presses(bea, message, "Later"));
        await teams.Deliver(teams.Presses(bea, message, "Undo", shown: reply.Card));

        Text(heard.Last().Activity, "value", "action", "data", "action").ShouldBe("undo");
        teams.Violations[0].ShouldContain("version '1.6'");
    }

    [Fact]
    public async Task A_group_chat_has_no_threads_and_people_who_come_and_go()
    {
        var bea = teams.AddPerson(tenant, "Bea");
        var chat = teams.AddGroupChat(tenant, "Acme", bea);

        await teams.Deliver(teams.Installs(bea, chat));
        await teams.Deliver(teams.Joins(teams.AddPerson(tenant, "Cem", guest: true), chat, bea));
        await teams.Deliver(teams.Says(bea, chat, "help"));

        heard.Select(delivery => Text(delivery.Activity, "conversation", "id")).ShouldAllBe(id => id == chat.Id);
        Text(heard.Last().Activity, "conversation", "conversationType").ShouldBe("groupChat");
        chat.Members.Count.ShouldBe(2);
        (await Post(chat)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_client_sends_no_inputs_where_none_are_associated_and_a_submit_as_a_message()
    {
        var (bea, message) = await Posted();

        await teams.Deliver(teams.Presses(bea, message, "Later"));
        await teams.Deliver(teams.Presses(bea, message, "Save", new Dictionary<string, string> { ["note"] = "x" }));

        heard.First().Activity["value"]!["action"]!["data"]!.ToJsonString().ShouldBe("""{"action":"later"}""");
        Text(heard.Last().Activity, "type").ShouldBe("message");
        heard.Last().Activity["value"]!.ToJsonString().ShouldBe("""{"form":"f","note":"x","due":"2031-05-04"}""");
    }

    [Fact]
    public async Task A_client_does_not_send_what_the_card_forbids()
    {
        var (bea, message) = await Posted();

        Should.Throw<ArgumentException>(() => teams.Presses(bea, message, "Done")).Message.ShouldContain("required");
        Should.Throw<ArgumentException>(() => teams.Presses(bea, message, "Done", new Dictionary<string, string> { ["note"] = "x", ["due"] = "tomorrow" })).Message.ShouldContain("no date");
        Should.Throw<ArgumentException>(() => teams.Presses(bea, message, "Done", new Dictionary<string, string> { ["nothing"] = "x" })).Message.ShouldContain("no input");
        Should.Throw<InvalidOperationException>(() => teams.Presses(bea, message, "Gone")).Message.ShouldContain("Done");
        Should.Throw<InvalidOperationException>(() => teams.Presses(teams.AddPerson(tenant, "Zoe"), message, "Later")).Message.ShouldContain("does not see");
    }

    [Fact]
    public async Task An_action_on_a_message_opens_a_dialog_that_can_be_submitted_more_than_once()
    {
        var (bea, channel) = Channel();
        var message = teams.Writes(bea, channel, "They are <angry>.");
        answer = JsonNode.Parse("""{"task":{"type":"continue","value":{"title":"Log","card":{"contentType":"application/vnd.microsoft.card.adaptive"}}}}""")!;
        answer["task"]!["value"]!["card"]!["content"] = JsonNode.Parse(Card);

        var opening = teams.Uses(bea, message, "log");
        var dialog = await teams.Deliver(opening);
        var typed = new Dictionary<string, string> { ["note"] = "angry" };
        dialog = await teams.Deliver(FakeTeams.Submits(opening, dialog, "Save", typed));
        await teams.Deliver(FakeTeams.Submits(opening, dialog, "Save", typed));

        var (first, last) = (heard.First().Activity, heard.Last().Activity);
        (Text(first, "name"), Text(first, "value", "commandId"), Text(first, "value", "commandContext")).ShouldBe(("composeExtension/fetchTask", "log", "message"));
        Text(first, "value", "messagePayload", "body", "content").ShouldContain("They are &lt;angry&gt;.");
        Text(first, "value", "messagePayload", "linkToMessage").ShouldEndWith($"/{message.Id}");
        (Text(last, "name"), Text(last, "value", "data", "note")).ShouldBe(("composeExtension/submitAction", "angry"));
        heard.Select(delivery => Text(delivery.Activity, "id")).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Who_is_put_out_is_told_and_whoever_speaks_there_afterwards_is_noted()
    {
        var (bea, channel) = Channel();
        channel.Team!.Bot.IsHere = false;
        (await Post(channel)).ShouldBe(HttpStatusCode.Forbidden);
        teams.Violations.ShouldBeEmpty("nobody has told the bot");

        await teams.Deliver(teams.Uninstalls(bea, channel.Team));
        (await Post(channel)).ShouldBe(HttpStatusCode.Forbidden);
        teams.Violations.ShouldHaveSingleItem().ShouldContain("knows it was put out");

        await teams.Deliver(teams.Installs(bea, channel.Team, channel));
        (await Post(channel)).ShouldBe(HttpStatusCode.Created);
        heard.Select(delivery => Text(delivery.Activity, "type")).ShouldBe(["conversationUpdate", "installationUpdate", "conversationUpdate", "installationUpdate"]);
        Text(heard.First().Activity["membersRemoved"]![0]!, "id").ShouldBe(teams.BotId);
        (Text(heard.Last().Activity, "action"), Text(heard.Last().Activity, "channelData", "settings", "selectedChannel", "id")).ShouldBe(("add", channel.Id));
    }

    [Fact]
    public async Task What_happens_to_channels_and_people_is_so_from_then_on()
    {
        var (bea, channel) = Channel();
        var shared = teams.AddChannel(channel.Team!, "with client", ChannelType.Shared, bea);
        var client = teams.AddTeam(FakeTeams.NewTenant(), "Client", teams.AddPerson(FakeTeams.NewTenant(), "Ann"));

        await teams.Deliver(teams.Shares(bea, shared, client));
        shared.Members.ShouldContain(client.Members.Single());
        await teams.Deliver(teams.Unshares(bea, shared, client));
        await teams.Deliver(teams.Renames(bea, channel, "beta"));
        await teams.Deliver(teams.Joins(teams.AddPerson(tenant, "Cem"), channel.Team!, bea));

        shared.Members.ShouldHaveSingleItem();
        channel.Members.Count.ShouldBe(2);
        heard.Select(delivery => Text(delivery.Activity, "channelData", "eventType")).ShouldBe(["channelShared", "channelUnshared", "channelRenamed", "teamMemberAdded"]);
        var told = heard.First().Activity;
        Text(told["channelData"]!["sharedWithTeams"]![0]!, "tenantId").ShouldBe(client.Tenant);
        Text(told, "conversation", "id").ShouldBe(shared.Id);
        Text(heard.ElementAt(2).Activity, "channelData", "channel", "name").ShouldBe("beta");
    }

    private (FakePerson Bea, FakePlace Channel) Channel()
    {
        var bea = teams.AddPerson(tenant, "Bea");
        var team = teams.AddTeam(tenant, "Care", bea);
        teams.Installs(bea, team);
        return (bea, teams.AddChannel(team, "acme"));
    }

    private async Task<(FakePerson Bea, FakeChatMessage Message)> Posted()
    {
        var (bea, channel) = Channel();
        var message = new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = AdaptiveCards.ContentType, ["content"] = JsonNode.Parse(Card) }) };
        await FakeTeamsTests.Call(teams, tenant, HttpMethod.Post, [channel.Id, "activities"], message);
        return (bea, await teams.Seen(seen => seen.Place == channel));
    }

    private async Task<HttpStatusCode> Post(FakePlace place) => (await FakeTeamsTests.Call(teams, tenant, HttpMethod.Post, [place.Id, "activities"], FakeTeamsTests.Message("x"))).Status;

    private static string Text(JsonNode node, params string[] path) => path.Aggregate(node, (at, name) => at[name]!).GetValue<string>();
}

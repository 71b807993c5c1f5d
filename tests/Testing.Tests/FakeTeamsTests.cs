using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AccountNudge.Testing.Teams;

namespace AccountNudge.Testing.Tests;

/// <summary>The Connector's side; an <see cref="HttpClient"/> acts as the bot.</summary>
public class FakeTeamsTests
{
    private readonly string tenant = FakeTeams.NewTenant();

    [Fact]
    public async Task What_is_posted_stands_in_its_thread_until_it_is_changed_and_deleted()
    {
        await using var teams = await FakeTeams.Start();
        var channel = Office(teams);

        var root = Id(await Call(teams, HttpMethod.Post, [channel.Id, "activities"], Message("first")));
        var answer = Id(await Call(teams, HttpMethod.Post, [$"{channel.Id};messageid={root}", "activities"], Message("second")));
        await Call(teams, HttpMethod.Post, [channel.Id, "activities", answer], Message("third"));
        await Call(teams, HttpMethod.Put, [$"{channel.Id};messageid={root}", "activities", answer], Message("changed"));
        await Call(teams, HttpMethod.Delete, [channel.Id, "activities", root]);

        teams.Posts.Select(post => (post.Text, post.Root)).ShouldBe([("changed", root), ("third", root)]);
        teams.Posts[0].Earlier.ShouldHaveSingleItem()["text"]!.GetValue<string>().ShouldBe("second");
        teams.Posts[0].Conversation.ShouldBe($"{channel.Id};messageid={root}");
        teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task There_is_one_personal_chat_per_person_and_only_with_one_who_meets_the_bot()
    {
        await using var teams = await FakeTeams.Start();
        var channel = Office(teams);
        var (bea, stranger) = (channel.Members.First(), teams.AddPerson(tenant, "Zoe"));

        var first = await Call(teams, HttpMethod.Post, [], Opening(bea));
        var again = await Call(teams, HttpMethod.Post, [], Opening(bea));
        (await Call(teams, HttpMethod.Post, [Id(first), "activities"], Message("hello"))).Status.ShouldBe(HttpStatusCode.Created);

        Id(again).ShouldBe(Id(first));
        first.Body!["activityId"].ShouldBeNull();
        teams.Violations.ShouldBeEmpty();
        (await Call(teams, HttpMethod.Post, [], Opening(stranger.Id))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Call(teams, HttpMethod.Post, [], Opening(bea, stranger.Id))).Status.ShouldBe(HttpStatusCode.BadRequest);
        teams.Violations.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_new_thread_of_a_channel_is_a_conversation_of_its_own()
    {
        await using var teams = await FakeTeams.Start();
        var channel = Office(teams);

        var answer = await Call(teams, HttpMethod.Post, [], new JsonObject
        {
            ["isGroup"] = true, ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channel.Id } }, ["activity"] = Message("a new matter"),
        });

        var post = teams.Posts.ShouldHaveSingleItem();
        (Id(answer), answer.Body!["activityId"]!.GetValue<string>()).ShouldBe((post.Conversation, post.Id));
        teams.Violations.ShouldBeEmpty();
    }

    public static TheoryData<string, string, int> Misdeeds => new()
    {
        { """{"type":"event","text":"x"}""", "an activity of type 'event' was sent", 201 },
        { """{"type":"message"}""", "neither text nor attachments", 400 },
        { """{"type":"message","text":"x","from":{"id":"29:bea"}}""", "someone else's name", 201 },
        { """{"type":"message","attachments":[{"contentType":"image/png"}]}""", "no Adaptive Card", 400 },
        { Card("""{"type":"AdaptiveCard","version":"1.6","body":[]}"""), "version '1.6'", 201 },
        { Card("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Chart.Pie","data":[]}]}"""), "a Chart.Pie without a fallback", 201 },
        { Card("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"a"},{"type":"Input.Date","id":"a"}]}"""), "an id each", 201 },
        { $$"""{"type":"message","text":"{{new string('x', 29_000)}}"}""", "more than 28672", 201 },
        { $$"""{"type":"message","text":"{{new string('x', 60_000)}}"}""", "more than 28672", 413 },
    };

    [Theory]
    [MemberData(nameof(Misdeeds))]
    public async Task What_a_bot_must_not_send_is_noted(string activity, string violation, int status)
    {
        await using var teams = await FakeTeams.Start();
        var channel = Office(teams);

        var answer = await Call(teams, HttpMethod.Post, [channel.Id, "activities"], JsonNode.Parse(activity)!.AsObject());

        ((int)answer.Status).ShouldBe(status);
        teams.Violations.ShouldHaveSingleItem().ShouldContain(violation);
    }

    [Fact]
    public async Task An_id_that_is_not_escaped_is_noted_and_other_tenants_conversations_are_not_there()
    {
        await using var teams = await FakeTeams.Start();
        var channel = Office(teams);
        using var http = new HttpClient();

        using var sent = await http.PostAsJsonAsync($"{teams.ServiceUrl(tenant)}v3/conversations/{channel.Id}/activities", Message("x"));
        using var lost = await http.PostAsJsonAsync($"{teams.ServiceUrl(FakeTeams.NewTenant())}v3/conversations/{Uri.EscapeDataString(channel.Id)}/activities", Message("x"));

        sent.StatusCode.ShouldBe(HttpStatusCode.Created);
        lost.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        teams.Violations.Count.ShouldBe(2);
        teams.Violations[0].ShouldContain("not escaped");
    }

    [Fact]
    public async Task Only_one_person_sees_what_is_meant_for_them()
    {
        await using var teams = await FakeTeams.Start();
        var channel = Office(teams);
        var message = Message("only you");

        (await Call(teams, HttpMethod.Post, [channel.Id, "activities"], message, "?isTargetedActivity=true")).Status.ShouldBe(HttpStatusCode.BadRequest);
        message["recipient"] = new JsonObject { ["id"] = channel.Members.First() };
        (await Call(teams, HttpMethod.Post, [channel.Id, "activities"], message, "?isTargetedActivity=true")).Status.ShouldBe(HttpStatusCode.Created);

        teams.Targeted.ShouldHaveSingleItem().OnlyFor.ShouldBe(channel.Members.First());
        teams.Messages.ShouldBeEmpty();
        teams.Violations.ShouldHaveSingleItem().ShouldContain("no recipient");
    }

    [Fact]
    public async Task A_message_of_someone_else_cannot_be_changed()
    {
        await using var teams = await FakeTeams.Start();
        var bea = teams.AddPerson(tenant, "Bea");
        var chat = teams.PersonalChat(bea);
        chat.Bot.IsHere = true;
        var theirs = teams.Writes(bea, chat, "mine");

        (await Call(teams, HttpMethod.Put, [chat.Id, "activities", theirs.Id], Message("not yours"))).Status.ShouldBe(HttpStatusCode.Forbidden);

        theirs.Text.ShouldBe("mine");
        teams.Violations.ShouldHaveSingleItem().ShouldContain("not its own");
    }

    [Fact]
    public async Task Large_rosters_come_in_pages_and_tell_guests_and_other_tenants()
    {
        await using var teams = await FakeTeams.Start();
        var team = teams.AddTeam(tenant, "Everyone", Enumerable.Range(0, 1_199).Select(i => teams.AddPerson(tenant, $"P{i}")));
        var guest = teams.AddPerson(FakeTeams.NewTenant(), "Gus", guest: true);
        team.Members.Add(guest.Id);
        teams.Installs(guest, team);

        var members = new List<JsonNode>();
        var sizes = new List<int>();
        var next = "";
        do
        {
            var page = (await Call(teams, HttpMethod.Get, [team.Id, "pagedmembers"], null, $"?pageSize=1000{next}")).Body!;
            members.AddRange(page["members"]!.AsArray()!);
            sizes.Add(page["members"]!.AsArray().Count);
            next = page["continuationToken"] is { } token ? $"&continuationToken={Uri.EscapeDataString(token.GetValue<string>())}" : "";
        }
        while (next.Length > 0);

        sizes.ShouldBe([500, 500, 200]);
        members.Select(member => member["id"]!.GetValue<string>()).Distinct().Count().ShouldBe(1_200);
        var told = members.Single(member => member["userRole"]!.GetValue<string>() == "guest");
        (told["tenantId"]!.GetValue<string>(), told["userPrincipalName"]!.GetValue<string>().Contains("#EXT#")).ShouldBe((guest.Tenant, true));
        (await Call(teams, HttpMethod.Get, [team.Id, "members", guest.Id])).Body!["name"]!.GetValue<string>().ShouldBe("Gus");
        (await Call(teams, HttpMethod.Get, [team.Id, "members", "29:nobody"])).Status.ShouldBe(HttpStatusCode.NotFound);
        teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_is_asked_for_or_not_wanted()
    {
        await using var teams = await FakeTeams.Start();
        var channel = Office(teams);
        (await Call(teams, HttpMethod.Post, [channel.Id, "activities"], Message("x"), token: "t")).Status.ShouldBe(HttpStatusCode.Created);
        teams.RequireToken = true;
        teams.Takes = token => token == "good";

        (await Call(teams, HttpMethod.Post, [channel.Id, "activities"], Message("x"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Call(teams, HttpMethod.Post, [channel.Id, "activities"], Message("x"), token: "old")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Call(teams, HttpMethod.Post, [channel.Id, "activities"], Message("x"), token: "good")).Status.ShouldBe(HttpStatusCode.Created);

        teams.Violations.ShouldBe(["a token was sent to a service that needs none", "a call carried no token"]);
    }

    internal static async Task<(HttpStatusCode Status, JsonNode? Body, TimeSpan? RetryAfter)> Call(
        FakeTeams teams, string tenant, HttpMethod method, string[] path, JsonObject? body = null, string query = "", string? token = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, $"{teams.ServiceUrl(tenant)}v3/conversations{string.Concat(path.Select(part => "/" + Uri.EscapeDataString(part)))}{query}");
        if (body is not null) request.Content = JsonContent.Create(body);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers.RetryAfter?.Delta);
    }

    internal static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text };

    private Task<(HttpStatusCode Status, JsonNode? Body, TimeSpan? RetryAfter)> Call(FakeTeams teams, HttpMethod method, string[] path, JsonObject? body = null, string query = "", string? token = null) =>
        Call(teams, tenant, method, path, body, query, token);

    private FakePlace Office(FakeTeams teams)
    {
        var bea = teams.AddPerson(tenant, "Bea");
        var team = teams.AddTeam(tenant, "Care", bea);
        teams.Installs(bea, team);
        return teams.AddChannel(team, "acme");
    }

    private JsonObject Opening(params string[] members) => new()
    {
        ["isGroup"] = false, ["tenantId"] = tenant, ["members"] = new JsonArray([.. members.Select(id => new JsonObject { ["id"] = id })]),
    };

    private static string Id((HttpStatusCode Status, JsonNode? Body, TimeSpan? RetryAfter) answer) => answer.Body!["id"]!.GetValue<string>();

    private static string Card(string card) => $$"""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{{card}}}]}""";
}

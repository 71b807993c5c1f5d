using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.People;
using AccountNudge.Bot.Tests.Slack.Outbound;
using AccountNudge.Testing.Slack;

namespace AccountNudge.Bot.Tests.Slack.People;

public sealed class SlackPeopleTests
{
    [Fact]
    public async Task A_person_has_name_language_and_zone()
    {
        await using var fixture = await SlackFixture.Set();

        var anna = await fixture.People.Person(SlackFixture.Workspace, "U1", default);

        (anna.Id, anna.Name, anna.Locale, anna.Zone?.Id, anna.IsGuest).ShouldBe(("U1", "Anna", "de-DE", "Europe/Berlin", false));
    }

    [Theory]
    [InlineData("""{"id":"U1","team_id":"T1","profile":{"display_name":"","real_name":"Anna A."},"tz":"Nowhere/Land"}""", "Anna A.", false, false)]
    [InlineData("""{"id":"U1","team_id":"T1","name":"anna"}""", "anna", false, false)]
    [InlineData("""{"id":"U1"}""", "U1", false, false)]
    [InlineData("""{"id":"U1","team_id":"T1","is_restricted":true}""", "U1", true, true)]
    [InlineData("""{"id":"U1","team_id":"T1","is_ultra_restricted":true}""", "U1", true, true)]
    [InlineData("""{"id":"U1","team_id":"T1","is_stranger":true}""", "U1", true, true)]
    [InlineData("""{"id":"U1","team_id":"T2"}""", "U1", true, true)]
    [InlineData("""{"id":"U1","profile":{"team":"T2"}}""", "U1", true, true)]
    [InlineData("""{"id":"U1","team_id":"T2","enterprise_user":{"enterprise_id":"E1"}}""", "U1", false, false)]
    [InlineData("""{"id":"U1","team_id":"T2","enterprise_user":{"enterprise_id":"E9"}}""", "U1", true, true)]
    [InlineData("""{"id":"U1","team_id":"T2","enterprise_user":{"enterprise_id":"E9","teams":["T1"]}}""", "U1", false, false)]
    [InlineData("""{"id":"U1","team_id":"T1","deleted":true}""", "U1", true, false)]
    [InlineData("""{"id":"U1","team_id":"T1","is_bot":true}""", "U1", true, false)]
    [InlineData("""{"id":"USLACKBOT","team_id":"T1"}""", "USLACKBOT", true, false)]
    [InlineData("[]", "", false, false)]
    public void Profiles_are_read_whatever_they_lack(string user, string name, bool isGuest, bool isOutsider)
    {
        var profile = Profile.Read(JsonDocument.Parse(user).RootElement, "T1", "E1", default);

        (profile.Person.Name, profile.Person.IsGuest, profile.IsOutsider).ShouldBe((name, isGuest, isOutsider));
        profile.Person.Zone.ShouldBeNull();
    }

    [Fact]
    public async Task Those_who_ask_together_share_one_call()
    {
        await using var fixture = await SlackFixture.Set();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => fixture.People.Person(SlackFixture.Workspace, "U1", default)));
        fixture.Calls("users.info").ShouldBe(1);
    }

    [Fact]
    public async Task Someone_Slack_cannot_tell_of_is_a_guest_until_it_can()
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.Break(new SlackFault.Status(500), "users.info");

        (await fixture.People.Person(SlackFixture.Workspace, "U1", default)).IsGuest.ShouldBeTrue();
        (await fixture.People.Person(SlackFixture.Workspace, "UNOBODY", default)).IsGuest.ShouldBeTrue();
        (await fixture.People.Person(SlackFixture.Workspace, "U1", default)).IsGuest.ShouldBeFalse();
    }

    [Fact]
    public async Task A_change_is_seen_at_once_when_it_is_told_and_within_the_hour_when_not()
    {
        await using var fixture = await SlackFixture.Set();
        var anna = fixture.Slack.AddUser(SlackFixture.Workspace, "U1", "Anna");
        await fixture.People.Person(SlackFixture.Workspace, "U1", default);

        anna.Zone = "Asia/Tokyo";
        (await fixture.People.Person(SlackFixture.Workspace, "U1", default)).Zone?.Id.ShouldBe("Europe/Berlin");
        await fixture.People.Observe(SlackFixture.Workspace, Event("user_change", new JsonObject { ["user"] = new JsonObject { ["id"] = "U1", ["tz"] = "Asia/Tokyo" } }), default);
        (await fixture.People.Person(SlackFixture.Workspace, "U1", default)).Zone?.Id.ShouldBe("Asia/Tokyo");

        anna.IsGuest = true;
        fixture.Time.Pass(TimeSpan.FromMinutes(61));
        (await fixture.People.Person(SlackFixture.Workspace, "U1", default)).IsGuest.ShouldBeTrue();
    }

    [Fact]
    public void What_is_used_least_recently_is_forgotten_first()
    {
        var remembered = new LruCache<int, string>(3);
        for (var number = 0; number < 3; number++) remembered.Set(number, $"{number}");
        remembered.TryGet(0, out _);
        remembered.Set(3, "3");

        remembered.Count.ShouldBe(3);
        (remembered.GetValueOrDefault(0), remembered.GetValueOrDefault(1), remembered.GetValueOrDefault(3)).ShouldBe(("0", null, "3"));
        remembered.Update(1, _ => "back");
        remembered.GetValueOrDefault(1).ShouldBeNull();
        remembered.Change(0, "new", old => old + "!");
        remembered.GetValueOrDefault(0).ShouldBe("0!");
        remembered.Remove(0);
        remembered.Clear();
        remembered.Count.ShouldBe(0);
    }

    public static JsonElement Event(string type, JsonObject inner)
    {
        inner["type"] = type;
        return JsonSerializer.SerializeToElement(inner);
    }
}

using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Api;

/// <summary>What another system tells is recorded as what somebody says in chat (practice F12).</summary>
public sealed class ApiRecordingTests
{
    private const string Call = """{"phone":"0049 (0)171 / 123 45 67","kind":"call","direction":"incoming","text":"asked about the offer"}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_appears_in_the_timeline_with_its_source_and_keeps_the_client_from_being_quiet(bool onPostgres)
    {
        using var talk = await Team("2027-03-01T10:00", onPostgres);
        await talk.Say(Anna, "account add Quiet Ltd tier B");
        var token = await Token(talk);
        await talk.Until("2027-03-29T10:00");
        await using var host = await ApiHost.Run(talk);

        var noted = await host.Post("interactions", token, Call);

        noted.Status.ShouldBe(201, noted.Text);
        ((string?)noted.Json["account"], (string?)noted.Json["contact"]).ShouldBe(("Weber GmbH", "Sabine Klein"));
        var story = CardText.Of(await talk.Say(Ben, "timeline Weber"));
        story.ShouldContain("call with Sabine Klein");
        story.ShouldContain("Telephones");
        story.ShouldContain("from the client");
        story.ShouldContain("asked about the offer");
        await talk.Until("2027-04-05T10:00");
        await using var store = talk.Stores.Open(Scope.Nothing);
        var quiet = await store.Nudges.IgnoreQueryFilters().Where(nudge => nudge.Kind == QuietPractice.Kind && nudge.PostedAt != null).Select(nudge => nudge.AccountId).ToListAsync();
        (await store.Accounts.IgnoreQueryFilters().Where(account => quiet.Contains(account.Id)).Select(account => account.Name).ToListAsync()).ShouldBe(["Quiet Ltd"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_key_records_once(bool onPostgres)
    {
        using var talk = await Team("2027-03-01T10:00", onPostgres);
        var (token, other) = (await Token(talk), await Token(talk, "Mail"));
        await using var host = await ApiHost.Run(talk);
        var first = await host.Post("interactions", token, Call, "call-1");
        var rows = await host.Counts();

        var again = await host.Post("interactions", token, Call, "call-1");
        var otherwise = await host.Post("interactions", token, Call.Replace("offer", "price", StringComparison.Ordinal), "call-1");
        var elsewhere = await host.Post("complaints", token, """{"account":"Weber","text":"late"}""", "call-1");

        first.Status.ShouldBe(201, first.Text);
        (again.Status, again.Text).ShouldBe((201, first.Text));
        (otherwise.Status, otherwise.Code).ShouldBe((422, "key-of-another-call"));
        elsewhere.Status.ShouldBe(422);
        (await host.Counts()).ShouldBe(rows);
        (await host.Post("interactions", other, Call, "call-1")).Status.ShouldBe(201, "the key of another system is its own");
        (await host.Counts()).ShouldNotBe(rows);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_key_at_the_same_moment_records_once(bool onPostgres)
    {
        using var talk = await Team("2027-03-01T10:00", onPostgres);
        var token = await Token(talk);
        await using var host = await ApiHost.Run(talk);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.Post("interactions", token, Call, "call-1")));

        answers.ShouldAllBe(answer => answer.Status == 201);
        answers.Select(answer => answer.Text).Distinct().ShouldHaveSingleItem();
        (await host.Counts()).ShouldContain("interactions=1 ");
    }

    [Fact]
    public async Task What_was_taken_back_is_answered_as_before_and_not_recorded_anew()
    {
        using var talk = await Team("2027-03-01T10:00");
        var token = await Token(talk);
        await using var host = await ApiHost.Run(talk);
        var first = await host.Post("interactions", token, Call, "call-1");
        var story = await talk.Say(Ben, "timeline Weber");

        await talk.Press(Ben, story, "record.remove");

        CardText.Of(await talk.Say(Ben, "timeline Weber")).ShouldNotContain("asked about the offer");
        (await host.Post("interactions", token, Call, "call-1")).Text.ShouldBe(first.Text);
        (await host.Counts()).ShouldContain("interactions=0 ");
    }

    [Fact]
    public async Task A_complaint_is_told_at_once_and_goes_its_way()
    {
        using var talk = await Team("2027-03-01T10:00");
        var token = await Token(talk);
        await using var host = await ApiHost.Run(talk);

        var logged = await host.Post("complaints", token, """{"account":"Weber","contact":"Klein","text":"the part is broken","resolveBy":"2027-03-12"}""");
        await talk.Until("2027-03-01T10:01");

        logged.Status.ShouldBe(201, logged.Text);
        var told = talk.Posted.ShouldHaveSingleItem();
        var card = CardText.Of(Reply.Everyone(talk.Cards[told.Post.Key]));
        card.ShouldContain("Sabine Klein (Weber GmbH) has complained");
        card.ShouldContain("the part is broken");
        await talk.Press(Ben, ButtonsOf(talk.Cards[told.Post.Key]).First(button => button.ActionId.Contains("ack", StringComparison.Ordinal)));
        CardText.Of(Reply.Everyone(talk.Cards[told.Post.Key])).ShouldContain("client knows we have it");
        CardText.Of(await talk.Say(Ben, "timeline Weber")).ShouldContain("Telephones");
    }

    [Fact]
    public async Task Anybody_may_remove_what_a_system_logged_by_mistake_with_a_word_why()
    {
        using var talk = await Team("2027-03-01T10:00");
        var token = await Token(talk);
        await using var host = await ApiHost.Run(talk);
        await host.Post("complaints", token, """{"account":"Weber","text":"sent by mistake"}""");

        CardText.Of(await talk.Say(Anna, "remove complaint Weber: the system was being tried out")).ShouldContain("Anna");

        (await host.Counts()).ShouldContain("complaints=0 ");
    }

    [Fact]
    public async Task Nobody_takes_back_another_system_s_note_by_undo()
    {
        using var talk = await Team("2027-03-01T10:00");
        var token = await Token(talk);
        await using var host = await ApiHost.Run(talk);
        await talk.Say(Ben, "log Weber call: said hello");
        await host.Post("interactions", token, Call);

        await talk.Say(Ben, "undo");

        var story = CardText.Of(await talk.Say(Ben, "timeline Weber"));
        story.ShouldContain("asked about the offer");
        story.ShouldNotContain("said hello");
    }

    [Fact]
    public async Task The_system_is_no_member_of_the_team()
    {
        using var talk = await Team("2027-03-01T10:00");
        var token = await Token(talk);
        await using var host = await ApiHost.Run(talk);
        var before = await host.Counts();
        await host.Post("interactions", token, Call);
        var after = await host.Counts();

        after.Split(' ').First(count => count.StartsWith("memberships=", StringComparison.Ordinal)).ShouldBe(before.Split(' ').First(count => count.StartsWith("memberships=", StringComparison.Ordinal)));
        (await talk.Say(Ben, "handover Weber to Telephones")).Card!.Headline.Plain.ShouldNotContain("handed");
    }

    /// <summary>Ben's team with one client and one person there.</summary>
    internal static async Task<Talk> Team(string berlin, bool onPostgres = false)
    {
        var talk = await At(berlin, onPostgres);
        await talk.Say(Ben, "team region Berlin");
        await talk.Say(Ben, "account add \"Weber GmbH\" tier B since 2019-02-28");
        await talk.Say(Ben, "contact add Sabine Klein at Weber role Buyer phone +49 171 1234567");
        return talk;
    }

    internal static async Task<string> Token(Talk talk, string name = "Telephones") => ApiHost.SecretIn(await talk.Say(Ben, $"token create {name}", DirectOf(Ben)));
}

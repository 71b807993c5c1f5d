using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.People;
using AccountNudge.Testing;

namespace AccountNudge.Bot.Tests.Teams.People;

public sealed class TeamsPeopleTests
{
    private const string Opened = "a:" + TeamsFixture.Ben;
    private const string AskAnna = "/members/" + TeamsFixture.Anna;

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Fact]
    public async Task A_person_is_known_by_roster_speaks_as_their_client_does_and_has_no_zone()
    {
        await using var fixture = await TeamsFixture.SetInChannel();

        (await Anna(fixture, "de-CH")).Person.ShouldBe(new ChatPerson(TeamsFixture.Anna, "Name of 29:anna", "de-CH"));
        (await Anna(fixture)).Person.ShouldBe(new ChatPerson(TeamsFixture.Anna, "Name of 29:anna"));
        fixture.Connector.Count(AskAnna).ShouldBe(1);
    }

    [Fact]
    public async Task Someone_whose_language_is_not_told_speaks_the_one_heard_last()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        (await Anna(fixture)).Person!.Locale.ShouldBeNull();
        var install = fixture.Install("add", 1);
        install["locale"] = "de-DE";
        await fixture.Hear(install);
        await fixture.Hear(fixture.Update("teamMemberAdded", 1, added: [TeamsFixture.Bot]));

        (await Anna(fixture)).Person!.Locale.ShouldBe("de-DE");
        (await Anna(fixture, "en-GB")).Person!.Locale.ShouldBe("en-GB");
    }

    [Fact]
    public async Task A_person_is_asked_for_again_after_an_hour()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        (await Anna(fixture)).Person!.IsGuest.ShouldBeFalse();
        fixture.Connector.Rosters[TeamsFixture.Channel] = [TeamsFixture.Member(TeamsFixture.Anna, "guest")];

        fixture.Time.Pass(TimeSpan.FromMinutes(59));
        (await Anna(fixture)).Person!.IsGuest.ShouldBeFalse();
        fixture.Time.Pass(TimeSpan.FromMinutes(2));
        (await Anna(fixture)).Person!.IsGuest.ShouldBeTrue();
    }

    [Theory]
    [InlineData(404, "MemberNotFoundInConversation")]
    [InlineData(400, "MemberNotFoundInConversation")]
    [InlineData(404, null)]
    public async Task Someone_who_is_not_there_is_given_nothing_and_looked_for_again(int status, string? code)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Refuse(AskAnna, status, code);

        (await Anna(fixture, "en")).Person.ShouldBe(new ChatPerson(TeamsFixture.Anna, TeamsFixture.Anna, "en", IsGuest: true));
        (await Anna(fixture)).Person!.IsGuest.ShouldBeFalse();
    }

    [Theory]
    [InlineData(404, "ConversationNotFound", typeof(CallResult.Refused))]
    [InlineData(403, "BotNotInConversationRoster", typeof(CallResult.Refused))]
    [InlineData(429, null, typeof(CallResult.Later))]
    [InlineData(500, null, typeof(CallResult.Uncertain))]
    public async Task Who_cannot_be_asked_for_is_nobody_yet(int status, string? code, Type failure)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Refuse(AskAnna, status, code);

        var (person, answer) = await Anna(fixture);

        person.ShouldBeNull();
        answer.ShouldBeOfType(failure);
    }

    [Fact]
    public async Task Nobody_is_asked_for_where_we_are_not()
    {
        await using var fixture = await TeamsFixture.Set();
        (await Anna(fixture)).Failure.ShouldBeOfType<CallResult.Refused>();
        fixture.Connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_tells_nothing_makes_a_guest()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Answer(AskAnna, "{}");
        (await Anna(fixture)).Person.ShouldBe(new ChatPerson(TeamsFixture.Anna, TeamsFixture.Anna, IsGuest: true));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_personal_chat_is_opened_once_for_all_nodes(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);

        var opened = await fixture.People.Personal(TeamsFixture.Tenant, TeamsFixture.Ben, default);
        var again = await fixture.AnotherNode().Personal(TeamsFixture.Tenant, TeamsFixture.Ben, default);

        opened.ShouldBe((new Reference(fixture.Connector.Url, TeamsFixture.Tenant, Opened, TeamsFixture.Bot) { Stamp = (await fixture.Row(Opened))!.Stamp }, null));
        again.ShouldBe(opened);
        fixture.Connector.Count("POST /teams/v3/conversations").ShouldBe(1);
        (await fixture.Sharing(Opened)).ShouldBe(Sharing.Internal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Opening_a_chat_from_several_nodes_at_once_opens_the_same(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        var chats = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => fixture.AnotherNode().Personal(TeamsFixture.Tenant, TeamsFixture.Ben, default)));
        chats.ShouldAllBe(chat => chat.Reference!.ConversationId == Opened);
    }

    [Fact]
    public async Task The_chat_in_which_someone_spoke_is_theirs()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.Hear(fixture.Message(TeamsFixture.Chat, 1, team: null));
        (await fixture.People.Personal(TeamsFixture.Tenant, TeamsFixture.Anna, default)).Reference!.ConversationId.ShouldBe(TeamsFixture.Chat);
        fixture.Connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_put_us_out_of_their_chat_is_not_written_to_again()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.Hear(fixture.Message(TeamsFixture.Chat, 1, team: null));
        await fixture.Hear(fixture.Install("remove", 2, TeamsFixture.Chat, null));

        var (reference, failure) = await fixture.People.Personal(TeamsFixture.Tenant, TeamsFixture.Anna, default);

        (reference, failure is CallResult.Refused).ShouldBe((null, true));
        fixture.Connector.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin", typeof(CallResult.Refused))]
    [InlineData(429, null, typeof(CallResult.Later))]
    [InlineData(500, null, typeof(CallResult.Uncertain))]
    public async Task A_chat_that_cannot_be_opened_says_why_and_can_be_opened_later(int status, string? code, Type failure)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Refuse("/v3/conversations", status, code);

        (await fixture.People.Personal(TeamsFixture.Tenant, TeamsFixture.Ben, default)).Failure.ShouldBeOfType(failure);
        fixture.Time.Pass(TimeSpan.FromMinutes(1));
        (await fixture.People.Personal(TeamsFixture.Tenant, TeamsFixture.Ben, default)).Reference.ShouldNotBeNull();
    }

    [Fact]
    public async Task In_a_tenant_where_we_are_nowhere_no_chat_is_opened()
    {
        await using var fixture = await TeamsFixture.Set();
        (await fixture.People.Personal(TeamsFixture.Tenant, TeamsFixture.Ben, default)).Failure.ShouldBeOfType<CallResult.Refused>();
        fixture.Connector.Calls.ShouldBeEmpty();
    }

    private static Task<(ChatPerson? Person, CallResult? Failure)> Anna(TeamsFixture fixture, string? locale = null) =>
        fixture.People.Person(TeamsFixture.Tenant, TeamsFixture.Channel, TeamsFixture.Anna, locale, default);
}

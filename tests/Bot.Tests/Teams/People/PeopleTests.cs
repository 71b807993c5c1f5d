using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.People;
using AccountNudge.Testing;

namespace AccountNudge.Bot.Tests.Teams.People;

public sealed class PeopleTests
{
    private const string Opened = "a:" + TeamsStage.Ben;
    private const string AskAnna = "/members/" + TeamsStage.Anna;

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Fact]
    public async Task A_person_is_known_by_roster_speaks_as_their_client_does_and_has_no_zone()
    {
        await using var stage = await TeamsStage.SetInChannel();

        (await Anna(stage, "de-CH")).Person.ShouldBe(new ChatPerson(TeamsStage.Anna, "Name of 29:anna", "de-CH"));
        (await Anna(stage)).Person.ShouldBe(new ChatPerson(TeamsStage.Anna, "Name of 29:anna"));
        stage.Connector.Count(AskAnna).ShouldBe(1);
    }

    [Fact]
    public async Task Someone_whose_language_is_not_told_speaks_the_one_heard_last()
    {
        await using var stage = await TeamsStage.SetInChannel();
        (await Anna(stage)).Person!.Locale.ShouldBeNull();
        var install = stage.Install("add", 1);
        install["locale"] = "de-DE";
        await stage.Hear(install);
        await stage.Hear(stage.Update("teamMemberAdded", 1, added: [TeamsStage.Bot]));

        (await Anna(stage)).Person!.Locale.ShouldBe("de-DE");
        (await Anna(stage, "en-GB")).Person!.Locale.ShouldBe("en-GB");
    }

    [Fact]
    public async Task A_person_is_asked_for_again_after_an_hour()
    {
        await using var stage = await TeamsStage.SetInChannel();
        (await Anna(stage)).Person!.IsGuest.ShouldBeFalse();
        stage.Connector.Rosters[TeamsStage.Channel] = [TeamsStage.Member(TeamsStage.Anna, "guest")];

        stage.Time.Pass(TimeSpan.FromMinutes(59));
        (await Anna(stage)).Person!.IsGuest.ShouldBeFalse();
        stage.Time.Pass(TimeSpan.FromMinutes(2));
        (await Anna(stage)).Person!.IsGuest.ShouldBeTrue();
    }

    [Theory]
    [InlineData(404, "MemberNotFoundInConversation")]
    [InlineData(400, "MemberNotFoundInConversation")]
    [InlineData(404, null)]
    public async Task Someone_who_is_not_there_is_given_nothing_and_looked_for_again(int status, string? code)
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Refuse(AskAnna, status, code);

        (await Anna(stage, "en")).Person.ShouldBe(new ChatPerson(TeamsStage.Anna, TeamsStage.Anna, "en", IsGuest: true));
        (await Anna(stage)).Person!.IsGuest.ShouldBeFalse();
    }

    [Theory]
    [InlineData(404, "ConversationNotFound", typeof(CallResult.Refused))]
    [InlineData(403, "BotNotInConversationRoster", typeof(CallResult.Refused))]
    [InlineData(429, null, typeof(CallResult.Later))]
    [InlineData(500, null, typeof(CallResult.Uncertain))]
    public async Task Who_cannot_be_asked_for_is_nobody_yet(int status, string? code, Type failure)
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Refuse(AskAnna, status, code);

        var (person, answer) = await Anna(stage);

        person.ShouldBeNull();
        answer.ShouldBeOfType(failure);
    }

    [Fact]
    public async Task Nobody_is_asked_for_where_we_are_not()
    {
        await using var stage = await TeamsStage.Set();
        (await Anna(stage)).Failure.ShouldBeOfType<CallResult.Refused>();
        stage.Connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_tells_nothing_makes_a_guest()
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Answer(AskAnna, "{}");
        (await Anna(stage)).Person.ShouldBe(new ChatPerson(TeamsStage.Anna, TeamsStage.Anna, IsGuest: true));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_personal_chat_is_opened_once_for_all_nodes(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);

        var opened = await stage.People.Personal(TeamsStage.Tenant, TeamsStage.Ben, default);
        var again = await stage.AnotherNode().Personal(TeamsStage.Tenant, TeamsStage.Ben, default);

        opened.ShouldBe((new Reference(stage.Connector.Url, TeamsStage.Tenant, Opened, TeamsStage.Bot) { Stamp = (await stage.Row(Opened))!.Stamp }, null));
        again.ShouldBe(opened);
        stage.Connector.Count("POST /teams/v3/conversations").ShouldBe(1);
        (await stage.Sharing(Opened)).ShouldBe(Sharing.Internal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Opening_a_chat_from_several_nodes_at_once_opens_the_same(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        var chats = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => stage.AnotherNode().Personal(TeamsStage.Tenant, TeamsStage.Ben, default)));
        chats.ShouldAllBe(chat => chat.Reference!.ConversationId == Opened);
    }

    [Fact]
    public async Task The_chat_in_which_someone_spoke_is_theirs()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.Hear(stage.Message(TeamsStage.Chat, 1, team: null));
        (await stage.People.Personal(TeamsStage.Tenant, TeamsStage.Anna, default)).Reference!.ConversationId.ShouldBe(TeamsStage.Chat);
        stage.Connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_put_us_out_of_their_chat_is_not_written_to_again()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.Hear(stage.Message(TeamsStage.Chat, 1, team: null));
        await stage.Hear(stage.Install("remove", 2, TeamsStage.Chat, null));

        var (reference, failure) = await stage.People.Personal(TeamsStage.Tenant, TeamsStage.Anna, default);

        (reference, failure is CallResult.Refused).ShouldBe((null, true));
        stage.Connector.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin", typeof(CallResult.Refused))]
    [InlineData(429, null, typeof(CallResult.Later))]
    [InlineData(500, null, typeof(CallResult.Uncertain))]
    public async Task A_chat_that_cannot_be_opened_says_why_and_can_be_opened_later(int status, string? code, Type failure)
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Refuse("/v3/conversations", status, code);

        (await stage.People.Personal(TeamsStage.Tenant, TeamsStage.Ben, default)).Failure.ShouldBeOfType(failure);
        stage.Time.Pass(TimeSpan.FromMinutes(1));
        (await stage.People.Personal(TeamsStage.Tenant, TeamsStage.Ben, default)).Reference.ShouldNotBeNull();
    }

    [Fact]
    public async Task In_a_tenant_where_we_are_nowhere_no_chat_is_opened()
    {
        await using var stage = await TeamsStage.Set();
        (await stage.People.Personal(TeamsStage.Tenant, TeamsStage.Ben, default)).Failure.ShouldBeOfType<CallResult.Refused>();
        stage.Connector.Calls.ShouldBeEmpty();
    }

    private static Task<(ChatPerson? Person, CallResult? Failure)> Anna(TeamsStage stage, string? locale = null) =>
        stage.People.Person(TeamsStage.Tenant, TeamsStage.Channel, TeamsStage.Anna, locale, default);
}

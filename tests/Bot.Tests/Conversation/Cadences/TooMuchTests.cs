using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Cadences;

/// <summary>Only whoever notes or plans one contact too many hears of it. Weber GmbH is of tier B and was won long ago: two a week.</summary>
public sealed class TooMuchTests
{
    [Theory]
    [InlineData("log Weber call: the third", "Three of us have been in touch with Weber GmbH within 7 days, three times in all.")]
    [InlineData("log Weber newsletter: March", "Three of us have been in touch")]
    [InlineData("meet Weber tomorrow 10:00", "With this one, three of us are in touch with Weber GmbH within 7 days, three times in all.")]
    [InlineData("log Weber call incoming: they rang", null)]
    [InlineData("log Weber: a plain note", null)]
    [InlineData("status Weber: all is well", null)]
    [InlineData("meet Weber on 20 March 10:00", null)]
    public async Task It_is_said_beside_the_card(string line, string? aside)
    {
        using var talk = await OldClient();
        (await talk.Say(Ben, "log Weber mail: the first")).Aside.ShouldBeNull();
        (await talk.Say(Clara, "notiz Weber anruf: der zweite")).Aside.ShouldBeNull();
        var reply = await talk.Say(Anna, line);
        if (aside is null) reply.Aside.ShouldBeNull();
        else reply.Aside.ShouldNotBeNull().Plain.Replace("3 times", "three times", StringComparison.Ordinal).ShouldStartWith(aside);
        reply.OnlyAsker.ShouldBeFalse();
        CardText.Of(reply.Card!).ShouldNotContain("in touch with");
    }

    [Fact]
    public async Task Moving_a_plan_says_so_as_making_one_does()
    {
        using var talk = await OldClient();
        await talk.Say(Ben, "log Weber mail: the first");
        await talk.Say(Clara, "notiz Weber anruf: der zweite");
        (await talk.Say(Anna, "meet Weber on 20 March 10:00")).Aside.ShouldBeNull();
        (await talk.Say(Anna, "plan move Weber to tomorrow 10:00")).Aside.ShouldNotBeNull().Plain.ShouldStartWith("With this one, three of us are in touch with Weber GmbH");
        (await talk.Say(Anna, "plan move Weber to 22 March")).Aside.ShouldBeNull();
        (await talk.Say(Anna, "plan cancel Weber")).Aside.ShouldBeNull();
    }

    [Fact]
    public async Task Where_nobody_else_reads_it_is_small_print()
    {
        using var talk = await OldClient();
        foreach (var person in (ChatPerson[])[Ben, Clara]) await talk.Say(person, "log Weber mail: one more", DirectOf(person));
        var reply = await talk.Say(Clara, "notiz Weber mail: und noch eine", DirectOf(Clara));
        reply.Aside.ShouldBeNull();
        CardText.Of(reply).ShouldContain("Zwei von uns haben sich innerhalb von 7 Tagen bei Weber GmbH gemeldet, zusammen dreimal.");
    }

    [Fact]
    public async Task The_kind_that_is_said_later_counts_then()
    {
        using var talk = await OldClient();
        await talk.Say(Ben, "log Weber mail: the first");
        await talk.Say(Ben, "log Weber mail: the second");
        var note = await talk.Say(Anna, "log Weber: hello");
        note.Aside.ShouldBeNull();
        (await talk.Press(Anna, note, "interaction.kind")).Aside.ShouldNotBeNull();
    }

    [Fact]
    public async Task While_an_answer_is_owed_nobody_holds_back()
    {
        using var talk = await OldClient();
        await Client.Complain(talk, "the shutter is broken");
        for (var times = 0; times < 4; times++) (await talk.Say(Anna, "log Weber call: about the shutter")).Aside.ShouldBeNull();
    }

    [Fact]
    public async Task A_new_client_is_left_in_peace_a_little()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        (await talk.Say(Anna, "log Weber mail: the first")).Aside.ShouldBeNull();
        (await talk.Say(Ben, "log Weber mail: the second")).Aside.ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_is_alone_with_a_client_knows_how_often()
    {
        using var talk = await OldClient();
        for (var times = 0; times < 5; times++) (await talk.Say(Anna, "log Weber mail: one more")).Aside.ShouldBeNull();
    }

    private static async Task<Talk> OldClient()
    {
        var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (store, _) => store.Accounts.Single().Since = new LocalDate(2020, 1, 1));
        return talk;
    }
}

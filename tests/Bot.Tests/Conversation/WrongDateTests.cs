using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Tests.Conversation;

/// <summary>A date that is wrong or unclear is asked about, and nothing is recorded.</summary>
public sealed class WrongDateTests
{
    [Theory]
    [InlineData("log Weber 30 February: rang", "There is no 30 February.")]
    [InlineData("log Weber 30 February rang", "There is no 30 February.")]
    [InlineData("log Weber Monday 2 March 2027: rang", "2 March 2027 is a Tuesday, not a Monday.")]
    [InlineData("account pause Weber until 1 February", "1 February has already passed. Which year do you mean?")]
    [InlineData("away until 31 April", "There is no 31 April.")]
    public async Task In_English(string line, string reason) => await Asks(Talk.Anna, line, reason);

    [Theory]
    [InlineData("notiz Weber 30. Februar: rief an", "Den 30. Februar gibt es nicht.")]
    [InlineData("notiz Weber gestern letzten Freitag rief an", "In „gestern letzten Freitag“ stecken zwei Tage: der 28. Februar 2027 und der 26. Februar 2027. Welcher gilt?")]
    [InlineData("notiz Weber 12.3.: rief an", "Der 12. März kommt erst noch. Welches Jahr meinst du?")]
    [InlineData("kunde pause Weber bis KW 54", "In „bis KW 54“ erkenne ich keinen Tag.")]
    [InlineData("kunde neu Delta Druck seit 2019", "Welcher Tag in 2019 genau?")]
    [InlineData("kunde neu Delta Druck seit 31.2.2019", "Den 31. Februar gibt es nicht.")]
    public async Task In_German(string line, string reason) => await Asks(Talk.Clara, line, reason);

    [Fact]
    public async Task Working_days_are_those_of_the_team()
    {
        // Good Friday 2027 is 26 March, Easter Monday 29 March.
        using var talk = await Client.At("2027-03-25T10:00");
        await talk.Say(Talk.Clara, "team region Nordrhein-Westfalen");
        CardText.Of(await talk.Say(Talk.Clara, "kunde pause Weber bis in 2 Arbeitstagen")).ShouldContain("31 March 2027");
    }

    private static async Task Asks(ChatPerson speaker, string line, string reason)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var reply = await talk.Say(speaker, line);
        CardText.Of(reply).ShouldContain(reason);
        Talk.ButtonOf(reply.Card!, "draft.form").ShouldNotBeNull();
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        (await store.Interactions.CountAsync()).ShouldBe(0);
        (await store.Accounts.CountAsync()).ShouldBe(1);
        (await store.Absences.CountAsync()).ShouldBe(0);
    }
}

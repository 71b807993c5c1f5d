using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Team;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Conversation;

/// <summary>Which language someone is taken to speak.</summary>
public sealed class TurnContextFactoryTests
{
    private static readonly ChatPerson Kim = new("U-KIM", "Kim");

    [Theory]
    [InlineData("de-DE", null, Language.German)]
    [InlineData("en-GB", null, Language.English)]
    [InlineData("de-DE", "fr-FR", Language.English)]
    [InlineData("en-GB", "de-AT", Language.German)]
    [InlineData("de-DE", "en-US", Language.English)]
    public async Task Whoever_is_mentioned_first_speaks_as_their_locale_tells_else_as_the_team(string founders, string? theirs, Language language)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Answer(talk.Make(Talk.Anna with { Locale = founders }, new Typed("account add Acme")) with { Mentioned = [Kim with { Locale = theirs }] });
        (await talk.Member(Kim)).Language.ShouldBe(language, "in the turn that makes the team");
        var max = Kim with { Id = "U-MAX", Name = "Max", Locale = theirs };
        await talk.Answer(talk.Make(Talk.Anna with { Locale = founders }, new Typed("today")) with { Mentioned = [max] });
        (await talk.Member(max)).Language.ShouldBe(language, "and in a later one");
        talk.Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, Language.German)]
    [InlineData("", Language.German)]
    [InlineData("fr-FR", Language.German)]
    [InlineData("en-US", Language.English)]
    public async Task What_tells_of_no_language_changes_nobodys(string? later, Language language)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        await talk.Say(Talk.Clara, "kunde neu Acme");
        await talk.Answer(talk.Make(Talk.Anna, new Typed("today")) with { Mentioned = [Talk.Clara with { Locale = later }] });
        (await talk.Member(Talk.Clara)).Language.ShouldBe(language);
        await talk.Say(Talk.Clara with { Locale = later }, "heute");
        (await talk.Member(Talk.Clara)).Language.ShouldBe(language);
    }

    [Fact]
    public async Task Someone_without_a_team_and_a_locale_is_answered_in_English()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        CardText.Of(await talk.Say(Kim, "heute", Talk.DirectOf(Kim))).ShouldContain("I don’t know any of your clients yet.");
    }
}

using AccountNudge.Core.Hints;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Satisfaction;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Hints;

/// <summary>What a team wants suggested, and what one client is spared. Ben manages.</summary>
public sealed class HintSettingTests
{
    [Theory]
    [InlineData("hint visit off", VisitHint.Kind, false)]
    [InlineData("hint a meeting in person off", VisitHint.Kind, false)]
    [InlineData("hint no agenda off", JustTalkHint.Kind, false)]
    [InlineData("hint routine off", RoutineHint.Kind, false)]
    [InlineData("hint fewer talks off", ErosionHint.Kind, false)]
    [InlineData("hint second person off", SingleThreadHint.Kind, false)]
    [InlineData("hint delivery off", DeliveryHint.Kind, false)]
    [InlineData("hint their boss off", "pass-on-hint", false)]
    [InlineData("hint share off", "dependence-hint", false)]
    [InlineData("hint hotline off", "own-line", false)]
    [InlineData("hinweis besuch aus", VisitHint.Kind, false)]
    [InlineData("hinweis einfach so aus", JustTalkHint.Kind, false)]
    [InlineData("hinweis trott aus", RoutineHint.Kind, false)]
    [InlineData("hinweis weniger Gespräche aus", ErosionHint.Kind, false)]
    [InlineData("hinweis zweite Person aus", SingleThreadHint.Kind, false)]
    [InlineData("hinweis Lieferung aus", DeliveryHint.Kind, false)]
    [InlineData("hinweis Chefetage aus", "pass-on-hint", false)]
    [InlineData("hinweis Anteil aus", "dependence-hint", false)]
    [InlineData("hinweis eigene Nummer aus", "own-line", false)]
    [InlineData("hint satisfaction on", SatisfactionHint.Kind, true)]
    [InlineData("hinweis Zufriedenheit an", SatisfactionHint.Kind, true)]
    public async Task Turns_a_kind_on_or_off_for_the_team(string line, string kind, bool isOn)
    {
        using var talk = await Hinted.At("2027-03-01T10:00", [.. Core.PracticeCatalog.Hints.Select(hint => hint.Kind).Where(other => other != SatisfactionHint.Kind)]);
        await talk.Say(Ben, line);
        (await talk.Read(store => store.Teams)).Single().Settings.Suggests(kind).ShouldBe(isOn);
        await talk.Say(Ben, "undo");
        (await talk.Read(store => store.Teams)).Single().Settings.Suggests(kind).ShouldBe(!isOn);
    }

    [Theory]
    [InlineData("team hint days 45", 45, 2, 6)]
    [InlineData("hint days 45", 45, 2, 6)]
    [InlineData("hinweisabstand 45", 45, 2, 6)]
    [InlineData("team hints 0", 30, 0, 6)]
    [InlineData("hints per morning 1", 30, 1, 6)]
    [InlineData("hinweise am morgen 1", 30, 1, 6)]
    [InlineData("team visit months 4", 30, 2, 4)]
    [InlineData("besuchsmonate 4", 30, 2, 4)]
    public async Task Sets_how_often(string line, int days, int perMorning, int months)
    {
        using var talk = await Hinted.At("2027-03-01T10:00");
        await talk.Say(Ben, line);
        (await talk.Read(store => store.Teams)).Single().Settings.ShouldSatisfyAllConditions(
            terms => terms.HintDays.ShouldBe(days), terms => terms.HintsPerMorning.ShouldBe(perMorning), terms => terms.VisitMonths.ShouldBe(months));
    }

    [Fact]
    public async Task How_often_stands_in_the_form()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", VisitHint.Kind);
        var form = await talk.Say(Ben, "team settings");
        await talk.Submit(Ben, form, ("hintdays", "60"), ("hintsmorning", "1"), ("visitmonths", "3"));
        (await talk.Read(store => store.Teams)).Single().Settings.ShouldSatisfyAllConditions(
            terms => terms.HintDays.ShouldBe(60), terms => terms.HintsPerMorning.ShouldBe(1), terms => terms.VisitMonths.ShouldBe(3));
    }

    [Theory]
    [InlineData("hint visit off")]
    [InlineData("hinweis besuch aus")]
    [InlineData("team hint days 45")]
    public async Task Only_managers_say_so_for_the_team(string line)
    {
        using var talk = await Hinted.At("2027-03-01T10:00", VisitHint.Kind);
        CardText.Of(await talk.Say(Anna, line)).ShouldContain("Only managers can change this. Ask Ben.");
        ButtonsOf((await talk.Say(Anna, "hints")).Card!).ShouldBeEmpty();
        (await talk.Read(store => store.Teams)).Single().Settings.ShouldSatisfyAllConditions(terms => terms.Suggests(VisitHint.Kind).ShouldBeTrue(), terms => terms.HintDays.ShouldBe(30));
    }

    [Fact]
    public async Task One_client_is_spared_and_allowed_again_by_anybody()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", VisitHint.Kind);
        CardText.Of(await talk.Say(Anna, "hint visit off for Huber")).ShouldContain("Turned off for Huber AG: a meeting in person");
        (await talk.Read(store => store.HintAnswers)).Single().Reply.ShouldBe(HintReply.NotForClient);
        CardText.Of(await talk.Say(Clara, "hinweis Besuch aus bei Huber", DirectOf(Clara))).ShouldContain("Das war schon so eingestellt.");
        await talk.Until("2027-03-02T10:00");
        talk.To(Anna).ShouldBeEmpty();
        await talk.Say(Clara, "hinweis Besuch an bei Huber", DirectOf(Clara));
        (await talk.Read(store => store.HintAnswers)).ShouldBeEmpty();
        await talk.Until("2027-03-03T10:00");
        talk.To(Anna).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_asks_which()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", VisitHint.Kind);
        var form = await talk.Say(Ben, "hint");
        await talk.Submit(Ben, form, ("hint", VisitHint.Kind), ("state", "off"));
        (await talk.Read(store => store.Teams)).Single().Settings.Suggests(VisitHint.Kind).ShouldBeFalse();
    }

    [Fact]
    public async Task The_list_has_a_button_for_each()
    {
        using var talk = await Hinted.At("2027-03-01T10:00", VisitHint.Kind);
        var list = await talk.Say(Ben, "hints", DirectOf(Ben));
        ButtonsOf(list.Card!).Count(button => button.ActionId == "hint.switch").ShouldBe(Core.PracticeCatalog.Hints.Count);
        var renewed = await talk.Press(Ben, list, "hint.switch", DirectOf(Ben));
        renewed.Replaces.ShouldBeTrue();
        (await talk.Read(store => store.Teams)).Single().Settings.Suggests(SatisfactionHint.Kind).ShouldBeTrue();
        CardText.Of(renewed).ShouldContain("whether they are content: on");
    }
}

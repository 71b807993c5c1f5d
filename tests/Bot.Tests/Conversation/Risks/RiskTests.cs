using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Risks;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Endings.EndingTests;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Risks;

/// <summary>Risks with their next step. 1 March 2027 is a Monday.</summary>
public sealed class RiskTests
{
    [Fact]
    public async Task A_risk_with_its_next_step_until_it_is_resolved()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var direct = DirectOf(Anna);
        await talk.Say(Anna, "team manager @Ben");
        var risk = await talk.Say(Ben, "risk Weber competitor: Globex made them an offer next step ask Sabine what they need by Thursday");
        await talk.Say(Anna, "accounts", direct);
        await talk.Say(Anna, "account show Weber");
        await talk.Until("2027-03-04T09:00");
        var form = await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(), "risk.step"), direct);
        await talk.Submit(Anna, form, direct, ("text", "send the new offer"), ("until", "2027-03-09"));
        await talk.Say(Anna, "brief Weber", direct);
        await talk.Say(Clara, "brief Weber", DirectOf(Clara));
        await talk.Say(Ben, "digest", DirectOf(Ben));
        await talk.Say(Ben, "digest");
        await talk.Until("2027-03-08T09:00");
        await talk.Say(Clara, "risk Weber dependence: half of our turnover");
        await talk.Say(Anna, "risk resolved Weber");
        await talk.Say(Ben, "brief Weber", DirectOf(Ben));
        await talk.Say(Anna, "timeline Weber", direct);
        await talk.Say(Anna, "search offer", direct);
        talk.AsItReads(risk);
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Ein_Risiko_wird_vermerkt_und_erledigt()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (store, team) => team.Settings = team.Settings with { Language = Core.Texts.Language.German });
        var direct = DirectOf(Clara);
        await talk.Say(Clara, "risiko Weber unzufriedenheit: zweimal unpünktlich geliefert");
        await talk.Say(Clara, "risiko schritt Weber: persönlich vorbeigehen bis Mittwoch durch @Clara");
        await talk.Until("2027-03-03T09:00");
        await talk.Say(Clara, "heute", direct);
        await talk.Press(Clara, ButtonOf(talk.Cards.Values.Last(), "risk.resolved"), direct);
        await talk.Say(Clara, "risiko Weber sparkurs bis gestern");
        await talk.Say(Clara, "risiko erledigt Weber");
        await talk.Say(Clara, "verlauf Weber", direct);
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("risk Weber competitor", RiskKind.Competitor, "", "", 8, "Anna")]
    [InlineData("risk Weber competitor: Globex made an offer", RiskKind.Competitor, "Globex made an offer", "", 8, "Anna")]
    [InlineData("risk Weber budget cut: they save everywhere by Friday", RiskKind.BudgetCut, "they save everywhere", "", 5, "Anna")]
    [InlineData("risk Weber unhappy: late twice next step drop by by Friday", RiskKind.Dissatisfaction, "late twice", "drop by", 5, "Anna")]
    [InlineData("risk Weber contact leaving: Sabine is looking around by Wednesday done by @Ben", RiskKind.ContactLeaving, "Sabine is looking around", "", 3, "Ben")]
    [InlineData("risk Weber competitor: they talk to Globex by @Ben", RiskKind.Competitor, "they talk to Globex", "", 8, "Ben")]
    [InlineData("risk Weber competitor: they talk to Globex next step ring them by @Ben by Friday", RiskKind.Competitor, "they talk to Globex", "ring them", 5, "Ben")]
    [InlineData("risk Weber other by tomorrow", RiskKind.Other, "", "", 2, "Anna")]
    [InlineData("risiko Weber wettbewerb", RiskKind.Competitor, "", "", 8, "Anna")]
    [InlineData("risiko Weber wettbewerb: Globex hat ein Angebot gemacht bis Freitag", RiskKind.Competitor, "Globex hat ein Angebot gemacht", "", 5, "Anna")]
    [InlineData("risiko Weber unzufrieden: zweimal zu spät nächster schritt vorbeigehen bis Mittwoch durch @Ben", RiskKind.Dissatisfaction, "zweimal zu spät", "vorbeigehen", 3, "Ben")]
    [InlineData("risiko Weber weggang: Sabine sucht etwas Neues", RiskKind.ContactLeaving, "Sabine sucht etwas Neues", "", 8, "Anna")]
    public async Task Reads_risks(string line, RiskKind kind, string text, string step, int day, string who)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Clara, line);
        var members = (await Read(talk, store => store.Members)).ToDictionary(member => member.Id, member => member.Name);
        (await Read(talk, store => store.Risks)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            risk => risk.Kind.ShouldBe(kind), risk => risk.Text.ShouldBe(text), risk => risk.Step.ShouldBe(step), risk => risk.StepOn.ShouldBe(new LocalDate(2027, 3, day)), risk => members[risk.StepBy].ShouldBe(who));
        await talk.Say(Clara, "undo");
        (await Read(talk, store => store.Risks)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_by_form()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var form = await talk.Say(Clara, "risiko");
        var (account, ben) = ((await Read(talk, store => store.Accounts)).Single().Id, (await Read(talk, store => store.Members)).Single(member => member.Name == "Ben").Id);
        await talk.Submit(Clara, form, ("account", account.ToString("N")), ("kind", "competitor"), ("text", "Angebot von Globex"), ("step", "anrufen"), ("until", "2027-03-05"), ("who", ben.ToString("N")));
        (await Read(talk, store => store.Risks)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            risk => risk.Text.ShouldBe("Angebot von Globex"), risk => risk.Step.ShouldBe("anrufen"), risk => risk.StepOn.ShouldBe(new LocalDate(2027, 3, 5)), risk => risk.StepBy.ShouldBe(ben));
    }

    [Theory]
    [InlineData("risk step Weber: ring Sabine by Friday", "ring Sabine", 5)]
    [InlineData("risk step Weber ring Sabine", "ring Sabine", 8)]
    [InlineData("risiko schritt Weber: Sabine anrufen bis Freitag", "Sabine anrufen", 5)]
    public async Task Reads_the_next_step(string line, string step, int day)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, line);
        await talk.Say(Anna, "risk Weber competitor by Tuesday");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Risks)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(risk => risk.Step.ShouldBe(step), risk => risk.StepOn.ShouldBe(new LocalDate(2027, 3, day)));
        await talk.Say(Anna, "undo");
        (await Read(talk, store => store.Risks)).ShouldHaveSingleItem().StepOn.ShouldBe(new LocalDate(2027, 3, 2));
    }

    [Theory]
    [InlineData("risk resolved Weber")]
    [InlineData("no risk Weber")]
    [InlineData("risiko erledigt Weber")]
    [InlineData("kein risiko Weber")]
    public async Task Of_several_one_is_asked_which_is_over(string line)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "risk Weber competitor: Globex");
        await talk.Say(Anna, "risk Weber budget cut");
        var which = await talk.Say(Anna, line);
        await talk.Press(Anna, ButtonsOf(which.Card!).First(button => button.Label.Contains("Globex", StringComparison.Ordinal)));
        (await Read(talk, store => store.Risks)).Single(risk => risk.ResolvedAt is not null).Kind.ShouldBe(RiskKind.Competitor);
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Risks)).ShouldAllBe(risk => risk.ResolvedAt != null);
        await talk.Say(Anna, "undo");
        (await Read(talk, store => store.Risks)).Count(risk => risk.IsOpen).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_for_managers_is_seen_by_nobody_else()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "team manager @Ben");
        var noted = await talk.Say(Ben, "risk Weber dependence: half of our turnover by Friday done by @Ben");
        noted.OnlyAsker.ShouldBeTrue();
        foreach (var (who, sees) in new[] { (Anna, false), (Clara, false), (Ben, true) })
        {
            CardText.Of(await talk.Say(who, "brief Weber", DirectOf(who))).Contains("turnover", StringComparison.Ordinal).ShouldBe(sees);
            CardText.Of(await talk.Say(who, "digest", DirectOf(who))).Contains("turnover", StringComparison.Ordinal).ShouldBe(sees);
            CardText.Of(await talk.Say(who, "timeline Weber", DirectOf(who))).ShouldNotContain("turnover");
            CardText.Of(await talk.Say(who, "search turnover", DirectOf(who))).ShouldNotContain("half of our");
            CardText.Of(await talk.Say(who, "digest")).ShouldNotContain("turnover");
        }

        await talk.Say(Anna, "risk resolved Weber");
        (await Read(talk, store => store.Risks)).ShouldAllBe(risk => risk.IsOpen);
    }
}

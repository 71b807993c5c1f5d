using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Bot.Tests.Conversation.Team;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Interactions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Cadences;

/// <summary>What is agreed with a client about how often and how to talk. 1 March 2027 is a Monday; Weber GmbH is of tier B.</summary>
public sealed class CadenceTests
{
    [Fact]
    public async Task A_rhythm_is_agreed_kept_and_looked_at_again()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var direct = DirectOf(Anna);
        await talk.Say(Anna, "cadence Weber every 2 weeks at most weekly by call");
        await talk.Say(Anna, "account show Weber");
        await talk.Say(Anna, "brief Weber", direct);
        await talk.Say(Anna, "log Weber mail: sent the draft");
        await talk.Until("2027-03-16T09:00");
        await talk.Say(Anna, "quiet");
        await talk.Say(Anna, "account tier Weber A");
        var form = await talk.Say(Anna, "cadence Weber");
        await talk.Submit(Anna, form, ("every", "every 2 months"), ("most", ""), ("review", "2027-03-17"));
        await talk.Until("2027-03-17T09:00");
        await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(), "cadence.confirm"), direct);
        await talk.Say(Anna, "cadence Weber as usual");
        await talk.Say(Anna, "undo");
        await talk.Say(Anna, "timeline Weber", direct);
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Ein_Kunde_der_es_gern_ruhig_hat()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var direct = DirectOf(Clara);
        await Client.Change(talk, (store, team) => team.Settings = team.Settings with { Language = Core.Texts.Language.German });
        await talk.Say(Clara, "rhythmus Weber alle 2 Wochen höchstens zweimal pro Woche per Telefon vereinbart am 1.2.");
        await talk.Say(Clara, "zurückhaltend Weber");
        await talk.Say(Clara, "zurückhaltend Weber");
        await talk.Say(Clara, "kurzprofil Weber", direct);
        await talk.Say(Clara, "rhythmus Weber wie üblich");
        await talk.Say(Ben, "log Weber call with Sabine Klein: asked about the hall");
        await talk.Say(Clara, "notiz Weber mail an Sabine Klein: Unterlagen geschickt");
        await talk.Say(Clara, "notiz Weber newsletter: Märzausgabe", direct);
        await talk.Say(Clara, "termin Weber anruf am Donnerstag");
        await talk.Say(Clara, "zurückhaltend Weber mit Anlässen");
        await talk.Say(Clara, "nicht zurückhaltend Weber");
        await talk.Say(Clara, "rhythmus Weber alle paar Wochen");
        await talk.Say(Clara, "rhythmus Weber täglich höchstens wöchentlich");
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("cadence Weber every 2 weeks", 14, null, null, null)]
    [InlineData("cadence Weber call every 2 weeks", null, null, null, null)] // "by call" is meant: it asks
    [InlineData("cadence Weber every 2 weeks by call", 14, null, null, InteractionKind.Call)]
    [InlineData("cadence Weber by phone every 2 weeks", 14, null, null, InteractionKind.Call)]
    [InlineData("cadence Weber weekly at most twice a week by mail", 7, 2, 7, InteractionKind.Mail)]
    [InlineData("cadence Weber at most once a month", null, 1, 30, null)]
    [InlineData("cadence Weber monthly no more than 2 a month via video", 30, 2, 30, InteractionKind.Video)]
    [InlineData("rhythm Weber twice a month", 15, null, null, null)]
    [InlineData("cadence Weber: every 3 weeks by visit", 21, null, null, InteractionKind.Visit)]
    [InlineData("rhythmus Weber alle 2 Wochen höchstens wöchentlich per Telefon", 14, 1, 7, InteractionKind.Call)]
    [InlineData("rhythmus Weber monatlich per Mail", 30, null, null, InteractionKind.Mail)]
    [InlineData("rhythmus Weber per Telefon", null, null, null, InteractionKind.Call)]
    [InlineData("kontaktrhythmus Weber GmbH 14-tägig maximal 2 mal pro Woche", 14, 2, 7, null)]
    public async Task Reads_what_is_agreed(string line, int? floor, int? contacts, int? days, InteractionKind? channel)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, line);
        var cadence = await Read(talk);
        (cadence?.FloorDays, cadence?.CeilingContacts, cadence?.CeilingDays, cadence?.Channel).ShouldBe((floor, contacts, days, channel));
        if (cadence is null) return;
        (cadence.AgreedOn, cadence.ReviewOn).ShouldBe((new LocalDate(2027, 3, 1), new LocalDate(2028, 3, 1)));
    }

    [Theory]
    [InlineData("cadence Weber every 2 weeks agreed on 1 February review on 1 June", 2, 6)]
    [InlineData("rhythmus Weber alle 2 Wochen vereinbart am 1. Februar prüfen am 1. Juni", 2, 6)]
    public async Task Reads_since_when_and_until_when(string line, int agreed, int review)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, line);
        (await Read(talk)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            cadence => cadence.AgreedOn.ShouldBe(new LocalDate(2027, agreed, 1)), cadence => cadence.ReviewOn.ShouldBe(new LocalDate(2027, review, 1)));
    }

    [Fact]
    public async Task What_is_not_said_stays_and_what_is_emptied_in_its_form_goes()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "cadence Weber every 2 weeks by call");
        await talk.Say(Anna, "cadence Weber at most weekly");
        (await Read(talk)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            cadence => cadence.FloorDays.ShouldBe(14), cadence => cadence.Channel.ShouldBe(InteractionKind.Call), cadence => cadence.CeilingContacts.ShouldBe(1));
        var form = await talk.Say(Anna, "cadence Weber");
        form.Form!.Fields.ToDictionary(field => field.Name, field => field.Value).ShouldSatisfyAllConditions(
            fields => fields["every"].ShouldBe("every 2 weeks"), fields => fields["most"].ShouldBe("at most once a week"), fields => fields["by"].ShouldBe("Call"));
        await talk.Submit(Anna, form, ("every", "monthly"), ("most", ""));
        (await Read(talk)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            cadence => cadence.FloorDays.ShouldBe(30), cadence => cadence.Channel.ShouldBe(InteractionKind.Call), cadence => cadence.CeilingContacts.ShouldBeNull());
        await talk.Submit(Anna, await talk.Say(Anna, "cadence Weber"), ("every", ""), ("by", ""));
        (await Read(talk)).ShouldBeNull();
    }

    [Theory]
    [InlineData("every", "every now and then", "as a rhythm")]
    [InlineData("most", "a lot", "as a limit")]
    [InlineData("review", "2027-02-01", "That day has passed.")]
    [InlineData("agreed", "2027-04-01", "That day is still ahead.")]
    public async Task The_form_says_what_is_wrong(string field, string value, string error)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var form = await talk.Say(Anna, "cadence");
        var refused = await talk.Submit(Anna, form, ("account", "Weber"), ("every", "weekly"), (field, value));
        CardText.Of(refused).ShouldContain(error);
        (await Read(talk)).ShouldBeNull();
    }

    [Fact]
    public async Task It_is_corrected_removed_and_undone()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var noted = await talk.Say(Anna, "cadence Weber every 2 weeks");
        var corrected = await talk.Submit(Anna, await talk.Press(Anna, noted, "record.correct"), ("every", "every 3 weeks"));
        (await Read(talk))!.FloorDays.ShouldBe(21);
        await talk.Press(Anna, corrected, "record.remove");
        (await Read(talk)).ShouldBeNull();
        await talk.Say(Anna, "reserved Weber");
        await talk.Say(Anna, "cadence Weber monthly");
        await talk.Say(Anna, "undo");
        (await Read(talk)).ShouldNotBeNull().ShouldSatisfyAllConditions(cadence => cadence.IsReserved.ShouldBeTrue(), cadence => cadence.FloorDays.ShouldBeNull());
        await talk.Say(Anna, "undo");
        (await Read(talk)).ShouldBeNull();
    }

    [Theory]
    [InlineData("reserved Weber", false)]
    [InlineData("reserved Weber without occasions", false)]
    [InlineData("reserved Weber with occasions", true)]
    [InlineData("zurückhaltend Weber", false)]
    [InlineData("zurückhaltend Weber mit Anlässen", true)]
    public async Task Reads_that_a_client_likes_it_quiet(string line, bool wantsOccasions)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, line);
        (await Read(talk)).ShouldNotBeNull().ShouldSatisfyAllConditions(cadence => cadence.IsReserved.ShouldBeTrue(), cadence => cadence.WantsOccasions.ShouldBe(wantsOccasions));
    }

    [Theory]
    [InlineData("team ceiling A 5", 5)]
    [InlineData("team höchstens A 5", 5)]
    [InlineData("team ceiling A 0", 3)]
    [InlineData("team ceiling A many", 3)]
    public async Task The_team_sets_its_ceilings(string line, int contacts)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, line);
        (await talk.Team()).Settings.CeilingA.ShouldBe(contacts);
    }

    private static async Task<Cadence?> Read(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await store.Cadences.SingleOrDefaultAsync(TestContext.Current.CancellationToken);
    }
}

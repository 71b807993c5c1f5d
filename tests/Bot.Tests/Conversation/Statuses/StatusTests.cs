using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Statuses;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Statuses;

/// <summary>Agreed status updates and delays. 1 March 2027 is a Monday, the 5th a Friday.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task Updates_are_agreed_sent_and_a_delay_is_told()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var direct = DirectOf(Anna);
        await talk.Say(Anna, "status Weber every week on Friday");
        await talk.Say(Anna, "account show Weber");
        await talk.Until("2027-03-05T09:00");
        var morning = talk.Cards.Values.Last();
        var form = await talk.Press(Anna, ButtonOf(morning, "status.template"));
        await talk.Submit(Anna, form, ("text", "Progress: two of three pages are done\nDelays: \nRisks: \nCosts: as planned\nNext: "));
        await talk.Until("2027-03-12T09:00");
        await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(), "status.sent"));
        await talk.Until("2027-03-12T15:00");
        var delay = await talk.Say(Ben, "delay Weber: the photographer is ill");
        await talk.Say(Anna, "today", direct);
        await talk.Say(Anna, "open", direct);
        await talk.Until("2027-03-15T09:00");
        await talk.Say(Anna, "brief Weber", direct);
        await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(), "delay.told"));
        await talk.Press(Anna, delay, "delay.told");
        await talk.Say(Anna, "status Weber: all on track again");
        await talk.Say(Anna, "undo");
        await talk.Say(Anna, "status rhythm Weber none");
        await talk.Say(Anna, "timeline Weber", direct);
        await talk.Say(Anna, "search photographer", direct);
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("2027-03-01T10:00", "log Weber mail: two of three pages", false)] // the update of Friday is not due yet
    [InlineData("2027-03-02T10:00", "log Weber mail: two of three pages", true)] // three days ahead it counts
    [InlineData("2027-03-05T10:00", "log Weber call: two of three pages", true)]
    [InlineData("2027-03-08T10:00", "log Weber mail: two of three pages", true)]
    [InlineData("2027-03-05T10:00", "log Weber mail incoming: thanks", false)]
    [InlineData("2027-03-05T10:00", "log Weber: a plain note", false)]
    [InlineData("2027-03-05T10:00", "status Weber: two of three pages", false)]
    public async Task A_talk_may_have_been_the_status_update(string at, string line, bool isAsked)
    {
        using var talk = await Client.At("2027-03-01T09:00");
        await talk.Say(Anna, "status Weber every week on Friday");
        await talk.Until(at);
        var card = await talk.Say(Anna, line);
        CardText.Of(card).Contains("Was that the status update?", StringComparison.Ordinal).ShouldBe(isAsked);
        if (!isAsked) return;
        var reply = await talk.Press(Anna, card, "status.was-it");
        reply.Card!.Headline.Plain.ShouldBe("Weber GmbH: counted as the status update");
        (await Only(talk)).IsStatus.ShouldBeTrue();
        (await talk.Press(Anna, ButtonsOf(card.Card!).Single(button => button.ActionId == "status.was-it"))).Card!.Headline.Plain.ShouldBe("That’s already done.");
        await talk.Say(Anna, "undo");
        (await Only(talk)).IsStatus.ShouldBeFalse();
    }

    private static async Task<Interaction> Only(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await store.Interactions.SingleAsync();
    }

    [Theory]
    [InlineData("2027-03-02T14:59", 0)]
    [InlineData("2027-03-02T15:00", 1)] // a working day after it was noted
    [InlineData("2027-03-08T09:00", 7)]
    public async Task A_digest_tells_of_delays_the_client_does_not_know_of(string at, int days)
    {
        using var talk = await Client.At("2027-03-01T15:00");
        await talk.Say(Anna, "delay Weber: the photographer is ill");
        await talk.Until(at);
        var (english, german) = (CardText.Of(await talk.Say(Anna, "digest")), CardText.Of(await talk.Say(Clara, "überblick", DirectOf(Clara))));
        english.ShouldContain("Delays they may not know about: 1");
        if (days == 0) english.ShouldContain("Nothing is late. One thing is still owed to a client.");
        english.Contains("Weber GmbH: a delay was noted", StringComparison.Ordinal).ShouldBe(days > 0);
        if (days == 1) german.ShouldContain("Weber GmbH: gestern eine Verzögerung notiert, vielleicht weiß der Kunde noch nichts davon");
        if (days == 7) (english.Contains("noted 7 days ago", StringComparison.Ordinal), german.Contains("vor 7 Tagen", StringComparison.Ordinal)).ShouldBe((true, true));
        await talk.Say(Anna, "delay told Weber");
        CardText.Of(await talk.Say(Anna, "digest")).ShouldNotContain("delay", Case.Insensitive);
    }

    [Fact]
    public async Task Statusberichte_und_eine_Verzögerung()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (store, team) => team.Settings = team.Settings with { Language = Core.Texts.Language.German });
        await talk.Say(Clara, "status rhythmus Weber alle 2 Wochen am Mittwoch");
        await talk.Until("2027-03-03T09:00");
        await talk.Press(Clara, ButtonOf(talk.Cards.Values.Last(), "status.template"));
        await talk.Say(Clara, "status Weber mit Sabine Klein: zwei von drei Seiten sind fertig");
        var delay = await talk.Say(Clara, "verzögerung Weber: die Fotos kommen eine Woche später");
        await talk.Until("2027-03-04T09:00");
        await talk.Say(Clara, "heute", DirectOf(Clara));
        await talk.Say(Clara, "notiz Weber anruf: wegen der Fotos Bescheid gesagt");
        await talk.Say(Clara, "verzögerung gesagt Weber");
        await talk.Press(Clara, delay, "record.remove");
        await talk.Say(Clara, "verzögerung Weber Kunde weiß es: der Druck dauert länger");
        await talk.Say(Clara, "status rhythmus Weber ab und zu");
        await talk.Say(Clara, "verlauf Weber", DirectOf(Clara));
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("status Weber every week on Friday", 1, false, IsoDayOfWeek.Friday)]
    [InlineData("status Weber weekly", 1, false, IsoDayOfWeek.Friday)]
    [InlineData("status Weber every second Tuesday", 2, false, IsoDayOfWeek.Tuesday)]
    [InlineData("status rhythm Weber every 2 weeks on Monday", 2, false, IsoDayOfWeek.Monday)]
    [InlineData("status rhythm Weber monthly", 1, true, IsoDayOfWeek.Friday)]
    [InlineData("status rhythm Weber every 14 days", 2, false, IsoDayOfWeek.Friday)]
    [InlineData("status Weber jeden Freitag", 1, false, IsoDayOfWeek.Friday)]
    [InlineData("status Weber alle 2 Wochen am Mittwoch", 2, false, IsoDayOfWeek.Wednesday)]
    [InlineData("status rhythmus Weber monatlich am Montag", 1, true, IsoDayOfWeek.Monday)]
    [InlineData("statusrhythmus Weber jedes Quartal", 3, true, IsoDayOfWeek.Friday)]
    public async Task Reads_what_is_agreed(string line, int every, bool isMonthly, IsoDayOfWeek day)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.StatusAgreements)).ShouldHaveSingleItem().Rhythm.ShouldBe(new StatusRhythm(every, isMonthly, day));
        (await Read(talk, store => store.Interactions)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("status Weber: two of three pages are done", InteractionKind.Mail, "two of three pages are done", 0)]
    [InlineData("status Weber two of three pages are done", InteractionKind.Mail, "two of three pages are done", 0)]
    [InlineData("status Weber call yesterday: told her", InteractionKind.Call, "told her", 1)]
    [InlineData("status Weber with Sabine Klein: told her", InteractionKind.Mail, "told her", 0)]
    [InlineData("status Weber: zwei von drei Seiten sind fertig", InteractionKind.Mail, "zwei von drei Seiten sind fertig", 0)]
    [InlineData("statusbericht Weber Anruf gestern: Bescheid gesagt", InteractionKind.Call, "Bescheid gesagt", 1)]
    public async Task Reads_what_was_sent(string line, InteractionKind kind, string text, int daysAgo)
    {
        using var talk = await Client.At("2027-03-02T10:00");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Interactions)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            sent => sent.IsStatus.ShouldBeTrue(), sent => sent.Kind.ShouldBe(kind), sent => sent.Text.ShouldBe(text), sent => sent.On.ShouldBe(new LocalDate(2027, 3, 2 - daysAgo)));
    }

    [Fact]
    public async Task Of_the_template_only_what_was_filled_in_is_kept()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var form = await talk.Say(Anna, "status Weber");
        form.Form!.Fields.Single(field => field.Name == "text").Value.ShouldBe("Progress: \nDelays: \nRisks: \nCosts: \nNext: ");
        await talk.Submit(Anna, form, ("text", "Progress: done\nDelays: \nRisks:\nthe photographer\nCosts: \nNext: "));
        (await Read(talk, store => store.Interactions)).ShouldHaveSingleItem().Text.ShouldBe("Progress: done\nRisks:\nthe photographer");
    }

    [Theory]
    [InlineData("delay Weber: the parts are late", "the parts are late", false)]
    [InlineData("delay Weber the parts are late", "the parts are late", false)]
    [InlineData("delay Weber client knows: the parts are late", "the parts are late", true)]
    [InlineData("verzögerung Weber: die Teile kommen später", "die Teile kommen später", false)]
    [InlineData("verzögerung Weber Kunde weiß es: die Teile kommen später", "die Teile kommen später", true)]
    public async Task Reads_delays(string line, string text, bool isKnown)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Delays)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(delay => delay.Text.ShouldBe(text), delay => (delay.ToldAt is not null).ShouldBe(isKnown));
    }

    [Theory]
    [InlineData("delay told Weber")]
    [InlineData("client knows Weber")]
    [InlineData("verzögerung gesagt Weber")]
    public async Task The_client_knows_of_every_delay(string line)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "delay Weber: the parts");
        await talk.Say(Ben, "delay Weber: the photos");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Delays)).ShouldAllBe(delay => delay.ToldAt != null);
        await talk.Say(Anna, "undo");
        (await Read(talk, store => store.Delays)).ShouldAllBe(delay => delay.ToldAt == null);
        await talk.Until("2027-03-02T09:00");
        CardText.Of(talk.Cards.Values.Single()).ShouldContain("you noted a delay yesterday. Does the client know?");
    }

    private static async Task<List<T>> Read<T>(Talk talk, Func<Core.Storage.Store, IQueryable<T>> rows)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await rows(store).ToListAsync(TestContext.Current.CancellationToken);
    }
}

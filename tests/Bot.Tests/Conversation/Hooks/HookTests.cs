using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Hooks;
using AccountNudge.Core.Knowing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Hooks;

/// <summary>Small notes for the next talk in a conversation. 1 March 2027 is a Monday.</summary>
public sealed class HookTests
{
    [Fact]
    public async Task A_hook_from_note_to_used()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "hook Sabine Klein: is off to Fuerteventura");
        await talk.Until("2027-03-02T10:00");
        await talk.Say(Anna, "brief Sabine Klein");
        await talk.Until("2027-04-01T09:00");
        await talk.Say(Anna, "timeline Weber");
        var note = await talk.Say(Anna, "log Weber call with Sabine Klein: back and rested");
        await talk.Say(Anna, "brief Sabine Klein");
        await talk.Press(Anna, note, "record.remove");
        await talk.Say(Anna, "brief Sabine Klein");
        await talk.Until("2027-05-30T23:59");
        await talk.Say(Anna, "brief Sabine Klein");
        await talk.Until("2027-05-31T00:00");
        await talk.Say(Anna, "brief Sabine Klein");
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Ein_Anknüpfungspunkt_vom_Merken_bis_zum_Gespräch()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var noted = await talk.Say(Clara, "merke Sabine Klein: wollte nach Fuerteventura bis 30.4.", DirectOf(Clara));
        await talk.Submit(Clara, await talk.Press(Clara, noted, "record.correct", DirectOf(Clara)), DirectOf(Clara), ("text", "wollte nach Lanzarote"));
        await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara));
        await talk.Until("2027-04-01T09:00");
        await talk.Say(Clara, "suche Lanzarote", DirectOf(Clara));
        await talk.Say(Clara, "notiz Weber anruf: gut erholt", DirectOf(Clara));
        await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara));
        await talk.Say(Clara, "rückgängig", DirectOf(Clara));
        await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara));
        await talk.Until("2027-05-01T00:00");
        await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara));
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("hook Sabine Klein: off to Fuerteventura", "Sabine Klein", "off to Fuerteventura", null)]
    [InlineData("hook Sabine Klein off to Fuerteventura", "Sabine Klein", "off to Fuerteventura", null)]
    [InlineData("hook Weber: moving house until 30 April", null, "moving house", "2027-04-30")]
    [InlineData("hook Weber until Friday: moving house", null, "moving house", "2027-03-05")]
    [InlineData("hook 030 1234567: off to Fuerteventura", "Sabine Klein", "off to Fuerteventura", null)]
    [InlineData("remember Sabine Klein: off to Fuerteventura", "Sabine Klein", "off to Fuerteventura", null)]
    [InlineData("merke Sabine Klein: will nach Fuerteventura", "Sabine Klein", "will nach Fuerteventura", null)]
    [InlineData("merke Weber: zieht um bis 30.4.", null, "zieht um", "2027-04-30")]
    [InlineData("merke Frau Klein bis Freitag: zieht um", "Sabine Klein", "zieht um", "2027-03-05")]
    [InlineData("anknüpfungspunkt Sabine Klein: zieht um", "Sabine Klein", "zieht um", null)]
    [InlineData("merk dir Sabine Klein: zieht um", "Sabine Klein", "zieht um", null)]
    public async Task It_is_understood_as_people_type_it(string line, string? about, string text, string? until)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        (await talk.Say(Anna, line)).OnlyAsker.ShouldBeTrue();
        var (hook, contact) = await Only(talk);
        (contact, hook.Text, hook.Until, hook.On).ShouldBe((about, text, until is null ? null : Day(until), Day("2027-03-01")));
    }

    [Theory]
    [InlineData("hook", "Bring up next time", "off to Fuerteventura")]
    [InlineData("merke", "Fürs nächste Gespräch", "will nach Fuerteventura")]
    public async Task Its_form_takes_the_same(string line, string title, string text)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var person = line == "hook" ? Anna : Clara;
        var form = await talk.Say(person, line);
        form.Form!.Title.ShouldBe(title);
        var wrong = await talk.Submit(person, form, ("name", "Sabine Klein"), ("text", text), ("until", "2027-02-28"));
        wrong.Errors.Keys.ShouldBe(["until"]);
        (await talk.Submit(person, form, ("name", "Sabine Klein"), ("text", text), ("until", "2027-03-31"))).OnlyAsker.ShouldBeTrue();
        var (hook, contact) = await Only(talk);
        (contact, hook.Text, hook.Until).ShouldBe(("Sabine Klein", text, Day("2027-03-31")));
    }

    [Theory]
    [InlineData("hook Weber: moving house until 27 February 2027", "already over")]
    [InlineData("hook Weber: moving house until 3 March 2028", "more than a year")]
    [InlineData("merke Weber: zieht um bis 27.2.2027", "already over")]
    public async Task A_day_that_cannot_be_is_refused(string line, string why)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        CardText.Of(await talk.Say(Anna, line)).ShouldContain(why);
        (await Hooks(talk)).ShouldBeEmpty();
    }

    /// <summary>The quiet nudge of a channel is read by everybody, that of a team of one by its owner alone.</summary>
    [Fact]
    public async Task What_is_personal_stays_out_of_the_channel()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "hook Sabine Klein: is off to Fuerteventura");
        await talk.Say(Anna, "topic Sabine Klein: the new warehouse");
        await talk.Until("2027-04-02T12:00");
        var said = talk.Posted.Where(post => !post.IsDirect).Select(post => CardText.Of(talk.Cards[post.Post.Key])).ToList();
        said.ShouldContain(text => text.Contains("Something to bring up is in the brief", StringComparison.Ordinal));
        said.ShouldAllBe(text => !text.Contains("Fuerteventura", StringComparison.Ordinal) && !text.Contains("warehouse", StringComparison.Ordinal));
        var undone = await talk.Say(Anna, "undo");
        undone.OnlyAsker.ShouldBeTrue();
    }

    [Fact]
    public async Task Said_to_one_person_alone_it_stands_below_the_quiet_nudge()
    {
        using var talk = await At("2027-03-01T10:00");
        await talk.Say(Anna, "account add Weber GmbH", DirectOf(Anna));
        await talk.Say(Anna, "hook Weber: is moving house", DirectOf(Anna));
        await talk.Until("2027-04-02T12:00");
        CardText.Of(talk.Cards.Values.Last()).ShouldContain("“is moving house”");
        await talk.Say(Anna, "log Weber call: settled in", DirectOf(Anna));
        await talk.Until("2027-05-04T12:00");
        CardText.Of(talk.Cards.Values.Last()).ShouldNotContain("moving house");
    }

    [Fact]
    public async Task It_is_corrected_removed_and_undone()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var first = await talk.Say(Anna, "hook Sabine Klein: is off to Fuerteventura");
        await talk.Submit(Anna, await talk.Press(Anna, first, "record.correct"), ("text", "is off to Lanzarote"));
        (await Only(talk)).Hook.Text.ShouldBe("is off to Lanzarote");
        await talk.Say(Anna, "undo");
        (await Hooks(talk)).ShouldBeEmpty();
        var second = await talk.Say(Anna, "hook Weber: is moving house");
        await talk.Press(Anna, second, "record.remove");
        (await Hooks(talk)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_known_of_somebody_follows_when_two_become_one()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "contact add Sabine Kline at Weber");
        await talk.Say(Anna, "hook Sabine Kline: is off to Fuerteventura");
        await talk.Say(Anna, "prefer Sabine Kline by mail");
        await talk.Press(Anna, await talk.Say(Anna, "contact merge Sabine Kline into Sabine Klein"), "contact.merge");
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        var klein = await store.Contacts.SingleAsync(TestContext.Current.CancellationToken);
        klein.Name.ShouldBe("Sabine Klein");
        (await store.Hooks.SingleAsync(TestContext.Current.CancellationToken)).ContactId.ShouldBe(klein.Id);
        (await store.LastingNotes.SingleAsync(TestContext.Current.CancellationToken)).ContactId.ShouldBe(klein.Id);
    }

    [Theory]
    [InlineData("team hook days 20", "Notes for the next talk: forget after (days): 20")]
    [InlineData("hook days 20", "Notes for the next talk: forget after (days): 20")]
    [InlineData("team merkdauer 20 Tage", "Notes for the next talk: forget after (days): 20")]
    public async Task A_team_says_how_long_it_is_kept(string line, string answer)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "hook Weber: is moving house");
        CardText.Of(await talk.Say(Anna, line)).ShouldContain(answer);
        CardText.Of(await talk.Say(Anna, "hook Weber: new office dog")).ShouldContain("after 21 March I’ll forget it");
        await talk.Until("2027-03-21T23:59");
        (await Hooks(talk)).Count.ShouldBe(2);
        await talk.Until("2027-03-22T00:00");
        (await Hooks(talk)).ShouldBeEmpty();
        CardText.Of(await talk.Say(Anna, "team hook days 0")).ShouldContain("1");
    }

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    private static async Task<(Hook Hook, string? Contact)> Only(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        var hook = await store.Hooks.SingleAsync(TestContext.Current.CancellationToken);
        return (hook, (await store.Contacts.FirstOrDefaultAsync(contact => contact.Id == hook.ContactId, TestContext.Current.CancellationToken))?.Name);
    }

    private static async Task<IReadOnlyList<Hook>> Hooks(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await store.Hooks.ToListAsync(TestContext.Current.CancellationToken);
    }
}

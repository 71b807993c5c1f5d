using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AccountNudge.Bot.Tests.Conversation.Complaints;

/// <summary>When a solution was agreed with the client: in a typed line and in the form, when a complaint is logged and when it is acknowledged.</summary>
public sealed class ResolveByTests
{
    /// <summary>A Monday.</summary>
    private const string Monday = "2027-03-01T10:00";

    [Theory]
    [InlineData("complaint Weber resolve by Friday: the delivery came late", "2027-03-05T17:00", "the delivery came late")]
    [InlineData("complaint Weber: the delivery came late, resolve by Friday", "2027-03-05T17:00", "the delivery came late")]
    [InlineData("complaint Weber: the delivery came late, solved by 3 March at 15:00", "2027-03-03T15:00", "the delivery came late")]
    [InlineData("complaint Weber by Sabine Klein resolve by 7 March: late again", "2027-03-05T17:00", "late again")]
    [InlineData("complaint Weber: we should resolve it by talking", null, "we should resolve it by talking")]
    [InlineData("beschwerde Weber gelöst bis Freitag: Lieferung kam zu spät", "2027-03-05T17:00", "Lieferung kam zu spät")]
    [InlineData("beschwerde Weber: Lieferung kam zu spät, gelöst bis 3.3. um 15 Uhr", "2027-03-03T15:00", "Lieferung kam zu spät")]
    [InlineData("beschwerde Weber von Sabine Klein lösung bis morgen: schon wieder zu spät", "2027-03-02T17:00", "schon wieder zu spät")]
    public async Task It_is_typed_with_the_complaint(string line, string? until, string text)
    {
        using var talk = await Client.At(Monday);
        await talk.Say(Talk.Anna, line);
        var complaint = await Complaint(talk);
        Berlin(complaint.ResolveBy).ShouldBe(until);
        complaint.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("ack Weber resolve by tomorrow: rang Sabine", "2027-03-02T17:00")]
    [InlineData("ack Weber: rang Sabine, resolve by Friday", "2027-03-05T17:00")]
    [InlineData("ack Weber", null)]
    [InlineData("eingang Weber gelöst bis morgen: Sabine angerufen", "2027-03-02T17:00")]
    [InlineData("eingang Weber: Sabine angerufen, gelöst bis Freitag", "2027-03-05T17:00")]
    public async Task It_is_typed_with_the_acknowledgement_and_undone_with_it(string line, string? until)
    {
        using var talk = await Client.At(Monday);
        await talk.Say(Talk.Anna, "complaint Weber: late");
        var reply = await talk.Say(Talk.Anna, line);
        Berlin((await Complaint(talk)).ResolveBy).ShouldBe(until);
        CardText.Of(reply).Contains("Agreed with them: solved by", StringComparison.Ordinal).ShouldBe(until is not null);

        await talk.Say(Talk.Anna, "undo");
        var complaint = await Complaint(talk);
        (complaint.State, complaint.ResolveBy).ShouldBe((ComplaintState.Open, null));
    }

    [Theory]
    [InlineData("complaint", "Anna")]
    [InlineData("beschwerde", "Clara")]
    public async Task It_is_a_field_of_both_forms(string opening, string who)
    {
        using var talk = await Client.At(Monday);
        var person = who == "Anna" ? Talk.Anna : Talk.Clara;
        var form = await talk.Say(person, opening);
        var field = form.Form!.Fields.Single(field => field.Name == "resolve");
        (field.Kind, field.Required, field.Label).ShouldBe((FieldKind.Date, false, who == "Anna" ? "Solution agreed by" : "Lösung vereinbart bis"));
        var taken = await talk.Submit(person, form, ("account", "Weber"), ("text", "late"), ("resolve", "2027-03-05"));
        Berlin((await Complaint(talk)).ResolveBy).ShouldBe("2027-03-05T17:00");

        var corrected = await talk.Submit(person, await talk.Press(person, taken, "record.correct"), ("resolve", ""));
        corrected.Errors.ShouldBeEmpty();
        Berlin((await Complaint(talk)).ResolveBy).ShouldBeNull();

        await talk.Submit(person, await talk.Say(person, who == "Anna" ? "ack" : "eingang"), ("account", "Weber"), ("resolve", "2027-03-04"));
        Berlin((await Complaint(talk)).ResolveBy).ShouldBe("2027-03-04T17:00");
    }

    [Theory]
    [InlineData("complaint Weber: late, resolve by 28 February 2027", "Please pick a later working time")]
    [InlineData("complaint Weber: late, resolve by 1 March 2031", "Please pick a later working time")]
    [InlineData("complaint Weber: late, resolve by today at 9:00", "Please pick a later working time")]
    public async Task What_cannot_be_agreed_on_is_refused_and_nothing_is_recorded(string line, string why)
    {
        using var talk = await Client.At(Monday);
        CardText.Of(await talk.Say(Talk.Anna, line)).ShouldContain(why);
        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.Complaints.IgnoreQueryFilters().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task On_its_morning_the_team_is_reminded_of_it()
    {
        using var talk = await Client.At(Monday);
        await talk.Say(Talk.Anna, "complaint Weber by Sabine Klein: late");
        await talk.Say(Talk.Anna, "ack Weber resolve by tomorrow: rang her");
        await talk.Until("2027-03-02T12:00");
        CardText.Of(talk.Cards.Values.Last()).ShouldContain("is expecting the solution today, as agreed");
    }

    private static async Task<Complaint> Complaint(Talk talk)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Complaints.IgnoreQueryFilters().SingleAsync(TestContext.Current.CancellationToken);
    }

    private static string? Berlin(Instant? at) =>
        at is { } instant ? LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(instant.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).LocalDateTime) : null;
}

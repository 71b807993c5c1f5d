using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Occasions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Occasions;

public sealed class OccasionTests
{
    [Fact]
    public async Task A_birthday_is_noted_for_the_asker_only_and_can_be_removed()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var reply = await talk.Say(Talk.Anna, "birthday Sabine Klein 12 March 1977");
        reply.OnlyAsker.ShouldBeTrue();
        reply.Card!.Headline.Plain.ShouldBe("Sabine Klein (Weber GmbH): birthday on 12 March 1977");
        CardText.Of(reply).ShouldContain("I’ll remind you 5 working days ahead and on the day, by direct message.");
        (await Birthday(talk)).ShouldBe(new AnnualDate(3, 12));
        await talk.Press(Talk.Anna, reply, "record.remove");
        (await Birthday(talk)).ShouldBeNull();
    }

    [Theory]
    [InlineData("birthday Sabine Klein 12 March 1977")]
    [InlineData("contact add Jane Miller at Weber birthday 12 March")]
    public async Task A_birthday_is_taken_back_as_quietly_as_it_was_noted(string line)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        (await talk.Say(Talk.Anna, line)).OnlyAsker.ShouldBeTrue();
        var undone = await talk.Say(Talk.Anna, "undo");
        undone.OnlyAsker.ShouldBeTrue();
        undone.Card!.Headline.Plain.ShouldContain("took back");
    }

    [Fact]
    public async Task A_corrected_birthday_stays_as_quiet()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var noted = await talk.Say(Talk.Anna, "birthday Sabine Klein 12 March 1977");
        (await talk.Submit(Talk.Anna, await talk.Press(Talk.Anna, noted, "record.correct"), ("day", "13 March"))).OnlyAsker.ShouldBeTrue();
        (await talk.Say(Talk.Anna, "undo")).OnlyAsker.ShouldBeTrue();
        (await Birthday(talk)).ShouldBeNull();
    }

    [Theory]
    [InlineData("since Weber 3 March 2022")]
    [InlineData("contact add Jane Miller at Weber")]
    public async Task What_all_have_seen_is_taken_back_before_all(string line)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        (await talk.Say(Talk.Anna, line)).OnlyAsker.ShouldBeFalse();
        (await talk.Say(Talk.Anna, "undo")).OnlyAsker.ShouldBeFalse();
    }

    [Fact]
    public async Task The_29th_of_February_falls_on_the_28th_in_common_years_and_needs_no_year()
    {
        using var talk = await Client.At("2027-02-01T10:00");
        var reply = await talk.Say(Talk.Clara, "geburtstag Sabine Klein 29.2.");
        CardText.Of(reply).ShouldContain("Sabine Klein (Weber GmbH): Geburtstag am 29. Februar");
        CardText.Of(reply).ShouldContain("In Jahren ohne 29. Februar nehme ich den 28.");
        // 28 February 2027 is a Sunday: the day itself is said on the Friday before, five working days after the first word.
        await talk.Until("2027-02-19T12:00");
        talk.Cards.Values.Single().Headline.Plain.ShouldBe("Sabine Klein (Weber GmbH) has a birthday on 28 February (Sunday).");
        await talk.Until("2027-02-26T12:00");
        talk.Cards.Values.Last().Headline.Plain.ShouldBe("Sabine Klein (Weber GmbH) has a birthday on Sunday.");
        talk.Posted.ShouldAllBe(post => post.IsDirect && post.Address == Talk.Anna.Id);
    }

    [Fact]
    public async Task A_year_that_is_still_to_come_is_refused()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        CardText.Of(await talk.Say(Talk.Anna, "birthday Sabine Klein 12 March 2031")).ShouldContain("That year is still ahead.");
        CardText.Of(await talk.Say(Talk.Anna, "since Weber 12 March 2031")).ShouldContain("That day is still ahead.");
    }

    [Theory]
    [InlineData("birthday Sabine Klein 12 March 1850", "Born in 1850? That can’t be right.", "Geburtsjahr 1850? Das kann nicht stimmen.")]
    [InlineData("birthday Sabine Klein 1 January 1900", "Born in 1900?", "Geburtsjahr 1900?")]
    [InlineData("geburtstag Sabine Klein 1.1.1900", "Leave the year out and I’ll remember just the day.", "Lass das Jahr weg, dann merke ich mir nur den Tag.")]
    [InlineData("geburtstag Sabine Klein 12.3.2027", "Born in 2027?", "Geburtsjahr 2027?")]
    [InlineData("birthday Sabine Klein 12 March 2031", "That year is still ahead.", "Dieses Jahr kommt erst noch.")]
    [InlineData("contact add Jane Miller at Weber birthday 1 Jan 1901", "Born in 1901?", "Geburtsjahr 1901?")]
    [InlineData("ansprechperson neu Jana Müller bei Weber geburtstag 5.5.1899", "Born in 1899?", "Geburtsjahr 1899?")]
    [InlineData("since Weber 1 January 1900", "Since 1900? That’s more than a hundred years ago.", "Seit 1900? Das ist über hundert Jahre her.")]
    [InlineData("seit Weber 1.1.1850", "Since 1850?", "Seit 1850?")]
    [InlineData("seit Weber 2.3.2027", "That day is still ahead.", "Dieser Tag kommt erst noch.")]
    [InlineData("account add Delta Druck since 1.1.1900", "Since 1900?", "Seit 1900?")]
    [InlineData("kunde neu Delta Druck seit 12.3.2031", "That day is still ahead.", "Dieser Tag kommt erst noch.")]
    public async Task A_year_that_cannot_be_is_refused(string line, string english, string german)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        CardText.Of(await talk.Say(Talk.Anna, line)).ShouldContain(english);
        CardText.Of(await talk.Say(Talk.Clara, line)).ShouldContain(german);
        (await Birthday(talk)).ShouldBeNull();
    }

    [Theory]
    [InlineData("birthday Sabine Klein 12 March 1932")]
    [InlineData("geburtstag Sabine Klein 12.3.2009")]
    [InlineData("birthday Sabine Klein 12 March")]
    public async Task A_year_that_can_be_is_taken(string line)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, line);
        (await Birthday(talk)).ShouldBe(new AnnualDate(3, 12));
    }

    [Theory]
    [InlineData(1900, null)]
    [InlineData(1850, null)]
    [InlineData(2031, null)]
    [InlineData(null, null)]
    [InlineData(1977, 50)]
    public void A_year_that_stands_for_an_unknown_one_makes_no_age(int? born, int? age) =>
        new Contact { WorkspaceId = default, TeamId = default, AccountId = default, Name = "Sabine Klein", BirthYear = born }.AgeIn(2027).ShouldBe(age);

    [Fact]
    public async Task The_beginning_of_the_work_is_noted_for_everyone_and_its_anniversary_mentioned()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var reply = await talk.Say(Talk.Anna, "since Weber 3 March 2022");
        reply.OnlyAsker.ShouldBeFalse();
        CardText.Of(reply).ShouldContain("Weber GmbH: working together since 3 March 2022");
        CardText.Of(reply).ShouldContain("5 years on Wednesday.");
        await talk.Until("2027-03-03T09:00");
        var card = talk.Cards.Values.Last();
        CardText.Of(card).ShouldContain("Weber GmbH: 5 years of working together today. That’s worth a personal note.");
        (await talk.Press(Talk.Ben, Talk.ButtonOf(card, "occasion.done"))).Card!.Headline.Plain.ShouldBe("Lovely, noted for Weber GmbH.");
        CardText.Of(talk.Cards.Values.Last()).ShouldContain("✓ Ben: done");
        Talk.ButtonsOf(talk.Cards.Values.Last()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_choice_is_kept_once_renews_the_message_and_is_shown_a_year_later()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "birthday Sabine Klein 12 March");
        await talk.Until("2027-03-05T10:00");
        var button = Talk.ButtonOf(talk.Cards.Values.Single(), "occasion.card");
        (await talk.Press(Talk.Anna, button)).Card!.Headline.Plain.ShouldBe("Lovely, a card for Sabine Klein (Weber GmbH). That’s it for this year.");
        (await talk.Press(Talk.Anna, button)).Card!.Headline.Plain.ShouldBe("That’s already done.");
        CardText.Of(talk.Cards.Values.Single()).ShouldContain("✓ Anna: card sent · Fri 10:00");
        (await Choices(talk)).Single().ShouldSatisfyAllConditions(choice => choice.Year.ShouldBe(2027), choice => choice.Decision.ShouldBe(OccasionDecision.CardSent));
        await talk.Until("2028-03-03T10:00");
        CardText.Of(talk.Cards.Values.Last()).ShouldContain("Last year: a card");
    }

    [Fact]
    public async Task Who_wants_to_ring_is_reminded_on_the_day()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "birthday Sabine Klein 12 March");
        await talk.Until("2027-03-05T10:00");
        var answer = await talk.Press(Talk.Anna, Talk.ButtonOf(talk.Cards.Values.Single(), "occasion.ring"));
        answer.Card!.Headline.Plain.ShouldBe("Good. I’ll remind you about Sabine Klein (Weber GmbH) on the day.");
        await talk.Until("2027-03-12T10:00");
        talk.Cards.Values.Last().Headline.Plain.ShouldBe("Sabine Klein (Weber GmbH) has a birthday today. You were going to ring.");
        await talk.Press(Talk.Anna, Talk.ButtonOf(talk.Cards.Values.Last(), "occasion.done"));
        (await Choices(talk)).Single().Decision.ShouldBe(OccasionDecision.Done);
    }

    [Fact]
    public async Task That_the_day_has_passed_is_said_once_and_of_what()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "birthday Sabine Klein 12 March");
        await talk.Until("2027-03-12T10:00");
        await talk.Until("2027-03-13T10:00");
        var lines = $"  Sabine Klein (Weber GmbH){Environment.NewLine}  · Birthday on 12 March";
        talk.Cards.Values.Select(CardText.Of).ShouldBe([lines + Environment.NewLine, $"{lines} – the day has passed{Environment.NewLine}"]);
    }

    [Fact]
    public async Task A_foreign_id_is_answered_like_a_missing_one()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        foreach (var value in new[] { ButtonValue.For(Guid.NewGuid(), "2027-03-12"), ButtonValue.For(Guid.NewGuid(), "nonsense") })
            (await talk.Press(Talk.Anna, new Button("occasion.card", "", value.ToString()))).Card!.Headline.Plain.ShouldBe("I can’t find that any more. “/nudge today” shows what is open.");
    }

    private static async Task<AnnualDate?> Birthday(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return (await store.Contacts.SingleAsync()).Birthday;
    }

    private static async Task<List<OccasionChoice>> Choices(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await store.OccasionChoices.ToListAsync();
    }
}

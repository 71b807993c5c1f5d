using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Occasions;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Occasions;

/// <summary>Milestones and occasions in a conversation. 1 March 2027 is a Monday; Anna looks after Weber.</summary>
public sealed class NotedOccasionTests
{
    [Fact]
    public async Task Milestones_and_occasions_are_noted_said_and_decided()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "milestone Weber: launched the web shop on 3 March 2026");
        await talk.Say(Anna, "occasion Weber trade fair on 11 March");
        await talk.Say(Anna, "occasion Sabine Klein wedding anniversary on 12 March", DirectOf(Anna));
        await talk.Say(Anna, "brief Weber", DirectOf(Anna));
        await talk.Until("2027-03-03T10:00");
        CardText.Of(talk.Cards.Values.Last()).ShouldContain("today it’s a year since “launched the web shop”. That’s worth a personal note.");
        await talk.Press(Ben, ButtonOf(talk.Cards.Values.Last(), "occasion.done"));
        await talk.Until("2027-03-04T10:00");
        await talk.Press(Ben, ButtonOf(talk.Cards.Values.Last(), "occasion.ring"));
        await talk.Until("2027-03-05T10:00");
        talk.Posted[^1].IsDirect.ShouldBeTrue();
        await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(), "occasion.card"), DirectOf(Anna));
        await talk.Until("2027-03-11T10:00");
        CardText.Of(talk.Cards.Values.Last()).ShouldContain("Weber GmbH: trade fair, today. Ben was going to ring.");
        await talk.Until("2027-03-12T10:00");
        await talk.Say(Anna, "timeline Weber", DirectOf(Anna));
        await talk.Say(Anna, "search fair", DirectOf(Anna));
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Anlaesse_bleiben_vertraulich_bis_der_Kanal_davon_erfahren_darf()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Clara, "meilenstein Weber: Webshop gestartet");
        (await talk.Say(Clara, "anlass Sabine Klein Hochzeitstag am 12.3.")).OnlyAsker.ShouldBeTrue();
        (await talk.Say(Clara, "geburtstag Sabine Klein 15.3.")).OnlyAsker.ShouldBeTrue();
        await talk.Say(Clara, "anlass Weber einmalig Hausmesse am 10.3.");
        await talk.Until("2027-03-05T10:00");
        talk.Posted.Where(post => post.Lines.Any(line => line.Contact is not null)).ShouldAllBe(post => post.IsDirect && post.Address == Anna.Id);
        var shared = await talk.Say(Clara, "anlässe Sabine Klein im Kanal");
        shared.OnlyAsker.ShouldBeTrue();
        await talk.Say(Clara, "ansprechperson zeigen Sabine Klein");
        var before = talk.Posted.Count;
        await talk.Until("2027-03-12T10:00");
        talk.Posted.Skip(before).Where(post => post.Lines.Any(line => line.Contact is not null)).ShouldAllBe(post => !post.IsDirect);
        talk.Posted.Skip(before).SelectMany(post => post.Lines).Count(line => line.Contact is not null).ShouldBe(2); // the birthday ahead, the wedding day
        await talk.Say(Clara, "rückgängig");
        await talk.Until("2027-03-15T10:00");
        await talk.Say(Clara, "verlauf Weber", DirectOf(Clara));
        Approved.Transcript(talk);
    }

    [Theory] // what cannot be
    [InlineData("milestone Weber: launch on 3 March 2028", "That day is still ahead.", "Dieser Tag kommt erst noch.")]
    [InlineData("occasion Weber once: trade fair on 14 May 2026", "That day is over.", "Der Tag ist schon vorbei.")]
    [InlineData("anlass Weber nur einmal: Hausmesse am 14.5.2026", "That day is over.", "Der Tag ist schon vorbei.")]
    public async Task A_day_that_cannot_be_is_refused(string line, string english, string german)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        CardText.Of(await talk.Say(Anna, line)).ShouldContain(english);
        CardText.Of(await talk.Say(Clara, line)).ShouldContain(german);
    }

    [Theory] // what is typed, the headline, what follows from it
    [InlineData("occasion Weber founded on 29 February", "Weber GmbH: occasion every year on 29 February", "In years without a 29 February I’ll use the 28th.")]
    [InlineData("occasion Weber trade fair on 14 May 2027", "Weber GmbH: occasion on 14 May 2027", "I’ll bring it up in the channel 5 working days ahead and on the day.")]
    [InlineData("occasion Weber trade fair on 14 May 2019", "Weber GmbH: occasion every year on 14 May", "Noted by Anna")]
    [InlineData("milestone Weber: launch", "Weber GmbH: milestone, today", "I’ll bring it up again on 1 March 2028 (Wednesday).")]
    [InlineData("milestone Weber: launch on 28 February 2026", "Weber GmbH: milestone, 28 February 2026", "Noted by Anna")]
    public async Task The_answer_says_what_was_noted_and_what_follows(string line, string headline, string follows)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var reply = await talk.Say(Anna, line);
        reply.OnlyAsker.ShouldBeFalse();
        reply.Card!.Headline.Plain.ShouldBe(headline);
        CardText.Of(reply).ShouldContain(follows);
    }

    [Theory] // what is typed, whether others see that it is gone
    [InlineData("milestone Weber: launch", false)]
    [InlineData("occasion Weber trade fair on 14 May", false)]
    [InlineData("occasion Sabine Klein wedding anniversary on 14 May", true)]
    [InlineData("occasions Sabine Klein in the channel", true)]
    public async Task It_is_taken_back_as_quietly_as_it_was_noted(string line, bool onlyAsker)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var noted = await talk.Say(Anna, line);
        noted.OnlyAsker.ShouldBe(onlyAsker);
        await talk.Press(Anna, noted, "record.remove");
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        (await store.Milestones.CountAsync(TestContext.Current.CancellationToken) + await store.Occasions.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await store.Contacts.SingleAsync(TestContext.Current.CancellationToken)).OccasionsInChannel.ShouldBeFalse();
        (await talk.Say(Anna, line)).OnlyAsker.ShouldBe(onlyAsker);
        (await talk.Say(Anna, "undo")).OnlyAsker.ShouldBe(onlyAsker);
    }

    [Fact]
    public async Task It_can_be_corrected_and_taken_back()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var noted = await talk.Say(Anna, "occasion Weber trade fair on 14 May");
        await talk.Submit(Anna, await talk.Press(Anna, noted, "record.correct"), ("day", "15 May"), ("often", "once"));
        await using (var store = talk.Stores.Open(await Client.Scope(talk)))
        {
            var occasion = await store.Occasions.SingleAsync(TestContext.Current.CancellationToken);
            (occasion.Day, occasion.Year).ShouldBe((new(5, 15), 2027));
        }

        await talk.Say(Anna, "undo");
        await using var after = talk.Stores.Open(await Client.Scope(talk));
        (await after.Occasions.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_chosen_is_shown_a_year_later_and_once_is_not_asked_for_ever()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "occasion Weber trade fair on 12 March");
        await talk.Until("2027-03-05T10:00");
        var card = talk.Cards.Values.Last();
        ButtonsOf(card).Select(button => button.Label).ShouldBe(["Card sent", "I’ll ring", "Skip this year", "Never"]);
        (await talk.Press(Anna, ButtonOf(card, "occasion.card"))).Card!.Headline.Plain.ShouldBe("Lovely, a card for Weber GmbH. That’s it for this year.");
        await talk.Say(Anna, "occasion Weber opening once on 15 March 2028");
        await talk.Until("2028-03-06T10:00");
        CardText.Of(talk.Cards.Values.Last(shown => CardText.Of(shown).Contains("trade fair", StringComparison.Ordinal))).ShouldContain("Last year: a card");
        var lines = talk.Posted.SelectMany(post => post.Lines).Where(line => line.Nudge.Ask == OccasionPractice.Prepare).ToList();
        lines.Count.ShouldBeGreaterThan(1);
    }
}

using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Promises;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Promises;

/// <summary>Somebody recommends us, and is thanked. 1 March 2027 is a Monday; the 4th is three working days later.</summary>
public sealed class ReferralTests
{
    [Fact]
    public async Task Somebody_recommends_us_and_is_thanked()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var direct = DirectOf(Anna);
        await talk.Say(Anna, "referral Sabine Klein: Otto KG");
        await talk.Say(Anna, "referral Weber: otto kg");
        await talk.Say(Anna, "brief Sabine Klein", direct);
        await talk.Say(Anna, "timeline Weber", direct);
        await talk.Say(Anna, "search Otto", direct);
        await talk.Until("2027-03-04T09:00");
        await talk.Say(Anna, "kept Weber");
        await talk.Press(Clara, await talk.Say(Clara, "Frau Klein hat uns an die Moos AG weiterempfohlen"), "draft.run");
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("referral Sabine Klein: Otto KG", "Otto KG", true, "Thank them for recommending us (Otto KG)")]
    [InlineData("recommended by Weber: the Otto brothers", "the Otto brothers", false, "Thank them for recommending us (the Otto brothers)")]
    [InlineData("empfehlung Sabine Klein: Otto KG", "Otto KG", true, "Dank für die Empfehlung (Otto KG)")]
    [InlineData("empfohlen von Weber: „Otto KG“", "Otto KG", false, "Dank für die Empfehlung (Otto KG)")]
    public async Task A_recommendation_promises_thanks_within_three_working_days(string line, string whom, bool isOfPerson, string thanks)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        if (line.StartsWith("empf", StringComparison.Ordinal)) await Client.Change(talk, (_, team) => team.Settings = team.Settings with { Language = Core.Texts.Language.German });
        await talk.Say(line.StartsWith("empf", StringComparison.Ordinal) ? Clara : Anna, line);
        var (referral, promise) = ((await Referrals(talk)).Single(), (await Promises(talk)).Single());
        (referral.Text, referral.ContactId is not null, referral.PromiseId).ShouldBe((whom, isOfPerson, promise.Id));
        (promise.Text, promise.ContactId, promise.On, promise.MemberId).ShouldBe((thanks, referral.ContactId, new LocalDate(2027, 3, 4), referral.MemberId));
    }

    [Fact]
    public async Task Somebody_else_may_thank_them_and_a_form_does_it_too()
    {
        using var talk = await Client.At("2027-03-04T10:00");
        await talk.Say(Anna, "referral Sabine Klein thanked by @[U-BEN|Ben]: Otto KG");
        var promise = (await Promises(talk)).Single();
        promise.MemberId.ShouldNotBe((await Referrals(talk)).Single().MemberId);
        promise.On.ShouldBe(new LocalDate(2027, 3, 9)); // a Thursday, over the week end
        var form = await talk.Say(Anna, "referral");
        await talk.Submit(Anna, form, ("name", promise.ContactId!.Value.ToString("N")), ("text", "Miller & Sons"));
        (await Referrals(talk)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_is_thanked_for_once_and_undo_takes_both()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "referral Sabine Klein: Otto KG");
        CardText.Of(await talk.Say(Ben, "referral Weber: OTTO KG")).ShouldContain("That’s noted already, with a thank-you: OTTO KG.");
        (await Promises(talk)).Count.ShouldBe(1);
        await talk.Say(Anna, "undo");
        ((await Promises(talk)).Count, (await Referrals(talk)).Count).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("Sabine Klein recommended us to Otto KG", "Otto KG", true)]
    [InlineData("Sabine Klein recommended Otto KG to us", "Otto KG", true)]
    [InlineData("Weber has recommended us to the Otto brothers.", "the Otto brothers", true)]
    [InlineData("Sabine Klein hat uns Otto KG empfohlen", "Otto KG", true)]
    [InlineData("Sabine Klein hat uns an die Otto KG weiterempfohlen", "Otto KG", true)]
    [InlineData("Frau Klein hat uns weiterempfohlen", "", true)] // the form asks whom
    [InlineData("Wir haben Sabine Klein ein Buch empfohlen", "", false)]
    [InlineData("We recommended Sabine Klein a book", "", false)]
    public async Task Own_words_are_a_draft(string line, string whom, bool isProposed)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var reply = await talk.Say(Anna, line);
        var text = CardText.Of(reply);
        text.Contains("Shall I note it?", StringComparison.Ordinal).ShouldBe(isProposed, text);
        (await Referrals(talk)).ShouldBeEmpty();
        if (!isProposed || whom.Length == 0) return;
        await talk.Press(Anna, reply, "draft.run");
        (await Referrals(talk)).Single().Text.ShouldBe(whom);
    }

    private static async Task<List<Promise>> Promises(Talk talk) => await Read(talk, store => store.Promises.ToListAsync());

    private static async Task<List<Referral>> Referrals(Talk talk) => await Read(talk, store => store.Referrals.ToListAsync());

    private static async Task<T> Read<T>(Talk talk, Func<Core.Storage.Store, Task<T>> read)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await read(store);
    }
}

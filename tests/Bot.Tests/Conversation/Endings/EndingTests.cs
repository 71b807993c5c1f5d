using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Endings;
using AccountNudge.Core.Practices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Endings;

/// <summary>Clients who leave, are back, or with whom we part. 1 March 2027 is a Monday.</summary>
public sealed class EndingTests
{
    [Fact]
    public async Task A_client_is_lost_and_comes_back()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (_, team) => team.Settings = team.Settings with { HintsPerMorning = 2, PracticesOff = [.. PracticeCatalog.Hints.Select(hint => hint.Kind).Where(kind => kind != ReturnHint.Kind)] });
        var direct = DirectOf(Anna);
        await talk.Say(Anna, "promise Weber: the final invoice by Friday");
        var lost = await talk.Say(Anna, "lost Weber: they go with Globex from now on");
        await talk.Press(Ben, ButtonsOf(lost.Card!).First(button => button.Label == "The price"));
        await talk.Press(Ben, ButtonsOf(talk.AsItReads(lost)).First(button => button.Label == "Too little attention"));
        await talk.Press(Anna, ButtonsOf(talk.AsItReads(lost)).First(button => button.Label == "Remind once in 6 months"));
        await talk.Say(Anna, "accounts", direct);
        await talk.Say(Anna, "accounts lost", direct);
        await talk.Say(Anna, "account show Weber");
        await talk.Say(Anna, "brief Weber", direct);
        await talk.Say(Anna, "open", direct);
        await talk.Say(Ben, "risk Weber competitor");
        await talk.Say(Anna, "kept Weber");
        await talk.Say(Anna, "lost Weber");
        await talk.Until("2027-09-02T10:00");
        await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(), "account.returned"), direct);
        await talk.Say(Anna, "accounts", direct);
        await talk.Say(Anna, "timeline Weber", direct);
        await talk.Say(Anna, "search Globex", direct);
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Wir_trennen_uns_im_Guten()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (store, team) => team.Settings = team.Settings with { Language = Core.Texts.Language.German });
        var direct = DirectOf(Clara);
        await talk.Say(Clara, "beschwerde Weber: Rechnung falsch");
        var card = await talk.Say(Clara, "trennung Weber: die Zusammenarbeit passt nicht mehr");
        await talk.Press(Clara, ButtonsOf(card.Card!).First(button => button.Label == "Nichts mehr offen"));
        await talk.Press(Clara, ButtonsOf(talk.AsItReads(card)).First(button => button.Label == "Unterlagen übergeben"));
        var form = await talk.Press(Clara, ButtonsOf(talk.AsItReads(card)).First(button => button.Label == "Löschdatum …"));
        await talk.Submit(Clara, form, ("delete-on", "2027-12-31"));
        await talk.Say(Clara, "kurzprofil Weber", direct);
        await talk.Say(Clara, "offen", direct);
        await talk.Say(Clara, "unberechtigt Weber: die Rechnung stimmt, wir haben sie erklärt");
        await talk.Until("2027-03-09T10:00");
        await talk.Say(Clara, "trennung erledigt Weber zusagen");
        await talk.Say(Clara, "trennung erledigt Weber letztes gespräch: offen und freundlich");
        await talk.Say(Clara, "trennung erledigt Weber dank");
        await talk.Say(Clara, "kunde zeigen Weber");
        await talk.Say(Clara, "kunden", direct);
        await talk.Say(Clara, "rückgängig");
        await talk.Say(Clara, "verlauf Weber", direct);
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("lost Weber", null, null, "")]
    [InlineData("lost Weber: they went with Globex", null, null, "they went with Globex")]
    [InlineData("lost Weber competitor: they went with Globex", LossReason.Competitor, null, "they went with Globex")]
    [InlineData("lost Weber price", LossReason.Price, null, "")]
    [InlineData("lost Weber price underneath attention: too dear", LossReason.Price, RootCause.Attention, "too dear")]
    [InlineData("lost Weber underneath quality", LossReason.Price, RootCause.Quality, "")]
    [InlineData("lost Weber budget cut", LossReason.BudgetCut, null, "")]
    [InlineData("lost Weber we declined: not our kind of work", LossReason.WeDeclined, null, "not our kind of work")]
    [InlineData("client lost Weber other", LossReason.Other, null, "")]
    [InlineData("we lost Weber competitor", LossReason.Competitor, null, "")]
    [InlineData("verloren Weber", null, null, "")]
    [InlineData("verloren Weber wettbewerb: sind jetzt bei Globex", LossReason.Competitor, null, "sind jetzt bei Globex")]
    [InlineData("verloren Weber preis dahinter aufmerksamkeit", LossReason.Price, RootCause.Attention, "")]
    [InlineData("kunde verloren Weber sparkurs", LossReason.BudgetCut, null, "")]
    [InlineData("verloren Weber wir haben abgelehnt", LossReason.WeDeclined, null, "")]
    [InlineData("verloren Weber missverständnis: falsch verstanden", LossReason.Misunderstanding, null, "falsch verstanden")]
    public async Task Reads_why_a_client_left(string line, LossReason? reason, RootCause? underneath, string text)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Losses)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            loss => loss.Reason.ShouldBe(reason), loss => loss.Underneath.ShouldBe(underneath), loss => loss.Text.ShouldBe(text), loss => loss.On.ShouldBe(new LocalDate(2027, 3, 1)));
        (await Read(talk, store => store.Accounts)).ShouldHaveSingleItem().State.ShouldBe(AccountState.Lost);
        await talk.Say(Anna, "undo");
        (await Read(talk, store => store.Accounts)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(account => account.State.ShouldBe(AccountState.Active), account => account.StateSince.ShouldBeNull());
        (await Read(talk, store => store.Losses)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_by_form()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var form = await talk.Say(Anna, "lost");
        await talk.Submit(Anna, form, ("account", (await Read(talk, store => store.Accounts)).Single().Id.ToString("N")), ("reason", "price"), ("underneath", "care"), ("text", "too dear"));
        (await Read(talk, store => store.Losses)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(loss => loss.CountsAs.ShouldBe(LossReason.Care), loss => loss.Text.ShouldBe("too dear"));
    }

    [Theory]
    [InlineData("lost reason Weber quality", LossReason.Quality)]
    [InlineData("lost reason Weber price underneath delay", LossReason.Delay)]
    [InlineData("verlustgrund Weber qualität", LossReason.Quality)]
    [InlineData("verlustgrund Weber preis dahinter sorgfalt", LossReason.Care)]
    public async Task A_reason_is_said_later_and_taken_back(string line, LossReason reason)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Losses)).ShouldBeEmpty();
        await talk.Say(Anna, "lost Weber");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Losses)).ShouldHaveSingleItem().CountsAs.ShouldBe(reason);
        await talk.Say(Anna, "undo");
        (await Read(talk, store => store.Losses)).ShouldHaveSingleItem().CountsAs.ShouldBeNull();
    }

    [Theory]
    [InlineData("lost reminder Weber in 6 months", 2027, 9)]
    [InlineData("lost reminder Weber 12 months", 2028, 3)]
    [InlineData("rückkehr erinnern Weber in 6 monaten", 2027, 9)]
    [InlineData("verloren erinnern Weber in 12 Monaten", 2028, 3)]
    public async Task A_reminder_is_asked_for(string line, int year, int month)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "lost Weber");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Losses)).ShouldHaveSingleItem().RemindOn.ShouldBe(new LocalDate(year, month, 1));
    }

    [Theory]
    [InlineData("returned Weber")]
    [InlineData("client back Weber")]
    [InlineData("won back Weber")]
    [InlineData("wieder kunde Weber")]
    [InlineData("kunde zurück Weber")]
    [InlineData("zurückgewonnen Weber")]
    public async Task They_are_back(string line)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "lost Weber");
        await talk.Until("2027-03-08T10:00");
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Accounts)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            account => account.State.ShouldBe(AccountState.Returned), account => account.StateSince.ShouldBe(new LocalDate(2027, 3, 8)));
        await talk.Say(Anna, "undo");
        (await Read(talk, store => store.Accounts)).ShouldHaveSingleItem().State.ShouldBe(AccountState.Lost);
    }

    [Theory]
    [InlineData("part Weber", "part done Weber material", PartingSteps.Material)]
    [InlineData("part Weber: it doesn't fit", "part done Weber thanks", PartingSteps.Thanks)]
    [InlineData("part with Weber", "part done Weber last talk: it went well", PartingSteps.LastTalk)]
    [InlineData("part Weber", "part done Weber deletion on 31 December", PartingSteps.DeletionDate)]
    [InlineData("trennung Weber", "trennung erledigt Weber unterlagen", PartingSteps.Material)]
    [InlineData("trennung von Weber: passt nicht", "trennung erledigt Weber zusagen", PartingSteps.Promises)]
    [InlineData("trennung Weber", "trennung abhaken Weber löschung am 31.12.", PartingSteps.DeletionDate)]
    public async Task A_step_of_a_parting_is_ticked_off(string begin, string line, PartingSteps done)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, begin);
        (await Read(talk, store => store.Accounts)).ShouldHaveSingleItem().State.ShouldBe(AccountState.Parting);
        await talk.Say(Anna, line);
        (await Read(talk, store => store.Partings)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            parting => parting.Done.ShouldBe(done), parting => parting.DeleteOn.ShouldBe(done == PartingSteps.DeletionDate ? new LocalDate(2027, 12, 31) : null));
        await talk.Say(Anna, "undo");
        (await Read(talk, store => store.Partings)).ShouldHaveSingleItem().Done.ShouldBe(PartingSteps.None);
    }

    [Fact]
    public async Task A_nudge_that_stood_there_stands_there_again_when_the_loss_is_taken_back()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Until("2027-04-01T09:30");
        CardText.Of(talk.Cards.Values.Last()).ShouldContain("[Log it]");
        await talk.Say(Anna, "lost Weber");
        CardText.Of(talk.Cards.Values.Last()).ShouldContain("Settled since");
        await talk.Say(Anna, "undo");
        CardText.Of(talk.Cards.Values.Last()).ShouldContain("[Log it]");
    }

    /// <summary>4 January is the first working day of the first week of 2027; looked back at is 2026.</summary>
    [Theory]
    [InlineData("2027-01-04T09:00", true)]
    [InlineData("2027-01-11T09:00", false)]
    public async Task Once_a_year_managers_look_back(string week, bool looksBack)
    {
        using var talk = await Client.At("2026-12-14T10:00");
        await talk.Say(Anna, "team manager @Ben");
        await talk.Say(Anna, "since Weber 1 December 2019");
        foreach (var (client, since) in new[] { ("Nord AG", "1 June 2022"), ("Ost KG", "1 December 2024"), ("Sued OHG", "1 May 2016") }) await talk.Say(Anna, $"account add {client} since {since}");
        await talk.Say(Anna, "lost Weber price underneath attention");
        await talk.Say(Anna, "lost Nord AG attention");
        await talk.Say(Anna, "lost Ost KG we declined");
        await talk.Say(Anna, "part Sued OHG");
        foreach (var step in new[] { "promises", "material", "last talk", "thanks", "deletion on 31 December" }) await talk.Say(Anna, $"part done Sued OHG {step}");
        await talk.Until(week);
        var overview = CardText.Of(talk.Cards.Values.Last(card => CardText.Of(card).Contains("your week", StringComparison.Ordinal)));
        overview.Contains("Looking back at 2026", StringComparison.Ordinal).ShouldBe(looksBack);
        if (!looksBack) return;
        overview.ShouldContain("2 clients left us in 2026: 2 × too little attention.");
        overview.ShouldContain("One we declined ourselves, politely.");
        overview.ShouldContain("With one we parted well.");
        overview.ShouldContain("Of the 4 relationships that ended, half lasted longer than 5 years and 9 months.");
        CardText.Of(await talk.Say(Anna, "digest")).ShouldNotContain("Looking back");
    }

    internal static async Task<List<T>> Read<T>(Talk talk, Func<Core.Storage.Store, IQueryable<T>> rows)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await rows(store).ToListAsync(TestContext.Current.CancellationToken);
    }
}

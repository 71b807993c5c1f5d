using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Handovers;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Handovers;

/// <summary>Accounts that change hands, and those that are in nobody's. 1 March 2027 is a Monday.</summary>
public sealed class HandoverTests
{
    [Fact]
    public async Task An_account_is_handed_over_and_the_new_owner_introduces_themselves()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Complain(talk, "late again");
        var noted = await talk.Say(Anna, "handover Weber to @[U-BEN|Ben] deputy @[U-CLARA|Clara]");
        await talk.Say(Ben, "today", DirectOf(Ben));
        await talk.Until("2027-03-03T09:00");
        await talk.Submit(Ben, await talk.Press(Ben, talk.Cards.Values.SelectMany(ButtonsOf).Last(button => button.ActionId == "handover.introduced")), ("kind", "Call"), ("text", "said hello"));
        CardText.Of(talk.AsItReads(noted)).ShouldContain("✓ Ben has introduced themselves.");
        await talk.Say(Anna, "timeline Weber", DirectOf(Anna));
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Ein_Kunde_wird_uebergeben()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Clara, "team sprache Deutsch");
        await talk.Say(Anna, "übergabe Weber an @[U-CLARA|Clara]", DirectOf(Anna));
        await talk.Say(Clara, "kunde zeigen Weber");
        await talk.Until("2027-03-02T09:00");
        await talk.Until("2027-03-03T09:00");
        await talk.Say(Clara, "notiz Weber telefonat: vorgestellt");
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("handover Weber to @[U-CLARA|Clara]", "U-CLARA", "U-BEN")]
    [InlineData("hand over Weber to Ben", "U-BEN", "U-ANNA")] // the two change places
    [InlineData("handover Weber to @[U-BEN|Ben] deputy @[U-CLARA|Clara]", "U-BEN", "U-CLARA")]
    [InlineData("übergabe Weber an @[U-CLARA|Clara] vertretung @[U-ANNA|Anna]", "U-CLARA", "U-ANNA")]
    public async Task It_is_typed_in_either_language(string line, string owner, string deputy)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(line.StartsWith('ü') ? Clara : Anna, line);
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        var (account, members) = (await store.Accounts.SingleAsync(), await store.Members.ToDictionaryAsync(member => member.Id, member => member.PersonId));
        (members[account.OwnerId!.Value], members[account.DeputyId!.Value]).ShouldBe((owner, deputy));
        (await store.Handovers.SingleAsync()).ToId.ShouldBe(account.OwnerId.Value);
    }

    [Fact]
    public async Task It_is_made_by_form_and_taken_back()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var form = await talk.Say(Anna, "handover");
        var choice = form.Form!.Fields.Single(field => field.Name == "to").Choices.Single(choice => choice.Label == "Ben");
        var noted = await talk.Submit(Anna, form, ("account", form.Form.Fields[0].Choices[0].Value), ("to", choice.Value));
        noted.Card!.Headline.Plain.ShouldBe("Weber GmbH: Ben takes over from Anna.");
        await talk.Press(Anna, noted, "record.remove");
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        (await store.Handovers.CountAsync()).ShouldBe(0);
        var account = await store.Accounts.SingleAsync();
        (await store.Members.SingleAsync(member => member.Id == account.OwnerId)).Name.ShouldBe("Anna");
    }

    [Theory]
    [InlineData("handover Weber to @[U-ANNA|Anna]", "Anna already looks after Weber GmbH.")]
    [InlineData("handover Weber to @[U-BEN|Ben] deputy @[U-BEN|Ben]", "Ben takes over; someone else should be the deputy.")]
    public async Task What_does_not_fit_is_said(string line, string said)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        (await talk.Say(Anna, line)).Card!.Headline.Plain.ShouldBe(said);
    }

    [Theory]
    [InlineData(1, "Nobody looks after Acme yet", "Name an owner …")]
    [InlineData(3, "3 clients have nobody looking after them yet: Acme, Birch, Cedar", "Owner for Acme …")]
    public async Task Clients_in_nobodys_hands_stand_in_every_digest_until_somebody_looks_after_them(int count, string line, string button)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "team manager @[U-ANNA|Anna]");
        await Client.Change(talk, (store, team) =>
        {
            foreach (var name in new[] { "Acme", "Birch", "Cedar" }.Take(count))
                store.Accounts.Add(new Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = name, EnteredOn = new LocalDate(2027, 3, 1) });
        });
        var digest = await talk.Say(Anna, "digest");
        CardText.Of(digest).ShouldContain(line);
        CardText.Of(digest).ShouldNotContain("Nothing is pressing");
        ButtonsOf(digest.Card!).Select(button => button.Label).ShouldContain(button);
        foreach (var week in new[] { "2027-03-08T09:00", "2027-03-15T09:00" })
        {
            await talk.Until(week);
            talk.Cards.Values.ShouldContain(card => CardText.Of(card).Contains(line, StringComparison.Ordinal));
        }

        var form = await talk.Press(Anna, digest, "account.name-owner");
        form.Form!.Id.ShouldBe("account.owner");
        await talk.Submit(Anna, form, ("member", form.Form.Fields.Single(field => field.Name == "member").Choices[0].Value));
        CardText.Of(await talk.Say(Anna, "digest")).ShouldNotContain(line);
    }

    [Theory]
    [InlineData(1, "Um Acme kümmert sich noch niemand")]
    [InlineData(2, "2 Kunden haben noch niemanden, der sie betreut: Acme, Birch")]
    public async Task Ohne_Betreuung_stehen_sie_im_Ueberblick(int count, string line)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (store, team) =>
        {
            foreach (var name in new[] { "Acme", "Birch" }.Take(count))
                store.Accounts.Add(new Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = name, EnteredOn = new LocalDate(2027, 3, 1) });
        });
        CardText.Of(await talk.Say(Clara, "überblick", DirectOf(Clara))).ShouldContain(line);
    }
}

using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Directory;

public sealed class ContactCommandTests
{
    [Fact]
    public async Task Someone_is_entered_with_everything_in_one_line()
    {
        using var talk = await AccountCommandTests.Team("account add Weber GmbH");
        var reply = await talk.Say(Talk.Anna, "contact add Sabine Klein at Weber role Head of Marketing phone +49 221 5550123 email sabine@weber.example");
        reply.OnlyAsker.ShouldBeFalse();
        CardText.Of(reply).ShouldBe("""
              Sabine Klein, Weber GmbH
              Role: Head of Marketing
              Phone: +49 221 5550123
              Email: sabine@weber.example
              [Correct] [Remove]

            """);
        await talk.Press(Talk.Anna, reply, "record.remove");
        CardText.Of(await talk.Say(Talk.Anna, "contact show Sabine Klein")).ShouldContain("I don’t know “Sabine Klein” yet.");
    }

    [Fact]
    public async Task A_birthday_is_for_the_asker_alone()
    {
        using var talk = await AccountCommandTests.Team("account add Weber GmbH");
        var added = await talk.Say(Talk.Clara, "ansprechperson neu Sabine Klein bei Weber rolle Inhaberin geburtstag 12.3.1977");
        added.OnlyAsker.ShouldBeTrue();
        CardText.Of(added).ShouldContain("Geburtstag: 12. März 1977");
        var shown = await talk.Say(Talk.Clara, "ansprechperson zeigen Klein");
        shown.OnlyAsker.ShouldBeTrue();
        CardText.Of(shown).ShouldContain("Das siehst nur du.");
        CardText.Of(await talk.Say(Talk.Anna, "contact add Jo at Weber birthday 1 May 2031")).ShouldContain("That year is still ahead.");
    }

    [Fact]
    public async Task The_same_name_at_the_same_client_is_refused_and_elsewhere_welcome()
    {
        using var talk = await AccountCommandTests.Team("account add Weber GmbH", "account add Acme", "contact add Sabine Klein at Weber");
        CardText.Of(await talk.Say(Talk.Anna, "contact add sabine klein at Weber")).ShouldContain("Sabine Klein is already at Weber GmbH.");
        (await talk.Say(Talk.Anna, "contact add Sabine Klein at Acme")).Card!.Headline.Plain.ShouldBe("Sabine Klein, Acme");
    }

    [Fact]
    public async Task The_form_opens_without_anything_and_keeps_unfit_details_out()
    {
        using var talk = await AccountCommandTests.Team("account add Weber GmbH");
        var form = await talk.Say(Talk.Anna, "contact add");
        (await talk.Submit(Talk.Anna, form)).Errors.Keys.ShouldBe(["name", "account"]);
        CardText.Of(await talk.Submit(Talk.Anna, form, ("name", "Jo"), ("account", "Weber"), ("email", "nowhere"))).ShouldContain("doesn’t look like an email address");
        CardText.Of(await talk.Submit(Talk.Anna, form, ("name", "Jo"), ("account", "Weber"), ("phone", "later"))).ShouldContain("doesn’t look like a phone number");
        (await talk.Submit(Talk.Anna, form, ("name", "Jo"), ("account", "Weber"))).Card!.Headline.Plain.ShouldBe("Jo, Weber GmbH");
    }

    [Fact]
    public async Task Name_and_details_change_one_by_one()
    {
        using var talk = await AccountCommandTests.Team("account add Weber GmbH", "contact add Sabine Klein at Weber");
        (await talk.Say(Talk.Anna, "contact rename Sabine Klein to Sabine Kern")).Card!.Headline.Plain.ShouldBe("Sabine Klein (Weber GmbH) is now called Sabine Kern.");
        (await talk.Say(Talk.Clara, "ansprechperson rolle Sabine Kern Leitung Einkauf")).Card!.Headline.Plain.ShouldBe("Sabine Kern, Weber GmbH – Role: Leitung Einkauf");
        await talk.Say(Talk.Clara, "ansprechperson telefon Kern 0221 5550123");
        await talk.Say(Talk.Anna, "contact phone Kern tel:+49-221-5550123");
        CardText.Of(await talk.Say(Talk.Anna, "contact show 0221 5550123")).ShouldContain("Phone: +49-221-5550123\n");
        var mail = await talk.Say(Talk.Anna, "contact email Kern kern@weber.example");
        var shown = CardText.Of(await talk.Say(Talk.Anna, "contact show 0221 5550123"));
        shown.ShouldContain("Role: Leitung Einkauf");
        shown.ShouldContain("Email: kern@weber.example");
        await talk.Press(Talk.Anna, mail, "record.remove");
        CardText.Of(await talk.Say(Talk.Anna, "contact show Kern")).ShouldNotContain("Email");
    }

    [Fact]
    public async Task Two_entries_become_one_and_what_was_said_comes_along()
    {
        using var talk = await AccountCommandTests.Team(
            "account add Weber GmbH", "contact add Frau Klein at Weber role Marketing phone 0221 111111 birthday 12 March 1977", "contact add Sabine Klein at Weber phone 0221 222222");
        var (from, into) = (await Named(talk, "Frau Klein"), await Named(talk, "Sabine Klein"));
        await Refer(talk, from);
        var merged = await talk.Press(Talk.Anna, await talk.Say(Talk.Anna, "contact merge \"Frau Klein\" into \"Sabine Klein\""), "contact.merge");
        CardText.Of(merged).ShouldContain("Sabine Klein, Weber GmbH: Frau Klein is now part of this entry.");
        CardText.Of(merged).ShouldContain("This can’t be undone.");
        await using var store = talk.Stores.Open(new Scope(into.WorkspaceId, into.TeamId));
        var stays = await store.Contacts.SingleAsync(TestContext.Current.CancellationToken);
        (stays.Id, stays.Role, stays.Phone, stays.Birthday, stays.BirthYear).ShouldBe((into.Id, "Marketing", "0221 222222", new AnnualDate(3, 12), 1977));
        (await store.Interactions.SingleAsync(TestContext.Current.CancellationToken)).ContactId.ShouldBe(into.Id);
        (await store.Complaints.SingleAsync(TestContext.Current.CancellationToken)).ContactId.ShouldBe(into.Id);
        (await store.OccasionChoices.SingleAsync(TestContext.Current.CancellationToken)).Subject.ShouldBe(into.Id);
    }

    [Fact]
    public async Task Only_two_entries_of_one_client_can_be_merged()
    {
        using var talk = await AccountCommandTests.Team("account add Weber GmbH", "account add Acme", "contact add Sabine Klein at Weber", "contact add Peter Moos at Acme");
        CardText.Of(await talk.Say(Talk.Clara, "ansprechperson zusammenführen Sabine Klein mit Peter Moos")).ShouldContain("Die beiden gehören zu verschiedenen Kunden");
        CardText.Of(await talk.Say(Talk.Anna, "contact merge Sabine Klein into Sabine Klein")).ShouldContain("one and the same entry");
    }

    private static async Task<Contact> Named(Talk talk, string name)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Contacts.IgnoreQueryFilters().SingleAsync(contact => contact.Name == name, TestContext.Current.CancellationToken);
    }

    private static async Task Refer(Talk talk, Contact contact)
    {
        await using var store = talk.Stores.Open(new Scope(contact.WorkspaceId, contact.TeamId));
        var account = await store.Accounts.SingleAsync(TestContext.Current.CancellationToken);
        var member = account.OwnerId!.Value;
        var day = new LocalDate(2027, 2, 1);
        var team = await store.Teams.SingleAsync(TestContext.Current.CancellationToken);
        store.Interactions.Add(new Interaction { WorkspaceId = contact.WorkspaceId, TeamId = contact.TeamId, AccountId = account.Id, ContactId = contact.Id, Kind = InteractionKind.Call, On = day, RecordedAt = talk.Now, MemberId = member });
        store.Complaints.Add(Complaint.Open(account, contact.Id, new ComplaintAct(member, talk.Now, team.Settings.Calendar(), team.Settings, "late")));
        store.OccasionChoices.Add(new OccasionChoice { WorkspaceId = contact.WorkspaceId, TeamId = contact.TeamId, AccountId = account.Id, Subject = contact.Id, Year = 2027, Decision = OccasionDecision.Ring, MemberId = member, At = talk.Now });
        await store.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}

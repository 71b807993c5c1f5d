using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using NodaTime;

namespace AccountNudge.Bot.Tests.Conversation.Digests;

public sealed class ReportTests
{
    private const string Canary = "canary";

    [Fact]
    public async Task A_day_with_nothing_open_is_warm()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        (await talk.Say(Talk.Anna, "today")).ShouldSatisfyAllConditions(
            reply => reply.OnlyAsker.ShouldBeTrue(),
            reply => reply.Card!.Headline.Plain.ShouldBe("Nothing is waiting for you. A good moment to ring someone just because."));
        (await talk.Say(Talk.Clara, "heute")).Card!.Headline.Plain.ShouldBe("Auf dich wartet gerade nichts. Ein guter Moment, jemanden einfach so anzurufen.");
    }

    [Fact]
    public async Task Today_shows_what_is_owed_held_put_off_and_ahead()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "birthday Sabine Klein 5 March");
        var ahead = CardText.Of(await talk.Say(Talk.Anna, "today"));
        await Client.Complain(talk, "The delivery is late again");
        await talk.Until("2027-03-01T15:00");
        var owed = CardText.Of(await talk.Say(Talk.Anna, "today"));
        await Client.Change(talk, (store, team) => store.Snoozes.Add(new Snooze
        {
            WorkspaceId = team.WorkspaceId,
            TeamId = team.Id,
            AccountId = store.Accounts.Single().Id,
            Kind = ComplaintPractice.Kind,
            Subject = store.Complaints.Single().Id,
            At = talk.Now,
            Until = Sample.In(2027, 3, 2, 9),
            MemberId = store.Members.First().Id,
        }));
        var putOff = CardText.Of(await talk.Say(Talk.Ben, "heute"));
        Approved.Matches($"{ahead}\n{owed}\n{putOff}", "Today");
    }

    [Fact]
    public async Task A_birthday_is_not_in_the_day_of_someone_who_does_not_look_after_it()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Talk.Anna, "birthday Sabine Klein 5 March");
        await talk.Until("2027-03-01T12:00");
        CardText.Of(await talk.Say(Talk.Clara, "heute")).ShouldNotContain("Geburtstag");
    }

    [Fact]
    public async Task Quiet_accounts_come_furthest_past_their_rhythm_first_and_those_of_the_next_week_after()
    {
        using var talk = await Client.At("2027-01-01T10:00");
        await Client.Log(talk, InteractionKind.Call, new(2027, 1, 4), "Talked");
        await Client.Log(talk, InteractionKind.Newsletter, new(2027, 2, 20), "Sent");
        await talk.Until("2027-02-10T10:00");
        (await Client.Scope(talk)).ShouldNotBeNull();
        await Client.Change(talk, (store, team) => store.Accounts.Add(new Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = "Otto KG", EnteredOn = new(2027, 1, 13) }));
        var english = CardText.Of(await talk.Say(Talk.Anna, "quiet"));
        await talk.Until("2027-02-11T10:00");
        Approved.Matches(english + "\n" + CardText.Of(await talk.Say(Talk.Clara, "still", Talk.DirectOf(Talk.Clara))), "Quiet");
    }

    [Fact]
    public async Task The_report_says_first_what_needs_someone_then_figures()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Log(talk, InteractionKind.Visit, new(2027, 2, 26), "Talked");
        await Client.Complain(talk, "The delivery is late again");
        await Client.Change(talk, (store, team) => store.Accounts.Add(new Account { WorkspaceId = team.WorkspaceId, TeamId = team.Id, Name = "Otto KG", EnteredOn = new(2027, 1, 13) }));
        await talk.Until("2027-03-02T10:00");
        var english = CardText.Of(await talk.Say(Talk.Anna, "digest"));
        Approved.Matches(english + "\n" + CardText.Of(await talk.Say(Talk.Clara, "überblick", Talk.DirectOf(Talk.Clara))), "Digest");
    }

    [Fact]
    public async Task A_manager_gets_the_week_by_direct_message()
    {
        using var talk = await Client.At("2027-03-04T10:00");
        await Client.Complain(talk, "The delivery is late again");
        await Client.Change(talk, (store, team) =>
        {
            var clara = store.Members.Single(member => member.PersonId == Talk.Clara.Id);
            store.Memberships.Single(place => place.MemberId == clara.Id).IsManager = true;
            clara.WeekAt = Sample.In(2027, 3, 8, 9);
        });
        await talk.Until("2027-03-08T09:00");
        var week = talk.Posted.Single(post => post.Post.Kind == PostKind.Week);
        week.Address.ShouldBe(Talk.Clara.Id);
        Approved.Matches(CardText.Of(talk.Cards[week.Post.Key]), "Week");
    }

    [Fact]
    public async Task Nothing_personal_is_told_to_everyone()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (store, team) => store.Contacts.Single().Role = Canary + " role");
        await Client.Log(talk, InteractionKind.Call, new(2027, 2, 26), Canary + " words");
        await Client.Complain(talk, Canary + " complaint");
        await talk.Say(Talk.Anna, "birthday Sabine Klein 5 March 1977");
        foreach (var line in new[] { "today", "quiet", "digest", "brief Sabine Klein", "brief Weber", "since Weber 1 March 2021", "birthday Sabine Klein 6 March 1977" })
        {
            var reply = await talk.Say(Talk.Anna, line);
            if (!reply.OnlyAsker) CardText.Of(reply).ShouldSatisfyAllConditions(text => text.ShouldNotContain(Canary), text => text.ShouldNotContain("irthday"));
        }
    }

    [Fact]
    public void Weeks_are_counted_from_monday_to_sunday()
    {
        var today = new LocalDate(2027, 3, 10);
        var weeks = ComplaintDigest.PerWeek([new(2027, 3, 8), new(2027, 3, 7), new(2027, 3, 1)], [new(2027, 3, 10)], today, 6);
        weeks.Count.ShouldBe(6);
        weeks[^1].ShouldBe(new ComplaintWeek(new(2027, 3, 8), 1, 1));
        weeks[^2].ShouldBe(new ComplaintWeek(new(2027, 3, 1), 2, 0));
    }
}

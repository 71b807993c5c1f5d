using AccountNudge.Core.Accounts;
using AccountNudge.Core.Departures;
using AccountNudge.Core.Hooks;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Knowing;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What is kept about somebody who left goes on its day, by itself. They leave on Friday 6 March 2026, and it is kept for ten days.</summary>
public class ErasureTests
{
    private const string Name = "Sabine Klein";

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task It_goes_with_the_beginning_of_its_day(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await Leaves(simulation);
        await simulation.To(2026, 3, 15, 23, 59);
        await using (var store = simulation.Office.Store())
        {
            var still = await store.Contacts.SingleAsync();
            (still.Name, still.Phone, still.State, still.DeleteOn).ShouldBe((Name, "+49 30 1234", ContactState.Left, new LocalDate(2026, 3, 16)));
            (await store.Set<Hook>().CountAsync(), await store.Set<LastingNote>().CountAsync()).ShouldBe((1, 2));
        }

        for (var day = 16; day <= 18; day++)
        {
            await simulation.To(2026, 3, day, 0);
            await using var store = simulation.Office.Store();
            var erased = await store.Contacts.SingleAsync();
            (erased.Name, erased.Role, erased.Phone, erased.Email).ShouldBe(("a former contact", "", "", ""));
            (erased.Birthday, erased.BirthYear, erased.State, erased.DeleteOn).ShouldBe((null, null, ContactState.Erased, new LocalDate(2026, 3, 16)));
            (await store.Set<Hook>().CountAsync()).ShouldBe(0);
            (await store.Set<LastingNote>().SingleAsync()).Text.ShouldBe("They like short reports"); // the client's own
            (await store.OccasionChoices.CountAsync(), await store.Changes.CountAsync()).ShouldBe((0, 1));
            (await store.Departures.SingleAsync()).Text.ShouldBe("");
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_the_account_has_lived_through_stays_without_their_name(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await Leaves(simulation);
        await simulation.To(2026, 3, 16, 0);
        await using var store = simulation.Office.Store();
        var talk = await store.Interactions.SingleAsync();
        (talk.Text, talk.ContactId).ShouldBe(("a former contact was pleased", (await store.Contacts.SingleAsync()).Id));
        (await store.Set<Milestone>().SingleAsync()).Text.ShouldBe("Fair with a former contact");
        (await store.Interactions.Saying([new SoughtWord("sabine", [])]).CountAsync()).ShouldBe(0);
        (await store.Interactions.Saying([new SoughtWord("former", [])]).CountAsync()).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_practices_keep_goes_also_where_the_team_has_turned_them_off(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await Leaves(simulation);
        await using (var store = simulation.Office.Store())
        {
            var team = await store.Teams.SingleAsync();
            team.Settings = team.Settings with { PracticesOff = [DeparturePractice.Kind, BirthdayPractice.Kind] };
            await store.SaveChangesAsync();
        }

        await simulation.To(2026, 3, 16, 0);
        await using var after = simulation.Office.Store();
        ((await after.Departures.SingleAsync()).Text, await after.OccasionChoices.CountAsync()).ShouldBe(("", 0));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Who_is_back_in_time_keeps_everything(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await Leaves(simulation);
        await simulation.To(2026, 3, 15, 12);
        await using (var store = simulation.Office.Store())
        {
            (await store.Contacts.SingleAsync()).Return();
            await store.SaveChangesAsync();
        }

        await simulation.To(2026, 3, 17, 12);
        await using var after = simulation.Office.Store();
        (await after.Contacts.SingleAsync()).Name.ShouldBe(Name);
        (await after.Set<Hook>().CountAsync()).ShouldBe(1);
    }

    private static async Task Leaves(Simulation simulation)
    {
        var anna = await simulation.Office.Hire("Anna");
        var account = await simulation.Office.Win("Acme", anna);
        var (now, today) = (simulation.Database.Now, new LocalDate(2026, 3, 6));
        await using var store = simulation.Office.Store();
        var (workspace, team) = (account.WorkspaceId, account.TeamId);
        var contact = new Contact
        {
            WorkspaceId = workspace, TeamId = team, AccountId = account.Id, Name = Name, Role = "Buying", Phone = "+49 30 1234", Email = "s@acme.example", Birthday = new(12, 3), BirthYear = 1980,
        };
        var act = new DepartureAct(anna.Id, now, simulation.Office.Team.Settings.Calendar(), simulation.Office.Team.Settings with { KeepGoneDays = 10 });
        store.AddRange(
            contact,
            new Interaction { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, ContactId = contact.Id, Kind = InteractionKind.Call, On = today, RecordedAt = now, MemberId = anna.Id, Text = $"{Name} was pleased" },
            new Milestone { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, Text = $"Fair with {Name}", On = today, MemberId = anna.Id, NotedAt = now },
            new OccasionChoice { WorkspaceId = workspace, TeamId = team, AccountId = account.Id, Subject = contact.Id, Year = 2025, Decision = OccasionDecision.Done, MemberId = anna.Id, At = now },
            new Change { WorkspaceId = workspace, TeamId = team, MemberId = anna.Id, At = now, Command = "contact.add", Given = "{}", Rows = $$"""[{"Id":"{{contact.Id}}"}]""" },
            new Change { WorkspaceId = workspace, TeamId = team, MemberId = anna.Id, At = now, Command = "account.add", Given = "{}" },
            Hook.Note(account, contact.Id, "Sails in summer", today.PlusDays(60), new HookAct(anna.Id, now, today)),
            LastingNote.Wish(account, contact.Id, "Reports on Mondays", null, null, new NoteAct(anna.Id, now, today)),
            LastingNote.Wish(account, null, "They like short reports", null, null, new NoteAct(anna.Id, now, today)),
            Departure.Leave(contact, "to Globex", act));
        await store.SaveChangesAsync();
    }
}

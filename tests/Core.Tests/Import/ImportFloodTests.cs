using System.Globalization;
using System.Text;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Import;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Tests.Nudges;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AccountNudge.Core.Tests.Import;

/// <summary>The mornings of the fortnight after an import, and of the day on which everything would be quiet at once, by files of the shapes that programs export.</summary>
public class ImportFloodTests
{
    private static readonly LocalDate Today = new(2026, 3, 6);

    public static TheoryData<string, int> Files => new()
    {
        // Google Contacts: people, birthdays with and without their year, nothing of talks.
        { "google", 6 },
        // A list kept by hand: owners, rhythms and last talks long ago.
        { "list", 8 },
        // HubSpot: companies with their last contact.
        { "hubspot", 5 },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task No_morning_of_the_fortnight_after_brings_up_more_than_a_few(string shape, int most)
    {
        await using var simulation = await Simulation.Begin(DatabaseKind.Sqlite);
        var anna = await simulation.Office.Hire("Anna", isManager: true);
        await simulation.Office.Hire("Ben");
        var run = new ImportRun { WorkspaceId = simulation.Office.Workspace.Id, TeamId = simulation.Office.Team.Id, MemberId = anna.Id, FileName = shape, File = Encoding.UTF8.GetBytes(File(shape)), At = simulation.Database.Now };
        await using (var store = simulation.Office.Store())
        {
            store.Imports.Add(run);
            await store.SaveChangesAsync();
        }

        var runner = new ImportRunner(simulation.Database.Stores, simulation.Database.Clock, _ => Task.CompletedTask, NullLogger<ImportRunner>.Instance);
        await runner.Run(CancellationToken.None);
        await using (var store = simulation.Office.Store())
        {
            await store.Imports.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ImportState.Confirmed));
        }

        await runner.Run(CancellationToken.None);
        await using (var store = simulation.Office.Store())
        {
            (await store.Accounts.CountAsync()).ShouldBe(120, shape);
        }

        await simulation.To(2026, 3, 20, 18);
        var perMorning = await PerMorning(simulation);
        perMorning.Where(morning => morning.Count > most).ShouldBeEmpty(string.Join(", ", perMorning));
        await simulation.To(2026, 4, 8, 18);
        (await PerMorning(simulation)).Where(morning => morning.Count > most + FirstMornings.Most).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(400, 3)]
    [InlineData(1300, 20)]
    public void Everything_has_its_turn_within_a_quarter_and_three_at_most_where_that_is_enough(int clients, int most)
    {
        var calendar = new TeamSettings().Calendar();
        var all = Enumerable.Range(0, clients).Select(number => (Account: new PlannedAccount { Name = $"N{number}" }, OwnerId: clients == 400 ? new Guid(number % 4, 0, 0, new byte[8]) : (Guid?)null, QuietOn: Today.PlusDays((number % 40) - 20))).ToList();
        var days = new FirstMornings(calendar, Today).Give(all, []);

        var mornings = all.GroupBy(client => (client.OwnerId, Day: days[client.Account])).Select(morning => morning.Count()).ToList();
        mornings.Max().ShouldBeLessThanOrEqualTo(most);
        foreach (var (account, _, quietOn) in all)
        {
            calendar.IsWorkingDate(days[account]).ShouldBeTrue();
            days[account].ShouldBeGreaterThan(Today);
            days[account].ShouldBeGreaterThanOrEqualTo(quietOn);
            days[account].ShouldBeLessThanOrEqualTo(calendar.AddWorkingDates(Today, FirstMornings.WithinDays + 35));
        }
    }

    [Fact]
    public void Days_that_an_earlier_import_has_taken_are_not_given_again()
    {
        var day = new TeamSettings().Calendar().WorkingDateOnOrAfter(Today.PlusDays(1));
        var account = new PlannedAccount { Name = "N" };
        new FirstMornings(new TeamSettings().Calendar(), Today).Give([(account, null, Today)], Enumerable.Repeat(((Guid?)null, day), FirstMornings.Most))[account].ShouldBe(day.PlusDays(1));
    }

    private static async Task<List<(LocalDate Day, Guid? To, int Count)>> PerMorning(Simulation simulation)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        return [.. (await simulation.Nudges()).Where(nudge => nudge.PostedAt is not null).GroupBy(nudge => (Day: nudge.PostedAt!.Value.InZone(zone).Date, nudge.AddresseeId))
            .Select(morning => (morning.Key.Day, morning.Key.AddresseeId, morning.Count()))];
    }

    /// <summary>A hundred and twenty clients, seeded, so that it is the same file each time.</summary>
    private static string File(string shape)
    {
        var random = new Random(24);
        var file = new StringBuilder(shape switch
        {
            "google" => "First Name,Last Name,Organization Name,E-mail 1 - Value,Birthday\n",
            "list" => "Kunde;Stufe;Betreuung;Letzter Kontakt;Rhythmus;Ansprechperson;Geburtstag\n",
            _ => "Company name,Last Contacted,Lifecycle Stage\n",
        });
        for (var number = 0; number < 120; number++)
        {
            var (name, month, day) = ($"{(char)('A' + (number % 26))}{(char)('a' + (number % 23))}ver {number}", random.Next(1, 13), random.Next(1, 29));
            var ago = Today.PlusDays(-random.Next(1, 700));
            file.AppendLine(shape switch
            {
                "google" => string.Create(CultureInfo.InvariantCulture, $"Ada,Nr{number},{name},a{number}@x.example,{(number % 2 == 0 ? "-" : "1975")}-{month:00}-{day:00}"),
                "list" => string.Create(CultureInfo.InvariantCulture, $"{name};{"ABC"[number % 3]};{(number % 2 == 0 ? "Anna" : "Ben")};{ago.Day}.{ago.Month}.{ago.Year};{(number % 5 == 0 ? "monatlich" : "")};Ada Nr{number};{day}.{month}."),
                _ => string.Create(CultureInfo.InvariantCulture, $"{name},{ago:yyyy-MM-dd},customer"),
            });
        }

        return file.ToString();
    }
}

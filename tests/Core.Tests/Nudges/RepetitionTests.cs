using System.Collections.Concurrent;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Posting;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>
/// What becomes of a message when the connection was cut and the platform cannot tell whether it stands there. Platforms answer
/// by script, the last letter for ever: sending is (U)ncertain, (N)ot now or (D)elivered; looking says (?) unknown, (M)issing or
/// (F)ound. What was sent reads <c>-</c>, or <c>r</c> where it says that it may be repeated.
/// </summary>
public class RepetitionTests
{
    public enum What
    {
        Complaint,
        Quiet,
        Mixed,
        Birthday,
        Anniversary,
        Week,
        Unreachable,
    }

    private static readonly (What What, string Sending, string Looking, string Sent, bool IsUncertain)[] Table =
    [
        (What.Complaint, "U", "?", "-rrr", true),
        (What.Complaint, "UD", "?", "-r", false),
        (What.Complaint, "UNU", "?", "-rrrr", true), // What is refused for now was certainly not said.
        (What.Complaint, "U", "F", "-", false),
        (What.Complaint, "UUD", "?", "-rr", false),
        (What.Complaint, "U", "M?", "--rr", true),
        (What.Complaint, "UUNU", "?M?", "-r-rr", true), // Neither of the first two arrived: only the last may be doubles.
        (What.Quiet, "U", "?", "-rrr", true),
        (What.Mixed, "U", "?", "-rrr", true),
        (What.Week, "U", "?", "-rrr", true),
        (What.Unreachable, "U", "?", "-rrr", true),
        (What.Birthday, "U", "?", "-", true),
        (What.Birthday, "U", "F", "-", false),
        (What.Birthday, "UD", "M", "--", false),
        (What.Birthday, "U", "M?", "--", true),
        (What.Anniversary, "U", "?", "-", true),
    ];

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    public static TheoryData<DatabaseKind, What, string, string, string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<DatabaseKind, What, string, string, string, bool>();
            foreach (var kind in Database.Kinds)
                foreach (var row in Table)
                    cases.Add(kind, row.What, row.Sending, row.Looking, row.Sent, row.IsUncertain);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task What_we_owe_is_said_again_in_doubt_a_few_times_and_an_occasion_is_not(DatabaseKind kind, What what, string sending, string looking, string sent, bool isUncertain)
    {
        await using var simulation = await Simulation.Begin(kind);
        var postKind = await Prepare(simulation, what);
        var marks = Answer(simulation, sending, looking, post => post.Kind == postKind);

        await Insist(simulation);

        string.Concat(marks).ShouldBe(sent);
        var post = (await simulation.Posts()).Where(post => post.Kind == postKind).ShouldHaveSingleItem();
        (post.State, post.IsUncertain, string.IsNullOrEmpty(post.MessageId)).ShouldBe((PostState.Posted, isUncertain, isUncertain));
        (await simulation.Nudges()).Where(nudge => nudge.PostId == post.Id).ShouldAllBe(nudge => nudge.State == NudgeState.Posted);
        marks.Clear();
        await Insist(simulation);
        marks.ShouldBeEmpty("what is left open stays so");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_may_never_have_been_said_still_stands_in_the_owners_day(DatabaseKind kind)
    {
        foreach (var what in new[] { What.Complaint, What.Quiet, What.Birthday, What.Anniversary })
        {
            await using var simulation = await Simulation.Begin(kind);
            await Prepare(simulation, what);
            Answer(simulation, "U", "?", _ => true);
            await Insist(simulation);

            await using var store = simulation.Office.Store();
            var today = await store.TodayOf((await store.Members.SingleAsync(member => member.Name == "Anna")).Id, simulation.Database.Now, CancellationToken.None);
            (today.Owed.Count + today.Close.Count).ShouldBe(1, what.ToString());
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_home_is_not_reached_by_what_may_not_stand_there(DatabaseKind kind)
    {
        await using var simulation = await Simulation.Begin(kind);
        await Prepare(simulation, What.Complaint);
        await simulation.Office.Hire("Ben");
        simulation.Messenger.BeforePost = announcement => Task.FromResult<Delivery?>(announcement.IsDirect ? null : new Refused("is_archived", RefusalReason.Archived));
        await Insist(simulation);
        var marks = Answer(simulation, "U", "?", post => post.MemberId is null);
        simulation.SleepUntil(2026, 3, 9, 16);

        await Insist(simulation);

        string.Concat(marks).ShouldBe("-rrr");
        await using var store = simulation.Office.Store();
        (await store.Teams.SingleAsync()).UnreachableReason.ShouldBe(RefusalReason.Archived);
    }

    /// <summary>A message of this kind is due at once, the only one of its kind.</summary>
    private static async Task<PostKind> Prepare(Simulation simulation, What what)
    {
        var anna = await simulation.Office.Hire("Anna");
        switch (what)
        {
            case What.Complaint:
                await simulation.Office.Complain(await simulation.Office.Win("Acme", anna));
                return await Wait(new(2026, 3, 9, 12, 0), PostKind.Severe);
            case What.Unreachable:
                await simulation.Office.Complain(await simulation.Office.Win("Acme", anna));
                return await Wait(new(2026, 3, 9, 12, 0), PostKind.Unreachable);
            case What.Quiet:
                await simulation.Office.Win("Acme", anna);
                return await Wait(new(2026, 4, 6, 9, 0), PostKind.Morning);
            case What.Birthday:
                await Born(simulation, await simulation.Office.Win("Acme", anna), new(3, 18));
                return await Wait(new(2026, 3, 11, 9, 0), PostKind.Morning);
            case What.Anniversary:
                await Since(simulation, await simulation.Office.Win("Acme", anna), new(2020, 3, 10));
                return await Wait(new(2026, 3, 10, 9, 0), PostKind.Morning);
            case What.Mixed:
                await Since(simulation, await simulation.Office.Win("Weber", anna), new(2020, 3, 10));
                await simulation.Office.Change(await simulation.Office.Complain(await simulation.Office.Win("Acme", anna)), (row, act) => row.Acknowledge(act));
                return await Wait(new(2026, 3, 10, 9, 0), PostKind.Morning);
            default:
                await Manage(simulation, anna);
                return await Wait(new(2026, 3, 9, 9, 0), PostKind.Week);
        }

        async Task<PostKind> Wait(LocalDateTime until, PostKind kind)
        {
            await simulation.RunJobs();
            simulation.SleepUntil(until.Year, until.Month, until.Day, until.Hour);
            return kind;
        }
    }

    private static async Task Born(Simulation simulation, Account account, AnnualDate birthday)
    {
        await using var store = simulation.Office.Store();
        store.Contacts.Add(new() { WorkspaceId = account.WorkspaceId, TeamId = account.TeamId, AccountId = account.Id, Name = "Weber", Birthday = birthday });
        await store.SaveChangesAsync();
    }

    private static async Task Since(Simulation simulation, Account account, LocalDate since)
    {
        await using var store = simulation.Office.Store();
        (await store.Accounts.SingleAsync(row => row.Id == account.Id)).Since = since;
        await store.SaveChangesAsync();
    }

    private static async Task Manage(Simulation simulation, Member member)
    {
        await using var store = simulation.Office.Store();
        (await store.Memberships.SingleAsync()).IsManager = true;
        (await store.Members.SingleAsync(row => row.Id == member.Id)).WeekAt = Simulation.Berlin(2026, 3, 9, 9);
        await store.SaveChangesAsync();
    }

    /// <summary>Lets the platform answer by script for some posts, refuse the home of an unreachable team, and take all else; how each was sent.</summary>
    private static ConcurrentQueue<char> Answer(Simulation simulation, string sending, string looking, Func<Post, bool> isMeant)
    {
        var (marks, sends, looks) = (new ConcurrentQueue<char>(), 0, 0);
        simulation.Messenger.BeforePost = announcement =>
        {
            if (!isMeant(announcement.Post)) return Task.FromResult<Delivery?>(announcement.IsDirect ? null : new Refused("is_archived", RefusalReason.Archived));
            marks.Enqueue(announcement.MayBeRepeated ? 'r' : '-');
            return Task.FromResult<Delivery?>(sending[Math.Min(sends++, sending.Length - 1)] switch { 'U' => new Uncertain(), 'N' => new NotNow(), _ => null });
        };
        simulation.Messenger.BeforeFind = _ => looking[Math.Min(looks++, looking.Length - 1)] switch { '?' => new Unknown(), 'M' => new Missing(), _ => new Found("m0") };
        return marks;
    }

    /// <summary>Beats until nothing is under way, without waiting for leases to end.</summary>
    private static async Task Insist(Simulation simulation)
    {
        for (var beat = 0; beat < 10; beat++)
        {
            await simulation.RunJobs();
            if (await simulation.EndLeases() == 0) return;
        }
    }
}

using System.Text;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Installations;
using AccountNudge.Bot.Storage;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AccountNudge.Bot.Tests.Slack.Installations;

public class InstallationsTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_installed_workspace_is_found_and_its_tokens_lie_nowhere_in_clear(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Slack(rotating: true);
        await using var node = await SlackNode.Start(shared, slack);

        await node.Install(slack, "T1");

        var found = (await node.Find("T1")).ShouldNotBeNull();
        (found.BotUserId, found.BotId, found.EnterpriseId).ShouldBe(("U0BOTT1", "B0BOTT1", null));
        slack.Takes(found.Token).ShouldBeTrue();
        var row = (await node.Row("T1"))!;
        (row.InstalledBy, row.Scopes).ShouldBe(("U0INSTALLER", "chat:write,commands"));
        var stored = kind == DatabaseKind.Sqlite ? Bytes(shared.File) : $"{row.Token} {row.RefreshToken}";
        stored.ShouldContain(row.Token!);
        stored.ShouldNotContain(found.Token);
        stored.ShouldNotContain("xoxe-1-");
        node.Logged.ShouldNotContain("xox");
        found.ToString().ShouldNotContain("xox");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Another_key_ring_or_another_row_does_not_open_a_token(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Slack();
        await using var node = await SlackNode.Start(shared, slack);
        await node.Install(slack, "T1");
        var sealedToken = (await node.Row("T1"))!.Token;

        var other = new InstallationStore(node.Get<IDbContextFactory<ChatStore>>(), new EphemeralDataProtectionProvider(NullLoggerFactory.Instance), node.Get<ILogger<InstallationStore>>());

        other.Open("T1", sealedToken).ShouldBeNull();
        node.Logged.ShouldContain("Error: The stored Slack token of T1 cannot be read with this key ring: the app must be installed there again");
        node.Get<InstallationStore>().Open("T2", sealedToken).ShouldBeNull();
        node.Get<InstallationStore>().Open("T1", sealedToken).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Uninstalling_stops_everything_at_once_and_installing_again_resumes_it(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Slack();
        await using var node = await SlackNode.Start(shared, slack);
        await using var other = await SlackNode.Start(shared, slack);
        await node.Install(slack, "T1");
        await Speak(node, "T1");
        (await other.Find("T1")).ShouldNotBeNull();

        await node.End("T1");

        (await node.Find("T1")).ShouldBeNull();
        (await node.Installations.Workspaces(CancellationToken.None)).ShouldBeEmpty();
        shared.Time.Shift += TimeSpan.FromSeconds(31);
        (await other.Find("T1")).ShouldBeNull();
        var row = (await node.Row("T1"))!;
        (row.Token, row.RefreshToken, row.EndedAt is null).ShouldBe((null, null, false));
        (await EndOf(node, "T1")).ShouldNotBeNull();

        await node.Install(slack, "T1");

        (await node.Find("T1")).ShouldNotBeNull();
        (await EndOf(node, "T1")).ShouldBeNull();
        (await node.Installations.Workspaces(CancellationToken.None)).ShouldBe(["T1"]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Installing_twice_replaces_and_an_end_from_before_means_the_earlier_one(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Slack();
        await using var node = await SlackNode.Start(shared, slack);
        await node.Install(slack, "T1");
        var first = (await node.Find("T1"))!.Token;
        var between = Instant.FromDateTimeOffset(shared.Time.GetUtcNow());
        shared.Time.Shift += TimeSpan.FromMinutes(1);

        await node.Install(slack, "T1");
        await node.Installations.End("T1", between, CancellationToken.None);

        var second = (await node.Find("T1")).ShouldNotBeNull().Token;
        second.ShouldNotBe(first);
        await node.Installations.End("T2", between, CancellationToken.None);
        (await node.Find("T2")).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_organisations_installation_covers_its_workspaces_once_they_are_known(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Slack();
        slack.AddWorkspace("T7", enterpriseId: "E1");
        slack.AddWorkspace("T8", enterpriseId: "E1");
        await using var node = await SlackNode.Start(shared, slack);
        await node.Install(slack, "T7", orgWide: true);

        (await node.Find("T7")).ShouldBeNull();
        node.Installations.Learn("T7", "E1");
        node.Installations.Learn("T8", "E1");
        var found = (await node.Find("T7")).ShouldNotBeNull();
        (found.WorkspaceId, found.EnterpriseId, found.BotUserId).ShouldBe(("T7", "E1", "U0BOTE1"));
        (await node.Find("T8"))!.Token.ShouldBe(found.Token);
        (await node.Installations.Workspaces(CancellationToken.None)).ShouldBe(["T7", "T8"]);

        await using (var restarted = await SlackNode.Start(shared, slack)) (await restarted.Find("T8")).ShouldNotBeNull();
        await node.Install(slack, "T8");
        (await node.Find("T8"))!.Token.ShouldNotBe(found.Token);
        await Speak(node, "T7");
        await node.End("T7");
        (await node.Find("T7")).ShouldBeNull();
        (await EndOf(node, "T7")).ShouldNotBeNull();
        (await node.Find("T8")).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_call_that_Slack_refuses_for_good_ends_the_installation(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Slack();
        await using var node = await SlackNode.Start(shared, slack);
        await node.Install(slack, "T1");
        slack.Revoke("T1");
        shared.Time.Shift += TimeSpan.FromSeconds(2);

        await node.Api.Call("T1", "auth.test", [], CancellationToken.None);

        (await node.Row("T1"))!.EndedAt.ShouldNotBeNull();
        (await node.Find("T1")).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_token_that_was_replaced_does_not_end_what_replaced_it(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Slack();
        await using var node = await SlackNode.Start(shared, slack);
        await using var other = await SlackNode.Start(shared, slack);
        await node.Install(slack, "T1");
        await Speak(node, "T1");
        var old = (await other.Find("T1"))!.Token;
        slack.Revoke("T1");
        await node.Install(slack, "T1");

        (await other.Api.Call("T1", "auth.test", [], CancellationToken.None)).ShouldBeOfType<CallResult.Later>();

        (await other.Find("T1"))!.Token.ShouldNotBe(old);
        (await other.Api.Call("T1", "auth.test", [], CancellationToken.None)).ShouldBeOfType<SlackDone>();
        (await node.Row("T1"))!.EndedAt.ShouldBeNull();
        (await EndOf(node, "T1")).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_workspace_whose_own_token_dies_goes_on_with_its_organisations(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Organisation();
        await using var node = await SlackNode.Start(shared, slack);
        await node.Install(slack, "T8");
        await node.Install(slack, "T7", orgWide: true);
        await Speak(node, "T8");
        var own = (await node.Find("T8"))!.Token;
        node.Installations.Learn("T8", "E1");
        await node.Api.CallWith(own, "auth.revoke", [], CancellationToken.None);

        (await node.Api.Call("T8", "auth.test", [], CancellationToken.None)).ShouldBeOfType<CallResult.Later>();

        (await node.Row("T8"))!.EndedAt.ShouldNotBeNull();
        (await EndOf(node, "T8")).ShouldBeNull();
        (await node.Api.Call("T8", "auth.test", [], CancellationToken.None)).ShouldBeOfType<SlackDone>();
        (await node.Find("T8"))!.Token.ShouldNotBe(own);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_workspace_with_its_own_installation_survives_the_end_of_its_organisations(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Organisation();
        await using var node = await SlackNode.Start(shared, slack);
        await Cover(node, slack);
        await node.Install(slack, "T8");

        await node.End("E1");

        ((await EndOf(node, "T7")) is null, (await EndOf(node, "T8")) is null).ShouldBe((false, true));
        (await node.Installations.Workspaces(CancellationToken.None)).ShouldBe(["T8"]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_workspace_that_was_ended_half_way_goes_on_when_its_installation_is_used(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Slack();
        await using var node = await SlackNode.Start(shared, slack);
        await node.Install(slack, "T1");
        await Speak(node, "T1");
        await node.Get<Stores>().EndWorkspace(SlackSettings.Platform, "T1", SystemClock.Instance.GetCurrentInstant(), CancellationToken.None);

        (await node.Find("T1")).ShouldNotBeNull();

        (await EndOf(node, "T1")).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_organisation_takes_the_app_out_of_one_workspace_and_the_others_stay(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Organisation();
        await using var node = await SlackNode.Start(shared, slack);
        await using var other = await SlackNode.Start(shared, slack);
        await Cover(node, slack);
        other.Installations.Learn("T7", "E1");
        (await other.Find("T7")).ShouldNotBeNull();
        var installed = (await node.Row("E1"))!.InstalledAt;

        foreach (var unknown in new[] { "", "T99", "E1" }) await node.Installations.Leave(unknown, installed + Duration.FromMinutes(1), CancellationToken.None);
        await node.Installations.End("", installed + Duration.FromMinutes(1), CancellationToken.None);
        await node.Installations.Leave("T7", installed - Duration.FromMinutes(1), CancellationToken.None);
        (await node.Installations.Workspaces(CancellationToken.None)).ShouldBe(["T7", "T8"]);
        await node.Installations.Leave("T7", installed + Duration.FromMinutes(1), CancellationToken.None);

        shared.Time.Shift += TimeSpan.FromSeconds(31);
        ((await node.Find("T7")) is null, (await other.Find("T7")) is null, (await node.Find("T8")) is null).ShouldBe((true, true, false));
        ((await EndOf(node, "T7")) is null, (await EndOf(node, "T8")) is null).ShouldBe((false, true));
        (await node.Row("E1"))!.EndedAt.ShouldBeNull();
        (await node.Installations.Workspaces(CancellationToken.None)).ShouldBe(["T8"]);

        node.Installations.Learn("T7", "E1");
        (await node.Find("T7")).ShouldNotBeNull("it was let in again");
        (await EndOf(node, "T7")).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_month_after_its_end_nothing_is_left_of_an_installation(DatabaseKind kind)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Organisation();
        await using var node = await SlackNode.Start(shared, slack);
        await Cover(node, slack);
        await node.Install(slack, "T1");
        await node.End("E1");
        var table = node.Get<InstallationStore>();
        shared.Time.Shift += TimeSpan.FromDays(29);
        await node.Installations.Tidy(CancellationToken.None);
        (await table.WorkspacesOf("E1", CancellationToken.None)).Order().ShouldBe(["T7", "T8"]);

        shared.Time.Shift += TimeSpan.FromDays(2);
        await node.Installations.Tidy(CancellationToken.None);

        (await node.Row("E1")).ShouldBeNull();
        (await table.WorkspacesOf("E1", CancellationToken.None)).ShouldBeEmpty();
        (await node.Row("T1")).ShouldNotBeNull();
    }

    private static async Task<FakeSlack> Organisation()
    {
        var slack = await Slack();
        slack.AddWorkspace("T7", enterpriseId: "E1");
        slack.AddWorkspace("T8", enterpriseId: "E1");
        return slack;
    }

    /// <summary>Two workspaces speak, and their organisation has the app.</summary>
    private static async Task Cover(SlackNode node, FakeSlack slack)
    {
        await node.Install(slack, "T7", orgWide: true);
        foreach (var team in new[] { "T7", "T8" })
        {
            await Speak(node, team);
            node.Installations.Learn(team, "E1");
            (await node.Find(team)).ShouldNotBeNull();
        }
    }

    private static async Task<FakeSlack> Slack(bool rotating = false)
    {
        var slack = await FakeSlack.Start();
        slack.AddWorkspace("T1", name: "Rheinblick");
        slack.TokenLife = rotating ? TimeSpan.FromHours(12) : null;
        return slack;
    }

    private static async Task Speak(SlackNode node, string team)
    {
        await using var store = node.Get<Stores>().Open(Scope.Nothing);
        store.Workspaces.Add(new Workspace { Platform = SlackSettings.Platform, ExternalId = team });
        await store.SaveChangesAsync();
    }

    private static async Task<Instant?> EndOf(SlackNode node, string team)
    {
        await using var store = node.Get<Stores>().Open(Scope.Nothing);
        return (await store.Workspaces.AsNoTracking().SingleAsync(workspace => workspace.ExternalId == team)).EndedAt;
    }

    private static string Bytes(string file)
    {
        var all = new StringBuilder();
        foreach (var part in Directory.GetFiles(Path.GetDirectoryName(file)!)) all.Append(Encoding.Latin1.GetString(Read(part)));
        return all.ToString();
    }

    private static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

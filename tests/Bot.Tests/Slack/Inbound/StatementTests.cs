using AccountNudge.Testing;
using AccountNudge.Testing.Slack;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

/// <summary>What one thing that somebody does costs PostgreSQL, from its delivery until nothing is left to do: every statement counts, BEGIN and COMMIT too.</summary>
[LongTests]
public sealed class StatementTests
{
    /// <summary>Before it counts: statements are prepared, and what is known of people and channels is remembered.</summary>
    private const int Before = 8;

    private const int Counted = 10;

    private static readonly string[] Looks =
    [
        "UPDATE slack_inbox SET \"LeaseUntil\"", "UPDATE posts SET \"LeaseUntil\" = date_trunc", "SELECT t.\"WorkspaceId\", t.\"Id\" AS \"TeamId\"",
        "SELECT m.\"WorkspaceId\", m.\"Id\"", "SELECT DISTINCT n.\"WorkspaceId\", n.\"TeamId\"", "SELECT i.\"Id\", i.\"TeamId\", i.\"ClaimCount\", i.\"LeaseUntil\"",
    ];

    [Fact]
    public async Task A_note_costs_at_most_sixteen_statements_until_its_reply_and_two_after_it()
    {
        await using var host = await SlackHost.Run(DatabaseKind.Postgres);
        await Say(host, "account add Acme", "contact add Sabine Klein at Acme");
        await Costs(host, number => Say(host, $"log Acme call with Sabine Klein: sample {number}"), statements: 16, transactions: 3, afterReply: 2);
    }

    [Fact]
    public async Task A_brief_costs_at_most_ten_statements_until_its_reply_and_one_after_it()
    {
        await using var host = await SlackHost.Run(DatabaseKind.Postgres);
        await Say(host, "account add Acme", "contact add Sabine Klein at Acme", "log Acme: sent a sample");
        await Costs(host, _ => Say(host, "brief Acme"), statements: 10, transactions: 3, afterReply: 1);
    }

    [Fact]
    public async Task A_button_costs_at_most_twenty_seven_statements_with_the_renewal_of_its_card()
    {
        await using var host = await SlackHost.Run(DatabaseKind.Postgres);
        await Say(host, "account add Acme");
        for (var number = 0; number < Before + Counted; number++) await Say(host, $"complaint Acme: late again {number}.");
        var cards = host.Slack.Messages.Where(message => message.BotId is not null && message.Text.Contains("Acme", StringComparison.Ordinal)).TakeLast(Before + Counted).ToList();
        await Costs(host, number => Press(host, cards[number]), statements: 27, transactions: 4, afterReply: 0);
    }

    private static async Task Say(SlackHost host, params string[] lines)
    {
        foreach (var line in lines)
        {
            await host.Deliver(host.Slack.Slash(SlackHost.Anna, SlackHost.Clients, line));
            await host.Settles();
        }
    }

    private static async Task Press(SlackHost host, FakeMessage card)
    {
        await host.Deliver(host.Slack.Click(card, "complaint.acknowledge", SlackHost.Anna));
        await host.Settles();
    }

    private static async Task Costs(SlackHost host, Func<int, Task> act, int statements, int transactions, int afterReply)
    {
        for (var number = 0; number < Before; number++) await act(number);
        await host.Database.CountStatements();
        for (var number = Before; number < Before + Counted; number++) await act(number);
        var asked = (await host.Database.Statements()).Where(statement => !IsLook(statement.Text) && !IsInstallation(statement.Text) && !IsOfTest(statement.Text)).ToList();
        var table = string.Join('\n', asked.Select(statement => FormattableString.Invariant($"{statement.Calls / (double)Counted:0.0}  {statement.Text.ReplaceLineEndings(" ")[..Math.Min(150, statement.Text.Length)]}")));
        TestContext.Current.TestOutputHelper!.WriteLine(table);
        (asked.Sum(statement => statement.Calls) / (double)Counted).ShouldBeLessThanOrEqualTo(statements + afterReply, table);
        if (afterReply > 0) asked.Where(statement => IsAfterReply(statement.Text)).Sum(statement => statement.Calls).ShouldBe(afterReply * Counted, table);
        (asked.Where(statement => IsTransaction(statement.Text)).Sum(statement => statement.Calls) / (double)Counted).ShouldBeLessThanOrEqualTo(transactions, table);
    }

    /// <summary>
    /// What arrives and what other nodes heard is asked outside of the turn's transaction. So is the end of the row, but only when the
    /// reply is sent.
    /// </summary>
    private static bool IsTransaction(string sql) =>
        sql.StartsWith("BEGIN", StringComparison.Ordinal) || sql.StartsWith("INSERT INTO slack_inbox", StringComparison.Ordinal) || sql.Contains("FROM slack_sharing_news", StringComparison.Ordinal);

    /// <summary>How often a waiting worker looks for something to do, or to post, is a matter of time, not of what is done.</summary>
    private static bool IsLook(string sql) =>
        Looks.Any(look => sql.StartsWith(look, StringComparison.Ordinal)) || (sql.StartsWith("SELECT EXISTS", StringComparison.Ordinal) && sql.Contains("\"TryHomeAgainAt\" <=", StringComparison.Ordinal));

    /// <summary>An installation that was read a while ago is read anew, whoever acts, and its workspace goes on if it had ended.</summary>
    private static bool IsInstallation(string sql) => sql.StartsWith("SELECT s.\"OwnerId\", s.\"BotId\"", StringComparison.Ordinal) || sql.ReplaceLineEndings(" ").StartsWith("UPDATE workspaces AS w SET \"EndedAt\"", StringComparison.Ordinal);

    /// <summary>The end of the row, and where a live card stands.</summary>
    private static bool IsAfterReply(string sql) =>
        (sql.StartsWith("UPDATE slack_inbox AS s", StringComparison.Ordinal) && !sql.Contains("\"Attempts\"", StringComparison.Ordinal))
        || (sql.StartsWith("UPDATE posts", StringComparison.Ordinal) && sql.Contains("\"MessageId\"", StringComparison.Ordinal));

    /// <summary>What this test asks to see when all is done.</summary>
    private static bool IsOfTest(string sql) => sql.StartsWith("SELECT s.\"Sequence\"", StringComparison.Ordinal) && sql.EndsWith("ORDER BY s.\"Sequence\"", StringComparison.Ordinal);
}

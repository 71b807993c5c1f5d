using AccountNudge.Testing;
using AccountNudge.Testing.Slack;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

/// <summary>What one thing that somebody does costs PostgreSQL, from its delivery until nothing is left to do: every statement counts, BEGIN and COMMIT too.</summary>
public sealed class StatementTests
{
    /// <summary>Before it counts: statements are prepared, and what is known of people and channels is remembered.</summary>
    private const int Before = 8;

    private const int Counted = 10;

    [Fact]
    public async Task A_note_costs_at_most_fifteen_statements_in_three_transactions()
    {
        await using var host = await SlackHost.Run(DatabaseKind.Postgres);
        await Say(host, "account add Acme", "contact add Sabine Klein at Acme");
        await Costs(host, number => Say(host, $"log Acme call with Sabine Klein: sample {number}"), statements: 15, transactions: 3);
    }

    [Fact]
    public async Task A_brief_costs_at_most_twelve_statements_in_three_transactions()
    {
        await using var host = await SlackHost.Run(DatabaseKind.Postgres);
        await Say(host, "account add Acme", "contact add Sabine Klein at Acme", "log Acme: sent a sample");
        await Costs(host, _ => Say(host, "brief Acme"), statements: 12, transactions: 3);
    }

    [Fact]
    public async Task A_button_costs_at_most_twenty_statements_in_three_transactions()
    {
        await using var host = await SlackHost.Run(DatabaseKind.Postgres);
        await Say(host, "account add Acme");
        for (var number = 0; number < Before + Counted; number++) await Say(host, $"complaint Acme: late again {number}.");
        var cards = host.Slack.Messages.Where(message => message.BotId is not null && message.Text.Contains("Acme", StringComparison.Ordinal)).TakeLast(Before + Counted).ToList();
        await Costs(host, number => Press(host, cards[number]), statements: 20, transactions: 3);
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

    private static async Task Costs(SlackHost host, Func<int, Task> act, int statements, int transactions)
    {
        for (var number = 0; number < Before; number++) await act(number);
        await host.Database.CountStatements();
        for (var number = Before; number < Before + Counted; number++) await act(number);
        var asked = (await host.Database.Statements()).Where(statement => !IsLook(statement.Text) && !IsOfTest(statement.Text)).ToList();
        var table = string.Join('\n', asked.Select(statement => FormattableString.Invariant($"{statement.Calls / (double)Counted:0.0}  {statement.Text.ReplaceLineEndings(" ")[..Math.Min(150, statement.Text.Length)]}")));
        TestContext.Current.TestOutputHelper!.WriteLine(table);
        (asked.Sum(statement => statement.Calls) / (double)Counted).ShouldBeLessThanOrEqualTo(statements, table);
        (asked.Where(statement => IsTransaction(statement.Text)).Sum(statement => statement.Calls) / (double)Counted).ShouldBeLessThanOrEqualTo(transactions, table);
    }

    /// <summary>
    /// What arrives and what other nodes heard is asked outside of the turn's transaction. So is the end of the row, but only when the
    /// reply is sent.
    /// </summary>
    private static bool IsTransaction(string sql) =>
        sql.StartsWith("BEGIN", StringComparison.Ordinal) || sql.StartsWith("INSERT INTO slack_inbox", StringComparison.Ordinal) || sql.Contains("FROM slack_sharing_news", StringComparison.Ordinal);

    /// <summary>How often a waiting worker looks is a matter of time, not of what is done.</summary>
    private static bool IsLook(string sql) => sql.StartsWith("UPDATE slack_inbox SET \"LeaseUntil\"", StringComparison.Ordinal);

    /// <summary>What this test asks to see when all is done.</summary>
    private static bool IsOfTest(string sql) => sql.StartsWith("SELECT s.\"Sequence\"", StringComparison.Ordinal) && sql.EndsWith("ORDER BY s.\"Sequence\"", StringComparison.Ordinal);
}

using AccountNudge.Bot.Conversation.Knowing;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Balances;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Balances;

/// <summary>What is said to whoever notes or plans the third ask in a row.</summary>
internal sealed class BalanceView : UnspokenView, IPracticeView
{
    private static readonly string[] English = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private static readonly string[] German = ["dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte"];

    public override string Kind => BalancePractice.Kind;

    public override Text Noun { get; } = new($"give and ask", $"Geben und Bitten");

    public async Task<Text?> Aside(TurnContext turn, Touch touch, AccountFacts facts, CancellationToken cancellation)
    {
        if (touch is not { Balance: Balance.Ask, Direction: Direction.We }) return null;
        var asked = await turn.Store.AsksInARow(facts.Account.Id, touch.On, cancellation);
        if (asked.Asks + 1 < BalancePractice.Many) return null;
        var (row, last) = (InARow(asked.Asks + 1, touch.IsPlanned), LastGive(asked.LastGive, turn.ForAsker()));
        return new($"{row} {last}", $"{row} {last}");
    }

    private static Text InARow(int asks, bool isPlanned)
    {
        var at = asks - BalancePractice.Many;
        var (english, german) = at < English.Length ? (English[at], German[at]) : ($"{asks}th", $"{asks}.");
        return isPlanned
            ? new($"That would be the {english} ask in a row.", $"Das wäre die {german} Bitte in Folge.")
            : new($"That’s the {english} ask in a row.", $"Das ist die {german} Bitte in Folge.");
    }

    private static Text LastGive(LocalDate? day, RenderContext context)
    {
        if (day is not { } on) return new($"No give is noted yet.", $"Gegeben ist noch nichts notiert.");
        return on.Year == context.Today.Year ? new($"Last give: {on:MMMM}.", $"Zuletzt gegeben: {on:MMMM}.") : new($"Last give: {on:MMMM uuuu}.", $"Zuletzt gegeben: {on:MMMM uuuu}.");
    }
}

using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>Something between us and a client that the speaker notes or plans.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">How, where that was said.</param>
/// <param name="Direction">Who begins it.</param>
/// <param name="IsPlanned">It is still to come.</param>
/// <param name="Balance">Whether we give or ask.</param>
internal sealed record Touch(LocalDate On, InteractionKind? Kind, Direction Direction = Direction.We, bool IsPlanned = false, Balance Balance = Balance.Neutral)
{
    /// <summary>What was noted.</summary>
    public static Touch Of(Interaction noted) => new(noted.On, noted.Kind, noted.Direction, Balance: noted.Balance);
}

/// <summary>What is said beside a card to whoever noted or planned something, and to nobody else.</summary>
internal static class Asides
{
    /// <summary>What the practices have to say; null for nothing.</summary>
    public static async Task<RichText?> Of(TurnContext turn, Touch touch, AccountFacts facts, CancellationToken cancellation)
    {
        var said = new List<Text>();
        foreach (var view in PracticeViews.All)
        {
            if (await view.Aside(turn, touch, facts, cancellation) is { } aside) said.Add(aside);
        }

        return said.Count == 0 ? null : Wording.Beside(turn.OwnVoice, said);
    }
}

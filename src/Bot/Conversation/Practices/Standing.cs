using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>How a relationship stands, in lists, briefs and on a client's entry.</summary>
internal static class Standing
{
    public static readonly Text Label = new($"Relationship", $"Beziehung");

    private static readonly Text AtRisk = new($"at risk", $"gefährdet");

    /// <summary>Such as <c>lost since 3 May</c>; null while there is nothing to say of it. A pause is told by itself.</summary>
    public static Text? Of(AccountFacts facts, RenderContext context)
    {
        var risk = facts.Account.IsWithUs && facts.IsAtRisk ? AtRisk : null;
        if (facts.Account is not { State: not AccountState.Active, StateSince: { } since }) return risk;
        var day = Wording.Date(since, context);
        return facts.Account.State switch
        {
            AccountState.Parting => new($"parting since {day}", $"Trennung läuft seit {day}"),
            AccountState.Parted => new($"parted on {day}", $"getrennt am {day}"),
            AccountState.Lost => new($"lost on {day}", $"verloren am {day}"),
            _ when risk is not null => new($"back since {day}, {risk}", $"wieder da seit {day}, {risk}"),
            _ => new($"back since {day}", $"wieder da seit {day}"),
        };
    }
}

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>What a button does.</summary>
public abstract class ButtonAction
{
    /// <summary>Stable, named after what it does, such as <c>complaint.acknowledge</c>.</summary>
    public abstract string Id { get; }

    /// <summary>It only opens a form or shows something, so it may be pressed again.</summary>
    public virtual bool OnlyOpens => false;

    /// <summary>For an action of which only some buttons open a form.</summary>
    public virtual bool Opens(ButtonValue value) => OnlyOpens;

    /// <summary>
    /// Does it. The value comes from outside: whatever it names is looked up within the speaker's own teams,
    /// and a foreign id is answered exactly like a missing one.
    /// </summary>
    public abstract Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation);
}

/// <summary>What a button is about.</summary>
/// <param name="Subject">The row it is about.</param>
/// <param name="Token">Its own; a second press of the same button acts no second time.</param>
/// <param name="Extra">Anything else the action needs, such as an instant.</param>
public readonly record struct ButtonValue(Guid Subject, Guid Token, string Extra = "")
{
    /// <summary>A new button about a row.</summary>
    public static ButtonValue For(Guid subject, string extra = "") => new(subject, Guid.NewGuid(), extra);

    public static bool TryParse(string value, out ButtonValue parsed)
    {
        ArgumentNullException.ThrowIfNull(value);
        var parts = value.Split('.', 3);
        var ok = Guid.TryParseExact(parts[0], "N", out var subject) & Guid.TryParseExact(parts.ElementAtOrDefault(1), "N", out var token);
        parsed = new(subject, token, parts.ElementAtOrDefault(2) ?? "");
        return ok;
    }

    public override string ToString() => $"{Subject:N}.{Token:N}.{Extra}";
}

using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Help;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Conversation;

/// <summary>The words a command begins with; several spellings are separated by a bar, words by a space.</summary>
/// <param name="English">Such as <c>ack</c> or <c>account add</c>.</param>
/// <param name="German">Such as <c>eingang</c> or <c>kunde neu</c>.</param>
public sealed record Phrase(string English, string German);

/// <summary>
/// One thing people can ask for. What it takes is declared once, as slots: the reader of typed lines, the form,
/// and the help text all come from them.
/// </summary>
public abstract class Command
{
    /// <summary>Stable; also the id of its form.</summary>
    public abstract string Id { get; }

    public abstract Phrase Phrase { get; }

    /// <summary>What it does, in one short line for the help.</summary>
    public abstract Text Does { get; }

    /// <summary>A whole line to copy, in both languages.</summary>
    public abstract Text Example { get; }

    /// <summary>What its form is called, as a noun or in the infinitive, in at most 24 characters; null for a command that takes nothing.</summary>
    public virtual Text? Title => null;

    /// <summary>Under which heading the help lists it.</summary>
    public virtual CommandGroup Group => CommandGroups.Of(GetType());

    /// <summary>What it takes, in the order of the form.</summary>
    public virtual IReadOnlyList<Slot> Slots => [];

    /// <summary>Without any argument it runs at once instead of opening its form.</summary>
    public virtual bool RunsBare => !Slots.Any(slot => slot.Required);

    /// <summary>It takes so much that nobody types it: its words alone open the form.</summary>
    public virtual bool OnlyForm => false;

    /// <summary>Someone who has no team yet gets no answer but how to begin.</summary>
    public virtual bool NeedsTeam => true;

    /// <summary>Someone without a team who says this makes the channel (or their direct message) a team's home.</summary>
    public virtual bool FoundsTeam => false;

    /// <summary>When it is taken back, the card in its place says who did so: nothing of it may vanish silently.</summary>
    public virtual bool LeavesTrace => false;

    public abstract Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation);
}

/// <summary>What a button does.</summary>
public abstract class ButtonAction
{
    /// <summary>Stable, named after what it does, such as <c>complaint.acknowledge</c>.</summary>
    public abstract string Id { get; }

    /// <summary>It only opens a form, so it may be pressed again.</summary>
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

using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>Which inputs open a form.</summary>
public static class FormOpening
{
    /// <summary>
    /// Whether an input is about to open a form, told without asking any database: platforms give us a few seconds for
    /// opening one, so it cannot wait its turn.
    /// </summary>
    public static bool OpensForm(this CommandRegistry registry, TurnInput input)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return input switch
        {
            Typed typed => CommandReader.OpensForm(typed.Text, registry.Commands),
            Pressed pressed => registry.Actions.TryGetValue(pressed.ActionId, out var action) && ButtonValue.TryParse(pressed.Value, out var value) && action.Opens(value),
            Chosen => true,
            _ => false,
        };
    }
}

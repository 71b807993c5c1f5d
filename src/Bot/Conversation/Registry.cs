using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation;

/// <summary>Every command and every button action there is.</summary>
public sealed class Registry
{
    public Registry(IEnumerable<Command> commands, IEnumerable<ButtonAction> actions)
    {
        Commands = [.. commands];
        Actions = actions.ToDictionary(action => action.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Command> Commands { get; }

    public IReadOnlyDictionary<string, ButtonAction> Actions { get; }

    /// <summary>
    /// Whether an input is about to open a form, told without asking any database: platforms give us a few seconds for
    /// opening one, so it cannot wait its turn.
    /// </summary>
    public bool OpensForm(TurnInput input) => input switch
    {
        Typed typed => CommandReader.Bare(typed.Text, Commands) is { RunsBare: false },
        Pressed pressed => Actions.TryGetValue(pressed.ActionId, out var action) && ButtonValue.TryParse(pressed.Value, out var value) && action.Opens(value),
        Chosen => true,
        _ => false,
    };

    public Command? Find(string commandId) => Commands.FirstOrDefault(command => command.Id == commandId);

    /// <summary>Finds every command and action of this assembly and makes them from the host's services.</summary>
    public static Registry FromAssembly(IServiceProvider services)
    {
        var types = typeof(Registry).Assembly.GetTypes().Where(type => !type.IsAbstract).OrderBy(type => type.FullName, StringComparer.Ordinal).ToList();
        return new Registry(Made<Command>(), Made<ButtonAction>());

        IEnumerable<T> Made<T>() => types.Where(type => type.IsAssignableTo(typeof(T))).Select(type => (T)ActivatorUtilities.CreateInstance(services, type));
    }
}

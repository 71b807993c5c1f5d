namespace AccountNudge.Bot.Conversation.Model;

/// <summary>Every command and every button action there is.</summary>
public sealed class CommandRegistry
{
    public CommandRegistry(IEnumerable<Command> commands, IEnumerable<ButtonAction> actions)
    {
        Commands = [.. commands];
        Actions = actions.ToDictionary(action => action.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Command> Commands { get; }

    public IReadOnlyDictionary<string, ButtonAction> Actions { get; }

    public Command? Find(string commandId) => Commands.FirstOrDefault(command => command.Words.Id == commandId);

    /// <summary>Finds every command and action of this assembly and makes them from the host's services.</summary>
    public static CommandRegistry FromAssembly(IServiceProvider services)
    {
        var types = typeof(CommandRegistry).Assembly.GetTypes().Where(type => !type.IsAbstract).OrderBy(type => type.FullName, StringComparer.Ordinal).ToList();
        return new CommandRegistry(Made<Command>(), Made<ButtonAction>());

        IEnumerable<T> Made<T>() => types.Where(type => type.IsAssignableTo(typeof(T))).Select(type => (T)ActivatorUtilities.CreateInstance(services, type));
    }
}

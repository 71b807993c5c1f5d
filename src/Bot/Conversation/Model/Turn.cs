using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>One thing a person did in a chat, without any trace of which platform it came from but its name.</summary>
/// <param name="Key">Unique within the workspace; the same for a redelivery, so that it is recorded once.</param>
/// <param name="Platform">The platform's name: <c>local</c>, <c>slack</c> or <c>teams</c>.</param>
/// <param name="WorkspaceId">The platform's id of the workspace.</param>
/// <param name="Channel">Where it happened.</param>
/// <param name="Speaker">Who did it.</param>
/// <param name="Input">What was done.</param>
public sealed record Turn(string Key, string Platform, string WorkspaceId, ChatChannel Channel, ChatPerson Speaker, TurnInput Input)
{
    /// <summary>What a line to the bot begins with in a channel there: the mention or the slash command.</summary>
    public string CalledBy { get; init; } = "/nudge";

    /// <summary>What a line to the bot begins with here: nothing where it hears everything.</summary>
    public string Call => Channel.IsDirect ? "" : $"{CalledBy} ";

    /// <summary>People of this channel whom the text mentions. They become members like whoever speaks, guests excepted.</summary>
    public IReadOnlyList<ChatPerson> Mentioned { get; init; } = [];
}

/// <summary>A place to talk, as the platform knows it.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Name">Without a leading #.</param>
/// <param name="IsDirect">A direct message between one person and the bot.</param>
/// <param name="IsShared">Outsiders are in it (or it is not known that they are not): nothing is said there.</param>
public sealed record ChatChannel(string Id, string Name, bool IsDirect, bool IsShared = false);

/// <summary>A person, as the platform knows them.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Name">The display name.</param>
/// <param name="Locale">Such as <c>de-CH</c>; null when unknown.</param>
/// <param name="Zone">The person's own zone; null when the platform does not tell.</param>
/// <param name="IsGuest">Guests are given nothing.</param>
public sealed record ChatPerson(string Id, string Name, string? Locale = null, DateTimeZone? Zone = null, bool IsGuest = false)
{
    /// <summary>No person at all, but another system: it is in no team, and nothing it is answered stands in a chat.</summary>
    public bool IsSystem { get; init; }

    /// <summary>As one who was found in a team's home.</summary>
    internal PresentPerson Present => new(Id, Name, Locales.Language(Locale), Zone);
}

/// <summary>What was done.</summary>
public abstract record TurnInput;

/// <summary>Text that was typed to the bot; without the bot's own mention, member mentions as <c>@[id|name]</c>.</summary>
public sealed record Typed(string Text) : TurnInput;

/// <summary>A button that was pressed.</summary>
/// <param name="ActionId">The button's action.</param>
/// <param name="Value">The button's value, untrusted.</param>
public sealed record Pressed(string ActionId, string Value) : TurnInput;

/// <summary>A form that was submitted.</summary>
/// <param name="FormId">The form's id.</param>
/// <param name="Values">By field name, untrusted.</param>
/// <param name="Context">The form's context, untrusted.</param>
public sealed record Submitted(string FormId, IReadOnlyDictionary<string, string> Values, string Context) : TurnInput;

/// <summary>The bot was invited into the channel.</summary>
public sealed record Invited : TurnInput
{
    /// <summary>The platform's ids of the channels into which the same invitation leads; the channel itself may be among them.</summary>
    public IReadOnlyList<string> AlongWith { get; init; } = [];
}

/// <summary>The person opened their own page with the bot: Slack's App Home, the Teams tab.</summary>
public sealed record Visited : TurnInput;

/// <summary>A file that was sent to the bot. The engine fetches it before anything is recorded.</summary>
/// <param name="Name">What it is called, untrusted.</param>
public sealed record FileSent(string Name) : TurnInput
{
    /// <summary>Brings the content; null once it is here.</summary>
    public Func<CancellationToken, Task<FileSent>>? Fetch { get; init; }

    private static readonly string[] Tables = [".csv", ".tsv", ".txt", ".xlsx", ".xls"];

    /// <summary>Whether its name is that of a list: nothing else need be fetched.</summary>
    public static bool IsTable(string name) => Tables.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The file's bytes; empty where it could not be fetched.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>Why it could not be fetched.</summary>
    public Text? Problem { get; init; }
}

/// <summary>A shortcut that opens a command's form, perhaps with a message that was picked for it.</summary>
/// <param name="CommandId">The command, such as <c>complaint</c>.</param>
/// <param name="Text">The message's text; empty when none was picked.</param>
/// <param name="Link">Where the message stands; null when none was picked or the platform does not tell.</param>
public sealed record Chosen(string CommandId, string Text = "", string? Link = null) : TurnInput;

using System.Security.Cryptography;
using System.Text;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Teams.Framework;

namespace AccountNudge.Bot.Teams.Inbound.Payloads;

/// <summary>Something Teams delivers.</summary>
internal abstract record TeamsInput;

/// <summary>Nothing needs to be done about it.</summary>
internal sealed record TeamsIgnored : TeamsInput;

/// <summary>An invoke that waits for an answer nobody here has.</summary>
internal sealed record Unsupported : TeamsInput;

/// <summary>Where the answer is shown that goes back with the request itself.</summary>
internal enum Surface
{
    /// <summary>Nowhere: what is answered is sent.</summary>
    None,

    /// <summary>The card whose button was pressed.</summary>
    Card,

    /// <summary>The dialog that is open, or about to open.</summary>
    Dialog,
}

/// <summary>Something a person did that is worked once.</summary>
internal abstract record TeamsAction(Activity Activity) : TeamsInput
{
    private const int LongestKey = 200;

    public Surface Surface { get; init; }

    /// <summary>It is, or follows from, something its person told us alone: all that is answered is for them alone.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The same for a resend with the same id.</summary>
    public string Key => Short($"{Activity.Type}:{Activity.PlaceId}:{(Activity.Id.Length > 0 ? Activity.Id : Hash(Activity.Json))}");

    /// <summary>Under which the conversation answers it once, see <see cref="Turn.Key"/>.</summary>
    public virtual string TurnKey => Key;

    public InboxItem InboxItem => new(Key, Activity.TenantId, Activity.PersonId, 0, Activity.Json);

    /// <summary>A key of any length as one that can be stored.</summary>
    protected static string Short(string key) => key.Length <= LongestKey && !key.Any(char.IsControl) ? key : Hash(key);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A message to the bot: with its mention, or in a personal chat.</summary>
internal sealed record TeamsMessageActivity(Activity Activity) : TeamsAction(Activity);

/// <summary>A button that was pressed.</summary>
/// <param name="Activity">As in <see cref="TeamsAction"/>.</param>
/// <param name="Pressed">Which.</param>
internal sealed record TeamsPress(Activity Activity, Pressed Pressed) : TeamsAction(Activity);

/// <summary>A form that was submitted. An invoke that took too long comes again under another id, so the form's own token counts.</summary>
/// <param name="Activity">As in <see cref="TeamsAction"/>.</param>
/// <param name="Submitted">What was typed.</param>
/// <param name="Origin">Where the form came from, untrusted.</param>
/// <param name="Form">The form itself.</param>
internal sealed record TeamsSubmission(Activity Activity, Submitted Submitted, TeamsOrigin Origin, Form Form) : TeamsAction(Activity)
{
    public override string TurnKey => $"form:{Origin.Token:N}";
}

/// <summary>A form in a message that was put away unsubmitted.</summary>
internal sealed record FormClosed(Activity Activity) : TeamsAction(Activity);

/// <summary>A message action: it opens a dialog and does nothing else, so it may be answered any number of times.</summary>
/// <param name="Activity">As in <see cref="TeamsAction"/>.</param>
/// <param name="Chosen">Which, with the message's words.</param>
internal sealed record MessageAction(Activity Activity, Chosen Chosen) : TeamsAction(Activity)
{
    private readonly string turnKey = $"choice:{Guid.NewGuid():N}";

    public override string TurnKey => turnKey;
}

/// <summary>The bot was added to a place.</summary>
/// <param name="Activity">As in <see cref="TeamsAction"/>.</param>
/// <param name="PlaceId">The place; in a team the channel that was chosen for it.</param>
internal sealed record BotAdded(Activity Activity, string PlaceId) : TeamsAction(Activity)
{
    /// <summary>
    /// The Microsoft team to which it was added as a whole; null in chats, and in private and shared channels, to each of which it is
    /// added by itself (learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels).
    /// </summary>
    public string? TeamId { get; init; }

    /// <summary>A personal chat is greeted once, however often the app is opened anew in it.</summary>
    public override string TurnKey => Activity.IsPersonal ? Short($"invited:{PlaceId}") : Key;
}

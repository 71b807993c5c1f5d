using AccountNudge.Core.Nudges;

namespace AccountNudge.Bot.Conversation.Model;

/// <summary>
/// A card that is drawn anew wherever it stands: when the matter it shows changes, and when what it says was recorded is taken back.
/// </summary>
/// <param name="PostId">Its post, under which it is known from then on; new for each card.</param>
/// <param name="Of">The account it is about, or what of a team it shows.</param>
/// <param name="ChangeId">What it says was recorded.</param>
/// <param name="About">The matter whose state it shows; null where it shows none.</param>
public sealed record LiveCard(Guid PostId, ITeamOwned Of, Guid? ChangeId, Matter? About = null)
{
    /// <summary>What a button carries that stands on a card about something else, which stays.</summary>
    public const string OnAnotherCard = "beside";

    private const string Mark = "card";

    /// <summary>What the buttons of a card carry that changes nothing but itself.</summary>
    /// <param name="postId">The card's post.</param>
    /// <param name="argument">Anything else the button's action needs.</param>
    public static string Extra(Guid postId, string argument = "") => $"{Mark}:{postId:N}:{argument}";

    /// <summary>Whether a button stands on a card that takes its new form; of cards of the version before, no post is known.</summary>
    public static bool IsOn(string extra) => extra == Mark || PostOf(extra) is not null;

    /// <summary>Whether a button was pressed that stands in a nudge, and on no card: only the asker sees what comes of it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="place">What the button says of the card it stands on.</param>
    internal static bool IsBesideNudge(TurnContext turn, string place) => turn.Turn.Input is Pressed && place.Length == 0;

    /// <summary>The post of the card that a button stands on; null where it says none.</summary>
    public static Guid? PostOf(string extra) => extra.Split(':', 3) is [Mark, var id, _] && Guid.TryParseExact(id, "N", out var postId) ? postId : null;

    /// <summary>What else the button's action needs.</summary>
    public static string ArgumentOf(string extra) => extra.Split(':', 3) is [Mark, _, var argument] ? argument : "";
}

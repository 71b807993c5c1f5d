using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Practices;

/// <summary>How the causes behind complaints and losses are typed.</summary>
internal static class RootCauses
{
    /// <summary>The spellings of each.</summary>
    public static readonly IReadOnlyDictionary<RootCause, Phrase> All = new OrderedDictionary<RootCause, Phrase>
    {
        [RootCause.Care] = new("care|carelessness", "sorgfalt|betreuung"),
        [RootCause.Attention] = new("attention", "aufmerksamkeit|beachtung"),
        [RootCause.Misunderstanding] = new("misunderstanding|agreement", "missverständnis|absprache"),
        [RootCause.Delay] = new("delay|lateness", "verzögerung|verspätung|pünktlichkeit"),
        [RootCause.Quality] = new("quality", "qualität"),
        [RootCause.Price] = new("price|money", "preis|geld"),
    };
}

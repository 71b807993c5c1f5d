namespace AccountNudge.Bot.Conversation.Model;

/// <summary>A command about an account whose change stands in the client's story only because it was said.</summary>
internal interface ITellsStory
{
    /// <summary>What was changed, as a few words.</summary>
    /// <param name="given">What it was given, by slot; see <see cref="Arguments.Raw"/>.</param>
    /// <param name="memberOf">The name of a member by the raw form of a slot.</param>
    Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf);
}

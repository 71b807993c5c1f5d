using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>How the directory's commands look things up and answer.</summary>
internal static class DirectoryReplies
{
    /// <summary>In the team's own channel to everyone; anywhere else to the asker alone, since others may read there.</summary>
    public static Reply ToTeam(TurnContext turn, Func<Voice, Card> card) =>
        turn.IsElsewhere ? Reply.Asker(card(turn.OwnVoice)) : Reply.Everyone(card(turn.Voice));

    /// <summary>What was noted, with [Correct] and [Remove].</summary>
    public static Reply Noted(TurnContext turn, Change change, Text headline, params IEnumerable<Text?> details) => ToTeam(turn, voice =>
        new Card(headline.In(voice), [.. details.OfType<Text>().Select(detail => new Note(detail.In(voice))), Replies.CorrectOrRemove(change.Id, voice)]));

    /// <summary>What a step has replaced; null where there was nothing, or the same.</summary>
    public static Text? Formerly(string before, string now) => before.Length == 0 || before == now ? null : ConversationTexts.Formerly(Text.Verbatim(before));

    /// <summary>A name that can be found again, or a refusal.</summary>
    public static string Usable(string name) =>
        DirectoryRules.IsName(name) ? name : throw new RefusalException(AccountTexts.NoName);

    /// <summary>The contact a known name stands for.</summary>
    public static Task<Contact> ContactOf(TurnContext turn, KnownName name, CancellationToken cancellation) =>
        turn.Store.Contacts.FirstAsync(contact => contact.Id == name.Id, cancellation);

    /// <summary>The name of someone in a team; null for nobody, and for whoever has left it.</summary>
    public static async Task<string?> MemberName(TurnContext turn, Guid teamId, Guid? memberId, CancellationToken cancellation) =>
        memberId is { } id && await IsInTeam(turn, teamId, id, cancellation) ? await turn.Store.Members.Where(member => member.Id == id).Select(member => member.Name).FirstOrDefaultAsync(cancellation) : null;

    /// <summary>Who did something until now, also when they have left the team since; null for nobody.</summary>
    public static async Task<Text?> Formerly(TurnContext turn, Guid? memberId, CancellationToken cancellation) =>
        memberId is { } id && await turn.Store.Members.FirstOrDefaultAsync(member => member.Id == id, cancellation) is { } member ? ConversationTexts.Formerly(Text.Verbatim(member.Name)) : null;

    /// <summary>Someone who is not in the account's own team cannot look after it.</summary>
    public static async Task RefuseOutsiders(TurnContext turn, Guid teamId, KnownName member, CancellationToken cancellation)
    {
        if (!await IsInTeam(turn, teamId, member.Id, cancellation)) throw new RefusalException(AccountTexts.NotInTeam(member.Name));
    }

    public static Task<bool> IsInTeam(TurnContext turn, Guid teamId, Guid memberId, CancellationToken cancellation) =>
        turn.Store.Memberships.AnyAsync(place => place.TeamId == teamId && place.MemberId == memberId, cancellation);
}

using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>How the directory's commands look things up and answer.</summary>
internal static class DirectoryReplies
{
    private const int LongestName = 120;

    /// <summary>In the team's own channel to everyone; anywhere else to the asker alone, since others may read there.</summary>
    public static Reply ToTeam(TurnContext turn, Func<Voice, Card> card) =>
        turn.IsElsewhere ? Reply.Asker(card(turn.OwnVoice)) : Reply.Everyone(card(turn.Voice));

    /// <summary>What was noted, with [Correct] and [Remove].</summary>
    public static Reply Noted(TurnContext turn, Change change, Text headline, Text? detail = null) => ToTeam(turn, voice =>
        new Card(headline.In(voice), [.. detail is null ? Array.Empty<CardPart>() : [new Note(detail.In(voice))], Replies.CorrectOrRemove(change, voice)]));

    /// <summary>A name that can be found again, or a refusal.</summary>
    public static string Usable(string name) =>
        name.Length <= LongestName && TextFolding.Words(name).Count > 0 ? name : throw new RefusalException(AccountTexts.NoName);

    /// <summary>The contact a known name stands for.</summary>
    public static Task<Contact> ContactOf(TurnContext turn, KnownName name, CancellationToken cancellation) =>
        turn.Store.Contacts.FirstAsync(contact => contact.Id == name.Id, cancellation);

    /// <summary>The name of someone in a team; null for nobody, and for whoever has left it.</summary>
    public static async Task<string?> MemberName(TurnContext turn, Guid teamId, Guid? memberId, CancellationToken cancellation) =>
        memberId is { } id && await IsInTeam(turn, teamId, id, cancellation) ? await turn.Store.Members.Where(member => member.Id == id).Select(member => member.Name).FirstOrDefaultAsync(cancellation) : null;

    /// <summary>Someone who is not in the account's own team cannot look after it.</summary>
    public static async Task RefuseOutsiders(TurnContext turn, Guid teamId, KnownName member, CancellationToken cancellation)
    {
        if (!await IsInTeam(turn, teamId, member.Id, cancellation)) throw new RefusalException(AccountTexts.NotInTeam(member.Name));
    }

    public static Task<bool> IsInTeam(TurnContext turn, Guid teamId, Guid memberId, CancellationToken cancellation) =>
        turn.Store.Memberships.AnyAsync(place => place.TeamId == teamId && place.MemberId == memberId, cancellation);
}

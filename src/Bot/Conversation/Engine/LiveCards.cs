using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Engine;

/// <summary>Answers that stay as true as what they are about: each has a post, by which it is renewed wherever it stands.</summary>
internal static class LiveCards
{
    /// <summary>
    /// Makes the post of an answer that others may find again: in the team's home, or in someone's direct messages. What takes the place of a
    /// card that is renewed by itself needs none.
    /// </summary>
    public static async Task<Reply> Keep(TurnContext turn, Reply reply, CancellationToken cancellation)
    {
        var isDirect = turn.Turn.Channel.IsDirect;
        var (channel, reader) = (isDirect ? null : turn.Turn.Channel.Id, isDirect ? turn.Speaker.Id : (Guid?)null);
        var pressed = reply.Replaces ? await PressedOn(turn, cancellation) : null;
        var isHere = pressed is not null && pressed.Home == channel && pressed.MemberId == reader;
        if (isHere && pressed is { State: PostState.Posted, MessageId.Length: > 0 }) return reply with { Live = null, IsRenewed = true };
        if (reply.Live is not { } live) return reply;
        if (reply.Card is null || turn.Turn.Speaker.IsSystem || (pressed is not null && !isHere) || (!isDirect && (reply.OnlyAsker || turn.IsElsewhere))) return reply with { Live = null };
        if (pressed is not null) return reply;
        if (live.About is { } about) await LeaveStateTo(turn, about, channel, reader, cancellation);
        turn.Store.Posts.Add(PostOf(live, channel, reader, turn.Now));
        return reply;
    }

    /// <summary>Of several answers in one place that show the same matter, the newest shows its state; the others say what they were about.</summary>
    private static Task<int> LeaveStateTo(TurnContext turn, Matter about, string? channel, Guid? reader, CancellationToken cancellation) =>
        turn.Store.Posts.Where(post => post.Kind == PostKind.Answer && post.Subject == about.Subject && post.SubjectKind == about.Kind && post.Home == channel && post.MemberId == reader)
            .InKeyOrder(
                turn.Store,
                posts => posts.ExecuteUpdateAsync(set => set.SetProperty(post => post.Kind, PostKind.PastAnswer).SetProperty(post => post.Edits, post => post.Edits + 1), cancellation),
                cancellation);

    private static Post PostOf(LiveCard live, string? channel, Guid? reader, Instant now) => new()
    {
        Id = live.PostId,
        WorkspaceId = live.Of.WorkspaceId,
        TeamId = live.Of.TeamId,
        Key = $"answer:{live.PostId:N}",
        Kind = PostKind.Answer,
        State = PostState.Answering,
        MemberId = reader,
        Home = channel,
        DecidedAt = now,
        LeaseUntil = Claims.Free,
        AccountId = (live.Of as Account)?.Id,
        SubjectKind = live.About?.Kind,
        Subject = live.About?.Subject,
        ChangeId = live.ChangeId,
    };

    /// <summary>The post of the card whose button was pressed; null where there is none.</summary>
    private static async Task<Post?> PressedOn(TurnContext turn, CancellationToken cancellation) =>
        turn.Turn.Input is Pressed pressed && ButtonValue.TryParse(pressed.Value, out var value) && LiveCard.PostOf(value.Extra) is { } postId
            ? await turn.Store.Posts.AsNoTracking().FirstOrDefaultAsync(post => post.Id == postId, cancellation)
            : null;
}

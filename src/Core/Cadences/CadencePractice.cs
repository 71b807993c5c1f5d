using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Cadences;

/// <summary>What an agreed rhythm wants said (practice A7): once its day has come, whether it is still right. Its owner alone is asked.</summary>
public sealed class CadencePractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "cadence";

    /// <summary>Say whether what was agreed is still right.</summary>
    public const string Reconsider = "reconsider-rhythm";

    /// <summary>It is.</summary>
    public const string Confirmed = "Confirmed";

    /// <summary>Something else was agreed.</summary>
    public const string Changed = "Changed";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new CadenceFactsReader()];

    /// <summary>Reviews an account. Who is owed an answer, or is away, is not asked how often they would like to hear from us.</summary>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Cadence is not { ReviewOn: { } day } cadence) return Practices.Review.Nothing;
        var gate = facts.Gate(now);
        if (gate.IsShut) return new Review([], gate.ChangesAt);
        var on = facts.Account.PausedUntil is { } until ? LocalDate.Max(day, until.PlusDays(1)) : day;
        var due = facts.Calendar.At(on, facts.Terms.Morning);
        return new Review([new NudgeRequest(MatterOf(cadence), new Cycle("review", day), cadence.SetAt, Reconsider, Lane.StayClose, due, Climb.Never) { IsPersonal = true }], gate.ChangesAt);
    }

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Cadence is { } cadence && cadence.Id == nudge.Subject && cadence.SetAt >= nudge.PostedAt
            ? new Act(cadence.IsConfirmed ? Confirmed : Changed, cadence.MemberId, cadence.SetAt)
            : null;
    }

    /// <inheritdoc/>
    public async Task ReadKept(Store store, KeptAlready kept, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(kept);
        foreach (var cadence in await store.Cadences.AsNoTracking().ToListAsync(cancellation))
        {
            if (cadence.Terms != CadenceTerms.None) kept.Rhythms[cadence.AccountId] = (cadence.FloorDays, cadence.Channel);
        }
    }

    /// <summary>What the file says was agreed counts from the day of the import.</summary>
    public async Task TakeOver(Store store, IReadOnlyList<Imported> imported, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(imported);
        var told = imported.Where(one => one.FloorDays is not null || one.Channel is not null).ToList();
        if (told.Count == 0) return;
        var ids = told.ConvertAll(one => one.Account.Id);
        var known = await store.Cadences.Where(cadence => ids.Contains(cadence.AccountId)).ToDictionaryAsync(cadence => cadence.AccountId, cancellation);
        foreach (var one in told)
        {
            if (!known.TryGetValue(one.Account.Id, out var cadence)) store.Add(cadence = Cadence.Of(one.Account));
            if (cadence.Terms != CadenceTerms.None) continue;
            cadence.Agree(new CadenceTerms(one.FloorDays, null, one.Channel), one.Today, null, new CadenceAct(one.MemberId, one.Now, one.Today, one.Account.Name));
        }
    }

    /// <summary>The matter of a cadence.</summary>
    public static Matter MatterOf(Cadence cadence)
    {
        ArgumentNullException.ThrowIfNull(cadence);
        return new Matter(Kind, cadence.Id);
    }
}

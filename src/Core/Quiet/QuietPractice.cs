using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Quiet;

/// <summary>
/// What a quiet account wants said (practices C1 and C2). It is quiet when its floor is exceeded, counted in calendar days
/// since the latest of its last substantive interaction, the day it was entered or came back and the end of the client's pause.
/// </summary>
public sealed class QuietPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "quiet";

    /// <summary>Get in touch with a quiet account.</summary>
    public const string GetInTouch = "get-in-touch";

    /// <summary>Someone of us got in touch.</summary>
    public const string Logged = "Logged";

    /// <summary>The client did.</summary>
    public const string Heard = "Heard";

    /// <summary>Someone of us means to.</summary>
    public const string Planned = "Planned";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new EarlierTalkReader()];

    /// <summary>The first day on which the account counts as quiet: its floor is exceeded, not just reached.</summary>
    public static LocalDate QuietFrom(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return LastTouch(facts).PlusDays(facts.Floor + 1);
    }

    /// <summary>Reviews an account. A practice that has more to say than "get in touch" suppresses it; so does a planned talk.</summary>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var gate = facts.Gate(now);
        if (gate.ClientWaits) return new Review([], gate.ChangesAt);
        if (facts.PlannedTalk is { } planned && planned.Until > now) return new Review([], Instant.Min(planned.Until, gate.ChangesAt ?? planned.Until));
        var touch = LastTouch(facts);
        var cycle = new Cycle("quiet", touch);
        var began = Instant.Max(facts.Calendar.StartOf(touch), facts.LastTalk?.RecordedAt ?? Instant.MinValue);
        var due = facts.Calendar.At(QuietFrom(facts), facts.Terms.Morning);
        return new Review([new NudgeRequest(new Matter(Kind, facts.Account.Id), cycle, began, GetInTouch, Lane.StayClose, due, Climb.Quiet)], gate.ChangesAt);
    }

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.LastTalk is { } talk && talk.RecordedAt >= nudge.PostedAt) return new Act(talk.IsTheirs ? Heard : Logged, talk.MemberId, talk.RecordedAt);
        return facts.PlannedTalk is { } planned && planned.SetAt >= nudge.PostedAt ? new Act(Planned, planned.MemberId, planned.SetAt) : null;
    }

    /// <inheritdoc/>
    public Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation) => QuietAccounts.ReadDigest(question, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QuietSpell>> ReadQuiet(Store store, IReadOnlyList<IFactsReader> readers, Instant now, CancellationToken cancellation) =>
        [.. (await store.QuietAccountsOf(readers, now, 0, cancellation)).Where(quiet => quiet.IsQuiet).Select(quiet => new QuietSpell(quiet.Account.Id, quiet.QuietFrom))];

    /// <inheritdoc/>
    public async Task ReadKept(Store store, KeptAlready kept, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(kept);
        var noted = store.Interactions.OnlyTalks().GroupBy(talk => talk.AccountId).Select(talks => new { AccountId = talks.Key, On = talks.Max(talk => talk.On) });
        foreach (var talk in await noted.ToListAsync(cancellation)) kept.AddTalk(talk.AccountId, talk.On);
        foreach (var talk in await store.EarlierTalks.AsNoTracking().ToListAsync(cancellation)) kept.AddTalk(talk.AccountId, talk.On);
    }

    /// <inheritdoc/>
    public async Task TakeOver(Store store, IReadOnlyList<Imported> imported, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(imported);
        var ids = imported.Where(one => one.LastTalk is not null).Select(one => one.Account.Id).ToList();
        if (ids.Count == 0) return;
        var known = await store.EarlierTalks.Where(talk => ids.Contains(talk.AccountId)).ToDictionaryAsync(talk => talk.AccountId, cancellation);
        foreach (var one in imported)
        {
            if (one.LastTalk is not { } on) continue;
            if (!known.TryGetValue(one.Account.Id, out var talk))
                store.Add(new EarlierTalk { WorkspaceId = one.Account.WorkspaceId, TeamId = one.Account.TeamId, AccountId = one.Account.Id, On = on, RecordedAt = one.Now, MemberId = one.MemberId });
            else if (talk.On < on)
                (talk.On, talk.RecordedAt, talk.MemberId) = (on, one.Now, one.MemberId);
        }
    }

    /// <summary>The day silence is counted from. Of an imported client nobody has talked to since, it is such that it is brought up on the client's own day.</summary>
    private static LocalDate LastTouch(AccountFacts facts)
    {
        var account = facts.Account;
        var touch = LocalDate.Max(facts.LastTalk?.On ?? LocalDate.MinIsoValue, account.PausedUntil ?? LocalDate.MinIsoValue);
        return touch < account.CountsFrom && account is { FirstQuietOn: { } first, State: AccountState.Active }
            ? LocalDate.Max(touch, first.PlusDays(-facts.Floor - 1))
            : LocalDate.Max(touch, account.CountsFrom);
    }
}

using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Handovers;

/// <summary>A handover in a client's story.</summary>
/// <param name="To">Who looks after the account from then on.</param>
/// <param name="From">Who did until then; null when nobody did.</param>
public sealed record HandoverEvent(string To, string? From);

/// <summary>What handovers want said (practice C11).</summary>
public sealed class HandoverPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "handover";

    /// <summary>Take over: the brief comes with it.</summary>
    public const string TakeOver = "take-over";

    /// <summary>Pass on what is known: the brief comes with it.</summary>
    public const string PassOn = "pass-on";

    /// <summary>Know who looks after the account now.</summary>
    public const string Know = "know-new-owner";

    /// <summary>Introduce oneself to the client.</summary>
    public const string Introduce = "introduce-oneself";

    /// <summary>The new owner talked to the client.</summary>
    public const string Introduced = "Introduced";

    private const int Urgency = 7;

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new HandoverFactsReader()];

    /// <inheritdoc/>
    public bool IsOwed => true;

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.OpenHandover is { } open ? new Review([.. Requests(open, facts)]) : Practices.Review.Nothing;
    }

    /// <inheritdoc/>
    public bool PassTime(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var isNew = false;
        foreach (var handover in facts.Of<HandoverFacts>()?.All ?? []) isNew |= handover.Introduce(facts.IntroducedAt(handover));
        return isNew;
    }

    /// <inheritdoc/>
    public IEnumerable<OwedMatter> Owed(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.OpenHandover is { } open) yield return new OwedMatter(new Matter(Kind, open.Id), open.At, open.IntroduceBy(facts.Calendar));
    }

    /// <inheritdoc/>
    public bool Has(Guid subject, AccountFacts facts) => facts.Handover(subject) is not null;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return nudge.Ask != Know && facts.Handover(nudge.Subject) is { } handover && facts.FirstTalk(handover) is { } talk && talk.RecordedAt >= nudge.PostedAt
            ? new Act(Introduced, talk.MemberId, talk.RecordedAt)
            : null;
    }

    /// <inheritdoc/>
    public bool BringsBrief(Nudge nudge)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return nudge.Ask is TakeOver or PassOn;
    }

    /// <inheritdoc/>
    public async Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (store, all) = (question.Store, question.Store.Handovers);
        var open = await all.Where(handover => handover.IntroducedAt == null && !all.Any(later => later.AccountId == handover.AccountId && later.At > handover.At))
            .Join(store.Accounts, handover => handover.AccountId, account => account.Id, (handover, account) => new { handover, account })
            .Where(pair => pair.account.OwnerId == pair.handover.ToId).AsNoTracking().ToListAsync(cancellation);
        var teams = await store.Teams.AsNoTracking().ToDictionaryAsync(team => team.Id, team => team.Settings.Calendar(), cancellation);
        // Until then there is nothing for anybody else to do.
        var late = open.Where(pair => pair.handover.IntroduceBy(teams[pair.account.TeamId]) <= question.Now);
        return new DigestPart([.. late.Select(pair => new DigestNeed(Kind, Introduce, Urgency, pair.account, pair.handover.At) { Owner = question.Owner(pair.account) })], new object());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        // It names nobody at the client, and nothing was said in anybody's own words.
        if (question.ContactId is not null || question.Words.Count > 0) return [];
        var (store, account) = (question.Store, question.Account?.Id);
        var handovers = await store.Handovers.Where(handover => account == null || handover.AccountId == account)
            .OrderByDescending(handover => handover.At).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        var people = handovers.SelectMany(handover => (Guid?[])[handover.ToId, handover.FromId]).OfType<Guid>().Distinct().ToList();
        var names = await store.Members.Where(member => people.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Name, cancellation);
        return [.. handovers.Select(handover => new StoryEntry(
            handover.AccountId, question.CalendarOf(handover.TeamId).DateOf(handover.At), handover.At,
            new HandoverEvent(names.GetValueOrDefault(handover.ToId) ?? "…", handover.FromId is { } from ? names.GetValueOrDefault(from) : null))
        {
            Kind = Kind,
            MemberId = handover.MemberId,
        })];
    }

    private static IEnumerable<NudgeRequest> Requests(Handover handover, AccountFacts facts)
    {
        var matter = new Matter(Kind, handover.Id);
        yield return Request("take-over", TakeOver, Lane.Severe, handover.At, Climb.Never) with { IsPersonal = true, ForMember = handover.ToId };
        if (facts.Roster.Find(handover.FromId) is { } former)
            yield return Request("pass-on", PassOn, Lane.Severe, handover.At, Climb.Never) with { IsPersonal = true, ForMember = former.Id, IsForNobodyElse = true };
        if (!handover.TeamKnows) yield return Request("told", Know, Lane.News, handover.At, Climb.Never);
        yield return Request("introduce", Introduce, Lane.WeOwe, handover.IntroduceBy(facts.Calendar), Climb.Owed);

        NudgeRequest Request(string cycle, string ask, Lane lane, Instant due, Climb climb) => new(matter, new Cycle(cycle, handover.At), handover.At, ask, lane, due, climb);
    }
}

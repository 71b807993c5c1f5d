using AccountNudge.Core.Interactions;

namespace AccountNudge.Core.Practices;

/// <summary>
/// The first talk after something changed, such as who looks after an account or who is there to be talked to. It is one that was had and
/// recorded since: what was said before counts for nothing, also where it is recorded later. Pure.
/// </summary>
public static class FirstTalks
{
    /// <summary>For so long a talk can be found that nobody noted as one, such as a step of a complaint.</summary>
    public static readonly Duration Known = Duration.FromDays(30);

    extension(AccountFacts facts)
    {
        /// <summary>The first one; null when there is none.</summary>
        /// <param name="noted">Noted talks.</param>
        /// <param name="since">When it changed.</param>
        /// <param name="day">The day of that.</param>
        /// <param name="counts">Whether it is with, or of, whom it should be.</param>
        public ClientTalk? FirstTalk(IEnumerable<Interaction> noted, Instant since, LocalDate day, Func<ClientTalk, bool> counts) => noted
            .Where(talk => talk.IsSubstantive).Select(ClientTalk.Of).Concat(facts.OtherTalks)
            .Where(talk => talk.RecordedAt >= since && talk.On >= day && counts(talk)).MinBy(talk => talk.RecordedAt);

        /// <summary>When it was recorded: what was found once, and is too long ago to be found again, stays.</summary>
        public Instant? FirstTalkAt(ClientTalk? found, Instant? foundBefore) => found?.RecordedAt ?? (foundBefore < facts.ReadAt - Known ? foundBefore : null);
    }
}

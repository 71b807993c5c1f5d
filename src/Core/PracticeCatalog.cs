using AccountNudge.Core.Balances;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Departures;
using AccountNudge.Core.Dependence;
using AccountNudge.Core.Endings;
using AccountNudge.Core.Expectations;
using AccountNudge.Core.Handovers;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Hooks;
using AccountNudge.Core.Knowing;
using AccountNudge.Core.Moods;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.OwnLine;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Promises;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Risks;
using AccountNudge.Core.Satisfaction;
using AccountNudge.Core.Statuses;

namespace AccountNudge.Core;

/// <summary>Every practice there is: the one list of them.</summary>
public static class PracticeCatalog
{
    /// <summary>In the order in which they are asked.</summary>
    public static IReadOnlyList<IPractice> All { get; } =
    [
        new ComplaintPractice(),
        new PromisePractice(),
        new DeparturePractice(),
        new HandoverPractice(),
        new QuietPractice(),
        new PlanPractice(),
        new DelayPractice(),
        new StatusPractice(),
        new CadencePractice(),
        new HookPractice(),
        new BirthdayPractice(),
        new AnniversaryPractice(),
        new KnowingPractice(),
        new MilestonePractice(),
        new OccasionPractice(),
        new MoodPractice(),
        new BalancePractice(),
        new VisitHint(),
        new JustTalkHint(),
        new RoutineHint(),
        new ErosionHint(),
        new SatisfactionHint(),
        new SingleThreadHint(),
        new DeliveryHint(),
        new PassOnHint(),
        new DependenceHint(),
        new OwnLinePractice(),
        new RiskPractice(),
        new ExpectationPractice(),
        new ProjectPractice(),
        new PartingPractice(),
        new LossPractice(),
        new ProjectHint(),
        new ReturnHint(),
    ];

    /// <summary>Those that a team wants.</summary>
    public static IReadOnlyList<IPractice> Of(TeamSettings terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.PracticesOff.Count == 0 ? All : [.. All.Where(practice => !terms.PracticesOff.Contains(practice.Kind))];
    }

    /// <summary>The practice of a kind; null when there is none.</summary>
    public static IPractice? Find(string kind) => All.FirstOrDefault(practice => practice.Kind == kind);

    /// <summary>What is read for them, each once.</summary>
    public static IReadOnlyList<IFactsReader> Facts { get; } = [.. All.SelectMany(practice => practice.Facts).Distinct()];

    /// <summary>The kinds of matters whose nudges speak of days.</summary>
    public static IReadOnlyList<string> KindsOfDays { get; } = [.. All.Where(practice => practice.SpeaksOfDays).Select(practice => practice.Kind)];

    /// <summary>The practices that only suggest, the most important first.</summary>
    public static IReadOnlyList<IPractice> Hints { get; } = [.. All.Where(practice => practice.HintImportance is not null).OrderBy(practice => practice.HintImportance)];

    /// <summary>The kinds of matters that are owed to the client.</summary>
    public static IReadOnlyList<string> OwedKinds { get; } = [.. All.Where(practice => practice.IsOwed).Select(practice => practice.Kind)];
}

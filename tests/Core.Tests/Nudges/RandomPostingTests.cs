using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>What no nudge ever does, whatever happens to an account: random stories, looked at each time something is said.</summary>
public class RandomPostingTests
{
    private const int FirstSeed = 20_270_401;
    private const int Stories = 32;
    private const int Acts = 40;

    [Fact]
    public void Nothing_is_said_while_it_is_held_nor_to_anybody_who_is_away()
    {
        var wrong = new List<string>();
        foreach (var seed in Enumerable.Range(FirstSeed, Stories))
        {
            var random = new RandomStory(seed, isPeaceful: seed % 4 == 3);
            var posted = new HashSet<Nudge>(ReferenceEqualityComparer.Instance);
            for (var act = 0; act < Acts; act++)
            {
                var until = random.Story.Now + random.Pause();
                while (random.Story.NextDue() is { } due && due <= until) Look(random.Story, due);
                Look(random.Story, until);
                random.Act();
            }

            void Look(Story story, Instant at)
            {
                story.Until(at);
                foreach (var nudge in story.Nudges.Where(nudge => nudge.PostedAt == story.Now && posted.Add(nudge)))
                {
                    if (Slip(nudge, story) is { } slip) wrong.Add($"Seed {seed}, {story.Now}: {nudge.Kind} {nudge.Ask} {slip}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static string? Slip(Nudge nudge, Story story)
    {
        var (facts, now) = (story.Facts, story.Now);
        var request = Planner.Plan(facts, now).Requests.FirstOrDefault(request => request.Matter == nudge.Matter && request.Cycle == nudge.Cycle.Event);
        var isReleased = story.Overrides.Exists(release => release.Subject == nudge.Subject);
        if (request is { IsGated: true } && !isReleased && facts.Gate(now).IsShut) return "was held";
        var (roster, day) = (facts.Roster, facts.Today(now));
        if (nudge.AddresseeId is not { } reader || roster.AwayOn(reader, day) is null) return null;
        // Somebody who is far away is back as soon as their own day says so.
        if (roster.AwayOn(reader, story.Terms.Calendar(roster.Find(reader)).DateOf(now)) is null) return null;
        // Only where nobody else is there at all.
        return Ladder.Face(story.Account, roster, day) is not null || roster.ManagerIds.Any(manager => roster.AwayOn(manager, day) is null) ? "went to somebody who is away" : null;
    }
}

using System.Globalization;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>Everything about a team that can be set, and how its whole workspace is spoken to.</summary>
internal sealed record TeamTerms(string Name, TeamSettings Settings, FormOfAddress Address, bool SharpS)
{
    public static TeamTerms Of(TurnContext turn, AccountTeam team) => new(team.Name, team.Settings, turn.Workspace.Address, turn.Workspace.SharpS);

    /// <summary>Makes them hold.</summary>
    public void Set(TurnContext turn, AccountTeam team)
    {
        (team.Name, team.Settings) = (Name, Settings);
        (turn.Workspace.Address, turn.Workspace.SharpS) = (Address, SharpS);
    }
}

/// <summary>One thing that can be set: by a command of its own, or in the form with all of them.</summary>
/// <param name="Slot">What the form asks, and what the command takes.</param>
/// <param name="Show">How it stands now, such that <paramref name="Read"/> understands it.</param>
/// <param name="Read">The terms with what was given, or what is wrong with that.</param>
internal sealed record Setting(Slot Slot, Func<TeamTerms, Language, string> Show, Func<TeamTerms, string, LocalDateTime, (TeamTerms Terms, Text? Problem)> Read)
{
    /// <summary>A whole number within bounds.</summary>
    public static Setting Number(string name, Text group, Text label, (int Least, int Most) bounds, Func<TeamSettings, int> get, Func<TeamSettings, int, TeamSettings> set) => new(
        new Slot(name, SlotKind.Phrase, label) { Required = true, Group = group },
        (terms, _) => get(terms.Settings).ToString(CultureInfo.InvariantCulture),
        (terms, given, _) => Count(given) is { } number && number >= bounds.Least && number <= bounds.Most
            ? (terms with { Settings = set(terms.Settings, number) }, null)
            : (terms, TeamTexts.NumberBetween(bounds.Least, bounds.Most)));

    /// <summary>Settings with what is given for them; refuses, field by field, what is not understood and what leaves no working time.</summary>
    public static TeamTerms Apply(TeamTerms terms, IReadOnlyList<(Setting Setting, string Given)> given, TurnContext turn)
    {
        var (before, problems) = (terms, new Dictionary<string, Text>(StringComparer.Ordinal));
        foreach (var (setting, text) in given)
        {
            var read = setting.Read(terms, text.Trim(), turn.LocalNow);
            if (read.Problem is { } problem) problems[setting.Slot.Name] = problem;
            else terms = read.Terms;
        }

        if (problems.Count == 0 && !WorkingTime.Remains(terms.Settings, turn.Now))
        {
            var changed = given.Where(pair => pair.Setting.Show(before, default) != pair.Setting.Show(terms, default)).Select(pair => pair.Setting).LastOrDefault();
            problems[(changed ?? given[0].Setting).Slot.Name] = TeamTexts.NoWorkingTime;
        }

        return problems.Count == 0 ? terms : throw new RefusalException(problems.Values.First()) { Fields = problems };
    }

    /// <summary><c>14</c>, also as <c>14 days</c>.</summary>
    private static int? Count(string given) =>
        int.TryParse(given.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

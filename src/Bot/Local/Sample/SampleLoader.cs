using AccountNudge.Bot.Local.Chat;

namespace AccountNudge.Bot.Local.Sample;

/// <summary>What the bot answered to a line of the sample.</summary>
public sealed record SampleAnswer(SampleLine Line, Reply Reply);

/// <summary>Fills an empty page with two teams, by letting their people say what they would have said.</summary>
public sealed partial class SampleLoader(LocalChat chat, LocalTalk talk, LocalAnswer answer, IClock clock, ILogger<SampleLoader> logger)
{
    /// <summary>Loads both teams; does nothing once there are people. Hands back each line with its answer.</summary>
    public async Task<IReadOnlyList<SampleAnswer>> Load(CancellationToken cancellation)
    {
        if (!(await chat.Roster(cancellation)).IsEmpty) return [];
        var teams = SampleScript.Teams(clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date);
        foreach (var team in teams)
        {
            foreach (var person in team.People) await chat.Add(person, cancellation);
            foreach (var channel in team.Channels) await chat.Add(channel, cancellation);
        }

        var answers = new List<SampleAnswer>();
        foreach (var team in teams) answers.AddRange(await Play(team, cancellation));
        return answers;
    }

    private async Task<List<SampleAnswer>> Play(SampleTeam team, CancellationToken cancellation)
    {
        var answers = new List<SampleAnswer>();
        var home = team.Lines[0];
        await talk.Invite(Act(team, home), cancellation);
        foreach (var line in team.Lines)
        {
            var act = Act(team, line);
            if (line.Shown)
            {
                await talk.Say(act, $"@{LocalMentions.Bot} {line.Text}", cancellation);
                continue;
            }

            var reply = await answer(act.Say(line.Text), cancellation);
            answers.Add(new SampleAnswer(line, reply));
            if (reply.Form is not null) LogNotUnderstood(team.Lines.ToList().IndexOf(line), line.Channel);
        }

        return answers;
    }

    private static LocalAct Act(SampleTeam team, SampleLine line) => new(
        Guid.NewGuid().ToString("N"),
        team.People,
        team.People.Single(person => person.Id == line.Speaker),
        line.Channel,
        team.Channels.Single(channel => channel.Id == line.Channel));

    [LoggerMessage(LogLevel.Warning, "Line {Number} of the sample for {Channel} was answered with a form.")]
    private partial void LogNotUnderstood(int number, string channel);
}

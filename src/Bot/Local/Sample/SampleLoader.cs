using AccountNudge.Bot.Local.Chat;

namespace AccountNudge.Bot.Local.Sample;

/// <summary>What the bot answered to a line of the sample.</summary>
public sealed record SampleAnswer(SampleLine Line, Reply Reply);

/// <summary>How many of the sample's lines have been said.</summary>
public sealed record SampleProgress(int Said, int Lines);

/// <summary>Fills an empty page with two teams, by letting their people say what they would have said.</summary>
#pragma warning disable CA1001 // The semaphore's wait handle is never taken, so there is nothing to dispose of.
public sealed partial class SampleLoader(LocalChat chat, LocalTalk talk, LocalAnswer answer, LocalEvents events, IClock clock, ILogger<SampleLoader> logger)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim oneAtATime = new(1);
    private volatile bool isUnwanted;

    /// <summary>How far it is; null while nothing is being loaded.</summary>
    public SampleProgress? Progress { get; private set; }

    /// <summary>
    /// Loads both teams, or, when it is stopped or fails, nothing of them; does nothing once there are people. Hands back each line
    /// with its answer.
    /// </summary>
    /// <param name="first">Whose team is loaded first.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public async Task<IReadOnlyList<SampleAnswer>> Load(Language first, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (!(await chat.Roster(cancellation)).IsEmpty) return [];
            return await Play(SampleScript.Teams(clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date, first), cancellation);
        }
        catch
        {
            await chat.Forget(CancellationToken.None);
            throw;
        }
        finally
        {
            Progress = null;
            events.Changed();
            oneAtATime.Release();
        }
    }

    /// <summary>Stops what is being loaded, and lets somebody begin without it.</summary>
    public async Task<T> Instead<T>(Func<Task<T>> begin, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(begin);
        isUnwanted = true;
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            isUnwanted = false;
            return await begin();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<IReadOnlyList<SampleAnswer>> Play(IReadOnlyList<SampleTeam> teams, CancellationToken cancellation)
    {
        Progress = new SampleProgress(0, teams.Sum(team => team.Lines.Count));
        foreach (var team in teams)
        {
            foreach (var person in team.People) await chat.Add(person, cancellation);
            foreach (var channel in team.Channels) await chat.Add(channel, cancellation);
        }

        var answers = new List<SampleAnswer>();
        foreach (var team in teams)
        {
            await talk.Invite(Act(team, team.Lines[0]), cancellation);
            foreach (var line in team.Lines) answers.AddRange(await Say(team, line, cancellation));
        }

        return answers;
    }

    private async Task<IReadOnlyList<SampleAnswer>> Say(SampleTeam team, SampleLine line, CancellationToken cancellation)
    {
        if (isUnwanted) throw new OperationCanceledException("Somebody begins without the sample.");
        Progress = Progress! with { Said = Progress.Said + 1 };
        events.Changed();
        var act = Act(team, line);
        if (line.Shown)
        {
            await talk.Say(act, $"@{LocalMentions.Bot} {line.Text}", cancellation);
            return [];
        }

        var reply = await answer(act.Say(line.Text), cancellation);
        if (reply.Form is not null) LogNotUnderstood(team.Lines.ToList().IndexOf(line), line.Channel);
        return [new SampleAnswer(line, reply)];
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

using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Digests;

namespace AccountNudge.Bot.Conversation.Digests;

/// <summary>My open matters; for the asker's eyes only.</summary>
internal sealed class TodayCommand() : Command(
    new("today", CommandGroup.Ask, new("today", "heute"), new($"shows what is open for you", $"zeigt, was für ‹dich|Sie› offen ist"), new($"today", $"heute")))
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation) =>
        Reply.Asker(TodayCards.Of(await turn.Store.TodayOf(turn.Speaker.Id, turn.Now, cancellation), turn.ForAsker()));
}

/// <summary>[Show Today], below a morning message that could not hold everything.</summary>
internal sealed class OpenToday(IServiceProvider services) : ButtonAction
{
    private readonly TodayCommand today = ActivatorUtilities.CreateInstance<TodayCommand>(services);

    public override string Id => "today.open";

    public override bool OnlyOpens => true;

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        turn.Teams.Count > 0 ? today.Run(turn, Arguments.None, cancellation) : Task.FromResult(Replies.Hint(turn, ConversationTexts.NoTeamYet(turn.Turn.Call)));
}

/// <summary>The report now, over the teams in scope: the channel's own, or in a direct message all of the speaker's.</summary>
internal sealed class DigestCommand() : Command(
    new("digest", CommandGroup.Ask, new("digest|report", "überblick|bericht"), new($"shows how things stand, also over days of your choice", $"zeigt, wie es steht, auch über einen Zeitraum"), new($"digest last month", $"überblick letzter Monat"), new($"See how things stand", $"Überblick")))
{
    private static readonly Slot Span = new("span", SlotKind.Choice, DigestTexts.Span)
    {
        Word = new("last week/this month/last month/last quarter/this year", "letzte Woche/dieser Monat/letzter Monat/letztes Quartal/dieses Jahr"),
        Hint = DigestTexts.SpanHint,
        Choices =
        [
            new("last-week", new("last week|of last week|for last week", "letzte woche|der letzten woche|vorige woche"), new($"Last week", $"Letzte Woche")),
            new("this-month", new("this month|of this month", "dieser monat|diesen monat|dieses monats|diesem monat"), new($"This month", $"Dieser Monat")),
            new("last-month", new("last month|of last month|for last month", "letzter monat|letzten monat|letzten monats|im letzten monat|voriger monat"), new($"Last month", $"Letzter Monat")),
            new("last-quarter", new("last quarter|of last quarter", "letztes quartal|im letzten quartal|voriges quartal"), new($"Last quarter", $"Letztes Quartal")),
            new("this-year", new("this year|of this year", "dieses jahr|in diesem jahr"), new($"This year", $"Dieses Jahr")),
        ],
    };

    private static readonly Slot From = new("from", SlotKind.When, DigestTexts.DaysFrom) { Keyword = new("from|since", "ab|von|vom|seit"), Word = new("DATE", "DATUM"), Past = true };

    public override IReadOnlyList<Slot> Slots { get; } = [Span, From];

    public override bool RunsBare => true;

    /// <summary>The days that are asked for; null for the last seven.</summary>
    private static DateInterval? Days(TurnContext turn, Arguments arguments)
    {
        var (today, month) = (turn.Today, turn.Today.With(DateAdjusters.StartOfMonth));
        if (arguments.Choice(Span.Name) is { } span)
        {
            var monday = today.PlusDays(1 - (int)today.DayOfWeek);
            var quarter = month.PlusMonths(-((today.Month - 1) % 3));
            return span switch
            {
                "last-week" => new DateInterval(monday.PlusWeeks(-1), monday.PlusDays(-1)),
                "last-month" => new DateInterval(month.PlusMonths(-1), month.PlusDays(-1)),
                "last-quarter" => new DateInterval(quarter.PlusMonths(-3), quarter.PlusDays(-1)),
                "this-year" => new DateInterval(new LocalDate(today.Year, 1, 1), today),
                _ => new DateInterval(month, today),
            };
        }

        return arguments.When(From.Name)?.Date is { } from && from <= today ? new DateInterval(from, today) : null;
    }

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var managed = await turn.Store.Memberships.Where(place => place.MemberId == turn.Speaker.Id && place.IsManager).Select(place => place.TeamId).ToListAsync(cancellation);
        // What only managers may know is said to those who manage all of it, and where nobody else reads.
        var isForManagers = turn.Turn.Channel.IsDirect && turn.Teams.All(team => managed.Contains(team.Id));
        var report = await turn.Store.DigestOf(Days(turn, arguments), turn.Now, isForManagers, cancellation);
        return report is null
            ? Replies.Hint(turn, ConversationTexts.NoTeamYet(turn.Turn.Call))
            : turn.ReplyToTeam(context => DigestCards.Of(report, DigestTexts.Overview(string.Join(", ", report.Teams.Select(team => team.Name))), context));
    }
}

using System.Globalization;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Promises;

namespace AccountNudge.Bot.Conversation.Promises;

/// <summary>How promises are said.</summary>
internal sealed class PromiseView : IPracticeView
{
    private const int MostQuestions = 3;
    private const int LongestMention = 60;
    private const int MostReferrals = 3;

    public string Kind => PromisePractice.Kind;

    public Text Noun { get; } = new($"promise", $"Zusage");

    public string Quote(NudgeLine line) => line.Facts.Promise(line.Nudge.Subject)?.Text ?? "";

    public Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        if (line.Facts.Promise(line.Nudge.Subject) is not { } promise) return new($"{who}: a promise is open.", $"{who}: Eine Zusage ist offen.");
        return line.Nudge.Ask switch
        {
            PromisePractice.NameNewDate => PromiseTexts.IsStillWaiting(who, PromiseTexts.Due(promise, context)).WithHelp(line, context),
            PromisePractice.MakeGood => PromiseTexts.HasWaitedTwice(who).WithHelp(line, context),
            PromisePractice.SeeBroken => PromiseTexts.ForManager(who, promise.SettledAt is not null, promise.WasMovedSilently && !promise.IsOverdue(context.Now)),
            PromisePractice.AskClient => PromiseTexts.DoTheySayAllIsWell(who),
            PromisePractice.Agree when line.Facts.Contradicted(promise) is { } other => PromiseTexts.TwoDates(who, PromiseTexts.Due(promise, context), PromiseTexts.Due(other, context)),
            _ when promise.WasMovedSilently => PromiseTexts.IsNotKnown(who, promise, context),
            _ => PromiseTexts.IsExpected(who, promise, context),
        };
    }

    public Text Coming(NudgeLine line, LocalDate day, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        return line.Facts.Promise(line.Nudge.Subject) is { } promise ? PromiseTexts.Coming(who, promise, context) : new($"{who}: {Noun}", $"{who}: {Noun}");
    }

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Promise(line.Nudge.Subject) is not { IsOpen: true } promise) yield break;
        if (promise.MemberId != line.Addressee?.Id && line.Facts.Roster.Find(promise.MemberId) is { } member) yield return PromiseTexts.PromisedBy(member.Name);
        if (promise.SettledAt is null && line.Nudge.Ask is PromisePractice.MakeGood or PromisePractice.SeeBroken) yield return PromiseTexts.Standing(promise, context);
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => line.Nudge.Ask == PromisePractice.SeeBroken
        // What ends it is a talk.
        ? [OpenLog.Button(line.Account.Id, voice), .. OnThePromise(line, voice).Select(button => button with { Style = ButtonStyle.Default })]
        : OnThePromise(line, voice);

    private static IReadOnlyList<Button> OnThePromise(NudgeLine line, Voice voice) => line.Facts.Promise(line.Nudge.Subject) is { IsOpen: true } promise
        ? [.. PromiseButtons.For(promise, line.Facts, Asked(line, promise), voice), .. promise.SettledAt is null ? [SnoozePressed.Later(line.Nudge.Id, voice)] : Array.Empty<Button>()]
        : [];

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) =>
        facts.Promise(subject) is { } promise ? PromiseButtons.For(promise, facts, promise.SetAt, voice) : [];

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) =>
        facts.Promise(subject) is { } promise ? PromiseCard.Of(promise, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) =>
        facts.Promise(subject) is { } promise && promise.Steps.FirstOrDefault(step => step.ChangeId == changeId) is { } step ? PromiseCard.Past(promise, step, facts, context) : null;

    public Text InCalendar(CalendarDay day, string who) => new($"Promised to {who}: {day.Text}", $"Zugesagt an {who}: {day.Text}");

    public Text Settled(string settlement) => PromiseTexts.Settled(settlement);

    public bool GoesOn(NudgeLine line) => line.Nudge.Ask != PromisePractice.Agree && line.Facts.Promise(line.Nudge.Subject) is { SettledAt: null };

    public async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation)
    {
        var words = await turn.Store.Promises.Where(promise => promise.Id == subject).Select(promise => promise.Text).FirstOrDefaultAsync(cancellation);
        var about = Shortening.Name(words);
        return new($"Promise “{about}”", $"Zusage „{about}“");
    }

    public Section Owed(OwedToday today, RenderContext context)
    {
        var (facts, voice) = (today.Facts, context.Voice);
        var promise = facts.Promise(today.Owed.Matter.Subject)!;
        var who = new Strong(Wording.Who(facts.Account, facts.ContactThere(promise.ContactId)));
        var standing = PromiseTexts.Standing(promise, context);
        return new Section(
            new Text($"{who}: {standing}", $"{who}: {standing}").In(voice),
            Wording.Beside(voice, Wording.Excerpt(promise.Text), PromisedBy(promise, facts)),
            [.. PromiseButtons.For(promise, facts, context.Now, voice), .. today.NudgeId is { } nudge && promise.SettledAt is null ? [SnoozePressed.Later(nudge, voice)] : Array.Empty<Button>()]);
    }

    public Text Open(int count) => count == 1 ? new($"one open promise", $"eine offene Zusage") : new($"{count} open promises", $"{count} offene Zusagen");

    public Text Told(StoryEntry entry, string? contact) => entry.Fact is Referral
        ? ReferralTexts.Told(contact)
        : PromiseTexts.Told(((PromiseEvent)entry.Fact).Step, Shortening.Of(((PromiseEvent)entry.Fact).About, LongestMention), contact);

    public Text Need(DigestNeed need, RenderContext context)
    {
        var who = new Strong(Wording.Who(need.Account, need.Contact));
        var since = Wording.At(need.Since, context);
        return need.Reason switch
        {
            PromiseDigest.MissedTwiceCall => new($"{who} has waited twice for what we promised, most recently since {since}; someone senior should ring them", $"{who} wartet zum zweiten Mal auf das, was wir zugesagt haben, diesmal seit {since}; die Leitung sollte anrufen"),
            PromiseDigest.Call => new($"{who} had to wait twice for what we promised; someone senior should ring them", $"{who} musste zweimal auf das warten, was wir zugesagt haben; die Leitung sollte anrufen"),
            PromiseDigest.MissedTwice => new($"{who} has waited twice for what we promised, most recently since {since}", $"{who} wartet zum zweiten Mal auf das, was wir zugesagt haben, diesmal seit {since}"),
            PromiseDigest.Missed => new($"{who} has been waiting since {since} for what we promised", $"{who} wartet seit {since}, auf das, was wir zugesagt haben"),
            _ => new($"{who} hasn’t said yet that all is well after two missed dates", $"{who} musste zweimal warten und hat noch nicht gesagt, dass alles gut ist"),
        };
    }

    /// <summary>Where nothing is promised, there is nothing to count.</summary>
    public IEnumerable<(Text Label, Text Value)> FiguresNow(DigestReport report)
    {
        if (report.Of<PromiseFigures>() is { } figures && figures.Open + figures.Kept > 0) yield return (PromiseTexts.OpenOnes, Wording.Number(figures.Open));
    }

    public IEnumerable<(Text Label, Text Value)> Figures(DigestReport report)
    {
        if (report.Of<PromiseFigures>() is { Kept: > 0 } figures) yield return (PromiseTexts.KeptInTime, PromiseTexts.Of(figures.KeptInTime, figures.Kept));
    }

    public IEnumerable<Chart> Charts(DigestReport report, RenderContext context)
    {
        if (report.Of<PromiseFigures>() is not { } figures || figures.InTimePerWeek.Sum() + figures.LatePerWeek.Sum() == 0) yield break;
        yield return Wording.PerWeek(PromiseTexts.KeptPerWeek, report, context.Voice, (PromiseTexts.InTime, figures.InTimePerWeek), (PromiseTexts.Late, figures.LatePerWeek));
    }

    public IEnumerable<CardPart> BriefParts(Brief brief, RenderContext context)
    {
        var open = brief.Facts.OpenPromises;
        if (open.Count > 0) yield return new Heading(PromiseTexts.OpenOnes.In(context.Voice));
        foreach (var promise in open) yield return InBrief(promise, brief.Facts, context);
    }

    public IEnumerable<(Text Label, Text Value)> BriefNotes(Brief brief, RenderContext context) => brief.Facts.Referrals.Take(MostReferrals).Select(referral =>
        (ReferralTexts.Recommended, ReferralTexts.InBrief(Shortening.Of(referral.Text, LongestMention), brief.Facts.Contact(referral.ContactId)?.Name, referral.On)));

    public async Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation)
    {
        var open = await turn.Store.Promises.CountAsync(promise => promise.AccountId == account.Id && promise.ClosedAt == null, cancellation);
        return open == 0 ? [] : [(PromiseTexts.OpenOnes, Text.Verbatim(open.ToString(CultureInfo.InvariantCulture)))];
    }

    public IEnumerable<Section> AskAbout(Interaction talk, AccountFacts facts, Voice voice) =>
        facts.OpenPromises.Where(promise => promise.SettledAt is null && talk.On >= facts.Calendar.DateOf(promise.MadeAt) && MayConcern(talk, promise))
            .Take(MostQuestions).Select(promise => Question(promise, talk, facts, voice));

    private static bool MayConcern(Interaction talk, Promise promise) => talk.ContactId is null || promise.ContactId is null || talk.ContactId == promise.ContactId;

    private static Section Question(Promise promise, Interaction talk, AccountFacts facts, Voice voice)
    {
        var due = PromiseTexts.Due(promise, new RenderContext(voice, facts.Calendar.Zone, talk.RecordedAt, IsDirect: false));
        return new Section(PromiseTexts.IsItDone(Shortening.Of(promise.Text, LongestMention), due, promise.IsOverdue(talk.RecordedAt)).In(voice), null, [
            PromiseButtons.Of(KeptPressed.ActionId, promise, voice, PromiseButtons.OnAnotherCard),
            PromiseButtons.Of(MovedToldPressed.ActionId, promise, voice, PromiseButtons.OnAnotherCard),
        ]);
    }

    private static Section InBrief(Promise promise, AccountFacts facts, RenderContext context)
    {
        var who = facts.Contact(promise.ContactId)?.Name;
        var words = Wording.Excerpt(promise.Text);
        var text = who is null ? new Text($"{words}", $"{words}") : new Text($"{new Strong(who)}: {words}", $"{new Strong(who)}: {words}");
        return new Section(text.In(context.Voice), Wording.Beside(context.Voice, PromiseTexts.Standing(promise, context), PromisedBy(promise, facts)), PromiseButtons.For(promise, facts, context.Now, context.Voice));
    }

    private static Text? PromisedBy(Promise promise, AccountFacts facts) => facts.Roster.Find(promise.MemberId) is { } member ? PromiseTexts.PromisedBy(member.Name) : null;

    /// <summary>As of when the buttons of a nudge are meant: what it asks for says how far the promise had come.</summary>
    private static Instant Asked(NudgeLine line, Promise promise) => line.Nudge.Ask is PromisePractice.MakeGood or PromisePractice.SeeBroken ? promise.SecondMissAt : promise.SetAt;

    public Text? WhyGateIsShut(AccountFacts facts, RenderContext context)
    {
        if (facts.OpenPromises.Any(promise => promise.IsOverdue(context.Now))) return PromiseTexts.HeldWhileOverdue;
        if (facts.OpenPromises.Any(promise => promise.IsBroken(context.Now))) return PromiseTexts.HeldUntilConfirmed;
        return facts.Promises.Max(facts.GateOpensAfter) is { } opens && opens > context.Now ? PromiseTexts.HeldUntil(Moments.On(facts.Calendar.DateOf(opens), facts.Today(context.Now))) : null;
    }
}

using System.Globalization;
using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>How complaints are said.</summary>
internal sealed class ComplaintView : IPracticeView
{
    private const int MostQuestions = 3;
    private const int LongestMention = 60;

    public string Kind => ComplaintPractice.Kind;

    public Text Noun { get; } = new($"complaint", $"Beschwerde");

    public string Quote(NudgeLine line) => line.Facts.Complaint(line.Nudge.Subject)?.Text ?? "";

    public Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        var due = Wording.At(line.Nudge.DueAt, context);
        var complaint = line.Facts.Complaint(line.Nudge.Subject);
        return line.Nudge.Ask switch
        {
            ComplaintPractice.Acknowledge => Acknowledge(line, complaint, who, context).WithHelp(line, context),
            ComplaintPractice.HearOf => new($"{who} has complained; another system has just logged it.", $"{who} hat sich beschwert; ein anderes System hat es gerade aufgenommen."),
            ComplaintPractice.Update => (line.Nudge.Rung == 0
                ? new Text($"{who} should hear from us today, even if only that we’re on it.", $"{who} sollte heute von uns hören, auch wenn es nur heißt: Wir sind dran.")
                : new Text($"{who} has been waiting to hear from us since {due}.", $"{who} wartet seit {due}, auf eine Nachricht von uns.")).WithHelp(line, context),
            ComplaintPractice.AnswerChaser => Chased(complaint, who),
            ComplaintPractice.TalkAsSenior => Senior(line, complaint, who),
            ComplaintPractice.ConsiderMediator => Stuck(complaint, who),
            ComplaintPractice.Mediate => Mediate(line, complaint, who),
            ComplaintPractice.AskClient => Waiting(line, complaint, who, context),
            ComplaintPractice.Resolve => (line.Nudge.Rung == 0
                ? new Text($"{who} is expecting the solution today, as agreed.", $"{who} rechnet heute mit der Lösung, wie vereinbart.")
                : new Text($"{who} has been waiting for the solution since {due}.", $"{who} wartet seit {due}, auf die Lösung.")).WithHelp(line, context),
            _ => new($"{who} hasn’t been in touch again, so the complaint counts as settled.", $"{who} hat sich nicht mehr gemeldet; die Beschwerde gilt als erledigt."),
        };
    }

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Complaint(line.Nudge.Subject) is not { } complaint || !(complaint.IsOpen || complaint.AwaitsSeniorTalk)) yield break;
        yield return ComplaintTexts.OpenSince(Wording.At(complaint.OpenedAt, context));
        if (line.Nudge.Ask == ComplaintPractice.Acknowledge) yield return ComplaintTexts.Due(Wording.At(line.Nudge.DueAt, context));
        else if (line.Nudge.Ask == ComplaintPractice.HearOf && complaint.AcknowledgeBy is { } by) yield return ComplaintTexts.Due(Wording.At(by, context));
        else if (line.Nudge.Ask is ComplaintPractice.Update or ComplaintPractice.Resolve) yield return ComplaintTexts.DueNow(Wording.At(line.Nudge.DueAt, context));
        yield return ComplaintTexts.Chasers(complaint.Chasers);
        yield return BusyWith(complaint, line.Facts);
        if (line.Nudge.Ask is not (ComplaintPractice.AnswerChaser or ComplaintPractice.TalkAsSenior)) yield return ComplaintCard.PerhapsRing(complaint, line.Facts);
        foreach (var history in ComplaintCard.History(complaint, line.Facts, context)) yield return history;
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => line.Facts.Complaint(line.Nudge.Subject) switch
    {
        { } complaint when line.Nudge.Ask == ComplaintPractice.TalkAsSenior => ComplaintButtons.Senior(complaint, voice),
        { } complaint when line.Nudge.Ask == ComplaintPractice.ConsiderMediator => ComplaintButtons.Neutral(complaint, voice),
        { IsOpen: true } complaint => [.. ComplaintButtons.Few(complaint, voice), SnoozePressed.Later(line.Nudge.Id, voice)],
        { } complaint => ComplaintButtons.Few(complaint, voice),
        null => [],
    };

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) =>
        facts.Complaint(subject) is { } complaint ? ComplaintButtons.Few(complaint, voice) : [];

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) =>
        facts.Complaint(subject) is { } complaint ? ComplaintCard.Of(complaint, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) =>
        facts.Complaint(subject) is { } complaint && complaint.Steps.FirstOrDefault(step => step.ChangeId == changeId) is { } step ? ComplaintCard.Past(complaint, step, facts, context) : null;

    public Text Settled(string settlement) => settlement switch
    {
        nameof(ComplaintStepKind.Acknowledged) => new($"client knows we have it", $"Eingang bestätigt"),
        nameof(ComplaintStepKind.Updated) => new($"client has news", $"Zwischenstand gegeben"),
        nameof(ComplaintStepKind.Waiting) => new($"waiting for the client", $"wir warten auf Antwort"),
        nameof(ComplaintStepKind.Resolved) => new($"solved", $"gelöst"),
        nameof(ComplaintStepKind.Confirmed) => new($"client agrees, settled", $"bestätigt"),
        nameof(ComplaintStepKind.Reopened) => new($"reopened", $"wieder geöffnet"),
        nameof(ComplaintStepKind.ClosedUnjustified) => new($"closed as not justified", $"als unberechtigt abgeschlossen"),
        nameof(ComplaintStepKind.SeniorTalked) => new($"someone senior has talked to them", $"die Leitung hat mit dem Kunden gesprochen"),
        nameof(ComplaintStepKind.MarkedAsBreach) => new($"marked as a breach of trust", $"als Vertrauensbruch vermerkt"),
        nameof(ComplaintStepKind.MediatorNamed) => new($"someone neutral talks to both sides", $"jemand Unbeteiligtes vermittelt"),
        nameof(ComplaintStepKind.MediatorDeclined) => new($"nobody neutral needed", $"es geht ohne Vermittlung"),
        _ => NudgeTexts.Done,
    };

    /// <summary>The client asked once more, or another day was agreed.</summary>
    public bool GoesOn(NudgeLine line) => line.Nudge.Ask is ComplaintPractice.Acknowledge or ComplaintPractice.Update or ComplaintPractice.Resolve or ComplaintPractice.AnswerChaser
        && line.Facts.Complaint(line.Nudge.Subject) is { State: ComplaintState.Open or ComplaintState.Acknowledged };

    public async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation)
    {
        var words = await turn.Store.Complaints.Where(complaint => complaint.Id == subject).Select(complaint => complaint.Text).FirstOrDefaultAsync(cancellation);
        var about = Shortening.Name(words);
        return new($"Complaint “{about}”", $"Beschwerde „{about}“");
    }

    public Section Owed(OwedToday today, RenderContext context)
    {
        var (facts, voice) = (today.Facts, context.Voice);
        var complaint = facts.Complaint(today.Owed.Matter.Subject)!;
        var who = new Strong(Wording.Who(facts.Account, facts.ContactThere(complaint.ContactId)));
        var standing = ComplaintTexts.Standing(complaint, context);
        return new Section(
            new Text($"{who}: {standing}", $"{who}: {standing}").In(voice),
            Wording.Beside(voice, complaint.Text.Length > 0 ? Wording.Excerpt(complaint.Text) : null, ComplaintTexts.Chasers(complaint.Chasers), BusyWith(complaint, facts), ComplaintCard.PerhapsRing(complaint, facts)),
            [.. ComplaintButtons.Few(complaint, voice), .. today.NudgeId is { } nudge ? [SnoozePressed.Later(nudge, voice)] : Array.Empty<Button>()]);
    }

    public Text? WhyGateIsShut(AccountFacts facts, RenderContext context)
    {
        if (facts.Complaints.Any(complaint => complaint.IsOpen)) return ComplaintTexts.HeldWhileOpen;
        return facts.Complaints.Where(complaint => complaint.IsCoolingDown).Max(complaint => complaint.GateOpensAt) is { } opens
            ? ComplaintTexts.HeldUntil(Moments.On(facts.Calendar.DateOf(opens), facts.Today(context.Now))) : null;
    }

    public Text Open(int count) => count == 1 ? new($"one open complaint", $"eine offene Beschwerde") : new($"{count} open complaints", $"{count} offene Beschwerden");

    public Text Told(StoryEntry entry, string? contact)
    {
        var (step, words) = (((ComplaintEvent)entry.Fact).Step, ((ComplaintEvent)entry.Fact).About);
        if (step == ComplaintStepKind.Opened) return contact is null ? Noun : new($"complaint by {contact}", $"Beschwerde von {contact}");
        var about = Shortening.Of(words, LongestMention);
        var what = step switch
        {
            ComplaintStepKind.Chased => new Text($"the client asked again", $"der Kunde hat nachgefragt"),
            ComplaintStepKind.ConfirmedBySilence => new($"settled, nothing more came", $"erledigt, es kam nichts mehr"),
            _ => Settled(step.ToString()),
        };
        return new($"complaint “{about}”: {what}", $"Beschwerde „{about}“: {what}");
    }

    public Text Need(DigestNeed need, RenderContext context)
    {
        var who = new Strong(Wording.Who(need.Account, need.Contact));
        var since = Wording.At(need.Since, context);
        var times = NudgeTexts.Times(need.Count);
        return need.Reason switch
        {
            ComplaintDigest.Breach => new($"{who}: trust is broken since {since}; someone senior should talk to them", $"{who}: Das Vertrauen ist seit {since}, angeschlagen, die Leitung sollte mit dem Kunden sprechen"),
            ComplaintDigest.AskedTwice => new($"{who} has had to ask again {times}, most recently {since}", $"{who} musste {times} nachfragen, zuletzt {since}"),
            ComplaintDigest.NoAnswer => new($"{who} has been waiting for an answer since {since}", $"{who} wartet seit {since}, auf eine Antwort"),
            ComplaintDigest.NoSolution => new($"{who} has been waiting for the solution since {since}", $"{who} wartet seit {since}, auf die Lösung"),
            ComplaintDigest.NoWord => new($"{who} has been waiting to hear from us since {since}", $"{who} wartet seit {since}, auf eine Nachricht von uns"),
            _ when need.Count < 2 => new($"{who}: several updates, and nothing has moved; a fresh pair of eyes might help", $"{who}: mehrere Zwischenbescheide ohne Fortschritt, vielleicht hilft ein frischer Blick"),
            _ => new($"{who}: reopened {times}; a fresh pair of eyes might help", $"{who}: {times} wieder geöffnet, vielleicht hilft ein frischer Blick"),
        };
    }

    public IEnumerable<(Text Label, Text Value)> FiguresNow(DigestReport report)
    {
        if (report.Of<ComplaintFigures>() is { } figures) yield return (ComplaintTexts.OpenOnes, Wording.Number(figures.Open));
    }

    public IEnumerable<(Text Label, Text Value)> Figures(DigestReport report)
    {
        if (report.Of<ComplaintFigures>() is not { } figures) yield break;
        if (figures.FirstWord is { } word) yield return (ComplaintTexts.TimeToFirstWord, Wording.WorkingTime(word));
        if (figures.Solution is { } solution) yield return (ComplaintTexts.TimeToSolution, Wording.WorkingTime(solution));
    }

    public IEnumerable<Chart> ChartsNow(DigestReport report, RenderContext context)
    {
        if (report.Of<ComplaintFigures>() is not { } figures) yield break;
        var voice = context.Voice;
        if (figures.ByAge.Count > 0)
        {
            yield return new Chart(ChartKind.Bar, ComplaintTexts.ByAge.Plain(voice), [.. figures.ByAge.Select((age, index) => ComplaintTexts.Age(index == 0 ? null : figures.ByAge[index - 1].Days, age.Days).Plain(voice))], [
                new(ComplaintTexts.Complaints.Plain(voice), [.. figures.ByAge.Select(age => (decimal)age.Count)]),
            ]);
        }

        if (figures.Causes.Count > 0)
        {
            yield return new Chart(ChartKind.Bar, ComplaintTexts.Causes.Plain(voice), [.. figures.Causes.Select(cause => ComplaintTexts.Cause(cause.Cause).Plain(voice))], [
                new(ComplaintTexts.Complaints.Plain(voice), [.. figures.Causes.Select(cause => (decimal)cause.Count)]),
            ]);
        }
    }

    public IEnumerable<Chart> Charts(DigestReport report, RenderContext context)
    {
        if (report.Of<ComplaintFigures>() is not { } figures || figures.Opened.Sum() + figures.Confirmed.Sum() == 0) yield break;
        yield return Wording.PerWeek(ComplaintTexts.PerWeek, report, context.Voice, (ComplaintTexts.New, figures.Opened), (ComplaintTexts.ConfirmedOnes, figures.Confirmed));
    }

    public IEnumerable<CardPart> BriefParts(Brief brief, RenderContext context)
    {
        var open = brief.Facts.Complaints.Where(complaint => complaint.IsOpen).OrderBy(complaint => complaint.OpenedAt).ToList();
        if (open.Count > 0) yield return new Heading(ComplaintTexts.OpenOnes.In(context.Voice));
        foreach (var complaint in open) yield return InBrief(complaint, brief.Facts, context);
        if (ComplaintCard.Earlier(brief.Facts.ClosedComplaints, []) is { } earlier) yield return new Note(earlier.In(context.Voice));
    }

    public async Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation)
    {
        var open = await turn.Store.Complaints.CountAsync(complaint => complaint.AccountId == account.Id && complaint.ClosedAt == null, cancellation);
        return open == 0 ? [] : [(ComplaintTexts.OpenOnes, Text.Verbatim(open.ToString(CultureInfo.InvariantCulture)))];
    }

    public IEnumerable<Section> AskAbout(Interaction talk, AccountFacts facts, Voice voice) =>
        facts.Complaints.Where(complaint => complaint.ClosedAt is null && talk.On >= facts.Calendar.DateOf(complaint.CycleBeganAt))
            .OrderByDescending(complaint => complaint.OpenedAt).Take(MostQuestions).Select(complaint => Question(complaint, talk.Direction, voice));

    private static Section Question(Complaint complaint, Direction direction, Voice voice)
    {
        var words = Shortening.Of(complaint.Text, LongestMention);
        if (complaint.State == ComplaintState.Resolved) return new Section(ComplaintTexts.IsItSolved(words).In(voice), null, Buttons("complaint.confirm", "complaint.reopen"));
        return direction == Direction.They
            ? new Section(ComplaintTexts.DidTheyAsk(words).In(voice), null, Buttons("complaint.chased"))
            : new Section(ComplaintTexts.WasItAbout(words).In(voice), null, Buttons(complaint.State == ComplaintState.Open ? "complaint.acknowledge" : "complaint.update"));

        IReadOnlyList<Button> Buttons(params string[] actions) => [.. actions.Select(action => ComplaintButtons.Of(action, complaint, voice, LiveCard.OnAnotherCard))];
    }

    private static Section InBrief(Complaint complaint, AccountFacts facts, RenderContext context)
    {
        var who = facts.Contact(complaint.ContactId)?.Name;
        var (words, standing) = (Wording.Excerpt(complaint.Text), ComplaintTexts.Standing(complaint, context));
        var text = who is null ? new Text($"{words}", $"{words}") : new Text($"{new Strong(who)}: {words}", $"{new Strong(who)}: {words}");
        var detail = Wording.Beside(context.Voice, ComplaintTexts.OpenSince(Wording.At(complaint.OpenedAt, context)), standing, ComplaintTexts.Chasers(complaint.Chasers), complaint.BreachAt is null ? null : ComplaintTexts.BreachInShort);
        return new Section(text.In(context.Voice), detail, ComplaintButtons.Few(complaint, context.Voice));
    }

    private static Text? BusyWith(Complaint complaint, AccountFacts facts) => facts.Roster.Find(complaint.OnItBy) is { } busy ? ComplaintTexts.BusyWith(busy.Name) : null;

    private static Text Acknowledge(NudgeLine line, Complaint? complaint, Strong who, RenderContext context)
    {
        var since = Wording.At(complaint?.CycleBeganAt ?? line.Nudge.DueAt, context);
        if (complaint is { Reopened: > 0 })
            return new($"{who} says it isn’t solved after all and has been waiting for an answer since {since}.", $"{who} sagt, dass es doch nicht gelöst ist, und wartet seit {since}, auf eine Antwort.");
        return line.Nudge.Rung == 0
            ? new($"{who} has been waiting for an answer since {since}.", $"{who} wartet seit {since}, auf eine Antwort.")
            : new($"{who} has been waiting for a first answer since {since}.", $"{who} wartet seit {since}, auf eine erste Antwort.");
    }

    private static Text Chased(Complaint? complaint, Strong who) => complaint?.Chasers is { } times and > 2
        ? new($"{who} has had to ask again {NudgeTexts.Times(times)} now. Best to ring them today.", $"{who} musste schon {NudgeTexts.Times(times)} nachfragen. Am besten heute noch anrufen.")
        : new($"{who} has had to ask a second time. Best to ring them today.", $"{who} musste ein zweites Mal nachfragen. Am besten heute noch anrufen.");

    private static Text Senior(NudgeLine line, Complaint? complaint, Strong who) =>
        line.Facts.Roster.Find(complaint?.Steps.LastOrDefault(step => step.Kind == ComplaintStepKind.MarkedAsBreach)?.MemberId) is { } member
            ? new($"{who} doesn’t trust us any more, says {member.Name}. It would help if you talked to them in person.", $"{who} vertraut uns nicht mehr, sagt {member.Name}. Jetzt hilft am ehesten, wenn ‹du selbst das Gespräch suchst|Sie selbst das Gespräch suchen›.")
            : new($"{who} doesn’t trust us any more. It would help if you talked to them in person.", $"{who} vertraut uns nicht mehr. Jetzt hilft am ehesten, wenn ‹du selbst das Gespräch suchst|Sie selbst das Gespräch suchen›.");

    private static Text Stuck(Complaint? complaint, Strong who) => complaint is { Reopened: >= 2 and var times }
        ? new($"{who} has said {NudgeTexts.Times(times)} that it isn’t solved after all. Perhaps someone outside the account could talk with both sides.", $"{who} hat schon {NudgeTexts.Times(times)} gesagt, dass es doch nicht gelöst ist. Vielleicht kann jemand Unbeteiligtes mit beiden Seiten sprechen.")
        : new($"{who} has had several updates, and nothing has moved. Perhaps someone outside the account could talk with both sides.", $"{who} hat mehrere Zwischenbescheide bekommen, aber es geht nicht voran. Vielleicht kann jemand Unbeteiligtes mit beiden Seiten sprechen.");

    private static Text Mediate(NudgeLine line, Complaint? complaint, Strong who)
    {
        var asker = line.Facts.Roster.Find(complaint?.Steps.LastOrDefault(step => step.Kind == ComplaintStepKind.MediatorNamed)?.MemberId)?.Name;
        return asker is null
            ? new($"{who}: could you talk to both sides? You haven’t been involved, and that helps.", $"{who}: ‹Kannst du|Können Sie› mit beiden Seiten sprechen? Es hilft, dass ‹du|Sie› bisher nicht beteiligt ‹warst|waren›.")
            : new($"{who}: {asker} asks you to talk to both sides. You haven’t been involved, and that helps.", $"{who}: {asker} bittet ‹dich|Sie›, mit beiden Seiten zu sprechen. Es hilft, dass ‹du|Sie› bisher nicht beteiligt ‹warst|waren›.");
    }

    private static Text Waiting(NudgeLine line, Complaint? complaint, Strong who, RenderContext context)
    {
        var since = Wording.Date((complaint?.WaitingSince ?? line.Nudge.DueAt).InZone(context.Zone).Date, context);
        return new($"{who} was going to get back to us; we’ve been waiting since {since}. Shall we ask if anything’s missing?", $"{who} wollte sich noch melden, wir warten seit dem {since}. Kurz nachfragen, ob etwas fehlt?");
    }
}

using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Departures;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Departures;

/// <summary>How departures are said.</summary>
internal sealed class DepartureView : IPracticeView
{
    public string Kind => DeparturePractice.Kind;

    public Text Noun { get; } = new($"someone left", $"Weggang");

    public Text Open(int count) => count == 1 ? new($"one person left", $"eine Person gegangen") : new($"{count} people left", $"{count} Personen gegangen");

    /// <summary>Whoever follows once they are to be talked to, else whoever left.</summary>
    public Contact? Contact(NudgeLine line) =>
        line.Nudge.Ask == DeparturePractice.Introduce ? line.Facts.Contact(line.Facts.Departure(line.Nudge.Subject)?.SuccessorContactId) ?? line.Contact : line.Contact;

    public Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        if (line.Facts.Departure(line.Nudge.Subject) is not { } departure) return DepartureTexts.IsGone(who, "");
        var (leaver, account) = (DepartureCard.Leaver(departure, line.Facts)?.Name ?? line.Account.Name, line.Account.Name);
        switch (line.Nudge.Ask)
        {
            case DeparturePractice.Introduce:
                var notMet = DepartureTexts.NotMet(who, leaver);
                if (line.Nudge.Rung == 0) return Joined(notMet, DepartureTexts.IntroduceToday);
                return line.Nudge.Rung == Ladder.ThirdPersonRung ? Joined(notMet, DepartureTexts.WhoKnowsSomebody(account)) : notMet.WithHelp(line, context);
            case DeparturePractice.NameSuccessor:
                var asked = Joined(DepartureTexts.IsGone(who, departure.Text), DepartureTexts.WhoFollows);
                return line.Nudge.Rung == Ladder.ThirdPersonRung ? Joined(asked, DepartureTexts.WhoKnowsSomebody(account)) : asked.WithHelp(line, context);
            default:
                var gone = DepartureTexts.IsGone(who, departure.Text);
                return line.Facts.Contact(departure.SuccessorContactId) is { } successor ? Joined(gone, DepartureTexts.HasSuccessor(successor.Name)) : gone;
        }
    }

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Departure(line.Nudge.Subject) is { } departure) yield return DepartureCard.NotedBy(departure, line.Facts, context);
    }

    public IEnumerable<CardPart> Below(NudgeLine line, RenderContext context) =>
        line.Facts.Departure(line.Nudge.Subject) is { } departure ? DepartureCard.Checklist(departure, line.Facts, context) : [];

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => line.Facts.Departure(line.Nudge.Subject) is { } departure && DepartureButtons.Of(departure, line.Facts, voice) is { Count: > 0 } buttons
        ? [.. buttons, SnoozePressed.Later(line.Nudge.Id, voice)]
        : [];

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) => facts.Departure(subject) is { } departure ? DepartureButtons.Of(departure, facts, voice) : [];

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) => facts.Departure(subject) is { IsDeath: false } departure ? DepartureCard.Of(departure, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => facts.Departure(subject) is { IsDeath: false } departure
        ? new Card(DepartureCard.Headline(departure, facts).In(context.Voice), new Note(NudgeTexts.GoesOnBelow.In(context.Voice)))
        : null;

    public Text Settled(string settlement) => DepartureTexts.Settled(settlement);

    public async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation)
    {
        var contactId = await turn.Store.Departures.Where(departure => departure.Id == subject).Select(departure => departure.ContactId).FirstOrDefaultAsync(cancellation);
        return await turn.Contact(contactId, cancellation) is { State: not ContactState.Deceased } leaver ? new($"{leaver.Name} has left", $"{leaver.Name} ist gegangen") : Noun;
    }

    public Section Owed(OwedToday today, RenderContext context)
    {
        var (facts, voice) = (today.Facts, context.Voice);
        var departure = facts.Departure(today.Owed.Matter.Subject)!;
        var successor = facts.Contact(departure.SuccessorContactId);
        var leaver = DepartureCard.Leaver(departure, facts);
        var text = successor is null
            ? Joined(DepartureTexts.IsGone(new Strong(Wording.Who(facts.Account, leaver)), departure.Text), DepartureTexts.WhoFollows)
            : DepartureTexts.NotMet(new Strong(Wording.Who(facts.Account, successor)), leaver?.Name ?? facts.Account.Name);
        return new Section(
            text.In(voice), Wording.Beside(voice, DepartureCard.NotedBy(departure, facts, context)),
            [.. DepartureButtons.Of(departure, facts, voice), .. today.NudgeId is { } nudge ? [SnoozePressed.Later(nudge, voice)] : Array.Empty<Button>()]);
    }

    public Text Told(StoryEntry entry, string? contact) => DepartureTexts.Told((DepartureEvent)entry.Fact, contact);

    public Text Need(DigestNeed need, RenderContext context) => DepartureTexts.Need(need, new Strong(Wording.Who(need.Account, need.Contact)));

    public IEnumerable<(Text Label, Text Value)> FiguresNow(DigestReport report)
    {
        if (report.Of<DepartureFigures>() is not { } figures) yield break;
        if (figures.Open > 0) yield return (DepartureTexts.OpenOnes, Wording.Number(figures.Open));
        if (figures.Erased > 0) yield return (DepartureTexts.ErasedLately, Wording.Number(figures.Erased));
    }

    public async Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation) =>
        await turn.Store.FactsOf(account.Id, turn.Now, cancellation) is { } facts
            ? [.. facts.OpenDepartures.Select(departure => (DepartureTexts.Gone, Standing(departure, facts)))]
            : [];

    public IEnumerable<(Text Label, Text Value)> ContactFacts(Contact contact, AccountFacts facts, RenderContext context)
    {
        if (contact is not { IsThere: false, GoneOn: { } on }) yield break;
        var (day, departure) = (Wording.Date(on, context), facts.DepartureOf(contact.Id));
        var since = departure is { Text: { Length: > 0 } where } ? DepartureTexts.SinceAt(day, where) : DepartureTexts.Since(day);
        yield return (DepartureTexts.Gone, contact.State == ContactState.Deceased ? DepartureTexts.HasDied : since);
        if (contact.State == ContactState.Left && departure is not null) yield return (DepartureTexts.Follows, Successor(departure, facts));
        if (contact.DeleteOn is { } until) yield return (DepartureTexts.KeptUntil, Wording.Date(until, context));
    }

    public IEnumerable<CardPart> BriefParts(Brief brief, RenderContext context)
    {
        var open = brief.Facts.OpenDepartures;
        if (open.Count > 0) yield return new Heading(DepartureTexts.Gone.In(context.Voice));
        foreach (var departure in open)
        {
            var name = DepartureCard.Leaver(departure, brief.Facts)?.Name ?? brief.Facts.Account.Name;
            yield return new Section(
                DepartureTexts.InBrief(new Strong(name), departure.Text).In(context.Voice),
                DepartureTexts.FollowedBy(Successor(departure, brief.Facts)).In(context.Voice),
                DepartureButtons.Of(departure, brief.Facts, context.Voice));
        }
    }

    /// <summary>Who left, and who follows.</summary>
    private static Text Standing(Departure departure, AccountFacts facts)
    {
        var (leaver, follows) = (DepartureCard.Leaver(departure, facts)?.Name ?? "…", Successor(departure, facts));
        return new($"{leaver} (successor: {follows})", $"{leaver} (Nachfolge: {follows})");
    }

    private static Text Successor(Departure departure, AccountFacts facts) => facts.Contact(departure.SuccessorContactId) is { } successor && departure.End is null
        ? Text.Verbatim(successor.Name)
        : departure.End == DepartureEnd.NobodyFollows ? DepartureTexts.Nobody : DepartureTexts.StillOpen;

    private static Text Joined(Text one, Text other) => new($"{one} {other}", $"{one} {other}");
}

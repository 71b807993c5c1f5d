using AccountNudge.Core.Complaints;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>A complaint as it stands: what was said last, what comes next and when, and what can be done.</summary>
internal static class ComplaintCard
{
    private const int LongestQuote = 600;

    /// <summary>The card after a step; the change is the step's, where it can be undone.</summary>
    public static async Task<Card> Of(TurnContext turn, Complaint complaint, Account account, Change? change, CancellationToken cancellation, Voice? spoken = null)
    {
        var voice = spoken ?? turn.Voice;
        var last = complaint.Steps[^1];
        var who = People.Of(await turn.Contact(complaint.ContactId, cancellation), account);
        List<CardPart> parts = [new Quote(Shortening.Of(complaint.Text, LongestQuote))];
        if (last.Text.Length > 0) parts.Add(new Paragraph(last.Text));
        parts.Add(new Paragraph(Next(complaint, turn, account).In(voice)));
        if (complaint is { ResolveBy: { } by, State: ComplaintState.Open or ComplaintState.Acknowledged or ComplaintState.AwaitingClient })
            parts.Add(new Paragraph(ComplaintTexts.SolutionBy(Moments.At(by, turn.CalendarOf(account).Zone, turn.Now)).In(voice)));
        if (last.Kind == ComplaintStepKind.Confirmed) parts.Add(new Paragraph(ComplaintTexts.WhatWouldPrevent.In(voice)));
        if (last.Kind == ComplaintStepKind.Opened && await History(turn, complaint, account, cancellation) is { Count: > 0 } history) parts.Add(new Note(string.Join(' ', history.Select(line => line.Plain(voice)))));
        parts.Add(new Note(ComplaintTexts.By(turn.Speaker.Name).In(voice)));
        parts.Add(new Actions(ComplaintButtons.For(complaint, voice, ComplaintButtons.OnItsCard)));
        if (change is not null) parts.Add(last.Kind == ComplaintStepKind.Opened ? Replies.CorrectOrRemove(change, voice) : new Actions([Replies.Remove(change, voice)]));
        return new Card(Said(last.Kind, complaint, who).In(voice), parts);
    }

    /// <summary>What happened last.</summary>
    private static Text Said(ComplaintStepKind kind, Complaint complaint, RichText who) => kind switch
    {
        ComplaintStepKind.Opened => ComplaintTexts.Opened(who),
        ComplaintStepKind.Acknowledged => ComplaintTexts.Acknowledged(who),
        ComplaintStepKind.Updated => ComplaintTexts.Updated(who),
        ComplaintStepKind.Chased => complaint.Chasers > 1 ? ComplaintTexts.ChasedAgain(who, complaint.Chasers) : ComplaintTexts.Chased(who),
        ComplaintStepKind.Waiting => ComplaintTexts.Waiting(who),
        ComplaintStepKind.Resolved => ComplaintTexts.Resolved(who),
        ComplaintStepKind.Reopened => ComplaintTexts.Reopened(who),
        ComplaintStepKind.ClosedUnjustified => ComplaintTexts.ClosedUnjustified(who),
        _ => ComplaintTexts.Confirmed(who),
    };

    /// <summary>What comes next, and when.</summary>
    public static Text Next(Complaint complaint, TurnContext turn, Account account)
    {
        var calendar = turn.CalendarOf(account);
        return complaint switch
        {
            { AcknowledgeBy: { } by } => ComplaintTexts.AcknowledgeBy(At(by)),
            { NextUpdateBy: { } by } => ComplaintTexts.UpdateBy(At(by)),
            { State: ComplaintState.AwaitingClient, WaitingSince: { } since } => ComplaintTexts.LookAgainOn(At(calendar.AddWorkingDays(since, turn.TeamOf(account).Settings.WaitingDays))),
            { ConfirmBy: { } by } => ComplaintTexts.ConfirmsItself(At(by)),
            { State: ComplaintState.ClosedUnjustified } => ComplaintTexts.ClosedNow,
            _ => ComplaintTexts.DoneNow,
        };

        Text At(Instant instant) => Moments.At(instant, calendar.Zone, turn.Now);
    }

    /// <summary>What the two have been through together, as far as it is known.</summary>
    private static async Task<IReadOnlyList<Text>> History(TurnContext turn, Complaint complaint, Account account, CancellationToken cancellation)
    {
        var history = new List<Text>();
        var years = account.Since is { } since ? Period.Between(since, turn.Today, PeriodUnits.Years).Years : 0;
        if (years > 0) history.Add(ComplaintTexts.Together(years));
        var earlier = await turn.Store.Complaints.AsNoTracking().Where(other => other.AccountId == account.Id && other.Id != complaint.Id).ToListAsync(cancellation);
        if (earlier.Count == 1) history.Add(ComplaintTexts.OneEarlier(ComplaintTexts.State(earlier[0].State)));
        if (earlier.Count > 1) history.Add(ComplaintTexts.Earlier(earlier.Count, earlier.Count(other => other.State == ComplaintState.Confirmed)));
        return history;
    }
}

using AccountNudge.Bot.Conversation.Complaints;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Texts;
using NodaTime;
using NodaTime.Text;

namespace AccountNudge.Bot.Conversation.Announcements;

/// <summary>The buttons of a matter: what was done about it, and putting it off.</summary>
internal static class MatterButtons
{
    private static readonly Text Later = new($"Later …", $"Später …");

    public static IReadOnlyList<Button> For(NudgeLine line, Voice voice) => line.Nudge.Kind switch
    {
        MatterKind.Complaint when line.Complaint is { IsOpen: true } complaint => [.. For(complaint, voice), Snooze(line.Nudge.Id, voice)],
        MatterKind.Complaint when line.Complaint is { } complaint => For(complaint, voice),
        MatterKind.Quiet => [LogIt(line.Account.Id, voice), Snooze(line.Nudge.Id, voice)],
        MatterKind.Birthday or MatterKind.Anniversary when line.OccasionOn is { } day => Occasion(line, day, voice),
        _ => [],
    };

    /// <summary>They say what was said to the client; few enough for a line among seven.</summary>
    public static IReadOnlyList<Button> For(Complaint complaint, Voice voice)
    {
        string[] actions = complaint.State switch
        {
            ComplaintState.Open => ["complaint.acknowledge", "complaint.resolve", "complaint.on-it"],
            ComplaintState.Acknowledged => ["complaint.update", "complaint.resolve", "complaint.on-it"],
            ComplaintState.AwaitingClient => ["complaint.update", "complaint.resolve"],
            ComplaintState.Confirmed => ["complaint.reopen"],
            _ => [],
        };
        return [.. actions.Select((action, index) => ComplaintButtons.Of(action, complaint, voice, "", index == 0 && complaint.IsOpen))];
    }

    public static Button LogIt(Guid accountId, Voice voice) => new(OpenLog.ActionId, AnnouncementTexts.LogIt.Plain(voice), ButtonValue.For(accountId).ToString(), ButtonStyle.Primary);

    public static Button Snooze(Guid nudgeId, Voice voice) => new("matter.snooze", Later.Plain(voice), ButtonValue.For(nudgeId, "ask").ToString());

    private static IReadOnlyList<Button> Occasion(NudgeLine line, LocalDate day, Voice voice)
    {
        var date = LocalDatePattern.Iso.Format(day);
        if (line.Nudge.Kind == MatterKind.Anniversary || AskTexts.IsDecidedToRing(line, day))
            return [Choose("done", AnnouncementTexts.Done, ButtonStyle.Primary), Choose("skip", AnnouncementTexts.SkipThisYear), Choose("never", AnnouncementTexts.Never)];
        return [Choose("card", AnnouncementTexts.CardSent), Choose("ring", AnnouncementTexts.IllRing), Choose("skip", AnnouncementTexts.SkipThisYear), Choose("never", AnnouncementTexts.Never)];

        Button Choose(string verb, Text label, ButtonStyle style = ButtonStyle.Default) => new($"occasion.{verb}", label.Plain(voice), ButtonValue.For(line.Nudge.Subject, date).ToString(), style);
    }
}

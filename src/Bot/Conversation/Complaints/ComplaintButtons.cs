using AccountNudge.Core.Complaints;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>Which steps a complaint may take next, as buttons.</summary>
internal static class ComplaintButtons
{
    private static readonly (string Action, Text Label)[] Known =
    [
        ("complaint.acknowledge", ComplaintTexts.ClientKnows),
        ("complaint.update", ComplaintTexts.ClientHasNews),
        ("complaint.resolve", ComplaintTexts.Solved),
        ("complaint.on-it", ComplaintTexts.OnIt),
        ("complaint.confirm", ComplaintTexts.ClientAgrees),
        ("complaint.reopen", ComplaintTexts.NotSolved),
        ("complaint.chased", ComplaintTexts.AskedAgain),
        ("complaint.waiting", ComplaintTexts.WaitForClient),
        ("complaint.breach", ComplaintTexts.MarkBreach),
        ("complaint.senior", ComplaintTexts.SeniorTalked),
        ("complaint.mediator", ComplaintTexts.NameSomeone),
        ("complaint.no-mediator", ComplaintTexts.NotNeeded),
        ("complaint.prevent", ComplaintTexts.SayWhat),
    ];

    /// <summary>The next sensible steps, the first of them the one that matters most; nobody says twice that they are on it.</summary>
    public static IReadOnlyList<Button> For(Complaint complaint, Voice voice, string place)
    {
        string[] actions = complaint.State switch
        {
            ComplaintState.Open => ["complaint.acknowledge", "complaint.on-it", "complaint.resolve"],
            ComplaintState.Acknowledged => ["complaint.update", "complaint.on-it", "complaint.chased", "complaint.waiting", "complaint.resolve"],
            ComplaintState.AwaitingClient => ["complaint.update", "complaint.chased", "complaint.resolve"],
            ComplaintState.Resolved => ["complaint.confirm", "complaint.reopen"],
            _ => ["complaint.reopen"],
        };
        return Made([.. actions.Where(action => action != "complaint.on-it" || complaint.OnItUntil is null)], complaint, voice, place);
    }

    /// <summary>What was said to the client, in few enough buttons for a line among seven.</summary>
    public static IReadOnlyList<Button> Few(Complaint complaint, Voice voice)
    {
        string[] actions = complaint.State switch
        {
            ComplaintState.Open => ["complaint.acknowledge", "complaint.resolve", "complaint.on-it"],
            ComplaintState.Acknowledged => ["complaint.update", "complaint.resolve", "complaint.on-it"],
            ComplaintState.AwaitingClient => ["complaint.update", "complaint.resolve"],
            ComplaintState.Confirmed when complaint.AsksForCause || complaint.AsksUnderneath => ["complaint.prevent", "complaint.reopen"],
            ComplaintState.Confirmed => ["complaint.reopen"],
            _ => [],
        };
        return Made(actions, complaint, voice, "");
    }

    /// <summary>What a breach of trust and a deadlock ask for, as long as they do.</summary>
    public static IReadOnlyList<Button> Beyond(Complaint complaint, Voice voice, string place) =>
        [.. Senior(complaint, voice, place), .. complaint.StuckSince is null ? [] : Neutral(complaint, voice, place)];

    /// <summary>That somebody senior has talked to them.</summary>
    public static IReadOnlyList<Button> Senior(Complaint complaint, Voice voice, string place = "") =>
        complaint.AwaitsSeniorTalk ? [Of("complaint.senior", complaint, voice, place)] : [];

    /// <summary>Somebody from outside the account, or nobody.</summary>
    public static IReadOnlyList<Button> Neutral(Complaint complaint, Voice voice, string place = "") =>
        [Of("complaint.mediator", complaint, voice, place), Of("complaint.no-mediator", complaint, voice, place)];

    /// <summary>One of them.</summary>
    public static Button Of(string action, Complaint complaint, Voice voice, string place, bool isPrimary = false) => new(
        action,
        Known.First(known => known.Action == action).Label.Plain(voice),
        ButtonValue.For(complaint.Id, place).ToString(),
        isPrimary ? ButtonStyle.Primary : ButtonStyle.Default);

    private static IReadOnlyList<Button> Made(string[] actions, Complaint complaint, Voice voice, string place) =>
        [.. actions.Select((action, index) => Of(action, complaint, voice, place, index == 0 && complaint.IsOpen))];
}

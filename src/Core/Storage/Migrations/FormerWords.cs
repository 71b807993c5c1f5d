namespace AccountNudge.Core.Storage.Migrations;

/// <summary>How reasons of refusals and the kind of a catch-up were told before they were types of their own.</summary>
internal static class FormerWords
{
    private static readonly (string Former, string Now)[] Reasons =
    [
        ("is_archived", "Archived"),
        ("not_in_channel", "NotInChannel"),
        ("Outsiders are in the channel.", "Outsiders"),
        ("The bot was removed from the channel.", "Removed"),
        ("The platform does not let the bot speak there.", "NotAllowed"),
    ];

    /// <summary>Statements that write the types.</summary>
    public static string[] Up =>
    [
        $"UPDATE teams SET \"UnreachableReason\" = CASE \"UnreachableReason\" {string.Join(' ', Reasons.Select(reason => $"WHEN '{reason.Former}' THEN '{reason.Now}'"))} ELSE 'Other' END WHERE \"UnreachableReason\" IS NOT NULL",
        "UPDATE posts SET \"Kind\" = 4 WHERE \"Kind\" = 1 AND \"Key\" LIKE 'catch-up:%'",
    ];

    /// <summary>Statements that write the words.</summary>
    public static string[] Down =>
    [
        $"UPDATE teams SET \"UnreachableReason\" = CASE \"UnreachableReason\" {string.Join(' ', Reasons.Select(reason => $"WHEN '{reason.Now}' THEN '{reason.Former}'"))} ELSE \"UnreachableReason\" END WHERE \"UnreachableReason\" IS NOT NULL",
        "UPDATE posts SET \"Kind\" = 1 WHERE \"Kind\" = 4",
    ];
}

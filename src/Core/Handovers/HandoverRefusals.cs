using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Handovers;

/// <summary>What a handover says when something does not fit.</summary>
public static class HandoverRefusals
{
    internal static Text OwnerAlready(string member, string account) => new(
        $"{member} already looks after {account}.",
        $"{member} betreut {account} schon.");

    internal static Text BothAtOnce(string member) => new(
        $"{member} takes over; someone else should be the deputy.",
        $"{member} übernimmt selbst; für die Vertretung bitte jemand anderen wählen.");
}
